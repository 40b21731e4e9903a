"""Compiling the bundled gazetteer from YAML, on one core, and the size of what comes out."""

from __future__ import annotations

import tempfile
from pathlib import Path

from measuring import Row
from scale import compile_one
from toponyms.storage import bundled_yaml


def measure(*, quick: bool = False) -> list[Row]:
    source = Path(bundled_yaml())
    with tempfile.TemporaryDirectory() as folder:
        index = Path(folder, "gazetteer.index")
        taken, held = min(compile_one(source, index) for _ in range(1 if quick else 3))
        return [
            Row("compile", "the bundled gazetteer", "s", taken, aim="ours <= 20"),
            Row("compile", "memory meanwhile", "MB", held),
            Row("compile", "size of the index", "MB", index.stat().st_size / 1e6, aim="ours <= 40"),
        ]
