"""The page on romanization lists every scheme with its source, and its examples are what the schemes write."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from toponyms.writing.romanization import romanize, schemes

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "romanization.md"
ROWS = re.findall(r"^\| `([a-z0-9.-]+)` \| (.+?) → (.+?) \| (.+?) \|$", PAGE.read_text("utf-8"), flags=re.MULTILINE)


def test_the_page_lists_every_scheme_once_with_its_source() -> None:
    listed = [(name, source) for name, _text, _written, source in ROWS]
    assert sorted(listed) == sorted((scheme.name, scheme.source) for scheme in schemes())


@pytest.mark.parametrize(("scheme", "text", "written"), [row[:3] for row in ROWS])
def test_an_example_is_what_the_scheme_writes(scheme: str, text: str, written: str) -> None:
    assert romanize(text, scheme) == html.unescape(written)
