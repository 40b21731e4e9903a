"""``toponyms show``: everything the gazetteer knows of one place."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from toponyms.cli.options import Commands, add_gazetteer, add_json, gazetteer_of
from toponyms.errors import UnknownPlace

if TYPE_CHECKING:
    from toponyms.library import Gazetteer
    from toponyms.model import Name, Place

__all__ = ["geo_uri", "register"]


def register(subparsers: Commands) -> None:
    """Add ``show``."""
    command = subparsers.add_parser(
        "show",
        help="tell everything the gazetteer knows of one place",
        description="Tells everything the gazetteer knows of one place: its names by language with years and use, what "
        "it lies in, identifiers elsewhere, and a geo: address for map programs. Exit code 1 when there is none.",
    )
    command.add_argument("id", metavar="ID", help="the id of a place, or a name that means one place")
    add_json(command, "everything")
    add_gazetteer(command)
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Show a place."""
    gazetteer = gazetteer_of(args)
    try:
        place = _place(gazetteer, args.id)
    except UnknownPlace as error:
        print(f"toponyms: {error}", file=sys.stderr)
        return 1
    if args.json:
        from toponyms.cli.output import print_json
        from toponyms.reporting.records import place_record

        print_json(place_record(place))
        return 0
    from toponyms.cli.output import print_table

    for title, said in _facts(gazetteer, place):
        print(f"{title:<12}{said}")
    print()
    print_table(("language", "name", "years", "use", "official in", "remark"), map(_name_row, place.names))
    return 0


def _place(gazetteer: Gazetteer, wanted: str) -> Place:
    try:
        return gazetteer.get(wanted)
    except UnknownPlace:
        resolution = gazetteer.resolve(wanted)
        if resolution.place is not None:
            print(f"no id {wanted!r}; as a name it means {resolution.id} ({resolution.why})", file=sys.stderr)
            return resolution.place
        if resolution.candidates:
            ids = ", ".join(candidate.place.id for candidate in resolution.candidates[:5])
            raise UnknownPlace(f"no place has the id {wanted!r}; as a name it may mean {ids}") from None
        raise


def geo_uri(place: Place) -> str:
    """The address of a place for map programs; empty when it has no point.

    Source: RFC 5870 (uncertainty in metres).

    Example:
        >>> from toponyms.model import Kind, Place
        >>> geo_uri(Place("garni", Kind.VILLAGE, at=(40.11, 44.73), uncertainty=5))
        'geo:40.11,44.73;u=5000'
    """
    if place.at is None:
        return ""
    uncertainty = "" if place.uncertainty is None else f";u={place.uncertainty * 1000:.0f}"
    return f"geo:{place.at[0]:g},{place.at[1]:g}{uncertainty}"


def _years(since: int | None, until: int | None) -> str:
    return "" if since is None and until is None else f"{since or ''}–{until or ''}"


def _named(gazetteer: Gazetteer, place_id: str) -> str:
    label = gazetteer.get(place_id).label if place_id in gazetteer else place_id
    return place_id if label == place_id else f"{label} ({place_id})"


def _facts(gazetteer: Gazetteer, place: Place) -> Iterator[tuple[str, str]]:
    yield "place", place.label
    yield "id", place.id
    yield "kind", f"{place.kind.value} (GeoNames {place.kind.geonames})"
    yield "within", " < ".join(_named(gazetteer, one) for one in place.ancestors) or "nothing"
    for unit in place.also_within:
        years = _years(unit.since, unit.until)
        yield "also within", _named(gazetteer, unit.id) + (f", {years}" if years else "")
    yield "point", geo_uri(place) or "not known"
    if place.population is not None:
        yield "population", f"{place.population:,}"
    for scheme, identifier in place.same_as:
        yield "same as", f"{scheme} {identifier}"
    if place.note:
        yield "remark", place.note


def _name_row(name: Name) -> tuple[str, ...]:
    from toponyms.writing.tables import rows

    languages = {row[0]: row[1] for row in rows("languages")}
    language = languages.get(name.lang)
    remark = name.note if name.fuzzy else "; ".join(filter(None, ["taken only as written", name.note]))
    return (
        f"{language} ({name.lang})" if language else name.lang,
        name.text,
        _years(name.since, name.until),
        "" if name.use.value == "current" else name.use.value,
        name.official_in or "",
        remark,
    )
