"""Random text to resolve and find, guided by coverage: ``python tests/fuzz/resolving.py``.

``-max_total_time=60`` ends it after a minute. Needs atheris (``pip install 'toponyms[fuzz]'``). What it finds becomes a
case of ``tests/matching/test_resolver.py`` or ``tests/matching/test_finder.py``.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["toponyms.matching", "toponyms.writing"]):
    import toponyms

GAZETTEER = toponyms.Gazetteer.load(Path(__file__).parents[1] / "small.yaml")


def resolve_anything(data: bytes) -> None:
    """Whatever the text is: an answer with a probability, and mentions that slice back, in order, without overlap."""
    provider = atheris.FuzzedDataProvider(data)
    text = provider.ConsumeUnicode(400)
    resolution = GAZETTEER.resolve(text)
    assert 0.0 <= resolution.score <= 1.0
    assert all(candidate.why for candidate in resolution.candidates)
    behind = 0
    for mention in GAZETTEER.find(text):
        assert behind <= mention.start < mention.end
        assert text[mention.start : mention.end] == mention.text
        behind = mention.end


if __name__ == "__main__":
    atheris.Setup(sys.argv, resolve_anything)
    atheris.Fuzz()
