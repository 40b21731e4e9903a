"""Mentions as comma-separated values, for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from toponyms.model import Mention

__all__ = ["COLUMNS", "spreadsheet"]

COLUMNS = (
    "start", "end", "mention", "status", "id", "label", "kind", "latitude", "longitude", "within", "score", "how",
    "name", "lang", "why", "others",
)  # fmt: skip
"""The columns: id to why tell of the first candidate, `others` gives the ids of the rest."""
_MOST_OTHERS = 5
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def _plain(text: str) -> str:
    """A text that a spreadsheet takes as text: what would begin a formula is preceded by an apostrophe."""
    return "'" + text if text.startswith(_FORMULA) else text


def _row(mention: Mention) -> list[object]:
    resolution = mention.resolution
    head: list[object] = [mention.start, mention.end, _plain(mention.text), resolution.status.value]
    if not resolution.candidates:
        return [*head, *[""] * (len(COLUMNS) - len(head))]
    first, *rest = resolution.candidates
    place = first.place
    latitude, longitude = place.at or ("", "")
    others = " ".join(candidate.place.id for candidate in rest[:_MOST_OTHERS])
    return [
        *head, place.id, _plain(place.label), place.kind.value, latitude, longitude, place.within or "",
        f"{first.score:.4f}", first.how.value, _plain(first.name.text), first.name.lang, _plain(first.why), others,
    ]  # fmt: skip


def spreadsheet(mentions: Iterable[Mention]) -> str:
    """One row a mention under a row of headings, lines ended by a line feed.

    Example:
        >>> from toponyms.model import Resolution
        >>> spreadsheet([Mention(0, 8, "Atlantis", Resolution("Atlantis"))]).splitlines()[1]
        '0,8,Atlantis,unknown,,,,,,,,,,,,'
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(map(_row, mentions))
    return out.getvalue()
