"""From the YAML to the index: records become places, places become one file."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

from toponyms.errors import GazetteerError
from toponyms.gazetteer.reader import Document, read
from toponyms.gazetteer.records import NameRecord, PlaceRecord
from toponyms.index.build import build
from toponyms.lean import CollectorOff
from toponyms.model import Containment, Kind, Name, Place, Use
from toponyms.writing.scripts import script_of

__all__ = ["compile_files", "places_of"]


def _name(lang: str, record: NameRecord) -> Name:
    return Name(
        record.text,
        lang,
        script_of(record.text),
        Use(record.use) if record.use else Use.CURRENT,
        record.since,
        record.until,
        record.official_in,
        record.fuzzy,
        record.note or "",
    )


def _place(place_id: str, record: PlaceRecord, ids: Mapping[str, object]) -> Place:
    same_as = record.same_as.model_dump(exclude_none=True) if record.same_as else {}
    return Place(
        place_id,
        Kind(record.kind),
        (record.at[0], record.at[1]) if record.at else None,
        record.uncertainty,
        record.within if record.within in ids else None,
        tuple(Containment(unit.id, unit.since, unit.until) for unit in record.also_within or ()),
        (),
        record.population,
        tuple((scheme, str(identifier)) for scheme, identifier in same_as.items()),
        tuple(_name(lang, name) for lang, names in record.names.items() for name in names),
        record.note or "",
    )


def places_of(document: Document) -> list[Place]:
    r"""The places of a document, in the order of the file.

    Raises:
        GazetteerError: something is wrong with the document, or a place is within one that is not there or in itself.

    Example:
        >>> from toponyms.gazetteer.reader import read_text
        >>> places_of(read_text("goris:\n  kind: town\n  names:\n    en: [Goris]\n"))
        [Place('goris', town)]
    """
    records = document.check().records
    wrong = [message for place_id in records for message in _containment_faults(document, place_id)]
    if wrong:
        raise GazetteerError("\n".join(wrong))
    return [_place(place_id, record, records) for place_id, record in records.items()]


def _containment_faults(document: Document, place_id: str) -> list[str]:
    records = document.records
    seen, outer = [place_id], records[place_id].within
    while outer is not None:
        line = document.where(seen[-1], "within")[0]
        where = f"{document.path}:{line}: {seen[-1]}: within:"
        if outer not in records:
            return [f"{where} no place has the id {outer!r}; write the id of a place of this file"]
        if outer in seen:
            return [f"{where} {outer} lies in itself ({' > '.join([*seen, outer])}); name the larger place"]
        seen.append(outer)
        outer = records[outer].within
    return []


def compile_files(paths: Sequence[str | os.PathLike[str]], digest: bytes) -> bytes:
    """The bytes of the index of a gazetteer file and the overlays on it.

    Parameters:
        paths: the gazetteer, then its overlays.
        digest: 32 bytes that identify the source; they are kept in the index.

    Raises:
        GazetteerError: a file cannot be used; the message lists the problems with file and line.
    """
    document = read(paths[0])
    for overlay in paths[1:]:
        from toponyms.gazetteer.overlay import merged

        document = merged(document, read(overlay))
    with CollectorOff():
        return build(places_of(document), digest)
