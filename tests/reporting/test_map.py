from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from reporting.made_places import GORI, GORIS, NOWHERE, PARIS, SEVAN
from toponyms.model import Group, Kind, Mention, Name, Place
from toponyms.reporting.chart import chart, on_map, shape, spots
from toponyms.reporting.labels import overlap, place_labels, width_of
from toponyms.reporting.outlines import WINDOW, cut, holds, outlines

TEXT = "From Goris past Lake Sevan to Gori, and from Goris to Paris or Nowhere"


def at(name: str, latitude: float, longitude: float, kind: Kind = Kind.TOWN) -> Place:
    return Place(name.lower(), kind, (latitude, longitude), names=(Name(name, "en", "Latn"),))


@pytest.fixture
def draw(mention: Callable[..., Mention]) -> Callable[..., str]:
    def of(*places: Place, score: float = 0.9) -> str:
        text = " ".join(place.label for place in places)
        return chart(spots([mention(text, place.label, (place, score)) for place in places]))

    return of


def test_a_place_named_often_is_one_spot(mention: Callable[..., Mention]) -> None:
    mentions = [mention(TEXT, "Lake Sevan", (SEVAN, 0.7)), mention(TEXT, "Goris", (GORIS, 0.8)),
                mention(TEXT, "Goris", (GORIS, 0.9), status="ambiguous")]  # fmt: skip
    first, second = spots(mentions)
    assert (first.place, first.mentions, first.score, first.sure) == (GORIS, (1, 2), 0.9, True)
    assert second.place == SEVAN


def test_a_mention_without_candidates_is_no_spot(mention: Callable[..., Mention]) -> None:
    assert spots([mention(TEXT, "Goris", status="unknown")]) == []


def test_only_places_of_the_region_with_a_point_are_drawn(draw: Callable[..., str]) -> None:
    assert [on_map(place) for place in (GORIS, PARIS, NOWHERE)] == [True, False, False]
    assert draw(PARIS, NOWHERE) == ""
    assert "Paris" not in draw(GORIS, PARIS)


def test_spots_stand_where_they_lie(draw: Callable[..., str]) -> None:
    drawn = draw(GORIS, GORI)
    x = dict(re.findall(r'id="p-(\w+)".*?translate\(([\d.]+) ', drawn))
    y = dict(re.findall(r'id="p-(\w+)".*?translate\([\d.]+ ([\d.]+)\)', drawn))
    assert float(x["gori"]) < float(x["goris"])
    assert float(y["gori"]) < float(y["goris"])


def test_each_group_has_a_sign_of_its_own() -> None:
    assert len({shape(group.value, 5) for group in Group}) == len(Group)


def test_an_unsure_place_is_marked(mention: Callable[..., Mention]) -> None:
    drawn = chart(spots([mention(TEXT, "Gori", (GORI, 0.4), status="ambiguous")]))
    assert 'class="spot g-settlement unsure"' in drawn


def test_countries_are_named_once_and_not_over_places_of_that_name(draw: Callable[..., str]) -> None:
    assert len(re.findall(">Armenia</text>", draw(GORIS, GORI))) == 1
    named = draw(GORIS, GORI, at("Armenia", 40.3, 44.9, Kind.COUNTRY))
    assert len(re.findall(">Armenia</text>", named)) == 1


def test_labels_cannot_hold_markup(draw: Callable[..., str]) -> None:
    assert "<b>" not in draw(at("<b>&", 40.0, 45.0))


def test_a_crowded_map_has_smaller_labels_and_leaves_some_out(draw: Callable[..., str]) -> None:
    crowd = [at(f"Settlement Number {n}", 39.8 + n % 7 * 0.004, 46.7 + n // 7 * 0.004) for n in range(60)]
    drawn = draw(*crowd)
    assert 'class="map crowded"' in drawn
    assert 'class="leader"' in drawn
    assert len(re.findall('class="spot', drawn)) == 60
    assert len(re.findall("<text x=", drawn)) < 60


def test_labels_overlap_neither_one_another_nor_points() -> None:
    points = [(100.0 + 15 * n, 200.0 + n % 3, 5.0) for n in range(20)]
    texts = [f"Place {n}" for n in range(20)]
    labels = [label for label in place_labels(points, texts, (600.0, 400.0)) if label]
    boxes = [label.box for label in labels] + [(x - r, y - r, x + r, y + r) for x, y, r in points]
    assert len(labels) > 10
    assert not any(overlap(one, other) for n, one in enumerate(boxes) for other in boxes[:n])
    assert all(box[0] > 0 and box[1] > 0 and box[2] < 600 and box[3] < 400 for box in boxes)


def test_a_map_of_hundreds_labels_the_first_of_them() -> None:
    points = [(30.0 + n % 20 * 400, 30.0 + n // 20 * 50, 4.0) for n in range(200)]
    labels = place_labels(points, ["Goris"] * 200, (9000.0, 900.0))
    assert all(labels[:120])
    assert not any(labels[120:])


def test_no_room_no_label() -> None:
    assert place_labels([(10.0, 10.0, 4.0)], ["A very long name"], (60.0, 20.0)) == [None]


def test_armenian_letters_are_wider_than_narrow_latin_ones() -> None:
    assert width_of("Շուշի", 10) > width_of("illil", 10)


def test_outlines_are_of_the_window_and_hold_their_capitals() -> None:
    countries = [one for one in outlines() if one.layer == "country"]
    assert all(WINDOW[0] <= x <= WINDOW[2] and WINDOW[1] <= y <= WINDOW[3] for one in countries for x, y in one.points)
    for country, capital in {"Armenia": (44.51, 40.18), "Azerbaijan": (49.85, 40.4), "Georgia": (44.8, 41.7)}.items():
        assert any(holds(list(one.points), capital) for one in countries if one.name == country)
    assert any(one.layer == "lake" and holds(list(one.points), (45.3, 40.35)) for one in outlines())


def test_cutting_keeps_what_lies_inside() -> None:
    square = ((0.0, 0.0), (2.0, 0.0), (2.0, 2.0), (0.0, 2.0))
    assert sorted(cut(square, (-1, -1, 5, 5))) == sorted(square)
    assert cut(square, (3, 3, 5, 5)) == []


def test_a_text_of_one_place_is_drawn_with_what_lies_around(draw: Callable[..., str]) -> None:
    drawn = draw(GORIS)
    assert 'class="border"' in drawn
    assert "Goris</text>" in drawn


def test_places_in_a_row_from_west_to_east_leave_room_above(draw: Callable[..., str]) -> None:
    drawn = draw(at("Poti", 42.1, 41.7), at("Derbent", 42.1, 48.3))
    assert re.search(r'viewBox="0 0 1000 4[12]\d"', drawn)


def test_far_ends_of_the_region_fit_on_one_map(draw: Callable[..., str]) -> None:
    drawn = draw(at("Sochi", 43.6, 39.7), at("Tehran", 36.1, 51.4), at("Aktau", 43.65, 51.2))
    width, height = map(float, re.search(r'viewBox="0 0 (\d+) (\d+)"', drawn).groups())  # type: ignore[union-attr]
    spots_at = re.findall(r"translate\(([\d.]+) ([\d.]+)\)", drawn)
    assert len(spots_at) == 3
    assert all(0 < float(x) < width and 0 < float(y) < height for x, y in spots_at)
