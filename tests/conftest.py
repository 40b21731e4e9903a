"""What the tests share: the bundled gazetteer, a small one, and a way to make others from a few lines of YAML."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

import toponyms
from toponyms.library import Gazetteer

settings.register_profile("tests", deadline=None, max_examples=60, derandomize=True)
settings.load_profile("tests")

ROOT = Path(__file__).parents[1]
SMALL = ROOT / "tests" / "small.yaml"


@pytest.fixture(scope="session")
def bundled() -> Gazetteer:
    # Compiled in a process of its own where it has to be, since compiling takes long under a coverage measurement.
    subprocess.run([sys.executable, "-c", "import toponyms; toponyms.Gazetteer.load()"], cwd=ROOT, check=True)
    return toponyms.Gazetteer.load()


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    folder = tmp_path_factory.mktemp("cache-small")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TOPONYMS_CACHE", os.fspath(folder))
        return toponyms.Gazetteer.load(SMALL)


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv("TOPONYMS_CACHE", os.fspath(folder))
    monkeypatch.delenv("TOPONYMS_GAZETTEER", raising=False)
    return folder


@pytest.fixture
def load(tmp_path: Path, cache: Path) -> Callable[..., Gazetteer]:
    def from_text(yaml: str, name: str = "mine.yaml") -> Gazetteer:
        path = tmp_path / name
        path.write_text(yaml, encoding="utf-8")
        return toponyms.Gazetteer.load(path)

    return from_text
