"""Outlines of countries and lakes around the South Caucasus, from the table ``data/outlines.tsv``.

They are Natural Earth's, simplified; de-facto lines are not drawn, and small exclaves are left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from toponyms.writing.tables import rows

__all__ = ["WINDOW", "Box", "Outline", "Point", "cut", "holds", "outlines"]

Point = tuple[float, float]
"""Longitude and latitude in degrees, or x and y."""
Box = tuple[float, float, float, float]
"""West, south, east, north."""

WINDOW: Box = (37.0, 36.0, 54.0, 45.5)
"""The part of the world that the outlines cover."""

_FOLDER = str(Path(__file__).parent / "data")


@dataclass(frozen=True, slots=True)
class Outline:
    """One closed line.

    Example:
        >>> {outline.name for outline in outlines() if outline.layer == "country"} >= {"Armenia", "Azerbaijan"}
        True
    """

    layer: str
    """``country`` or ``lake``."""
    name: str
    """The country's name; empty for a lake."""
    points: tuple[Point, ...]
    """Its points; the last one is joined to the first."""


@cache
def outlines() -> tuple[Outline, ...]:
    """Every outline of the table."""
    return tuple(
        Outline(layer, name, tuple(_point(pair) for pair in points.split(" ")))
        for layer, name, points in rows("outlines", _FOLDER)
    )


def _point(pair: str) -> Point:
    x, _, y = pair.partition(",")
    return float(x), float(y)


def _cut_side(points: list[Point], axis: int, edge: float, sign: int) -> list[Point]:
    kept: list[Point] = []
    for before, here in zip([points[-1], *points], points, strict=False):
        inside, was_inside = sign * here[axis] >= sign * edge, sign * before[axis] >= sign * edge
        if inside != was_inside:
            share = (edge - before[axis]) / (here[axis] - before[axis])
            kept.append((before[0] + share * (here[0] - before[0]), before[1] + share * (here[1] - before[1])))
        if inside:
            kept.append(here)
    return kept


def cut(points: tuple[Point, ...], box: Box) -> list[Point]:
    """What of a closed line lies in a box; empty when nothing does.

    Source: Sutherland and Hodgman, Reentrant polygon clipping (1974).

    Example:
        >>> cut(((0, 0), (4, 0), (4, 4), (0, 4)), (1, 1, 2, 2))
        [(1.0, 2.0), (1.0, 1.0), (2.0, 1.0), (2.0, 2.0)]
    """
    kept = list(points)
    for axis, edge, sign in ((0, box[0], 1), (0, box[2], -1), (1, box[1], 1), (1, box[3], -1)):
        if kept:
            kept = _cut_side(kept, axis, edge, sign)
    return kept


def holds(points: list[Point], at: Point) -> bool:
    """Whether a point lies inside a closed line.

    Example:
        >>> holds([(0, 0), (4, 0), (4, 4), (0, 4)], (1, 1))
        True
    """
    x, y = at
    inside = False
    for (x1, y1), (x2, y2) in zip(points, [*points[1:], *points[:1]], strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside
