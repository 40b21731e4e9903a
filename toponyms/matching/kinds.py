"""Kinds as hints: whether a place is of the sort that a generic term speaks of."""

from __future__ import annotations

from functools import cache

from toponyms.model import Group, Kind

__all__ = ["NAMED_AFTER_OTHERS", "NAMED_BY_ENDS", "is_unit", "kind_fit"]

_SAME_SORT = (
    {"district", "municipality", "former-district", "uezd", "community", "canton", "province", "former-province",
     "governorate", "autonomous-oblast", "autonomous-republic", "region", "historical-region", "economic-region",
     "khanate", "principality", "city-district"},
    {"city", "town", "settlement", "railway-station"},
    {"town", "settlement", "village", "neighbourhood", "former-settlement", "community", "railway-station"},
    {"city", "town", "former-settlement", "archaeological-site"},
    {"monastery", "church", "temple", "mosque", "synagogue", "mausoleum", "archaeological-site"},
    {"fortress", "palace", "archaeological-site", "caravanserai", "monument"},
    {"cemetery", "mausoleum", "monument", "archaeological-site"},
    {"lake", "reservoir", "sea", "bay"},
    {"mountain", "range", "pass", "plateau"},
    {"plain", "valley", "gorge", "plateau", "region", "historical-region", "desert"},
    {"river", "valley", "gorge"},
    {"road", "corridor", "railway", "tunnel", "border-crossing"},
    {"country", "former-country", "khanate", "principality", "autonomous-republic", "historical-region"},
    {"national-park", "nature-reserve", "forest"},
)  # fmt: skip
"""Kinds that writers use one for another: a generic term of the one fits a place of the other, only less well."""

NAMED_AFTER_OTHERS = frozenset(
    {"museum", "theatre", "stadium", "monument", "palace", "mausoleum", "caravanserai", "mosque", "cemetery", "bridge",
     "road", "railway", "railway-station", "airport", "border-crossing", "power-station", "canal", "national-park",
     "nature-reserve", "spring"}
)  # fmt: skip
"""Kinds that bear the name of a person or of another place: without its generic term their name means those."""

NAMED_BY_ENDS = frozenset({"road", "railway", "canal", "corridor"})
"""Kinds whose name may be the two places that they join: without its generic term too it means nothing else."""


@cache
def kind_fit(kind: Kind, wanted: tuple[str, ...]) -> float:
    """How well a place's kind fits the kinds that generic terms speak of: 1 the same, 0.5 the same sort, 0 another.

    Example:
        >>> kind_fit(Kind.DISTRICT, ("district",)), kind_fit(Kind.TOWN, ("village",)), kind_fit(Kind.TOWN, ("river",))
        (1.0, 0.5, 0.0)
    """
    if kind.value in wanted or kind.group.value in wanted:
        return 1.0
    return 0.5 if any(kind in sort and not sort.isdisjoint(wanted) for sort in _SAME_SORT) else 0.0


def is_unit(kind: Kind) -> bool:
    """Whether places of a kind are administrative units.

    Example:
        >>> is_unit(Kind.DISTRICT), is_unit(Kind.TOWN)
        (True, False)
    """
    return kind.group is Group.UNIT
