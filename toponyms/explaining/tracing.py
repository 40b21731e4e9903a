"""Tracing an answer through every level of the search."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from toponyms.explaining.reasons import reasons
from toponyms.explaining.recording import Recorder
from toponyms.explaining.written import where_written
from toponyms.index.reader import Index
from toponyms.matching.cleaning import clean
from toponyms.matching.lookup import look_up
from toponyms.matching.reading import Reading, read
from toponyms.model import Candidate, How, Resolution
from toponyms.writing.folding import fold
from toponyms.writing.keys import CLASS, FOLDED, MODIFIED, SKELETON, SOUND

if TYPE_CHECKING:
    from toponyms.library import Gazetteer
    from toponyms.matching.evidence import Evidence

__all__ = ["Contender", "Explanation", "Level", "Lookup", "explain"]


@dataclass(frozen=True, slots=True)
class Lookup:
    """One key that was looked up."""

    key: str
    """The key."""
    found: tuple[tuple[str, str, str], ...]
    """Id, name and language of every name that has it; empty when none does."""


@dataclass(frozen=True, slots=True)
class Level:
    """One level of the search."""

    name: str
    """What it does, in a few words."""
    lookups: tuple[Lookup, ...]
    """The keys it looked up, in order; empty when it was not needed or had nothing to look up."""
    kept: tuple[str, ...]
    """What it contributed to the answer, one line a place; empty when nothing."""


@dataclass(frozen=True, slots=True)
class Contender:
    """A candidate, where its name is written, and what spoke against it."""

    candidate: Candidate
    """The candidate."""
    where: str
    """File and line of the name, ``gazetteer.yaml:123``; empty where the file is not at hand."""
    against: tuple[str, ...]
    """Why it is not the first; empty for the first."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """How a mention came to its answer."""

    resolution: Resolution
    """The answer."""
    cleaned: str
    """The mention without invisible characters and the like: what was read."""
    readings: tuple[Reading, ...]
    """The ways it was read."""
    levels: tuple[Level, ...]
    """The levels of the search, in their order."""
    contenders: tuple[Contender, ...]
    """The candidates, likeliest first."""


def explain(gazetteer: Gazetteer, mention: str, files: Sequence[str] = (), **hints: Any) -> Explanation:
    """How a gazetteer comes to its answer for a mention.

    Parameters:
        gazetteer: the gazetteer.
        mention: any text.
        files: the YAML files it was made from, overlays first, to say where names are written; see `files_of`.
        hints: the keyword arguments of `Gazetteer.resolve`.

    Raises:
        TypeError: the mention is no string.
        UnknownPlace: a hint names no place.

    Example:
        >>> from toponyms.library import default
        >>> found = explain(default(), "Кельбаджарского района")
        >>> found.contenders[0].candidate.place.id, [level.name for level in found.levels if level.kept]
        ('kalbajar-district', ['case forms'])
    """
    resolution = gazetteer.resolve(mention, **hints)
    cleaned = clean(mention)
    readings = read(cleaned)
    recorder = Recorder(gazetteer.index)
    evidence = look_up(cast("Index", recorder), readings, hints.get("lang") or "") if readings else []
    of_place = {gazetteer.index.place_id(one.place): one for one in evidence}
    contenders = []
    for order, candidate in enumerate(resolution.candidates):
        first = resolution.candidates[0]
        lost = candidate, of_place.get(candidate.place.id)
        against = reasons(gazetteer, lost, (first, of_place.get(first.place.id)), hints) if order else ()
        contenders.append(Contender(candidate, where_written(candidate, files), against))
    levels = tuple(_levels(gazetteer.index, recorder, readings, evidence))
    return Explanation(resolution, cleaned, tuple(readings), levels, tuple(contenders))


def _levels(
    index: Index, recorder: Recorder, readings: Sequence[Reading], evidence: Sequence[Evidence]
) -> Iterator[Level]:
    written = {fold(reading.text) for reading in readings}
    folded = _asked(index, recorder, (FOLDED,))
    alike = _asked(index, recorder, (SOUND, MODIFIED))
    near = _asked(index, recorder, (CLASS,))
    sounding = [one for one in evidence if one.how is How.ROMANIZED]
    exactly = [one for one in sounding if _among(index, one, alike)]
    nearly = [one for one in sounding if one not in exactly and _among(index, one, near)]
    levels = (
        ("as written, case and marks aside", [one for one in folded if one.key in written], (How.EXACT, How.FOLDED)),
        ("case forms", [one for one in folded if one.key not in written], (How.INFLECTED,)),
        ("alike in sound, whatever the script", alike, exactly),
        ("nearly alike in sound", near, nearly),
        ("consonants of Arabic script", _asked(index, recorder, (SKELETON,)),
         [one for one in sounding if one not in exactly and one not in nearly]),
        ("misspelled, or cut short", list(_parts(recorder)), (How.FUZZY,)),
    )  # fmt: skip
    for name, lookups, kept in levels:
        given = [one for one in evidence if one.how in kept] if isinstance(kept, tuple) else kept
        yield Level(name, tuple(lookups), tuple(_told(index, one) for one in given))


def _asked(index: Index, recorder: Recorder, spaces: tuple[str, ...]) -> list[Lookup]:
    """The keys of some spaces that were looked up; class keys lead to sound keys, the others to names."""
    lookups = []
    for (space, key), found in recorder.asked.items():
        if space in spaces:
            postings = [one for number in found for one in index.key_postings(number)] if space == CLASS else found
            lookups.append(Lookup(key, tuple(_names(index, postings))))
    return lookups


def _among(index: Index, found: Evidence, lookups: Sequence[Lookup]) -> bool:
    name = index.place_id(found.place), index.name_text(found.name), index.name_lang(found.name)
    return any(name in one.found for one in lookups)


def _parts(recorder: Recorder) -> Iterator[Lookup]:
    for part, count in sorted(recorder.near.items(), key=lambda one: (-one[1], one[0])):
        yield Lookup(f"{part} and letters left out", (("", f"shared by {count}", ""),) if count else ())
    for start, count in recorder.beginnings.items():
        yield Lookup(f"{start}…", (("", f"the beginning of {count}", ""),) if count else ())


def _names(index: Index, postings: Sequence[int]) -> Iterator[tuple[str, str, str]]:
    for posting in postings:
        name = posting >> 1
        yield index.place_id(index.n_place[name]), index.name_text(name), index.name_lang(name)


def _told(index: Index, found: Evidence) -> str:
    """What one piece of evidence says."""
    parts = [f"{index.name_text(found.name)} ({index.name_lang(found.name)})", found.how.value]
    if found.form:
        parts.append(f"{found.lang} {found.form}".strip())
    if found.distance:
        parts.append(f"{found.distance:.2f} off in sound")
    if found.bare:
        parts.append("part of the name left out")
    return f"{index.place_id(found.place)}: {', '.join(parts)}"
