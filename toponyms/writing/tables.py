"""Reading the package's own tables: tab-separated text with its source on the first line."""

from __future__ import annotations

import os
from collections.abc import Iterator

__all__ = ["DATA", "rows", "source"]

DATA = os.path.join(os.path.dirname(__file__), "data")


def _lines(name: str, folder: str) -> Iterator[str]:
    with open(os.path.join(folder, name + ".tsv"), encoding="utf-8") as handle:
        yield from handle


def source(name: str, folder: str = DATA) -> str:
    """Where a table's content comes from: its first line without the mark.

    Example:
        >>> source("languages").startswith("BCP 47")
        True
    """
    return next(_lines(name, folder)).lstrip("# ").rstrip("\n")


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
    header = True
    for line in _lines(name, folder):
        line = line.rstrip("\n")
        if not line or line.startswith("#"):
            continue
        if header:
            header = False
            continue
        yield tuple(line.split("\t"))
