"""How plausible it is that words name a place where they stand: a few weights on what stands around them."""

from __future__ import annotations

import math
import os
from functools import cache

from toponyms.index.reader import Index
from toponyms.matching.evidence import Evidence
from toponyms.matching.surroundings import WELL_KNOWN, Surroundings
from toponyms.model import How
from toponyms.writing import tables

__all__ = ["plausibility", "text_features", "text_weights"]

_LITTLE_KNOWN = 5.0
_SOUNDS_SO = 0.15
_NOTED = ("listed", "parent", "near", "region")
"""What surroundings note under the names of features."""
_EVERY_VILLAGE = 10_000
"""Places of a gazetteer that names every village: in smaller ones fewer words look like a name by chance."""


@cache
def text_weights() -> dict[str, float]:
    """The weights by feature, from the table ``text_weights.tsv`` beside this module."""
    rows = tables.rows("text_weights", folder=os.path.dirname(__file__))
    return {feature: float(weight) for feature, weight, *_ in rows}


def plausibility(index: Index, around: Surroundings, best: Evidence, count: int) -> float:
    """The probability, 0–1, that the words name a place here.

    Parameters:
        index: the open index.
        around: what stands around them.
        best: the evidence for the likeliest place.
        count: how many words the name has.
    """
    weights = text_weights()
    values = text_features(index, around, best, count)
    logit = weights["intercept"] + sum([weights[feature] * value for feature, value in values.items()])
    return 1.0 / (1.0 + math.exp(-logit))


def text_features(index: Index, around: Surroundings, best: Evidence, count: int) -> dict[str, float]:
    """The features that are not nought, by their names in the table of weights; parameters as for `plausibility`."""
    values = dict(around.against)
    known = min(float(index.p_known[best.place]), 7.0)
    if values:
        _weigh_anew(index, around, best, count, known, values)
    values["known"] = known
    if index.size < _EVERY_VILLAGE:
        values["sparse"] = math.log10(_EVERY_VILLAGE / index.size)
    if count > 1:
        values["words"] = min(count - 1, 4)
        if "person_named" not in values:
            values["several"] = 1.0
    if around.kinds:
        values["shared_generic" if around.shared else "generic"] = 1.0
    for feature in _NOTED:
        if getattr(around, feature):
            values[feature] = 1.0
    _note_level(best, values)
    if known < _LITTLE_KNOWN and not _spoken_for(around):
        values["alone"] = 1.0
    return values


def _note_level(best: Evidence, values: dict[str, float]) -> None:
    """Features of how the name was found."""
    if best.how is How.ROMANIZED or best.how is How.INFLECTED:
        values[best.how.value] = 1.0
    if best.loose or (best.how is How.ROMANIZED and best.distance > _SOUNDS_SO):
        values["loose"] = 1.0


def _spoken_for(around: Surroundings) -> bool:
    """Whether a generic term, a list or another place of the text speaks for a place."""
    return bool(around.kinds) or around.listed or around.parent or around.near or around.region


def _weigh_anew(
    index: Index, around: Surroundings, best: Evidence, count: int, known: float, values: dict[str, float]
) -> None:
    """Features that say less, or more, beside others and for well-known places."""
    if known < _LITTLE_KNOWN and "title" in values:
        values["person"] = 0.7
    if "common" in values and known > 6.5 and best.how is not How.ROMANIZED:
        values["common"] = 0.6
    if "title" in values and best.form:
        values["title"] = 0.0  # a title stands before a name in its base form
    if "demonym" in values and "initial" not in values and known > 6.5 and index.preferred(best.name):
        values["demonym"] = 0.2  # Qazax is a town and a people
    if float(index.p_known[best.place]) > WELL_KNOWN:
        values["between_names"] = 0.0
    if around.kinds:
        for feature in ("adjective", "common", "initial", "given_name", "short", "surname"):
            values.pop(feature, None)
    if "quoted" in values and ("preposition" in values or "case" in values or count > 1):
        values["quoted"] = 0.5
