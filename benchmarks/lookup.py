"""One mention at a time: exact names against a dict; misspelt ones, each seen for the first time, against other
searches.

The others search the same folded names for the same folded mentions; folding is not counted against them, and they
give back a string where toponyms gives a place, a calibrated score and a reason.
"""

from __future__ import annotations

import random
import statistics
from itertools import islice

from symspellpy import SymSpell, Verbosity

import toponyms
from measuring import Row, each, names, scan
from texts import SEED, misspelt
from toponyms.writing.folding import fold

WARMING = 50
"""Mentions asked before the clock starts: the tables of languages are loaded when first needed."""


def exact(all_names: list[str], count: int) -> list[Row]:
    sample = random.Random(SEED).sample(all_names, min(count, len(all_names)))
    table = {name: name for name in all_names}
    theirs = statistics.median(each(table.get, sample))
    first = statistics.median(each(toponyms.resolve, sample))
    few = sample[:1000]
    each(toponyms.resolve, few)
    again = statistics.median(each(toponyms.resolve, few))
    return [
        Row("exact", "a name, first seen", "µs", first, "dict of the same names", theirs),
        Row("exact", "a name, seen before", "µs", again, "dict of the same names", theirs, "ours <= 5"),
    ]


def fuzzy(all_names: list[str], count: int) -> list[Row]:
    wrong = misspelt(all_names, count + WARMING)
    warming, mentions = wrong[:WARMING], wrong[WARMING:]
    keys = sorted({fold(name) for name in all_names})
    symspell = SymSpell(max_dictionary_edit_distance=2, prefix_length=7)
    for key in keys:
        symspell.create_dictionary_entry(key, 1)
    each(toponyms.resolve, warming)  # tables are loaded; what follows is what a mention costs
    ours = statistics.mean(each(toponyms.resolve, mentions))
    folded = [fold(mention) for mention in mentions]
    some = list(islice(folded, max(count // 5, 20)))
    linear = scan(keys, some)
    spell = statistics.mean(each(lambda key: symspell.lookup(key, Verbosity.TOP, max_edit_distance=2), folded))
    return [
        Row(
            "fuzzy", "a misspelt name, first seen", "µs", ours, "rapidfuzz extractOne, OSA ≤ 2", linear, "ratio <= 0.01"
        ),
        Row("fuzzy", "a misspelt name, first seen", "µs", ours, "symspellpy", spell),
    ]


def measure(*, quick: bool = False) -> list[Row]:
    all_names = names()
    return [*exact(all_names, 500 if quick else 20_000), *fuzzy(all_names, 50 if quick else 1000)]
