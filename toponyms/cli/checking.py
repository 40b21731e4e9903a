"""The commands that look at gazetteer files and change nothing: ``lint``, ``schema``, ``diff``."""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from toponyms.cli.options import Commands, add_json
from toponyms.errors import GazetteerError

if TYPE_CHECKING:
    from toponyms.gazetteer.findings import Finding

__all__ = ["add_files", "add_ignore", "file_of", "files_of", "register_diff", "register_lint", "register_schema"]

_VARIABLE = "TOPONYMS_GAZETTEER"
_USUAL = "gazetteer.yaml"
_FORMATS = ("text", "json", "github", "sarif")


def file_of(given: str | None) -> str:
    """The gazetteer file that a command works on: the one given, the one the environment names, or the one here.

    Raises:
        GazetteerError: none is given and none lies in the current folder.
    """
    chosen = given or os.environ.get(_VARIABLE)
    if chosen:
        return chosen
    if Path(_USUAL).is_file():
        return _USUAL
    raise GazetteerError(f"no {_USUAL} in this folder; name the file, or set {_VARIABLE}")


def add_files(command: argparse.ArgumentParser) -> None:
    """Add the files that a command works on."""
    command.add_argument(
        "files",
        metavar="FILE",
        nargs="*",
        help=f"gazetteer files (otherwise the one that {_VARIABLE} names, or {_USUAL} here)",
    )


def files_of(args: argparse.Namespace) -> list[str]:
    """The files that a command works on."""
    return args.files or [file_of(None)]


def add_ignore(command: argparse.ArgumentParser, told: str) -> None:
    """Add ``--ignore``, with the words that tell what it does."""
    command.add_argument("--ignore", metavar="CODE:REASON", action=_Ignore, default={}, help=told)


class _Ignore(argparse.Action):
    """Collects codes with their reasons; an ignored code without a reason is wrong."""

    def __call__(
        self, parser: argparse.ArgumentParser, namespace: argparse.Namespace, values: object, option: str | None = None
    ) -> None:
        match = re.fullmatch(r"(T\d+): *(\S.*)", str(values))
        if match is None:
            parser.error(f"{option}: {str(values)!r} has no code or no reason; write --ignore 'T050:another village'")
        setattr(namespace, self.dest, {**getattr(namespace, self.dest), match[1]: match[2]})


def _codes(text: str) -> list[str]:
    return [code.strip() for code in text.split(",") if code.strip()]


def register_lint(subparsers: Commands) -> None:
    """Add ``lint``."""
    command = subparsers.add_parser(
        "lint",
        help="check gazetteers and name each fault with line and remedy",
        description="Checks gazetteers. Every line it prints says where, what is wrong, and what to type. Exit code 0 "
        "when there is nothing to find, 1 when there is, 2 when a file cannot be opened.",
    )
    add_files(command)
    command.add_argument(
        "--since",
        metavar="REV|FILE",
        help="a git revision or a file: names that are new since then are held against all other places' names",
    )
    command.add_argument("--overlay-of", metavar="FILE", help="the files are overlays of this gazetteer")
    command.add_argument(
        "--select", metavar="CODES", type=_codes, default=[], help="check these codes alone, such as T020,T05"
    )
    add_ignore(command, "pass over a code, with the reason; may be given several times")
    command.add_argument("--format", choices=_FORMATS, default="text", help="how to print what is found (text)")
    command.add_argument("--explain", metavar="CODE", help="tell what a rule asks for, with examples, and stop")
    command.set_defaults(run=run_lint)


def run_lint(args: argparse.Namespace) -> int:
    """Lint files."""
    from toponyms.gazetteer.lint.report import report

    if args.explain:
        return _explain(args.explain)
    files = files_of(args)
    findings = [finding for path in files for finding in _findings(path, args)]
    text = report(findings, args.format)
    if text:
        print(text)
    if args.format == "text":
        count = f"{len(findings)} finding{'' if len(findings) == 1 else 's'}" if findings else "nothing to complain of"
        print(f"{', '.join(files)}: {count}", file=sys.stderr)
    return 1 if findings else 0


