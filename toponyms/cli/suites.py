"""``toponyms suite``: runs resolution suites and tells what came out wrong, and why."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from toponyms.cli.options import Commands, add_gazetteer, add_json, gazetteer_of
from toponyms.errors import GazetteerError

if TYPE_CHECKING:
    from toponyms.suite import Outcome

__all__ = ["default_folders", "register", "verdict"]

_FOLDERS = ("tests/resolution", "tests/mentions")


def register(subparsers: Commands) -> None:
    """Add ``suite``."""
    command = subparsers.add_parser(
        "suite",
        help="run resolution suites and tell what came out wrong",
        description="Runs resolution suites: YAML files of mentions and Markdown files of prose with its places "
        "marked. For each file it counts what came out right, wrong, and wrong as known; for each wrong line it tells "
        "what came instead and why. Exit code 1 when a line is wrong, or a known failure is right.",
    )
    command.add_argument(
        "files", metavar="FILE", nargs="*", help="suite files or folders of them; left out, those of the checkout"
    )
    add_json(command, "one object a case, each on a line of its own,")
    add_gazetteer(command)
    command.set_defaults(run=run)


def default_folders() -> list[str]:
    """The suites of the folder one is in, else those of the checkout that this package runs from; else none."""
    for top in (Path(), Path(__file__).parents[2]):
        folders = [os.fspath(top / folder) for folder in _FOLDERS if (top / folder).is_dir()]
        if folders:
            return folders
    return []


def verdict(outcome: Outcome) -> str:
    """``right``, ``wrong``, ``known failure``, or ``unexpectedly right``.

    Example:
        >>> from toponyms.suite import Case, Outcome
        >>> verdict(Outcome(Case("suite.yaml", 1, "Goris", xfail="not yet"), ""))
        'unexpectedly right'
    """
    if outcome.case.xfail:
        return "unexpectedly right" if outcome.right else "known failure"
    return "right" if outcome.right else "wrong"


def run(args: argparse.Namespace) -> int:
    """Run suites against a gazetteer."""
    from toponyms.suite import cases_of, run_case, suite_files

    files = suite_files(args.files or default_folders())
    if not files:
        raise GazetteerError(f"there is no folder {' or '.join(_FOLDERS)} here; name the suite files")
    cases = {path: cases_of(path) for path in files}
    gazetteer = gazetteer_of(args)
    complaints = 0
    tallies = []
    for path, of_file in cases.items():
        outcomes = [run_case(gazetteer, case) for case in of_file]
        verdicts = [verdict(outcome) for outcome in outcomes]
        complaints += sum(1 for one in verdicts if one in ("wrong", "unexpectedly right"))
        tallies.append((path, verdicts))
        for outcome, said in zip(outcomes, verdicts, strict=True):
            _tell(outcome, said, as_json=args.json)
    if not args.json:
        _sum_up(tallies)
    return 1 if complaints else 0


def _tell(outcome: Outcome, said: str, *, as_json: bool) -> None:
    case = outcome.case
    if as_json:
        from toponyms.cli.output import print_json

        record = {"file": case.path, "line": case.line, "text": case.text, "verdict": said, "wrong": outcome.wrong}
        print_json(record | ({"xfail": case.xfail} if case.xfail else {}))
    elif said == "wrong":
        print(f"{case.where}: {_short(case.text)}: {outcome.wrong}")
    elif said == "unexpectedly right":
        print(f"{case.where}: {_short(case.text)}: is right, though noted as a known failure ({case.xfail}); "
              "take the note away")  # fmt: skip


def _short(text: str, most: int = 60) -> str:
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 1] + "…"


def _sum_up(tallies: list[tuple[str, list[str]]]) -> None:
    from toponyms.cli.output import print_table

    columns = ("right", "wrong", "known failure", "unexpectedly right")
    rows: list[tuple[object, ...]] = [(path, *(said.count(one) for one in columns)) for path, said in tallies]
    total = [one for _, said in tallies for one in said]
    rows.append(("all files", *(total.count(one) for one in columns)))
    print_table(("file", "right", "wrong", "known failures", "unexpectedly right"), rows,
                right=("right", "wrong", "known failures", "unexpectedly right"))  # fmt: skip
