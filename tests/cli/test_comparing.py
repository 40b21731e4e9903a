from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

OLD = """\
goris: {kind: town, at: [39.5111, 46.3417], names: {hy: [Գորիս], en: [Goris]}}
martuni: {kind: town, names: {hy: [Մարտունի]}}
syunik: {kind: province, names: {en: [Syunik]}}
"""
NEW = """\
gori: {kind: town, names: {en: [Gori]}}
goris: {kind: town, at: [39.5111, 46.3417], names: {hy: [Գորիս, Գերուսի], en: [Goris]}}
martuni: {kind: town, names: {hy: [Մարտունի]}}
martuni-karabakh: {kind: town, names: {hy: [Մարտունի]}}
"""


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str, str]:
    for name, text in (("old.yaml", OLD), ("new.yaml", NEW)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    suite = tmp_path / "suite"
    suite.mkdir()
    (suite / "mine.yaml").write_text(
        "- {mention: Գերուսիում, is: goris}\n- {mention: Goris, within: syunik, is: goris}\n"
    )
    (suite / "en-prose.md").write_text("Why: prose\n\nThe road from Goris to [Gori](gori) is long.\n")
    return str(tmp_path / "old.yaml"), str(tmp_path / "new.yaml"), str(suite)


def test_what_resolves_differently_is_told_with_before_after_and_why(
    run: Callable[..., Any], files: tuple[str, str, str]
) -> None:
    old, new, suite = files
    ran = run("diff", old, new, "--suite", suite)
    assert ran.code == 1
    for said in (
        "+ gori\n",
        'Gori (a name of gori): unknown -> gori; "Gori" is a name as written (en)',
        "Մարտունի (a name of martuni): martuni -> ambiguous: martuni, martuni-karabakh",
        "Syunik (a name of syunik): syunik -> unknown",
        "mine.yaml:1): unknown -> goris",
        "mine.yaml:2): goris -> no place to look within",
        "en-prose.md:3): not found -> gori",
    ):
        assert said in ran.out


def test_json_tells_the_same(run: Callable[..., Any], files: tuple[str, str, str]) -> None:
    old, new, suite = files
    record = json.loads(run("diff", old, new, "--suite", suite, "--json").out)
    assert record["places_added"] == ["gori", "martuni-karabakh"]
    assert {"mention": "Gori", "source": "a name of gori", "before": "unknown", "after": "gori",
            "why": '"Gori" is a name as written (en)'} in record["resolutions"]  # fmt: skip


def test_resolutions_can_be_left_out(run: Callable[..., Any], files: tuple[str, str, str]) -> None:
    old, new, _ = files
    ran = run("diff", old, new, "--no-resolutions")
    assert "+ gori" in ran.out
    assert "resolved differently" not in ran.out


def test_equal_files_resolve_alike(run: Callable[..., Any], files: tuple[str, str, str]) -> None:
    old, _, suite = files
    assert run("diff", old, old, "--suite", suite).code == 0


def test_an_edit_without_consequences_is_told_alone(
    run: Callable[..., Any], files: tuple[str, str, str], tmp_path: Path, terminal: Callable[[], None]
) -> None:
    terminal()
    old, _, suite = files
    noted = tmp_path / "noted.yaml"
    noted.write_text(OLD.replace("kind: province", "kind: province, note: a remark"), encoding="utf-8")
    ran = run("diff", old, str(noted), "--suite", suite)
    assert "a remark" in ran.out
    assert "resolved differently" not in ran.out
    assert "compiling" in ran.err
