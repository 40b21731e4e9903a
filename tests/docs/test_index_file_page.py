"""The page on the index file tells the format that the code writes."""

from __future__ import annotations

import re
from pathlib import Path

from toponyms.index.build import build, with_answers
from toponyms.index.layout import HEADER, MAGIC, VERSION, unpack
from toponyms.index.reader import Index
from toponyms.matching.answers import answers_of
from toponyms.model import Kind, Name, Place
from toponyms.writing import keys

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "index-file.md").read_text(encoding="utf-8")
PLACES = [Place("goris", Kind.TOWN, (39.5, 46.3), names=(Name("Գորիս", "hy", "Armn"), Name("Goris", "en", "Latn")))]


def written() -> dict[str, str]:
    """The sections of a file with answers, each with its type."""
    data = build(PLACES, bytes(32))
    sections, _digest = unpack(memoryview(with_answers(data, answers_of(Index(data)))), "made here")
    return {name: "s" if name.endswith("blob") else view.format for name, view in sections.items()}


def test_the_page_names_magic_number_version_and_length_of_the_header() -> None:
    assert f"| magic number | 8 | `{MAGIC.decode()}` |" in PAGE
    assert f"| version | 4 | `{VERSION}` |" in PAGE
    assert f"| header | {HEADER.size} |" in PAGE


def test_the_page_lists_every_section_with_its_type() -> None:
    told = dict(re.findall(r"^\| `(\w+)` \| (\w) \|", PAGE, re.MULTILINE))
    assert told == written()


def test_the_page_tells_every_space_of_keys() -> None:
    whole = (keys.FOLDED, keys.SOUND, keys.CLASS, keys.SKELETON, keys.MODIFIED)
    for space in (*whole, keys.FIRST_FOLDED, keys.FIRST_SOUND, keys.WORD):
        assert f"`{space}`" in PAGE
    assert "first seven sounds" in PAGE
    assert keys.PREFIX == 7
