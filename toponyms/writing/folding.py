"""Folding: a name's key keeps its letters and drops what writers vary: case, marks, punctuation, spaces, variants.

The key stays in its own script. Letters fold one at a time through a table (`folding.tsv`) that grows as new letters
are met: a letter the table lacks is lower-cased and loses its marks; й keeps its breve, because и is another letter.
Scripts without a table fall back to `unidecode`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache

from toponyms.writing.scripts import script_of_letter
from toponyms.writing.tables import rows

__all__ = ["fold", "fold_all", "fold_words"]

_OWN_SCRIPTS = frozenset({"Latn", "Cyrl", "Armn", "Arab", "Geor", "Grek", "Hebr"})
_KEEP_MARK = frozenset("йў")
_SEPARATORS = frozenset('-/–—‐‑‒―−֊־_·•,;:|\\()[]{}<>«»“”„"…')


class _Table(dict[int, str]):
    """Letter to folded letters; a letter met for the first time is worked out once and kept."""

    def __missing__(self, point: int) -> str:
        folded = self[point] = _fold_letter(chr(point), self)
        return folded


def _fold_letter(letter: str, table: dict[int, str]) -> str:
    if not letter.isalnum():
        return ""
    if letter == "İ":
        return "i"
    lower = letter.lower()
    if lower != letter and len(lower) == 1:
        return table[ord(lower)]
    if lower in _KEEP_MARK:
        return lower
    parts = [part for part in unicodedata.normalize("NFKD", lower) if not unicodedata.combining(part)]
    if parts != [letter]:
        return "".join(table[ord(part)] for part in parts)
    script = script_of_letter(letter)
    if script in _OWN_SCRIPTS:
        return letter
    if script == "Zyyy":
        return str(unicodedata.digit(letter, letter))
    from unidecode import unidecode

    latin = unidecode(letter)
    return "".join(part for part in latin.lower() if part.isalnum())


@cache
def _table() -> _Table:
    table = _Table()
    for _script, letter, folded, *_ in rows("folding"):
        table[ord(letter)] = folded
    return table


@cache
def _word_table() -> dict[int, str]:
    class Words(_Table):
        def __missing__(self, point: int) -> str:
            letter = chr(point)
            folded = " " if letter.isspace() or letter in _SEPARATORS else _table()[point]
            self[point] = folded
            return folded

    return Words()


def fold(text: str) -> str:
    """The key of a text: lower case, without marks, punctuation and spaces, in its own script; may be empty.

    Parameters:
        text: any text; composed first, so that decomposed letters fold like whole ones.

    Source: design of the library; Unicode case and decomposition data; table ``folding``.

    Example:
        >>> fold("Şuşa"), fold("Шу-ША"), fold("Երևան"), fold("ԵՐԵՎԱՆ"), fold("Qubadlı ")
        ('susa', 'шуша', 'երեւան', 'երեւան', 'qubadli')
    """
    if text.isascii() and text.isalnum():
        return text.lower()
    key = unicodedata.normalize("NFC", text).translate(_table())
    return key.replace("եվ", "եւ")  # capitals write the ligature և as ԵՎ


def fold_all(texts: Iterable[str]) -> list[str]:
    """The keys of many texts, in their order: as `fold` one by one, for lists of tens of thousands.

    Example:
        >>> fold_all(["Şuşa", "Шу-ША"])
        ['susa', 'шуша']
    """
    lines = list(texts)
    whole = unicodedata.normalize("NFC", "\n".join(lines))
    table = _table()
    for letter in set(whole) - {"\n"}:
        folded = table[ord(letter)]
        if folded != letter:
            whole = whole.replace(letter, folded)  # what a letter folds to folds to itself
    return whole.replace("եվ", "եւ").split("\n") if lines else []


def fold_words(text: str) -> list[str]:
    """The keys of a text's words, split at spaces, hyphens, slashes and brackets; empty words are left out.

    Example:
        >>> fold_words("Goris-Kapan road")
        ['goris', 'kapan', 'road']
    """
    if text.isalpha():
        folded = fold(text)
        return [folded] if folded else []
    return unicodedata.normalize("NFC", text).translate(_word_table()).replace("եվ", "եւ").split()
