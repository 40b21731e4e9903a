from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable

import pytest

from reporting.made_places import GORI, GORIS, NOWHERE
from toponyms.library import Gazetteer
from toponyms.model import Mention, Name
from toponyms.reporting.geojson import geojson
from toponyms.reporting.records import mention_record, name_record, place_record
from toponyms.reporting.spreadsheet import COLUMNS, spreadsheet

TEXT = "From Goris to Nowhere"


@pytest.fixture
def mentions(mention: Callable[..., Mention]) -> list[Mention]:
    return [
        mention(TEXT, "Goris", (GORIS, 0.9), (GORI, 0.05)),
        mention(TEXT, "Nowhere", (NOWHERE, 0.6), status="ambiguous"),
    ]


def test_what_is_not_recorded_is_left_out(small: Gazetteer) -> None:
    record = place_record(small.get("may"))
    assert set(record) == {"id", "label", "kind", "names"}


def test_a_place_is_told_in_full(small: Gazetteer) -> None:
    record = place_record(small.get("kalbajar"))
    assert record["also_within"] == [{"id": "nkao", "since": 1992, "until": 2020}]
    assert record["same_as"] == {"geonames": "585934", "wikidata": "Q208147"}
    assert record["ancestors"] == ["kalbajar-district", "azerbaijan"]
    assert record["uncertainty_km"] == 2


def test_a_name_taken_only_as_written_says_so() -> None:
    assert name_record(Name("НКАО", "ru", "Cyrl", fuzzy=False))["fuzzy"] is False


def test_a_record_of_a_mention_is_plain_data(mentions: list[Mention]) -> None:
    record = mention_record(mentions[0])
    assert json.loads(json.dumps(record)) == record
    assert (record["start"], record["end"], record["text"], record["id"]) == (5, 10, "Goris", "goris")
    assert [one["id"] for one in record["candidates"]] == ["goris", "gori"]


def test_a_spreadsheet_has_a_row_a_mention(mentions: list[Mention]) -> None:
    rows = list(csv.DictReader(io.StringIO(spreadsheet(mentions))))
    assert tuple(rows[0]) == COLUMNS
    assert (rows[0]["id"], rows[0]["longitude"], rows[0]["others"]) == ("goris", "46.3417", "gori")
    assert (rows[1]["status"], rows[1]["latitude"]) == ("ambiguous", "")


def test_a_spreadsheet_runs_no_formula(mention: Callable[..., Mention]) -> None:
    text = '=HYPERLINK("http://evil")'
    rows = list(csv.DictReader(io.StringIO(spreadsheet([mention(text, text, (GORIS, 0.9))]))))
    assert rows[0]["mention"] == "'" + text


def test_geojson_has_longitude_first_and_no_point_where_none_is_known(mentions: list[Mention]) -> None:
    first, second = json.loads(geojson(mentions))["features"]
    assert first["geometry"] == {"type": "Point", "coordinates": [46.3417, 39.5111]}
    assert first["properties"]["others"] == ["gori"]
    assert second["geometry"] is None
    assert second["properties"]["id"] == "nowhere"
    assert second["properties"]["status"] == "ambiguous"
