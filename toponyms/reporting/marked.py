"""The text with its mentions marked: coloured by group of kind, fainter with a lower score, with a note on each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from toponyms.model import Candidate, Mention, Status

__all__ = ["certainty", "marked", "note"]

_MOST_CANDIDATES = 5


def certainty(score: float) -> str:
    """The class of a score: ``high`` from 0.9, ``fair`` from 0.7, ``low`` below.

    Example:
        >>> certainty(0.95), certainty(0.7), certainty(0.2)
        ('high', 'fair', 'low')
    """
    return "high" if score >= 0.9 else "fair" if score >= 0.7 else "low"


def _candidate(candidate: Candidate) -> str:
    place = candidate.place
    return (
        f'<span class="candidate"><b>{escape(place.label)}</b> <i>{place.kind.value}, {escape(place.id)}</i>'
        f'<span class="score">{candidate.score:.2f}</span><br>{escape(candidate.why)}</span>'
    )


def note(mention: Mention) -> str:
    """What is known of a mention: its candidates with scores and reasons, and what in the text supported it."""
    resolution = mention.resolution
    status = "" if resolution.status is Status.RESOLVED else f'<span class="status">{resolution.status.value}</span>'
    shown = resolution.candidates[:_MOST_CANDIDATES]
    more = len(resolution.candidates) - len(shown)
    left = f'<span class="more">and {more} more</span>' if more > 0 else ""
    support = (
        f'<span class="support">in the text: {escape(", ".join(mention.support))}</span>' if mention.support else ""
    )
    return f'<span class="note" role="note">{status}{"".join(map(_candidate, shown))}{left}{support}</span>'


def _mark(mention: Mention, text: str, number: int, key: str) -> str:
    candidates = mention.resolution.candidates
    group = candidates[0].place.kind.group.value if candidates else "none"
    score = candidates[0].score if candidates else 0.0
    status = mention.resolution.status.value
    target = f'data-place="{escape(candidates[0].place.id)}"' if candidates else ""
    return (
        f'<mark id="{key}m{number}" class="g-{group} {certainty(score)} {status}" {target} tabindex="0">'
        f"{escape(text)}{note(mention)}</mark>"
    )


def _pieces(text: str, mentions: Sequence[Mention], key: str) -> Iterator[str]:
    behind = 0
    for number, mention in enumerate(mentions):
        start = max(mention.start, behind)
        if mention.end <= start:
            continue  # inside the one before
        yield escape(text[behind:start])
        yield _mark(mention, text[start : mention.end], number, key)
        behind = mention.end
    yield escape(text[behind:])


def marked(text: str, mentions: Sequence[Mention], key: str = "") -> str:
    """A text as HTML with its mentions marked; the text itself can hold no markup.

    Parameters:
        text: the text.
        mentions: its mentions, in the order of the text.
        key: what the ids of elements begin with.

    Example:
        >>> marked("<b>", [])
        '&lt;b&gt;'
    """
    return "".join(_pieces(text, mentions, key))
