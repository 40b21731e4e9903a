"""From a record's tree to its plain value, and back from a part of the value to its line."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from toponyms.gazetteer.records import AlsoWithin, NameRecord, OverlayRecord, PlaceRecord, SameAs
from toponyms.gazetteer.tree import Fields, Items, Node, Scalar

__all__ = ["FIELDS", "INTEGER", "Loc", "position", "value_of"]

Loc = tuple[int | str, ...]
"""The way to a part of a record: field names, and numbers of list entries from 0."""

FIELDS: Mapping[str, tuple[str, ...]] = {
    model.__name__: tuple(field.alias or name for name, field in model.model_fields.items())
    for model in (PlaceRecord, OverlayRecord, NameRecord, AlsoWithin, SameAs)
}
"""The fields of each record as the file spells them."""

INTEGER = re.compile(r"[-+]?[0-9]{1,15}")
_DECIMAL = re.compile(r"[-+]?[0-9]{1,15}\.[0-9]{0,400}")
_TEXT = frozenset({"kind", "within", "note", "text", "use", "official_in", "id", "wikidata", "iso3166_2"})


def _first_of_each(pairs: list[tuple[Scalar, Node]], value: Callable[[str, Node], Any]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for key, node in pairs:
        if key.text not in values:
            values[key.text] = value(key.text, node)
    return values


def _value(node: Node, text: bool) -> Any:
    if isinstance(node, Scalar):
        return node.text if text or not node.plain else _number(node.text)
    if isinstance(node, Items):
        return [_value(item, text) for item in node.items]
    return _first_of_each(node.pairs, lambda key, value: _value(value, text or key in _TEXT))


def _number(text: str) -> Any:
    if text in {"true", "false"}:
        return text == "true"
    if INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _DECIMAL.fullmatch(text) else text


def _entry(node: Node) -> Any:
    return node.text if isinstance(node, Scalar) else _value(node, False)


def _entries(node: Node) -> Any:
    return [_entry(item) for item in node.items] if isinstance(node, Items) else _entry(node)


def _field(field: str, node: Node) -> Any:
    if field in {"names", "remove_names"}:
        if isinstance(node, Fields):
            return _first_of_each(node.pairs, lambda _, names: _entries(names))
        return _value(node, True)
    return _entries(node) if field == "also_within" else _value(node, field in _TEXT)


def value_of(record: Node) -> Any:
    """The plain value of a record's tree: texts as written, numbers and true/false where the record has them.

    Of two equal keys the first counts.
    """
    return _first_of_each(record.pairs, _field) if isinstance(record, Fields) else _value(record, True)


def position(record: Node, loc: Loc) -> tuple[int, int, Node]:
    """Line and column (from 0) of the part of a record that a location leads to, as far as it leads, and the part.

    A text is found where it starts, a list or mapping where its key stands, an unknown key where it stands.
    """
    line, column = record.line, record.column
    for step in loc:
        if isinstance(record, Fields):
            pair = next(((key, value) for key, value in record.pairs if key.text == step), None)
            if pair is None:
                break
            key, record = pair
            line, column = key.line, key.column
        elif isinstance(record, Items) and isinstance(step, int) and step < len(record.items):
            record = record.items[step]
            line, column = record.line, record.column
    if isinstance(record, Scalar) and record.text:
        line, column = record.line, record.column
    return line, column, record
