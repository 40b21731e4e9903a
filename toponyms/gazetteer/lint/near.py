"""Keys one edit apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator

from rapidfuzz.distance import OSA

__all__ = ["one_edit_apart", "pairs_one_edit_apart"]

_LEAST_LETTERS = 5


def one_edit_apart(one: str, other: str) -> bool:
    """Whether two keys differ by one letter, added, dropped, changed or swapped with its neighbour.

    Keys of fewer than five letters, and keys that differ in a digit, count as different names.

    Example:
        >>> one_edit_apart("masis", "masiz"), one_edit_apart("goris", "gori"), one_edit_apart("zobucuq4", "zobucuq5")
        (True, False, False)
    """
    if one == other or min(len(one), len(other)) < _LEAST_LETTERS or abs(len(one) - len(other)) > 1:
        return False
    if OSA.distance(one, other, score_cutoff=1) > 1:
        return False
    return _digits(one) == _digits(other)


def _digits(key: str) -> str:
    return "" if key.isalpha() else "".join(filter(str.isdigit, key))


def _deletions(key: str) -> Iterator[str]:
    """A key and what is left of it without one letter; nothing for a key that is too short to compare."""
    if len(key) < _LEAST_LETTERS:
        return
    yield key
    for place in range(len(key)):
        yield key[:place] + key[place + 1 :]


def pairs_one_edit_apart(wanted: Collection[str], others: Collection[str]) -> Iterator[tuple[str, str]]:
    """Every pair of a wanted key and another that are one edit apart, each once, in the order of the wanted keys.

    Example:
        >>> list(pairs_one_edit_apart(["masis"], ["masiz", "sisian"]))
        [('masis', 'masiz')]
    """
    by_deletion: dict[str, list[str]] = defaultdict(list)
    for key in wanted:
        for part in _deletions(key):
            by_deletion[part].append(key)
    found: dict[str, dict[str, None]] = {key: {} for key in wanted}
    for other in others:
        close = {key for part in _deletions(other) for key in by_deletion.get(part, ())}
        for key in close:
            if one_edit_apart(key, other):
                found[key][other] = None
    for key, near in found.items():
        for other in near:
            yield key, other
