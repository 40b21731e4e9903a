"""The map of the places found, as SVG: drawn from the gazetteer's own coordinates, with outlines of countries."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from toponyms.model import Mention, Place
from toponyms.reporting.labels import Label, Rectangle, overlap, place_labels, width_of
from toponyms.reporting.outlines import WINDOW, Box, Outline, Point, cut, holds, outlines

__all__ = ["Spot", "chart", "on_map", "spots"]

WIDTH = 1000.0
_LEAST_HEIGHT, _MOST_HEIGHT = 420.0, 640.0
_LEAST_SPAN = 1.6
_COUNTRY_EM = 15.0
_EM, _SMALL_EM = 13.0, 11.0
_LEAST_ROOM = 20.0
_MANY = 30


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that a text names, once for the map however often it is named."""

    place: Place
    """The place."""
    score: float
    """The best score of its mentions."""
    sure: bool
    """Whether one of its mentions is resolved, not only ambiguous."""
    mentions: tuple[int, ...]
    """The numbers of its mentions, in the order of the text."""


def spots(mentions: Sequence[Mention]) -> list[Spot]:
    """The places that mentions most likely mean, those named most often first.

    Example:
        >>> spots([])
        []
    """
    found: dict[str, Spot] = {}
    for number, mention in enumerate(mentions):
        if not mention.resolution.candidates:
            continue
        first = mention.resolution.candidates[0]
        known = found.get(first.place.id)
        score = max(first.score, known.score if known else 0.0)
        sure = bool(mention.resolution) or (known is not None and known.sure)
        before = known.mentions if known else ()
        found[first.place.id] = Spot(first.place, score, sure, (*before, number))
    return sorted(found.values(), key=lambda spot: (-len(spot.mentions), -spot.score, spot.place.id))


def on_map(place: Place) -> bool:
    """Whether a place has a point in the part of the world that is drawn.

    Example:
        >>> from toponyms.model import Kind
        >>> on_map(Place("paris", Kind.CITY, at=(48.86, 2.35)))
        False
    """
    if place.at is None:
        return False
    latitude, longitude = place.at
    return WINDOW[0] < longitude < WINDOW[2] and WINDOW[1] < latitude < WINDOW[3]


@dataclass(frozen=True, slots=True)
class _View:
    """The part of the world that is drawn, and how degrees become units of the drawing."""

    box: Box
    scale: float
    squeeze: float

    @property
    def height(self) -> float:
        return (self.box[3] - self.box[1]) * self.scale

    def to(self, point: Point) -> Point:
        x = (point[0] - self.box[0]) * self.scale * self.squeeze
        return round(x, 1), round((self.box[3] - point[1]) * self.scale, 1)


def _span(low: float, high: float, least: float, bounds: tuple[float, float]) -> tuple[float, float]:
    """A stretch widened by a margin and to the least width, pushed inside its bounds."""
    width = min(max((high - low) * 1.3, least), bounds[1] - bounds[0])
    start = (low + high - width) / 2
    start = min(max(start, bounds[0]), bounds[1] - width)
    return start, start + width


def _view(points: Sequence[Point]) -> _View:
    xs, ys = [point[0] for point in points], [point[1] for point in points]
    south, north = _span(min(ys), max(ys), _LEAST_SPAN, (WINDOW[1], WINDOW[3]))
    squeeze = math.cos(math.radians((south + north) / 2))
    least_width = max(_LEAST_SPAN, (north - south) * WIDTH / _MOST_HEIGHT) / squeeze
    west, east = _span(min(xs), max(xs), least_width, (WINDOW[0], WINDOW[2]))
    scale = WIDTH / ((east - west) * squeeze)
    least_height = _LEAST_HEIGHT / scale
    if north - south < least_height:
        south, north = _span((south + north) / 2, (south + north) / 2, least_height, (WINDOW[1], WINDOW[3]))
    return _View((west, south, east, north), scale, squeeze)


def _path(view: _View, points: Sequence[Point]) -> str:
    drawn = [view.to(point) for point in points]
    distinct = [here for before, here in zip([drawn[-1], *drawn], drawn, strict=False) if here != before]
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in distinct) + "Z"


def _visible(view: _View) -> list[tuple[Outline, list[Point]]]:
    west, south, east, north = view.box
    margin = 20.0 / view.scale
    box = (west - margin, south - margin, east + margin, north + margin)
    return [(outline, points) for outline in outlines() if (points := cut(outline.points, box))]


def _land(view: _View, visible: Sequence[tuple[Outline, list[Point]]]) -> Iterator[str]:
    countries = "".join(_path(view, points) for outline, points in visible if outline.layer == "country")
    lakes = "".join(_path(view, points) for outline, points in visible if outline.layer == "lake")
    yield f'<rect class="sea" width="{WIDTH:g}" height="{view.height:.0f}"/>'
    yield f'<path class="land" fill-rule="nonzero" d="{countries}"/>'
    yield f'<path class="lake" d="{lakes}"/>'
    yield f'<path class="border" d="{countries}"/>'


