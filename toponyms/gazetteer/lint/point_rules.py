"""T042, T043, T045: points against the places around them, and two records for one place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import product
from statistics import median

from toponyms.gazetteer.findings import Finding
from toponyms.gazetteer.lint.context import Context, kilometres
from toponyms.gazetteer.lint.near import one_edit_apart
from toponyms.gazetteer.lint.rule import rule
from toponyms.gazetteer.records import PlaceRecord
from toponyms.model import Group, Kind

__all__ = ["RULES"]

_SAME_PLACE_KM = 3.0
_CELL_DEGREES = 0.06
_LEAST_POINTS = 5
_REACH = {
    Kind.COUNTRY: 700, Kind.FORMER_COUNTRY: 700, Kind.KHANATE: 300, Kind.PRINCIPALITY: 200, Kind.GOVERNORATE: 300,
    Kind.AUTONOMOUS_REPUBLIC: 200, Kind.AUTONOMOUS_OBLAST: 150, Kind.PROVINCE: 210, Kind.FORMER_PROVINCE: 120,
    Kind.DISTRICT: 60, Kind.FORMER_DISTRICT: 90, Kind.UEZD: 150, Kind.CANTON: 100, Kind.MUNICIPALITY: 50,
    Kind.COMMUNITY: 60, Kind.CITY_DISTRICT: 30, Kind.REGION: 500, Kind.ECONOMIC_REGION: 150,
    Kind.HISTORICAL_REGION: 500, Kind.CITY: 90, Kind.TOWN: 40,
}  # fmt: skip
_REACH_OF_GROUP = {Group.STATE: 700, Group.UNIT: 100, Group.REGION: 500, Group.SETTLEMENT: 25, Group.WATER: 300,
                   Group.RELIEF: 300, Group.SITE: 25, Group.ROUTE: 300}  # fmt: skip
_LONG_KINDS = frozenset({Kind.RIVER, Kind.CANAL, Kind.SEA, Kind.RANGE, Kind.PLAIN, Kind.PLATEAU, Kind.DESERT})
_LENGTH = 300


@rule("T042", "swapped")
def swapped(context: Context) -> Iterator[Finding]:
    """Latitude stands before longitude.

    Found where a point with its numbers swapped would lie near its parent, or near the middle of the file, and as it
    stands lies far away.

    Bad:
        kapan:
          kind: town
          within: syunik
          at: [46.4058, 39.2076]
          names:
            en: [Kapan]

        syunik:
          kind: province
          at: [39.2, 46.4]
          names:
            en: [Syunik]

    Good:
        kapan:
          kind: town
          within: syunik
          at: [39.2076, 46.4058]
          names:
            en: [Kapan]

        syunik:
          kind: province
          at: [39.2, 46.4]
          names:
            en: [Syunik]
    """
    for id_, place in context.document.records.items():
        if place.at is not None and _is_swapped(context, id_, place, place.at):
            latitude, longitude = place.at
            what = f"[{latitude}, {longitude}] has longitude before latitude"
            yield context.finding("T042", id_, ("at",), what, f"write at: [{longitude}, {latitude}]")


def _is_swapped(context: Context, id_: str, place: PlaceRecord, at: tuple[float, float]) -> bool:
    turned = (at[1], at[0])
    if abs(turned[0]) > 90:
        return False
    parent = _parent_point(context, id_)
    if parent is not None:
        centre, reach = parent
    else:
        middle = _middle(context)
        if middle is None:
            return False
        centre, reach = middle, 1000.0
    return kilometres(at, centre) > reach + _length(place) and kilometres(turned, centre) <= reach


def _middle(context: Context) -> tuple[float, float] | None:
    found = context.cache.get("middle")
    if found is None and "middle" not in context.cache:
        points = [place.at for place in context.document.records.values() if place.at is not None]
        if len(points) >= _LEAST_POINTS:
            found = (median(point[0] for point in points), median(point[1] for point in points))
        context.cache["middle"] = found
    return found


def _parent_point(context: Context, id_: str) -> tuple[tuple[float, float], float] | None:
    """The point of the nearest place around that has one, and how far, in km, it may reach."""
    for above in context.ancestors(id_):
        holder = context.record(above)
        if holder is not None and holder.at is not None:
            reach = _REACH.get(holder.kind, _REACH_OF_GROUP[holder.kind.group])
            return holder.at, float(max(reach, 1.75 * (holder.uncertainty or 0)))
    return None


def _length(place: PlaceRecord) -> float:
    """How far, in km, the point of a place may lie from a part of it, and how far it may be off."""
    long = place.kind in _LONG_KINDS or place.kind.group in {Group.ROUTE, Group.STATE, Group.REGION}
    return (_LENGTH if long else 0.0) + (place.uncertainty or 0.0)


@rule("T043", "far-from-parent")
def far_from_parent(context: Context) -> Iterator[Finding]:
    """A point lies within reach of the place that holds it.

    The reach depends on the kind of the holder: a district 60 km, a province 210, a country 700; or one and three
    quarter times the holder's own `uncertainty` where that is more. Rivers, ranges, roads and the like may reach 300 km
    further.

    Bad:
        goris:
          kind: town
          within: syunik
          at: [49.5111, 46.3419]
          names:
            en: [Goris]

        syunik:
          kind: province
          at: [39.2, 46.4]
          names:
            en: [Syunik]

    Good:
        goris:
          kind: town
          within: syunik
          at: [39.5111, 46.3419]
          names:
            en: [Goris]

        syunik:
          kind: province
          at: [39.2, 46.4]
          names:
            en: [Syunik]
    """
    for id_, place in context.document.records.items():
        if place.at is None or place.within is None:
            continue
        parent = _parent_point(context, id_)
        if parent is None:
            continue
        distance = kilometres(place.at, parent[0])
        if distance > parent[1] + _length(place) and not _is_swapped(context, id_, place, place.at):
            what = f"the point lies {distance:.0f} km from {place.within}"
            remedy = f"look up the point on a map, or correct within: (at most {parent[1]:.0f} km)"
            yield context.finding("T043", id_, ("at",), what, remedy)


@rule("T045", "one-place-twice")
def one_place_twice(context: Context) -> Iterator[Finding]:
    """No two records of one kind have the same or nearly the same name within 3 km of each other.

    Bad:
        goris:
          kind: town
          at: [39.5111, 46.3419]
          names:
            hy: [Գորիս]

        goris-town:
          kind: town
          at: [39.51, 46.34]
          names:
            hy: [Գորիս]
            en: [Goris]

    Good:
        goris:
          kind: town
          at: [39.5111, 46.3419]
          names:
            hy: [Գորիս]
            en: [Goris]
    """
    cells: dict[tuple[int, int, Kind], list[tuple[str, tuple[float, float]]]] = defaultdict(list)
    keys = _keys_by_place(context)
    for id_, place in context.document.records.items():
        if place.at is None:
            continue
        row, column = int(place.at[0] // _CELL_DEGREES), int(place.at[1] // _CELL_DEGREES)
        for up, aside in product((-1, 0, 1), repeat=2):
            for other, there in cells.get((row + up, column + aside, place.kind), ()):
                distance = kilometres(place.at, there)
                if distance <= _SAME_PLACE_KM and (shared := _shared_name(keys[id_], keys[other])):
                    line, _ = context.document.where(other)
                    spot = f"{other} ({context.document.path}:{line})"
                    what = f"{spot} is a {place.kind} {distance:.1f} km away named {shared} too"
                    remedy = "merge the two records, or write above this one # lint: ignore T045: and why they are two"
                    yield context.finding("T045", id_, (), what, remedy)
        cells[row, column, place.kind].append((id_, place.at))


def _keys_by_place(context: Context) -> dict[str, dict[str, str]]:
    keys: dict[str, dict[str, str]] = defaultdict(dict)
    for name in context.names:
        keys[name.id].setdefault(name.key, name.record.text)
    return keys


def _shared_name(keys: dict[str, str], others: dict[str, str]) -> str:
    for key, text in keys.items():
        if key in others or any(one_edit_apart(key, other) for other in others):
            return text
    return ""


RULES = (swapped, far_from_parent, one_place_twice)
"""The rules of this module in the order of their codes."""
