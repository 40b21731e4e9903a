"""What pydantic refuses in a record, as sentences with a remedy."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from pydantic import ValidationError

from toponyms.gazetteer.nearest import nearest
from toponyms.gazetteer.records import FIRST_YEAR, LAST_YEAR, language_tags
from toponyms.gazetteer.shape import FIELDS, INTEGER, Loc
from toponyms.model import Kind

__all__ = ["Fault", "faults_of"]

_USES = ("former", "colloquial", "abbreviation", "misspelling")
_EXAMPLES = {"names": "the languages on the lines below", "same_as": "{geonames: 585934}",
             "remove_names": "the languages on the lines below"}  # fmt: skip


class Fault(NamedTuple):
    """One thing wrong with a record's shape."""

    code: str
    loc: Loc
    what: str
    remedy: str


class _Seen(NamedTuple):
    """What pydantic refused: where, the value, its message, the most characters allowed, the model."""

    loc: Loc
    given: Any
    message: str
    most: int
    model: str


def faults_of(error: ValidationError) -> list[Fault]:
    """The faults that pydantic found in one record, each with what is wrong and what to type.

    Where a mistyped field is the one that is missing, it is told once.
    """
    faults = []
    for item in error.errors(include_url=False, include_context=True):
        loc, given = tuple(item["loc"]), item["input"]
        kind = item["type"]
        if kind == "too_short" and given:
            continue  # its entries have their own faults
        fault = _SENTENCES.get(kind, _other)(
            _Seen(loc, given, item["msg"], item.get("ctx", {}).get("max_length", 0), error.title)
        )
        faults.append(fault)
    meant = {(*fault.loc[:-1], fault.remedy.removeprefix("write ")) for fault in faults if fault.code == "T005"}
    return [fault for fault in faults if fault.loc not in meant]


def _show(value: Any) -> str:
    return f"'{value}'" if isinstance(value, (str, int, float)) and not isinstance(value, bool) else "this"


def _model_at(loc: Loc, root: str) -> str:
    if loc[:1] == ("names",) and len(loc) >= 3:
        return "NameRecord"
    return {"also_within": "AlsoWithin", "same_as": "SameAs"}.get(str(loc[0]) if loc else "", root)


def _unknown_field(seen: _Seen) -> Fault:
    loc, given = seen.loc, seen.given
    field = str(loc[-1])
    known = FIELDS[_model_at(loc[:-1], seen.model)]
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
    if loc[0] == "at":
        return _point(seen._replace(loc=loc[:1]))
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
        example = "village" if loc[-1] == "kind" else "former"
        return Fault("T006", loc, f"{loc[-1]} is empty or no text", f"write one word, such as {loc[-1]}: {example}")
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
    if INTEGER.fullmatch(digits):
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
        if len(parts) == 4 and all(INTEGER.fullmatch(part) for part in parts):
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
        remedy = "write kilometres, more than 0 and at most 10000, or delete the field"
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
