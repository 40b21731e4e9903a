"""Generic terms: the words beside a name that say what kind of place it is (UNGEGN: the "district" of "X District").

Three tables: ``generic-terms`` (district, rayonu, село, գյուղ), ``modifiers`` (Upper, Yeni, Верхний, Նոր: they set two
names apart and are no name alone) and ``prepositions`` (near, вблизи, «в», ilə: they stand beside a name).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from toponyms.writing.caseforms import strip, strip_term, strip_words
from toponyms.writing.caserules import endings, script_vowels
from toponyms.writing.folding import fold, fold_words
from toponyms.writing.scripts import script_of, script_of_letter
from toponyms.writing.tables import rows

__all__ = ["Generic", "generic", "generic_words", "is_preposition", "modifier", "opens_term"]

_LEAST_WEAK = 4
_MOST_WORDS = 4
_STEM, _OPENING = 3, 4  # letters
_FAMILY = {"tr": "az", "hyw": "hy"}
_LONGEST_SHORT = 4
_LONGEST_ENDING = 4


class Generic(NamedTuple):
    """A generic term read in a mention."""

    kinds: tuple[str, ...]
    """The kinds of place it may name, the likeliest first; none for "direction", "historic" and the like."""
    plural: bool
    """Whether it names several places ("districts")."""
    lang: str
    """The language of the term (BCP 47), the first where several share it."""
    base: str
    """The term as the table has it, folded, words separated by spaces."""
    position: str
    """Where it stands: ``before`` the name, ``after`` it, ``both``."""
    weak: bool
    """Whether it counts only next to a name: a letter (г., d.) or a word that names no kind."""


@cache
def _rows(script: str) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """The terms of a script: folded words, and the row of the table."""
    of_script = (row for row in rows("generic-terms") if script_of_letter(row[1][0]) == script)
    return tuple((tuple(fold_words(row[1])), row) for row in of_script)


@cache
def _joined(script: str) -> frozenset[str]:
    """The terms of a script, their words joined."""
    return frozenset("".join(words) for words, _row in _rows(script))


@cache
def _terms(script: str, family: str = "") -> dict[tuple[str, ...], Generic]:
    """The terms of a script by their folded words, and joined; a term of several languages has the kinds of all.

    With a family of languages that share their suffixes only its terms: a Turkish suffix is on no French word.
    """
    found: dict[tuple[str, ...], Generic] = {}
    for words, (lang, _term, kinds, number, position, weak, *_) in _rows(script):
        if family in {"", _FAMILY.get(lang, lang)}:
            named = tuple(filter(None, kinds.split(",")))
            new = Generic(named, number == "plur", lang, " ".join(words), position, weak == "1")
            for key in {words, ("".join(words),)}:
                found[key] = _both(found[key], new) if key in found else new
    return found


@cache
def _beginnings(script: str) -> frozenset[tuple[int, str]]:
    """The number of words of every longer term with what its first word begins with in all case forms."""
    return frozenset((len(words), _beginning(words[0], script)) for words, _row in _rows(script) if len(words) > 1)


def _beginning(word: str, script: str) -> str:
    """What a case form leaves alone of the first of several words: adjectives are declined in Russian and Georgian."""
    return word[:_STEM] if script in ("Cyrl", "Geor") else word


def _both(one: Generic, other: Generic) -> Generic:
    kinds = one.kinds + tuple(kind for kind in other.kinds if kind not in one.kinds)
    position = one.position if one.position == other.position else "both"
    return one._replace(
        kinds=kinds, plural=one.plural and other.plural, position=position, weak=one.weak and other.weak
    )


def generic(word: str, script: str) -> Generic | None:
    """The generic term that a word is, in any case form; nothing when it is none.

    Parameters:
        word: one folded word (`toponyms.writing.folding.fold`); a term of several words may come joined.
        script: its script (ISO 15924).

    Source: table ``generic-terms``.

    Example:
        >>> generic("rayonunda", "Latn").kinds[0], generic("района", "Cyrl").kinds[0]
        ('district', 'district')
        >>> generic("лачин", "Cyrl") is None
        True
    """
    terms = _joined(script)
    if word in terms:
        return _terms(script)[(word,)]
    for base in strip_term(word, script):
        if base.text not in terms or base.implies or base.lang == "en":
            continue
        found = _terms(script, _FAMILY.get(base.lang, base.lang)).get((base.text,))
        if found is None or (found.plural and base.lang == "ru") or (found.weak and len(base.text) < _LEAST_WEAK):
            continue
        return found._replace(plural=found.plural or base.form.startswith("plural"))
    return None


@cache
def _openings(script: str) -> frozenset[str]:
    """What every form of a term begins with, up to four letters, a space behind shorter words that must stand alone.

    That is what is left of a term when any case ending is put on it, and for the first of several words its stem.
    """
    found = set()
    for words, row in _rows(script):
        joined = "".join(words)
        found |= {f"{word} "[:_OPENING] for word in (joined, words[0])}
        found.add(_beginning(words[0], script)[:_OPENING])
        if row[5] != "1" or len(joined) >= _LEAST_WEAK:
            found.update(_stems(joined, script))
    return frozenset(found)


def _stems(word: str, script: str) -> Iterator[str]:
    """The first letters, two at least, of all that may stand before an ending of a word's case forms."""
    for back, vowel, letters in endings(script):
        if len(word) - len(letters) - len(vowel) - back >= _OPENING or not word.endswith(letters):
            continue  # a long word keeps its beginning
        stem = word[: len(word) - len(letters)]
        if back:
            at = len(stem) - back - len(vowel)
            if at < 0 or not stem.startswith(vowel, at):
                continue
            stem = stem[:at] + stem[at + len(vowel) :]
        if len(stem) > 1:
            yield stem[:_OPENING]


