"""Mentions made by hand, so that what is told of them does not hang on how they are found."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from toponyms.model import Candidate, How, Mention, Place, Resolution, Status


def candidate(place: Place, score: float) -> Candidate:
    return Candidate(place, place.names[-1], score, How.EXACT, f'"{place.names[-1].text}" is a name as written (en)')


@pytest.fixture
def mention() -> Callable[..., Mention]:
    def of(text: str, word: str, *scored: tuple[Place, float], status: str = "resolved") -> Mention:
        start = text.index(word)
        candidates = tuple(candidate(place, score) for place, score in scored)
        place_id = candidates[0].place.id if status == "resolved" else None
        score = candidates[0].score if candidates else 0.0
        resolution = Resolution(word, Status(status), place_id, score, candidates)
        return Mention(start, start + len(word), word, resolution, ("a <parent> is named",))

    return of
