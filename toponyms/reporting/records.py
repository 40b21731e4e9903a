"""Places, resolutions and mentions as plain data, with stable field names."""

from __future__ import annotations

from typing import Any

from toponyms.model import Candidate, Mention, Name, Place, Resolution

__all__ = ["candidate_record", "mention_record", "name_record", "place_record", "resolution_record"]


def _without_empty(record: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in record.items() if value not in (None, "", [], {})}


def name_record(name: Name) -> dict[str, Any]:
    """A name as plain data; what is not recorded is left out.

    Example:
        >>> name_record(Name("Garni", "en", "Latn"))
        {'text': 'Garni', 'lang': 'en', 'script': 'Latn', 'use': 'current'}
    """
    record: dict[str, Any] = {"text": name.text, "lang": name.lang, "script": name.script, "use": name.use.value}
    record |= {"since": name.since, "until": name.until, "official_in": name.official_in, "note": name.note}
    if not name.fuzzy:
        record["fuzzy"] = False
    return _without_empty(record)


def place_record(place: Place) -> dict[str, Any]:
    """A place as plain data; what is not recorded is left out.

    Example:
        >>> from toponyms.model import Kind
        >>> place_record(Place("garni", Kind.VILLAGE, at=(40.11, 44.73)))
        {'id': 'garni', 'label': 'garni', 'kind': 'village', 'at': [40.11, 44.73]}
    """
    units = [_without_empty({"id": unit.id, "since": unit.since, "until": unit.until}) for unit in place.also_within]
    return _without_empty(
        {
            "id": place.id,
            "label": place.label,
            "kind": place.kind.value,
            "at": list(place.at) if place.at else None,
            "uncertainty_km": place.uncertainty,
            "population": place.population,
            "within": place.within,
            "ancestors": list(place.ancestors),
            "also_within": units,
            "same_as": dict(place.same_as),
            "names": [name_record(name) for name in place.names],
            "note": place.note,
        }
    )


def candidate_record(candidate: Candidate) -> dict[str, Any]:
    """A candidate as plain data: the place in short, the name it was taken for, score, level and reason."""
    place = candidate.place
    return {
        "id": place.id,
        "label": place.label,
        "kind": place.kind.value,
        "at": list(place.at) if place.at else None,
        "within": place.within,
        "score": round(candidate.score, 4),
        "how": candidate.how.value,
        "name": candidate.name.text,
        "lang": candidate.name.lang,
        "why": candidate.why,
    }


def resolution_record(resolution: Resolution) -> dict[str, Any]:
    """A resolution as plain data, its candidates likeliest first.

    Example:
        >>> resolution_record(Resolution("Atlantis"))
        {'mention': 'Atlantis', 'status': 'unknown', 'id': None, 'score': 0.0, 'candidates': []}
    """
    return {
        "mention": resolution.mention,
        "status": resolution.status.value,
        "id": resolution.id,
        "score": round(resolution.score, 4),
        "candidates": [candidate_record(candidate) for candidate in resolution.candidates],
    }


def mention_record(mention: Mention) -> dict[str, Any]:
    """A mention of a text as plain data: where it stands, what supported it, and its resolution."""
    record: dict[str, Any] = {"start": mention.start, "end": mention.end, "text": mention.text}
    record |= resolution_record(mention.resolution)
    del record["mention"]
    return record | {"support": list(mention.support)}
