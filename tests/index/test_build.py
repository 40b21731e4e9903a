"""What goes into an index comes out of it: every field of places and names, in any script, however many there are."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toponyms.index.build import build
from toponyms.index.reader import Index
from toponyms.model import Containment, Kind, Name, Place, Use
from toponyms.writing.scripts import script_of

FULL = Place(
    "shusha",
    Kind.TOWN,
    at=(39.758501, 46.751299),
    uncertainty=2.5,
    within="shusha-district",
    also_within=(Containment("nkao", 1923, 1991), Containment("shushi-province", 1992), Containment("x", None, -5)),
    ancestors=("shusha-district", "azerbaijan"),
    population=4000,
    same_as=(("geonames", "586435"), ("wikidata", "Q193251"), ("iso3166_2", "AZ-SUS")),
    names=(
        Name("Շուշի", "hy", "Armn", note="the first of its language"),
        Name("Şuşa", "az", "Latn", official_in="azerbaijan"),
        Name("Пәнаһабад", "az-Cyrl", "Cyrl", Use.FORMER, 1752, 1763, note="by its founder"),
        Name("Шуша", "ru", "Cyrl"),
        Name("Susha", "en", "Latn", Use.MISSPELLING, fuzzy=False),
        Name("Qala", "az", "Latn", Use.COLLOQUIAL, since=-44),
        Name("ШША", "ru", "Cyrl", Use.ABBREVIATION, until=0),
        Name("شوشا", "fa", "Arab"),
        Name("შუშა", "ka", "Geor"),
    ),
    note="«quotes», tabs\tand\nlines stay",
)
AROUND = [
    Place("azerbaijan", Kind.COUNTRY, names=(Name("Azerbaijan", "en", "Latn"),), population=0),
    Place("shusha-district", Kind.DISTRICT, within="azerbaijan", names=(Name("Şuşa rayonu", "az", "Latn"),)),
]
FIELDS = (
    "id", "kind", "at", "uncertainty", "within", "also_within", "ancestors", "population", "same_as", "names", "note",
)  # fmt: skip


def read(*places: Place) -> Index:
    return Index(build(places, bytes(32)), thorough=True)


def same(one: Place, other: Place) -> None:
    for field in FIELDS:
        assert getattr(one, field) == getattr(other, field), field


def test_a_place_comes_back_with_every_field() -> None:
    index = read(FULL, *AROUND)
    again = index.place(index.place_number("shusha"))
    same(again, FULL)
    for one, other in zip(again.names, FULL.names, strict=True):
        assert (one.use, one.since, one.until, one.official_in, one.fuzzy, one.note) == (
            other.use, other.since, other.until, other.official_in, other.fuzzy, other.note,
        )  # fmt: skip


def test_a_place_with_nothing_but_a_name_comes_back_with_nothing_else() -> None:
    bare = Place("garni", Kind.VILLAGE, names=(Name("Garni", "en", "Latn"),))
    same(read(bare).place(0), bare)


def test_no_inhabitants_are_not_unknown_inhabitants() -> None:
    index = read(*AROUND)
    assert index.place(0).population == 0
    assert index.place(1).population is None


def test_points_at_the_edges_of_the_world_come_back() -> None:
    for at in [(90.0, 180.0), (-90.0, -180.0), (0.0, 0.0), (-0.000001, 179.999999)]:
        place = Place("edge", Kind.CAPE, at=at, names=(Name("Edge", "en", "Latn"),))
        assert read(place).place(0).at == at


def test_an_empty_gazetteer_makes_an_index_that_knows_nothing() -> None:
    index = read()
    assert index.size == 0
    assert index.place_number("goris") == -1
    assert list(index.postings("F", "goris")) == []


def test_a_place_within_one_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError, match="nowhere"):
        build([Place("x", Kind.TOWN, within="nowhere", names=(Name("X", "en", "Latn"),))], bytes(32))


def test_every_kind_and_every_use_comes_back() -> None:
    places = [
        Place(f"k{number:02}", kind, names=tuple(Name(f"Name {use}", "en", "Latn", use) for use in Use))
        for number, kind in enumerate(Kind)
    ]
    index = read(*places)
    for number, place in enumerate(places):
        assert index.place(number).kind is place.kind
        assert [name.use for name in index.place(number).names] == list(Use)


def test_ids_are_found_whatever_the_order_they_came_in() -> None:
    ids = ["b", "a-b", "a", "ab", "z", "10", "a1"]
    index = read(*(Place(one, Kind.TOWN, names=(Name(one, "en", "Latn"),)) for one in ids))
    assert [index.place_id(number) for number in range(index.size)] == sorted(ids)
    assert all(index.place_id(index.place_number(one)) == one for one in ids)
    assert [index.place_number(one) for one in ("", "aa", "zz", "\ud7ff", "A")] == [-1] * 5


texts = st.text(
    st.one_of(
        st.characters(categories=("L", "Nd", "P", "Zs", "Mn")),
        st.sampled_from("ԱաԵեևՇշəƏşıİğЙйҹҝһقکیთბ東"),
    ),
    min_size=1,
    max_size=25,
)
names = st.builds(
    lambda text, use, since, until, fuzzy, note, official: Name(
        text, "und-Latn", script_of(text), use, since, until, official, fuzzy, note
    ),
    texts,
    st.sampled_from(Use),
    st.none() | st.integers(-5000, 2100),
    st.none() | st.integers(-5000, 2100),
    st.booleans(),
    texts | st.just(""),
    st.none() | st.just("somewhere"),
)
places = st.builds(
    lambda number, kind, lat, lon, near, people, given, note: Place(
        f"place-{number}",
        kind,
        at=(lat / 1e6, lon / 1e6),
        uncertainty=near,
        population=people,
        names=tuple(given),
        note=note,
    ),
    st.integers(0, 10**6),
    st.sampled_from(Kind),
    st.integers(-90_000_000, 90_000_000),
    st.integers(-180_000_000, 180_000_000),
    st.none() | st.floats(0.1, 100, allow_nan=False),
    st.none() | st.integers(0, 2_000_000_000),
    st.lists(names, min_size=1, max_size=4),
    texts | st.just(""),
)


@settings(max_examples=40)
@given(st.lists(places, max_size=5, unique_by=lambda place: place.id))
def test_any_places_with_any_names_come_back(given_places: list[Place]) -> None:
    index = read(*given_places)
    assert index.size == len(given_places)
    for place in given_places:
        same(index.place(index.place_number(place.id)), place)


def _town(number: int, within: str) -> Place:
    return Place(f"{within}-{number}", Kind.VILLAGE, within=within, names=(Name(f"Village {number}", "en", "Latn"),))


def test_a_town_of_a_country_that_is_hardly_named_counts_for_less_known() -> None:
    countries = [Place(id_, Kind.COUNTRY, names=(Name(id_.title(), "en", "Latn"),)) for id_ in ("here", "there")]
    towns = [Place(f"town-{c.id}", Kind.TOWN, within=c.id, names=(Name("Vella", "en", "Latn"),)) for c in countries]
    index = read(*countries, *towns, *(_town(number, "here") for number in range(1100)))
    known = {index.place_id(number): known for number, known in enumerate(index.p_known)}
    assert known["town-here"] > known["town-there"]
    assert known["here"] == known["there"]
    far = {index.place_id(number) for number, far in enumerate(index.p_far) if far}
    assert far == {"there", "town-there"}


def test_in_a_small_gazetteer_no_country_is_far_away() -> None:
    index = read(FULL, *AROUND, Place("vella", Kind.CITY, names=(Name("Vella", "en", "Latn"),)))
    assert not any(index.p_far)
