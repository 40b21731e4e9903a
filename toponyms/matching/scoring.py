"""The score: how probable it is that the name found is the name meant, by a small logistic model."""

from __future__ import annotations

import math
import os
from collections.abc import Iterable
from functools import cache, lru_cache
from operator import mul

from toponyms.index.reader import Index
from toponyms.matching.evidence import Evidence
from toponyms.matching.kinds import NAMED_AFTER_OTHERS, NAMED_BY_ENDS, kind_fit
from toponyms.matching.reading import Reading
from toponyms.model import How
from toponyms.writing import lexicon, tables
from toponyms.writing.folding import fold
from toponyms.writing.keys import WORD, consonants, initial_class, proper_words

__all__ = ["FEATURES", "features", "probability", "weights"]

FEATURES = (
    "intercept", "folded", "romanized", "inflected", "fuzzy", "distance", "distance_per_letter",
    "bare", "kind_fit", "kind_misfit", "surname", "known", "both", "word", "person", "near", "few_consonants",
    "several_words", "other_initial", "untagged", "long", "foreign_letters", "far_away", "namesake",
)  # fmt: skip
"""The features of the model in the order of `features`."""


@cache
def weights() -> dict[str, float]:
    """The weights by feature, in the order of `FEATURES`, from the table ``weights.tsv`` beside this module."""
    rows = tables.rows("weights", folder=os.path.dirname(__file__))
    found = {feature: float(weight) for feature, weight, *_ in rows}
    return {feature: found[feature] for feature in FEATURES}


_DASHES = frozenset("-‐‑–—")
_NEAR = 0.3
"""Sound distance from which a name is only like the mention."""
_NOT_LOOSE = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)


def _loose_features(index: Index, found: Evidence) -> tuple[float, ...]:
    """For a name that is not written as the mention is: how near, how many consonants, words, initials, language."""
    begins, few, long = _of_mention(found.reading.text if found.reading else "")
    other = index.initial(found.name)
    return (
        found.distance if found.how is not How.FUZZY else 0.0,
        few,
        index.several_words(found.name),
        bool(begins and other) and begins != other,
        index.name_lang(found.name).startswith("und"),
        long,
    )


@lru_cache(maxsize=1024)
def _of_mention(text: str) -> tuple[int, int, float]:
    """What loose features ask of a mention alone: how it begins, consonants short of four, letters beyond six."""
    proper = proper_words(text)
    count = consonants(proper)
    return initial_class(proper), max(0, 4 - count) if count is not None else 0, min(max(0.0, len(proper) - 6.0), 8.0)


def _is_word(index: Index, found: Evidence, reading: Reading, off: bool) -> bool:
    """Whether a mention that is not written like a name is a month, a people, or (when it only sounds alike) a word."""
    months = lexicon.months()
    if reading.key in lexicon.demonyms() or not months.isdisjoint(reading.words):
        return True
    if found.form and fold(index.name_text(found.name)) in months:
        return True  # a month in a case form: «Հոկտեմբերը»
    return off and index.has_key(WORD, reading.key)


def _is_person(reading: Reading, bare: bool, off: bool) -> bool:
    """Whether several words begin with a given name, or for a loose match with an initial."""
    words = reading.words
    if len(words) < 2:
        return False
    return (bare and words[0] in lexicon.given_names()) or (off and reading.text[1:2] == ".")


def _has_foreign_letters(text: str) -> bool:
    """Whether a mention has letters that nobody writes names of the region with (Sabará, Bolaños)."""
    return not text.isascii() and not lexicon.foreign_letters().isdisjoint(text.lower())


@cache
def surname_endings() -> tuple[str, ...]:
    """Folded endings of surnames; of two letters only the Armenian ones, which names of places hardly share."""
    endings = ((script, fold(ending)) for _, script, ending, *_ in tables.rows("surname-endings"))
    return tuple({ending for script, ending in endings if len(ending) > 2 or script == "Armn"})


def features(index: Index, found: Evidence, wanted: tuple[str, ...]) -> tuple[float, ...]:
    """The features of one piece of evidence, in the order of `FEATURES`.

    Parameters:
        index: the open index.
        found: the evidence.
        wanted: kinds that generic terms or hints speak of; empty when none do.
    """
    reading = found.reading
    key = reading.key if reading else ""
    how, distance = found.how, found.distance
    fuzzy = how is How.FUZZY
    written = how is How.EXACT or how is How.FOLDED
    off = fuzzy or distance > 0.0
    kind = index.kind(found.place)
    fit = kind_fit(kind, wanted) if wanted else -1.0
    if fit == 0.0 and reading and reading.whole and (written or " " in reading.text):
        fit = 0.5  # the name itself carries the generic term
    known = min(index.p_known[found.place], 8.0)
    far = index.p_far[found.place]
    bare = found.bare and not (kind in NAMED_BY_ENDS and not _DASHES.isdisjoint(index.name_text(found.name)))
    return (
        1.0,
        how is How.FOLDED,
        how is How.ROMANIZED,
        how is How.INFLECTED,
        fuzzy,
        distance,
        distance / (len(key) or 1),
        bare and fit < 1.0,
        max(fit, 0.0),
        fit == 0.0,
        (fuzzy or distance > _NEAR) and known < 6.0 and key.endswith(surname_endings()),
        known - 4.0 if off and not far else 0.0,
        off and bool(found.form),
        not written and reading is not None and _is_word(index, found, reading, off),
        reading is not None and _is_person(reading, found.bare, off),
        *(_loose_features(index, found) if off else _NOT_LOOSE),
        not written and known < 6.0 and reading is not None and _has_foreign_letters(reading.text),
        off and far,
        bare and fit < 0.0 and kind in NAMED_AFTER_OTHERS,
    )


def probability(values: Iterable[float]) -> float:
    """The probability, 0–1, that features like these mean the place found.

    Example:
        >>> probability([1.0] + [0.0] * (len(FEATURES) - 1)) > 0.9
        True
    """
    logit = sum(map(mul, weights().values(), values))
    return 1.0 / (1.0 + math.exp(-logit))
