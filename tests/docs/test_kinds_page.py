"""The page on kinds tells the same list as the code."""

from __future__ import annotations

import re
from pathlib import Path

from toponyms.model import Kind

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "kinds.md"


def test_the_page_lists_every_kind_with_its_group_and_code_in_order() -> None:
    rows = re.findall(r"^\| `([a-z-]+)` \| (\w+) \| (\w+) \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert rows == [(kind.value, kind.group.value, kind.geonames) for kind in Kind]
