"""T060-T062: order and form. `toponyms fmt` puts right what they find."""

from __future__ import annotations

from collections.abc import Iterator

from toponyms.gazetteer.findings import Finding
from toponyms.gazetteer.lint.context import Context
from toponyms.gazetteer.lint.rule import rule
from toponyms.gazetteer.tree import Fields, Items, Scalar
from toponyms.gazetteer.writer import quoted, reads_otherwise, write_document, write_record

__all__ = ["RULES"]


@rule("T060", "order")
def order(context: Context) -> Iterator[Finding]:
    """Records are sorted by id.

    One place for each record, wherever it was added: two people who add places rarely touch the same line.

    Bad:
        sisian:
          kind: town
          names:
            en: [Sisian]

        goris:
          kind: town
          names:
            en: [Goris]

    Good:
        goris:
          kind: town
          names:
            en: [Goris]

        sisian:
          kind: town
          names:
            en: [Sisian]
    """
    above = ""
    for id_ in context.document.trees:
        if id_ < above:
            remedy = f"move it above {above}, or run toponyms fmt {context.document.path}"
            yield context.finding("T060", id_, (), f"stands below {above}", remedy)
        else:
            above = id_


@rule("T061", "form")
def form(context: Context) -> Iterator[Finding]:
    """The file is written in the canonical form.

    The same content is always the same bytes, so that a change shows what changed and nothing else.

    Bad:
        goris:
            names:
                en: ['Goris']
            kind: town

    Good:
        goris:
          kind: town
          names:
            en: [Goris]
    """
    document = context.document
    if document.problems:
        return
    command = f"run toponyms fmt {document.path}"
    if not document.as_stored:
        what = "the file has a byte-order mark or line ends of another system"
        yield Finding(document.path, 1, 1, "T061", "", "", what, command)
    lines = document.text.split("\n")
    misshapen = False
    for id_, record in document.records.items():
        start = document.trees[id_][0].line
        wanted = write_record(id_, record).rstrip("\n").split("\n")
        for number, line in enumerate(wanted, start):
            if number >= len(lines) or lines[number] != line:
                misshapen = True
                yield Finding(
                    document.path,
                    number + 1,
                    1,
                    "T061",
                    id_,
                    "",
                    "not in canonical form",
                    f"write '{line}', or {command}",
                )
                break
    ids = list(document.records)
    if not misshapen and ids == sorted(ids) and (canonical := write_document(document)) != document.text:
        pairs = zip([*canonical.split("\n"), ""], [*lines, ""], strict=False)
        number = next((place for place, (one, other) in enumerate(pairs, 1) if one != other), len(lines))
        what = "blank lines, comments or the end of the file are not in canonical form"
        yield Finding(document.path, number, 1, "T061", "", "", what, command)


@rule("T062", "unquoted")
def unquoted(context: Context) -> Iterator[Finding]:
    """A name that other programs would not read as text stands in quotes.

    `No` is read as false by many YAML readers, `1:30` as 90, `1988` as a number. This library reads them as text; the
    quotes say so to everyone.

    Bad:
        nor-village:
          kind: village
          names:
            en: [Nor, No]

    Good:
        nor-village:
          kind: village
          names:
            en:
              - Nor
              - {text: "No", fuzzy: false}
    """
    for id_, (_, record) in context.document.trees.items():
        names = next((node for key, node in _pairs(record) if key.text == "names"), None)
        for tag, entries in _pairs(names):
            for number, entry in enumerate(entries.items if isinstance(entries, Items) else ()):
                texts = [entry, *(value for key, value in _pairs(entry) if key.text in {"text", "note"})]
                for text in texts:
                    if isinstance(text, Scalar) and text.plain and reads_otherwise(text.text):
                        what = f"{text.text} without quotes is no text to other programs"
                        loc = ("names", tag.text, number)
                        yield context.finding("T062", id_, loc, what, f"write {quoted(text.text)}")


def _pairs(node: object) -> list[tuple[Scalar, object]]:
    return node.pairs if isinstance(node, Fields) else []


RULES = (order, form, unquoted)
"""The rules of this module in the order of their codes."""
