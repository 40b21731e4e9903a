"""The index file as bytes: what is sound is read, and what is not is refused with a remedy."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toponyms.errors import IndexFileError
from toponyms.index import layout
from toponyms.index.build import build
from toponyms.index.reader import Index
from toponyms.model import Kind, Name, Place

DIGEST = bytes(range(32))
PLACES = [
    Place("goris", Kind.TOWN, (39.5, 46.3), within="syunik", names=(Name("Գորիս", "hy", "Armn"),)),
    Place("syunik", Kind.PROVINCE, names=(Name("Syunik", "en", "Latn"), Name("Սյունիք", "hy", "Armn"))),
]
DATA = build(PLACES, DIGEST)


def boundaries() -> list[int]:
    """Where the parts of the file begin and end: the header, its table, every section."""
    count = layout.HEADER.unpack(DATA[: layout.HEADER.size])[3]
    entry = struct.Struct("=12s4sQQI")
    table = DATA[layout.HEADER.size : layout.HEADER.size + entry.size * count]
    edges = {0, 1, 8, layout.HEADER.size, layout.HEADER.size + len(table)}
    for _name, _code, offset, size, _check in entry.iter_unpack(table):
        edges |= {offset, offset + size}
    return sorted(edge for edge in edges if edge < len(DATA))


def refused(data: bytes, *, thorough: bool = False) -> str:
    with pytest.raises(IndexFileError) as caught:
        Index(data, "some/where.index", thorough=thorough)
    return str(caught.value)


def test_a_sound_file_is_read_with_its_digest() -> None:
    index = Index(DATA, thorough=True)
    assert index.digest == DIGEST
    assert index.size == 2


def test_the_same_places_make_the_same_bytes() -> None:
    assert build(PLACES, DIGEST) == DATA
    assert build(reversed(PLACES), DIGEST) == DATA


@pytest.mark.parametrize("length", boundaries())
def test_a_file_cut_short_is_refused_with_a_remedy(length: int) -> None:
    message = refused(DATA[:length])
    assert message.startswith("some/where.index: ")
    assert "delete it" in message


def test_a_file_with_more_behind_it_is_refused() -> None:
    assert "truncated" in refused(DATA + b"\0")


@pytest.mark.parametrize(
    "foreign",
    [b"", b"\0" * 500, b"PK\x03\x04" + bytes(500), b"kalbajar:\n  kind: town\n" * 40, b"TOPONYM" + bytes(500)],
)
def test_a_foreign_file_is_refused(foreign: bytes) -> None:
    assert "not an index file" in refused(foreign)


def test_a_file_of_another_version_says_both_versions() -> None:
    changed = bytearray(DATA)
    struct.pack_into("=I", changed, 12, layout.VERSION + 1)
    message = refused(bytes(changed))
    assert f"version {layout.VERSION + 1}" in message
    assert f"reads {layout.VERSION}" in message
    assert "compile it anew" in message


def test_a_file_of_another_byte_order_is_refused() -> None:
    changed = bytearray(DATA)
    changed[8:12] = b"BIGE" if changed[8:12] == b"LTTL" else b"LTTL"
    assert "byte order" in refused(bytes(changed))


def test_a_damaged_table_is_refused() -> None:
    changed = bytearray(DATA)
    changed[layout.HEADER.size + 3] ^= 0x40
    assert "damaged" in refused(bytes(changed))


def test_a_damaged_section_is_found_by_a_thorough_look() -> None:
    changed = bytearray(DATA)
    changed[boundaries()[5] + 1] ^= 0xFF
    assert "damaged" in refused(bytes(changed), thorough=True)


@given(st.integers(0, len(DATA) - 1), st.integers(1, 255))
def test_any_changed_byte_is_found_by_a_thorough_look_or_is_padding(at: int, flip: int) -> None:
    changed = bytearray(DATA)
    changed[at] ^= flip
    try:
        index = Index(bytes(changed), thorough=True)
    except IndexFileError:
        return
    in_digest = 28 <= at < 60
    assert in_digest or DATA[at] == 0
    assert index.place_id(0) == "goris"


def said_of(data: bytes) -> str:
    """What is said when a file is refused; empty when it is read."""
    try:
        Index(data, thorough=True)
    except IndexFileError as error:
        return str(error)
    return ""


@given(st.binary(max_size=300), st.integers(0, 400))
def test_bytes_written_over_a_file_never_do_worse_than_be_refused(junk: bytes, at: int) -> None:
    changed = bytearray(DATA)
    changed[at : at + len(junk)] = junk
    said = said_of(bytes(changed))
    assert not said or "delete it" in said or "compile it anew" in said


def test_a_file_without_one_of_the_sections_is_refused() -> None:
    assert "no section" in refused(layout.pack({"p_id": ("I", b"")}, DIGEST))


def test_a_section_that_ends_behind_the_file_is_refused() -> None:
    good = bytearray(layout.pack({"one": ("s", b"12345678")}, DIGEST))
    entry = struct.Struct("=12s4sQQI")
    name, code, offset, _size, check = entry.unpack_from(good, layout.HEADER.size)
    entry.pack_into(good, layout.HEADER.size, name, code, offset, 1 << 40, check)
    table = bytes(good[layout.HEADER.size : layout.HEADER.size + entry.size])
    header = list(layout.HEADER.unpack_from(good))
    header[-1] = layout.key_hash(table)
    layout.HEADER.pack_into(good, 0, *header)
    assert "a section ends behind the file" in refused(bytes(good))


def test_what_is_packed_is_unpacked() -> None:
    packed = layout.pack({"raw": ("s", b"abc"), "none": ("I", b""), "numbers": ("H", bytes(6))}, DIGEST)
    sections, digest = layout.unpack(memoryview(packed), "x", thorough=True)
    assert bytes(sections["raw"]) == b"abc"
    assert list(sections["numbers"]) == [0, 0, 0]
    assert len(sections["none"]) == 0
    assert digest == DIGEST


def test_an_empty_file_on_disk_is_refused_with_a_remedy(tmp_path: Path) -> None:
    path = tmp_path / "empty.index"
    path.touch()
    with pytest.raises(IndexFileError, match="empty; delete it"):
        Index.open(str(path))


def test_a_file_that_is_not_there_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Index.open(str(tmp_path / "none.index"))


def test_an_index_holds_no_format_that_runs_code_when_read() -> None:
    assert DATA.startswith(b"TOPONYMS")
    for dangerous in (b"\x80\x04\x95", b"\x80\x05\x95", b"csystem", b"__reduce__", b"cbuiltins"):
        assert dangerous not in DATA