def _findings(path: str, args: argparse.Namespace) -> list[Finding]:
    from toponyms.gazetteer.lint import check
    from toponyms.gazetteer.overlay import check_overlay, read_overlay
    from toponyms.gazetteer.reader import read
    from toponyms.gazetteer.revisions import read_revision

    options = {"select": args.select, "ignore": args.ignore}
    if args.overlay_of:
        return check_overlay(read_overlay(path), read(args.overlay_of).check(), **options)
    base = read_revision(args.since, path) if args.since else None
    return check(read(path), base=base, **options)


def _explain(code: str) -> int:
    from toponyms.gazetteer.lint import ALL_RULES, checked_codes

    codes = checked_codes([code])
    for rule in ALL_RULES:
        if rule.code in codes:
            print(rule.manual())
    return 0


def register_schema(subparsers: Commands) -> None:
    """Add ``schema``."""
    command = subparsers.add_parser(
        "schema",
        help="print the JSON Schema of gazetteer files, for editors",
        description="Prints the JSON Schema of gazetteer files. Editors complete and check fields with it.",
    )
    command.set_defaults(run=run_schema)


def run_schema(args: argparse.Namespace) -> int:  # noqa: ARG001 (every command is run with its arguments)
    """Print the JSON Schema."""
    from toponyms.gazetteer.jsonschema import json_schema

    print(json.dumps(json_schema(), ensure_ascii=False, indent=2))
    return 0


def register_diff(subparsers: Commands) -> None:
    """Add ``diff``."""
    command = subparsers.add_parser(
        "diff",
        help="tell what sets two gazetteers apart",
        description="Tells what sets two gazetteers apart: places and names added and removed, fields changed, and "
        "which mentions of the resolution suites and of the gazetteers' own names resolve differently, and why. Exit "
        "code 0 when they say the same, 1 when not, 2 when one cannot be read.",
    )
    command.add_argument("old", metavar="OLD", help="a file, or a git revision of the file")
    command.add_argument("new", metavar="NEW", nargs="?", help="another one (otherwise the file as it is now)")
    command.add_argument(
        "--file",
        metavar="FILE",
        help="the file whose revisions are meant (otherwise the one that TOPONYMS_GAZETTEER names, or gazetteer.yaml)",
    )
    command.add_argument(
        "--suite", metavar="FILE", action="append", help="a suite file or a folder of them instead of the usual ones"
    )
    command.add_argument(
        "--no-resolutions", action="store_true", help="tell only what changed in the file, which is quick"
    )
    add_json(command, "the changes")
    command.set_defaults(run=run_diff)


def run_diff(args: argparse.Namespace) -> int:
    """Compare two gazetteers."""
    from toponyms.cli.comparing import resolution_differences
    from toponyms.gazetteer.changes import compare
    from toponyms.gazetteer.reader import read
    from toponyms.gazetteer.revisions import read_revision

    path = args.file or (args.new if args.new and Path(args.new).is_file() else None) or _any_file(args.old)
    old = read_revision(args.old, path)
    new = read_revision(args.new, path) if args.new else read(path)
    changes = compare(old, new)
    resolved = [] if args.no_resolutions or not changes else resolution_differences(old, new, args.suite)
    if args.json:
        record = changes.as_json() | {"resolutions": [one.as_json() for one in resolved]}
        print(json.dumps(record, ensure_ascii=False))
        return 1 if changes else 0
    if changes:
        print("\n".join(changes.lines()))
    if resolved:
        print(f"\nresolved differently: {len(resolved)}")
        print("\n".join(map(str, resolved)))
    return 1 if changes else 0


def _any_file(old: str) -> str:
    return old if Path(old).is_file() and not Path(_USUAL).is_file() else file_of(None)
