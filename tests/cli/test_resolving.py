from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


def first(out: str) -> dict[str, Any]:
    return json.loads(out.splitlines()[0])


def test_several_mentions_are_told_in_a_table(run: Callable[..., Any]) -> None:
    ran = run("resolve", "Кельбаджарского района", "Goris", "Atlantis")
    assert ran.code == 0
    head, district, goris, unknown = ran.out.splitlines()
    assert head.split() == ["mention", "place", "kind", "score", "why"]
    assert "kalbajar-district" in district
    assert goris.split()[:3] == ["Goris", "goris", "town"]
    assert unknown.split()[:2] == ["Atlantis", "unknown"]


def test_an_ambiguous_mention_names_its_places(run: Callable[..., Any]) -> None:
    ran = run("resolve", "Мартуни")
    assert "ambiguous: martuni" in ran.out
    assert "martuni-karabakh" in ran.out
    assert ran.code == 1


def test_an_ambiguous_mention_of_many_places_says_how_many_more(run: Callable[..., Any], tmp_path: Path) -> None:
    path = tmp_path / "lakes.yaml"
    path.write_text("".join(f"lake-{n}:\n  kind: lake\n  names:\n    en: [Long Lake]\n" for n in range(6)))
    assert "and 2 more" in run("resolve", "Long Lake", "--gazetteer", str(path)).out


def test_nothing_resolved_is_exit_code_1(run: Callable[..., Any]) -> None:
    assert run("resolve", "Atlantis").code == 1


def test_mentions_come_from_standard_input_one_a_line(run: Callable[..., Any]) -> None:
    ran = run("resolve", "--json", stdin="Goris\r\n\nSevan\n")
    assert [json.loads(line)["mention"] for line in ran.out.splitlines()] == ["Goris", "Sevan"]


def test_json_tells_candidates_with_scores_and_reasons(run: Callable[..., Any]) -> None:
    record = first(run("resolve", "--json", "Goris").out)
    assert (record["mention"], record["status"], record["id"]) == ("Goris", "resolved", "goris")
    candidate = record["candidates"][0]
    assert candidate["kind"] == "town"
    assert candidate["how"] == "exact"
    assert candidate["at"] == [39.5111, 46.3417]
    assert candidate["why"]


@pytest.mark.parametrize(
    ("hints", "place"),
    [
        (("--within", "gegharkunik"), "martuni"),
        (("--within", "nkao"), "martuni-karabakh"),
        (("--near", "39.8,46.8"), "martuni-karabakh"),
        (("--near", "sevan"), "martuni"),
    ],
)
def test_hints_choose_between_homonyms(run: Callable[..., Any], hints: tuple[str, ...], place: str) -> None:
    assert first(run("resolve", "--json", "Մարտունի", *hints).out)["id"] == place


def test_the_hint_of_a_kind_chooses(run: Callable[..., Any]) -> None:
    assert first(run("resolve", "--json", "Sevan", "--kind", "lake").out)["id"] == "lake-sevan"
    assert first(run("resolve", "--json", "Sevan", "--kind", "settlement", "--lang", "en").out)["id"] == "sevan"


def test_limit_and_least_score_are_handed_on(run: Callable[..., Any]) -> None:
    assert len(first(run("resolve", "--json", "Мартуни", "--limit", "1").out)["candidates"]) == 1
    assert first(run("resolve", "--json", "Gorris", "--min-score", "1").out)["status"] == "unknown"


def test_a_year_counts(run: Callable[..., Any]) -> None:
    assert first(run("resolve", "--json", "Kirovabad", "--as-of", "1970").out)["id"] == "ganja"


def test_workers_give_the_same_answers_in_order(run: Callable[..., Any]) -> None:
    mentions = ["Goris", "Sevan", "Atlantis", "Goris"]
    alone = run("resolve", "--json", *mentions)
    together = run("resolve", "--json", "--workers", "2", *mentions)
    assert together.out == alone.out


def test_long_input_shows_how_far_it_is_on_a_terminal(run: Callable[..., Any], terminal: Callable[[], None]) -> None:
    terminal()
    ran = run("resolve", "--json", stdin="Goris\n" * 6000)
    assert len(ran.out.splitlines()) == 6000
    assert "resolving" in ran.err


def test_short_input_shows_no_progress(run: Callable[..., Any], terminal: Callable[[], None]) -> None:
    terminal()
    assert run("resolve", "Goris").err == ""


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (("--near", "100,2"), "no point"),
        (("--near", "a,b"), "no point"),
        (("--min-score", "2"), "no score"),
        (("--min-score", "much"), "no score"),
        (("--limit", "0"), "no count"),
        (("--workers", "many"), "no count"),
        (("--kind", "twon"), "near: town"),
        (("--within", "atlantis-nowhere"), "no place has the id"),
        (("--as-of", "long ago"), "invalid int"),
    ],
)
def test_wrong_hints_are_exit_code_2_and_say_what_is_wanted(
    run: Callable[..., Any], wrong: tuple[str, ...], said: str
) -> None:
    ran = run("resolve", "Goris", *wrong)
    assert ran.code == 2
    assert said in ran.err
    assert "Traceback" not in ran.err


def test_a_lone_surrogate_is_no_reason_to_stop(run: Callable[..., Any]) -> None:
    assert run("resolve", "Gor\udcffis", "Goris").code == 0
