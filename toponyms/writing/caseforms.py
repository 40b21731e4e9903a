"""Case forms: from a word as it stands in a sentence to the words it may be a form of.

Suffixes are undone by the tables ``caseforms-<lang>``; nothing here knows which words exist. The bases come with the
longest suffix first, the likelier reading of a suffix first; whoever asks looks each up.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice, product
from typing import NamedTuple

from toponyms.writing.caserules import Rule, adjectives, no_places, script_vowels, table

__all__ = ["Base", "Phrase", "strip", "strip_term", "strip_words"]

_MOST = 16
_MOST_PHRASES = 24
_LONGEST_ENDING = 4
_AZERBAIJANI_CYRILLIC = frozenset("әғҝјөүһҹ")
_GEORGIAN_DATIVE = ("dative", "locative", "with", "adverbial")
_ADJECTIVE = "adjective"
_CASES = ("genitive", "dative", "accusative", "instrumental", "prepositional")


class Base(NamedTuple):
    """A word that another may be a form of."""

    text: str
    """The base, folded, in the script of the word."""
    lang: str
    """The language whose rule was undone (BCP 47)."""
    form: str
    """What the word is: ``genitive``, ``possessive, locative``, ``adjective in -инский, genitive masculine``."""
    implies: str
    """The kind of place the form hints at (``district`` for relational adjectives of Russian), or nothing."""


class Phrase(NamedTuple):
    """The words that several words may be a form of."""

    words: tuple[str, ...]
    lang: str
    form: str
    implies: str


def _last_vowel(stem: str, vowels: frozenset[str]) -> str:
    for letter in reversed(stem):
        if letter in vowels:
            return letter
    return ""


def _holds(rule: Rule, stem: str, word: str, vowels: frozenset[str]) -> bool:
    """Whether the conditions hold that look at more than the stem's last letter."""
    if rule.harmony is not None:
        vowel = _last_vowel(stem, vowels)
        return not vowel or vowel in rule.harmony
    if rule.adjective:
        return word not in no_places()
    if rule.tail:
        return stem.endswith(rule.tail)
    return vowels.isdisjoint(stem[-rule.cluster :])


@lru_cache(maxsize=1024)
def strip(word: str, script: str) -> tuple[Base, ...]:
    """The words that a word may be a case form of, the likeliest first; empty when no suffix fits.

    Parameters:
        word: one folded word (`toponyms.writing.folding.fold`).
        script: its script (ISO 15924), as `script_of` says; other scripts than those of the tables give nothing.

    At most 16 bases, each of two letters at least, never the word itself. They are possible, not checked.

    Source: tables ``caseforms-*``; the grammar each rests on is named on its first line.

    Example:
        >>> [base.text for base in strip("qubadlida", "Latn")][:1]
        ['qubadli']
        >>> strip("երեւանից", "Armn")[0]
        Base(text='երեւան', lang='hy', form='ablative', implies='')
    """
    return _bases(word, script, False)


def strip_term(word: str, script: str) -> tuple[Base, ...]:
    """The words that a word may be a case form of when it is a generic term: as `strip`, and plurals too.

    Example:
        >>> strip("rayonlarda", "Latn")[0].text, strip_term("rayonlarda", "Latn")[0].text
        ('rayonlar', 'rayon')
    """
    return _bases(word, script, True)


def _bases(word: str, script: str, terms: bool) -> tuple[Base, ...]:  # noqa: C901 (the hot loop of case forms)
    if script == "Cyrl" and not _AZERBAIJANI_CYRILLIC.isdisjoint(word):
        script = "az-Cyrl"
    if len(word) < 3 or not table(script)[0]:
        return ()
    suffixes, tails = table(script)
    cut = length = len(word)
    while cut > 2 and word[cut - 1 :] in tails:
        cut -= 1
    if cut == length:
        return ()
    vowels = script_vowels(script)
    spoken = next((at for at, letter in enumerate(word) if letter in vowels), length)
    first: dict[str, Base] = {}
    late: dict[str, Base] = {}
    for at in range(cut, length):
        suffix = suffixes.get(word[at:])
        if suffix is None:
            continue
        stem = word[:at]
        for ends, lang, form, implies, is_late, term, least, rule in suffix[stem[-1] if spoken < at else ""]:
            if at < least or term > terms or (rule is not None and not _holds(rule, stem, word, vowels)):
                continue
            found = late if is_late else first
            for back, vowel, letters in ends:
                text = (stem[:-back] + vowel + stem[-back:] if back else stem) + letters
                if text != word and text not in found:
                    found[text] = Base(text, lang, form, implies)
    if late:
        first.update((text, base) for text, base in late.items() if text not in first)
    return tuple(first.values())[:_MOST]


def _genders(noun: str) -> tuple[str, ...]:
    """The genders a Russian noun may have, by its last letter."""
    last = noun[-1]
    if last in "ая":
        return ("feminine",)
    if last in "ое":
        return ("neuter", "masculine")
    if last in "ыи":
        return ("plural", "masculine")
    return ("masculine", "feminine") if last == "ь" else ("masculine",)


