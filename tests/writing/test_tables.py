"""The tables: each says where it comes from, has a header row, rows as wide as that, and text in NFC."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from toponyms.writing import tables

FILES = sorted(Path(tables.DATA).rglob("*.tsv"))
NAMES = [file.relative_to(tables.DATA).with_suffix("").as_posix() for file in FILES]


@pytest.mark.parametrize("name", NAMES)
def test_a_table_says_its_source_on_its_first_line(name: str) -> None:
    text = (Path(tables.DATA) / f"{name}.tsv").read_text(encoding="utf-8")
    assert text.startswith("# ")
    assert len(tables.source(name)) > 10
    assert not tables.source(name).startswith("#")


@pytest.mark.parametrize("name", NAMES)
def test_a_table_is_utf_8_in_nfc_with_unix_line_ends_and_no_row_wider_than_its_header(name: str) -> None:
    raw = (Path(tables.DATA) / f"{name}.tsv").read_bytes()
    assert b"\r" not in raw
    assert raw.endswith(b"\n")
    text = raw.decode("utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    width = len(lines[0].split("\t"))
    assert all(len(line.split("\t")) <= width for line in lines)
    assert [line for line in lines if line != unicodedata.normalize("NFC", line)] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_table_has_rows_and_none_of_them_is_the_header(name: str) -> None:
    found = list(tables.rows(name))
    assert found
    assert all(row[0] for row in found)


def test_comments_header_and_empty_lines_are_no_rows(tmp_path: Path) -> None:
    (tmp_path / "mine.tsv").write_text("# a source of mine\none\ttwo\n\n# a remark\n1\t2\n3\n", encoding="utf-8")
    assert tables.source("mine", str(tmp_path)) == "a source of mine"
    assert list(tables.rows("mine", str(tmp_path))) == [("1", "2"), ("3",)]


def test_a_table_that_is_not_there_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        list(tables.rows("no-such-table"))
