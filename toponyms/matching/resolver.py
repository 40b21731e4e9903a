"""Resolving a mention: look up, score, weigh the candidates against one another, decide."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import partial

from toponyms.index.reader import Index
from toponyms.matching.answers import MIN_SCORE, MOST_CANDIDATES
from toponyms.matching.cleaning import clean
from toponyms.matching.evidence import CUT_SHORT, Evidence
from toponyms.matching.kinds import is_unit, kind_fit
from toponyms.matching.lookup import look_up
from toponyms.matching.reading import Reading, read
from toponyms.matching.scoring import features, probability
from toponyms.matching.why import sentence
from toponyms.model import Candidate, Group, How, Kind, Resolution, Status, Use
from toponyms.writing.generic import compound_kinds

TYPE_CHECKING = False
if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    from toponyms.lean import dataclass

__all__ = ["Hints", "Ranked", "Resolver", "decide", "distance_km"]

CLEAR_SHARE = 0.7
"""A candidate with at least this share of the probability among places of one name is resolved, else ambiguous."""
CLEAR_SHARE_IN_TEXT = 0.66
"""The same among places whose text has spoken for them."""
CUT_SHORT_QUALITY = 0.5
"""The quality of evidence for a name that a mention only begins like: enough to be ambiguous, never resolved."""
_KNOWN = 0.5
_HARDLY_KNOWN = 1.5
_COMPOUND = 1.5
_ELSEWHERE = 0.6  # a place that lies elsewhere than was said may be meant, but less surely
_MEMO = 1 << 10
_PARENT_KM = 80.0
_OUT_OF_USE = (tuple(Use).index(Use.FORMER), tuple(Use).index(Use.MISSPELLING))
_FEATURE_KM = 40.0
_SPOT_KM = 6.0
_FAIR_SHARE, _FAIR_SHARE_IN_TEXT = 0.18, 0.35
_FEATURES = (Group.WATER, Group.RELIEF, Group.SITE, Group.ROUTE)
_SPOTS = ((Group.SETTLEMENT, Group.SITE), (Group.SITE, Group.SETTLEMENT))
_CARRIED = 10.0  # a whole name that carries the generic term itself
_FIT = {1.0: 12.0, 0.5: 3.0, 0.0: 0.0}
_TOWNS = (Kind.CITY, Kind.TOWN, Kind.SETTLEMENT)
_WRITTEN = (How.EXACT, How.FOLDED)


@dataclass(frozen=True, slots=True)
class Hints:
    """What the caller knows of the place meant."""

    within: tuple[int, ...] = ()
    """Numbers of places it is in, any of them."""
    kinds: tuple[str, ...] = ()
    """Kinds or groups it may be of."""
    near: tuple[float, float] | None = None
    """A point it is near, latitude and longitude in degrees."""
    lang: str = ""
    """The language tag of the mention."""
    as_of: int | None = None
    """The year the mention is from."""


NO_HINTS = Hints()


@dataclass(slots=True)
class Ranked:
    """Evidence with its quality and its weight among the places that share the name."""

    evidence: Evidence
    quality: float
    weight: float
    kind: Kind
    share: float = 0.0

    @property
    def score(self) -> float:
        """The probability that this place is meant."""
        return self.quality * self.share


def distance_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Great-circle distance of two points, in kilometres.

    Example:
        >>> round(distance_km((40.18, 44.51), (40.41, 49.87)))
        455
    """
    lat1, lat2 = math.radians(one[0]), math.radians(other[0])
    half = math.sin((lat2 - lat1) / 2) ** 2
    half += math.cos(lat1) * math.cos(lat2) * math.sin(math.radians(other[1] - one[1]) / 2) ** 2
    return 12742.0 * math.asin(min(1.0, math.sqrt(half)))


def inside(index: Index, place: int, outer: Sequence[int]) -> bool:
    """Whether a place is one of others or within one, today or by the units it and its units once lay in."""
    waiting = [place, *index.parents(place)]
    seen: set[int] = set()
    while waiting:
        number = waiting.pop()
        if number in outer:
            return True
        if number not in seen:
            seen.add(number)
            waiting += index.units_of(number)
    return False


