"""Printing: tables for people, JSON lines for programs, files written whole or not at all."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

__all__ = ["print_json", "print_table", "write_text"]

_GAP = "   "


def print_table(
    headings: Sequence[str], rows: Iterable[Sequence[object]], *, title: str = "", right: Sequence[str] = ()
) -> None:
    """Print a table: drawn to the width of the terminal, or in plain columns where the output is none.

    Parameters:
        headings: the columns.
        rows: the cells of each row; None is an empty cell.
        title: a line above it.
        right: headings of the columns of numbers, aligned to the right.

    Example:
        >>> print_table(("name", "places"), [("Martuni", 2), ("Goris", 1)], right=("places",))
        name      places
        Martuni        2
        Goris          1
    """
    cells = [["" if cell is None else str(cell) for cell in row] for row in rows]
    if title:
        print(title)
    if sys.stdout.isatty():
        _draw(headings, cells, right)
        return
    widths = [max(map(len, column)) for column in zip(headings, *cells, strict=True)]
    for row in (headings, *cells):
        aligned = [
            cell.rjust(width) if heading in right else cell.ljust(width)
            for cell, width, heading in zip(row, widths, headings, strict=True)
        ]
        print(_GAP.join(aligned).rstrip())


def _draw(headings: Sequence[str], cells: Iterable[Sequence[str]], right: Sequence[str]) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for heading in headings:
        number = heading in right
        table.add_column(Text(heading), justify="right" if number else "left", overflow="fold", no_wrap=number)
    for row in cells:
        table.add_row(*map(Text, row))
    Console(file=sys.stdout, highlight=False, emoji=False, markup=False).print(table)


def print_json(value: Any) -> None:
    """Print a value as one line of JSON."""
    print(json.dumps(value, ensure_ascii=False))


def write_text(path: str, text: str) -> None:
    """Write a file whole or not at all; ``-`` is standard output.

    Raises:
        OSError: it cannot be written; what was there before is left as it was.
    """
    if path == "-":
        sys.stdout.write(text)
        return
    target = Path(path)
    if target.is_dir():
        raise IsADirectoryError(21, "is a folder, a file is wanted", path)
    if not target.parent.is_dir():
        raise FileNotFoundError(2, "its folder does not exist", path)
    with NamedTemporaryFile("w", encoding="utf-8", dir=target.parent, prefix=".new-", delete=False) as handle:
        try:
            handle.write(text)
            handle.flush()
            mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
            os.chmod(handle.name, mode)  # noqa: PTH101 (the file of an open handle)
        except BaseException:
            Path(handle.name).unlink()
            raise
    Path(handle.name).replace(target)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
