"""The nearest right word to a wrong one, for messages."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

__all__ = ["nearest"]


def nearest(word: str, choices: Iterable[str]) -> str | None:
    """The choice that looks most like a word, whatever its case, hyphens and underscores; None when none does.

    Example:
        >>> nearest("Twon", ["town", "village"]), nearest("offical-in", ["official_in"]), nearest("xyz", ["town"])
        ('town', 'official_in', None)
    """
    plain = {choice.casefold().replace("_", "-"): choice for choice in choices}
    wanted = word.strip().casefold().replace("_", "-").replace(" ", "-")
    found = difflib.get_close_matches(wanted, plain, n=1, cutoff=0.6)
    return plain[found[0]] if found else None
