"""Overlays: a private file laid over a gazetteer, with places, names and corrections of its own.

An overlay has the shape of a gazetteer. Of an id that the gazetteer has, the fields given replace the gazetteer's;
names are added behind those that are there, and one with the text of an existing name takes its place;
``remove_names`` takes names away; ``remove: true`` takes the place away. An id that the gazetteer lacks is a new place
and needs what every place needs. Where an overlay and what it lies on cannot both be meant, that is an error that names
both lines.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import Any

from pydantic import ValidationError

from toponyms.gazetteer.document import Document
from toponyms.gazetteer.findings import Finding
from toponyms.gazetteer.lint import check
from toponyms.gazetteer.nearest import nearest
from toponyms.gazetteer.reader import read, shape_findings
from toponyms.gazetteer.records import NameRecord, OverlayRecord, PlaceRecord
from toponyms.gazetteer.shape import value_of
from toponyms.gazetteer.tree import Fields

__all__ = ["Overlay", "check_overlay", "merged", "read_overlay", "read_with_overlays"]

_CODE = "T070"
_OF_SHAPE = frozenset({"T005", "T006", "T007", "T008", "T010"})
_REPLACED = ("kind", "within", "also_within", "at", "uncertainty", "population", "same_as", "note")
_NOT_OF_OVERLAYS = frozenset({"T052", "T061"})
_AFTER_MERGING = ("T040", "T041", "T044")


class Overlay:
    """An overlay as it was read: its document, and what it says of each id."""

    def __init__(self, document: Document) -> None:
        self.document = document
        """The file, with the problems of its YAML and of its records."""
        self.records: dict[str, OverlayRecord] = {}
        """What the overlay says, by id."""
        document.problems = [one for one in document.problems if one.code not in _OF_SHAPE or not one.id]
        for id_, (_, tree) in document.trees.items():
            if any(one.id == id_ for one in document.problems):
                continue
            try:
                self.records[id_] = OverlayRecord.model_validate(value_of(tree))
            except ValidationError as error:
                document.problems += shape_findings(document, id_, error)
        document.records = {}

    def as_document(self, base: Document) -> Document:
        """What the overlay gives, as a gazetteer of its own: for the lint rules on letters, names and points."""
        document = Document(self.document.path, self.document.text, self.document.as_stored)
        document.trees, document.comments = self.document.trees, self.document.comments
        for id_, record in self.records.items():
            kind = record.kind or (base.records[id_].kind if id_ in base.records else None)
            if kind is not None and not record.remove:
                values = {field: getattr(record, field) for field in _REPLACED}
                names = record.names or {}
                document.records[id_] = PlaceRecord.model_construct(**{**values, "kind": kind, "names": names})
        return document

    def problem(self, id_: str, loc: tuple[str | int, ...], what: str, remedy: str) -> Finding:
        """A conflict, at a part of the overlay."""
        line, column = self.document.where(id_, *loc)
        field = ".".join(step for step in loc if isinstance(step, str))
        return Finding(self.document.path, line, column, _CODE, id_, field, what, remedy)


def read_overlay(path: str | os.PathLike[str]) -> Overlay:
    """Read an overlay.

    Raises:
        GazetteerError: there is no such file, or it may not be read.
    """
    return Overlay(read(path))


def _part_with(document: Document, id_: str, field: str = "") -> Document:
    """The file that gives a field of a record, the last one laid over first; the whole where none does."""
    for part in document.parts or (document,):
        tree = part.trees[id_][1] if id_ in part.trees else None
        if tree is not None and (
            not field or (isinstance(tree, Fields) and any(key.text == field for key, _ in tree.pairs))
        ):
            return part
    return document


def _spot(document: Document, id_: str, *loc: str | int) -> str:
    part = _part_with(document, id_, str(loc[0]) if loc else "")
    return f"{part.path}:{part.where(id_, *loc)[0]}"


def _conflicts(base: Document, overlay: Overlay, id_: str, record: OverlayRecord) -> Iterator[Finding]:
    """What an overlay says of one id that cannot stand beside what it lies on, or beside itself."""
    given = record.model_fields_set - {"remove"}
    known = base.records.get(id_)
    if record.remove and given:
        field = min(given)
        line = overlay.document.where(id_, "remove")[0]
        what = f"{field} stands beside remove: true ({overlay.document.path}:{line})"
        yield overlay.problem(id_, (field,), what, "delete one of the two")
    if known is None:
        yield from _not_new(base, overlay, id_, record)
        return
    for tag, texts in (record.remove_names or {}).items():
        there = [name.text for name in known.names.get(tag, ())]
        for number, text in enumerate(texts):
            loc = ("remove_names", tag, number)
            if text not in there:
                close = nearest(text, there)
                what = f"there is no name '{text}' in {tag} to remove ({_spot(base, id_, 'names')})"
                yield overlay.problem(id_, loc, what, f"write {close}" if close else "delete it")
    yield from _added_and_removed(overlay, id_, record)


def _added_and_removed(overlay: Overlay, id_: str, record: OverlayRecord) -> Iterator[Finding]:
    for tag, names in (record.names or {}).items():
        removed = (record.remove_names or {}).get(tag, ())
        for number, name in enumerate(names):
            if name.text in removed:
                line = overlay.document.where(id_, "remove_names", tag, removed.index(name.text))[0]
                what = f"'{name.text}' is added here and removed at {overlay.document.path}:{line}"
                yield overlay.problem(id_, ("names", tag, number), what, "delete one of the two")


def _not_new(base: Document, overlay: Overlay, id_: str, record: OverlayRecord) -> Iterator[Finding]:
    close = nearest(id_, base.records)
    advice = f"write {close} ({_spot(base, close)})" if close else "check the id"
    if record.remove or record.remove_names:
        yield overlay.problem(id_, (), f"{base.path} has no place {id_} to remove anything from", advice)
    elif missing := [field for field in ("kind", "names") if getattr(record, field) is None]:
        what = f"{base.path} has no place {id_}, and a new place needs {' and '.join(missing)}"
        yield overlay.problem(id_, (), what, f"{advice}, or give {' and '.join(missing)}")


def _merged_names(old: dict[str, tuple[NameRecord, ...]], record: OverlayRecord) -> dict[str, tuple[NameRecord, ...]]:
    names = dict(old)
    for tag, texts in (record.remove_names or {}).items():
        names[tag] = tuple(name for name in names.get(tag, ()) if name.text not in texts)
    for tag, added in (record.names or {}).items():
        by_text = {name.text: name for name in added}
        kept = tuple(by_text.pop(name.text, name) for name in names.get(tag, ()))
        names[tag] = kept + tuple(by_text.values())
    return {tag: entries for tag, entries in names.items() if entries}


def _laid_over(place: PlaceRecord | None, record: OverlayRecord) -> PlaceRecord:
    """The record that both make together."""
    values: dict[str, Any] = {field: getattr(record, field) for field in _REPLACED if field in record.model_fields_set}
    values["names"] = _merged_names(place.names if place is not None else {}, record)
    if place is None:
        return PlaceRecord.model_construct(**values)
    return place.model_copy(update=values)


def merged(base: Document, overlay: Document | Overlay, *more: Document | Overlay) -> Document:
    """A gazetteer with overlays laid over it, each over the one before.

    Parameters:
        base: the gazetteer.
        overlay: the overlay, or its file as it was read.
        more: further overlays; of two that give a field of a place different values, neither is believed.

    Returns:
        The document of both; what is wrong with either, and every conflict, is in its `problems`. `Document.spot` and
        `Document.parts` tell which file a name comes from.

    Example:
        >>> from toponyms.gazetteer.reader import read_text
        >>> base = read_text("goris: {kind: town, names: {ru: [Горис, Герусы]}}")
        >>> both = merged(base, read_text("goris: {names: {ru: [Корис]}, remove_names: {ru: [Герусы]}}"))
        >>> [name.text for name in both.records["goris"].names["ru"]]
        ['Горис', 'Корис']
    """
    overlays = [one if isinstance(one, Overlay) else Overlay(one) for one in (overlay, *more)]
    documents = [base, *(one.document for one in overlays)]
    problems = [problem for document in documents for problem in document.problems]
    result = Document(base.path, base.text, base.as_stored, dict(base.records), dict(base.trees))
    result.unread, result.comments = base.unread, base.comments
    result.parts = base.parts or (base,)
    problems += _disagreements(overlays)
    for one in overlays:
        for id_, record in one.records.items():
            found = list(_conflicts(result, one, id_, record))
            problems += found
            if found:
                continue
            if record.remove:
                del result.records[id_], result.trees[id_]
            else:
                result.records[id_] = _laid_over(result.records.get(id_), record)
                result.trees.setdefault(id_, one.document.trees[id_])
                if not result.records[id_].names:
                    spot = _spot(result, id_, "names")
                    problems.append(one.problem(id_, ("remove_names",), f"no name is left ({spot})", "leave one name"))
        result.parts = (one.document, *result.parts)
    result.problems = problems or _left_behind(result, overlays)
    return result


def _disagreements(overlays: Sequence[Overlay]) -> Iterator[Finding]:
    """Fields that two overlays give different values."""
    seen: dict[tuple[str, str], Overlay] = {}
    for one in overlays:
        for id_, record in one.records.items():
            for field in (*_REPLACED, "remove"):
                if field not in record.model_fields_set:
                    continue
                first = seen.setdefault((id_, field), one)
                if getattr(first.records[id_], field) != getattr(record, field):
                    line = first.document.where(id_, field)[0]
                    what = f"{first.document.path}:{line} says otherwise"
                    yield one.problem(id_, (field,), what, "delete one of the two")


def _left_behind(result: Document, overlays: Sequence[Overlay]) -> list[Finding]:
    """References and identifiers that do not fit any more once everything is laid together, at their own lines."""
    problems = []
    for found in check(result, select=_AFTER_MERGING):
        loc = tuple(found.field.split(".")) if found.field else ()
        part = _part_with(result, found.id, loc[0] if loc else "")
        line, column = part.where(found.id, *loc)
        what = found.what + "".join(
            f" ({spot})" for spot in _causes(found, overlays) if not spot.endswith(f"{part.path}:{line}")
        )
        problems.append(Finding(part.path, line, column, found.code, found.id, found.field, what, found.remedy))
    return problems


def _causes(found: Finding, overlays: Sequence[Overlay]) -> Iterator[str]:
    """The lines of overlays that a finding comes from: what removes a place, or puts one within another."""
    words = set(found.what.split())
    for one in overlays:
        for id_ in sorted(words & one.records.keys()):
            if one.records[id_].remove:
                yield f"removed at {one.document.path}:{one.document.where(id_, 'remove')[0]}"
            elif found.code == "T041" and one.records[id_].within is not None:
                yield f"{one.document.path}:{one.document.where(id_, 'within')[0]}"


def check_overlay(overlay: Overlay, base: Document, **options: Any) -> list[Finding]:
    """What is wrong with an overlay: its own faults, its conflicts with what it lies on, and what lint finds in it.

    Parameters:
        overlay: the overlay.
        base: the gazetteer that it lies on.
        options: `select` and `ignore`, as `toponyms.gazetteer.lint.check` takes them.
    """
    both = merged(base, overlay)
    if both.problems:
        return sorted(both.problems)
    found = check(overlay.as_document(base), base=base, around=base, **options)
    return [one for one in found if one.code not in _NOT_OF_OVERLAYS]


def read_with_overlays(path: str | os.PathLike[str], overlays: Sequence[str | os.PathLike[str]] = ()) -> Document:
    """Read a gazetteer and lay overlays over it.

    Raises:
        GazetteerError: a file is missing or may not be read.
    """
    base = read(path)
    return merged(base, *map(read_overlay, overlays)) if overlays else base
