"""``toponyms explain``: how a mention comes to its answer."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from toponyms.cli.options import Commands, add_gazetteer, add_hints, gazetteer_of, hints_of

if TYPE_CHECKING:
    from toponyms.explaining import Explanation, Level
    from toponyms.library import Gazetteer

__all__ = ["register"]

_MOST_FOUND = 10
_MOST_LOSERS = 12


def register(subparsers: Commands) -> None:
    """Add ``explain``."""
    command = subparsers.add_parser(
        "explain",
        help="tell how a mention comes to its answer",
        description="Tells how a mention comes to its answer: how it was read, what each level of the search looked up "
        "and found, file and line of the name that won, and why the others lost. Exit code 1 when it was not resolved.",
    )
    command.add_argument("mention", metavar="MENTION", help="a name as somebody wrote it")
    add_hints(command)
    add_gazetteer(command)
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Explain a mention."""
    from toponyms.explaining import explain, files_of

    gazetteer = gazetteer_of(args)
    found = explain(gazetteer, args.mention, files_of(args.gazetteer, args.overlay), **hints_of(args))
    _readings(found)
    print("\nLevels of the search")
    for order, level in enumerate(found.levels, 1):
        _level(gazetteer, order, level)
    _answer(found)
    return 0 if found.resolution else 1


def _readings(found: Explanation) -> None:
    print(f'The mention "{found.resolution.mention}"' + (
        f' is read as "{found.cleaned}"' if found.cleaned != found.resolution.mention else ""))  # fmt: skip
    for reading in found.readings:
        kinds = f"; a generic term says {' or '.join(reading.kinds[:4])}" if reading.kinds else ""
        within = f"; said to be in {', '.join(reading.within)}" if reading.within else ""
        print(f'  name "{reading.text}"{kinds}{within}')
    if not found.readings:
        print("  it has no letter or digit")


def _level(gazetteer: Gazetteer, order: int, level: Level) -> None:
    index = gazetteer.index
    print(f"{order:>3}  {level.name}")
    if not level.reached:
        print("       not tried: a level before it answered well")
        return
    if level.asked:
        print(f"       looked up  {'  '.join(level.asked)}")
    for one in level.found[:_MOST_FOUND]:
        off = f", {one.distance:.2f} off in sound" if one.distance else ""
        bare = ", part of the name left out" if one.bare else ""
        form = f", {one.lang} {one.form}" if one.form else ""
        name = f"{index.name_text(one.name)} ({index.name_lang(one.name)})"
        print(f"       found      {index.place_id(one.place)}: {name}, {one.how.value}{form}{off}{bare}")
    if len(level.found) > _MOST_FOUND:
        print(f"       found      and {len(level.found) - _MOST_FOUND} more places")
    if not level.found:
        print("       found      nothing")


def _answer(found: Explanation) -> None:
    resolution = found.resolution
    if not found.contenders:
        print("\nAnswer: unknown; no name of the gazetteer is like it")
        return
    first, *others = found.contenders
    print(f"\nAnswer: {resolution.id or resolution.status.value}, score {first.candidate.score:.2f}")
    if not resolution:
        print(f"  first      {first.candidate.place.id}")
    print(f"  why        {first.candidate.why}")
    if first.where:
        print(f"  written    {first.where}")
    if others:
        print("\nThe others" if resolution else "\nThe other candidates")
    for one in others[:_MOST_LOSERS]:
        candidate = one.candidate
        place = f"{candidate.place.id} ({candidate.place.kind.value})"
        print(f"  {candidate.score:.2f}  {place}: {'; '.join(one.against)}")
    if len(others) > _MOST_LOSERS:
        print(f"        and {len(others) - _MOST_LOSERS} more")
