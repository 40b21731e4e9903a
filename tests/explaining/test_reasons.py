from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from toponyms.explaining import explain, files_of, where_written
from toponyms.library import Gazetteer

SMALL = Path(__file__).parents[1] / "small.yaml"


def against(gazetteer: Gazetteer, mention: str, place: str, **hints: Any) -> str:
    found = explain(gazetteer, mention, **hints)
    return "; ".join(next(one.against for one in found.contenders if one.candidate.place.id == place))


def test_the_first_has_nothing_against_it(small: Gazetteer) -> None:
    assert explain(small, "Goris").contenders[0].against == ()


@pytest.mark.parametrize(
    ("mention", "place", "hints", "said"),
    [
        ("Agarak", "agarak-lori", {"within": "syunik"}, "not within syunik"),
        ("Agarak", "agarak", {"near": (40.99, 44.47)}, "km from the point given"),
        ("Agarak", "agarak", {"near": "agarak-lori"}, "km from the point given"),
        ("Agarak", "agarak-lori", {}, "less well known than the first (1,800 inhabitants against 4,429)"),
        ("Kalbajar", "kalbajar", {"kind": "district"}, "its kind is town; district was asked for"),
        ("Кельбаджарского района", "kalbajar", {}, "its kind is town"),
        ("Kalbajar", "kalbajar-district", {}, "the unit around the first"),
        ("Sevan", "lake-sevan", {}, "the mention lacks part of it"),
    ],
)
def test_losers_are_told_why(small: Gazetteer, mention: str, place: str, hints: dict[str, Any], said: str) -> None:
    assert said in against(small, mention, place, **hints)


def test_a_place_without_a_point_is_near_nothing(load: Any) -> None:
    gazetteer = load("a: {kind: town, at: [40, 45], names: {en: [Twin]}}\nb: {kind: town, names: {en: [Twin]}}\n")
    assert "its point is not known" in against(gazetteer, "Twin", "b", near=(40.0, 45.0))


def test_names_that_are_former_or_out_of_use(load: Any) -> None:
    gazetteer = load(
        "a: {kind: town, names: {en: [Twin]}}\n"
        "b: {kind: town, names: {en: [Other, {text: Twin, use: former, from: 1900, until: 1950}]}}\n"
    )
    assert "Twin is a former name of it" in against(gazetteer, "Twin", "b")
    assert "the name was not in use in 2000" in against(gazetteer, "Twin", "b", as_of=2000)


def test_weaker_levels_and_farther_sounds(load: Any) -> None:
    gazetteer = load("a: {kind: town, names: {en: [Xankendi]}}\nb: {kind: town, names: {hy: [Խանքենդի]}}\n")
    assert "found by a weaker level" in against(gazetteer, "Xankendi", "b")


def test_equal_places_are_said_to_be_equal(load: Any) -> None:
    gazetteer = load("a: {kind: town, names: {en: [Twin]}}\nb: {kind: town, names: {en: [Twin]}}\n")
    assert against(gazetteer, "Twin", "b") == "nothing tells it apart from the first"


def test_every_level_tells_what_it_looked_up(small: Gazetteer) -> None:
    levels = {level.name: level for level in explain(small, "Քարվաճառում").levels}
    assert any(one.found for one in levels["case forms"].lookups)
    assert levels["case forms"].kept
    assert explain(small, "Karvechar").levels[3].kept
    assert explain(small, "كلبجر").levels[0].lookups


def test_a_name_cut_short_is_told_by_its_beginning(bundled: Gazetteer) -> None:
    last = explain(bundled, "Khoja").levels[-1]
    assert any(one.key.endswith("…") for one in last.lookups)


def test_where_a_name_is_written(small: Gazetteer, tmp_path: Path) -> None:
    candidate = small.resolve("Goris").candidates[0]
    path, _, line = where_written(candidate, [os.fspath(SMALL)]).rpartition(":")
    assert path == os.fspath(SMALL)
    assert "Goris" in SMALL.read_text(encoding="utf-8").splitlines()[int(line) - 1]


@pytest.mark.parametrize("text", [b"\xff", b"sevan: {}\n", b"goris:\n  kind: [\n", b"goris:\n  names: {en: [Gori]}\n"])
def test_a_file_without_the_name_is_passed_over(small: Gazetteer, tmp_path: Path, text: bytes) -> None:
    path = tmp_path / "odd.yaml"
    path.write_bytes(text)
    assert where_written(small.resolve("Goris").candidates[0], [os.fspath(path), "no-such-file.yaml"]) == ""


def test_the_files_of_a_gazetteer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOPONYMS_GAZETTEER", "chosen.yaml")
    assert files_of() == ["chosen.yaml"]
    assert files_of("mine.yaml", "more.yaml") == ["more.yaml", "mine.yaml"]
    monkeypatch.delenv("TOPONYMS_GAZETTEER")
    assert Path(files_of()[0]).name == "gazetteer.yaml"
