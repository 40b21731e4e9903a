"""Lists of places: the generic term of the first or last member says the kind of all of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from toponyms.index.reader import Index
from toponyms.matching.kinds import kind_fit
from toponyms.matching.spans import Span
from toponyms.writing.folding import fold
from toponyms.writing.lexicon import function_words

__all__ = ["share_generic_terms"]

_STOPS = frozenset(".;:!?։()")
_LONGEST_GAP = 12
_JOINTS = re.compile("[,–—]")


def share_generic_terms(index: Index, text: str, spans: Sequence[Span]) -> None:
    """Mark the spans that stand in a list, and pass the plural generic term at its end or beginning to all of them.

    Parameters:
        index: the open index.
        text: the text.
        spans: its spans, in order; their surroundings are changed.
    """
    for left, right in pairwise(spans):
        if _joined(text, left, right):
            left.around.listed = right.around.listed = True
    for order in range(len(spans) - 1, 0, -1):
        _pass_on(index, text, spans[order], spans[order - 1], spans[order - 1], spans[order], after=True)
    for order in range(len(spans) - 1):
        _pass_on(index, text, spans[order], spans[order + 1], spans[order], spans[order + 1], after=False)


def _pass_on(index: Index, text: str, giver: Span, taker: Span, left: Span, right: Span, *, after: bool) -> None:
    around = giver.around
    given = around.plural_after if after else around.plural_before
    if not given or taker.around.kinds or not _joined(text, left, right):
        return
    fits = any(kind_fit(index.kind(one.place), around.kinds) for one in taker.phrase.evidence)
    if fits:
        taker.around.kinds = around.kinds
        taker.around.shared = True
        taker.around.plural_after, taker.around.plural_before = around.plural_after, around.plural_before
        taker.around.support += ("generic term of the list",)


def _joined(text: str, one: Span, other: Span) -> bool:
    """Whether only a comma, an "and" or the dash of a route stands between two spans."""
    gap = text[one.end : other.start]
    if len(gap) > _LONGEST_GAP:
        return False
    words = _JOINTS.sub(" ", gap).split()
    return len(words) <= 1 and all(fold(word) in function_words("joint") for word in words) and not _STOPS & set(gap)
