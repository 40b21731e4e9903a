"""Answers worked out beforehand: what each name of the gazetteer resolves to, kept in the index.

A mention that is written like a name needs none of the cascade then: neither its tables nor its modules are loaded.
"""

from __future__ import annotations

from functools import partial

from toponyms.index.reader import Index
from toponyms.model import Candidate, How, Resolution, Status

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from toponyms.index.reader import Answer

__all__ = ["MIN_SCORE", "MIN_SCORE_IN_TEXT", "MOST_CANDIDATES", "answers_of", "recall"]

MIN_SCORE = 0.5
"""Below this probability that the name found is the one meant, a mention is unknown."""
MIN_SCORE_IN_TEXT = 0.8
"""Below this probability that words of a running text name a place, they are no mention: most capitalized words are no
places, and one that is taken for a place leads a reader further astray than one that is passed over."""
MOST_CANDIDATES = 50
"""Candidates that a resolution carries at most."""


def answers_of(index: Index) -> Iterator[tuple[str, Answer]]:
    """Every distinct name text with what it resolves to, by the whole cascade.

    Parameters:
        index: an index without answers.
    """
    from toponyms.matching.hints import NO_HINTS
    from toponyms.matching.resolver import Resolver, decide

    resolver = Resolver(index)
    seen = set()
    for number in range(len(index.n_text)):
        text = index.name_text(number)
        if text in seen:
            continue
        seen.add(text)
        ranked = resolver.ranked(text, NO_HINTS)
        rows = tuple(
            (found.place, found.name, one.score, found.how, found.bare, found.distance, found.form, found.lang)
            for one in ranked[:MOST_CANDIDATES]
            for found in (one.evidence,)
        )
        yield text, (decide(ranked, MIN_SCORE), rows)


def recall(index: Index, mention: str, limit: int) -> Resolution | None:
    """The resolution of a mention that is written like a name, or None for any other."""
    number = index.answer_number(mention)
    if number < 0:
        return None
    status, first, score = index.answer_head(number)
    place = index.place_id(first) if status is Status.RESOLVED else None
    return Resolution(mention, status, place, score, partial(_candidates, index, mention, number, limit))


def _candidates(index: Index, mention: str, number: int, limit: int) -> tuple[Candidate, ...]:
    return tuple(_each_candidate(index, mention, number, limit))


def _each_candidate(index: Index, mention: str, number: int, limit: int) -> Iterator[Candidate]:
    from toponyms.matching.evidence import Evidence
    from toponyms.matching.reading import Reading
    from toponyms.matching.why import sentence

    reading = Reading(mention, ())
    for place, name, score, how, bare, distance, form, lang in index.answer_rows(number)[:limit]:
        found = Evidence(place, name, How(how), distance, bare, form, lang, reading=reading)
        yield Candidate(index.place(place), index.name(name), score, found.how, sentence(index, found))
