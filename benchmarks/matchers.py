"""The ways of matching that the accuracy report compares: toponyms, and what people write in ten lines.

Each answers a mention with the id of a place, or with None for "no place" and "cannot tell".
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA, JaroWinkler
from unidecode import unidecode

import toponyms
from toponyms.writing.folding import fold

Matcher = Callable[[str], str | None]
Names = Mapping[str, Sequence[str]]
"""The names that each place has, by id."""


def by_toponyms(gazetteer: toponyms.Gazetteer) -> Matcher:
    """The library; ambiguous counts as no answer."""
    return lambda mention: gazetteer.resolve(mention).id


def by_score(names: Names, prepare: Callable[[str], str], scorer: Callable[..., float], cutoff: float) -> Matcher:
    """The best of all names by a scorer of rapidfuzz; of places that share it, the first."""
    owner: dict[str, str] = {}
    for place, texts in names.items():
        for text in texts:
            owner.setdefault(prepare(text), place)
    keys = list(owner)

    def match(mention: str) -> str | None:
        best = process.extractOne(prepare(mention), keys, scorer=scorer, score_cutoff=cutoff)
        return owner[best[0]] if best else None

    return match


def by_lookup(names: Names) -> Matcher:
    """A dict of the names in lower case, composed; of places that share one, the first."""
    owner: dict[str, str] = {}
    for place, texts in names.items():
        for text in texts:
            owner.setdefault(unicodedata.normalize("NFC", text).casefold(), place)
    return lambda mention: owner.get(unicodedata.normalize("NFC", mention).casefold())


def latin(text: str) -> str:
    """Unidecode, lower case: what everybody starts with."""
    return unidecode(text).lower()


def all_matchers(gazetteer: toponyms.Gazetteer, names: Names) -> dict[str, Matcher]:
    """Every way that the report compares, over the same names."""
    return {
        "toponyms": by_toponyms(gazetteer),
        "exact lookup": by_lookup(names),
        "unidecode + WRatio ≥ 85": by_score(names, latin, fuzz.WRatio, 85),
        "unidecode + Jaro-Winkler ≥ .90": by_score(names, latin, JaroWinkler.similarity, 0.90),
        "folding + OSA ≤ 1": by_score(names, lambda text: fold(unidecode(text)), OSA.distance, 1),
    }


def load(path: Path) -> toponyms.Gazetteer:
    """A gazetteer compiled beforehand or in YAML."""
    return toponyms.Gazetteer.load(path)
