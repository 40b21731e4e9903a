"""The canonical writer: one way to write a gazetteer, the same bytes for the same records.

Records stand sorted by id with the id at the first column and a blank line between them; fields in a fixed order;
languages in a fixed order, one line each. A list whose entries have fields of their own takes a line for each entry.
A text is written bare where every YAML reader reads it as that text, in double quotes otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import lru_cache

from yaml import ScalarNode
from yaml.resolver import Resolver

from toponyms.gazetteer.comments import Comments
from toponyms.gazetteer.reader import Document
from toponyms.gazetteer.records import AlsoWithin, NameRecord, PlaceRecord, SameAs

__all__ = [
    "HEADER",
    "language_order",
    "quoted",
    "reads_otherwise",
    "write_document",
    "write_record",
    "write_records",
    "written_name",
]

HEADER = """\
# The gazetteer of toponyms: places with their names in every language that a source gives.
#
# id:                     small ASCII letters, digits, hyphens; made from the English name once, then never changed;
#                         it identifies the place and claims nothing
#   kind:                 what sort of place it is: a word of the closed list in docs/reference/kinds.md
#   within:               id of the place that holds it today, as internationally recognized
#   also_within:          others that hold or held it: [id, …], or one entry a line: {id: …, from: year, until: year}
#   at:                   [latitude, longitude], WGS 84 degrees
#   uncertainty:          kilometres by which the point may be off, where it is approximate
#   population:           inhabitants
#   same_as:              the place elsewhere: {geonames: …, wikidata: …, whosonfirst: …, iso3166_2: …}
#   note:                 a remark for readers
#   names:                by language tag (BCP 47), the preferred name first; the script fits the tag
#     az: [Name, Name]    one line a language; with fields, one entry a line:
#       - {text: Name, use: former|colloquial|abbreviation|misspelling, from: year, until: year,
#          official_in: id, fuzzy: false (match only as written), note: remark}
#
# Romanizations that a scheme yields from these names are worked out by the library, not listed.
# Records are sorted by id. `toponyms fmt` writes this form, `toponyms lint` checks it.
#
# Sources: GeoNames (CC BY 4.0), Who's On First (CC BY 4.0), Wikidata (CC0), Unicode CLDR (Unicode License).
# This file is licensed under CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/); see LICENSE-DATA.
"""
"""The comment that opens a gazetteer written without another one: its schema, its sources, its licence."""

_LANGUAGES = ("hy", "hyw", "az", "az-Cyrl", "az-Arab", "ru", "en", "ka", "tr", "fa")
_SAFE = re.compile(r"[^\W\d_][\w'’ʼʻ‘().՛՜՞՚/–—-]*(?: [\w'’ʼʻ‘().՛՜՞՚/–—-]+)*")
_WORDS = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf"})
_NUMBER = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+")
_RESOLVER = Resolver()
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}
_UNPRINTABLE = re.compile('["\\\\\n\t\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]')


def _escape(match: re.Match[str]) -> str:
    return _ESCAPES.get(match[0]) or f"\\u{ord(match[0]):04X}"


@lru_cache(maxsize=1 << 16)
def quoted(text: str) -> str:
    r"""A text as it stands in the file: bare where YAML 1.1 and 1.2 read it as this text, else in double quotes.

    Example:
        >>> quoted("Gəncə"), quoted("No"), quoted("1988"), quoted("Tatev: old"), quoted('the "Eye"')
        ('Gəncə', '"No"', '"1988"', '"Tatev: old"', '"the \\"Eye\\""')
    """
    if _SAFE.fullmatch(text) and text.casefold() not in _WORDS:
        return text
    return f'"{_UNPRINTABLE.sub(_escape, text)}"'


@lru_cache(maxsize=1 << 16)
def reads_otherwise(text: str) -> bool:
    """Whether YAML 1.1 or 1.2 reads a bare text as something else: a number, a date, true, false or nothing.

    Source: YAML 1.1 type repository, as PyYAML implements it; YAML 1.2.2, core schema.

    Example:
        >>> reads_otherwise("No"), reads_otherwise("1:30"), reads_otherwise("Goris")
        (True, True, False)
    """
    first = text[:1]
    if first.isalpha() and first not in "yYnNtTfFoO":
        return False
    tag: str = _RESOLVER.resolve(ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]
    return tag != "tag:yaml.org,2002:str" or text.casefold() in _WORDS or bool(_NUMBER.fullmatch(text))


def _number(value: float) -> str:
    """A decimal number without exponent and without needless zeros: ``46.0383``, ``40.0``."""
    text = format(Decimal(repr(value)), "f")
    return text if "." in text else text + ".0"


def _whole(value: float) -> str:
    return str(int(value)) if value == int(value) else _number(value)


def _braces(pairs: Iterable[tuple[str, str]]) -> str:
    return "{" + ", ".join(f"{key}: {value}" for key, value in pairs) + "}"


def written_name(name: NameRecord) -> str:
    """A name as it stands in the list of its language.

    Example:
        >>> written_name(NameRecord(text="Of", fuzzy=False))
        '{text: Of, fuzzy: false}'
    """
    return _name(name)[0]


def _name(name: NameRecord) -> tuple[str, bool]:
    pairs = [("text", quoted(name.text))]
    if name.use is not None:
        pairs.append(("use", name.use))
    if name.since is not None:
        pairs.append(("from", str(name.since)))
    if name.until is not None:
        pairs.append(("until", str(name.until)))
    if name.official_in is not None:
        pairs.append(("official_in", quoted(name.official_in)))
    if not name.fuzzy:
        pairs.append(("fuzzy", "false"))
    if name.note is not None:
        pairs.append(("note", quoted(name.note)))
    return (pairs[0][1], False) if len(pairs) == 1 else (_braces(pairs), True)


def _container(container: AlsoWithin) -> tuple[str, bool]:
    pairs = [("id", quoted(container.id))]
    if container.since is not None:
        pairs.append(("from", str(container.since)))
    if container.until is not None:
        pairs.append(("until", str(container.until)))
    return (pairs[0][1], False) if len(pairs) == 1 else (_braces(pairs), True)


def _same_as(same_as: SameAs) -> str:
    pairs = [(key, value) for key in SameAs.model_fields if (value := getattr(same_as, key)) is not None]
    return _braces((key, quoted(value) if isinstance(value, str) else str(value)) for key, value in pairs)


def _list(key: str, indent: str, entries: list[tuple[str, bool]]) -> list[str]:
    if any(fields for _, fields in entries):
        return [f"{indent}{key}:", *(f"{indent}  - {text}" for text, _ in entries)]
    return [f"{indent}{key}: [{', '.join(text for text, _ in entries)}]"]


def language_order(tag: str) -> tuple[int, str]:
    """Sort key of a language tag: the region's languages first, then the others by tag, ``und`` last.

    Example:
        >>> sorted(["und-Latn", "en", "de", "hy", "az"], key=language_order)
        ['hy', 'az', 'en', 'de', 'und-Latn']
    """
    if tag in _LANGUAGES:
        return _LANGUAGES.index(tag), ""
    return (len(_LANGUAGES) + tag.startswith("und"), tag)


def write_record(id_: str, record: PlaceRecord) -> str:
    """One record in the canonical form, with its id and a line end.

    Example:
        >>> names = {"en": ["Goris"], "hy": ["Գորիս"]}
        >>> print(write_record("goris", PlaceRecord.model_validate({"kind": "town", "names": names})), end="")
        goris:
          kind: town
          names:
            hy: [Գորիս]
            en: [Goris]
    """
    lines = [f"{quoted(id_)}:", f"  kind: {record.kind.value}"]
    if record.within is not None:
        lines.append(f"  within: {quoted(record.within)}")
    if record.also_within is not None:
        lines += _list("also_within", "  ", [_container(container) for container in record.also_within])
    if record.at is not None:
        lines.append(f"  at: [{_number(record.at[0])}, {_number(record.at[1])}]")
    if record.uncertainty is not None:
        lines.append(f"  uncertainty: {_whole(record.uncertainty)}")
    if record.population is not None:
        lines.append(f"  population: {record.population}")
    if record.same_as is not None and (pairs := _same_as(record.same_as)) != "{}":
        lines.append(f"  same_as: {pairs}")
    if record.note is not None:
        lines.append(f"  note: {quoted(record.note)}")
    lines.append("  names:")
    for tag in sorted(record.names, key=language_order):
        lines += _list(tag, "    ", [_name(name) for name in record.names[tag]])
    return "\n".join(lines) + "\n"


def write_records(records: Mapping[str, PlaceRecord], comments: Comments | None = None) -> str:
    """A whole gazetteer in the canonical form.

    Parameters:
        records: the records by id, in any order.
        comments: the comments to keep; without them the file opens with `HEADER`.

    Example:
        >>> write_records({}).splitlines()[0]
        '# The gazetteer of toponyms: places with their names in every language that a source gives.'
    """
    if comments is None:
        comments = Comments(tuple(HEADER.splitlines()), {}, ())
    blocks = ["\n".join(comments.header) + "\n"] if comments.header else []
    for id_ in sorted(records):
        above = "".join(line + "\n" for line in comments.before.get(id_, ()))
        blocks.append(above + write_record(id_, records[id_]))
    if comments.tail:
        blocks.append("\n".join(comments.tail) + "\n")
    return "\n".join(blocks)


def write_document(document: Document) -> str:
    """The canonical form of a document, with its own header and comments.

    Raises:
        GazetteerError: the document has problems; what cannot be read is not rewritten.
    """
    document.check()
    return write_records(document.records, document.comments)
