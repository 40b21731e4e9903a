from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

GOOD = "- {mention: Goris, is: goris}\n- {mention: Atlantis, is: goris, xfail: sunk}\n"
BAD = "- {mention: Goris, is: sevan}\n- {mention: Sevan, is: sevan, xfail: not yet}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "good.yaml").write_text(GOOD)
    (tmp_path / "bad.yaml").write_text(BAD)
    (tmp_path / "en-prose.md").write_text("Why: prose\n\n[Goris](goris) and [Sevan](lake-sevan).\n")
    (tmp_path / "README.md").write_text("no suite")
    return tmp_path


def test_right_suites_are_exit_code_0(run: Callable[..., Any], folder: Path) -> None:
    ran = run("suite", str(folder / "good.yaml"))
    assert ran.code == 0
    assert ran.out.splitlines()[-1].split() == ["all", "files", "1", "0", "1", "0"]


def test_a_wrong_line_is_told_with_place_and_reason(run: Callable[..., Any], folder: Path) -> None:
    ran = run("suite", str(folder / "bad.yaml"))
    assert ran.code == 1
    wrong = ran.out.splitlines()[0]
    assert "bad.yaml:1: Goris: expected sevan, came goris" in wrong
    assert "is a name as written" in wrong


def test_a_known_failure_that_is_right_is_wrong(run: Callable[..., Any], folder: Path) -> None:
    ran = run("suite", str(folder / "bad.yaml"))
    assert "bad.yaml:2: Sevan: is right, though noted as a known failure (not yet)" in ran.out


def test_a_folder_is_searched_and_long_text_cut(run: Callable[..., Any], folder: Path) -> None:
    (folder / "en-long.md").write_text("Why: long\n\n" + "word " * 40 + "[Atlantis](goris).\n")
    out = run("suite", str(folder)).out
    assert "README" not in out
    assert "'Sevan' came as sevan" in out
    assert "word word…" in out


def test_json_tells_every_case(run: Callable[..., Any], folder: Path) -> None:
    records = [json.loads(line) for line in run("suite", "--json", str(folder / "good.yaml")).out.splitlines()]
    assert [one["verdict"] for one in records] == ["right", "known failure"]
    assert records[1]["xfail"] == "sunk"


def test_the_suites_of_the_folder_one_is_in_are_run(
    run: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "tests" / "resolution").mkdir(parents=True)
    (tmp_path / "tests" / "resolution" / "mine.yaml").write_text(GOOD)
    monkeypatch.chdir(tmp_path)
    assert run("suite").code == 0


def test_no_suites_anywhere_is_said_so(
    run: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from toponyms.cli import suites

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(suites, "__file__", str(tmp_path / "a" / "b" / "suites.py"))
    ran = run("suite")
    assert ran.code == 2
    assert "name the suite files" in ran.err


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("mention: Goris", "not a list"),
        ("- {is: goris}", "needs a mention"),
        ("- {mention: Goris}", "nothing is expected"),
        ("- {mention: Goris, si: goris}", "unknown field 'si'"),
        ("- [", "a suite is a list of lines"),
    ],
)
def test_a_file_that_is_no_suite_is_exit_code_2(run: Callable[..., Any], tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "odd.yaml"
    path.write_text(text)
    ran = run("suite", str(path))
    assert ran.code == 2
    assert said in ran.err
