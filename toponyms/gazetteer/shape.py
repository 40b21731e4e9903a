"""From a record's tree to a checked record; what pydantic refuses becomes a sentence with a remedy."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from pydantic import ValidationError

from toponyms.gazetteer.nearest import nearest
from toponyms.gazetteer.records import (
    FIRST_YEAR,
    LAST_YEAR,
    AlsoWithin,
    NameRecord,
    PlaceRecord,
    SameAs,
    language_tags,
)
from toponyms.gazetteer.tree import Fields, Items, Node, Scalar
from toponyms.model import Kind

__all__ = ["FIELDS", "Fault", "faults_of", "position", "value_of"]

Loc = tuple[int | str, ...]

FIELDS: Mapping[str, tuple[str, ...]] = {
    model.__name__: tuple(field.alias or name for name, field in model.model_fields.items())
    for model in (PlaceRecord, NameRecord, AlsoWithin, SameAs)
}
"""The fields of each record as the file spells them."""

_TEXT = frozenset({"kind", "within", "note", "text", "use", "official_in", "id", "wikidata", "iso3166_2"})
_INTEGER = re.compile(r"[-+]?[0-9]{1,15}")
_DECIMAL = re.compile(r"[-+]?[0-9]{1,15}\.[0-9]{0,20}")
_USES = ("former", "colloquial", "abbreviation", "misspelling")
_EXAMPLES = {"at": "[40.1064, 46.0383]", "names": "the languages on the lines below", "same_as": "{geonames: 585934}"}


class Fault(NamedTuple):
    """One thing wrong with a record's shape."""

    code: str
    loc: Loc
    what: str
    remedy: str


class _Seen(NamedTuple):
    """What pydantic refused: where, the value, its message, the most characters or entries allowed."""

    loc: Loc
    given: Any
    message: str
    most: int


def _value(node: Node, text: bool) -> Any:
    if isinstance(node, Scalar):
        return node.text if text or not node.plain else _number(node.text)
    if isinstance(node, Items):
        return [_value(item, text) for item in node.items]
    return {key.text: _value(value, text or key.text in _TEXT) for key, value in reversed(node.pairs)}


def _number(text: str) -> Any:
    if text in {"true", "false"}:
        return text == "true"
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _DECIMAL.fullmatch(text) else text


def _name_value(node: Node) -> Any:
    return node.text if isinstance(node, Scalar) else _value(node, False)


def _names_value(node: Node) -> Any:
    if not isinstance(node, Fields):
        return _value(node, True)
    return {
        key.text: [_name_value(item) for item in value.items] if isinstance(value, Items) else _name_value(value)
        for key, value in reversed(node.pairs)
    }


def value_of(record: Node) -> Any:
    """The plain value of a record's tree: texts as written, numbers and true/false where the record has them.

    Of two equal keys the first counts.
    """
    if not isinstance(record, Fields):
        return _value(record, True)
    values: dict[str, Any] = {}
    for key, node in reversed(record.pairs):
        field = key.text
        if field == "names":
            values[field] = _names_value(node)
        elif field == "also_within" and isinstance(node, Items):
            values[field] = [item.text if isinstance(item, Scalar) else _value(item, False) for item in node.items]
        else:
            values[field] = _value(node, field in _TEXT)
    return values


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


def faults_of(error: ValidationError) -> list[Fault]:
    """The faults that pydantic found in one record, each with what is wrong and what to type."""
    faults = []
    for item in error.errors(include_url=False, include_context=True):
        loc, given = tuple(item["loc"]), item["input"]
        kind = item["type"]
        if kind == "too_short" and given:
            continue  # its entries have their own faults
        fault = _SENTENCES.get(kind, _other)(_Seen(loc, given, item["msg"], item.get("ctx", {}).get("max_length", 0)))
        faults.append(fault)
    meant = {(*fault.loc[:-1], fault.remedy.removeprefix("write ")) for fault in faults if fault.code == "T005"}
    return [fault for fault in faults if fault.loc not in meant]


def _show(value: Any) -> str:
    return f"'{value}'" if isinstance(value, (str, int, float)) and not isinstance(value, bool) else "this"


def _model_at(loc: Loc) -> str:
    if loc[:1] == ("names",) and len(loc) >= 3:
        return "NameRecord"
    return {"also_within": "AlsoWithin", "same_as": "SameAs"}.get(str(loc[0]) if loc else "", "PlaceRecord")


