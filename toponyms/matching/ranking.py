"""Ranking: candidates of one mention are scored and weighed against one another."""

from __future__ import annotations

import math
from collections.abc import Sequence

from toponyms.index.reader import Index
from toponyms.matching.evidence import CUT_SHORT, Evidence
from toponyms.matching.hints import NO_HINTS, Hints, distance_km, hint_weight, inside
from toponyms.matching.kinds import is_unit, kind_fit
from toponyms.matching.scoring import features, probability
from toponyms.model import Group, How, Kind, Use
from toponyms.writing.generic import compound_kinds

TYPE_CHECKING = False
if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    from toponyms.lean import dataclass

__all__ = ["ELSEWHERE", "Ranked", "Weighed", "compare", "rank", "weigh"]

ELSEWHERE = 0.6
"""What is left of the quality of a place that lies elsewhere than was said: it may be meant, but less surely."""
CUT_SHORT_QUALITY = 0.5
"""The quality of evidence for a name that a mention only begins like: enough to be ambiguous, never resolved."""
_KNOWN = 0.5
_HARDLY_KNOWN = 1.5
_COMPOUND = 1.5
_PARENT_KM = 80.0
_OUT_OF_USE = (tuple(Use).index(Use.FORMER), tuple(Use).index(Use.MISSPELLING))
_FEATURE_KM = 40.0
_SPOT_KM = 6.0
_FEATURES = (Group.WATER, Group.RELIEF, Group.SITE, Group.ROUTE)
_SPOTS = ((Group.SETTLEMENT, Group.SITE), (Group.SITE, Group.SETTLEMENT))
_CARRIED = 10.0  # a whole name that carries the generic term itself
_FIT = {1.0: 12.0, 0.5: 3.0, 0.0: 0.0}
_TOWNS = (Kind.CITY, Kind.TOWN, Kind.SETTLEMENT)
_WRITTEN = (How.EXACT, How.FOLDED)


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


Weighed = tuple[Evidence, float, float, Kind]
"""Evidence with its quality, its weight apart from what the text around it says, and the kind of its place."""


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


def rank(index: Index, evidence: Sequence[Evidence], hints: Hints) -> list[Ranked]:
    """The evidence as ranked candidates, likeliest first, with the town before the unit around it that bears its name.

    Parameters:
        index: the open index.
        evidence: at most one piece for each place.
        hints: what the caller knows.
    """
    return compare(index, weigh(index, evidence, hints))


def weigh(index: Index, evidence: Sequence[Evidence], hints: Hints) -> list[Weighed]:
    """The evidence with its qualities and its weights, as `compare` takes it; parameters as for `rank`."""
    written = any(not found.bare and found.how in _WRITTEN for found in evidence)
    implied = ("unit",) if any(found.implies for found in evidence) else ()
    hinted = hints is not NO_HINTS
    weighed = []
    for found in evidence:
        reading = found.reading
        wanted = hints.kinds or (reading.kinds if reading else ()) or (implied if found.bare else ())
        kind = index.kind(found.place)
        weight = _prominence(index, found.place) - 3.0 * found.distance + _name_weight(index, found)
        weight += _kind_weight(kind, found, wanted, hinted=bool(hints.kinds))
        if written and found.how is How.ROMANIZED:
            weight -= 2.5  # another place is written so
        if hinted:
            weight += hint_weight(index, found, hints)
        quality = CUT_SHORT_QUALITY if found.form == CUT_SHORT else probability(features(index, found, wanted))
        if hints.within and not inside(index, found.place, hints.within):
            quality *= ELSEWHERE
        weighed.append((found, quality, weight, kind))
    return weighed


def compare(index: Index, weighed: Sequence[Weighed], context: dict[int, float] | None = None) -> list[Ranked]:
    """Weighed evidence as candidates weighed against one another, likeliest first; see `rank`.

    Parameters:
        index: the open index.
        weighed: what `weigh` says.
        context: log-weights that a text gives to places, by number.
    """
    if len(weighed) == 1:
        return [Ranked(*weighed[0], 1.0)]
    if not weighed:
        return []
    found = [Ranked(*one) for one in weighed]
    if context:
        for one in found:
            one.weight += context.get(one.evidence.place, 0.0)
    _features_after_settlements(index, found)
    top = max(one.weight for one in found)
    total = sum(math.exp(one.weight - top) for one in found)
    for one in found:
        one.share = math.exp(one.weight - top) / total
    found.sort(key=lambda one: (-one.score, one.evidence.place))
    return _settlement_first(index, found)


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
