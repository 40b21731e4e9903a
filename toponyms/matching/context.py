"""How the places of one text speak for one another: a parent that is named, neighbours, the country most are in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from toponyms.index.reader import Index
from toponyms.matching.evidence import Evidence
from toponyms.matching.resolver import distance_km
from toponyms.matching.surroundings import Surroundings
from toponyms.model import Group

__all__ = ["Context"]

_NEAR_KM = 40.0
_MOST_ANCHORS = 60
_WELL_KNOWN = 6.0


class Context:
    """The places a text surely names, and what they say of the others.

    Parameters:
        index: the open index.
        spans: the words, the evidence and the surroundings of each span, in the order of the text.
    """

    def __init__(self, index: Index, spans: Sequence[tuple[str, list[Evidence], Surroundings]]) -> None:
        self.index = index
        self.anchors: dict[int, set[str]] = {}
        self.countries: Counter[int] = Counter()
        for phrase, evidence, around in spans:
            if len(self.anchors) >= _MOST_ANCHORS or around.against.get("person"):
                continue
            best = max(evidence, key=lambda one: float(index.p_known[one.place]))
            if len(evidence) == 1 or float(index.p_known[best.place]) > _WELL_KNOWN:
                self._note(best.place, phrase)
        self._weights: dict[tuple[int, str], tuple[float, bool, bool]] = {}

    def _note(self, place: int, phrase: str) -> None:
        if place not in self.anchors:
            parents = list(self.index.parents(place))
            if parents:
                self.countries[parents[-1]] += 1
        self.anchors.setdefault(place, set()).add(phrase)

    def weights(self, phrase: str, evidence: Sequence[Evidence]) -> dict[int, float]:
        """The log-weights the text gives to the candidates of one span."""
        return {one.place: self._weight(one.place, phrase)[0] for one in evidence}

    def support(self, phrase: str, place: int, around: Surroundings) -> None:
        """Note in a span's surroundings whether the text names what a place lies in, or a place near it."""
        _weight, around.parent, around.near = self._weight(place, phrase)
        if around.parent:
            around.support.append("what it lies in is named")
        elif around.near:
            around.support.append("a place near it is named")

    def _weight(self, place: int, phrase: str) -> tuple[float, bool, bool]:
        """Log-weight of a place for a span with these words; other spans only speak for it."""
        known = self._weights.get((place, phrase))
        if known is None:
            known = self._weights[place, phrase] = self._weigh(place, phrase)
        return known

    def _weigh(self, place: int, phrase: str) -> tuple[float, bool, bool]:
        index = self.index
        anchors = [anchor for anchor, phrases in self.anchors.items() if phrases != {phrase}]
        weight, parent = 0.0, False
        parents = list(index.parents(place))
        for outer in parents:
            if outer in anchors:
                state = index.kind(outer).group is Group.STATE
                weight += 0.8 if state else 2.5
                parent = parent or not state
        if any(unit in anchors for unit in index.units_of(place)):
            weight += 1.5
            parent = True
        close = self._neighbours(place, anchors)
        weight += min(close, 3) * 0.7
        if parents and self.countries:
            weight += 1.2 * self.countries[parents[-1]] / max(self.countries.total(), 1)
        return weight, parent, close > 0

    def _neighbours(self, place: int, anchors: Sequence[int]) -> int:
        """How many of the anchors, states left out, are near a place."""
        index = self.index
        here = index.at(place)
        if here is None:
            return 0
        points = [index.at(one) for one in anchors if one != place and index.kind(one).group is not Group.STATE]
        return sum(abs(at[0] - here[0]) < 0.4 and distance_km(here, at) < _NEAR_KM for at in points if at)
