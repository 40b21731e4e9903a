"""Memory that a process holds after a million mentions, a fifth of them distinct, given in blocks to `resolve_many`.

Resident memory counts the pages of the mapped index that were touched, which all processes on the machine share.
"""

from __future__ import annotations

import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import toponyms
from measuring import Row, names
from texts import mentions_stream


def resident(field: str) -> float:
    """Megabytes by /proc/self/status, or not a number where there is no such file."""
    status = Path("/proc/self/status")
    if not status.exists():
        return float("nan")
    return next(int(line.split()[1]) / 1024 for line in status.read_text().splitlines() if line.startswith(field))


def measure(*, quick: bool = False) -> list[Row]:
    total = 20_000 if quick else 1_000_000
    with ProcessPoolExecutor(1) as pool:
        all_names = pool.submit(
            names
        ).result()  # in a process of its own, so that this one has not yet seen the gazetteer
    before = resident("VmRSS")
    start = time.perf_counter()
    for block in mentions_stream(all_names, total, distinct=0.2):
        toponyms.resolve_many(block)
    taken = time.perf_counter() - start
    what = f"{total:,} mentions, 20 % distinct"
    return [
        Row("memory", what, "MB", resident("VmRSS"), "before them, with every name in a list", before, "ours <= 80"),
        Row("memory", what + ", less the shared file", "MB", resident("RssAnon")),
        Row("batch", what, "s", taken),
    ]
