"""What stands around a span of text: generic terms, prepositions, persons, organisations, quotation marks."""

from __future__ import annotations

import math
import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from toponyms.index.reader import Index
from toponyms.matching.evidence import Evidence
from toponyms.matching.kinds import kind_fit
from toponyms.matching.tokens import Word, next_words, previous_words
from toponyms.model import How
from toponyms.writing import tables
from toponyms.writing.caseforms import strip
from toponyms.writing.folding import fold as fold_once
from toponyms.writing.folding import fold_words
from toponyms.writing.generic import generic_words, is_preposition
from toponyms.writing.lexicon import (
    common_words,
    demonyms,
    events,
    given_names,
    has_surname_ending,
    months,
    organisations,
    titles,
)
from toponyms.writing.scripts import script_of

__all__ = ["Surroundings", "judge", "plausibility"]

_OPENING, _CLOSING = "«“„\"‘'‹", "»”“\"’'›"
fold = lru_cache(maxsize=1 << 14)(fold_once)
"""Folding that keeps its keys: every question about a word asks for it."""
_LESS_KNOWN = 4.0
_WHERE = ("locative", "ablative", "prepositional")
_ARTICLES = frozenset({"the", "a", "an"})
_INDEFINITE = frozenset({"a", "an", "some", "several", "many", "every", "each", "another"})
_LOOSE_PREPOSITIONS = frozenset({"by", "of", "the", "a", "an", "de", "с", "со"})
"""Prepositions that stand before persons and things as often as before places."""


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
    against: dict[str, float] = field(default_factory=dict)
    """Features that speak for or against a place here, by name."""
    support: list[str] = field(default_factory=list)
    """What speaks for it, as phrases."""


@cache
def _weights() -> dict[str, float]:
    rows = tables.rows("text_weights", folder=os.path.dirname(__file__))
    return {feature: float(weight) for feature, weight, *_ in rows}


def judge(
    index: Index,
    text: str,
    start: int,
    end: int,
    phrase: str,
    evidence: Sequence[Evidence],
    beside: tuple[int, int],
    taken: int = 0,
) -> Surroundings:
    """Look around a span.

    Parameters:
        index: the open index.
        text: the whole text.
        start, end: where the span is.
        phrase: its words.
        evidence: what it may mean.
        beside: where the span before ends and the one behind starts: their words are places, not persons.
        taken: where the span before ends with its generic term, which is not this one's too.
    """
    around = Surroundings(start, end)
    quoted = bool(start) and end < len(text) and text[start - 1] in _OPENING and text[end] in _CLOSING
    before = previous_words(text, start - 1 if quoted else start, 3)
    behind = next_words(text, end + 1 if quoted else end, 3)
    if quoted:
        around.against["quoted"] = 1.0
    if not quoted:
        free = [(word, gap) for word, gap in before if word[0] >= taken]
        _generic_terms(index, around, evidence, free, behind)
    if not around.kinds and " " in phrase:
        _own_terms(index, around, evidence, phrase)
    script = script_of(phrase)
    key = fold(phrase)
    _prepositions(around, before, script)
    _cases(around, evidence)
    _form(index, around, phrase, script, evidence)
    single = " " not in phrase and "-" not in phrase
    if single:
        abbreviation = phrase.isupper() and any(index.name_text(one.name) in phrase for one in evidence)
        _own_word(around, text, start, key, script, abbreviation=abbreviation and len(phrase) <= 5)
    elif fold(phrase.split(maxsplit=1)[0]) in given_names():
        around.against["person_named"] = 1.0
    if not around.kinds:
        _persons(around, text, start, phrase, key, before, behind, single, beside, evidence)
        _organisations(around, before, behind)
    _events(around, before, behind)
    return around


def _close(gap: str) -> bool:
    """Whether two words stand in one phrase: only white space, a hyphen or an abbreviation's point between them."""
    return not gap.strip(" \t\r\n\u00a0-‐‑.") and gap.count(".") <= 1


def _generic_terms(
    index: Index,
    around: Surroundings,
    evidence: Sequence[Evidence],
    before: list[tuple[Word, str]],
    behind: list[tuple[str, Word]],
) -> None:
    after = [(gap, word) for gap, word in behind if "." not in gap or len(word[2]) < 3]
    folded = [fold(word[2]) for _gap, word in after]
    if folded:
        match = generic_words(folded, 0)
        if match and match[1].position in ("after", "both") and _fits(index, evidence, match[1].kinds):
            around.kinds = match[1].kinds
            around.plural_after = match[1].plural
            around.end = after[match[0] - 1][1][1]
            around.support.append(f"generic term {' '.join(word[2] for _gap, word in after[: match[0]])}")
            return
    words: list[Word] = []
    reach = 0
    for word, gap in before:
        if not _close(gap):
            break
        words.insert(0, word)
    if words and fold(words[-1][2]) in ("of", "de"):
        reach = 1
    folded = [fold(word[2]) for word in words[: len(words) - reach]]
    if reach and len(folded) > 1 and folded[-2] in _INDEFINITE:
        return  # "a village of Aragatsotn" lies there
    for at in range(max(0, len(folded) - 2), len(folded)):
        match = generic_words(folded, at)
        if match and at + match[0] == len(folded) and match[1].position in ("before", "both"):
            if match[1].weak and not (before[0][1].startswith(".") and words[at][2].islower()):
                return  # «с Гагариным», «С. Пушкин»: a preposition, an initial, no abbreviation
            if _fits(index, evidence, match[1].kinds):
                around.kinds = match[1].kinds
                around.plural_before = match[1].plural
                around.start = words[at][0]
                around.support.append(f"generic term {words[at][2]}")
            return