def _country_labels(
    view: _View, visible: Sequence[tuple[Outline, list[Point]]], taken: Sequence[Rectangle], said: set[str]
) -> Iterator[str]:
    """Each country's name once, where its visible part is widest and nothing else is written."""
    widest: dict[str, tuple[float, Point]] = {}
    for outline, points in visible:
        if outline.layer != "country" or outline.name in said:
            continue
        drawn = [view.to(point) for point in points]
        half = width_of(outline.name, 1.2 * _COUNTRY_EM) / 2 + 6.0
        for at in _grid(view):
            box = (at[0] - half, at[1] - _COUNTRY_EM, at[0] + half, at[1] + _COUNTRY_EM)
            free = box[0] > 0 and box[2] < WIDTH and not any(overlap(box, other) for other in taken)
            if free and holds(drawn, at):
                room = min(math.hypot((at[0] - x) / 1.6, at[1] - y) for x, y in drawn)
                widest[outline.name] = max(widest.get(outline.name, (_LEAST_ROOM, (0.0, 0.0))), (room, at))
    for name, (room, (x, y)) in widest.items():
        if room > _LEAST_ROOM:
            yield f'<text class="country" x="{x:.0f}" y="{y + 5:.0f}">{escape(name)}</text>'


def _grid(view: _View) -> Iterator[Point]:
    for column in range(1, 24):
        for line in range(1, 16):
            yield WIDTH * column / 24, view.height * line / 16


_SHAPES = {
    "settlement": '<circle r="{r:g}"/>',
    "unit": '<rect x="-{r:g}" y="-{r:g}" width="{d:g}" height="{d:g}" rx="1"/>',
    "state": '<path d="M0 -{w:g}L{w:g} 0L0 {w:g}L-{w:g} 0Z"/>',
    "region": '<rect x="-{w:g}" y="-{r:g}" width="{dw:g}" height="{d:g}" rx="{r:g}"/>',
    "water": '<path d="M0 -{w:g}C{w:g} 0 {w:g} {w:g} 0 {w:g}C-{w:g} {w:g} -{w:g} 0 0 -{w:g}Z"/>',
    "relief": '<path d="M0 -{w:g}L{w:g} {r:g}L-{w:g} {r:g}Z"/>',
    "site": '<path d="M-{w:g} 0H{w:g}M0 -{w:g}V{w:g}" class="cross"/>',
    "route": '<path d="M-{w:g} {w:g}L{w:g} -{w:g}" class="cross"/>',
}


def shape(group: str, radius: float) -> str:
    """The sign of a group of kinds, around the origin.

    Example:
        >>> shape("settlement", 4)
        '<circle r="4"/>'
    """
    wide = round(radius * 1.3, 1)
    return _SHAPES[group].format(r=radius, d=2 * radius, w=wide, dw=2 * wide)


def _radius(spot: Spot) -> float:
    return 4.5 + min(len(spot.mentions) - 1, 6) * 0.6


def _spot(spot: Spot, at: Point, label: Label | None, key: str) -> str:
    place = spot.place
    group = place.kind.group.value
    unsure = "" if spot.sure else " unsure"
    count = len(spot.mentions)
    title = f"{place.label} ({place.kind.value}), {count} mention{'s' if count > 1 else ''}, score {spot.score:.2f}"
    parts = [
        f'<a class="spot g-{group}{unsure}" id="{key}p-{escape(place.id)}" href="#{key}m{spot.mentions[0]}">',
        f"<title>{escape(title)}</title>",
    ]
    if label and label.lead is not None:
        end = f"{label.lead:.1f} {(label.box[1] + label.box[3]) / 2:.1f}"
        parts.append(f'<path class="leader" d="M{at[0]:g} {at[1]:g}L{end}"/>')
    parts.append(f'<g class="sign" transform="translate({at[0]:g} {at[1]:g})">{shape(group, _radius(spot))}</g>')
    if label:
        parts.append(f'<text x="{label.box[0]:.1f}" y="{label.base:.1f}">{escape(place.label)}</text>')
    return "".join([*parts, "</a>"])


def chart(found: Sequence[Spot], key: str = "") -> str:
    """The map of some places; those without a point or beyond the outlines are left out, see `on_map`.

    Parameters:
        found: the places, the most important first: they get their labels first.
        key: what the ids of elements begin with, so that several maps can stand on one page.

    Returns:
        An ``svg`` element; empty when none of the places can be drawn.

    Example:
        >>> chart([])
        ''
    """
    drawn = [(spot, (spot.place.at[1], spot.place.at[0])) for spot in found if spot.place.at and on_map(spot.place)]
    if not drawn:
        return ""
    view = _view([point for _, point in drawn])
    at = [view.to(point) for _, point in drawn]
    size = (WIDTH, view.height)
    points = [(x, y, _radius(spot)) for (x, y), (spot, _) in zip(at, drawn, strict=True)]
    crowded = len(drawn) > _MANY
    labels = place_labels(points, [spot.place.label for spot, _ in drawn], size, _SMALL_EM if crowded else _EM)
    taken = [*(label.box for label in labels if label), *((x - r, y - r, x + r, y + r) for x, y, r in points)]
    said = {spot.place.label for spot, _ in drawn}
    visible = _visible(view)
    sort = "map crowded" if crowded else "map"
    opening = f'<svg class="{sort}" viewBox="0 0 {WIDTH:g} {view.height:.0f}" role="img"'
    parts = [
        f'{opening} aria-label="Map of the places found">',
        *_land(view, visible),
        *_country_labels(view, visible, taken, said),
        *(_spot(spot, here, label, key) for (spot, _), here, label in zip(drawn, at, labels, strict=True)),
        "</svg>",
    ]
    return "".join(parts)
