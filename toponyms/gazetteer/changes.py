"""What sets two gazetteers apart: places, names and fields added, removed and changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from toponyms.gazetteer.document import Document
from toponyms.gazetteer.records import NameRecord, PlaceRecord
from toponyms.gazetteer.writer import written_name

__all__ = ["Changes", "FieldChange", "NameChange", "compare"]

_PLACE_FIELDS = tuple(field for field in PlaceRecord.model_fields if field != "names")


@dataclass(frozen=True, slots=True)
class NameChange:
    """A name added, removed, or given other fields."""

    id: str
    tag: str
    before: NameRecord | None
    """None where the name is new."""
    after: NameRecord | None
    """None where the name is gone."""

    def __str__(self) -> str:
        if self.before is None or self.after is None:
            sign, name = ("+", self.after) if self.before is None else ("-", self.before)
            return f"{sign} {self.id}: {self.tag}: {written_name(name) if name else ''}"
        return f"~ {self.id}: {self.tag}: {written_name(self.before)} -> {written_name(self.after)}"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field of a place with another value; None where it was or is not there."""

    id: str
    field: str
    before: Any
    after: Any

    def __str__(self) -> str:
        return f"~ {self.id}: {self.field}: {_shown(self.before)} -> {_shown(self.after)}"


def _shown(value: Any) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(map(_shown, value)) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_shown(item)}" for key, item in value.items()) + "}"
    return "nothing" if value is None else str(value)


@dataclass(frozen=True, slots=True)
class Changes:
    """What sets the second of two gazetteers apart from the first, each list in the order of ids."""

    places_added: tuple[str, ...] = ()
    places_removed: tuple[str, ...] = ()
    names: tuple[NameChange, ...] = ()
    """Names added, removed or changed at places that both have."""
    fields: tuple[FieldChange, ...] = ()
    """Fields changed at places that both have."""
    reordered: tuple[tuple[str, str], ...] = ()
    """Id and language where the same names stand in another order, which can change the preferred name."""

    def __bool__(self) -> bool:
        return any((self.places_added, self.places_removed, self.names, self.fields, self.reordered))

    def lines(self) -> list[str]:
        """The changes for people, one a line, marked ``+``, ``-`` or ``~``."""
        return [
            *(f"+ {id_}" for id_ in self.places_added),
            *(f"- {id_}" for id_ in self.places_removed),
            *map(str, self.names),
            *map(str, self.fields),
            *(f"~ {id_}: {tag}: names in another order" for id_, tag in self.reordered),
        ]

    def as_json(self) -> dict[str, Any]:
        """The changes as values of JSON."""
        return {
            "places_added": list(self.places_added),
            "places_removed": list(self.places_removed),
            "names": [
                {"id": one.id, "lang": one.tag, "before": _dump(one.before), "after": _dump(one.after)}
                for one in self.names
            ],
            "fields": [
                {"id": one.id, "field": one.field, "before": one.before, "after": one.after} for one in self.fields
            ],
            "reordered": [{"id": id_, "lang": tag} for id_, tag in self.reordered],
        }


def _dump(name: NameRecord | None) -> dict[str, Any] | None:
    return name.model_dump(mode="json", by_alias=True, exclude_defaults=True) if name is not None else None


def _values(place: PlaceRecord) -> dict[str, Any]:
    return place.model_dump(mode="json", by_alias=True, exclude_defaults=True, include=set(_PLACE_FIELDS))


def _by_text(names: tuple[NameRecord, ...]) -> dict[str, NameRecord]:
    return {name.text: name for name in reversed(names)}


def _name_changes(id_: str, tag: str, old: tuple[NameRecord, ...], new: tuple[NameRecord, ...]) -> list[NameChange]:
    before, after = _by_text(old), _by_text(new)
    gone = [NameChange(id_, tag, name, None) for name in old if name.text not in after]
    come = [NameChange(id_, tag, before.get(name.text), name) for name in new if before.get(name.text) != name]
    return gone + come


def compare(old: Document, new: Document) -> Changes:
    r"""What sets the second of two gazetteers apart from the first.

    Raises:
        GazetteerError: one of them has problems.

    Example:
        >>> from toponyms.gazetteer.reader import read_text
        >>> old = read_text("goris: {kind: town, names: {en: [Goris]}}")
        >>> new = read_text("goris: {kind: city, names: {en: [Goris, Kores]}}")
        >>> print("\n".join(compare(old, new).lines()))
        + goris: en: Kores
        ~ goris: kind: town -> city
    """
    before, after = old.check().records, new.check().records
    names: list[NameChange] = []
    fields: list[FieldChange] = []
    reordered: list[tuple[str, str]] = []
    for id_ in sorted(before.keys() & after.keys()):
        one, other = before[id_], after[id_]
        if one == other:
            continue
        was, now = _values(one), _values(other)
        fields += [
            FieldChange(id_, field, was.get(field), now.get(field))
            for field in _PLACE_FIELDS
            if was.get(field) != now.get(field)
        ]
        for tag in sorted(one.names.keys() | other.names.keys()):
            entries = one.names.get(tag, ()), other.names.get(tag, ())
            found = _name_changes(id_, tag, *entries)
            names += found
            if not found and entries[0] != entries[1]:
                reordered.append((id_, tag))
    return Changes(_missing(after, before), _missing(before, after), tuple(names), tuple(fields), tuple(reordered))


def _missing(here: Mapping[str, object], there: Mapping[str, object]) -> tuple[str, ...]:
    return tuple(sorted(here.keys() - there.keys()))
