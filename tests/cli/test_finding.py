from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

TEXT = "The road from Goris to Shusha leaves Lake Sevan behind.\nВ Кельбаджарском районе тихо.\n"


@pytest.fixture
def text(tmp_path: Path) -> str:
    path = tmp_path / "text.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


def test_the_places_of_a_file_are_told_in_a_table(run: Callable[..., Any], text: str) -> None:
    ran = run("find", text)
    assert ran.code == 0
    assert [line.split()[0] for line in ran.out.splitlines()] == [
        "mention",
        "Goris",
        "Shusha",
        "Lake",
        "Кельбаджарском",
    ]
    assert "kalbajar-district" in ran.out


@pytest.mark.parametrize("arguments", [(), ("-",)])
def test_a_text_comes_from_standard_input(run: Callable[..., Any], arguments: tuple[str, ...]) -> None:
    assert "goris" in run("find", *arguments, stdin=TEXT).out


def test_a_byte_order_mark_is_no_part_of_the_text(run: Callable[..., Any]) -> None:
    ran = run("find", "--json", stdin=b"\xef\xbb\xbfGoris is a town.")
    assert json.loads(ran.out)["start"] == 0


def test_json_tells_where_each_mention_stands(run: Callable[..., Any], text: str) -> None:
    records = [json.loads(line) for line in run("find", "--json", text).out.splitlines()]
    assert all(TEXT[one["start"] : one["end"]] == one["text"] for one in records)
    assert [one["id"] for one in records] == ["goris", "shusha", "lake-sevan", "kalbajar-district"]
    assert all("support" in one and one["candidates"] for one in records)


def test_csv_has_a_row_a_mention(run: Callable[..., Any], text: str) -> None:
    rows = list(csv.DictReader(io.StringIO(run("find", "--csv", text).out)))
    assert [row["id"] for row in rows] == ["goris", "shusha", "lake-sevan", "kalbajar-district"]
    assert rows[0]["latitude"] == "39.5111"


def test_geojson_has_a_point_a_mention(run: Callable[..., Any], text: str) -> None:
    features = json.loads(run("find", "--geojson", text).out)["features"]
    assert features[0]["geometry"]["coordinates"] == [46.3417, 39.5111]
    assert features[0]["properties"]["id"] == "goris"


def test_html_is_written_to_a_file(run: Callable[..., Any], text: str, tmp_path: Path) -> None:
    out = tmp_path / "page.html"
    out.write_text("old")
    ran = run("find", text, "--html", str(out))
    assert (ran.code, ran.out) == (0, "")
    assert "4 mentions" in ran.err
    page = out.read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert "text.txt" in page
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith(".new")] == []


def test_a_new_page_can_be_read_as_the_system_has_it(run: Callable[..., Any], text: str, tmp_path: Path) -> None:
    run("find", text, "--html", str(tmp_path / "new.html"))
    (tmp_path / "usual.html").touch()
    assert (tmp_path / "new.html").stat().st_mode == (tmp_path / "usual.html").stat().st_mode


def test_html_is_printed(run: Callable[..., Any], text: str) -> None:
    ran = run("find", text, "--html", "-")
    assert ran.out.startswith("<!DOCTYPE html>")
    assert ran.err == ""


@pytest.mark.parametrize("out", ["missing/page.html", "."])
def test_a_page_that_cannot_be_written_is_said_so(
    run: Callable[..., Any], text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, out: str
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = run("find", text, "--html", out)
    assert ran.code == 2
    assert out in ran.err
    assert "Traceback" not in ran.err


def test_mentions_can_be_left_out(run: Callable[..., Any], text: str) -> None:
    assert run("find", text, "--kind", "lake").out.split()[5:7] == ["Lake", "Sevan"]
    assert "goris" not in run("find", text, "--within", "azerbaijan").out
    assert run("find", text, "--min-score", "1", "--lang", "en").code == 1


def test_a_text_without_places_is_exit_code_1(run: Callable[..., Any]) -> None:
    ran = run("find", stdin="nothing of the kind")
    assert ran.code == 1
    assert ran.out.split() == ["mention", "place", "kind", "score", "why"]


def test_forms_exclude_one_another(run: Callable[..., Any], text: str) -> None:
    assert run("find", text, "--json", "--csv").code == 2
