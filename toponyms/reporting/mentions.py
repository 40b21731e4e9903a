"""The mentions of a text as a list that a notebook shows as the marked text and a map."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from toponyms.model import Mention

__all__ = ["Mentions"]


class Mentions(list[Mention]):
    """The mentions of a text, in its order: a list that knows the text.

    Parameters:
        mentions: the mentions.
        text: the text they are from, as given; empty where it was read piece by piece and not kept.

    Example:
        >>> len(Mentions([], "nothing here"))
        0
    """

    __slots__ = ("text",)

    def __init__(self, mentions: Iterable[Mention] = (), text: str = "") -> None:
        super().__init__(mentions)
        self.text = text

    def __reduce__(self) -> tuple[object, ...]:
        return Mentions, (list(self), self.text)

    def _repr_html_(self) -> str:
        """What a notebook shows: the marked text, or the mentions alone where the text was not kept, map and list."""
        from toponyms.reporting.page import fragment

        return fragment(self.text, self) if self.text else fragment(*_listed(self))


def _listed(mentions: Iterable[Mention]) -> tuple[str, list[Mention]]:
    """A text of nothing but mentions, one a line, and the mentions as they stand there."""
    lines: list[str] = []
    moved = []
    start = 0
    for mention in mentions:
        lines.append(mention.text)
        moved.append(replace(mention, start=start, end=start + len(mention.text)))
        start += len(mention.text) + 1
    return "\n".join(lines), moved
