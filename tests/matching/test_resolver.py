"""Deciding: hints, ambiguity, the town and its district, scores and limits; and that nothing ever raises."""

from __future__ import annotations

import pickle
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from toponyms.errors import UnknownPlace
from toponyms.library import Gazetteer
from toponyms.model import How, Kind, Resolution, Status

TWO_LEVELS = """
land:
  kind: country
  names: {en: [Landonia]}
north:
  kind: province
  within: land
  names: {en: [Northmark]}
south:
  kind: province
  within: land
  also_within: [{id: old-realm, from: 1900, until: 1950}]
  names: {en: [Southmark]}
old-realm:
  kind: former-country
  names: {en: [Oldrealm]}
vella-north:
  kind: village
  within: north
  at: [50.0, 10.0]
  names: {en: [Vella]}
vella-south:
  kind: village
  within: south
  at: [40.0, 10.0]
  names: {en: [Vella]}
vella-nowhere:
  kind: village
  names: {en: [Vella]}
"""


def ids(found: Resolution) -> list[str]:
    return [candidate.place.id for candidate in found.candidates]


# Ambiguity


def test_homonyms_of_one_rank_are_ambiguous_with_every_candidate(load: Callable[..., Gazetteer]) -> None:
    found = load(TWO_LEVELS).resolve("Vella")
    assert found.status is Status.AMBIGUOUS
    assert not found
    assert found.id is None
    assert found.place is None
    assert sorted(ids(found)) == ["vella-north", "vella-nowhere", "vella-south"]
    assert found.how is How.EXACT
    assert 0.2 < found.score < 0.5


def test_the_order_of_the_file_never_decides(load: Callable[..., Gazetteer]) -> None:
    blocks = TWO_LEVELS.strip().split("\nvella")
    turned = "\nvella".join([blocks[0], *reversed(blocks[1:])])
    one, other = load(TWO_LEVELS).resolve("Vella"), load(turned, "turned.yaml").resolve("Vella")
    assert ids(one) == ids(other)
    assert one.status == other.status == Status.AMBIGUOUS


def test_a_city_comes_before_a_village_of_its_name(load: Callable[..., Gazetteer]) -> None:
    gazetteer = load("""
big:
  kind: city
  population: 900000
  names: {en: [Vella], ru: [Велла], hy: [Վելլա]}
little:
  kind: village
  names: {en: [Vella]}
""")
    found = gazetteer.resolve("Vella")
    assert (found.id, ids(found)) == ("big", ["big", "little"])


@pytest.mark.parametrize("mention", ["Martuni", "Мартуни", "Մարտունի", "MARTUNI", "Մարտունիում"])
def test_two_towns_of_one_name_are_ambiguous_in_any_writing(small: Gazetteer, mention: str) -> None:
    found = small.resolve(mention)
    assert found.status is Status.AMBIGUOUS
    assert sorted(ids(found)) == ["martuni", "martuni-karabakh"]


# Hints


@pytest.mark.parametrize(
    ("hints", "place"),
    [
        ({"within": "north"}, "vella-north"),
        ({"within": "Southmark"}, "vella-south"),  # by name
        ({"within": "old-realm"}, "vella-south"),  # through what its province was in
        ({"near": (49.9, 10.1)}, "vella-north"),
        ({"near": "vella-south"}, "vella-south"),  # a place there
    ],
)
def test_a_hint_tells_homonyms_apart(load: Callable[..., Gazetteer], hints: dict[str, object], place: str) -> None:
    found = load(TWO_LEVELS).resolve("Vella", **hints)  # type: ignore[arg-type]
    assert found.id == place
    assert ids(found)[0] == place


def test_a_place_is_a_hint_as_well_as_its_id(small: Gazetteer) -> None:
    lori, near = small.get("lori"), small.get("agarak-lori")
    assert small.resolve("Agarak", within=lori).id == "agarak-lori"
    assert small.resolve("Agarak", near=near).id == "agarak-lori"


def test_a_hint_that_tells_nothing_apart_leaves_them_ambiguous(load: Callable[..., Gazetteer]) -> None:
    assert load(TWO_LEVELS).resolve("Vella", within="land").status is Status.AMBIGUOUS


