"""What an import costs: an exact answer loads nothing that only editing, other scripts or slips need."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
HEAVY = ["pydantic", "pydantic_core", "yaml", "unidecode", "rapidfuzz", "rich", "filelock", "numpy", "argparse"]
REPORT = "\nimport json, sys\nprint(json.dumps([name for name in {heavy!r} if name in sys.modules]))"


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment of a process that finds the small gazetteer compiled."""
    folder = tmp_path_factory.mktemp("imports")
    environment = {
        **os.environ,
        "TOPONYMS_CACHE": os.fspath(folder),
        "TOPONYMS_GAZETTEER": os.fspath(ROOT / "tests" / "small.yaml"),
    }
    subprocess.run(
        [sys.executable, "-c", "import toponyms; toponyms.get('goris')"], cwd=ROOT, env=environment, check=True
    )
    return environment


def loaded(prepared: dict[str, str], script: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", script + REPORT.format(heavy=HEAVY)],
        cwd=ROOT,
        env=prepared,
        capture_output=True,
        text=True,
        check=True,
    )
    names: list[str] = json.loads(done.stdout.splitlines()[-1])
    return names


@pytest.mark.parametrize(
    "script",
    [
        "import toponyms",
        "import toponyms; assert toponyms.resolve('Goris').id == 'goris'",
        "import toponyms; assert toponyms.resolve('Քարվաճառ').place.id == 'kalbajar'",
        "import toponyms; assert toponyms.resolve('Goris').why",
        "import toponyms; assert toponyms.resolve('GORIS').id == 'goris'",
        "import toponyms; assert toponyms.resolve('Karvachar').id == 'kalbajar'",
        "import toponyms; assert toponyms.resolve('Кельбаджарского района').id == 'kalbajar-district'",
        "import toponyms; assert toponyms.get('goris').names; assert list(toponyms.places(kind='lake'))",
        "import toponyms; assert toponyms.resolve_many(['Goris', 'Gori'])",
        "import toponyms; assert toponyms.find('From Goris to Yerevan.')",
        "import toponyms; assert toponyms.romanize('Գորիս', 'hy-bgn-pcgn-1981')",
    ],
)
def test_answers_by_every_level_but_the_last_load_nothing_heavy(prepared: dict[str, str], script: str) -> None:
    assert loaded(prepared, script) == []


def test_edit_distances_are_loaded_when_the_last_level_is_first_reached(prepared: dict[str, str]) -> None:
    script = "import toponyms; assert toponyms.resolve('Kalbajrr').how == 'fuzzy'"
    assert loaded(prepared, script) == ["rapidfuzz"]


def test_scripts_without_a_table_are_read_by_a_package_loaded_for_them(prepared: dict[str, str]) -> None:
    assert "unidecode" in loaded(prepared, "import toponyms; toponyms.resolve('東京')")


@pytest.mark.parametrize("script", ["import toponyms", "import toponyms; toponyms.resolve('Goris')"])
def test_the_editing_side_is_not_loaded(prepared: dict[str, str], script: str) -> None:
    report = "\nimport sys; print([name for name in sys.modules if name.startswith('toponyms.gazetteer')])"
    done = subprocess.run(
        [sys.executable, "-c", script + report], cwd=ROOT, env=prepared, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
