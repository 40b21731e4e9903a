"""An index that remembers what was looked up in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from toponyms.index.reader import Index

__all__ = ["Recorder"]


class Recorder:
    """Stands for an index and notes every key that is looked up in it, once, in order.

    Parameters:
        index: the index that answers.
    """

    def __init__(self, index: Index) -> None:
        self._index = index
        self.asked: dict[tuple[str, str], Sequence[int]] = {}
        """The keys looked up, by space and key, with the postings found."""
        self.near: dict[str, int] = {}
        """The parts of misspelled keys looked up, with how many keys of like length share them."""
        self.beginnings: dict[str, int] = {}
        """The beginnings of keys looked up, with how many keys begin so."""

    def __getattr__(self, name: str) -> Any:
        return getattr(self._index, name)

    def postings(self, space: str, key: str) -> Sequence[int]:
        """The postings of a key; noted."""
        return self.asked.setdefault((space, key), self._index.postings(space, key))

    def near_keys(self, parts: Iterable[str], shortest: int, longest: int) -> dict[int, str]:
        """The keys of some lengths that share one of some parts; noted part by part."""
        keys: dict[int, str] = {}
        for part in parts:
            found = self._index.near_keys((part,), shortest, longest)
            self.near[part] = len(found)
            keys |= found
        return dict(sorted(keys.items()))

    def keys_beginning(self, space: str, start: str) -> Any:
        """The numbers of keys with a beginning; noted."""
        found = list(self._index.keys_beginning(space, start))
        self.beginnings[start] = len(found)
        return found