def _own_terms(index: Index, around: Surroundings, evidence: Sequence[Evidence], phrase: str) -> None:
    """The generic term that a span carries as its last or first word."""
    words = fold_words(phrase)
    last, first = generic_words(words, len(words) - 1), generic_words(words, 0)
    if last and _fits(index, evidence, last[1].kinds):
        around.kinds, around.plural_after = last[1].kinds, last[1].plural
    elif first and _fits(index, evidence, first[1].kinds):
        around.kinds, around.plural_before = first[1].kinds, first[1].plural


def _fits(index: Index, evidence: Sequence[Evidence], kinds: tuple[str, ...]) -> bool:
    """Whether a generic term can be said of what the words name: «Սյունիքի մարզկենտրոն» says nothing of Syunik."""
    fitting = [one.place for one in evidence if kinds and kind_fit(index.kind(one.place), kinds)]
    if not fitting:
        return False
    best = max(float(index.p_known[one.place]) for one in evidence if not one.bare or one.place in fitting)
    return max(float(index.p_known[place]) for place in fitting) > best - _LESS_KNOWN


def _prepositions(around: Surroundings, before: list[tuple[Word, str]], script: str) -> None:
    if before and _close(before[0][1]) and fold(before[0][0][2]) in _ARTICLES:
        before = before[1:]
    word = fold(before[0][0][2]) if before and _close(before[0][1]) else ""
    if word and word not in _LOOSE_PREPOSITIONS and is_preposition(word, script):
        around.against["preposition"] = 1.0
        around.support.append(f"preposition {before[0][0][2]}")


def _cases(around: Surroundings, evidence: Sequence[Evidence]) -> None:
    for one in evidence:
        if one.form and any(case in one.form for case in _WHERE):
            around.against["case"] = 1.0
            around.support.append(f"{one.form} case")
            return


def _form(index: Index, around: Surroundings, phrase: str, script: str, evidence: Sequence[Evidence]) -> None:
    """Adjectives made of names, names of another script, ordinary words in a case form."""
    if all(("adjective" in one.form and " " not in phrase) or (one.bare and script == "Cyrl") for one in evidence):
        around.against["adjective"] = 1.0
    if all(index.string(index.n_script[one.name]) != script for one in evidence):
        foreign = all(index.name_lang(one.name) in ("ka", "fa") for one in evidence)
        # the Georgian nominative ends in -i: Ordubadi; English texts romanize whatever they name
        around.against["other_script"] = 2.0 if foreign else 0.5 if script == "Latn" else 1.0
        if phrase.isupper() and len(phrase) <= 5:
            around.against["short"] = 1.0
    bases = {fold(index.name_text(one.name)) for one in evidence if one.how is How.INFLECTED}
    if bases and all(base in common_words(script) for base in bases):
        around.against["common"] = 1.0


def _own_word(around: Surroundings, text: str, start: int, key: str, script: str, *, abbreviation: bool) -> None:
    against = around.against
    if key in months():
        against["month"] = 1.0
    if key in demonyms():
        against["demonym"] = 1.0
    common = not abbreviation and key in common_words(script)
    if common:
        against["common"] = 1.0
    if common or "demonym" in against:
        before = text[max(0, start - 3) : start].rstrip(" «“„\"'(")
        if not before or before[-1] in ".!?…:։\n—–":
            against["initial"] = 1.0
    if key in given_names():
        against["given_name"] = 1.0
    elif has_surname_ending(key):
        against["surname"] = 1.0
    if len(key) <= 3 and not abbreviation:
        against["short"] = 1.0


def _is_given(word: str) -> bool:
    key = fold(word)
    if key in given_names():
        return True
    return any(base.text in given_names() for base in strip(key, script_of(word))[:4])


def _is_surname(word: str) -> bool:
    key = fold(word)
    if has_surname_ending(key):
        return True
    return any(has_surname_ending(base.text) for base in strip(key, script_of(word))[:6])


def _is_nisba(evidence: Sequence[Evidence]) -> bool:
    """Whether the word may be a surname made of a place: Ordubadi, Təbrizi look like an accusative."""
    return bool(evidence) and all("accusative" in one.form and one.lang in ("az", "tr") for one in evidence)


