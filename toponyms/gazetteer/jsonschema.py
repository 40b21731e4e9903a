"""The JSON Schema of a gazetteer file, generated from the records, for completion and checks in editors."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter

from toponyms.gazetteer.records import ID_PATTERN, NamesOfLanguage, PlaceRecord, language_tags

__all__ = ["json_schema"]


def _plain(node: Any) -> Any:
    """The same schema for people: no titles, no nulls (a field without value is left out), one-line descriptions."""
    if isinstance(node, list):
        return [_plain(item) for item in node]
    if not isinstance(node, dict):
        return node
    kept = {key: _plain(value) for key, value in node.items() if key not in ("title", "default")}
    options = [option for option in kept.get("anyOf", []) if option != {"type": "null"}]
    if len(options) == 1:
        del kept["anyOf"]
        kept = {**options[0], **kept}
    elif options:
        kept["anyOf"] = options
    if isinstance(kept.get("description"), str):
        kept["description"] = kept["description"].split("\n")[0]
    return kept


def json_schema() -> dict[str, Any]:
    """The JSON Schema of a gazetteer file.

    Source: the records of `toponyms.gazetteer.records`; JSON Schema draft 2020-12.

    Example:
        >>> json_schema()["$defs"]["NameRecord"]["required"]
        ['text']
    """
    place = TypeAdapter(PlaceRecord).json_schema()
    definitions = place.pop("$defs")
    names = TypeAdapter(NamesOfLanguage).json_schema()
    names.pop("$defs")
    place["properties"]["names"] = {
        "type": "object",
        "description": place["properties"]["names"]["description"],
        "minProperties": 1,
        "properties": {tag: {**names, "description": language} for tag, language in language_tags().items()},
        "additionalProperties": False,
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Gazetteer",
        "description": "A gazetteer of the Python library toponyms: one record per place, keyed by its id.",
        "type": "object",
        "propertyNames": {"pattern": ID_PATTERN, "maxLength": 100},
        "additionalProperties": {"$ref": "#/$defs/PlaceRecord"},
        "$defs": {name: _plain(definition) for name, definition in {**definitions, "PlaceRecord": place}.items()},
    }
