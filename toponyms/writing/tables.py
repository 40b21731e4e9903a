"""Reading the package's own tables: tab-separated text with its source on the first line."""

from __future__ import annotations

import os
from collections.abc import Iterator

__all__ = ["DATA", "column", "rows", "source"]

DATA = os.path.join(os.path.dirname(__file__), "data")


def _text(name: str, folder: str) -> str:
    with open(os.path.join(folder, name + ".tsv"), encoding="utf-8") as handle:
        return handle.read()


def source(name: str, folder: str = DATA) -> str:
    """Where a table's content comes from: its first line without the mark.

    Example:
        >>> source("languages").startswith("BCP 47")
        True
    """
    return _text(name, folder).partition("\n")[0].lstrip("# ")


def rows(name: str, folder: str = DATA) -> Iterator[tuple[str, ...]]:
    """The rows of a table as tuples of text, without the source line, comments and the header row.

    Parameters:
        name: the table's path below the folder, without ``.tsv``.
        folder: the folder; ``writing/data`` of this package unless told.

    Raises:
        FileNotFoundError: there is no such table.

    Example:
        >>> dict(row[:2] for row in rows("languages"))["hy"]
        'Armenian'
    """
    lines = iter(_text(name, folder).split("\n"))
    for line in lines:
        if line and line[0] != "#":
            break  # the header row
    for line in lines:
        if line and line[0] != "#":
            yield tuple(line.split("\t"))


def column(name: str, number: int = 0) -> list[str]:
    """One column of a table, as `rows` has it: for tables of tens of thousands of words.

    Example:
        >>> column("languages", 1)[0]
        'Armenian'
    """
    lines = [line for line in _text(name, DATA).split("\n") if line and line[0] != "#"][1:]
    if "\t" not in lines[0]:
        return lines
    return [line.split("\t", number + 1)[number] for line in lines]
