"""Prominence: how known a place is before anything is known of a mention, and which places are far away."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from functools import cache

from toponyms.model import Group, Kind, Place
from toponyms.writing.tables import rows

__all__ = ["is_far_away", "prominence", "shares"]

_NEXT_TO_NOTHING = 1 / 500
"""Of a country far away the gazetteer has less than this share of the places that it has of its own region."""
_SELDOM, _SELDOM_AT_MOST = 1.5, 3.0
"""How much less known a place counts for each power of ten that its country has fewer places, and at most."""


@cache
def _of_kinds() -> dict[str, float]:
    """How known places of each kind are, from the table ``prominence``."""
    return {kind: float(weight) for kind, weight, *_ in rows("prominence")}


def prominence(place: Place, share: float) -> float:
    """How known a place is, about 0–10: its kind, its inhabitants, how many languages name it.

    A gazetteer of one region is asked for places of that region: of two towns of one name, the one in a country of
    which it names few places is meant less often.
    """
    languages = len({name.lang.partition("-")[0] for name in place.names} - {"und"})
    people = math.log10(place.population + 10) if place.population else 0.0
    names = 0.25 * min(languages, 8) + 0.12 * min(len(place.names), 20)
    known = _of_kinds().get(place.kind.value, 1.0) + max(people - 2.0, 0.0) * 0.7 + names
    if place.kind.group not in (Group.SETTLEMENT, Group.UNIT):
        return known
    return max(known - min(-_SELDOM * math.log10(share), _SELDOM_AT_MOST), 0.0)


def shares(places: Sequence[Place]) -> list[float]:
    """For each place how many places the outermost unit around it has, as a share of those of the largest, 0–1."""
    around = {place.id: place.within for place in places}
    outer: dict[str, str] = {}
    for place in places:
        chain = [place.id]
        while (holder := around[chain[-1]]) and holder not in outer and holder not in chain:
            chain.append(holder)
        outer.update(dict.fromkeys(chain, outer.get(holder or chain[-1], chain[-1])))
    sizes = Counter(outer.values())
    most = max(sizes.values(), default=1)
    return [sizes[outer[place.id]] / most for place in places]


def is_far_away(place: Place, share: float) -> bool:
    """Whether a place is a country, or a settlement in one, of which the gazetteer names hardly another place."""
    return share < _NEXT_TO_NOTHING and (place.kind is Kind.COUNTRY or place.kind.group is Group.SETTLEMENT)
