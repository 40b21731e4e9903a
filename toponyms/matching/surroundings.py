"""What stands around a span of text: the words beside it, and what they and its own word say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import takewhile

from toponyms.index.reader import Index
from toponyms.matching.evidence import Evidence
from toponyms.matching.tokens import Word, next_words, previous_words
from toponyms.model import How
from toponyms.writing.caseforms import strip
from toponyms.writing.folding import fold
from toponyms.writing.generic import generic_words, is_preposition
from toponyms.writing.keys import WORD
from toponyms.writing.lexicon import (
    demonyms,
    function_words,
    given_names,
    has_surname_ending,
    months,
)
from toponyms.writing.scripts import script_of

__all__ = [
    "WELL_KNOWN",
    "Surroundings",
    "View",
    "begins_sentence",
    "close",
    "key_of",
    "note_words",
    "supported",
    "view_of",
]

_OPENING, _CLOSING = "«“„\"‘'‹", "»”“\"’'›"
_DASHES = "–—"
_WHERE = ("locative", "ablative", "prepositional")
_LITTLE_KNOWN, _FORMS = 5.0, 4
WELL_KNOWN = 8.5
"""Prominence from which a place is known to every reader: a state, a capital, a large city of the region."""
_REACH = 3
_REACH_SIGNS = 24
"""Words, and for a quick look signs, that are looked at on each side."""
key_of = lru_cache(maxsize=1 << 14)(fold)
"""Folding that keeps its keys: every question about a word asks for it."""


@dataclass(slots=True)
class Surroundings:
    """What stands around a span."""

    start: int = 0
    """Where the mention begins, a generic term before it taken in."""
    end: int = 0
    """Where it ends, a generic term behind it taken in."""
    kinds: tuple[str, ...] = ()
    """The kinds that generic terms beside it speak of."""
    plural_before: bool = False
    plural_after: bool = False
    shared: bool = False
    """Whether the generic term is that of a list."""
    listed: bool = False
    """Whether it stands in a list beside another place."""
    parent: bool = False
    """Whether the text names what it lies in."""
    near: bool = False
    """Whether the text names a place near it."""
    region: bool = False
    """Whether the text names several places of its part of the world, states aside."""
    against: dict[str, float] = field(default_factory=dict)
    """Features that speak for or against a place here, by name."""
    support: list[str] = field(default_factory=list)
    """What speaks for it, as phrases."""


@dataclass(slots=True)
class View:
    """A span as it stands in its text."""

    text: str
    """The whole text."""
    lang: str
    """Its language tag where known."""
    start: int
    """Where the span starts."""
    phrase: str
    """Its words."""
    evidence: Sequence[Evidence]
    """What it may mean."""
    beside: tuple[int, int]
    """Where the span before ends and the one behind starts: their words are places, not persons."""
    before: list[tuple[Word, str]]
    """The words before it, nearest first, each with the gap behind it."""
    behind: list[tuple[str, Word]]
    """The words behind it, each with the gap before it."""
    quoted: bool
    """Whether it stands alone in quotation marks."""
    key: str
    """Its folded key."""
    script: str
    """Its script."""
    single: bool
    """Whether it is one word."""


def view_of(
    text: str, start: int, end: int, phrase: str, evidence: Sequence[Evidence], beside: tuple[int, int], lang: str
) -> View:
    """A span with the words around it."""
    quoted = bool(start) and end < len(text) and text[start - 1] in _OPENING and text[end] in _CLOSING
    before = previous_words(text, start - 1 if quoted else start, _REACH)
    behind = next_words(text, end + 1 if quoted else end, _REACH)
    single = " " not in phrase and "-" not in phrase
    return View(
        text, lang, start, phrase, evidence, beside, before, behind, quoted, key_of(phrase), script_of(phrase), single
    )


def close(gap: str) -> bool:
    """Whether two words stand in one phrase: only white space, a hyphen or an abbreviation's point between them.

    Example:
        >>> close(" "), close(". "), close(", ")
        (True, True, False)
    """
    return not gap.strip(" \t\r\n\u00a0-‐‑.") and gap.count(".") <= 1


def supported(text: str, start: int, end: int) -> bool:
    """Whether a generic term or a preposition of place stands beside a word."""
    before = text[max(0, start - _REACH_SIGNS) : start].rsplit(None, 2)
    if before and before[-1] in function_words("of"):
        before.pop()  # town of X
    if before and text[start - 1].isspace() and _speaks_before(before[-1]):
        return True
    behind = text[end : end + _REACH_SIGNS].split(None, 1)
    return bool(behind) and text[end : end + 1].isspace() and _speaks_behind(behind[0].rstrip('.,;:!?։)»”"'))


@lru_cache(maxsize=2048)
def _speaks_before(word: str) -> bool:
    """Whether a word before a name speaks of a place: a generic term, or a preposition of place."""
    if not word.isalpha():
        return False
    key, script = key_of(word), script_of(word)
    if word[0].islower() and generic_words([key], 0):
        return True
    return key not in function_words("loose") and is_preposition(key, script)


@lru_cache(maxsize=2048)
def _speaks_behind(word: str) -> bool:
    """Whether a word behind a name speaks of a place: a generic term."""
    return word.isalpha() and generic_words([key_of(word)], 0) is not None


def note_words(index: Index, view: View, around: Surroundings) -> None:
    """Note what the preposition before a span, its case and its own word say."""
    _note_preposition(view, around)
    _note_case(view, around)
    _note_form(index, view, around)
    if view.single:
        abbreviation = view.phrase.isupper() and any(index.name_text(one.name) in view.phrase for one in view.evidence)
        _note_own_word(index, view, around, abbreviation=abbreviation and len(view.phrase) <= 5)
    elif key_of(view.phrase.split(maxsplit=1)[0]) in given_names():
        around.against["person_named"] = 1.0


def _note_preposition(view: View, around: Surroundings) -> None:
    """Note a preposition, or a noun of place that governs the name: "banks of the Aras", «на берегу», «Արաքսի ափին»."""
    before = view.before
    if before and close(before[0][1]) and key_of(before[0][0][2]) in function_words("article"):
        before = before[1:]
    words = [word[2] for word, _gap in takewhile(lambda one: close(one[1]), before)]
    word = key_of(words[0]) if words else ""
    if word in function_words("of") and len(words) > 1 and key_of(words[1]) in function_words("ahead"):
        words.pop(0)
    elif word not in function_words("ahead") and (
        word in function_words("loose") or not is_preposition(word, view.script)
    ):
        words = []
    if words:
        around.against["preposition"] = 1.0
        around.support.append(f"preposition {words[0]}")
    elif view.behind and close(view.behind[0][0]) and key_of(view.behind[0][1][2]) in function_words("behind"):
        around.against["preposition"] = 1.0
        around.support.append(f"postposition {view.behind[0][1][2]}")


def _note_case(view: View, around: Surroundings) -> None:
    for one in view.evidence:
        sure = "preposition" in around.against or " or " not in one.form
        if sure and any(case in one.form for case in _WHERE):
            around.against["case"] = 1.0
            around.support.append(f"{one.form} case")
            return


def _note_form(index: Index, view: View, around: Surroundings) -> None:
    """Adjectives made of names, names of another script, ordinary words in a case form."""
    evidence, script = view.evidence, view.script
    one_word = " " not in view.phrase
    if all(("adjective" in one.form and one_word) or (one.bare and script == "Cyrl") for one in evidence):
        around.against["adjective"] = 1.0
    if all(index.string(index.n_script[one.name]) != script for one in evidence):
        foreign = all(index.name_lang(one.name) in ("ka", "fa") for one in evidence)
        # the Georgian nominative ends in -i: Ordubadi; English texts romanize whatever they name
        around.against["other_script"] = 2.0 if foreign else 0.5 if script == "Latn" else 1.0
        if view.phrase.isupper() and len(view.phrase) <= 5:
            around.against["short"] = 1.0
    bases = {key_of(index.name_text(one.name)) for one in evidence if one.how is How.INFLECTED}
    if bases and all(index.has_key(WORD, base) for base in bases):
        around.against["common"] = 1.0


def _note_own_word(index: Index, view: View, around: Surroundings, *, abbreviation: bool) -> None:
    """Months, peoples, ordinary words, given names, surnames and short words."""
    against, key = around.against, view.key
    if key in months():
        against["month"] = 1.0
    if key in demonyms():
        against["demonym"] = 1.0
    common = not abbreviation and (index.has_key(WORD, key) or _form_of_word(index, view))
    if common:
        against["common"] = 1.0
    if (common or "demonym" in against) and begins_sentence(view.text, view.start):
        against["initial"] = 1.0
    if key in given_names():
        against["given_name"] = 1.0
    elif has_surname_ending(key):
        against["surname"] = 1.0
    if len(key) <= 3 and not abbreviation:
        against["short"] = 1.0


def _form_of_word(index: Index, view: View) -> bool:
    """Whether a word that no well-known place is first of all named like is a form of an ordinary word: «в Сети»."""
    if any(index.preferred(one.name) and float(index.p_known[one.place]) > _LITTLE_KNOWN for one in view.evidence):
        return False
    return any(index.has_key(WORD, base.text) for base in strip(view.key, view.script)[:_FORMS])


def begins_sentence(text: str, start: int) -> bool:
    """Whether what starts there begins a sentence, or a line of a dialogue behind its dash."""
    before = text[max(0, start - 6) : start].rstrip(" «“„\"'(")
    if before and before[-1] in _DASHES:
        before = before[:-1].rstrip(" »”\"'")
    return not before or before[-1] in ".!?…:։\n"
