"""What the rules look at: a document, what it was before, and what follows from both, worked out once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from math import asin, cos, radians, sin, sqrt
from typing import NamedTuple

from toponyms.gazetteer.findings import Finding
from toponyms.gazetteer.reader import Document
from toponyms.gazetteer.records import NameRecord, PlaceRecord
from toponyms.writing.folding import fold

__all__ = ["Context", "NameAt", "kilometres"]

_EARTH_RADIUS = 6371.0


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """The great-circle distance of two points, in kilometres.

    Source: haversine formula, mean Earth radius 6371 km.

    Example:
        >>> round(kilometres((40.18, 44.51), (40.41, 49.87)))
        455
    """
    lat, lon, other_lat, other_lon = map(radians, (*one, *other))
    half = sin((other_lat - lat) / 2) ** 2 + cos(lat) * cos(other_lat) * sin((other_lon - lon) / 2) ** 2
    return 2 * _EARTH_RADIUS * asin(min(1.0, sqrt(half)))


class NameAt(NamedTuple):
    """One name with where it stands."""

    id: str
    tag: str
    number: int
    record: NameRecord
    key: str


class Context:
    """A document under check.

    Parameters:
        document: the document.
        base: the same gazetteer before the change; None when everything counts as old.
        around: what else the document may refer to and collide with, such as the gazetteer an overlay is laid over.
    """

    def __init__(self, document: Document, base: Document | None = None, around: Document | None = None) -> None:
        self.document = document
        self.base = base
        self.around = around
        self.cache: dict[str, tuple[float, float] | None] = {}

    def problems(self, code: str) -> Iterator[Finding]:
        """What the reader found under a code."""
        return (problem for problem in self.document.problems if problem.code == code)

    def finding(self, code: str, id_: str, loc: tuple[int | str, ...], what: str, remedy: str) -> Finding:
        """A finding at a part of a record."""
        line, column = self.document.where(id_, *loc)
        field = ".".join(step for step in loc if isinstance(step, str))
        return Finding(self.document.path, line, column, code, id_, field, what, remedy)

    def name_finding(self, code: str, name: NameAt, what: str, remedy: str) -> Finding:
        """A finding at a name."""
        return self.finding(code, name.id, ("names", name.tag, name.number), what, remedy)

    def spot(self, name: NameAt) -> str:
        """``file:line`` of a name, here or in what lies around."""
        for document in (self.document, self.around):
            if document is not None and (spot := document.spot(name.id, name.tag, name.record.text)):
                return spot
        return name.id

    @cached_property
    def names(self) -> tuple[NameAt, ...]:
        """All names of the document in its order."""
        return tuple(_names_of(self.document))

    @cached_property
    def surrounding_names(self) -> tuple[NameAt, ...]:
        """The names of what lies around, without those that the document has too."""
        if self.around is None:
            return ()
        own = {(name.id, name.record.text) for name in self.names}
        return tuple(name for name in _names_of(self.around) if (name.id, name.record.text) not in own)

    @cached_property
    def known_ids(self) -> frozenset[str]:
        """Every id that may be referred to, those of records that could not be read included."""
        around = self.around.trees if self.around is not None else {}
        return frozenset(self.document.trees) | self.document.unread | frozenset(around)

    @cached_property
    def by_key(self) -> dict[str, list[NameAt]]:
        """The names, those around included, by folded key."""
        found: dict[str, list[NameAt]] = defaultdict(list)
        for name in (*self.names, *self.surrounding_names):
            found[name.key].append(name)
        return found

    @cached_property
    def new_names(self) -> tuple[NameAt, ...]:
        """The names that the base does not have at the same place; none without a base."""
        if self.base is None:
            return ()
        old = {
            (id_, name.text)
            for id_, place in self.base.records.items()
            for names in place.names.values()
            for name in names
        }
        return tuple(name for name in self.names if (name.id, name.record.text) not in old)

    def record(self, id_: str) -> PlaceRecord | None:
        """The record of an id, here or around; None when there is none."""
        for document in (self.document, self.around):
            if document is not None and id_ in document.records:
                return document.records[id_]
        return None

    def within(self, id_: str) -> str | None:
        """The id of what holds a place, None when it stands alone or is unknown."""
        record = self.record(id_)
        return record.within if record is not None else None

    def ancestors(self, id_: str) -> list[str]:
        """What holds a place, the nearest first; a cycle ends where it closes."""
        found: list[str] = []
        above = self.within(id_)
        while above is not None and above != id_ and above not in found:
            found.append(above)
            above = self.within(above)
        return found

    def related(self, one: str, other: str) -> bool:
        """Whether one of two places holds the other."""
        return one == other or one in self.ancestors(other) or other in self.ancestors(one)


def _names_of(document: Document) -> Iterator[NameAt]:
    for id_, place in document.records.items():
        for tag, names in place.names.items():
            for number, name in enumerate(names):
                yield NameAt(id_, tag, number, name, fold(name.text))