@pytest.mark.parametrize(
    ("mention", "kind", "place"),
    [
        ("Kalbajar", "district", "kalbajar-district"),
        ("Kalbajar", "town", "kalbajar"),
        ("Kalbajar", Kind.DISTRICT, "kalbajar-district"),
        ("Kalbajar", "unit", "kalbajar-district"),  # a group
        ("Sevan", "lake", "lake-sevan"),
        ("Sevan", "water", "lake-sevan"),
        ("Sevan", ["river", "lake"], "lake-sevan"),
        ("Sevan", ("settlement",), "sevan"),
        ("Tatev", "monastery", "tatev-monastery"),
        ("Tatev", "site", "tatev-monastery"),
        ("Тертер", "river", "tartar-river"),
    ],
)
def test_a_kind_or_group_is_a_hint(small: Gazetteer, mention: str, kind: str, place: str) -> None:
    assert small.resolve(mention, kind=kind).id == place


def test_a_language_is_a_hint(load: Callable[..., Gazetteer]) -> None:
    gazetteer = load("""
one:
  kind: village
  names: {az: [Sarı]}
two:
  kind: village
  names: {tr: [Sarı]}
""")
    assert ids(gazetteer.resolve("Sarı", lang="az"))[0] == "one"
    assert ids(gazetteer.resolve("Sarı", lang="tr"))[0] == "two"


def test_a_year_is_a_hint(load: Callable[..., Gazetteer]) -> None:
    gazetteer = load("""
one:
  kind: village
  names: {en: [Present, {text: Vella, use: former, from: 1900, until: 1950}]}
two:
  kind: village
  names: {en: [Other, {text: Vella, use: former, from: 1960, until: 1990}]}
""")
    assert gazetteer.resolve("Vella").status is Status.AMBIGUOUS
    assert gazetteer.resolve("Vella", as_of=1920).id == "one"
    assert gazetteer.resolve("Vella", as_of=1970).id == "two"


@pytest.mark.parametrize("hint", ["within", "near"])
def test_an_unknown_surrounding_names_the_nearest_ids(small: Gazetteer, hint: str) -> None:
    with pytest.raises(UnknownPlace, match="gegharkunik"):
        small.resolve("Martuni", **{hint: "gegharkunikk-x"})  # type: ignore[arg-type]


def test_a_place_without_a_point_cannot_say_where(load: Callable[..., Gazetteer]) -> None:
    with pytest.raises(ValueError, match="has no point"):
        load(TWO_LEVELS).resolve("Vella", near="north")


def test_an_unknown_kind_is_refused_with_the_nearest(small: Gazetteer) -> None:
    with pytest.raises(ValueError, match=r"distrikt.*district"):
        small.resolve("Kalbajar", kind="distrikt")
    with pytest.raises(ValueError, match="qqqq"):
        small.resolve("Kalbajar", kind=["town", "qqqq"])


@pytest.mark.parametrize(
    ("hint", "value"),
    [
        ("limit", 0),
        ("limit", -1),
        ("near", (1,)),
        ("near", 5),
        ("near", (float("inf"), 0.0)),
        ("near", (float("nan"), 0.0)),
        ("near", (4000.0, 10.0)),
        ("within", 5),
        ("lang", 5),
        ("as_of", "1970"),
        ("kind", 5),
    ],
)
def test_wrong_hints_are_refused_in_words(small: Gazetteer, hint: str, value: object) -> None:
    with pytest.raises((TypeError, ValueError), match=f"^{hint}\\b"):
        small.resolve("Kirovabad", **{hint: value})  # type: ignore[arg-type]


# The town and the district around it


@pytest.mark.parametrize("mention", ["Kəlbəcər", "KALBAJAR", "Kalbajar", "Kəlbəcərdə"])
def test_a_town_and_its_district_are_one_answer_the_town_first(small: Gazetteer, mention: str) -> None:
    found = small.resolve(mention)
    assert found.status is Status.RESOLVED
    assert ids(found) == ["kalbajar", "kalbajar-district"]
    assert found.score > 0.9


@pytest.mark.parametrize(
    "mention",
    ["Kalbajar district", "Kəlbəcər rayonu", "Кельбаджарского района", "Քարվաճառի շրջանում", "Кельбаджарский"],
)
def test_the_district_comes_first_when_the_mention_says_so(small: Gazetteer, mention: str) -> None:
    assert ids(small.resolve(mention))[0] == "kalbajar-district"


# Score, limit


