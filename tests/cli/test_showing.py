from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any


def test_a_place_is_shown_with_all_it_has(run: Callable[..., Any]) -> None:
    ran = run("show", "kalbajar")
    assert ran.code == 0
    for said in ("Kalbajar", "town (GeoNames PPL)", "geo:40.1064,46.0383;u=2000", "7,246", "geonames 585934",
                 "Kalbajar District (kalbajar-district) < Azerbaijan (azerbaijan)", "1992–2020",
                 "Armenian (hy)", "Քարվաճառ", "Persian (fa)"):  # fmt: skip
        assert said in ran.out


def test_names_are_shown_with_years_use_and_where_they_are_official(run: Callable[..., Any]) -> None:
    row = next(line for line in run("show", "ganja").out.splitlines() if "Kirovabad" in line)
    assert row.split() == ["Azerbaijani", "(az)", "Kirovabad", "1935–1989", "former", "azerbaijan"]
    assert "taken only as written" in run("show", "quba").out


def test_what_is_not_known_is_said_so(run: Callable[..., Any]) -> None:
    out = run("show", "may").out
    assert "point       not known" in out
    assert "within      nothing" in out


def test_a_name_will_do_for_an_id(run: Callable[..., Any]) -> None:
    ran = run("show", "Քարվաճառ")
    assert ran.code == 0
    assert "it means kalbajar" in ran.err


def test_a_name_of_several_places_tells_their_ids(run: Callable[..., Any]) -> None:
    ran = run("show", "Մարտունի")
    assert ran.code == 1
    assert "may mean martuni" in ran.err


def test_no_such_place_is_exit_code_1_with_the_nearest_ids(run: Callable[..., Any]) -> None:
    ran = run("show", "atlantisissima")
    assert ran.code == 1
    assert "no place has the id" in ran.err


def test_json_tells_everything(run: Callable[..., Any]) -> None:
    record = json.loads(run("show", "ganja", "--json").out)
    assert record["at"] == [40.6828, 46.3606]
    assert {
        "text": "Yelizavetpol",
        "lang": "az",
        "script": "Latn",
        "use": "former",
        "since": 1804,
        "until": 1918,
    } in record["names"]


def test_an_overlay_is_shown(run: Callable[..., Any], tmp_path: Any) -> None:
    overlay = tmp_path / "more.yaml"
    overlay.write_text("goris:\n  note: where the rocks are\n", encoding="utf-8")
    assert "where the rocks are" in run("show", "goris", "--overlay", str(overlay)).out
