"""Reading the example tables beside the tests: tab-separated, a comment, a header row, one example a line."""

from __future__ import annotations

from pathlib import Path

import pytest


def examples(name: str) -> list[object]:
    lines = (Path(__file__).parent / f"{name}.tsv").read_text(encoding="utf-8").splitlines()[1:]
    width = len(lines[0].split("\t"))
    found: list[object] = []
    for line in lines[1:]:
        cells = line.split("\t")
        cells += [""] * (width - len(cells))
        found.append(pytest.param(*cells, id=f"{cells[0]}:{cells[1]}"))
    return found
