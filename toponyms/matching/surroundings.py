"""What stands around a span of text: the words beside it, and what the small ones among them say."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from itertools import takewhile

from toponyms.matching.phrases import Phrase
from toponyms.matching.tokens import Word, next_words, previous_words
from toponyms.matching.words import ARTICLE, CAPITAL, FUNCTION, OF, POSTPOSITION, TERM, key_of, roles_of
from toponyms.writing.generic import generic_words, is_preposition
from toponyms.writing.lexicon import function_words
from toponyms.writing.scripts import script_of

__all__ = [
    "WELL_KNOWN",
    "Surroundings",
    "View",
    "begins_sentence",
    "close",
    "note_words",
    "supported",
    "view_of",
]

_OPENING, _CLOSING = "«“„\"‘'‹", "»”“\"’'›"
_DASHES = "–—"
WELL_KNOWN = 8.5
"""Prominence from which a place is known to every reader: a state, a capital, a large city of the region."""
_REACH = 3
_REACH_SIGNS = 24
"""Words, and for a quick look signs, that are looked at on each side."""


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
    support: tuple[str, ...] = ()
    """What speaks for it, as phrases."""


@dataclass(slots=True)
class View:
    """A span as it stands in its text."""

    text: str
    """The whole text."""
    start: int
    """Where the span starts."""
    phrase: Phrase
    """Its words, and what they may mean."""
    beside: tuple[int, int]
    """Where the span before ends and the one behind starts: their words are places, not persons."""
    before: list[tuple[Word, str]]
    """The words before it, nearest first, each with the gap behind it."""
    behind: list[tuple[str, Word]]
    """The words behind it, each with the gap before it."""
    says_before: int
    """The roles of the word right before it (see `roles_of`)."""
    says_two_before: int
    """The roles of the word before that."""
    says_behind: int
    """The roles of the word right behind it."""
    quoted: bool
    """Whether it stands alone in quotation marks."""


def view_of(text: str, start: int, end: int, phrase: Phrase, beside: tuple[int, int]) -> View:
    """A span with the words around it: two before and one behind, or three where more is asked of them."""
    quoted = start > 0 and end < len(text) and text[start - 1] in _OPENING and text[end] in _CLOSING
    before = previous_words(text, start - quoted, 2)
    behind = next_words(text, end + quoted, 1)
    says_before, says_two_before, *_ = *(roles_of(word[2]) for word, _gap in before), 0, 0
    says_behind = roles_of(behind[0][1][2]) if behind else 0
    if says_before & (OF | ARTICLE):
        before = previous_words(text, start - quoted, _REACH)
    if says_behind & (TERM | CAPITAL):
        behind = next_words(text, end + quoted, _REACH)
    return View(text, start, phrase, beside, before, behind, says_before, says_two_before, says_behind, quoted)


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


def note_words(view: View, around: Surroundings) -> None:
    """Note what the preposition before a span, its case and its own words say."""
    phrase, against = view.phrase, around.against
    case = phrase.case
    if view.says_before & (FUNCTION | OF | ARTICLE) or view.says_behind & POSTPOSITION:
        _note_preposition(view, around)
        case = phrase.governed_case if "preposition" in against else case
    if case:
        against["case"] = 1.0
        around.support += (f"{case} case",)
    against |= phrase.against
    if phrase.ordinary and begins_sentence(view.text, view.start):
        against["initial"] = 1.0


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
        word in function_words("loose") or not is_preposition(word, view.phrase.script)
    ):
        words = []
    if words:
        around.against["preposition"] = 1.0
        around.support += (f"preposition {words[0]}",)
    elif view.behind and close(view.behind[0][0]) and key_of(view.behind[0][1][2]) in function_words("behind"):
        around.against["preposition"] = 1.0
        around.support += (f"postposition {view.behind[0][1][2]}",)


def begins_sentence(text: str, start: int) -> bool:
    """Whether what starts there begins a sentence, or a line of a dialogue behind its dash."""
    before = text[max(0, start - 6) : start].rstrip(" «“„\"'(")
    if before and before[-1] in _DASHES:
        before = before[:-1].rstrip(" »”\"'")
    return not before or before[-1] in ".!?…:։\n"
