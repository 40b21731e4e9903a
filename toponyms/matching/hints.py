"""Hints: what the caller knows of the place meant, and how much it weighs."""

from __future__ import annotations

import math
from collections.abc import Sequence

from toponyms.index.reader import Index
from toponyms.matching.evidence import Evidence
from toponyms.model import Group

TYPE_CHECKING = False
if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    from toponyms.lean import dataclass

__all__ = ["NO_HINTS", "Hints", "distance_km", "hint_weight", "inside", "near"]

_BESIDE_KM = 12.0


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

    def inside(self, places: tuple[int, ...]) -> Hints:
        """The same hints, with what holds the place."""
        return Hints(places, self.kinds, self.near, self.lang, self.as_of)


NO_HINTS = Hints()


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


def near(index: Index, place: int, others: Sequence[int]) -> bool:
    """Whether a place stands at or just outside one of others."""
    here = index.at(place)
    if here is None:
        return False
    points = (index.at(other) for other in others if index.kind(other).group is Group.SETTLEMENT)
    return any(point is not None and distance_km(here, point) < _BESIDE_KM for point in points)


def hint_weight(index: Index, found: Evidence, hints: Hints) -> float:
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