def _hint_weight(index: Index, found: Evidence, hints: Hints) -> float:
    """Log-weight that the caller's hints give a candidate."""
    weight = 0.0
    if hints.within:
        weight += 2.0 if inside(index, found.place, hints.within) else -4.0
    if hints.near is not None:
        at = index.at(found.place)
        weight -= 4.0 * math.log1p(distance_km(at, hints.near) / 10.0) if at else 9.0
    if hints.lang and index.name_lang(found.name).partition("-")[0] == hints.lang.partition("-")[0]:
        weight += 0.7
    if hints.as_of is not None:
        weight += 0.0 if index.name(found.name).in_use(hints.as_of) else -3.0
    return weight


def _prominence(index: Index, place: int) -> float:
    """Log-weight of how known a place is: real mentions speak hardly ever of the least known."""
    known = float(index.p_known[place])
    return _KNOWN * known - (_HARDLY_KNOWN if known < 2.0 else 0.0)


def _name_weight(index: Index, found: Evidence) -> float:
    """Log-weight of the name itself: current and written so before former, nameless and only alike in sound."""
    weight = 0.0
    if found.bare:
        weight -= 2.0 if found.reading and found.reading.kinds else 2.5
    if index.n_use[found.name] in _OUT_OF_USE:
        weight -= 1.2
    if not index.preferred(found.name):
        weight -= 0.4
    if found.how is not How.EXACT and found.how is not How.FOLDED:
        weight -= 0.5
    return weight


def _kind_weight(kind: Kind, found: Evidence, wanted: tuple[str, ...], *, hinted: bool) -> float:
    """Log-weight of a place's kind: what terms, case forms and hints say of it, and how a mention is built."""
    reading = found.reading
    weight = 0.0
    if reading and not wanted:
        if reading.within and kind.group is Group.SETTLEMENT:
            weight += 1.0  # "Sevan, Gegharkunik" is how a settlement is named
        compound = compound_kinds(reading.key)
        weight += _COMPOUND * kind_fit(kind, compound) if compound else 0.0
    if wanted or found.implies:
        fit = _FIT[kind_fit(kind, wanted or ("unit",))]
        as_written = not (hinted or found.bare or found.distance or found.how is How.ROMANIZED)
        carried = as_written and reading is not None and reading.whole and bool(reading.kinds)
        weight += max(fit, _CARRIED) if carried else fit
    return weight


def rank(
    index: Index, evidence: Sequence[Evidence], hints: Hints, context: dict[int, float] | None = None
) -> list[Ranked]:
    """The evidence as ranked candidates, likeliest first, with the town before the unit around it that bears its name.

    Parameters:
        index: the open index.
        evidence: at most one piece for each place.
        hints: what the caller knows.
        context: log-weights that a text gives to places, by number.
    """
    if not evidence:
        return []
    written = any(not found.bare and found.how in _WRITTEN for found in evidence)
    implied = ("unit",) if any(found.implies for found in evidence) else ()
    hinted = hints is not NO_HINTS
    ranked = []
    for found in evidence:
        reading = found.reading
        wanted = hints.kinds or (reading.kinds if reading else ()) or (implied if found.bare else ())
        kind = index.kind(found.place)
        weight = _prominence(index, found.place) - 3.0 * found.distance + _name_weight(index, found)
        weight += _kind_weight(kind, found, wanted, hinted=bool(hints.kinds))
        if written and found.how is How.ROMANIZED:
            weight -= 2.5  # another place is written so
        if hinted:
            weight += _hint_weight(index, found, hints)
        if context:
            weight += context.get(found.place, 0.0)
        quality = CUT_SHORT_QUALITY if found.form == CUT_SHORT else probability(features(index, found, wanted))
        if hints.within and not inside(index, found.place, hints.within):
            quality *= _ELSEWHERE
        ranked.append(Ranked(found, quality, weight, kind))
    if len(ranked) == 1:
        ranked[0].share = 1.0
        return ranked
    _features_after_settlements(index, ranked)
    top = max(one.weight for one in ranked)
    total = sum(math.exp(one.weight - top) for one in ranked)
    for one in ranked:
        one.share = math.exp(one.weight - top) / total
    ranked.sort(key=lambda one: (-one.score, one.evidence.place))
    return _settlement_first(index, ranked)


