"""What stands around a name: persons, clubs, peoples, months and ordinary words that are no places there."""

from __future__ import annotations

import pytest

from toponyms.library import Gazetteer


def places(gazetteer: Gazetteer, text: str) -> list[str]:
    return [one.resolution.candidates[0].place.id for one in gazetteer.find(text)]


@pytest.mark.parametrize(
    "text",
    [
        # persons
        "Foreign minister Ararat Mirzoyan spoke on Monday.",
        "Сюда приехал Арарат Мирзоян.",
        "Արարատ Միրզոյանը խոսեց։",
        "Then A. Ararat sang.",
        "Ani Hovhannisyan is a teacher.",
        "Она видела Ани Оганесян.",
        "Mr. Qazax was late.",
        "General Ararat spoke.",
        "John Goris Smith sang.",
        "Tatev Aslanyan sings.",
        "Her name is Ani.",
        # clubs, papers, brands
        "FC Ararat won the cup again.",
        "Ararat FC lost.",
        "The newspaper «Ararat» wrote so.",
        "Он выпил бутылку «Арарат».",
        "The hotel «Goris» is closed.",
        "Hotel Sevan is closed.",
        # addresses
        "Write to info@Goris.am today.",
        "See www.Goris.am/news for more.",
        # months, peoples, words
        "In May it rained.",
        "Reading is a habit of his.",
        "Nice!",
        "Армяне и азербайджанцы встретились.",
        "Reading's end is near.",
        "GALUS won the cup.",
        # adjectives
        "Ереванский коньяк хорош.",
        "Горисская школа открыта.",
        # small letters
        "they drove to goris and yerevan",
        "Нкао — не слово.",
    ],
)
def test_persons_clubs_addresses_peoples_and_words_are_no_places(small: Gazetteer, text: str) -> None:
    assert places(small, text) == []


def test_who_was_named_in_full_is_meant_by_that_name_later(small: Gazetteer) -> None:
    assert places(small, "Ararat Mirzoyan came to Yerevan. Ararat went home.") == ["yerevan"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("General Petrosyan came to Goris.", ["goris"]),
        ("He lives in Sevan, she in Goris.", ["sevan", "goris"]),
        ("A flight from Yerevan to Tbilisi was late.", ["yerevan", "tbilisi"]),
        ("GORIS, 5 May. Snow fell in the town.", ["goris"]),
        ("Goris–Yerevan road", ["goris", "yerevan"]),
        ("из Гянджи в Тбилиси", ["ganja", "tbilisi"]),
        ("«Goris and Yerevan agree», it said.", ["goris", "yerevan"]),
        ("The treaty of Goris was signed in Yerevan.", ["goris", "yerevan"]),
        ("They live in the town of Ararat.", ["ararat"]),
        ("Ани жила в городе Арарат.", ["ararat"]),
        ("in a village of Armenia", ["armenia"]),
        ("НКАО", ["nkao"]),
        ("Это слова президента Армении.", ["armenia"]),
        ("They live in the village of Verin Getashen.", ["verin-getashen"]),
        ("Xocavənddə qar yağdı.", ["martuni-karabakh"]),
        ("The treaty of Gori", ["gori"]),
        ("Goris, Yerevan and Sevan", ["goris", "yerevan", "sevan"]),
    ],
)
def test_places_among_such_words_are_found(small: Gazetteer, text: str, expected: list[str]) -> None:
    assert places(small, text) == expected


def test_an_adjective_with_its_term_is_a_mention(small: Gazetteer) -> None:
    assert places(small, "Кельбаджарский район велик.") == ["kalbajar-district"]


def test_an_abbreviation_is_found_in_capitals_only(small: Gazetteer) -> None:
    assert places(small, "Область НКАО входила в Азербайджан.") == ["nkao", "azerbaijan"]


def test_a_preposition_that_looks_like_an_abbreviated_term_is_none(small: Gazetteer) -> None:
    texts = [one.text for one in small.find("Он спорил с Горисом и с Ереваном.")]
    assert all(not text.startswith("с ") for text in texts)
