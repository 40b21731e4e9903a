"""``toponyms stats``: counts of places and names, and the names that several places share."""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any

from toponyms.cli.options import Commands, add_gazetteer, add_json, gazetteer_of

if TYPE_CHECKING:
    from toponyms.library import Gazetteer

__all__ = ["counts", "homonyms", "register"]

_TRADITIONS = ("hy", "az", "ru")


def register(subparsers: Commands) -> None:
    """Add ``stats``."""
    command = subparsers.add_parser(
        "stats",
        help="count places and names",
        description="Counts places by kind, names by language and script, coordinates, and places with Armenian, "
        "Azerbaijani and Russian names.",
    )
    command.add_argument("--homonyms", action="store_true", help="list the names that several places share instead")
    add_json(command, "the counts")
    add_gazetteer(command)
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Count, or list homonyms."""
    gazetteer = gazetteer_of(args)
    if args.homonyms:
        return _list_homonyms(gazetteer, as_json=args.json)
    counted = counts(gazetteer)
    if args.json:
        from toponyms.cli.output import print_json

        print_json(counted)
        return 0
    _tables(counted)
    return 0


def counts(gazetteer: Gazetteer) -> dict[str, Any]:
    """What a gazetteer holds.

    Example:
        >>> from toponyms.library import default
        >>> counts(default())["places"] == len(default())
        True
    """
    kinds: Counter[str] = Counter()
    languages: Counter[str] = Counter()
    scripts: Counter[str] = Counter()
    traditions: Counter[int] = Counter()
    points = names = 0
    for place in gazetteer.places():
        kinds[place.kind.value] += 1
        names += len(place.names)
        languages.update(name.lang for name in place.names)
        scripts.update(name.script for name in place.names)
        points += place.at is not None
        traditions[len({name.lang for name in place.names} & set(_TRADITIONS))] += 1
    places = len(gazetteer)
    return {
        "places": places,
        "names": names,
        "kinds_in_use": len(kinds),
        "with_coordinates": points,
        "share_with_coordinates": round(points / places, 4) if places else 0.0,
        "with_two_of_hy_az_ru": traditions[2] + traditions[3],
        "with_three_of_hy_az_ru": traditions[3],
        "places_by_kind": dict(kinds.most_common()),
        "names_by_language": dict(languages.most_common()),
        "names_by_script": dict(scripts.most_common()),
    }


def _tables(counted: dict[str, Any]) -> None:
    from toponyms.cli.output import print_table

    rows = [
        ("places", f"{counted['places']:,}"),
        ("names", f"{counted['names']:,}"),
        ("kinds in use", counted["kinds_in_use"]),
        ("with coordinates", f"{counted['with_coordinates']:,} ({counted['share_with_coordinates']:.1%})"),
        ("with two or three of hy, az, ru", f"{counted['with_two_of_hy_az_ru']:,}"),
        ("with all three of hy, az, ru", f"{counted['with_three_of_hy_az_ru']:,}"),
    ]
    print_table(("what", "count"), rows, right=("count",))
    for heading, key in (("kind", "places_by_kind"), ("language", "names_by_language"), ("script", "names_by_script")):
        what = "places" if key.startswith("places") else "names"
        print()
        print_table((heading, what), [(one, f"{n:,}") for one, n in counted[key].items()], right=(what,))


def homonyms(gazetteer: Gazetteer) -> list[tuple[str, list[str]]]:
    """The names that several places share, whatever their case and marks, each with the ids of those places.

    Returns:
        The names by how many places share them, then by alphabet; of spellings that fold alike the first in the file.
    """
    from toponyms.writing.folding import fold

    spelled: dict[str, str] = {}
    shared: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for place in gazetteer.places():
        for name in place.names:
            key = fold(name.text)
            spelled.setdefault(key, name.text)
            shared[key][place.id] = None
    found = [(spelled[key], list(ids)) for key, ids in shared.items() if len(ids) > 1]
    return sorted(found, key=lambda one: (-len(one[1]), one[0]))


def _list_homonyms(gazetteer: Gazetteer, *, as_json: bool) -> int:
    found = homonyms(gazetteer)
    if as_json:
        from toponyms.cli.output import print_json

        for name, ids in found:
            print_json({"name": name, "places": ids})
        return 0
    from toponyms.cli.output import print_table

    print_table(("name", "places", "ids"), [(name, len(ids), ", ".join(ids)) for name, ids in found], right=("places",))
    return 0