def test_candidates_are_ranked_and_their_scores_are_shares(small: Gazetteer) -> None:
    for mention in ("Agarak", "Martuni", "Kalbajar", "Sevan", "Gorisi"):
        found = small.resolve(mention)
        scores = [candidate.score for candidate in found.candidates]
        assert all(0.0 <= score <= 1.0 for score in scores)
        assert sum(scores) <= 1.01
        assert found.score == scores[0]


def test_a_higher_bar_leaves_uncertain_mentions_unknown(small: Gazetteer) -> None:
    slip = small.resolve("Kalbajrr")
    assert slip.id == "kalbajar"
    assert small.resolve("Kalbajrr", min_score=slip.score - 0.01).id == "kalbajar"
    strict = small.resolve("Kalbajrr", min_score=slip.score + 0.01)
    assert strict.status is Status.UNKNOWN
    assert strict.id is None
    assert ids(strict)[0] == "kalbajar"  # still told, as a candidate
    assert small.resolve("Goris", min_score=0.95).id == "goris"


def test_a_lower_bar_lets_more_through(small: Gazetteer) -> None:
    assert small.resolve("Gegharqunyq", min_score=0.01).candidates


@pytest.mark.parametrize("limit", [1, 2, 3])
def test_no_more_candidates_than_asked_for(small: Gazetteer, limit: int) -> None:
    found = small.resolve("Ագարակ", limit=limit)
    assert len(found.candidates) == limit
    assert found.status == small.resolve("Ագարակ").status


def test_equal_questions_have_equal_answers(small: Gazetteer) -> None:
    one, other = small.resolve("Karvachar"), small.resolve("Karvachar")
    assert one == other
    assert hash(one) == hash(other)
    assert small.resolve("Karvachar", lang="hy") == small.resolve("Karvachar", lang="hy")


# Any string, and nothing but strings


def test_answers_are_immutable_and_go_through_pickle(small: Gazetteer) -> None:
    for mention in ("Karvachar", "Martuni", "Atlantis"):
        found = small.resolve(mention)
        again = pickle.loads(pickle.dumps(found))  # noqa: S301 (made on this line)
        assert again == found
        assert again.candidates == found.candidates
        assert [one.why for one in again.candidates] == [one.why for one in found.candidates]
        with pytest.raises(AttributeError):
            found.id = "other"  # type: ignore[misc]


FRAGMENTS = st.sampled_from(
    ["Shushi", "Քարվաճառ", "Kəlbəcər", "Кельбаджарского", "району", "ي", "district", "of", "-", ".", ",", "(", ")",
     "[", "]", "г.", "&amp;", "&#xD800;", "&#x110000;", "&#9999999999;", "\ud800", "\x00", "½", "İ", "ﷺ", " "]
)  # fmt: skip


@given(st.one_of(st.text(st.characters(), max_size=60), st.lists(FRAGMENTS, max_size=9).map("".join)))
@example("")
@example("\ud800")
@example("\x00")
@example("Shushi\ud800")
@example("&#xD800;")
def test_any_string_has_an_answer(small: Gazetteer, mention: str) -> None:
    found = small.resolve(mention)
    assert found.mention == mention
    assert found.status in Status
    assert bool(found) is (found.id is not None) is (found.status is Status.RESOLVED)
    assert (found.status is Status.UNKNOWN) or found.candidates
    assert 0.0 <= found.score <= 1.0
    assert repr(found)
    hash(found)


@given(
    st.text(st.characters(), max_size=20),
    st.tuples(st.floats(-90, 90), st.floats(-180, 180)),
    st.text(st.characters(), max_size=8),
    st.integers(-10_000, 10_000),
)
def test_any_string_has_an_answer_with_hints(
    small: Gazetteer, mention: str, near: tuple[float, float], lang: str, year: int
) -> None:
    found = small.resolve(mention, near=near, lang=lang, as_of=year, within="armenia", kind="settlement")
    assert found.status in Status


def test_a_string_of_a_class_of_its_own_is_a_string(small: Gazetteer) -> None:
    class Text(str):
        __slots__ = ()

    assert small.resolve(Text("Goris")).id == "goris"


@pytest.mark.parametrize("thing", [None, 5, 1.5, b"Goris", ["Goris"], object(), ("Goris",), True])
def test_anything_else_is_a_type_error_that_says_what_is_wanted(small: Gazetteer, thing: object) -> None:
    with pytest.raises(TypeError, match=f"str, not {type(thing).__name__}"):
        small.resolve(thing)  # type: ignore[arg-type]
