"""Placing labels beside points so that they do not overlap, as far as there is room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

__all__ = ["Label", "Rectangle", "overlap", "place_labels", "width_of"]

_NARROW = frozenset("iıljtfrIJ .,'’()-")
_FAR = (24.0, 38.0, 54.0, 72.0)
_STEPS = 12
_MOST = 120
Rectangle = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@dataclass(frozen=True, slots=True)
class Label:
    """Where a label stands."""

    box: Rectangle
    """The room it takes."""
    base: float
    """Its base line."""
    lead: float | None = None
    """The end of the line that leads from its point to it, left or right; None where it stands beside its point."""


def width_of(text: str, em: float) -> float:
    """About how wide a text is, in the units of the em.

    Example:
        >>> round(width_of("Goris", 13))
        34
    """
    return em * sum(0.34 if letter in _NARROW else 0.72 if letter.isupper() or letter > "ԯ" else 0.6 for letter in text)


def overlap(one: Rectangle, other: Rectangle) -> bool:
    """Whether two rectangles share room.

    Example:
        >>> overlap((0, 0, 2, 2), (1, 1, 3, 3)), overlap((0, 0, 1, 1), (1, 0, 2, 1))
        (True, False)
    """
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _beside(radius: float, width: float, height: float) -> Iterator[tuple[float, float]]:
    """Left end and middle of the height of labels beside their point, in relation to it, best first."""
    near, line = radius + 4.0, height / 2 + radius + 1.0
    yield near, 0.0
    yield -near - width, 0.0
    yield -width / 2, -line
    yield -width / 2, line
    for side in (-1, 1):
        yield near, side * line * 0.8
        yield -near - width, side * line * 0.8


def _further(width: float) -> Iterator[tuple[float, float]]:
    """The same for labels that a line leads to."""
    for far in _FAR:
        for x, y in ((0.6, -1.0), (0.6, 1.0), (1.0, 0.0), (1.0, -0.5), (1.0, 0.5)):
            yield x * far, y * far
            yield -x * far - width, y * far


def _crosses(start: tuple[float, float], end: tuple[float, float], boxes: Sequence[Rectangle]) -> bool:
    """Whether a line crosses one of some rectangles, but for the one it starts in."""
    for step in range(1, _STEPS + 1):
        x = start[0] + (end[0] - start[0]) * step / _STEPS
        y = start[1] + (end[1] - start[1]) * step / _STEPS
        for box in boxes:
            inside = box[0] < x < box[2] and box[1] < y < box[3]
            if inside and not (box[0] < start[0] < box[2] and box[1] < start[1] < box[3]):
                return True
    return False


def _choices(point: tuple[float, float, float], width: float, em: float) -> Iterator[Label]:
    x, y, radius = point
    height = 1.2 * em
    for led, offsets in ((False, _beside(radius, width, height)), (True, _further(width))):
        for dx, dy in offsets:
            left, middle = x + dx, y + dy
            box = (left, middle - height / 2, left + width, middle + height / 2)
            lead = (left if dx > 0 else left + width) if led else None
            yield Label(box, middle + 0.35 * em, lead)


def place_labels(
    points: Sequence[tuple[float, float, float]], texts: Sequence[str], size: tuple[float, float], em: float = 13.0
) -> list[Label | None]:
    """Where the labels of points stand: none over another, over a point, or beyond the edge.

    Parameters:
        points: x, y and radius of each point, the most important first.
        texts: their labels.
        size: width and height of the drawing.
        em: the size of the letters.

    Returns:
        A label for each point in the same order; None where there is no room, and for those behind the first 120.

    Example:
        >>> place_labels([(50.0, 50.0, 4.0)], ["Goris"], (200.0, 100.0))[0].box[0]
        58.0
    """
    taken: list[Rectangle] = [(x - r, y - r, x + r, y + r) for x, y, r in points]
    lines: list[Rectangle] = []
    placed: list[Label | None] = []
    for point, text in zip(points, texts, strict=True):
        found = None
        for label in _choices(point, width_of(text, em), em) if len(placed) < _MOST else ():
            box = label.box
            outside = box[0] < 2 or box[1] < 2 or box[2] > size[0] - 2 or box[3] > size[1] - 2
            if outside or any(overlap(box, other) for other in taken) or any(overlap(box, line) for line in lines):
                continue
            if label.lead is not None and _crosses(point[:2], (label.lead, label.base - 0.35 * em), taken):
                continue
            found = label
            taken.append(box)
            lines += _line_boxes(point, label, em)
            break
        placed.append(found)
    return placed


def _line_boxes(point: tuple[float, float, float], label: Label, em: float) -> list[Rectangle]:
    """Small rectangles along a label's line, so that no later label stands over it."""
    if label.lead is None:
        return []
    boxes = []
    for step in range(1, _STEPS):
        x = point[0] + (label.lead - point[0]) * step / _STEPS
        y = point[1] + (label.base - 0.35 * em - point[1]) * step / _STEPS
        boxes.append((x - 2, y - 2, x + 2, y + 2))
    return boxes
