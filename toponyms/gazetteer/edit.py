"""Changing a gazetteer: places and names added and removed, places moved; every other line stays as it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import unified_diff
from typing import Any

from pydantic import ValidationError

from toponyms.errors import GazetteerError
from toponyms.gazetteer.document import Document
from toponyms.gazetteer.faults import faults_of
from toponyms.gazetteer.findings import Finding
from toponyms.gazetteer.lint import check
from toponyms.gazetteer.nearest import nearest
from toponyms.gazetteer.reader import read_text
from toponyms.gazetteer.records import AlsoWithin, PlaceRecord
from toponyms.gazetteer.syntax import id_fault
from toponyms.gazetteer.writer import write_record, written_name

__all__ = ["Edit", "add_name", "add_place", "move_place", "remove_name", "review"]


_OF_FORM = frozenset({"T060", "T061"})


@dataclass(frozen=True, slots=True)
class Edit:
    """A change that is worked out and not yet written."""

    document: Document
    """The file before."""
    id: str
    """The place that is changed."""
    text: str
    """The whole text after."""
    accepted: Mapping[str, str] = field(default_factory=dict)
    """Codes of findings that are let be, each with the reason."""

    def diff(self) -> list[str]:
        """The change as a unified diff, without line ends."""
        before, after = self.document.text.splitlines(), self.text.splitlines()
        return list(unified_diff(before, after, self.document.path, self.document.path, n=2, lineterm=""))


def _checked(id_: str, values: dict[str, Any]) -> PlaceRecord:
    try:
        return PlaceRecord.model_validate(values)
    except ValidationError as error:
        faults = faults_of(error)
        raise GazetteerError("\n".join(f"{id_}: {fault.what}; {fault.remedy}" for fault in faults)) from error


def _values(place: PlaceRecord) -> dict[str, Any]:
    return place.model_dump(by_alias=True, exclude_defaults=True)


def _place(document: Document, id_: str) -> PlaceRecord:
    record = document.check().records.get(id_)
    if record is None:
        close = nearest(id_, document.records)
        advice = f"did you mean {close}?" if close else f"add it with toponyms add {id_}"
        raise GazetteerError(f"{document.path}: there is no place {id_}; {advice}")
    return record


def _block(document: Document, id_: str) -> tuple[int, int]:
    """The lines of a record, from its key to its last line with content: first, and one past the last."""
    lines = document.text.split("\n")
    start = document.trees[id_][0].line
    following = [key.line for key, _ in document.trees.values() if key.line > start]
    stop = min(following, default=len(lines))
    while stop > start + 1 and (not lines[stop - 1].strip() or lines[stop - 1].startswith("#")):
        stop -= 1
    return start, stop


def _with_record(document: Document, id_: str, record: PlaceRecord, accepted: Mapping[str, str] | None = None) -> str:
    """The text with one record written anew; comments inside it move above it, and what is let be is told there."""
    lines = document.text.split("\n")
    start, stop = _block(document, id_)
    told = document.comments.before.get(id_, ())
    inside = [
        *document.comments.inside.get(id_, ()),
        *(comment for comment in _ignores(accepted) if comment not in told),
    ]
    written = write_record(id_, record).rstrip("\n").split("\n")
    return "\n".join([*lines[:start], *inside, *written, *lines[stop:]])


def add_place(document: Document, id_: str, values: dict[str, Any], accepted: Mapping[str, str] | None = None) -> Edit:
    r"""Add a place.

    Parameters:
        document: the gazetteer.
        id_: the new id.
        values: the fields of the record as the file spells them.
        accepted: codes of findings to let be, each with its reason, which is written above the record.

    Raises:
        GazetteerError: the id is taken or malformed, or a field is wrong.

    Example:
        >>> edit = add_place(read_text(""), "goris", {"kind": "town", "names": {"en": ["Goris"]}})
        >>> print(edit.text, end="")
        goris:
          kind: town
          names:
            en: [Goris]
    """
    document.check()
    if id_ in document.trees:
        line, _ = document.where(id_)
        remedy = f"add names to it with toponyms name add {id_}"
        raise GazetteerError(f"{document.path}:{line}: there is a place {id_} already; {remedy}")
    if fault := id_fault(id_, True, ()):
        raise GazetteerError(f"{id_}: {fault[1]}; {fault[2].rstrip(':')}")
    record = _checked(id_, values)
    block = [*_ignores(accepted), *write_record(id_, record).rstrip("\n").split("\n")]
    return Edit(document, id_, _inserted(document, id_, block), accepted or {})


def _inserted(document: Document, id_: str, block: list[str]) -> str:
    """The text with the lines of a new record above the first record that sorts behind it, else behind the last."""
    lines = document.text.split("\n")
    while lines and not lines[-1].strip():
        lines.pop()
    later = [other for other in document.trees if other > id_]
    if later:
        at = _above(document, lines, min(later))
        return "\n".join([*lines[:at], *block, "", *lines[at:], ""])
    at = max((_block(document, other)[1] for other in document.trees), default=len(lines))
    return "\n".join([*lines[:at], *([""] if at else []), *block, *lines[at:], ""])


def _above(document: Document, lines: list[str], id_: str) -> int:
    """The line where a record and the comments that go with it begin."""
    above, inside = document.comments.before.get(id_, ()), document.comments.inside.get(id_, ())
    left = sum(map(bool, above)) - sum(map(bool, inside))
    at = document.trees[id_][0].line
    while left > 0:
        at -= 1
        left -= lines[at].startswith("#")
    return at


def _ignores(accepted: Mapping[str, str] | None) -> list[str]:
    return [f"# lint: ignore {code}: {reason}" for code, reason in (accepted or {}).items()]


def add_name(
    document: Document, id_: str, tag: str, name: dict[str, Any], accepted: Mapping[str, str] | None = None
) -> Edit:
    r"""Add a name to a place, behind those it has in the language.

    Parameters:
        document: the gazetteer.
        id_: the place.
        tag: the language tag.
        name: the fields of the name as the file spells them, ``text`` among them.
        accepted: codes of findings to let be, each with its reason, which is written above the record.

    Raises:
        GazetteerError: there is no such place, it has the name already, or a field is wrong.

    Example:
        >>> document = read_text("goris:\n  kind: town\n  names:\n    en: [Goris]\n")
        >>> print(add_name(document, "goris", "en", {"text": "Kores"}).text.splitlines()[-1])
            en: [Goris, Kores]
    """
    place = _place(document, id_)
    names = place.names.get(tag, ())
    if any(one.text == name.get("text") for one in names):
        line, _ = document.where(id_, "names", tag)
        raise GazetteerError(f"{document.path}:{line}: {id_} has the name '{name['text']}' in {tag} already")
    values = _values(place)
    values["names"] = {**values["names"], tag: [*values["names"].get(tag, ()), name]}
    text = _with_record(document, id_, _checked(id_, values), accepted)
    return Edit(document, id_, text, accepted or {})


def remove_name(document: Document, id_: str, tag: str, name: str) -> Edit:
    """Remove a name from a place.

    Raises:
        GazetteerError: there is no such place or name, or it is the place's only name.
    """
    place = _place(document, id_)
    names = place.names.get(tag, ())
    left = tuple(one for one in names if one.text != name)
    if len(left) == len(names):
        close = nearest(name, [one.text for one in names])
        has = ", ".join(written_name(one) for one in names) or "none"
        advice = f"did you mean {close}?" if close else f"its names in {tag}: {has}"
        raise GazetteerError(f"{document.path}: {id_} has no name '{name}' in {tag}; {advice}")
    languages = {**place.names, tag: left}
    if not left:
        del languages[tag]
    if not languages:
        raise GazetteerError(f"{document.path}: '{name}' is the only name of {id_}; add another name first")
    return Edit(document, id_, _with_record(document, id_, place.model_copy(update={"names": languages})))


def move_place(
    document: Document,
    id_: str,
    *,
    within: str | None = None,
    at: tuple[float, float] | None = None,
    until: int | None = None,
    accepted: Mapping[str, str] | None = None,
) -> Edit:
    """Give a place another holder, another point, or both.

    Parameters:
        document: the gazetteer.
        id_: the place.
        within: id of the place that holds it now.
        at: latitude and longitude in degrees.
        until: the last year within the old holder, which is then kept under `also_within`.
        accepted: codes of findings to let be, each with its reason, which is written above the record.

    Raises:
        GazetteerError: there is no such place, or a value is wrong, or nothing changes.
    """
    place = _place(document, id_)
    values = _values(place)
    if within is not None:
        if until is not None and place.within is not None and place.within != within:
            kept = AlsoWithin.model_validate({"id": place.within, "until": until})
            values["also_within"] = [*values.get("also_within", ()), kept.model_dump(by_alias=True, exclude_none=True)]
        values["within"] = within
    if at is not None:
        values["at"] = list(at)
        values.pop("uncertainty", None)
    record = _checked(id_, values)
    if record == place:
        raise GazetteerError(f"{document.path}: {id_} is there already; nothing changes")
    return Edit(document, id_, _with_record(document, id_, record, accepted), accepted or {})


def review(edit: Edit) -> list[Finding]:
    """What lint finds in a changed file that it did not find before, without what is let be.

    New names are held against all other places' names.
    """
    after = read_text(edit.text, edit.document.path)
    before = {(one.code, one.id, one.field, one.what) for one in check(edit.document)}
    found = check(after, base=edit.document, ignore=edit.accepted)
    new = (one for one in found if (one.code, one.id, one.field, one.what) not in before)
    return [one for one in new if one.code not in _OF_FORM]
