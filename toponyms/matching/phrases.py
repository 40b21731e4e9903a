"""Phrases that may name a place, and what they say by themselves, wherever they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from toponyms.index.reader import Index
from toponyms.matching.evidence import Evidence
from toponyms.matching.ranking import Weighed
from toponyms.matching.words import key_of
from toponyms.model import Group, How
from toponyms.writing.caseforms import strip
from toponyms.writing.keys import WORD
from toponyms.writing.lexicon import demonyms, given_names, has_surname_ending, months
from toponyms.writing.scripts import script_of

__all__ = ["LITTLE_KNOWN", "Phrase", "phrase_of"]

LITTLE_KNOWN = 4.0
"""Prominence up to which few readers know a place: what is named like it may be a surname as well."""

_WHERE = ("locative", "ablative", "prepositional")
_KNOWN, _WELL_KNOWN, _FORMS = 5.0, 6.0, 4


@dataclass(slots=True)
class Phrase:
    """Words that may name a place: the spans of a text that have the same words share it."""

    text: str
    """The words."""
    lang: str
    """The language tag of the text, where known."""
    evidence: list[Evidence]
    """What they may mean."""
    whole: list[Evidence]
    """The evidence for names that lack no generic term."""
    key: str
    """Their folded key."""
    script: str
    """Their script."""
    single: bool
    """Whether it is one word."""
    known: float
    """The prominence of the best-known place that they may mean."""
    of_region: bool
    """Whether they surely name a place of the region that readers know and that is no state."""
    named: int
    """The place that the words surely mean, by number; -1 when they mean none surely."""
    named_with_term: int
    """The same where a generic term stands beside them, so that names with one count too."""
    against: dict[str, float]
    """Features of the words themselves that speak against a place, by name."""
    ordinary: bool
    """Whether it is an ordinary word too, or the name of a people: at the beginning of a sentence it may be no name."""
    case: str
    """The case form in which a place is spoken of, or the empty string."""
    governed_case: str
    """The same behind a preposition, which tells it from the forms it may be mistaken for."""
    weighed: dict[tuple[str, ...], list[Weighed]] = field(default_factory=dict)
    """The evidence, weighed, by the kinds that a generic term beside it speaks of; none when there is no term."""


def phrase_of(index: Index, text: str, lang: str, evidence: list[Evidence]) -> Phrase:
    """A phrase with what its words say.

    Parameters:
        index: the open index.
        text: the words.
        lang: the language tag of the text, or the empty string.
        evidence: what they may mean; at least one piece.
    """
    key, script = key_of(text), script_of(text)
    single = " " not in text and "-" not in text
    against = _form(index, text, script, evidence)
    own = _own_word(index, text, evidence) if single else {}
    if not single and key_of(text.split(maxsplit=1)[0]) in given_names():
        own["person_named"] = 1.0
    whole = [one for one in evidence if not one.bare] if any(one.bare for one in evidence) else evidence
    return Phrase(
        text,
        lang,
        evidence,
        whole,
        key,
        script,
        single,
        max(float(index.p_known[one.place]) for one in evidence),
        any(_is_of_region(index, one) for one in evidence),
        _surely(index, whole),
        _surely(index, evidence),
        against | own,
        "common" in own or "demonym" in own,
        next((one.form for one in evidence if " or " not in one.form and _where(one)), ""),
        next((one.form for one in evidence if _where(one)), ""),
    )


def _surely(index: Index, evidence: Sequence[Evidence]) -> int:
    """The best-known place of some evidence if it is the only one or known well, and no loose match; else -1."""
    best = max(evidence, key=lambda one: float(index.p_known[one.place]), default=None)
    if best is None or best.loose or not (len(evidence) == 1 or float(index.p_known[best.place]) > _WELL_KNOWN):
        return -1
    return best.place


def _is_of_region(index: Index, one: Evidence) -> bool:
    if one.loose or index.p_far[one.place]:
        return False
    return float(index.p_known[one.place]) > LITTLE_KNOWN and index.kind(one.place).group is not Group.STATE


def _where(one: Evidence) -> bool:
    return any(case in one.form for case in _WHERE)


def _form(index: Index, text: str, script: str, evidence: Sequence[Evidence]) -> dict[str, float]:
    """Adjectives made of names, names of another script, ordinary words in a case form."""
    against: dict[str, float] = {}
    one_word = " " not in text
    if all(("adjective" in one.form and one_word) or (one.bare and script == "Cyrl") for one in evidence):
        against["adjective"] = 1.0
    if all(index.string(index.n_script[one.name]) != script for one in evidence):
        foreign = all(index.name_lang(one.name) in ("ka", "fa") for one in evidence)
        # the Georgian nominative ends in -i: Ordubadi; English texts romanize whatever they name
        against["other_script"] = 2.0 if foreign else 0.5 if script == "Latn" else 1.0
        if text.isupper() and len(text) <= 5:
            against["short"] = 1.0
    bases = {key_of(index.name_text(one.name)) for one in evidence if one.how is How.INFLECTED}
    if bases and all(index.has_key(WORD, base) for base in bases):
        against["common"] = 1.0
    return against


def _own_word(index: Index, text: str, evidence: Sequence[Evidence]) -> dict[str, float]:
    """Months, peoples, ordinary words, given names, surnames and short words."""
    against: dict[str, float] = {}
    key = key_of(text)
    abbreviation = len(text) <= 5 and text.isupper() and any(index.name_text(one.name) in text for one in evidence)
    if key in months():
        against["month"] = 1.0
    if key in demonyms():
        against["demonym"] = 1.0
    if not abbreviation and (index.has_key(WORD, key) or _form_of_word(index, text, evidence)):
        against["common"] = 1.0
    if key in given_names():
        against["given_name"] = 1.0
    elif has_surname_ending(key):
        against["surname"] = 1.0
    if len(key) <= 3 and not abbreviation:
        against["short"] = 1.0
    return against


def _form_of_word(index: Index, text: str, evidence: Sequence[Evidence]) -> bool:
    """Whether a word that no well-known place is first of all named like is a form of an ordinary word: «в Сети»."""
    if any(index.preferred(one.name) and float(index.p_known[one.place]) > _KNOWN for one in evidence):
        return False
    return any(index.has_key(WORD, base.text) for base in strip(key_of(text), script_of(text))[:_FORMS])
