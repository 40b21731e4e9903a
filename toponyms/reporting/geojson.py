"""Mentions as GeoJSON, for map programs."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from toponyms.model import Mention
from toponyms.reporting.records import mention_record

__all__ = ["geojson"]


def _feature(mention: Mention) -> dict[str, Any]:
    record = mention_record(mention)
    candidates = record.pop("candidates")
    first = candidates[0] if candidates else {}
    at = first.get("at")
    properties = record | {key: first.get(key) for key in ("label", "kind", "within", "how", "name", "lang", "why")}
    properties["id"] = record["id"] or first.get("id")
    properties["others"] = [candidate["id"] for candidate in candidates[1:]]
    geometry = {"type": "Point", "coordinates": [at[1], at[0]]} if at else None
    return {"type": "Feature", "geometry": geometry, "properties": properties}


def geojson(mentions: Iterable[Mention]) -> str:
    """A feature collection with one feature a mention: the point of its first candidate, none where it has no point.

    Source: RFC 7946 (longitude before latitude, WGS 84, geometry null where there is none).

    Example:
        >>> json.loads(geojson([]))
        {'type': 'FeatureCollection', 'features': []}
    """
    features = [_feature(mention) for mention in mentions]
    return json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False, indent=1)
