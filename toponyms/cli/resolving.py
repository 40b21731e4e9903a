"""``toponyms resolve``: which place each mention means."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from toponyms.cli.options import Commands, add_gazetteer, add_hints, add_json, count, gazetteer_of, hints_of, read_lines

if TYPE_CHECKING:
    from toponyms.library import Gazetteer
    from toponyms.model import Resolution

__all__ = ["register"]

_BATCH = 200_000
_LONG = 5_000


def register(subparsers: Commands) -> None:
    """Add ``resolve``."""
    command = subparsers.add_parser(
        "resolve",
        help="say which place each mention means",
        description="Says which place each mention means, how sure that is, and why. Without mentions it reads them "
        "from standard input, one a line. Exit code 1 when none of them was resolved.",
    )
    command.add_argument("mentions", metavar="MENTION", nargs="*", help="a name as somebody wrote it")
    add_json(command, "one object a mention, each on a line of its own,")
    command.add_argument(
        "--workers", metavar="N", type=count, default=1, help="processes to use for long input; they share the index"
    )
    add_hints(command)
    add_gazetteer(command)
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Resolve the mentions given, or those of standard input."""
    mentions = args.mentions or read_lines(None)
    gazetteer = gazetteer_of(args)
    resolved = 0
    with _progress(len(mentions)) as report:
        for found in _batches(gazetteer, mentions, args.workers, report, hints_of(args)):
            resolved += sum(1 for one in found if one)
            _show(found, as_json=args.json)
    return 0 if resolved else 1


def _batches(
    gazetteer: Gazetteer, mentions: list[str], workers: int, report: Callable[[int], object], hints: dict[str, Any]
) -> Iterator[list[Resolution]]:
    for start in range(0, len(mentions), _BATCH):
        batch = mentions[start : start + _BATCH]
        yield gazetteer.resolve_many(batch, workers=workers, progress=report, **hints)


def _show(found: list[Resolution], *, as_json: bool) -> None:
    if as_json:
        from toponyms.cli.output import print_json
        from toponyms.reporting.records import resolution_record

        for one in found:
            print_json(resolution_record(one))
        return
    from toponyms.cli.output import print_table
    from toponyms.cli.rows import place_cells

    rows = [(one.mention, *place_cells(one)) for one in found]
    print_table(("mention", "place", "kind", "score", "why"), rows, right=("score",))


@contextmanager
def _progress(total: int) -> Iterator[Callable[[int], object]]:
    """What to tell the number of mentions done: a bar on standard error where the input is long."""
    if total < _LONG or not sys.stderr.isatty():
        yield lambda _done: None
        return
    from rich.console import Console
    from rich.progress import Progress

    console = Console(file=sys.stderr)
    with Progress(console=console, transient=True, redirect_stdout=False, redirect_stderr=False) as bar:
        task = bar.add_task("resolving", total=total)
        yield lambda done: bar.advance(task, done)
