"""Reading a mention: generic terms as hints, what follows a comma or stands in parentheses, words in between."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toponyms.library import Gazetteer
from toponyms.matching.reading import read


@pytest.mark.parametrize(
    ("mention", "place"),
    [
        # behind the name, in each language
        ("Kalbajar district", "kalbajar-district"),
        ("Kəlbəcər rayonu", "kalbajar-district"),
        ("Kəlbəcər rayonunda", "kalbajar-district"),
        ("Кельбаджарский район", "kalbajar-district"),
        ("Кельбаджарского района", "kalbajar-district"),
        ("Кельбаджарский р-н", "kalbajar-district"),
        ("Քարվաճառի շրջան", "kalbajar-district"),
        ("Tərtər çayı", "tartar-river"),
        ("Tartar River", "tartar-river"),
        ("Tartar town", "tartar"),
        ("Tərtər şəhəri", "tartar"),
        ("Sevan lake", "lake-sevan"),
        ("Sevan town", "sevan"),
        ("Սևան քաղաք", "sevan"),
        ("Tatev village", "tatev"),
        ("Տաթև գյուղ", "tatev"),
        ("Տաթևի վանք", "tatev-monastery"),
        ("Syunik Province", "syunik"),
        ("Սյունիքի մարզ", "syunik"),
        # before it
        ("город Шуша", "shusha"),
        ("г. Шуша", "shusha"),
        ("г.Шуша", "shusha"),
        ("ք. Շուշի", "shusha"),
        ("the town of Shushi", "shusha"),
        ("город Севан", "sevan"),
        ("озеро Севан", "lake-sevan"),
        ("оз. Севан", "lake-sevan"),
        ("село Татев", "tatev"),
        ("р. Тертер", "tartar-river"),
        ("lake Sevan", "lake-sevan"),
        ("the river Tartar", "tartar-river"),
        ("the village of Tatev", "tatev"),
        # the name itself carries it
        ("Red Bridge", "red-bridge"),
        ("Lake Sevan", "lake-sevan"),
        ("Nagorno-Karabakh Autonomous Oblast", "nkao"),
    ],
)
def test_a_generic_term_says_the_kind(small: Gazetteer, mention: str, place: str) -> None:
    assert small.resolve(mention).id == place


@pytest.mark.parametrize("term", ["district", "rayonu", "район", "շրջան", "село", "г.", "river", "Lake", "monastery"])
def test_a_generic_term_alone_is_no_place(small: Gazetteer, term: str) -> None:
    assert small.resolve(term).status == "unknown"


@pytest.mark.parametrize(
    ("mention", "place"),
    [
        ("town of Shushi, Nagorno-Karabakh", "shusha"),
        ("Martuni, Nagorno-Karabakh", "martuni-karabakh"),
        ("Martuni, Armenia", "martuni"),
        ("Martuni, Gegharkunik Province, Armenia", "martuni"),
        ("Agarak, Lori", "agarak-lori"),
        ("Ագարակ, Լոռի", "agarak-lori"),
        ("Agarak (Aragatsotn)", "agarak-aragatsotn"),
        ("Agarak [Lori Province]", "agarak-lori"),
        ("Мартуни (Армения)", "martuni"),
    ],
)
def test_what_follows_the_name_says_where(small: Gazetteer, mention: str, place: str) -> None:
    assert small.resolve(mention).id == place


@pytest.mark.parametrize(
    "mention", ["Shushi (Shusha)", "Շուշի (Shushi)", "(Shushi)", "Xyzzyx (Shusha)", "Kalbajar [Karvachar]"]
)
def test_a_name_in_parentheses_is_a_second_name(small: Gazetteer, mention: str) -> None:
    assert small.resolve(mention).id in {"shusha", "kalbajar"}


def test_a_name_with_a_comma_of_its_own_is_a_name(load: Callable[..., Gazetteer]) -> None:
    gazetteer = load("""
blue-mosque-one:
  kind: mosque
  names: {en: [Blue Mosque]}
