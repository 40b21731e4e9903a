"""The nearest right word to a wrong one, for messages."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz, process

__all__ = ["nearest"]

_LEAST_LIKENESS = 60


def nearest(word: str, choices: Iterable[str]) -> str | None:
    """The choice that looks most like a word, whatever its case, hyphens and underscores; None when none does.

    Example:
        >>> nearest("Twon", ["town", "village"]), nearest("offical-in", ["official_in"]), nearest("xyz", ["town"])
        ('town', 'official_in', None)
    """
    plain = {choice.casefold().replace("_", "-"): choice for choice in choices}
    wanted = word.strip().casefold().replace("_", "-").replace(" ", "-")
    found = process.extractOne(wanted, plain.keys(), scorer=fuzz.ratio, score_cutoff=_LEAST_LIKENESS, processor=None)
    return plain[found[0]] if found else None
