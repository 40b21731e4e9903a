"""Tracing an answer through every level of the search."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from toponyms import storage
from toponyms.explaining.reasons import reasons
from toponyms.matching.cleaning import clean
from toponyms.matching.lookup import Evidence, _levels, _strong, look_up
from toponyms.matching.reading import Reading, read
from toponyms.model import Candidate, Resolution
from toponyms.writing.caseforms import strip_words
from toponyms.writing.folding import fold
from toponyms.writing.keys import class_keys, edits_allowed
from toponyms.writing.scripts import script_of
from toponyms.writing.sound import sound_keys

if TYPE_CHECKING:
    from toponyms.library import Gazetteer

__all__ = ["Contender", "Explanation", "Level", "explain", "files_of", "where_written"]

_MOST_ASKED = 8


@dataclass(frozen=True, slots=True)
class Level:
    """One level of the search."""

    name: str
    """What it does, in a few words."""
    asked: tuple[str, ...]
    """The keys it looked up."""
    found: tuple[Evidence, ...]
    """The places it found, each once."""
    reached: bool
    """False when a level before it answered well, so that this one was never tried."""


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
        >>> found.contenders[0].candidate.place.id, [level.reached for level in found.levels][-1]
        ('kalbajar-district', False)
    """
    resolution = gazetteer.resolve(mention, **hints)
    index, lang = gazetteer.index, hints.get("lang") or ""
    cleaned = clean(mention)
    readings = read(cleaned)
    evidence = {index.place_id(one.place): one for one in look_up(index, readings, lang)}
    first = resolution.candidates[0] if resolution.candidates else None
    contenders = []
    for candidate in resolution.candidates:
        one = evidence.get(candidate.place.id)
        best = evidence.get(first.place.id) if first else None
        lost = first is not None and candidate is not first
        against = reasons(gazetteer, (candidate, one), (first, best), hints) if lost and first else ()
        contenders.append(Contender(candidate, where_written(candidate, files), against))
    levels = tuple(_trace(gazetteer, readings, lang))
    return Explanation(resolution, cleaned, tuple(readings), levels, tuple(contenders))


def _trace(gazetteer: Gazetteer, readings: list[Reading], lang: str) -> Iterator[Level]:
    """Every level with what it asked and found; those behind the first that answers well are not run."""
    index = gazetteer.index
    done = False
    plan = list(_plan(readings, lang))
    for order, level in enumerate(_levels(index, readings, lang, "fsicz")):
        name, asked = plan[order] if order < len(plan) else (f"level {order + 1}", ())
        if done:
            yield Level(name, asked, (), False)
            continue
        found: dict[int, Evidence] = {}
        for one in level():
            known = found.get(one.place)
            if known is None or one.distance < known.distance:
                found[one.place] = one
        yield Level(name, asked, tuple(found.values()), True)
        done = any(_strong(index, one) for one in found.values())


def _plan(readings: Sequence[Reading], lang: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The name of each level and the keys it looks up, in the order of the cascade."""
    for reading in readings:
        yield f'exact and folded: "{reading.text}"', (fold(reading.text),)
    bases = [_bases(reading) for reading in readings]
    flat = [base for some in bases for base in some]
    sounds = [key for reading in readings for key in sound_keys(reading.text, lang)]
    yield "case forms, and alike in sound", _first([*flat, *(f"/{key}/" for key in sounds)])
    yield "case forms, alike in sound", _first(flat)
    yield "nearly alike in sound", _first([key for one in sounds for key in class_keys(one)])
    arabic = [reading.text for reading in readings if script_of(reading.text) == "Arab"]
    yield "consonants of Arabic script", _first(arabic)
    yield "misspelled", _first([f"/{key}/ with up to {edits_allowed(len(key))} edits" for key in sounds])
    yield "misspelled case forms", _first(flat)


def _bases(reading: Reading) -> list[str]:
    stripped = strip_words(list(reading.words), script_of(reading.text))
    return [f"{' '.join(words)} ({lang} {form})".replace("( ", "(") for words, lang, form, _ in stripped]


def _first(keys: Sequence[str]) -> tuple[str, ...]:
    distinct = tuple(dict.fromkeys(keys))
    left = len(distinct) - _MOST_ASKED
    return (*distinct[:_MOST_ASKED], f"and {left} more") if left > 0 else distinct


def files_of(path: str | None = None, overlay: str | None = None) -> list[str]:
    """The YAML files that a gazetteer of these arguments is made from, the overlay first.

    Example:
        >>> files_of("mine.yaml", "more.yaml")
        ['more.yaml', 'mine.yaml']
    """
    chosen = path or os.environ.get(storage.VARIABLE) or storage.bundled_yaml()
    return [overlay, chosen] if overlay else [chosen]


def where_written(candidate: Candidate, files: Sequence[str]) -> str:
    """File and line where the name of a candidate is written; empty when none of the files has it.

    Example:
        >>> from toponyms.library import default
        >>> where_written(default().resolve("Goris").candidates[0], files_of()).startswith("/")
        True
    """
    for path in files:
        line = _line_of(path, candidate)
        if line:
            return f"{path}:{line}"
    return ""


def _line_of(path: str, candidate: Candidate) -> int:
    """The line of a candidate's name in a file, from 1; the line of its id where the name is not found; else 0."""
    from toponyms.gazetteer.reader import read_text

    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return 0
    place = candidate.place.id
    record = re.search(rf"^{re.escape(place)}:.*\n(?:(?![^\s#]).*\n)*", text + "\n", re.MULTILINE)
    if record is None:
        return 0
    document = read_text(record[0], path)
    above = text.count("\n", 0, record.start())
    known = document.records.get(place)
    names = [name.text for name in known.names.get(candidate.name.lang, ())] if known else []
    if candidate.name.text in names:
        line, _ = document.where(place, "names", candidate.name.lang, names.index(candidate.name.text))
        return above + line
    return above + 1
