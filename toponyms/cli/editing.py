"""The commands that change a gazetteer, ``fmt``, ``add``, ``name`` and ``move``; with them those of `checking`."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, Any

from toponyms.cli import checking
from toponyms.cli.options import Commands
from toponyms.errors import GazetteerError

if TYPE_CHECKING:
    from toponyms.gazetteer.edit import Edit

__all__ = ["register"]


def register(subparsers: Commands) -> None:
    """Add ``lint``, ``fmt``, ``schema``, ``diff``, ``add``, ``name`` and ``move``."""
    checking.register_lint(subparsers)
    _register_fmt(subparsers)
    _register_add(subparsers)
    _register_name(subparsers)
    _register_move(subparsers)
    checking.register_schema(subparsers)
    checking.register_diff(subparsers)


def _register_fmt(subparsers: Commands) -> None:
    command = subparsers.add_parser(
        "fmt",
        help="bring gazetteers into canonical form",
        description="Writes gazetteers in the one canonical form: the same content is always the same bytes. Comments "
        "stay. A file that cannot be read is left as it is. Exit code 1 with --check when a file would change, 2 when "
        "one cannot be read.",
    )
    checking.add_files(command)
    command.add_argument("--check", action="store_true", help="only look; write nothing")
    command.set_defaults(run=run_fmt)


def run_fmt(args: argparse.Namespace) -> int:
    """Format files; every file that can be is, whatever becomes of the others."""
    from toponyms.gazetteer.files import replace
    from toponyms.gazetteer.reader import read_stored
    from toponyms.gazetteer.writer import write_document

    code = 0
    for path in checking.files_of(args):
        document, before = read_stored(path)
        if document.problems:
            print("\n".join(map(str, document.problems)), file=sys.stderr)
            print(f"{path}: left as it is; put right what cannot be read", file=sys.stderr)
            code = 2
            continue
        after = write_document(document).encode()
        if after == before:
            continue
        if args.check:
            print(f"{path}: not in canonical form; run toponyms fmt {path}")
            code = max(code, 1)
        else:
            replace(path, before, after)
            print(f"{path}: formatted")
    return code


def _add_changing(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--file",
        metavar="FILE",
        help="the gazetteer to change (otherwise the one that TOPONYMS_GAZETTEER names, or gazetteer.yaml here)",
    )
    command.add_argument("--yes", action="store_true", help="write without asking")
    command.add_argument("--dry-run", action="store_true", help="show the change and what lint says; write nothing")
    checking.add_ignore(command, "let a finding of lint be; the reason is written above the record")


def _register_add(subparsers: Commands) -> None:
    command = subparsers.add_parser(
        "add",
        help="add a place to a gazetteer",
        description="Adds a place to a gazetteer where it belongs, shows the change, and asks before it writes. Exit "
        "code 1 when lint finds something or the answer is no; nothing is written then.",
    )
    command.add_argument("id", metavar="ID", help="the new id: small letters, digits and hyphens")
    command.add_argument("--kind", metavar="KIND", required=True, help="what sort of place it is")
    command.add_argument(
        "--name",
        metavar="LANG=TEXT",
        action="append",
        required=True,
        type=_name_argument,
        help="a name, such as hy=Գորիս; may be given several times, the preferred name of a language first",
    )
    command.add_argument("--within", metavar="ID", help="id of the place that holds it today")
    command.add_argument("--at", metavar="LAT,LON", type=_point_argument, help="the point, in degrees: 39.5111,46.3419")
    command.add_argument("--uncertainty", metavar="KM", type=float, help="kilometres by which the point may be off")
    command.add_argument("--population", metavar="N", type=int, help="inhabitants")
    command.add_argument("--geonames", metavar="N", type=int, help="GeoNames number")
    command.add_argument("--wikidata", metavar="Q", help="Wikidata item")
    command.add_argument("--note", metavar="TEXT", help="a remark, with the source where it matters")
    _add_changing(command)
    command.set_defaults(run=run_add)


def run_add(args: argparse.Namespace) -> int:
    """Add a place."""
    from toponyms.gazetteer.edit import add_place

    values: dict[str, Any] = {"kind": args.kind}
    for field in ("within", "uncertainty", "population", "note"):
        if getattr(args, field) is not None:
            values[field] = getattr(args, field)
    if args.at is not None:
        values["at"] = args.at
    same_as = {field: getattr(args, field) for field in ("geonames", "wikidata") if getattr(args, field) is not None}
    if same_as:
        values["same_as"] = same_as
    names: dict[str, list[str]] = {}
    for tag, text in args.name:
        names.setdefault(tag, []).append(text)
    values["names"] = names
    return _change(args, lambda document: add_place(document, args.id, values, args.ignore))


def _register_name(subparsers: Commands) -> None:
    command = subparsers.add_parser(
        "name",
        help="add a name to a place, or remove one",
        description="Adds a name to a place or removes one, shows the change, and asks before it writes. Exit code 1 "
        "when lint finds something or the answer is no; nothing is written then.",
    )
    actions = command.add_subparsers(title="actions", metavar="add|remove", dest="action", required=True)
    for action in ("add", "remove"):
        one = actions.add_parser(action, help=f"{action} a name")
        one.add_argument("id", metavar="ID", help="the place")
        one.add_argument("lang", metavar="LANG", help="the language tag, such as hy or az-Cyrl")
        one.add_argument("text", metavar="TEXT", help="the name")
        if action == "add":
            one.add_argument(
                "--use", choices=("former", "colloquial", "abbreviation", "misspelling"), help="how it is used"
            )
            one.add_argument("--since", metavar="YEAR", type=int, help="its first year")
            one.add_argument("--until", metavar="YEAR", type=int, help="its last year")
            one.add_argument("--official-in", metavar="ID", help="id of the state or unit where it is official")
            one.add_argument("--exact", action="store_true", help="match it only as written (fuzzy: false)")
            one.add_argument("--note", metavar="TEXT", help="a remark, with the source where it matters")
        _add_changing(one)
        one.set_defaults(run=run_name)


def run_name(args: argparse.Namespace) -> int:
    """Add or remove a name."""
    from toponyms.gazetteer.edit import add_name, remove_name

    if args.action == "remove":
        return _change(args, lambda document: remove_name(document, args.id, args.lang, args.text))
    given = {
        "use": args.use,
        "from": args.since,
        "until": args.until,
        "official_in": args.official_in,
        "note": args.note,
    }
    name: dict[str, Any] = {"text": args.text, **{field: value for field, value in given.items() if value is not None}}
    if args.exact:
        name["fuzzy"] = False
    return _change(args, lambda document: add_name(document, args.id, args.lang, name, args.ignore))


def _register_move(subparsers: Commands) -> None:
    command = subparsers.add_parser(
        "move",
        help="give a place another holder or another point",
        description="Puts a place within another one, or at another point, shows the change, and asks before it "
        "writes. Exit code 1 when lint finds something or the answer is no; nothing is written then.",
    )
    command.add_argument("id", metavar="ID", help="the place")
    command.add_argument("--within", metavar="ID", help="id of the place that holds it now")
    command.add_argument(
        "--until",
        metavar="YEAR",
        type=int,
        help="last year within the old holder, which is then kept under also_within",
    )
    command.add_argument("--at", metavar="LAT,LON", type=_point_argument, help="the point, in degrees: 39.5111,46.3419")
    _add_changing(command)
    command.set_defaults(run=run_move)


def run_move(args: argparse.Namespace) -> int:
    """Move a place."""
    from toponyms.gazetteer.edit import move_place

    if args.within is None and args.at is None:
        raise GazetteerError("move: say where to, with --within ID or --at LAT,LON")
    return _change(
        args,
        lambda document: move_place(
            document, args.id, within=args.within, at=args.at, until=args.until, accepted=args.ignore
        ),
    )


def _change(args: argparse.Namespace, edit_of: Any) -> int:
    """Work out a change, show it, check it, ask, write it."""
    from toponyms.gazetteer.edit import review
    from toponyms.gazetteer.files import as_stored, replace
    from toponyms.gazetteer.reader import read_stored

    path = checking.file_of(args.file)
    document, before = read_stored(path)
    edit: Edit = edit_of(document)
    _show(edit)
    findings = review(edit)
    if findings:
        print("\n".join(map(str, findings)), file=sys.stderr)
        print("nothing was written; put it right, or let it be with --ignore CODE:REASON", file=sys.stderr)
        return 1
    if args.dry_run:
        return 0
    if not args.yes and not _agreed(path):
        print("nothing was written", file=sys.stderr)
        return 1
    replace(path, before, as_stored(edit.text, before))
    print(f"{path}: written")
    return 0


def _show(edit: Edit) -> None:
    """The change as a diff, coloured on a terminal."""
    lines = edit.diff()
    if not sys.stdout.isatty():
        print("\n".join(lines))
        return
    from rich.console import Console
    from rich.text import Text

    console, colours = Console(), {"+": "green", "-": "red", "@": "cyan"}
    for line in lines:
        console.print(Text(line, style=colours.get(line[:1], "")), soft_wrap=True)


def _agreed(path: str) -> bool:
    if sys.stdin is None or not sys.stdin.isatty():
        raise GazetteerError(f"{path}: nobody to ask here; run the command in a terminal, or with --yes")
    try:
        return input(f"write this to {path}? [y/N] ").strip().lower() in {"y", "yes"}
    except EOFError:
        return False


def _name_argument(text: str) -> tuple[str, str]:
    tag, equals, name = text.partition("=")
    if not (tag and equals and name):
        raise argparse.ArgumentTypeError(f"{text!r} is no name with its language; write it as in hy=Գորիս")
    return tag, name


def _point_argument(text: str) -> tuple[float, float]:
    parts = text.split(",")
    try:
        latitude, longitude = map(float, parts)
    except ValueError as error:
        message = f"{text!r} is no point; write latitude,longitude with decimal points, such as 39.5111,46.3419"
        raise argparse.ArgumentTypeError(message) from error
    return latitude, longitude
