"""What an edit of the gazetteer changes for those who ask: the mentions that resolve differently now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from toponyms.model import Mention, Resolution, Status

if TYPE_CHECKING:
    from toponyms.library import Gazetteer
    from toponyms.suite import Case

__all__ = ["Difference", "answer", "differences"]

_MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Difference:
    """A mention that two gazetteers resolve differently.

    Example:
        >>> print(Difference("Karvachar", "a name of kalbajar", "unknown", "kalbajar", "a name as written (en)"))
        Karvachar (a name of kalbajar): unknown -> kalbajar; a name as written (en)
    """

    mention: str
    """The mention."""
    source: str
    """Where it is from: file and line of a suite, or the place whose name it is."""
    before: str
    """What it meant: an id, ``ambiguous: …`` with ids, ``unknown``, or ``not found`` in a text."""
    after: str
    """What it means now."""
    why: str
    """Why it means that now; where it means nothing now, why it meant what it did."""

    def __str__(self) -> str:
        return f"{self.mention} ({self.source}): {self.before} -> {self.after}; {self.why}"

    def as_json(self) -> dict[str, str]:
        """The difference as values of JSON."""
        return {
            "mention": self.mention,
            "source": self.source,
            "before": self.before,
            "after": self.after,
            "why": self.why,
        }


def answer(resolution: Resolution) -> str:
    """What a resolution says, in short.

    Example:
        >>> answer(Resolution("Atlantis"))
        'unknown'
    """
    if resolution.status is not Status.AMBIGUOUS:
        return resolution.id or "unknown"
    return "ambiguous: " + ", ".join(sorted(one.place.id for one in resolution.candidates[:_MOST_NAMED]))


def differences(old: Gazetteer, new: Gazetteer, cases: Iterable[Case] = ()) -> list[Difference]:
    """The mentions that two gazetteers resolve differently.

    Parameters:
        old: the gazetteer as it was.
        new: the gazetteer as it is.
        cases: cases of resolution suites; what they expect does not matter here.

    Returns:
        The differences: those of the cases in their order, then those of both gazetteers' own names by alphabet; empty
        when everything resolves as before.
    """
    found = [difference for case in cases for difference in _of_case(old, new, case)]
    return [*found, *_of_names(old, new)]


def _of_case(old: Gazetteer, new: Gazetteer, case: Case) -> Iterator[Difference]:
    if case.marks is None:
        difference = _compared(old, new, case.text, case.where, dict(case.hints))
        if difference:
            yield difference
        return
    before, after = _by_span(old.find(case.text)), _by_span(new.find(case.text))
    for span in sorted(before.keys() | after.keys()):
        was, now = before.get(span), after.get(span)
        said = answer(was.resolution) if was else "not found", answer(now.resolution) if now else "not found"
        if said[0] != said[1]:
            telling = now or was
            why = telling.resolution.why if telling else ""
            yield Difference(case.text[span[0] : span[1]], case.where, *said, why)


def _by_span(mentions: Iterable[Mention]) -> dict[tuple[int, int], Mention]:
    return {(mention.start, mention.end): mention for mention in mentions}


def _of_names(old: Gazetteer, new: Gazetteer) -> Iterator[Difference]:
    named: dict[str, str] = {}
    for gazetteer in (new, old):
        for place in gazetteer.places():
            for name in place.names:
                named.setdefault(name.text, place.id)
    for text, place_id in sorted(named.items()):
        difference = _compared(old, new, text, f"a name of {place_id}", {})
        if difference:
            yield difference


def _compared(old: Gazetteer, new: Gazetteer, text: str, source: str, hints: dict[str, Any]) -> Difference | None:
    was, now = _resolution(old, text, hints), _resolution(new, text, hints)
    before, after = _said(was), _said(now)
    if before == after:
        return None
    whys = [one.why for one in (now, was) if one is not None and one.candidates]
    return Difference(text, source, before, after, whys[0] if whys else "")


def _said(resolution: Resolution | None) -> str:
    return "no place to look within" if resolution is None else answer(resolution)


def _resolution(gazetteer: Gazetteer, text: str, hints: dict[str, Any]) -> Resolution | None:
    """What a mention means; None where a hint names a place that the gazetteer does not have."""
    from toponyms.errors import UnknownPlace

    try:
        return gazetteer.resolve(text, **hints)
    except UnknownPlace:
        return None
