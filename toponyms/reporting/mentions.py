"""The mentions of a text as a list that a notebook shows as the marked text and a map."""

from __future__ import annotations

from collections.abc import Iterable

from toponyms.model import Mention

__all__ = ["Mentions"]


class Mentions(list[Mention]):
    """The mentions of a text, in its order: a list that knows the text.

    Parameters:
        mentions: the mentions.
        text: the text they are from, as given.

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
        """What a notebook shows."""
        from toponyms.reporting.page import fragment

        return fragment(self.text, self)
