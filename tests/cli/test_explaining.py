from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

SMALL = Path(__file__).parents[1] / "small.yaml"


def line_of(text: str) -> int:
    return next(n for n, line in enumerate(SMALL.read_text(encoding="utf-8").splitlines(), 1) if text in line)


def test_an_exact_name_is_told_with_file_and_line(run: Callable[..., Any]) -> None:
    ran = run("explain", "Goris")
    assert ran.code == 0
    assert f"written    {SMALL}:{line_of('en: [Goris]')}" in ran.out
    assert "looked up  goris  ->  goris: Goris (en)" in ran.out


def test_a_case_form_shows_the_readings_and_what_was_looked_up(run: Callable[..., Any]) -> None:
    out = run("explain", "Кельбаджарского района").out
    assert "a generic term says district" in out
    assert "gave       kalbajar-district: Кельбаджарский район (ru), inflected" in out


def test_a_misspelling_shows_the_last_level(run: Callable[..., Any]) -> None:
    out = run("explain", "Yerevsan").out
    assert "Answer: yerevan" in out
    assert "shared by" in out


def test_losers_are_told_why(run: Callable[..., Any]) -> None:
    out = run("explain", "Мартуни", "--near", "40.1,45.3").out
    assert "Answer: martuni," in out
    assert "km from the point given" in out


def test_an_ambiguous_mention_is_exit_code_1(run: Callable[..., Any]) -> None:
    ran = run("explain", "Մարտունի")
    assert ran.code == 1
    assert "Answer: ambiguous" in ran.out
    assert "The other candidates" in ran.out


def test_an_unknown_mention(run: Callable[..., Any]) -> None:
    ran = run("explain", "Qwrtzpsdf")
    assert ran.code == 1
    assert "no name of the gazetteer is like it" in ran.out


def test_a_mention_without_letters(run: Callable[..., Any]) -> None:
    assert "no letter or digit" in run("explain", "!!!").out


def test_what_was_cleaned_and_said_to_surround_it(run: Callable[..., Any]) -> None:
    out = run("explain", "«Agarak», Lori").out
    assert "is read as" in out
    assert "said to be in Lori" in out


def test_a_name_of_an_overlay_is_found_there(run: Callable[..., Any], tmp_path: Path) -> None:
    overlay = tmp_path / "more.yaml"
    overlay.write_text("goris:\n  names:\n    ru:\n      - {text: Герусы, use: former}\n", encoding="utf-8")
    ran = run("explain", "Герусы", "--overlay", str(overlay))
    assert f"written    {overlay}:4" in ran.out
    assert "small.yaml:" in run("explain", "Goris", "--overlay", str(overlay)).out


def test_many_candidates_and_lookups_are_cut_short(run: Callable[..., Any], tmp_path: Path) -> None:
    path = tmp_path / "lakes.yaml"
    path.write_text("".join(f"lake-{n:02}:\n  kind: lake\n  names:\n    en: [Long Lake]\n" for n in range(20)))
    out = run("explain", "Long Lake", "--gazetteer", str(path)).out
    assert "and 7 more" in out
    assert "nothing tells it apart from the first" in out
