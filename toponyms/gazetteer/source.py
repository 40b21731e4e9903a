"""Bytes to text: encoding, byte-order mark, line ends, characters that no gazetteer needs, size."""

from __future__ import annotations

import os
import re
from pathlib import Path

from toponyms.gazetteer.findings import Finding

__all__ = ["MAX_BYTES", "decode", "read_bytes"]

MAX_BYTES = 96 * 1024 * 1024
"""The largest file read, in bytes: about ten times a gazetteer of ten thousand places."""

_SOURCE_CODE = "T001"
_MARKS = (("utf-32", (b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")), ("utf-16", (b"\xff\xfe", b"\xfe\xff")))
# What YAML calls not printable, and the three separators that YAML counts as line ends and editors do not.
_REFUSED = re.compile("[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


def read_bytes(path: str) -> bytes | Finding:
    """The content of a file, or the finding that says why it is not read.

    Raises:
        OSError: the file is missing or may not be read.
    """
    with Path(path).open("rb") as handle:
        size = os.fstat(handle.fileno()).st_size
        data = b"" if size > MAX_BYTES else handle.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES or size > MAX_BYTES:
        what = f"the file is larger than {MAX_BYTES // 1024 // 1024} MB"
        return Finding(path, 1, 1, _SOURCE_CODE, "", "", what, "split it: one gazetteer file and smaller overlay files")
    return data


def _position(data: bytes, start: int) -> tuple[int, int]:
    line_start = data.rfind(b"\n", 0, start) + 1
    column = len(data[line_start:start].decode("utf-8", "replace")) + 1
    return data.count(b"\n", 0, start) + 1, column


def decode(data: bytes, path: str) -> tuple[str, list[Finding]]:
    r"""The text of a file with plain line ends and without byte-order mark, and what is wrong with its characters.

    Parameters:
        data: the bytes of the file.
        path: the file's name for messages.

    Returns:
        The text, empty when it cannot be decoded, and the findings.

    Source: YAML 1.2.2, productions c-printable and b-break; RFC 3629.

    Example:
        >>> decode(b"\xef\xbb\xbfa:\r\n", "x.yaml")
        ('a:\n', [])
    """
    for name, marks in _MARKS:
        if data.startswith(marks):
            what = f"the file is {name.upper()} text, not UTF-8"
            return "", [Finding(path, 1, 1, _SOURCE_CODE, "", "", what, "save it again with the encoding UTF-8")]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # utf-8-sig counts from after the mark
        start = error.start + (3 if data.startswith(b"\xef\xbb\xbf") else 0)
        line, column = _position(data, start)
        what = f"the byte 0x{data[start]:02X} is not UTF-8 text; the file was saved in another encoding"
        remedy = "save it again with the encoding UTF-8 (not ANSI, Windows-1251 or Windows-1254)"
        return "", [Finding(path, line, column, _SOURCE_CODE, "", "", what, remedy)]
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text, [_refused(path, text, match.start()) for match in _REFUSED.finditer(text)]


def _refused(path: str, text: str, start: int) -> Finding:
    line, column = text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
    what = f"the character U+{ord(text[start]):04X} does not belong in a text file"
    remedy = f"delete it: go to line {line}, column {column}, where it may be invisible, or retype the word"
    return Finding(path, line, column, _SOURCE_CODE, "", "", what, remedy)
