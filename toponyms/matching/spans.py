"""Spans of a text that may name a place: the longest names at its capitalized words, and what is nearly a name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from toponyms.index.reader import Index
from toponyms.matching.evidence import CUT_SHORT, Evidence
from toponyms.matching.kinds import kind_fit
from toponyms.matching.lookup import look_up
from toponyms.matching.phrases import Phrase, phrase_of
from toponyms.matching.reading import Reading
from toponyms.matching.surroundings import Surroundings, begins_sentence, supported
from toponyms.matching.tokens import Word, next_words, previous_words, starts
from toponyms.writing.caseforms import strip
from toponyms.writing.folding import fold, fold_words
from toponyms.writing.generic import generic_words
from toponyms.writing.keys import FIRST_FOLDED, FIRST_SOUND, WORD, bare_words
from toponyms.writing.lexicon import given_names
from toponyms.writing.scripts import script_of
from toponyms.writing.sound import sound_keys

__all__ = ["Span", "Spans"]

MOST_WORDS = 8
"""Words of the longest name that is looked for in text."""
_MEMO = 1 << 14
_SHORTEST_LOOSE = 5
_SEVERAL, _BESIDE = 3, 600  # characters
_NEARLY = 0.7
_COMPOUND = 2
_HYPHENS = frozenset("-‐‑")
_NO_PHRASE: Literal[False] = False
_Kept = dict[tuple[str, str], Phrase | Literal[False]]
"""The phrases that words are, by words and language; False where they name nothing."""
_NO_NAME = -1  # an ordinary word, a given name or too short: never a misspelt name
_UNEVEN = re.compile(r"\s\s|[^\S ]|\u00ad")
_BROKEN = re.compile(r"[-\u00ad]\r?\n(?=\w)")


@dataclass(slots=True)
class Span:
    """A stretch of text that may name a place."""

    start: int
    end: int
    phrase: Phrase
    count: int
    around: Surroundings = field(init=False)
    """What stands around it, once somebody has looked."""

    @property
    def evidence(self) -> list[Evidence]:
        """What it may mean here: without a generic term beside it only what needs none."""
        return self.phrase.evidence if self.around.kinds else self.phrase.whole


class Spans:
    """Detects the spans of texts; what it learned of words and phrases it keeps, within a bound.

    Parameters:
        index: the open index.
    """

    def __init__(self, index: Index) -> None:
        self.index = index
        self._first: dict[str, dict[str, int]] = {}
        self._phrases: _Kept = {}
        self._loose_phrases: _Kept = {}

    def detect(self, text: str, lang: str) -> list[Span]:
        """The spans of a text in its order, without overlaps.

        Parameters:
            text: the text.
            lang: its language tag, or the empty string.
        """
        passed: list[tuple[int, int]] = []
        spans = list(self._names(text, lang, passed))
        if not passed:
            return spans
        return sorted([*spans, *self._nearly(text, passed, spans, lang)], key=lambda span: span.start)

    def _names(self, text: str, lang: str, passed: list[tuple[int, int]]) -> Iterable[Span]:
        """The longest name at each place of the text; words that are no name are noted as passed."""
        behind = 0
        first = self._first.setdefault(lang, {})
        for match in starts(text):
            token = match[0]
            most = first.get(token)
            if most is None:
                most = self._note_first(token, lang)
            start, end = match.span()
            if most == _NO_NAME or start < behind:
                continue
            end -= token[-1] in _HYPHENS
            span = self._longest(text, start, end, most, lang) if most else None
            if span is None and supported(text, start, end):
                span = self._loose(text, start, end, lang)
            if span:
                behind = span.end
                yield span
            elif not most:
                passed.append((start, end))

    def _nearly(self, text: str, passed: Sequence[tuple[int, int]], spans: Sequence[Span], lang: str) -> Iterable[Span]:
        """Words in the middle of sentences that are only like names, where the text tells of places of the region."""
        places = [span.start for span in spans if span.phrase.of_region]
        for start, end in passed:
            beside = bisect_left(places, start + _BESIDE) - bisect_left(places, start - _BESIDE)
            if beside < _SEVERAL or begins_sentence(text, start):
                continue
            span = self._loose(text, start, end, lang)
            if span and any(one.distance < _NEARLY for one in span.phrase.evidence):
                yield span

    def _note_first(self, token: str, lang: str) -> int:
        """How many words the longest name has that begins with a token; 0 when it may only be a slip of one."""
        first = self._first[lang]
        if token[-1] in _HYPHENS:  # Илан-даг for Иландаг
            first[token] = most = max(_COMPOUND, self._note_first(token[:-1], lang))
            return most
        if len(first) >= _MEMO:
            first.clear()
        script = script_of(token)
        folded = fold(token)
        most = 1 if self._phrase(token, lang) else 0
        index = self.index
        bases = [folded, *(base.text for base in strip(folded, script))]
        for base in bases:
            for count in index.postings(FIRST_FOLDED, base):
                most = max(most, count)
        for base in (token, *bases[1:6]):
            for sounds in sound_keys(base, lang):
                for count in index.postings(FIRST_SOUND, sounds):
                    most = max(most, count)
        if most == 0 and (len(folded) < _SHORTEST_LOOSE or index.has_key(WORD, folded) or folded in given_names()):
            most = _NO_NAME
        most = first[token] = min(most, MOST_WORDS)
        return most

    def _longest(self, text: str, start: int, end: int, most: int, lang: str) -> Span | None:
        words: list[Word] = [(start, end, text[start:end])]
        if most > 1:
            words += [word for gap, word in next_words(text, end, most - 1)]
        for count in range(len(words), 0, -1):
            stop = words[count - 1][1]
            phrase = self._phrase(_on_one_line(text[start:stop]), lang)
            if phrase and (phrase.whole or self._term_follows(text, start, stop, phrase.evidence)):
                return Span(start, stop, phrase, count)
        return None

    def _loose(self, text: str, start: int, end: int, lang: str) -> Span | None:
        """A word that is only like a name, misspelled or near in sound; for where a place is spoken of."""
        token = text[start:end]
        phrase = self._loose_phrases.get((token, lang))
        if phrase is None:
            found = look_up(self.index, [Reading(token, (fold(token),))], lang)
            evidence = [one for one in found if not one.bare and one.form != CUT_SHORT]
            phrase = self._keep(self._loose_phrases, token, lang, evidence)
            if not phrase:
                self._first[lang][token] = _NO_NAME
        return Span(start, end, phrase, 1) if phrase else None

    def _term_follows(self, text: str, start: int, stop: int, evidence: Sequence[Evidence]) -> bool:
        """Whether the generic term that all the names found lack stands beside the words."""
        behind = [fold(word[2]) for _gap, word in next_words(text, stop, 2)]
        words = [fold(word[2]) for word, _gap in previous_words(text, start, 2)]
        before = words[1:] if words[:1] == ["of"] else words[:1]
        for words in (behind, before):
            match = generic_words(words, 0) if words else None
            if match and any(kind_fit(self.index.kind(one.place), match[1].kinds) for one in evidence):
                return True
        return False

    def _phrase(self, text: str, lang: str) -> Phrase | None:
        """Words with the names that they may be in any case form; None when there are none."""
        phrase = self._phrases.get((text, lang))
        if phrase is None:
            phrase = self._keep(self._phrases, text, lang, self._evidence(text, lang))
        return phrase or None

    def _keep(self, kept: _Kept, text: str, lang: str, evidence: list[Evidence]) -> Phrase | Literal[False]:
        """The phrase that evidence amounts to, kept for the next time."""
        if len(kept) >= _MEMO:
            kept.clear()
        phrase = phrase_of(self.index, text, lang, evidence) if evidence else _NO_PHRASE
        kept[text, lang] = phrase
        return phrase

    def _evidence(self, text: str, lang: str) -> list[Evidence]:
        reading = Reading(text, tuple(fold_words(text)))
        found = look_up(self.index, [reading], lang, loose=False) if reading.words else []
        if len(reading.words) > 1 and not all(word[:1].isupper() for word in text.split()):
            found = [one for one in found if self._same_length(one, reading)]
        if not text[:1].isupper() or len(reading.words) != 1 or not text.isupper():
            found = [one for one in found if not _is_lower_abbreviation(self.index, one, text)]
        return found

    def _same_length(self, one: Evidence, reading: Reading) -> bool:
        """Whether mention and name have as many words: no small word of the sentence belongs to the name."""
        text = self.index.name_text(one.name)
        words = bare_words(text)[0] if one.bare else text.split()
        return len(fold_words(" ".join(words))) == len(reading.words)


def _is_lower_abbreviation(index: Index, one: Evidence, phrase: str) -> bool:
    """Whether an abbreviation was matched by a word that is not written in capitals."""
    name = index.name_text(one.name)
    return name.isupper() and len(name) <= 5 and not phrase.startswith(name) and len(name) > 1


def _on_one_line(words: str) -> str:
    """Words with a hyphen at the end of a line taken out and any white space made one space."""
    if words.isalpha() or not _UNEVEN.search(words):
        return words
    return " ".join(_BROKEN.sub("", words).split())
