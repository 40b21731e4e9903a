"""The generic term beside a span of text, or in it: which kind it speaks of, and how far the mention reaches."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from toponyms.index.reader import Index
from toponyms.matching.evidence import Evidence
from toponyms.matching.kinds import kind_fit
from toponyms.matching.surroundings import Surroundings, View, close
from toponyms.matching.tokens import Word
from toponyms.matching.words import OF, TERM, key_of
from toponyms.writing.folding import fold_words
from toponyms.writing.generic import generic_words
from toponyms.writing.lexicon import function_words

__all__ = ["read_terms"]

_LESS_KNOWN = 4.0


def read_terms(index: Index, view: View, around: Surroundings, taken: int) -> None:
    """Note the generic term behind a span, before it or in it, and take it into the mention.

    Parameters:
        index: the open index.
        view: the span and the words around it.
        around: where to note it.
        taken: where the span before ends with its own generic term, which is not this one's too.
    """
    ends_before = view.says_before & (TERM | OF) or view.says_two_before & TERM
    if not view.quoted and not (view.says_behind & TERM and _behind(index, view, around)) and ends_before:
        _before(index, view, around, taken)
    if not around.kinds and " " in view.phrase.text:
        _inside(index, view, around)


def _behind(index: Index, view: View, around: Surroundings) -> bool:
    after = [word for _gap, word in takewhile(_in_sentence, view.behind)]
    match = generic_words([key_of(word[2]) for word in after], 0)
    if (
        not match
        or match[1].position not in ("after", "both")
        or not _fits(index, view.phrase.evidence, match[1].kinds)
    ):
        return False
    around.kinds, around.plural_after = match[1].kinds, match[1].plural
    around.end = after[match[0] - 1][1]
    around.support += (f"generic term {' '.join(word[2] for word in after[: match[0]])}",)
    return True


def _in_sentence(behind: tuple[str, Word]) -> bool:
    """Whether no sentence ends before a word: behind a point only an abbreviation goes on."""
    gap, word = behind
    return "." not in gap or len(word[2]) < 3


def _before(index: Index, view: View, around: Surroundings, taken: int) -> None:
    words: list[Word] = []
    for word, gap in view.before:
        if word[0] < taken or not close(gap):
            break
        words.insert(0, word)
    keys = [key_of(word[2]) for word in words]
    if keys and keys[-1] in function_words("of"):
        keys.pop()
        if len(keys) > 1 and keys[-2] in function_words("indefinite"):
            return  # "a village of Aragatsotn" lies there
    for at in range(max(0, len(keys) - 2), len(keys)):
        match = generic_words(keys, at)
        if match and at + match[0] == len(keys) and match[1].position in ("before", "both"):
            abbreviated = view.before[0][1].startswith(".") and words[at][2].islower()
            if match[1].weak and not abbreviated:
                return  # «с Гагариным», «С. Пушкин»: a preposition, an initial, no abbreviation
            if _fits(index, view.phrase.evidence, match[1].kinds, sure=abbreviated):
                around.kinds, around.plural_before = match[1].kinds, match[1].plural
                around.start = words[at][0]
                around.support += (f"generic term {words[at][2]}",)
            return


def _inside(index: Index, view: View, around: Surroundings) -> None:
    """The generic term that a span carries as its last or first word."""
    words = fold_words(view.phrase.text)
    last, first = generic_words(words, len(words) - 1), generic_words(words, 0)
    if last and _fits(index, view.phrase.evidence, last[1].kinds):
        around.kinds, around.plural_after = last[1].kinds, last[1].plural
    elif first and _fits(index, view.phrase.evidence, first[1].kinds):
        around.kinds, around.plural_before = first[1].kinds, first[1].plural


def _fits(index: Index, evidence: Sequence[Evidence], kinds: tuple[str, ...], *, sure: bool = False) -> bool:
    """Whether a generic term can be said of what the words name: «Սյունիքի մարզկենտրոն» says nothing of Syunik.

    An abbreviated term (с. Шаки) is surely said of the name behind it.
    """
    fitting = [one.place for one in evidence if kinds and kind_fit(index.kind(one.place), kinds)]
    if not fitting or sure:
        return bool(fitting)
    best = max(float(index.p_known[one.place]) for one in evidence if not one.bare or one.place in fitting)
    return max(float(index.p_known[place]) for place in fitting) > best - _LESS_KNOWN
