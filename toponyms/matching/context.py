"""How the places of one text speak for one another: a parent that is named, neighbours, the country most are in."""

from __future__ import annotations

import math
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from toponyms.index.reader import Index
from toponyms.matching.evidence import Evidence
from toponyms.matching.hints import distance_km
from toponyms.matching.kinds import kind_fit
from toponyms.matching.spans import Span
from toponyms.matching.surroundings import Surroundings
from toponyms.model import Group

__all__ = ["Context"]

_NEAR_KM = 40.0
_NEAR_DEGREES = 0.4  # of latitude: a little more than that
_MOST_ANCHORS = 60
_ENOUGH = 3  # neighbours, or places inside: more say no more
_STRETCH = 400  # characters
_NAMED = 2.5
_KNOWN = 0.3  # texts are about well-known places more often than mentions out of nowhere are


class _Whereabouts(NamedTuple):
    """Where a place is."""

    parents: tuple[int, ...]
    """The numbers of what it is within, upwards."""
    units: tuple[int, ...]
    """The numbers of the other units around it."""
    point: tuple[float, float] | None
    """Latitude and longitude in degrees."""
    wide: float
    """How many degrees of longitude are near there."""
    state: bool
    """Whether it is a state."""


def _whereabouts(index: Index, place: int) -> _Whereabouts:
    point = index.at(place)
    wide = _NEAR_DEGREES / max(math.cos(math.radians(point[0])), 0.01) if point else 0.0
    state = index.kind(place).group is Group.STATE
    return _Whereabouts(index.parents(place), index.units_of(place), point, wide, state)


class _Anchors:
    """Places that a stretch of text, or the whole of it, surely names."""

    __slots__ = ("around", "countries", "located", "named_by", "phrases", "points")

    def __init__(self) -> None:
        self.phrases: dict[int, set[str]] = {}
        self.named_by: dict[str, list[int]] = {}
        self.countries: dict[int, int] = {}
        self.located = 0
        self.around: dict[int, int] = {}
        self.points: list[tuple[float, float, int]] = []

    def note(self, place: int, phrase: str, where: _Whereabouts) -> None:
        """Note that a phrase names a place; a text that names many places is known well enough by the first of them."""
        known = self.phrases.get(place)
        if known is None:
            if len(self.phrases) >= _MOST_ANCHORS:
                return
            self.phrases[place] = {phrase}
            self._note_place(place, where)
        elif phrase in known:
            return
        else:
            known.add(phrase)
        self.named_by.setdefault(phrase, []).append(place)

    def _note_place(self, place: int, where: _Whereabouts) -> None:
        parents, around = where.parents, self.around
        for outer in parents:
            around[outer] = around.get(outer, 0) + 1
        if parents:
            country = parents[-1]
            self.countries[country] = self.countries.get(country, 0) + 1
            self.located += 1
        if where.point is not None and not where.state:
            insort(self.points, (*where.point, place))

    @property
    def full(self) -> bool:
        """Whether there were perhaps more places than are noted."""
        return len(self.phrases) >= _MOST_ANCHORS

    def of_itself(self, phrase: str) -> Sequence[int]:
        """The anchors that no other words name: a span does not speak for itself."""
        places = self.named_by.get(phrase)
        return [place for place in places if len(self.phrases[place]) == 1] if places else ()


