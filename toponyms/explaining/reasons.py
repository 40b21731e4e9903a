"""Why a candidate lost: what sets it back against the first one, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from toponyms.matching.hints import distance_km
from toponyms.matching.kinds import kind_fit
from toponyms.model import Candidate, Group, How, Place, Use

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toponyms.library import Gazetteer
    from toponyms.matching.evidence import Evidence

__all__ = ["reasons"]

_STRENGTH = {How.EXACT: 0, How.FOLDED: 0, How.INFLECTED: 1, How.ROMANIZED: 1, How.FUZZY: 2}
_LESS_KNOWN = 0.05


def reasons(
    gazetteer: Gazetteer,
    lost: tuple[Candidate, Evidence | None],
    won: tuple[Candidate, Evidence | None],
    hints: Mapping[str, Any],
) -> tuple[str, ...]:
    """What sets a candidate back against the first one.

    Parameters:
        gazetteer: the gazetteer that answered.
        lost: the candidate and the evidence for it.
        won: the first candidate and the evidence for that.
        hints: the hints that were given.

    Returns:
        The reasons, heaviest first; one that says so when nothing tells the two apart.
    """
    (loser, found), (winner, best) = lost, won
    said = [
        *_of_hints(gazetteer, loser, winner, hints),
        *_of_kind(loser, winner, best, hints),
        *_of_name(loser, found, winner, best),
        *_of_place(gazetteer, loser, winner),
    ]
    return tuple(said) or ("nothing tells it apart from the first",)


def _of_hints(gazetteer: Gazetteer, loser: Candidate, winner: Candidate, hints: Mapping[str, Any]) -> Iterator[str]:
    within = hints.get("within")
    if within in gazetteer and _inside(winner.place, str(within)) and not _inside(loser.place, str(within)):
        yield f"not within {within}"
    near = hints.get("near")
    point = near if isinstance(near, tuple) else gazetteer.get(str(near)).at if near in gazetteer else None
    if point and winner.place.at:
        first = distance_km(winner.place.at, point)
        if loser.place.at is None:
            yield "its point is not known"
        elif distance_km(loser.place.at, point) > first + 1.0:
            yield f"{distance_km(loser.place.at, point):.0f} km from the point given, the first {first:.0f} km"
    year = hints.get("as_of")
    if year is not None and not loser.name.in_use(year):
        yield f"the name was not in use in {year}"


def _inside(place: Place, outer: str) -> bool:
    return outer == place.id or outer in place.ancestors or any(unit.id == outer for unit in place.also_within)


def _of_kind(loser: Candidate, winner: Candidate, best: Evidence | None, hints: Mapping[str, Any]) -> Iterator[str]:
    asked = hints.get("kind")
    kinds = (asked,) if isinstance(asked, str) else tuple(asked or ())
    if not kinds and best is not None and best.reading is not None:
        kinds = best.reading.kinds or ((best.implies,) if best.implies else ())
    if kinds and kind_fit(loser.place.kind, kinds) < kind_fit(winner.place.kind, kinds):
        yield f"its kind is {loser.place.kind.value}; {' or '.join(kinds[:3])} was asked for"
    elif not kinds and winner.place.kind.group is Group.SETTLEMENT and loser.place.id in winner.place.ancestors:
        yield "the unit around the first; nothing in the mention says that a unit is meant"


def _of_name(loser: Candidate, found: Evidence | None, winner: Candidate, best: Evidence | None) -> Iterator[str]:
    if _STRENGTH[loser.how] > _STRENGTH[winner.how]:
        yield f"found by a weaker level ({loser.how.value}, the first is {winner.how.value})"
    if found is not None and best is not None:
        if found.bare and not best.bare:
            yield f"its name is {loser.name.text}: the mention lacks part of it"
        if found.distance > best.distance + 0.05:
            yield f"sounds less like the mention ({found.distance:.2f} off, the first {best.distance:.2f})"
    if loser.name.use is not Use.CURRENT and winner.name.use is Use.CURRENT:
        yield f"{loser.name.text} is a {loser.name.use.value} name of it"


def _of_place(gazetteer: Gazetteer, loser: Candidate, winner: Candidate) -> Iterator[str]:
    known = gazetteer.index.p_known
    less, more = (known[gazetteer.index.place_number(one.place.id)] for one in (loser, winner))
    if less < more - _LESS_KNOWN:
        people = [f"{one.place.population:,}" for one in (winner, loser) if one.place.population]
        yield "less well known than the first" + (
            f" ({people[1]} inhabitants against {people[0]})" if len(people) == 2 else ""
        )
