"""The pages on case forms and generic terms: every example in their tables is what the library reads."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from toponyms.writing.caseforms import strip
from toponyms.writing.folding import fold
from toponyms.writing.generic import modifier
from toponyms.writing.scripts import script_of

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"


def table(page: str, width: int) -> list[tuple[str, ...]]:
    lines = (REFERENCE / page).read_text("utf-8").splitlines()
    rows = [
        tuple(cell.strip() for cell in line.strip("| ").split(" | ")) for line in lines if re.match(r"\| [^-]", line)
    ]
    return [row for row in rows if len(row) == width][1:]


@pytest.mark.parametrize(("lang", "written", "name", "form"), table("case-forms.md", 4))
def test_a_case_form_on_the_page_is_read_so(lang: str, written: str, name: str, form: str) -> None:
    bases = {base.text: base for base in strip(fold(written), script_of(written))}
    assert bases[fold(name)].form == form


@pytest.mark.parametrize("row", table("generic-terms.md", 5))
def test_the_modifiers_of_a_row_have_its_meaning(row: tuple[str, ...]) -> None:
    meaning, *words = row
    assert {modifier(fold(word), script_of(word)) for word in words} == {meaning}
