"""Broken YAML: the record it is in, the line that is to blame, and what was likely meant."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

import yaml

from toponyms.gazetteer.records import ID_PATTERN, language_tags
from toponyms.gazetteer.shape import FIELDS

__all__ = ["chunks", "diagnose", "id_fault", "line_fault"]

Diagnosis = tuple[int, int, str, str]


def id_fault(id_: str, has_fields: bool, fields: Collection[str]) -> tuple[str, str, str] | None:
    """What is wrong with a record's id: code, sentence, remedy; None when it is right.

    Example:
        >>> id_fault("Goris", True, ["kind"])
        ('T009', "'Goris' cannot be an id", 'write goris:')
    """
    if not has_fields and id_ in fields:
        return "T006", f"{id_} stands where an id should", f"write two spaces before {id_}, under the id it belongs to"
    if re.fullmatch(ID_PATTERN, id_) and len(id_) <= 100:
        return None
    slug = re.sub(r"[^a-z0-9]+", "-", id_.casefold()).strip("-")[:100]
    advice = f"write {slug}:" if slug and id_.isascii() else "write the English name in small letters with hyphens"
    return "T009", f"'{id_[:100]}' cannot be an id", advice


def chunks(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    r"""The records of a text, whether or not it is YAML: first line, from 0, and text of each.

    A record starts with a line whose first character is neither a space, a comment nor a list mark.

    Example:
        >>> list(chunks(["a:", "  kind: town", "", "b:", "  kind: x"]))
        [(0, 'a:\n  kind: town\n'), (3, 'b:\n  kind: x')]
    """
    starts = [number for number, line in enumerate(lines) if line and line[0] not in " \t#-]}" and line != "..."]
    if not starts or starts[0]:
        starts.insert(0, 0)
    for place, start in enumerate(starts):
        stop = starts[place + 1] if place + 1 < len(starts) else len(lines)
        if any(line.strip() and not line.lstrip().startswith("#") and line != "---" for line in lines[start:stop]):
            yield start, "\n".join(lines[start:stop])


def diagnose(error: yaml.YAMLError, lines: Sequence[str], first: int, last: int) -> Diagnosis:
    """Where a record's YAML is broken and what was likely meant.

    Parameters:
        error: what the parser said.
        lines: the lines of the whole text.
        first, last: the first and last line of the record, from 0.

    Returns:
        Line and column from 0, what is wrong, the remedy.
    """
    mark = getattr(error, "problem_mark", None)
    context = getattr(error, "context_mark", None) or mark
    problem = str(getattr(error, "problem", None) or "not YAML")
    at = min(mark.line if mark else first, last)
    opened = min(context.line if context else first, last)
    for number in range(first, at + 1):
        if found := line_fault(number, lines[number]):
            return found
    if "quoted scalar" in str(getattr(error, "context", "")):
        if "escape" in problem:
            remedy = "write two backslashes, or take the backslash out"
            return at, mark.column if mark else 0, "a backslash in double quotes starts an escape", remedy
        return _quoted(lines, opened, context.column if context else 0)
    above = next((number for number in range(at, first, -1) if lines[number].strip()), first)
    for number in (opened, at, above):
        if found := _bracket_fault(number, lines[number]):
            return found
    return _by_message(problem, lines, at, mark.column if mark else 0)


_KEY = re.compile(r"^( *(?:- )?[{]?)([A-Za-z0-9_-]+)(.*)$")


def line_fault(number: int, line: str) -> Diagnosis | None:
    """A slip that shows in the line alone: a tab, a missing or foreign colon, no space after the colon."""
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" in indent:
        return (
            number,
            line.index("\t"),
            "a tab indents the line",
            "write spaces: two before a field, four before a language",
        )
    match = _KEY.match(line)
    if not match:
        return None
    before, word, rest = match[1], match[2], match[3]
    names = {*FIELDS["PlaceRecord"], *language_tags()}
    column = len(before) + len(word)
    if rest[:1] in "：։;=" and rest and word in names:
        value = rest[1:].strip()
        return number, column, f"'{rest[0]}' stands where a colon should", f"write {word}: {value}".rstrip()
    if rest.startswith(":") and len(rest) > 1 and rest[1] not in " \t" and word in names:
        return number, column, "no space after the colon", f"write {word}: {rest[1:].strip()}"
    if word in names and (not rest or rest[0] == " ") and ":" not in rest.split("[")[0].split("{")[0] and indent:
        return number, column, "no colon after the field", f"write {word}: {rest.strip()}".rstrip()
    if not indent and ":" not in line and re.fullmatch(r"[a-z0-9-]+", line.strip()):
        return number, len(line), "no colon after the id", f"write {line.strip()}:"
    return None


def _quoted(lines: Sequence[str], opened: int, column: int) -> Diagnosis:
    quote = lines[opened][column : column + 1] or '"'
    return opened, column, f"the quote {quote} opened here is not closed", f"write {quote} at the end of the text"


def _bracket_fault(number: int, line: str) -> Diagnosis | None:
    text = re.sub(r'"(?:[^"\\]|\\.)*"', lambda match: "x" * len(match[0]), line)
    text = re.sub(r"(?<=[\[{, ])'(?:[^']|'')*'", lambda match: "x" * len(match[0]), text)
    text = re.sub(r"(^| )#.*$", "", text)
    for left, right in ("[]", "{}"):
        if text.count(left) > text.count(right):
            column = text.rindex(left)
            return number, column, f"the bracket {left} opened here is not closed", f"write {right} where it ends"
        if text.count(left) < text.count(right):
            column = text.rindex(right)
            what = f"the bracket {right} closes nothing"
            return number, column, what, f"write {left} where it begins, or delete {right}"
    return None


def _by_message(problem: str, lines: Sequence[str], at: int, column: int) -> Diagnosis:
    """What was likely meant, by the parser's own words."""
    line = lines[at]
    field, _, value = (part.strip() for part in line.partition(":"))
    badly_indented = (
        at,
        column,
        "the line is not indented like the ones above",
        "indent it like the other lines of its kind",
    )
    if "mapping values" in problem:
        if ":" not in line[:column]:
            return badly_indented
        return at, column, "a second colon on the line", f'put the text in quotes: {field}: "{value}"'
    if "block sequence entries" in problem:
        items = ", ".join(part.strip() for part in value.lstrip("-").split(" - "))
        return at, column, "a list with hyphens starts on the line of its field", f"write {field}: [{items}]"
    if "whitespace or line break" in problem:
        column = line.rfind("!", 0, column + 1)
        return at, column, "a text cannot start with !", "put the text in quotes, or delete the !"
    if "expected key" in problem or "<block end>" in problem:
        after = re.search(r"[\]}\"'] *[^ ,\]}#]", line)
        if after is None:
            return badly_indented
        return at, after.end() - 1, "text after the end of the value", "delete it, or take it into the brackets"
    if "start any token" in problem or "alphabetic or numeric" in problem:
        character = line[column : column + 1] or "the character"
        return at, column, f"a text cannot start with {character}", f'put the text in quotes: "{value}"'
    for words, what, remedy in _SAID:
        if words in problem:
            return at, column, what, remedy
    return at, column, problem, "check colons, commas, brackets and quotes on this line and the one above"


_SAID = (
    ("expected ',' or", "no comma between two entries", "write a comma between them, or quotes round the whole text"),
    ("'-' indicator", "a line in a list has no hyphen", "write - before the entry, or indent it less"),
    ("find expected ':'", "no colon after a field", "write the field, a colon and a space before the value"),
)