def _features_after_settlements(index: Index, ranked: Sequence[Ranked]) -> None:
    """A river, church or road that bears the name of the village it is at is meant less often than the village."""
    settled = [one.evidence.place for one in ranked if one.kind.group is Group.SETTLEMENT]
    features = [one for one in ranked if one.kind.group in _FEATURES and not _unit_asked(one)] if settled else []
    points = [point for point in map(index.at, settled) if point] if features else []
    for one in features:
        at = index.at(one.evidence.place)
        monastery = one.kind is Kind.MONASTERY  # villages are named after them
        if at and not monastery and any(distance_km(at, point) < _FEATURE_KM for point in points):
            one.weight -= 1.5


def _bears_name(index: Index, unit: int, settlement: int) -> bool:
    """Whether a unit lies around a settlement: an ancestor of it, or centred near it."""
    if unit in index.parents(settlement):
        return True
    here, there = index.at(unit), index.at(settlement)
    return here is not None and there is not None and distance_km(here, there) < _PARENT_KM


def _at_one_spot(index: Index, place: int, other: int) -> bool:
    """Whether a village and the monastery or fortress of its name stand together: either answer leads to the spot."""
    group, other_group = index.kind(place).group, index.kind(other).group
    if (group, other_group) not in _SPOTS:
        return False
    here, there = index.at(place), index.at(other)
    if here is None or there is None:
        return False
    return distance_km(here, there) < _SPOT_KM


def _settlement_first(index: Index, ranked: list[Ranked]) -> list[Ranked]:
    """A town and the units around it that bear its name are one answer, the town first unless a unit was asked for."""
    first = ranked[0]
    asked = _unit_asked(first)
    if is_unit(first.kind) and not asked:
        for one in ranked[1:]:
            town = one.kind in _TOWNS and one.weight > first.weight - 4.0
            if town and _bears_name(index, first.evidence.place, one.evidence.place):
                ranked.remove(one)
                ranked.insert(0, one)
                break
    first = ranked[0]
    for one in ranked[1:]:
        if _one_answer(index, first, one, asked):
            first.share += one.share
            one.share = 0.0001
    first.share = min(first.share, 1.0)
    return ranked


def _one_answer(index: Index, first: Ranked, one: Ranked, asked: bool) -> bool:
    """Whether two candidates are one answer: a town and its unit, or what stands at one spot."""
    kind, other = first.kind, one.kind
    if is_unit(kind):
        around = is_unit(other) or (asked and other.group is Group.SETTLEMENT)
    else:
        around = kind.group is Group.SETTLEMENT and is_unit(other)
    if around and _bears_name(index, one.evidence.place, first.evidence.place):
        return True
    return _at_one_spot(index, one.evidence.place, first.evidence.place)


def _unit_asked(one: Ranked) -> bool:
    reading = one.evidence.reading
    return bool(one.evidence.implies or (reading and reading.kinds))


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
        readings = read(clean(mention))
        evidence = look_up(self.index, readings, hints.lang)
        reading = evidence[0].reading if evidence else None
        if reading and reading.within and not hints.within:
            around = self.places_named(reading.within)
            hints = Hints(around, hints.kinds, hints.near, hints.lang, hints.as_of)
        return rank(self.index, evidence, hints)

    def resolution(
        self, mention: str, ranked: list[Ranked], min_score: float, limit: int, *, in_text: bool = False
    ) -> Resolution:
        """The resolution that ranked candidates amount to; candidates are made into objects when asked for."""
        if not ranked:
            return Resolution(mention)
        status = decide(ranked, min_score, in_text=in_text)
        index = self.index
        place = index.place_id(ranked[0].evidence.place) if status is Status.RESOLVED else None
        kept = [(one.evidence, one.score) for one in ranked[:limit]]
        return Resolution(mention, status, place, ranked[0].score, partial(_candidates, index, kept))

    def places_named(self, names: Sequence[str]) -> tuple[int, ...]:
        """The numbers of the places that names of surroundings mean, each by its best level but fuzzy."""
        found: list[int] = []
        for name in names:
            readings: list[Reading] = read(clean(name))
            found += [one.place for one in look_up(self.index, readings, loose=False)]
        return tuple(dict.fromkeys(found))


def _candidates(index: Index, kept: Sequence[tuple[Evidence, float]]) -> tuple[Candidate, ...]:
    """Ranked candidates as objects."""
    return tuple(
        Candidate(index.place(found.place), index.name(found.name), score, found.how, sentence(index, found))
        for found, score in kept
    )
