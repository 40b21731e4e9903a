"""How the index file is laid out: a header, a table of sections, and flat arrays in the machine's byte order.

The format is described in ``docs/reference/index-file.md``.
"""

from __future__ import annotations

import struct
import sys
from binascii import crc32

from toponyms.errors import IndexFileError

__all__ = ["HEADER", "MAGIC", "NONE", "NUMBER", "VERSION", "key_hash", "pack", "unpack"]

MAGIC = b"TOPONYMS"
VERSION = 6
NONE = 0xFFFFFFFF
"""Stands for "nothing" in arrays of unsigned 32-bit numbers."""
NUMBER = 0xFFFFFF
"""The bits of a slot that hold a number; the eight above them are the highest of the key's hash."""
HEADER = struct.Struct("=8s4sIIQ32sI")
"""Magic, byte order, version, number of sections, file length, digest of the source, checksum of the table."""
_ENTRY = struct.Struct("=12s4sQQI")
_ORDER = b"LTTL" if sys.byteorder == "little" else b"BIGE"


def key_hash(key: bytes) -> int:
    """The 32-bit hash of a key (CRC-32, ISO 3309), the same in every process and on every machine.

    Example:
        >>> key_hash(b"Fgarni")
        1479430146
    """
    return crc32(key)


def pack(sections: dict[str, tuple[str, bytes]], digest: bytes) -> bytes:
    """The bytes of an index file.

    Parameters:
        sections: name to array type code (as in the module ``array``; ``"s"`` for raw bytes) and content.
        digest: 32 bytes that identify the source.
    """
    table, bodies = b"", []
    offset = HEADER.size + _ENTRY.size * len(sections)
    for name, (code, body) in sections.items():
        offset += -offset % 8
        table += _ENTRY.pack(name.encode(), code.encode(), offset, len(body), crc32(body))
        bodies.append((offset, body))
        offset += len(body)
    out = bytearray(offset)
    out[: HEADER.size] = HEADER.pack(MAGIC, _ORDER, VERSION, len(sections), offset, digest, crc32(table))
    out[HEADER.size : HEADER.size + len(table)] = table
    for start, body in bodies:
        out[start : start + len(body)] = body
    return bytes(out)


def unpack(data: memoryview, where: str, *, thorough: bool = False) -> tuple[dict[str, memoryview], bytes]:
    """The sections of an index file as typed views, and the digest of its source.

    Parameters:
        data: the whole file.
        where: its path, for messages.
        thorough: also check every section's checksum (reads the whole file).

    Raises:
        IndexFileError: the file is truncated, foreign, of another version or byte order, or damaged.
    """
    if len(data) < HEADER.size or bytes(data[:8]) != MAGIC:
        raise IndexFileError(f"{where}: not an index file of toponyms; delete it, it is made anew from the YAML")
    _magic, order, version, count, length, digest, checksum = HEADER.unpack(data[: HEADER.size])
    if version != VERSION:
        raise IndexFileError(f"{where}: index version {version}, this program reads {VERSION}; compile it anew")
    if order != _ORDER:
        raise IndexFileError(f"{where}: made on a machine of another byte order; compile it anew")
    end = HEADER.size + _ENTRY.size * count
    if length != len(data) or end > length:
        raise IndexFileError(f"{where}: truncated ({len(data)} of {length} bytes); delete it, it is made anew")
    table = data[HEADER.size : end]
    if crc32(table) != checksum:
        raise IndexFileError(f"{where}: damaged (the table's checksum does not fit); delete it, it is made anew")
    sections = {}
    for name, code, offset, size, check in _ENTRY.iter_unpack(table):
        if offset + size > length:
            raise IndexFileError(f"{where}: damaged (a section ends behind the file); delete it, it is made anew")
        body = data[offset : offset + size]
        if thorough and crc32(body) != check:
            broken = name.rstrip(b"\0").decode()
            raise IndexFileError(f"{where}: damaged (section {broken}); delete it, it is made anew")
        kind = code.rstrip(b"\0").decode()
        sections[name.rstrip(b"\0").decode()] = body if kind == "s" else body.cast("B").cast(kind)
    return sections, digest
