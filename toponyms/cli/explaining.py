"""``toponyms explain``: how a mention comes to its answer."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from toponyms.cli.options import Commands, add_gazetteer, add_hints, gazetteer_of, hints_of

if TYPE_CHECKING:
    from toponyms.explaining import Explanation, Level

__all__ = ["register"]

_MOST_LOOKUPS = 8
_MOST_FOUND = 4
_MOST_KEPT = 10
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
        _level(order, level)
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


def _level(order: int, level: Level) -> None:
    print(f"{order:>3}  {level.name}")
    if not level.lookups:
        print("       nothing was looked up")
    for one in level.lookups[:_MOST_LOOKUPS]:
        names = [f"{place}: {name} ({lang})" if place else name for place, name, lang in one.found[:_MOST_FOUND]]
        if len(one.found) > _MOST_FOUND:
            names.append(f"and {len(one.found) - _MOST_FOUND} more")
        print(f"       looked up  {one.key}  ->  {'; '.join(names) or 'nothing'}")
    if len(level.lookups) > _MOST_LOOKUPS:
        more = level.lookups[_MOST_LOOKUPS:]
        print(f"       looked up  and {len(more)} more, {sum(1 for one in more if one.found)} of them found")
    for line in level.kept[:_MOST_KEPT]:
        print(f"       gave       {line}")
    if len(level.kept) > _MOST_KEPT:
        print(f"       gave       and {len(level.kept) - _MOST_KEPT} more")


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