class Context:
    """The places a text surely names, and what they say of the others; near ones in the text say more.

    Parameters:
        index: the open index.
        spans: the spans of the text in its order.
    """

    def __init__(self, index: Index, spans: Sequence[Span]) -> None:
        self.index = index
        self.whole = _Anchors()
        self.named: set[int] = set()
        self._sure: dict[int, list[tuple[int, str]]] = {}
        self._places: dict[int, _Whereabouts] = {}
        self._beside: dict[int, _Anchors] = {}
        self._weights: dict[tuple[int, str, int], float] = {}
        self._of_whole: dict[tuple[int, str], tuple[float, bool, bool]] = {}
        for span in spans:
            phrase, kinds = span.phrase, span.around.kinds
            if kinds and not span.around.shared:
                self.named.update(one.place for one in span.evidence if kind_fit(index.kind(one.place), kinds) == 1.0)
            place = phrase.named_with_term if kinds else phrase.named
            if place >= 0 and not span.around.against.get("person"):
                self.whole.note(place, phrase.text, self._where(place))
                self._sure.setdefault(span.start // _STRETCH, []).append((place, phrase.text))
        named = map(self._where, self.whole.phrases)
        self._regions = Counter(where.parents[-1] for where in named if where.parents and not where.state)

    def _anchors_beside(self, stretch: int) -> _Anchors:
        """The anchors of a stretch and the two beside it."""
        anchors = self._beside.get(stretch)
        if anchors is None:
            anchors = self._beside[stretch] = _Anchors()
            for one in (stretch - 1, stretch, stretch + 1):
                for place, phrase in self._sure.get(one, ()):
                    anchors.note(place, phrase, self._where(place))
        return anchors

    def weights(self, start: int, phrase: str, evidence: Sequence[Evidence]) -> dict[int, float]:
        """The log-weights the text gives to the candidates of one span.

        A place that the text names with its generic term elsewhere ("Tartar River") is meant by the bare name too.
        """
        return {
            one.place: self._weight(start, phrase, one.place)
            + (_NAMED if one.place in self.named else 0.0)
            + _KNOWN * float(self.index.p_known[one.place])
            for one in evidence
        }

    def support(self, start: int, phrase: str, place: int, around: Surroundings) -> None:
        """Note in a span's surroundings whether the text names what a place lies in, or a place near it."""
        _weight, around.parent, around.near = self._in_whole(place, phrase)
        if not (around.parent and around.near) and self.whole.full:  # else it holds what the stretch does
            _weight, parent, near = self._weigh(place, phrase, self._anchors_beside(start // _STRETCH))
            around.parent, around.near = around.parent or parent, around.near or near
        around.region = self._of_region(phrase, place)
        if around.parent:
            around.support += ("what it lies in is named",)
        elif around.near:
            around.support += ("a place near it is named",)

    def _of_region(self, phrase: str, place: int) -> bool:
        """Whether the text names enough other places of a place's part of the world."""
        parents = self._where(place).parents
        if not parents:
            return False
        return self._regions[parents[-1]] - len(self.whole.of_itself(phrase)) >= _ENOUGH

    def _where(self, place: int) -> _Whereabouts:
        where = self._places.get(place)
        if where is None:
            where = self._places[place] = _whereabouts(self.index, place)
        return where

    def _weight(self, start: int, phrase: str, place: int) -> float:
        """Log-weight of a place, kept by place, words and stretch."""
        stretch = start // _STRETCH
        known = self._weights.get((place, phrase, stretch))
        if known is None:
            known = self._in_whole(place, phrase)[0]
            beside = self._anchors_beside(stretch)
            if beside.phrases:
                known = 0.4 * known + 0.8 * self._weigh(place, phrase, beside)[0]
            self._weights[place, phrase, stretch] = known
        return known

    def _in_whole(self, place: int, phrase: str) -> tuple[float, bool, bool]:
        known = self._of_whole.get((place, phrase))
        if known is None:
            known = self._of_whole[place, phrase] = self._weigh(place, phrase, self.whole)
        return known

    def _weigh(self, place: int, phrase: str, anchors: _Anchors) -> tuple[float, bool, bool]:
        """What anchors say of a place: log-weight, whether a parent is named, whether a neighbour is."""
        where, named = self._where(place), anchors.phrases
        own = anchors.of_itself(phrase)
        weight, parent = 0.0, False
        for outer in where.parents:
            if outer in named and outer not in own:
                state = self._where(outer).state
                weight += 0.8 if state else 2.5
                parent = parent or not state
        for unit in where.units:
            if unit in named and unit not in own:
                weight += 1.5
                parent = True
                break
        inside = anchors.around.get(place, 0)
        if inside:
            weight += min(inside - sum(place in self._where(other).parents for other in own), _ENOUGH) * 0.6
        close = _neighbours(place, where, anchors.points, own)
        weight += close * 1.0
        if where.parents and anchors.located:
            weight += 1.2 * anchors.countries.get(where.parents[-1], 0) / anchors.located
        return weight, parent, close > 0


def _neighbours(place: int, where: _Whereabouts, points: Sequence[tuple[float, float, int]], own: Sequence[int]) -> int:
    """How many of the anchors, states left out, are near a place; more than enough are not counted."""
    here = where.point
    if here is None or not points:
        return 0
    lat, lon = here
    widest, northern = where.wide, lat + _NEAR_DEGREES
    close = 0
    for at in range(bisect_left(points, (lat - _NEAR_DEGREES,)), len(points)):
        there, beside, other = points[at]
        if there >= northern:
            break
        if -widest < beside - lon < widest and other != place and other not in own:
            close += distance_km(here, (there, beside)) < _NEAR_KM
            if close == _ENOUGH:
                break
    return close
