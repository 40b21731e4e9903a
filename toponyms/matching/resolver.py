"""Resolving a mention: look up, rank, decide."""

from __future__ import annotations

from collections.abc import Sequence

from toponyms.index.reader import Index
from toponyms.matching.answers import MIN_SCORE, MOST_CANDIDATES
from toponyms.matching.cleaning import clean
from toponyms.matching.evidence import CUT_SHORT, Evidence
from toponyms.matching.hints import NO_HINTS, Hints, inside, near
from toponyms.matching.lookup import look_up
from toponyms.matching.ranking import ELSEWHERE, Ranked, rank
from toponyms.matching.reading import Reading, apart, contained, read
from toponyms.matching.why import sentence
from toponyms.model import Candidate, Resolution, Status

__all__ = ["CLEAR_SHARE", "CLEAR_SHARE_IN_TEXT", "Resolver", "decide"]

CLEAR_SHARE = 0.7
"""A candidate with at least this share of the probability among places of one name is resolved, else ambiguous."""
CLEAR_SHARE_IN_TEXT = 0.66
"""The same among places whose text has spoken for them."""
_FAIR_SHARE, _FAIR_SHARE_IN_TEXT = 0.18, 0.35
_MEMO = 1 << 10


def _equals(ranked: Sequence[Ranked], fair: float) -> bool:
    """Whether another place of the same kind has a fair share: two towns of one name are told apart by nothing."""
    first = ranked[0]
    near = first.evidence.distance + 0.2
    return any(one.kind is first.kind and one.share >= fair and one.evidence.distance <= near for one in ranked[1:])


def decide(ranked: Sequence[Ranked], min_score: float, *, in_text: bool = False) -> Status:
    """Resolved, ambiguous or unknown, by the documented cut-offs; a text that speaks for a place needs less.

    Example:
        >>> decide([], 0.5)
        <Status.UNKNOWN: 'unknown'>
    """
    if not ranked or ranked[0].quality < min_score:
        return Status.UNKNOWN
    if ranked[0].evidence.form == CUT_SHORT:
        return Status.AMBIGUOUS
    clear, fair = (CLEAR_SHARE_IN_TEXT, _FAIR_SHARE_IN_TEXT) if in_text else (CLEAR_SHARE, _FAIR_SHARE)
    return Status.RESOLVED if ranked[0].share >= clear and not _equals(ranked, fair) else Status.AMBIGUOUS


class Resolver:
    """Resolves mentions against one index.

    Parameters:
        index: the open index.
    """

    def __init__(self, index: Index) -> None:
        self.index = index
        self._memo: dict[object, Resolution] = {}

    def resolve(
        self, mention: str, hints: Hints = NO_HINTS, min_score: float = MIN_SCORE, limit: int = MOST_CANDIDATES
    ) -> Resolution:
        """What a mention was resolved to; answers are kept and given again for equal questions."""
        key = mention if hints is NO_HINTS and min_score == MIN_SCORE and limit == MOST_CANDIDATES else (
            mention, hints, min_score, limit)  # fmt: skip
        known = self._memo.get(key)
        if known is None:
            if len(self._memo) >= _MEMO:
                self._memo.clear()
            known = self._memo[key] = self.fresh(mention, hints, min_score, limit)
        return known

    def fresh(
        self, mention: str, hints: Hints = NO_HINTS, min_score: float = MIN_SCORE, limit: int = MOST_CANDIDATES
    ) -> Resolution:
        """What a mention was resolved to, not kept."""
        return self.resolution(mention, self.ranked(mention, hints), min_score, limit)

    def ranked(self, mention: str, hints: Hints) -> list[Ranked]:
        """The candidates of a mention, likeliest first; empty when no name is like it."""
        text = clean(mention)
        evidence = self._evidence(text, hints.lang)
        reading = evidence[0].reading if evidence else None
        around: tuple[int, ...] = ()
        if reading and reading.within and not hints.within:
            around = self.places_named(reading.within)
            hints = hints.inside(around)
        ranked = rank(self.index, evidence, hints)
        if reading and reading.within and not around:
            for one in ranked:
                if one.evidence.loose:  # what is only like a name, somewhere that nobody knows
                    one.quality *= ELSEWHERE
        if " " in text and (not ranked or ranked[0].quality < MIN_SCORE):
            return self._contained(text, hints) or ranked
        return ranked

    def _evidence(self, text: str, lang: str) -> list[Evidence]:
        """The evidence for a cleaned mention; of two names, one in parentheses, that for places which bear both."""
        outer, inner = apart(text)
        if not inner or outer in inner:
            return look_up(self.index, read(text), lang)
        evidence = look_up(self.index, read(", ".join([outer, *inner])), lang)
        for part in inner:
            places = {one.place for one in look_up(self.index, read(part), lang)}
            both = [one for one in evidence if one.place in places]
            if both:
                return both
        if any(not one.loose for one in evidence):
            return evidence
        return look_up(self.index, read(text), lang)

    def _contained(self, text: str, hints: Hints) -> list[Ranked]:
        """The candidates for a name behind the name of what holds it; empty when there is no such place in there."""
        readings = contained(text)
        around = self.places_named(readings[0].within) if readings else ()
        if not around:
            return []
        found = look_up(self.index, readings, hints.lang, loose=False)
        found = [one for one in found if inside(self.index, one.place, around) or near(self.index, one.place, around)]
        return rank(self.index, found, hints)

    def resolution(
        self, mention: str, ranked: list[Ranked], min_score: float, limit: int, *, in_text: bool = False
    ) -> Resolution:
        """The resolution that ranked candidates amount to; candidates are made into objects when asked for."""
        if not ranked:
            return Resolution(mention)
        status = decide(ranked, min_score, in_text=in_text)
        index = self.index
        place = index.place_id(ranked[0].evidence.place) if status is Status.RESOLVED else None
        return Resolution(mention, status, place, ranked[0].score, _Candidates(index, ranked[:limit]))

    def places_named(self, names: Sequence[str]) -> tuple[int, ...]:
        """The numbers of the places that names of surroundings mean, each by its best level but fuzzy."""
        found: list[int] = []
        for name in names:
            readings: list[Reading] = read(clean(name))
            found += [one.place for one in look_up(self.index, readings, loose=False)]
        return tuple(dict.fromkeys(found))


class _Candidates:
    """Makes candidates into objects, when they are asked for."""

    __slots__ = ("index", "ranked")

    def __init__(self, index: Index, ranked: Sequence[Ranked]) -> None:
        self.index, self.ranked = index, ranked

    def __call__(self) -> tuple[Candidate, ...]:
        index = self.index
        return tuple(
            Candidate(index.place(found.place), index.name(found.name), one.score, found.how, sentence(index, found))
            for one in self.ranked
            for found in (one.evidence,)
        )
