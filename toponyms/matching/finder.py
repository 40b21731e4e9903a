"""Finding the places a text names: one pass over its capitalized words, then a look around each."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from toponyms.matching.answers import MIN_SCORE_IN_TEXT, MOST_CANDIDATES
from toponyms.matching.context import Context
from toponyms.matching.evidence import CUT_SHORT, Evidence
from toponyms.matching.hints import Hints
from toponyms.matching.kinds import kind_fit
from toponyms.matching.lookup import look_up
from toponyms.matching.persons import note_bearers, note_events
from toponyms.matching.plausibility import plausibility
from toponyms.matching.ranking import Ranked, rank
from toponyms.matching.reading import Reading
from toponyms.matching.resolver import Resolver
from toponyms.matching.surroundings import Surroundings, begins_sentence, note_words, supported, view_of
from toponyms.matching.terms import read_terms
from toponyms.matching.tokens import Word, next_words, previous_words, starts
from toponyms.model import Group, Mention
from toponyms.writing.caseforms import strip
from toponyms.writing.folding import fold, fold_words
from toponyms.writing.generic import generic_words
from toponyms.writing.keys import FIRST_FOLDED, FIRST_SOUND, WORD, bare_words
from toponyms.writing.lexicon import function_words, given_names
from toponyms.writing.scripts import script_of
from toponyms.writing.sound import sound_keys

__all__ = ["Finder", "Span"]

MOST_WORDS = 8
"""Words of the longest name that is looked for in text."""
_STOPS = frozenset(".;:!?։()")
_MEMO = 1 << 14
_LITTLE_KNOWN = 4.0
_SHORTEST_LOOSE = 5
_SEVERAL, _BESIDE = 3, 600  # characters
_NEARLY = 0.7
_COMPOUND = 2
_HYPHENS = frozenset("-‐‑")
_NO_NAME = -1  # an ordinary word, a given name or too short: never a misspelt name
_AZERBAIJANI = re.compile("[əƏ]")
_JOINTS = re.compile("[,–—]")
_UNEVEN = re.compile(r"\s\s|[^\S ]|\u00ad")
_BROKEN = re.compile(r"[-\u00ad]\r?\n(?=\w)")
_TURKISH = re.compile("[ışğİŞĞ]")


def guess_language(text: str) -> str:
    """The language of a text in Latin letters, by its letters: ``az``, ``tr`` or ``en``; empty for other scripts.

    Example:
        >>> guess_language("Şuşa və Xankəndi"), guess_language("The road to Goris"), guess_language("Дорога")
        ('az', 'en', '')
    """
    head = text[:4000]
    if script_of(head[:400]) != "Latn":
        return ""
    if _AZERBAIJANI.search(head):
        return "az"
    return "tr" if len(_TURKISH.findall(head)) * 100 > len(head) else "en"


@dataclass(slots=True)
class Span:
    """A stretch of text that may name a place."""

    start: int
    end: int
    text: str
    count: int
    evidence: list[Evidence]
    around: Surroundings = field(default_factory=Surroundings)


class Finder:
    """Finds the places that texts name.

    Parameters:
        resolver: the resolver of the gazetteer.
    """

    def __init__(self, resolver: Resolver) -> None:
        self.resolver = resolver
        self.index = resolver.index
        self._first: dict[str, dict[str, int]] = {}
        self._phrases: dict[tuple[str, str], list[Evidence]] = {}

    def find(
        self,
        text: str,
        *,
        min_score: float = MIN_SCORE_IN_TEXT,
        kinds: tuple[str, ...] = (),
        within: tuple[int, ...] = (),
        lang: str = "",
        offset: int = 0,
    ) -> list[Mention]:
        """The mentions of a text in its order; see `toponyms.find`."""
        lang = lang or guess_language(text)
        passed: list[tuple[int, int]] = []
        spans = list(self._spans(text, lang, passed))
        if passed:
            spans = sorted([*spans, *self._nearly(text, passed, spans, lang)], key=lambda span: span.start)
        for order, span in enumerate(spans):
            beside = (self._place_end(spans, order - 1), self._place_start(spans, order + 1))
            taken = spans[order - 1].around.end if order else 0
            span.around = self._look_around(text, span, beside, taken, lang)
        _share_generic_terms(self.index, text, spans)
        _remember_persons(spans)
        for span in spans:
            whole = [one for one in span.evidence if not one.bare]
            span.evidence = span.evidence if span.around.kinds else whole
        spans = [span for span in spans if span.evidence]
        context = Context(self.index, [(span.start, span.text, span.evidence, span.around) for span in spans])
        found = []
        for span in spans:
            ranked = self._ranked(span, context, lang)
            context.support(span.start, span.text, ranked[0].evidence.place, span.around)
            mention = self._mention(text, span, ranked, min_score, kinds, within)
            if mention:
                found.append(_moved(mention, offset) if offset else mention)
        return found

    def _look_around(self, text: str, span: Span, beside: tuple[int, int], taken: int, lang: str) -> Surroundings:
        """What stands around a span; see `View` and `read_terms` for the parameters."""
        view = view_of(text, span.start, span.end, span.text, span.evidence, beside, lang)
        around = Surroundings(span.start, span.end)
        if view.quoted:
            around.against["quoted"] = 1.0
        read_terms(self.index, view, around, taken)
        note_words(self.index, view, around)
        if not around.kinds:
            note_bearers(self.index, view, around)
        note_events(view, around)
        return around

    def _place_end(self, spans: Sequence[Span], order: int) -> int:
        return spans[order].end if order >= 0 and self._known(spans[order]) else -1

    def _place_start(self, spans: Sequence[Span], order: int) -> int:
        return spans[order].start if order < len(spans) and self._known(spans[order]) else -1

    def _known(self, span: Span) -> bool:
        """Whether a span is a place that readers know; the name of a small one may be a surname."""
        return any(float(self.index.p_known[one.place]) > _LITTLE_KNOWN for one in span.evidence)

    def _ranked(self, span: Span, context: Context, lang: str) -> list[Ranked]:
        wanted = span.around.kinds
        evidence = [one if not wanted or one.reading is None else _with_kinds(one, wanted) for one in span.evidence]
        return rank(self.index, evidence, Hints(lang=lang), context.weights(span.start, span.text, span.evidence))

    def _mention(
        self,
        text: str,
        span: Span,
        ranked: list[Ranked],
        min_score: float,
        kinds: tuple[str, ...],
        within: tuple[int, ...],
    ) -> Mention | None:
        best = ranked[0]
        likely = plausibility(self.index, span.around, best.evidence, span.count)
        for one in ranked:
            one.quality *= likely
        if best.quality < min_score:
            return None
        place = best.evidence.place
        kind = self.index.kind(place)
        if kinds and kind.value not in kinds and kind.group.value not in kinds:
            return None
        if within and place not in within and not any(parent in within for parent in self.index.parents(place)):
            return None
        start, end = span.around.start, span.around.end
        resolution = self.resolver.resolution(text[start:end], ranked, min_score, MOST_CANDIDATES, in_text=True)
        return Mention(start, end, text[start:end], resolution, tuple(span.around.support))

    def _spans(self, text: str, lang: str, passed: list[tuple[int, int]]) -> Iterable[Span]:
        """The longest names at each place of the text, without overlaps."""
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

    def _of_region(self, span: Span) -> bool:
        """Whether a span surely names a place of the region that is no state."""
        index = self.index
        return any(
            not one.loose
            and float(index.p_known[one.place]) > _LITTLE_KNOWN
            and not index.p_far[one.place]
            and index.kind(one.place).group is not Group.STATE
            for one in span.evidence
        )

    def _nearly(self, text: str, passed: Sequence[tuple[int, int]], spans: Sequence[Span], lang: str) -> Iterable[Span]:
        """Words in the middle of sentences that are only like names, where the text tells of places of the region."""
        places = [span.start for span in spans if self._of_region(span)]
        for start, end in passed:
            beside = bisect_left(places, start + _BESIDE) - bisect_left(places, start - _BESIDE)
            if beside < _SEVERAL or begins_sentence(text, start):
                continue
            span = self._loose(text, start, end, lang)
            if span and any(one.distance < _NEARLY for one in span.evidence):
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
        most = 1 if self._evidence(token, lang) else 0
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
            phrase = _on_one_line(text[start:stop])
            evidence = self._evidence(phrase, lang)
            if evidence and (any(not one.bare for one in evidence) or self._term_follows(text, start, stop, evidence)):
                return Span(start, stop, phrase, count, evidence)
        return None

    def _loose(self, text: str, start: int, end: int, lang: str) -> Span | None:
        """A word that is only like a name, misspelled or near in sound; for where a place is spoken of."""
        token = text[start:end]
        key = (token, f"{lang} loosely")
        evidence = self._phrases.get(key)
        if evidence is None:
            found = look_up(self.index, [Reading(token, (fold(token),))], lang)
            evidence = self._phrases[key] = [one for one in found if not one.bare and one.form != CUT_SHORT]
            if not evidence:
                self._first[lang][token] = _NO_NAME
        return Span(start, end, token, 1, evidence) if evidence else None

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

    def _evidence(self, phrase: str, lang: str) -> list[Evidence]:
        known = self._phrases.get((phrase, lang))
        if known is None:
            if len(self._phrases) >= _MEMO:
                self._phrases.clear()
            reading = Reading(phrase, tuple(fold_words(phrase)))
            found = look_up(self.index, [reading], lang, loose=False) if reading.words else []
            if len(reading.words) > 1 and not all(word[:1].isupper() for word in phrase.split()):
                found = [one for one in found if self._same_length(one, reading)]
            if not phrase[:1].isupper() or len(reading.words) != 1 or not phrase.isupper():
                found = [one for one in found if not _is_lower_abbreviation(self, one, phrase)]
            known = self._phrases[phrase, lang] = found
        return known

    def _same_length(self, one: Evidence, reading: Reading) -> bool:
        """Whether mention and name have as many words: no small word of the sentence belongs to the name."""
        text = self.index.name_text(one.name)
        words = bare_words(text)[0] if one.bare else text.split()
        return len(fold_words(" ".join(words))) == len(reading.words)


def _moved(mention: Mention, offset: int) -> Mention:
    return Mention(mention.start + offset, mention.end + offset, mention.text, mention.resolution, mention.support)


def _is_lower_abbreviation(finder: Finder, one: Evidence, phrase: str) -> bool:
    """Whether an abbreviation was matched by a word that is not written in capitals."""
    name = finder.index.name_text(one.name)
    return name.isupper() and len(name) <= 5 and not phrase.startswith(name) and len(name) > 1


def _with_kinds(one: Evidence, kinds: tuple[str, ...]) -> Evidence:
    return replace(one, reading=one.reading.with_kinds(kinds)) if one.reading else one


def _remember_persons(spans: Sequence[Span]) -> None:
    """Who was named in full is meant when named by the surname alone."""
    persons = {one.name for span in spans if span.around.against.get("person") == 1.0 for one in span.evidence}
    for span in spans:
        if not span.around.kinds and any(one.name in persons for one in span.evidence):
            span.around.against["person"] = 1.0


def _joined(text: str, one: Span, other: Span) -> bool:
    """Whether only a comma, an "and" or the dash of a route stands between two spans."""
    gap = text[one.end : other.start]
    if len(gap) > 12:
        return False
    words = _JOINTS.sub(" ", gap).split()
    return (
        len(words) <= 1
        and all(fold(word) in function_words("joint") for word in words)
        and not set(gap) & set(".;:!?։()")
    )


def _share_generic_terms(index: object, text: str, spans: Sequence[Span]) -> None:
    """In a list, the generic term of its last or first member says the kind of all of them."""
    for left, right in pairwise(spans):
        if _joined(text, left, right):
            left.around.listed = right.around.listed = True
    for order in range(len(spans) - 1, 0, -1):
        _pass_on(index, text, spans[order], spans[order - 1], spans[order - 1], spans[order], after=True)
    for order in range(len(spans) - 1):
        _pass_on(index, text, spans[order], spans[order + 1], spans[order], spans[order + 1], after=False)


def _pass_on(index: object, text: str, giver: Span, taker: Span, left: Span, right: Span, *, after: bool) -> None:
    around = giver.around
    given = around.plural_after if after else around.plural_before
    if not given or taker.around.kinds or not _joined(text, left, right):
        return
    fits = any(kind_fit(index.kind(one.place), around.kinds) for one in taker.evidence)  # type: ignore[attr-defined]
    if fits:
        taker.around.kinds = around.kinds
        taker.around.shared = True
        taker.around.plural_after, taker.around.plural_before = around.plural_after, around.plural_before
        taker.around.support.append("generic term of the list")


def _on_one_line(words: str) -> str:
    """Words with a hyphen at the end of a line taken out and any white space made one space."""
    if not _UNEVEN.search(words):
        return words
    return " ".join(_BROKEN.sub("", words).split())