def _unknown_field(seen: _Seen) -> Fault:
    loc, given = seen.loc, seen.given
    field = str(loc[-1])
    known = FIELDS[_model_at(loc[:-1])]
    what = f"there is no field '{field}'"
    if len(loc) == 1 and field in language_tags():
        return Fault("T005", loc, what, f"a language stands under names: indent {field} by four spaces below names:")
    if len(loc) == 1 and isinstance(given, dict) and ("kind" in given or "names" in given):
        return Fault("T005", loc, what, f"an id starts at the first column: take away the spaces before {field}")
    if len(loc) == 4 and field in language_tags():
        return Fault("T005", loc, what, f"write {field}: under names, with the name in square brackets")
    close = nearest(field, known)
    if close is None and len(loc) == 1:
        close = nearest(field, FIELDS["NameRecord"])
        if close:
            remedy = f"{close} belongs to a name: write {{text: …, {close}: …}} in the list of its language"
            return Fault("T005", loc, what, remedy)
    remedy = f"write {close}" if close else "use one of " + ", ".join(known) + ", or delete it"
    return Fault("T005", loc, what, remedy)


def _missing(seen: _Seen) -> Fault:
    loc = seen.loc
    field = str(loc[-1])
    advice = {
        "kind": "add a line kind: with one of the kinds, such as kind: village",
        "names": "add names: and below it a line such as en: [Goris]",
        "text": "write the name as {text: …}",
        "id": "write the unit as {id: …}",
    }
    return Fault("T006", loc, f"{field} is missing", advice[field])


def _kind(seen: _Seen) -> Fault:
    loc, given = seen.loc, seen.given
    words = list(Kind) if loc[-1] == "kind" else _USES
    if not isinstance(given, str) or not given:
        return Fault("T006", loc, f"{loc[-1]} is empty or no text", f"write one word, such as {loc[-1]}: {words[0]}")
    close = nearest(given, map(str, words))
    noun = "kind" if loc[-1] == "kind" else "use"
    remedy = f"write {noun}: {close}" if close else f"use one of {', '.join(words)}"
    if noun == "use" and given in ("current", "ordinary"):
        remedy = "delete use: a name without it is current"
    return Fault("T007", loc, f"'{given}' is no {noun}", remedy)


def _tag(seen: _Seen) -> Fault:
    loc, given = seen.loc, seen.given
    tags = language_tags()
    by_language = {language.casefold(): tag for tag, language in tags.items()}
    wanted = str(given).casefold().replace("_", "-")
    extra = {"arm": "hy", "hye": "hy", "am": "hy", "aze": "az", "rus": "ru", "eng": "en", "geo": "ka", "kat": "ka",
             "tur": "tr", "per": "fa", "fas": "fa", "az-latn": "az", "ru-cyrl": "ru", "hy-armn": "hy"}  # fmt: skip
    close = (
        by_language.get(wanted) or extra.get(wanted) or next((tag for tag in tags if tag.casefold() == wanted), None)
    )
    if close is None and wanted.endswith("-latn"):
        remedy = "romanizations are worked out, not listed: delete the line, or write und-Latn"
    else:
        close = close or nearest(wanted, tags)
        remedy = f"write {close}" if close else "use a tag such as hy, az, ru, en; und-Latn where nobody knows"
    return Fault("T008", loc[:-1], f"'{given}' is no language tag of the gazetteer", remedy)


def _pattern(seen: _Seen) -> Fault:
    loc, given = seen.loc, seen.given
    field = str(loc[-1])
    if field == "wikidata":
        return Fault("T006", loc, f"'{given}' is no Wikidata item", "write Q and digits, such as Q39550")
    if field == "iso3166_2":
        return Fault("T006", loc, f"'{given}' is no ISO 3166-2 code", "write it as in AZ-KAL")
    slug = re.sub(r"[^a-z0-9]+", "-", given.casefold()).strip("-")
    remedy = f"write {slug}" if slug and given.isascii() else "an id has small letters a-z, digits and single hyphens"
    return Fault("T009", loc, f"'{given}' cannot be an id", remedy)


def _number_wanted(seen: _Seen) -> Fault:
    loc, given = seen.loc, seen.given
    field = str(loc[-1])
    if loc[0] == "at":
        return _point(seen)
    noun = "a year in digits" if field in ("from", "until") else "a number"
    if given == "":
        return Fault("T006", loc, f"{field} is empty", f"write {noun} after the colon, or delete the field")
    digits = re.sub(r"[ ,_'’\u00a0\u202f]", "", str(given))
    years = re.findall(r"(?<![0-9])[0-9]{3,4}(?![0-9])", str(given))
    if field in ("from", "until") and years:
        return Fault("T006", loc, f"{_show(given)} is not {noun}", f"write {field}: {years[0]}")
    if _INTEGER.fullmatch(digits):
        return Fault("T006", loc, f"{_show(given)} is not {noun}", f"write {field}: {digits} without quotes or signs")
    remedy = f"write {field}: 1234, or delete the field" if noun == "a number" else f"write {field}: 1930"
    if field in ("whosonfirst", "geonames"):
        remedy = f"write the number in its address, such as {field}: 585934"
    return Fault("T006", loc, f"{_show(given)} is not {noun}", remedy)


