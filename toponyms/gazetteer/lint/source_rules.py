"""T001-T010: the file, its YAML, and the shape of its records. The strict reader finds these; nothing is compiled,
formatted or changed while one is left.
"""

from __future__ import annotations

from collections.abc import Iterator

from toponyms.gazetteer.findings import Finding
from toponyms.gazetteer.lint.context import Context
from toponyms.gazetteer.lint.rule import rule

__all__ = ["RULES"]


@rule("T001", "encoding")
def encoding(context: Context) -> Iterator[Finding]:
    """The file is UTF-8 text of at most 96 MB without control characters.

    Armenian, Azerbaijani and Russian cannot stand in one file in any older encoding; an editor that saves as "ANSI"
    or Windows-1251 turns one of them into other letters.

    Bad (saved as cp1251):
        goris:
          kind: town
          names:
            ru: [Горис]

    Good:
        goris:
          kind: town
          names:
            ru: [Горис]
    """
    return context.problems("T001")


@rule("T002", "syntax")
def syntax(context: Context) -> Iterator[Finding]:
    """The file is YAML.

    A slip in one record does not hide the others: each record is then read alone, and the message says what was
    likely meant.

    Bad:
        goris:
          kind: town
          names:
            en: [Goris

    Good:
        goris:
          kind: town
          names:
            en: [Goris]
    """
    return context.problems("T002")


@rule("T003", "plain-yaml")
def plain_yaml(context: Context) -> Iterator[Finding]:
    """The file uses no anchors, aliases, tags, second documents or deep nesting.

    A gazetteer repeats what it means, so that each record can be read and changed alone; and a file that could expand
    without end or build objects is refused before it does anything.

    Bad:
        goris: &goris
          kind: town
          names:
            en: [Goris]

    Good:
        goris:
          kind: town
          names:
            en: [Goris]
    """
    return context.problems("T003")


@rule("T004", "repeated-key")
def repeated_key(context: Context) -> Iterator[Finding]:
    """No id, field or language stands twice.

    YAML readers keep the last of two equal keys and drop the other without a word.

    Bad:
        goris:
          kind: town
          names:
            en: [Goris]
            en: [Kores]

    Good:
        goris:
          kind: town
          names:
            en: [Goris, Kores]
    """
    return context.problems("T004")


@rule("T005", "unknown-field")
def unknown_field(context: Context) -> Iterator[Finding]:
    """Every field is one that the format knows.

    A mistyped field would be ignored silently, and its fact with it.

    Bad:
        goris:
          kind: town
          popluation: 20591
          names:
            en: [Goris]

    Good:
        goris:
          kind: town
          population: 20591
          names:
            en: [Goris]
    """
    return context.problems("T005")


@rule("T006", "value")
def value(context: Context) -> Iterator[Finding]:
    """Every field has a value of its own type, and `kind` and `names` are there.

    Numbers stand without quotes and separators, names in square brackets, years as digits.

    Bad:
        goris:
          kind: town
          population: 20,591
          names:
            en: Goris

    Good:
        goris:
          kind: town
          population: 20591
          names:
            en: [Goris]
    """
    return context.problems("T006")


@rule("T007", "closed-list")
def closed_list(context: Context) -> Iterator[Finding]:
    """A `kind` or `use` is a word of its closed list.

    The lists are in the pages on kinds and on the format.

    Bad:
        goris:
          kind: twon
          names:
            en: [Goris]

    Good:
        goris:
          kind: town
          names:
            en: [Goris]
    """
    return context.problems("T007")


@rule("T008", "language-tag")
def language_tag(context: Context) -> Iterator[Finding]:
    """A language is a tag of BCP 47 that the gazetteer knows.

    `und-Latn`, `und-Cyrl` and their like are for names whose language nobody recorded.

    Bad:
        goris:
          kind: town
          names:
            arm: [Գորիս]

    Good:
        goris:
          kind: town
          names:
            hy: [Գորիս]
    """
    return context.problems("T008")


@rule("T009", "id-form")
def id_form(context: Context) -> Iterator[Finding]:
    """An id has small ASCII letters, digits and single hyphens.

    It is typed in programs and commands, stands at the start of its line, and claims nothing.

    Bad:
        Lake_Sevan:
          kind: lake
          names:
            en: [Sevan]

    Good:
        lake-sevan:
          kind: lake
          names:
            en: [Sevan]
    """
    return context.problems("T009")


@rule("T010", "point")
def point(context: Context) -> Iterator[Finding]:
    """A point is latitude and longitude in decimal degrees.

    Latitude stands first; the decimals have a point, not a comma.

    Bad:
        goris:
          kind: town
          at: [39,5111, 46,3419]
          names:
            en: [Goris]

    Good:
        goris:
          kind: town
          at: [39.5111, 46.3419]
          names:
            en: [Goris]
    """
    return context.problems("T010")


RULES = (
    encoding, syntax, plain_yaml, repeated_key, unknown_field, value, closed_list, language_tag, id_form, point,
)  # fmt: skip
"""The rules of this module in the order of their codes."""
