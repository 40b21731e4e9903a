"""Names of places that are persons, clubs, papers, companies or events where they stand."""

from __future__ import annotations

from itertools import takewhile

from toponyms.index.reader import Index
from toponyms.matching.surroundings import WELL_KNOWN, Surroundings, View, close
from toponyms.matching.words import CAPITAL, EVENT, ORGANISATION, TITLE, key_of, organisation_of
from toponyms.writing.caseforms import strip
from toponyms.writing.generic import generic_words, is_preposition
from toponyms.writing.keys import WORD
from toponyms.writing.lexicon import (
    demonyms,
    events,
    given_names,
    has_surname_ending,
    organisations,
    titles,
)
from toponyms.writing.scripts import script_of

__all__ = ["note_bearers", "note_events"]

_SPACES = " \n\t\u00a0"


def note_bearers(index: Index, view: View, around: Surroundings) -> None:
    """Note what makes a span the name of a person, of an organisation, or part of an address."""
    capital_behind = bool(view.says_behind & CAPITAL) and _is_no_place(view)
    if not (capital_behind and _full_name_begins(view, around)):
        if view.start and view.text[view.start - 1] in ".@/_":
            around.against["address"] = 1.0
        if view.says_before & (CAPITAL | TITLE):
            _note_word_before(index, view, around, capital_behind=capital_behind)
    if (view.says_before | view.says_behind) & ORGANISATION:
        _note_organisations(view, around)
    if capital_behind and _followed(index, view):
        around.against["followed"] = 1.0


def note_events(view: View, around: Surroundings) -> None:
    """Note a word for a treaty, a battle and the like beside a span."""
    if (view.says_before | view.says_behind | view.says_two_before) & EVENT:
        around.against["event"] = 1.0


def _is_given(word: str) -> bool:
    """Whether a word may be the given name before a surname: only Russian declines it there (Füzulidə is a place)."""
    key, script = key_of(word), script_of(word)
    bases = strip(key, script)[:4] if script == "Cyrl" else ()
    return key in given_names() or any(base.text in given_names() for base in bases)


def _is_surname(word: str) -> bool:
    key = key_of(word)
    return has_surname_ending(key) or any(has_surname_ending(base.text) for base in strip(key, script_of(word))[:6])


def _is_nisba(view: View) -> bool:
    """Whether the word may be a surname made of a place: Ordubadi, Təbrizi look like an accusative."""
    some = view.phrase.evidence
    return bool(some) and all("accusative" in one.form and one.lang in ("az", "tr") for one in some)


def _is_no_place(view: View) -> bool:
    """Whether the word behind the span belongs to it and names no place."""
    gap, (start, _end, _word) = view.behind[0]
    if gap.strip(_SPACES + "-"):
        return False
    return start != view.beside[1] or view.phrase.key in given_names()


def _followed(index: Index, view: View) -> bool:
    """Whether the capitalized word behind a bare name is an unknown one: Georgia Whitfield, Cəbrayıl İbrahimov."""
    declined = any(one.form for one in view.phrase.evidence)
    if not view.phrase.single or declined or view.phrase.text.isupper():
        return False
    gap, (start, _end, word) = view.behind[0]
    if "-" in gap or start == view.beside[1] or word.isupper():
        return False
    key = key_of(word)
    if key in given_names():  # Georgia Anne Rutland, but "of Azerbaijan Ilham Aliyev"
        before = view.before[0][0][2] if view.before and close(view.before[0][1]) else ""
        return not is_preposition(key_of(before), view.phrase.script)
    bases = {key, *(base.text for base in strip(key, view.phrase.script)[:4])}
    ordinary = (
        key in events()
        or key in organisations()
        or any(base in titles() or index.has_key(WORD, base) for base in bases)
    )
    return not ordinary and key not in demonyms() and generic_words([key], 0) is None and not _heads(view)


def _heads(view: View) -> bool:
    """Whether a well-known place heads an Azerbaijani or Turkish compound: «Azərbaycan Silahlı Qüvvələri»."""
    if view.phrase.lang not in ("az", "tr") or view.phrase.known < WELL_KNOWN:
        return False
    words = [word[2] for gap, word in view.behind if not gap.strip(_SPACES)]
    keys = [key_of(word) for word in takewhile(lambda word: word[:1].isupper(), words)]
    return any(
        "possessive" in base.form and base.lang == "az"
        for key in keys
        if not has_surname_ending(key) and key not in given_names()
        for base in strip(key, view.phrase.script)
    )


def _full_name_begins(view: View, around: Surroundings) -> bool:
    """Whether a span with a capitalized word behind it is a given name, and that the surname."""
    phrase = view.phrase
    if phrase.text.isupper():
        return False
    declined = bool(phrase.whole) and all(one.form for one in phrase.whole) and phrase.script != "Cyrl"
    if phrase.single and not declined and _is_surname(view.behind[0][1][2]):
        around.against["person"] = 1.0
    elif phrase.key in given_names() and "preposition" not in around.against:
        around.against["person"] = 0.8
    return "person" in around.against


def _capital_before(index: Index, view: View) -> bool:
    """Whether a capitalized word that is neither a place nor an ordinary word stands before the span."""
    (_start, stop, word), gap = view.before[0]
    if gap.strip(_SPACES) or not word[:1].isupper():
        return False
    if _is_given(word):
        return True
    key = key_of(word)
    ordinary = is_preposition(key, script_of(word)) or index.has_key(WORD, key)
    return stop != view.beside[0] and not ordinary


def _note_word_before(index: Index, view: View, around: Surroundings, *, capital_behind: bool) -> None:
    """Given names, initials and titles before a span, and surnames behind another capitalized word."""
    (_start, _stop, word), gap = view.before[0]
    capital = _capital_before(index, view)
    if capital and capital_behind:
        around.against["between_names"] = 1.0
    if capital and not view.phrase.text.isupper() and ("surname" in around.against or _is_nisba(view)):
        around.against["person"] = 1.0
    initial = gap.startswith(".") and gap.count(".") == 1 and len(word) <= 2 and word[:1].isupper()
    if initial or (capital and not word.isupper() and _is_given(word)):
        around.against["person"] = 1.0
    elif close(gap) and titles().get(key_of(word)) in ("before", "both") and "preposition" not in around.against:
        around.against["title"] = 1.0


def _note_organisations(view: View, around: Surroundings) -> None:
    before = view.before[0] if view.before else None
    behind = view.behind[0] if view.behind else None
    named = before is not None and not before[1].strip(_SPACES) and _names(before[0][2], "before")
    if named or (behind is not None and not behind[0].strip(_SPACES + "-") and _names(behind[1][2], "after")):
        around.against["organisation"] = 1.0


def _names(word: str, position: str) -> bool:
    """Whether a word says that the name beside it is a club, a paper, a company, and no place."""
    found = organisation_of(word)
    return found is not None and not found[1] and found[0] in (position, "both")
