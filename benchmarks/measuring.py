"""What all benchmarks share: a row of the result, timing by repetition, and the names of the gazetteer.

Two ways are always timed alternately in one process, the best of several rounds counts (other work on the machine
only ever adds time), and what is told is their ratio: seconds differ from machine to machine, ratios hardly do.
"""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One comparison: what toponyms took, what the other took, in the same unit, and what is aimed at."""

    group: str
    what: str
    unit: str
    ours: float
    other: str = ""
    theirs: float | None = None
    aim: str = ""
    """A bound in words that `met` reads: "ratio <= 3", "ours <= 5", "" where nothing is aimed at."""

    @property
    def ratio(self) -> float | None:
        """Ours over theirs: below 1, toponyms needs less."""
        return None if not self.theirs else self.ours / self.theirs

    @property
    def met(self) -> bool | None:
        """Whether the aim is met; None where nothing is aimed at."""
        if not self.aim:
            return None
        subject, sign, bound = self.aim.split()
        value = self.ours if subject == "ours" else self.ratio
        if value is None:
            return None
        return value <= float(bound) if sign == "<=" else value >= float(bound)


def seconds(*ways: Callable[[], object], rounds: int = 5) -> list[float]:
    """Best time of each way over some rounds, the ways alternating; the collector rests meanwhile."""
    best = [float("inf")] * len(ways)
    for _ in range(rounds):
        for number, way in enumerate(ways):
            gc.collect()
            gc.disable()
            start = time.perf_counter()
            way()
            best[number] = min(best[number], time.perf_counter() - start)
            gc.enable()
    return best


def each(way: Callable[[str], object], inputs: Sequence[str]) -> list[float]:
    """Microseconds that each single call took, in order."""
    clock = time.perf_counter_ns
    taken = []
    for text in inputs:
        start = clock()
        way(text)
        taken.append((clock() - start) / 1000)
    return taken


def scan(keys: Sequence[str], asked: Sequence[str]) -> float:
    """Microseconds, on the mean, that rapidfuzz takes to compare a key with all others: OSA, at most two edits."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    return statistics.mean(each(lambda key: process.extractOne(key, keys, scorer=OSA.distance, score_cutoff=2), asked))


def number(value: float | None) -> str:
    """Three digits that count."""
    if value is None:
        return ""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def well_known() -> list[str]:
    """Every distinct name of the countries, provinces, districts, cities and towns: what news names most."""
    import toponyms

    kinds = ("country", "province", "district", "city", "town")
    return sorted({name.text for place in toponyms.places(kind=kinds) for name in place.names})


def names() -> list[str]:
    """Every distinct name of the bundled gazetteer as written, sorted."""
    import toponyms

    return sorted({name.text for place in toponyms.places() for name in place.names})