@lru_cache(maxsize=1024)
def _adjective(word: str) -> tuple[tuple[str, str], ...]:
    """What a word is as a form of a Russian adjective: (case and gender, nominative) pairs."""
    found = []
    for suffix, rule in adjectives():
        stem = word[: -len(suffix)]
        if word.endswith(suffix) and len(stem) > 1 and rule.may_follow(stem[-1]):
            found += [(rule.form, stem + letters) for _, _, letters in rule.ends]
    return tuple(found)


def _agreeing(words: tuple[str, ...], cases: Sequence[str], genders: Sequence[str]) -> list[tuple[str, ...]]:
    """Russian adjectives in the nominative where they are in one of the cases and genders; other words as they are."""
    choices = []
    for word in words:
        nominatives = [
            nominative
            for gender in genders
            for form, nominative in _adjective(word)
            if gender in form and any(case in form for case in cases)
        ]
        choices.append(dict.fromkeys(nominatives) or (word,))
    return list(islice(product(*choices), _MOST))


def _russian(words: tuple[str, ...]) -> Iterator[Phrase]:
    """A Russian noun with its adjectives in the nominative: first the whole phrase, then shorter heads of it."""
    for size in range(len(words), 0, -1):
        before, noun, rest = words[: size - 1], words[size - 1], words[size:]
        for base in strip(noun, "Cyrl"):
            heads = [before]
            if base.implies and before and before[-1].endswith("о"):
                heads = [(*before[:-1], before[-1][:-1] + "ый")]
            elif base.lang == "ru" and not base.implies:
                cases = [case for case in _CASES if case in base.form]
                heads = _agreeing(before, cases, _genders(base.text))
            for head in heads:
                yield Phrase((*head, base.text, *rest), base.lang, base.form, base.implies)
        for gender in ("masculine", "feminine", "neuter", "plural"):
            for head in _agreeing(before, _CASES, (gender,)):
                yield Phrase((*head, noun, *rest), "ru", f"adjective, {gender}", "")


def _georgian(words: tuple[str, ...]) -> Iterator[Phrase]:
    """A Georgian noun in the nominative; before a dative an adjective that lost its -ი has it back."""
    before, noun = words[:-1], words[-1]
    whole = tuple(word if word[-1] in script_vowels("Geor") else word + "ი" for word in before)
    for base in strip(noun, "Geor"):
        yield Phrase((*before, base.text), *base[1:])
        if whole != before and base.form.startswith(_GEORGIAN_DATIVE):
            yield Phrase((*whole, base.text), *base[1:])


def _suffixed(words: tuple[str, ...], script: str) -> Iterator[Phrase]:
    """Words whose last is the case ending of the one before it, written behind a hyphen (НКР-а, ԼՂԻՄ-ի)."""
    if len(words) > 1 and len(words[-1]) <= _LONGEST_ENDING:
        for base in strip(words[-2] + words[-1], script):
            if base.text == words[-2]:
                yield Phrase(words[:-1], *base[1:])


def _phrases(words: tuple[str, ...], script: str) -> Iterator[Phrase]:
    yield from _suffixed(words, script)
    if len(words) > 1 and script == "Cyrl" and _AZERBAIJANI_CYRILLIC.isdisjoint("".join(words)):
        yield from _russian(words)
    elif len(words) > 1 and script == "Geor":
        yield from _georgian(words)
    elif words:
        for base in strip(words[-1], script):
            if len(words) == 1 or not base.form.startswith(_ADJECTIVE):
                yield Phrase((*words[:-1], base.text), *base[1:])


def strip_words(words: Sequence[str], script: str) -> tuple[Phrase, ...]:
    """The phrases that several folded words may be a case form of, the likeliest first, at most 24.

    In Russian the adjectives go back to the nominative with their noun, and the head noun before an apposition is
    tried too; in Georgian an adjective before a dative has its -ი back; in the other languages only the last word is
    declined. A case ending that stood behind a hyphen and came as a word of its own is taken off the word before it.

    Parameters:
        words: the folded words of one name (`toponyms.writing.folding.fold_words`); empty gives nothing.
        script: their script (ISO 15924).

    Example:
        >>> strip_words(["нагорного", "карабаха"], "Cyrl")[0].words
        ('нагорный', 'карабах')
        >>> strip_words(["goygol", "rayonunda"], "Latn")[0].form
        'possessive, locative'
        >>> strip_words(["լղիմ", "ի"], "Armn")[0].words
        ('լղիմ',)
    """
    given = tuple(words)
    found: dict[tuple[str, ...], Phrase] = {}
    for phrase in _phrases(given, script):
        if phrase.words != given:
            found.setdefault(phrase.words, phrase)
    return tuple(found.values())[:_MOST_PHRASES]
