"""How the places of one text speak for one another: a parent that is named, neighbours, the country most are in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from toponyms.index.reader import Index
from toponyms.matching.lookup import Evidence
from toponyms.matching.resolver import distance_km
from toponyms.matching.surroundings import Surroundings
from toponyms.model import Group

__all__ = ["Context"]

_NEAR_KM = 40.0
_MOST_ANCHORS = 60


class Context:
    """The places a text surely names, and what they say of the others.

    Parameters:
        index: the open index.
        spans: evidence and surroundings of each span, in the order of the text.
    """

    def __init__(self, index: Index, spans: Sequence[tuple[list[Evidence], Surroundings]]) -> None:
        self.index = index
        self.spans = spans
        self.anchors: dict[int, tuple[float, float] | None] = {}
        self.countries: Counter[int] = Counter()
        for evidence, around in spans:
            if len(self.anchors) < _MOST_ANCHORS and len(evidence) == 1 and not around.against.get("person"):
                self._note(evidence[0].place)
            elif evidence:
                best = max(evidence, key=lambda one: float(index.p_known[one.place]))
                if float(index.p_known[best.place]) > 6.0:
                    self._note(best.place)
        self._weights: dict[int, float] = {}

    def _note(self, place: int) -> None:
        if place in self.anchors:
            return
        self.anchors[place] = self.index.at(place)
        parents = list(self.index.parents(place))
        if parents:
            self.countries[parents[-1]] += 1

    def weights(self, evidence: Sequence[Evidence], order: int) -> dict[int, float]:
        """The log-weights the text gives to the candidates of one span; notes in its surroundings what supports it."""
        around = self.spans[order][1]
        given = {}
        for one in evidence:
            given[one.place], parent, near = self._weight(one.place)
            around.parent = around.parent or parent
            around.near = around.near or near
        if around.parent:
            around.support.append("what it lies in is named")
        elif around.near:
            around.support.append("a place near it is named")
        return given

    def _weight(self, place: int) -> tuple[float, bool, bool]:
        index = self.index
        weight, parent, near = 0.0, False, False
        parents = list(index.parents(place))
        for outer in parents:
            if outer in self.anchors:
                state = index.kind(outer).group is Group.STATE
                weight += 0.8 if state else 2.5
                parent = parent or not state
        for unit in index.also_within(place):
            if index.place_number(unit[0]) in self.anchors:
                weight += 1.5
                parent = True
        at = index.at(place)
        if at:
            close = 0
            for anchor, point in self.anchors.items():
                if anchor == place or point is None or index.kind(anchor).group is Group.STATE:
                    continue
                if abs(point[0] - at[0]) < 0.4 and distance_km(at, point) < _NEAR_KM:
                    close += 1
            weight += min(close, 3) * 0.7
            near = close > 0
        if parents and self.countries:
            weight += 1.2 * self.countries[parents[-1]] / max(self.countries.total(), 1)
        return weight, parent, near