def _point(seen: _Seen) -> Fault:
    loc, given = seen.loc, seen.given
    remedy = "write latitude and longitude in degrees with a decimal point, such as at: [40.1064, 46.0383]"
    if isinstance(given, list):
        parts = [str(part) for part in given]
        if len(parts) == 4 and all(_INTEGER.fullmatch(part) for part in parts):
            remedy = f"write the decimals with a point: at: [{parts[0]}.{parts[1]}, {parts[2]}.{parts[3]}]"
    elif isinstance(given, str):
        numbers = re.findall(r"-?[0-9]+\.[0-9]+", given)
        if len(loc) == 1 and len(numbers) == 2:
            remedy = f"write at: [{numbers[0]}, {numbers[1]}]"
        elif len(loc) == 2 and len(numbers) == 1:
            remedy = f"write {numbers[0]}"
    return Fault("T010", loc, f"{_show(given)} is no point", remedy)


def _boolean(seen: _Seen) -> Fault:
    loc, given = seen.loc, seen.given
    return Fault("T006", loc, f"{_show(given)} is neither true nor false", "write fuzzy: false, or delete the field")


def _text_wanted(seen: _Seen) -> Fault:
    loc, given = seen.loc, seen.given
    field = str(loc[-1])
    if given == "":
        return Fault("T006", loc, f"{field} is empty", "write a text, or delete the line")
    if isinstance(given, (list, dict)):
        return Fault("T006", loc, f"{field} must be one text", f"write {field}: and one text without brackets")
    return Fault("T006", loc, f"{_show(given)} is no text", f'write "{given}" in quotes')


def _list_wanted(seen: _Seen) -> Fault:
    loc, given = seen.loc, seen.given
    if loc[0] == "at":
        return _point(seen)
    field = str(loc[-1])
    if given in ("", []):
        return Fault("T006", loc, f"{field} has no entry", f"write {field}: […], or delete the line")
    if isinstance(given, str):
        return Fault("T006", loc, f"{field} is a text, not a list", f"write {field}: [{given}]")
    inner = ", ".join(f"{key}: {value}" for key, value in given.items()) if isinstance(given, dict) else "…"
    return Fault("T006", loc, f"{field} is not a list", f"write {field}: [{{{inner}}}]")


def _mapping_wanted(seen: _Seen) -> Fault:
    loc, given = seen.loc, seen.given
    if not loc:
        return Fault("T006", loc, "the record has no fields", "write its fields below it, each indented by two spaces")
    if isinstance(loc[-1], int):
        field = str(loc[-2])
        return Fault("T006", loc, "an entry is neither a text nor fields in braces", f"write {field}: [one, two]")
    field = str(loc[-1])
    if given in ("", {}):
        return Fault("T006", loc, f"{field} is empty", f"write {_EXAMPLES[field]}, or delete the line")
    example = "en: [Goris]" if field == "names" else "{geonames: 585934}"
    return Fault("T006", loc, f"{field} has no fields", f"write under {field}: fields with a colon, such as {example}")


def _out_of_range(seen: _Seen) -> Fault:
    loc, given = seen.loc, seen.given
    if loc[0] == "at":
        which, most = ("latitude", 90) if loc[-1] == 0 else ("longitude", 180)
        remedy = f"a {which} lies between -{most} and {most}; latitude stands first"
        return Fault("T010", loc, f"{given} is no {which}", remedy)
    field = str(loc[-1])
    if field in ("from", "until"):
        remedy = f"write a year between {FIRST_YEAR} and {LAST_YEAR}"
    elif field == "uncertainty":
        remedy = "write kilometres, more than 0 and at most 1000, or delete the field"
    else:
        remedy = "write a number that is not negative" if field == "population" else "write the number, from 1"
    return Fault("T006", loc, f"{given} is out of range for {field}", remedy)


def _too_long(seen: _Seen) -> Fault:
    loc, given = seen.loc, seen.given
    if loc[0] == "at":
        return _point(seen)
    return Fault("T006", loc, f"the text has {len(given)} characters, more than {seen.most}", "shorten it")


def _other(seen: _Seen) -> Fault:
    return Fault("T006", seen.loc, seen.message, "see docs/reference/gazetteer-format.md")


_SENTENCES: dict[str, Callable[[_Seen], Fault]] = {
    "extra_forbidden": _unknown_field,
    "missing": _missing,
    "enum": _kind,
    "literal_error": _kind,
    "value_error": _tag,
    "string_pattern_mismatch": _pattern,
    "int_type": _number_wanted,
    "int_from_float": _number_wanted,
    "float_type": _number_wanted,
    "bool_type": _boolean,
    "string_type": _text_wanted,
    "string_too_short": _text_wanted,
    "string_too_long": _too_long,
    "tuple_type": _list_wanted,
    "too_short": _list_wanted,
    "too_long": _too_long,
    "dict_type": _mapping_wanted,
    "model_type": _mapping_wanted,
    "greater_than_equal": _out_of_range,
    "less_than_equal": _out_of_range,
    "greater_than": _out_of_range,
}
