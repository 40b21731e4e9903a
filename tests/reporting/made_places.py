"""Places made by hand."""

from __future__ import annotations

from toponyms.model import Kind, Name, Place

GORIS = Place(
    "goris", Kind.TOWN, (39.5111, 46.3417), within="syunik", population=20000,
    names=(Name("Գորիս", "hy", "Armn"), Name("Goris", "en", "Latn")),
)  # fmt: skip
GORI = Place("gori", Kind.TOWN, (41.98, 44.11), names=(Name("Gori", "en", "Latn"),))
SEVAN = Place("lake-sevan", Kind.LAKE, (40.32, 45.35), names=(Name("Lake Sevan", "en", "Latn"),))
PARIS = Place("paris", Kind.CITY, (48.86, 2.35), names=(Name("Paris", "en", "Latn"),))
NOWHERE = Place("nowhere", Kind.VILLAGE, names=(Name("Nowhere", "en", "Latn"),))