blue-mosque-two:
  kind: mosque
  names: {en: ["Blue Mosque, Vella"]}
vella:
  kind: city
  population: 100000
  names: {en: [Vella]}
""")
    assert gazetteer.resolve("Blue Mosque, Vella").id == "blue-mosque-two"
    assert gazetteer.resolve("Blue Mosque").candidates[0].place.id == "blue-mosque-one"


def test_a_name_with_a_comma_is_found_also_when_it_matches_only_as_written(load: Callable[..., Gazetteer]) -> None:
    gazetteer = load("""
blue-mosque:
  kind: mosque
  names: {en: [{text: "Blue Mosque, Vella", fuzzy: false}]}
""")
    assert gazetteer.resolve("Blue Mosque, Vella").how == "exact"
    assert gazetteer.resolve("Blue Mosque Vella").status == "unknown"


SITES = """
vella:
  kind: town
  names: {en: [Vella], az: [Vella], hy: [Վելլա], ru: [Велла]}
blue-mosque:
  kind: mosque
  within: vella
  names: {en: [Blue Mosque], az: [Göy məscid], hy: [Կապույտ մզկիթ]}
church-of-vella:
  kind: church
  within: vella
  names: {en: [Church of Vella]}
"""


@pytest.mark.parametrize("mention", ["Vella Blue Mosque", "Vellanın Göy məscidi", "Վելլայի Կապույտ մզկիթ"])
def test_the_holder_may_stand_before_the_name(load: Callable[..., Gazetteer], mention: str) -> None:
    assert load(SITES).resolve(mention).id == "blue-mosque"


@pytest.mark.parametrize("mention", ["Церковь в городе Велла", "Church in the town of Vella", "церковь города Велла"])
def test_a_church_in_a_town_is_a_church(load: Callable[..., Gazetteer], mention: str) -> None:
    assert load(SITES).resolve(mention).id == "church-of-vella"


def test_a_bridge_in_a_town_is_not_the_town(load: Callable[..., Gazetteer]) -> None:
    assert load(SITES).resolve("Мост в городе Велла").status == "unknown"


def test_a_surrounding_that_is_no_known_place_does_no_harm(small: Gazetteer) -> None:
    assert small.resolve("Goris, Atlantis").id == "goris"
    assert small.resolve("Goris,").id == "goris"
    assert small.resolve(", Goris").id == "goris"


def test_a_hint_of_the_caller_counts_before_the_surrounding_in_the_mention(small: Gazetteer) -> None:
    assert small.resolve("Martuni, Nagorno-Karabakh", within="gegharkunik").id == "martuni"


def test_a_name_that_is_a_generic_term_too_is_read_as_either(load: Callable[..., Gazetteer]) -> None:
    gazetteer = load("""
berd:
  kind: town
  names: {hy: [Բերդ], en: [Berd]}
berd-monastery:
  kind: monastery
  names: {hy: [Բերդի վանք]}
""")
    assert gazetteer.resolve("Բերդ").id == "berd"
    assert gazetteer.resolve("Բերդ քաղաք").id == "berd"
    assert gazetteer.resolve("քաղաք Բերդ").id == "berd"


def test_words_that_are_no_name_between_a_name_and_its_term_are_read_over(small: Gazetteer) -> None:
    assert small.resolve("Tatev medieval monastery").id == "tatev-monastery"


@given(st.text(st.sampled_from("Goris, ()[]-–/.·районof\u200bՇ ի"), max_size=30))
def test_any_mention_has_readings_of_its_own_words(text: str) -> None:
    for reading in read(text):
        assert reading.words
        assert all(reading.words)


@pytest.mark.parametrize("text", ["()", "[]", "( )", "((a))", "(", ")", ",", ",,", "-", "of", "of of of", "the"])
def test_a_mention_with_no_name_in_it_is_read_without_fault(small: Gazetteer, text: str) -> None:
    assert small.resolve(text).status == "unknown"
