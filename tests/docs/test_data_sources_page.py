"""The counts told on the page are those of the gazetteer, and the ids of its sample are there."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

from toponyms.library import Gazetteer

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "explanation" / "data-sources.md").read_text(encoding="utf-8")


def counts() -> ModuleType:
    spec = importlib.util.spec_from_file_location("counts", ROOT / "benchmarks" / "counts.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_counts_are_those_of_the_gazetteer(bundled: Gazetteer) -> None:
    script = counts()
    told = script.PAGE.read_text(encoding="utf-8")
    assert told == script.page(list(bundled.places())), "run: python benchmarks/counts.py"


def test_the_targets_are_held(bundled: Gazetteer) -> None:
    told = counts().PAGE.read_text(encoding="utf-8")
    rows = re.findall(r"^\| (.+?) \| ([\d,]+) \|$", told, re.MULTILINE)
    figures = {what: int(count.replace(",", "")) for what, count in rows}
    assert figures["places"] >= 7_000
    assert figures["names as written in the file"] >= 25_000
    assert figures["kinds in use"] >= 25
    assert figures["places with coordinates"] >= 0.97 * figures["places"]
    assert figures["places with two or three of Armenian, Azerbaijani and Russian"] >= 3_000
    assert figures["places with all three"] >= 1_600


def test_the_sample_has_two_hundred_records_that_are_there(bundled: Gazetteer) -> None:
    sample = re.findall(r"[a-z0-9-]+", PAGE.partition("The ids of the draw: ")[2].partition(".\n")[0])
    assert len(sample) == len(set(sample)) == 200
    assert [one for one in sample if one not in bundled] == []


def test_the_picture_is_there_and_small() -> None:
    assert 20_000 < (ROOT / "docs" / "_static" / "places.png").stat().st_size < 400_000
