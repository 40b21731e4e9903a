from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

SMALL = (Path(__file__).parents[1] / "small.yaml").read_text(encoding="utf-8")


def test_places_and_names_are_counted(run: Callable[..., Any]) -> None:
    ran = run("stats")
    assert ran.code == 0
    assert "with coordinates" in ran.out
    villages = str(SMALL.count("  kind: village\n"))
    assert any(line.split() == ["village", villages] for line in ran.out.splitlines())


def test_json_adds_up(run: Callable[..., Any]) -> None:
    counts = json.loads(run("stats", "--json").out)
    assert sum(counts["places_by_kind"].values()) == counts["places"]
    assert sum(counts["names_by_language"].values()) == counts["names"] == sum(counts["names_by_script"].values())
    assert counts["with_three_of_hy_az_ru"] <= counts["with_two_of_hy_az_ru"] <= counts["places"]
    assert counts["with_coordinates"] == SMALL.count("\n  at: [") < counts["places"]
    assert counts["kinds_in_use"] == len(counts["places_by_kind"])


def test_an_empty_gazetteer_has_nothing(run: Callable[..., Any], tmp_path: Any) -> None:
    path = tmp_path / "one.yaml"
    path.write_text("{}\n")
    assert json.loads(run("stats", "--json", "--gazetteer", str(path)).out)["share_with_coordinates"] == 0.0


def test_homonyms_are_listed_with_their_places(run: Callable[..., Any]) -> None:
    out = run("stats", "--homonyms").out
    row = next(line for line in out.splitlines() if line.startswith("Ագարակ"))
    assert row.split() == ["Ագարակ", "3", "agarak,", "agarak-aragatsotn,", "agarak-lori"]


def test_homonyms_as_json(run: Callable[..., Any]) -> None:
    records = [json.loads(line) for line in run("stats", "--homonyms", "--json").out.splitlines()]
    assert {"name": "Մարտունի", "places": ["martuni", "martuni-karabakh"]} in records
    assert all(len(one["places"]) > 1 for one in records)
