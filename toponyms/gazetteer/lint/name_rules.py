"""T025-T029: the names of a place beside each other, their years and their use."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from toponyms.gazetteer.findings import Finding
from toponyms.gazetteer.lint.context import Context, NameAt
from toponyms.gazetteer.lint.rule import rule
from toponyms.gazetteer.records import NameRecord
from toponyms.gazetteer.writer import written_name
from toponyms.writing.tables import rows

__all__ = ["RULES"]

_SHORT = 2


@cache
def _everyday() -> frozenset[tuple[str, str]]:
    return frozenset((lang, word) for lang, word, *_ in rows("everyday-words"))


def _by_language(context: Context) -> Iterator[list[NameAt]]:
    """The names of each language of each place."""
    group: list[NameAt] = []
    for name in context.names:
        if group and (name.id != group[0].id or name.tag != group[0].tag):
            yield group
            group = []
        group.append(name)
    if group:
        yield group


@rule("T025", "repeated-name")
def repeated_name(context: Context) -> Iterator[Finding]:
    """No name stands twice in a language of a place.

    Where a name was used twice, the years that matter go into one entry, the rest into its note.

    Bad:
        goris:
          kind: town
          names:
            en: [Goris, Kores, Goris]

    Good:
        goris:
          kind: town
          names:
            en: [Goris, Kores]
    """
    for names in _by_language(context):
        seen: dict[str, NameAt] = {}
        for name in names:
            if name.record.text in seen:
                what = f"'{name.record.text}' stands at {context.spot(seen[name.record.text])} already"
                yield context.name_finding("T025", name, what, "delete one of the two")
            seen.setdefault(name.record.text, name)


@rule("T026", "same-but-for-marks")
def same_but_for_marks(context: Context) -> Iterator[Finding]:
    """No name of a place differs from another one in the same language by case, marks or punctuation alone.

    Such variants match without being listed. A name that is marked as a misspelling, an abbreviation or dated is let
    be: it says more than its letters do.

    Bad:
        shusha:
          kind: city
          names:
            az: [Şuşa, Susa]

    Good:
        shusha:
          kind: city
          names:
            az: [Şuşa]
    """
    for names in _by_language(context):
        seen: dict[str, NameAt] = {}
        for name in names:
            other = seen.setdefault(name.key, name)
            plain = name.record == NameRecord(text=name.record.text)
            if plain and other.record.text != name.record.text:
                what = f"'{name.record.text}' differs from '{other.record.text}' only by case, marks or punctuation"
                yield context.name_finding("T026", name, what, "delete it: it matches without being listed")


@rule("T027", "preferred-name")
def preferred_name(context: Context) -> Iterator[Finding]:
    """The first name of a language, which is the preferred one, is not former while a current one follows.

    Bad:
        ganja:
          kind: city
          names:
            az:
              - {text: Kirovabad, use: former, from: 1935, until: 1989}
              - Gəncə

    Good:
        ganja:
          kind: city
          names:
            az:
              - Gəncə
              - {text: Kirovabad, use: former, from: 1935, until: 1989}
    """
    for names in _by_language(context):
        first, *others = names
        current = next((name for name in others if _is_current(name.record)), None)
        if current is not None and _is_past(first.record):
            what = f"'{first.record.text}' is a former name and stands first"
            yield context.name_finding("T027", first, what, f"move '{current.record.text}' before it")


def _is_past(name: NameRecord) -> bool:
    return name.use == "former" or name.until is not None


def _is_current(name: NameRecord) -> bool:
    return name.use is None and name.until is None


@rule("T028", "years")
def years(context: Context) -> Iterator[Finding]:
    """`from` is not after `until`.

    Bad:
        ganja:
          kind: city
          names:
            az:
              - Gəncə
              - {text: Kirovabad, use: former, from: 1989, until: 1935}

    Good:
        ganja:
          kind: city
          names:
            az:
              - Gəncə
              - {text: Kirovabad, use: former, from: 1935, until: 1989}
    """
    for name in context.names:
        since, until = name.record.since, name.record.until
        if since is not None and until is not None and since > until:
            what = f"from {since} is after until {until}"
            yield context.name_finding("T028", name, what, f"write from: {until}, until: {since}")
    for id_, place in context.document.records.items():
        for number, unit in enumerate(place.also_within or ()):
            if unit.since is not None and unit.until is not None and unit.since > unit.until:
                what = f"from {unit.since} is after until {unit.until}"
                remedy = f"write from: {unit.until}, until: {unit.since}"
                yield context.finding("T028", id_, ("also_within", number), what, remedy)


@rule("T029", "short-or-common")
def short_or_common(context: Context) -> Iterator[Finding]:
    """A name of one or two letters, and one that is an everyday word, matches only as written: `fuzzy: false`.

    Otherwise every text would be full of it: Of is a town in Turkey, Nice one in France.

    Bad:
        of:
          kind: town
          names:
            tr: [Of]

    Good:
        of:
          kind: town
          names:
            tr:
              - {text: Of, fuzzy: false}
    """
    everyday = _everyday()
    for name in context.names:
        if not name.record.fuzzy:
            continue
        word = name.record.text.casefold()
        short = len(name.key) <= _SHORT
        if short or (name.tag[:2], word) in everyday or ("en", word) in everyday:
            what = f"'{name.record.text}' is " + ("very short" if short else "an everyday word")
            exact = written_name(name.record.model_copy(update={"fuzzy": False}))
            yield context.name_finding("T029", name, what, f"write {exact}")


RULES = (repeated_name, same_but_for_marks, preferred_name, years, short_or_common)
"""The rules of this module in the order of their codes."""