def _opens(word: str, script: str) -> bool:
    openings = _openings(script)
    return f"{word} "[:_OPENING] in openings or word[:3] in openings or word[:2] in openings


@lru_cache(maxsize=1024)
def _generic_words(words: tuple[str, ...]) -> tuple[int, Generic] | None:
    script = script_of(words[0])
    terms = _terms(script)
    for size in range(len(words), 1, -1):
        some = words[:size]
        found = terms.get(some)
        if found is not None:
            return size, found
        if size == 2 and _suffixed(some, script):
            return 2, terms[some[:1]]
        if (size, _beginning(some[0], script)) not in _beginnings(script) or script_of(some[-1]) != script:
            continue
        for phrase in strip_words(some, script):
            found = terms.get(phrase.words)
            if found is not None:
                return size, found._replace(plural=found.plural or phrase.form.startswith("plural"))
    return _first_word(words[0])[0]


def _suffixed(words: tuple[str, ...], script: str) -> bool:
    """Whether two words are an abbreviated term and its case ending, cut off at the hyphen (MR-da, շրջ-ի, р-на)."""
    short, ending = words
    if short not in _joined(script) or len(short) > _LONGEST_SHORT or len(ending) > _LONGEST_ENDING:
        return False
    return script_vowels(script).isdisjoint(short) and any(base.text == short for base in strip(short + ending, script))


def generic_words(words: Sequence[str], at: int) -> tuple[int, Generic] | None:
    """The longest generic term that starts at a word, with the number of words it takes; nothing when none does.

    Parameters:
        words: folded words (`toponyms.writing.folding.fold_words`).
        at: the place to start, from 0; past the end gives nothing.

    Example:
        >>> generic_words(["mingecevir", "su", "anbarinda"], 1)[0]
        2
        >>> generic_words(["kars"], 0) is None
        True
    """
    if at >= len(words):
        return None
    alone, may_go_on = _first_word(words[at])
    if may_go_on and at + 1 < len(words):
        return _generic_words(tuple(words[at : at + _MOST_WORDS]))
    return alone


def opens_term(word: str) -> bool:
    """Whether a generic term may start with a folded word: a quick no for nearly all words.

    Example:
        >>> opens_term("district"), opens_term("yesterday")
        (True, False)
    """
    alone, may_go_on = _first_word(word)
    return may_go_on or alone is not None


@lru_cache(maxsize=1024)
def _first_word(word: str) -> tuple[tuple[int, Generic] | None, bool]:
    """The term that a word is alone, as `generic_words` gives it, and whether words behind it may make it another."""
    script = script_of(word)
    if not _opens(word, script):
        return None, False
    single = generic(word, script)
    longer = any((size, _beginning(word, script)) in _beginnings(script) for size in range(2, _MOST_WORDS + 1))
    abbreviated = len(word) <= _LONGEST_SHORT and word in _joined(script)
    return (None if single is None else (1, single)), longer or abbreviated


@cache
def _words(name: str, script: str) -> dict[str, str]:
    """The folded words of a table that are in a script, each with what the table says of it."""
    found: dict[str, str] = {}
    for _lang, word, about, *_ in rows(name):
        if script_of_letter(word[0]) == script:
            found.setdefault(fold(word), about)
    return found


@cache
def _first_two(name: str, script: str) -> frozenset[str]:
    return frozenset(word[:2] for word in _words(name, script))


@lru_cache(maxsize=1024)
def modifier(word: str, script: str) -> str:
    """What an adjective that sets namesakes apart means (``upper``, ``new``, ``great``), or ``""``.

    Two names differ when their modifiers do; a modifier alone is no name. Russian ones are read in any case form.

    Parameters:
        word: one folded word.
        script: its script (ISO 15924).

    Source: table ``modifiers``.

    Example:
        >>> (
        ...     modifier("yuxari", "Latn"),
        ...     modifier("верхнего", "Cyrl"),
        ...     modifier("վերին", "Armn"),
        ...     modifier("baku", "Latn"),
        ... )
        ('upper', 'upper', 'upper', '')
    """
    table = _words("modifiers", script)
    if word in table or script != "Cyrl" or word[:2] not in _first_two("modifiers", script):
        return table.get(word, "")
    return next((table[base.text] for base in strip(word, script) if base.text in table), "")


@cache
def _compound_endings() -> tuple[str, ...]:
    return tuple(ending for ending, _kinds in _compounds())


@cache
def _compounds() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((fold(ending), tuple(kinds.split(","))) for ending, kinds, *_ in rows("compound-terms"))


@lru_cache(maxsize=1024)
def compound_kinds(key: str) -> tuple[str, ...]:
    """The kinds that the last part of a folded name speaks of (Gilançay: a river); empty when it has none.

    Source: table ``compound-terms``.

    Example:
        >>> compound_kinds("gilancay"), compound_kinds("goris")
        (('river',), ())
    """
    for ending, kinds in _compounds() if key.endswith(_compound_endings()) else ():
        if key.endswith(ending) and len(key) > len(ending) + 1:
            return kinds
    return ()


def is_preposition(word: str, script: str) -> bool:
    """Whether a folded word stands before a name, or behind it, and is no part of it (near, «в», ilə).

    Parameters:
        word: one folded word.
        script: its script (ISO 15924).

    Source: table ``prepositions``.

    Example:
        >>> is_preposition("вблизи", "Cyrl"), is_preposition("near", "Latn"), is_preposition("лачин", "Cyrl")
        (True, True, False)
    """
    return word in _words("prepositions", script)
