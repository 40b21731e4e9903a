"""``toponyms find``: every place that a text names."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, Any

from toponyms.cli.options import Commands, add_gazetteer, gazetteer_of, read_text, score

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toponyms.model import Mention

__all__ = ["register"]


def register(subparsers: Commands) -> None:
    """Add ``find``."""
    command = subparsers.add_parser(
        "find",
        help="find the places that a text names",
        description="Finds every place that a text names, each read in the light of the others. "
        "Exit code 1 when it names none.",
    )
    command.add_argument(
        "file", metavar="FILE", nargs="?", help="the text, in UTF-8; standard input when - or left out"
    )
    forms = command.add_mutually_exclusive_group()
    forms.add_argument("--json", action="store_true", help="print one JSON object a mention, each on a line of its own")
    forms.add_argument("--csv", action="store_true", help="print one row a mention for a spreadsheet")
    forms.add_argument("--geojson", action="store_true", help="print one GeoJSON feature a mention, for a map program")
    forms.add_argument(
        "--html", metavar="OUT", help="write one page with the text, its places marked, and a map; - prints it"
    )
    command.add_argument(
        "--min-score", metavar="SCORE", type=score, help="leave out mentions with a lower score, 0 to 1"
    )
    command.add_argument(
        "--kind", metavar="KIND", action="append", help="only places of a kind or group; may be given several times"
    )
    command.add_argument("--within", metavar="ID", help="only places inside the one with this id or name")
    command.add_argument("--lang", metavar="TAG", help="language tag of the text, such as hy; guessed when left out")
    add_gazetteer(command)
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Find the places of a file or of standard input."""
    text = read_text(args.file)
    options: dict[str, Any] = {"kinds": args.kind, "within": args.within, "lang": args.lang}
    if args.min_score is not None:
        options["min_score"] = args.min_score
    mentions = gazetteer_of(args).find(text, **options)
    if args.html is not None:
        _write_page(args.html, text, mentions, args.file)
    else:
        _show(mentions, args)
    return 0 if mentions else 1


def _write_page(out: str, text: str, mentions: Sequence[Mention], path: str | None) -> None:
    from toponyms.cli.output import write_text
    from toponyms.reporting.page import page

    title = "Places found" if path in (None, "-") else f"Places in {path}"
    write_text(out, page(text, mentions, title=title))
    if out != "-":
        print(f"{out}: {len(mentions)} mentions", file=sys.stderr)


def _show(mentions: Sequence[Mention], args: argparse.Namespace) -> None:
    from toponyms.cli import output

    if args.json:
        from toponyms.reporting.records import mention_record

        for mention in mentions:
            output.print_json(mention_record(mention))
    elif args.csv:
        from toponyms.reporting.spreadsheet import spreadsheet

        sys.stdout.write(spreadsheet(mentions))
    elif args.geojson:
        from toponyms.reporting.geojson import geojson

        print(geojson(mentions))
    else:
        from toponyms.cli.rows import place_cells

        rows = [(" ".join(mention.text.split()), *place_cells(mention.resolution)) for mention in mentions]
        output.print_table(("mention", "place", "kind", "score", "why"), rows, right=("score",))
