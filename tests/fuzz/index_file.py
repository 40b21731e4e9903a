"""Damaged index files to the reader, guided by coverage: ``python tests/fuzz/index_file.py``.

``-max_total_time=60`` ends it after a minute. Needs atheris (``pip install 'toponyms[fuzz]'``). What it finds becomes a
case of ``tests/index/test_index_reader.py``.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["toponyms.index"]):
    from toponyms.compiling import compile_sources
    from toponyms.errors import IndexFileError
    from toponyms.index.reader import Index

SOUND = compile_sources([Path(__file__).parents[1] / "small.yaml"], bytes(32))


def open_anything(data: bytes) -> None:
    """Whatever the bytes are: an index that answers, or an error that says so."""
    provider = atheris.FuzzedDataProvider(data)
    damaged = bytearray(SOUND)
    for _ in range(provider.ConsumeIntInRange(0, 4)):
        at = provider.ConsumeIntInRange(0, len(damaged) - 1)
        damaged[at] = provider.ConsumeIntInRange(0, 255)
    cut = provider.ConsumeIntInRange(0, len(damaged))
    try:
        index = Index(bytes(damaged[: cut or None]), "fuzz.index", thorough=True)
    except IndexFileError:
        return
    assert index.place_number(index.place_id(0)) == 0


if __name__ == "__main__":
    atheris.Setup(sys.argv, open_anything)
    atheris.Fuzz()
