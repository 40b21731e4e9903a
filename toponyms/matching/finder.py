"""Finding the places a text names: one pass over its capitalized words, then a look around each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from toponyms.matching.answers import MIN_SCORE_IN_TEXT, MOST_CANDIDATES
from toponyms.matching.context import Context
from toponyms.matching.evidence import Evidence
from toponyms.matching.hints import Hints
from toponyms.matching.lists import share_generic_terms
from toponyms.matching.persons import note_bearers, note_events
from toponyms.matching.phrases import LITTLE_KNOWN
from toponyms.matching.plausibility import plausibility
from toponyms.matching.ranking import Ranked, compare, weigh
from toponyms.matching.resolver import Resolver
from toponyms.matching.spans import Span, Spans
from toponyms.matching.surroundings import Surroundings, note_words, view_of
from toponyms.matching.terms import read_terms
from toponyms.model import Mention
from toponyms.writing.scripts import script_of

__all__ = ["Finder"]

_AZERBAIJANI = re.compile("[əƏ]")
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


class Finder:
    """Finds the places that texts name.

    Parameters:
        resolver: the resolver of the gazetteer.
    """

    def __init__(self, resolver: Resolver) -> None:
        self.resolver = resolver
        self.index = resolver.index
        self.spans = Spans(self.index)

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
        spans = self.spans.detect(text, lang)
        for order, span in enumerate(spans):
            beside = (_place_end(spans, order - 1), _place_start(spans, order + 1))
            taken = spans[order - 1].around.end if order else 0
            span.around = self._look_around(text, span, beside, taken)
        share_generic_terms(self.index, text, spans)
        _remember_persons(spans)
        spans = [span for span in spans if span.evidence]
        context = Context(self.index, spans)
        found = []
        for span in spans:
            ranked = self._ranked(span, context)
            context.support(span.start, span.phrase.text, ranked[0].evidence.place, span.around)
            mention = self._mention(text, span, ranked, min_score, kinds, within)
            if mention:
                found.append(_moved(mention, offset) if offset else mention)
        return found

    def _look_around(self, text: str, span: Span, beside: tuple[int, int], taken: int) -> Surroundings:
        """What stands around a span; see `View` and `read_terms` for the parameters."""
        view = view_of(text, span.start, span.end, span.phrase, beside)
        around = Surroundings(span.start, span.end)
        if view.quoted:
            around.against["quoted"] = 1.0
        read_terms(self.index, view, around, taken)
        note_words(view, around)
        if not around.kinds:
            note_bearers(self.index, view, around)
        note_events(view, around)
        return around

    def _ranked(self, span: Span, context: Context) -> list[Ranked]:
        phrase, kinds, evidence = span.phrase, span.around.kinds, span.evidence
        weighed = phrase.weighed.get(kinds)
        if weighed is None:
            said = [_with_kinds(one, kinds) for one in evidence] if kinds else evidence
            weighed = phrase.weighed[kinds] = weigh(self.index, said, Hints(lang=phrase.lang))
        spoken = context.weights(span.start, phrase.text, evidence) if len(evidence) > 1 else None
        return compare(self.index, weighed, spoken)

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
        return Mention(start, end, text[start:end], resolution, span.around.support)


def _place_end(spans: Sequence[Span], order: int) -> int:
    return spans[order].end if order >= 0 and _known(spans[order]) else -1


def _place_start(spans: Sequence[Span], order: int) -> int:
    return spans[order].start if order < len(spans) and _known(spans[order]) else -1


def _known(span: Span) -> bool:
    """Whether a span is a place that readers know; the name of a small one may be a surname."""
    return span.phrase.known > LITTLE_KNOWN


def _moved(mention: Mention, offset: int) -> Mention:
    return Mention(mention.start + offset, mention.end + offset, mention.text, mention.resolution, mention.support)


def _with_kinds(one: Evidence, kinds: tuple[str, ...]) -> Evidence:
    return replace(one, reading=one.reading.with_kinds(kinds)) if one.reading else one


def _remember_persons(spans: Sequence[Span]) -> None:
    """Who was named in full is meant when named by the surname alone."""
    persons = {one.name for span in spans if span.around.against.get("person") == 1.0 for one in span.phrase.evidence}
    for span in spans:
        if not span.around.kinds and any(one.name in persons for one in span.phrase.evidence):
            span.around.against["person"] = 1.0
