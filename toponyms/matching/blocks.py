"""Cutting long texts into blocks at line ends, so that streams are read in bounded memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

__all__ = ["BLOCK", "blocks"]

BLOCK = 1 << 20
"""Characters of a block at least; shorter texts are one block."""


def blocks(text: str | Iterable[str]) -> Iterator[tuple[int, str]]:
    """The blocks of a text or of its pieces, each with its offset in the whole.

    A block ends at a line end, or where there is none behind a space, once it has `BLOCK` characters; where there is
    neither in as many characters again, anywhere.

    Raises:
        TypeError: the text is neither a string nor made of strings.

    Example:
        >>> list(blocks("one")), list(blocks(["one ", "two"]))
        ([(0, 'one')], [(0, 'one two')])
    """
    offset, held = 0, ""
    for piece in _pieces(text):
        held += piece
        while (cut := _cut(held)) > 0:
            yield offset, held[:cut]
            offset, held = offset + cut, held[cut:]
    if held:
        yield offset, held


def _pieces(text: object) -> Iterator[str]:
    if isinstance(text, str):
        yield text
        return
    if isinstance(text, (bytes, bytearray)) or not isinstance(text, Iterable):
        raise TypeError(f"find() wants a text as str, or pieces of it, not {type(text).__name__}: decode or read it")
    for piece in text:
        if not isinstance(piece, str):
            raise TypeError(f"find() wants pieces of text as str, not {type(piece).__name__}: open the file as text")
        yield piece


def _cut(held: str) -> int:
    """Where a block ends, or 0 when more text is needed."""
    if len(held) < 2 * BLOCK:
        return 0
    for mark in ("\n\n", "\n", " "):
        at = held.find(mark, BLOCK, 2 * BLOCK)
        if at >= 0:
            return at + len(mark)
    return 2 * BLOCK
