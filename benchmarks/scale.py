"""How compiling, loading, answering, memory and file size grow: made-up gazetteers of 10,000, 100,000 and 1,000,000
names.

A made-up place has an Armenian, an Azerbaijani and a Russian name of three to five syllables drawn by a seeded
generator, a kind, a point and a parent. Each size is measured in a process of its own.
"""

from __future__ import annotations

import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from measuring import Row, each, scan
from texts import SEED, misspelt
from toponyms import Gazetteer
from toponyms.index.reader import Index
from toponyms.writing.folding import fold_all

SYLLABLES = {
    "hy": (
        "ա բա գա դա զա թա լա խա կա հա ղա մա նա շա չա պա ջա ռա սա վա տա րա փա քա նո մո կո վար կերտ աշեն "
        "ձոր բերդ գետ տափ մեր սար լեր կար"
    ).split(),
    "az": (
        "a ba ca ça da fa gə ğa xa qa la ma na pa ra sa şa ta va ya za dü kö mü nü gü şü bağ dağ kənd lı "
        "ər çay bulaq qala təpə yurd"
    ).split(),
    "ru": (
        "а ба ва га да жа за ка ла ма на па ра са та фа ха ца ча ша но мо ко во ло ро бор град ово ино "
        "ская ный лес поль горо вино"
    ).split(),
}
KINDS = ("village", "village", "village", "village", "town", "mountain", "river", "monastery")


def made_up(rng: random.Random, lang: str) -> str:
    """One made-up name of three to five syllables: tens of millions are possible."""
    return "".join(rng.choices(SYLLABLES[lang], k=rng.choice((3, 3, 4, 4, 5)))).capitalize()


def records(names: int) -> Iterator[str]:
    """The lines of a made-up gazetteer of about so many names, ids in order."""
    rng = random.Random(SEED)
    yield "a-land:\n  kind: country\n  names:\n    en: [A Land]\n"
    for number in range(names // 3):
        at = f"[{rng.uniform(38, 43):.4f}, {rng.uniform(43, 51):.4f}]"
        lines = "".join(f"    {lang}: [{made_up(rng, lang)}]\n" for lang in ("az", "hy", "ru"))
        yield f"p{number:07}:\n  kind: {rng.choice(KINDS)}\n  within: a-land\n  at: {at}\n  names:\n{lines}"


def peak() -> float:
    """Megabytes this process held at most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def compile_one(source: Path, index: Path) -> tuple[float, float]:
    """Seconds and megabytes of compiling, in a process of its own."""
    program = (
        "import sys, time, resource; from toponyms.compiling import compile_file; start = time.perf_counter();"
        "compile_file(sys.argv[1], sys.argv[2]);"
        "print(time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)"
    )
    out = subprocess.run(
        [sys.executable, "-c", program, str(source), str(index)], check=True, capture_output=True, text=True
    )
    taken, held = out.stdout.split()
    return float(taken), float(held)


def names_in(source: Path) -> Iterator[str]:
    """The names of a made-up gazetteer."""
    with source.open(encoding="utf-8") as lines:
        yield from (line[line.index("[") + 1 : line.index("]")] for line in lines if line.startswith("    "))


def answer(index: Path, some_names: list[str], wrong: list[str]) -> tuple[float, float, float]:
    """Milliseconds to load; microseconds for an exact and for a misspelt name, first seen."""
    start = time.perf_counter()
    gazetteer = Gazetteer(Index.open(str(index)))
    gazetteer.resolve(some_names[0])
    loaded = (time.perf_counter() - start) * 1000
    warming, asked = wrong[: len(wrong) // 2], wrong[len(wrong) // 2 :]
    exact = statistics.median(each(gazetteer.resolve, some_names))
    each(gazetteer.resolve, warming)  # tables are loaded when first needed
    return loaded, exact, statistics.mean(each(gazetteer.resolve, asked))


def measure(*, quick: bool = False) -> list[Row]:
    rows = []
    for size in (1_000, 3_000) if quick else (10_000, 100_000, 1_000_000):
        with tempfile.TemporaryDirectory() as folder:
            source, index = Path(folder, "made-up.yaml"), Path(folder, "made-up.index")
            with source.open("w", encoding="utf-8") as file:
                file.writelines(records(size))
            taken, held = compile_one(source, index)
            some_names = random.Random(SEED).sample(
                list(islice(names_in(source), 30_000)), size // 10 if quick else 2000
            )
            wrong = misspelt(some_names, len(some_names) // 2)
            loaded, exact, fuzzy = answer(index, some_names, wrong)
            held_answering = peak()
            linear = scan(sorted(set(fold_all(names_in(source)))), fold_all(wrong[:50]))
            what = f"{size:,} names"
            rows += [
                Row("scale: compile", what, "s", taken),
                Row("scale: memory while compiling", what, "MB", held),
                Row("scale: file size", what, "MB", index.stat().st_size / 1e6),
                Row("scale: load and first answer", what, "ms", loaded),
                Row("scale: exact answer", what, "µs", exact),
                Row("scale: misspelt, first seen", what, "µs", fuzzy, "rapidfuzz extractOne, OSA ≤ 2", linear),
                Row("scale: memory while answering", what, "MB", held_answering),
            ]
    return rows