def _persons(
    around: Surroundings,
    text: str,
    start: int,
    phrase: str,
    key: str,
    before: list[tuple[Word, str]],
    behind: list[tuple[str, Word]],
    single: bool,
    beside: tuple[int, int],
    evidence: Sequence[Evidence],
) -> None:
    capital_behind = (
        bool(behind)
        and not behind[0][0].strip(" \n\t\u00a0-")
        and behind[0][1][2][:1].isupper()
        and (behind[0][1][0] != beside[1] or key in given_names())
    )
    if capital_behind and not phrase.isupper():
        following = behind[0][1][2]
        whole = [one for one in evidence if not one.bare]
        declined = bool(whole) and all(one.form for one in whole) and script_of(phrase) != "Cyrl"
        if _is_surname(following) and single and not declined:
            around.against["person"] = 1.0
            return
        if key in given_names() and not around.against.get("preposition"):
            around.against["person"] = 0.8
            return
    if start and text[start - 1] in ".@/_":
        around.against["address"] = 1.0
    if not before:
        return
    (_start, stop, word), gap = before[0]
    capital_before = not gap.strip(" \n\t\u00a0") and word[:1].isupper() and (stop != beside[0] or _is_given(word))
    ordinary = is_preposition(fold(word), script_of(word)) or fold(word) in common_words(script_of(word))
    if capital_before and ordinary and not _is_given(word):
        capital_before = False
    if capital_before and capital_behind:
        around.against["between_names"] = 1.0
    if capital_before and not phrase.isupper() and ("surname" in around.against or _is_nisba(evidence)):
        around.against["person"] = 1.0
    if capital_before and not word.isupper() and _is_given(word):
        around.against["person"] = 1.0
    elif gap.startswith(".") and gap.count(".") == 1 and len(word) <= 2 and word[:1].isupper():
        around.against["person"] = 1.0 if not around.kinds else 0.0
    elif _close(gap) and titles().get(fold(word)) in ("before", "both") and not around.against.get("preposition"):
        around.against["title"] = 1.0


def _organisations(
    around: Surroundings,
    before: list[tuple[Word, str]],
    behind: list[tuple[str, Word]],
) -> None:
    known = organisations()
    if before:
        word = before[0][0][2]
        gap = before[0][1]
        if not gap.strip(" \n\t\u00a0") and _names(known, word, "before"):
            around.against["organisation"] = 1.0
    if behind and not behind[0][0].strip(" \n\t\u00a0-") and _names(known, behind[0][1][2], "after"):
        around.against["organisation"] = 1.0


def _names(known: dict[str, tuple[str, bool]], word: str, position: str) -> bool:
    key = fold(word)
    found = known.get(key)
    if found is None:
        bases = strip(key, script_of(word))[:4]
        found = next((known[base.text] for base in bases if base.text in known), None)
    return found is not None and not found[1] and found[0] in (position, "both")


def _events(around: Surroundings, before: list[tuple[Word, str]], behind: list[tuple[str, Word]]) -> None:
    near = [word[2] for word, _gap in before[:2]] + [word[2] for _gap, word in behind[:1]]
    if any(fold(word) in events() for word in near):
        around.against["event"] = 1.0


def plausibility(index: Index, around: Surroundings, best: Evidence, count: int) -> float:
    """The probability, 0–1, that the words name a place here.

    Parameters:
        index: the open index.
        around: what stands around them.
        best: the evidence for the likeliest place.
        count: how many words the name has.
    """
    weights = _weights()
    known = min(float(index.p_known[best.place]), 7.0)
    values = {
        "intercept": 1.0,
        "known": known,
        "generic": float(bool(around.kinds) and not around.shared),
        "shared_generic": float(around.shared),
        "listed": float(around.listed),
        "parent": float(around.parent),
        "near": float(around.near),
        "words": float(min(count - 1, 4)),
        "several": float(count > 1 and "person_named" not in around.against),
        "romanized": float(best.how is How.ROMANIZED),
        "loose": float(best.how is How.ROMANIZED and best.distance > 0.15),
        "inflected": float(best.how is How.INFLECTED),
        **around.against,
    }
    if known < 5.0 and "title" in values:
        values["person"] = 0.7
    if "common" in values and known > 6.5 and best.how is not How.ROMANIZED:
        values["common"] = 0.6
    if "title" in values and best.form:
        values["title"] = 0.0  # a title stands before a name in its base form
    if "demonym" in values and "initial" not in values and known > 6.5 and index.preferred(best.name):
        values["demonym"] = 0.2  # Qazax is a town and a people
    if float(index.p_known[best.place]) > 8.5:
        values["between_names"] = 0.0
    if around.kinds:
        for feature in ("adjective", "common", "initial", "given_name", "short", "surname"):
            values.pop(feature, None)
    if "quoted" in values and ("preposition" in values or "case" in values or count > 1):
        values["quoted"] = 0.5
    logit = sum(weights.get(feature, 0.0) * value for feature, value in values.items())
    return 1.0 / (1.0 + math.exp(-logit))
