"""A resolution as a row of a table."""

from __future__ import annotations

from toponyms.model import Resolution, Status

__all__ = ["place_cells"]

_MOST_NAMED = 4


def place_cells(resolution: Resolution) -> tuple[str, str, str, str]:
    """What a table says of a resolution: place, kind, score, why.

    Example:
        >>> place_cells(Resolution("Atlantis"))
        ('unknown', '', '', 'no name of the gazetteer is like it')
    """
    candidates = resolution.candidates
    if not candidates:
        return "unknown", "", "", "no name of the gazetteer is like it"
    first = candidates[0]
    score = f"{first.score:.2f}"
    if resolution.status is Status.RESOLVED:
        return first.place.id, first.place.kind.value, score, first.why
    if resolution.status is Status.UNKNOWN:
        return "unknown", "", "", f"the nearest is {first.place.id}, score {score}: {first.why}"
    ids = [candidate.place.id for candidate in candidates[:_MOST_NAMED]]
    more = f" and {len(candidates) - _MOST_NAMED} more" if len(candidates) > _MOST_NAMED else ""
    return f"ambiguous: {', '.join(ids)}{more}", "", score, first.why
