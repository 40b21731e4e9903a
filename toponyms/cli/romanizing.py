"""``toponyms romanize``: a text written in another alphabet by a scheme."""

from __future__ import annotations

import argparse
import sys

from toponyms.cli.options import Commands

__all__ = ["register"]


def register(subparsers: Commands) -> None:
    """Add ``romanize``."""
    command = subparsers.add_parser(
        "romanize",
        help="write a text in another alphabet by a scheme",
        description="Writes a text in another alphabet by a scheme; without one, by every scheme that reads "
        "its script.",
    )
    command.add_argument("text", metavar="TEXT", nargs="*", help="the text; standard input when left out")
    how = command.add_mutually_exclusive_group()
    how.add_argument("--scheme", metavar="NAME", help="the scheme, such as hy-bgn-pcgn-1981")
    how.add_argument("--list", action="store_true", help="list the schemes")
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Romanize a text, or list the schemes."""
    from toponyms.writing.romanization import romanize, schemes

    if args.list:
        from toponyms.cli.output import print_table

        rows = [(scheme.name, scheme.lang, scheme.script, scheme.title, scheme.source) for scheme in schemes()]
        print_table(("scheme", "language", "script", "title", "source"), rows)
        return 0
    text = " ".join(args.text) or sys.stdin.read().rstrip("\n")
    if args.scheme:
        print(romanize(text, args.scheme))
        return 0
    return _by_all(text)


def _by_all(text: str) -> int:
    from toponyms.cli.output import print_table
    from toponyms.writing.romanization import romanize, schemes
    from toponyms.writing.scripts import script_of

    script = script_of(text)
    rows = [(scheme.name, romanize(text, scheme.name)) for scheme in schemes() if scheme.script == script]
    if not rows:
        print(f"toponyms: no scheme reads the script {script}; toponyms romanize --list shows them", file=sys.stderr)
        return 1
    print_table(("scheme", "text"), rows)
    return 0
