"""Rewriting: letters of one alphabet by those of another, as a table says.

A table has three columns: letters, what is written for them, and the context in which that holds. The longest letters
win; of equally long ones the row with more contexts, then the later row. Contexts are `initial` and `final` in the
word, `later` (not in the first syllable), `after=CLASS` and `before=CLASS`. Rows with a direction for a context are no
letters: `class` names a set of letters, `like` starts from the rows of another table of the same folder, `via` names
tables to run one after the other. `∅` stands for nothing written.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from toponyms.writing.tables import rows

__all__ = ["Table", "load", "rewrite"]

_MARKS = "\u0300-\u036f՚-՟"  # set above or beside a letter inside a word, so no boundary
_GAPS = ("", r"\w", r"\w\w", r"\w\w\w")  # between a vowel and the letters of a later syllable
_FINAL = rf"(?![^\W\d_]|[{_MARKS}])"
_DOTLESS = str.maketrans("Iİ", "ıi")
_DOTTED = str.maketrans("i", "İ")


class _Row(NamedTuple):
    letters: str
    written: str
    context: str


class Table(NamedTuple):
    """A table made ready to rewrite with, by `load`."""

    plain: dict[int, str]
    """Single letters, small and capital, with no condition: for `str.translate`."""
    rules: re.Pattern[str]
    """All else, one group a rule: several letters at once, letters in a context, letters left out."""
    written: tuple[str, ...]
    """What each rule writes, in the order of the groups."""
    dotless: bool
    """Whether the letters read are of an alphabet where the small form of I is ı."""
    upper: Callable[[str], str]
    """Upper case in the language written."""
    via: tuple[str, ...]
    """Schemes to run one after the other instead, if any."""


def _read(name: str) -> list[_Row]:
    found: list[_Row] = []
    for letters, written, context, *_ in rows(name):
        if context == "like":
            found += _read(name.rpartition("/")[0] + "/" + written)
        else:
            found.append(_Row(letters, "" if written == "∅" else written, context))
    return found


def _behind(parts: Iterable[str], letters: str) -> str:
    """Look-behinds, put after the letters, for any of some parts; each must be of one width, so each is its own."""
    return "(?:" + "|".join(f"(?<={part}{letters})" for part in parts) + ")"


def _pattern(row: _Row, classes: dict[str, list[str]]) -> str:
    letters = re.escape(row.letters)
    tests = ""
    for context in row.context.split():
        kind, _, name = context.partition("=")
        if kind == "initial":
            tests += rf"(?<![^\W\d_]{letters})(?<![{_MARKS}]{letters})"
        elif kind == "final":
            tests += _FINAL
        elif kind == "later":
            vowels = "".join(vowel[-1] for vowel in classes["vowel"])
            tests += _behind((f"[{vowels}]{gap}" for gap in _GAPS), letters)
        elif kind == "after":
            tests += _behind(map(re.escape, classes[name]), letters)
        elif kind == "before":
            tests += "(?=" + "|".join(map(re.escape, classes[name])) + ")"
        else:
            raise ValueError(f"unknown context {context!r} of {row.letters!r}")
    return f"({letters}{tests})"


def _upper(text: str) -> str:
    return text.replace("և", "եվ").upper()  # the ligature has no capital


def _upper_dotted(text: str) -> str:
    return text.translate(_DOTTED).upper()


@cache
def load(name: str, dotless: bool = False, dotted: bool = False) -> Table:
    """A table of the package, read once.

    Parameters:
        name: the table's path below ``writing/data`` without ``.tsv``.
        dotless: the letters read have the pairs I ı and İ i.
        dotted: the language written has the capital İ for i.

    Raises:
        FileNotFoundError: there is no such table.
        ValueError: a row has an unknown context.

    Example:
        >>> load("orthography-hy").via
        ()
    """
    found = _read(name)
    upper = _upper_dotted if dotted else _upper
    capital = _upper_dotted if dotless else _upper
    classes = {row.letters: row.written.split() for row in found if row.context == "class"}
    via = next((tuple(row.written.split()) for row in found if row.context == "via"), ())
    chosen = {(row.letters, row.context): row for row in found if row.context not in ("class", "via")}
    plain: dict[int, str] = {}
    rules: list[_Row] = []
    for row in chosen.values():
        if row.context or len(row.letters) > 1 or not row.written:
            rules.append(row)
        else:
            plain[ord(row.letters)] = row.written
            if len(capital(row.letters)) == 1 and capital(row.letters) != row.letters:
                plain[ord(capital(row.letters))] = _capital(row.written, upper)
    rules.sort(key=lambda row: (len(row.letters), len(row.context.split())))  # stable: later rows last
    rules.reverse()
    pattern = "|".join(_pattern(row, classes) for row in rules) or "(?!)"
    return Table(plain, re.compile(pattern), tuple(row.written for row in rules), dotless, upper, via)


def _lower(text: str, dotless: bool) -> str:
    """Lower case, letter by letter of the same length."""
    lower = (text.translate(_DOTLESS) if dotless else text).lower()
    if len(lower) == len(text):
        return lower
    return "".join(letter if len(letter.lower()) > 1 else letter.lower() for letter in text)


def _capital(written: str, upper: Callable[[str], str]) -> str:
    for at, letter in enumerate(written):
        if letter.isalpha():
            return written[:at] + upper(letter) + written[at + 1 :]
    return written


def _among_capitals(text: str, start: int, end: int) -> bool:
    if end - start > 1:
        return text[end - 1].isupper()
    beside = text[end : end + 1]
    return beside.isupper() if beside.isalpha() else text[start - 1 : start].isupper()


def _plain(text: str, start: int, end: int, table: Table, crowded: bool) -> str:
    if not crowded:
        return text[start:end].translate(table.plain)
    parts = []
    for at in range(start, end):
        written = text[at].translate(table.plain)
        parts.append(table.upper(written) if text[at].isupper() and _among_capitals(text, at, at + 1) else written)
    return "".join(parts)


def rewrite(text: str, table: Table) -> str:
    """A text, composed (NFC), with the table's letters rewritten and everything else as it is.

    One capital letter becomes one capital letter, a letter among capitals all capitals.

    Example:
        >>> rewrite("Պօղոսեան, ՊՕՂՈՍԵԱՆ", load("orthography-hy"))
        'Պողոսյան, ՊՈՂՈՍՅԱՆ'
    """
    text = unicodedata.normalize("NFC", text)
    lower = _lower(text, table.dotless)
    crowded = lower != text and not text[1:].islower() and any(a.isupper() and b.isupper() for a, b in pairwise(text))
    parts: list[str] = []
    done, carried = 0, False  # a capital that writes nothing passes on to what follows at once
    for match in table.rules.finditer(lower):
        start, end = match.span()
        if start > done:
            plain = _plain(text, done, start, table, crowded)
            parts.append(_capital(plain, table.upper) if carried and text[done].isalpha() else plain)
            carried = False
        written = table.written[(match.lastindex or 1) - 1]
        if carried or text[start] != lower[start]:
            carried = not written
            written = table.upper(written) if _among_capitals(text, start, end) else _capital(written, table.upper)
        parts.append(written)
        done = end
    plain = _plain(text, done, len(text), table, crowded)
    parts.append(_capital(plain, table.upper) if carried and text[done:][:1].isalpha() else plain)
    return "".join(parts)
