"""Draws docs/_static/benchmarks.svg and docs/_static/scale.svg from the rows of a run."""

from __future__ import annotations

from pathlib import Path

import matplotlib as mpl

mpl.use("svg")
mpl.rcParams.update({"svg.hashsalt": "toponyms", "svg.fonttype": "none", "font.size": 9})

import matplotlib.pyplot as plt  # noqa: E402 (after the backend is chosen)

from measuring import Row, number  # noqa: E402

STATIC = Path(__file__).parents[1] / "docs" / "_static"
BLUE, GREY = "#2b6ca3", "#b8bec4"


def save(figure: plt.Figure, name: str) -> Path:
    """Write without a date, so that the same figures give the same file."""
    STATIC.mkdir(exist_ok=True)
    path = STATIC / name
    figure.tight_layout()
    figure.savefig(path, metadata={"Date": None})
    plt.close(figure)
    return path


def against_peers(rows: list[Row]) -> Path:
    """Bars of ratios on a logarithmic axis: to the left toponyms needs less, or for text: is slower."""
    shown = [row for row in rows if row.ratio and row.group in {"cold start", "exact", "fuzzy", "running text"}]
    # Speed is turned about, so that in every bar left means less time.
    ratios = [1 / row.ratio if row.unit == "MB/s" else row.ratio for row in shown if row.ratio]
    figure, axes = plt.subplots(figsize=(8, 0.34 * len(shown) + 1))
    axes.barh(
        range(len(shown)), [ratio - 1 for ratio in ratios], left=1, color=[BLUE if r <= 1 else GREY for r in ratios]
    )
    axes.set_xscale("log")
    axes.axvline(1, color="black", linewidth=0.8)
    axes.set_yticks(range(len(shown)), [f"{row.group}: {row.what}\nagainst {row.other}" for row in shown], fontsize=7)
    axes.invert_yaxis()
    axes.set_xlabel("time of toponyms ÷ time of the other (left of 1: toponyms needs less)")
    axes.spines[["top", "right"]].set_visible(False)
    return save(figure, "benchmarks.svg")


def growth(rows: list[Row]) -> Path:
    """Small multiples: each measure over the number of names, both axes logarithmic."""
    groups = list(dict.fromkeys(row.group for row in rows if row.group.startswith("scale: ")))
    figure, grid = plt.subplots(2, 4, figsize=(10, 4.6))
    for axes, group in zip(grid.flat, groups, strict=False):
        points = [(int(row.what.split()[0].replace(",", "")), row.ours, row.unit) for row in rows if row.group == group]
        axes.loglog([p[0] for p in points], [p[1] for p in points], "o-", color=BLUE)
        for x, y, unit in points:
            label = f"{number(y)} {unit}"
            axes.annotate(label, (x, y), textcoords="offset points", xytext=(0, 6), ha="center", fontsize=7)
        axes.set_title(group.removeprefix("scale: "), fontsize=9)
        axes.set_xlabel("names")
        axes.margins(0.25, 0.35)
        axes.spines[["top", "right"]].set_visible(False)
    for axes in list(grid.flat)[len(groups) :]:
        axes.set_visible(False)
    return save(figure, "scale.svg")
