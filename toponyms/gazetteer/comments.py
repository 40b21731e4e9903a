"""Where a file's comments belong: to its head, to the record below them, or to its end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from toponyms.gazetteer.tree import Span

__all__ = ["NO_COMMENTS", "Comments", "collect", "marked_lines"]


class Comments(NamedTuple):
    """The comments of a file, each line as written from its ``#``; an empty line stands between separate blocks."""

    header: tuple[str, ...]
    before: dict[str, tuple[str, ...]]
    tail: tuple[str, ...]
    inside: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    """Those of `before` that stood inside the record or indented below it."""


NO_COMMENTS = Comments((), {}, ())


def marked_lines(lines: Sequence[str]) -> frozenset[int]:
    """The lines, from 0, that hold a ``#``."""
    return frozenset(number for number, line in enumerate(lines) if "#" in line)


def _comment_in(line: str, number: int, spans: Sequence[Span]) -> int:
    """Column where the comment of a line starts, -1 when it has none."""
    column = line.find("#")
    while column >= 0:
        here = (number, column)
        inside = any(here >= span[:2] and here < span[2:] for span in spans)
        if not inside and (column == 0 or line[column - 1] in " \t"):
            return column
        column = line.find("#", column + 1)
    return -1


def _trimmed(block: Sequence[str]) -> tuple[str, ...]:
    """A block without empty lines at its ends and never two of them together."""
    kept: list[str] = []
    for line in block:
        if line or (kept and kept[-1]):
            kept.append(line)
    while kept and not kept[-1]:
        kept.pop()
    return tuple(kept)


def collect(
    lines: Sequence[str],
    starts: Mapping[str, int],
    marked: frozenset[int],
    spans: Mapping[int, Sequence[Span]],
) -> Comments:
    """Every comment of a file with the record it belongs to.

    A comment inside a record, or indented below it, goes with that record; a comment that starts a line between records
    goes with the record below. Above the first record, what a blank line separates from it is the file's header.

    Parameters:
        lines: the lines of the file.
        starts: id to the line of its key, from 0, in the order of the file.
        marked: the lines that hold a ``#``.
        spans: the texts on those lines, where a ``#`` is no comment.
    """
    columns = ((number, _comment_in(lines[number], number, spans.get(number, ()))) for number in sorted(marked))
    found = {number: column for number, column in columns if column >= 0}
    before: dict[str, tuple[str, ...]] = {}
    inner: dict[str, tuple[str, ...]] = {}
    header: tuple[str, ...] = ()
    taken: set[int] = set()
    order = sorted(starts.items(), key=lambda item: item[1])
    for place, (id_, start) in enumerate(order):
        above = _block_above(lines, start, found)
        taken.update(above)
        block = [lines[number].rstrip() for number in above]
        if place == 0:
            head, block = _split_header(block)
            header = _trimmed(head)
        stop = order[place + 1][1] if place + 1 < len(order) else len(lines)
        inside = _inside(lines, start, stop, found)
        taken.update(inside)
        within = [lines[number][found[number] :].rstrip() for number in inside]
        if own := _trimmed([*block, *within]):
            before[id_] = own
        if within:
            inner[id_] = tuple(within)
    rest = [number for number in found if number not in taken]
    left = range(rest[0], rest[-1] + 1) if rest else ()
    tail = _trimmed([lines[number][found[number] :].rstrip() if number in found else "" for number in left])
    return Comments(header, before, tail, inner) if order else Comments(tail, {}, ())


def _block_above(lines: Sequence[str], start: int, found: Mapping[int, int]) -> range:
    first = start
    while first and (found.get(first - 1) == 0 or not lines[first - 1].strip()):
        first -= 1
    return range(first, start)


def _split_header(block: list[str]) -> tuple[list[str], list[str]]:
    for number in range(len(block) - 1, -1, -1):
        if not block[number]:
            return block[:number], block[number + 1 :]
    return [], block


def _inside(lines: Sequence[str], start: int, stop: int, found: Mapping[int, int]) -> list[int]:
    """The lines of a record that hold a comment, without the block that belongs to the next record or the end."""
    end = stop
    while end > start + 1 and (found.get(end - 1) == 0 or not lines[end - 1].strip()):
        end -= 1
    return [number for number in range(start, end) if number in found]
