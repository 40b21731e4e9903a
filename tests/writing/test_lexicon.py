"""The word lists: what the words beside a name say of it, in the languages the package reads."""

from __future__ import annotations

import pytest

from toponyms.writing import lexicon
from toponyms.writing.folding import fold


@pytest.mark.parametrize("name", ["Ararat", "Sevan", "Ani", "Арарат", "Արարատ"])
def test_given_names_that_are_places_too_are_known(name: str) -> None:
    assert fold(name) in lexicon.given_names()


@pytest.mark.parametrize("word", ["Mirzoyan", "Мирзоян", "Միրզոյան", "Гаспаров", "Hakobyan"])
def test_surnames_are_known_by_their_endings(word: str) -> None:
    assert lexicon.has_surname_ending(fold(word))


@pytest.mark.parametrize("word", ["Goris", "Шуша", "yan", "ян", "ov", ""])
def test_names_of_places_and_bare_endings_are_no_surnames(word: str) -> None:
    assert not lexicon.has_surname_ending(fold(word))


def test_positions_are_before_behind_or_both() -> None:
    for table in (lexicon.titles(), lexicon.events()):
        assert table
        assert set(table.values()) <= {"before", "after", "both"}
    assert {position for position, _place in lexicon.organisations().values()} <= {"before", "after", "both"}
    assert lexicon.organisations()["fc"][1] is False


def test_months_and_peoples_are_known_in_their_languages() -> None:
    assert {fold("March"), fold("марта"), fold("Մարտի")} <= lexicon.months()
    assert {fold("Armenians"), fold("армяне")} <= lexicon.demonyms()


@pytest.mark.parametrize(("script", "word"), [("Latn", "house"), ("Cyrl", "дом"), ("Armn", "տուն")])
def test_ordinary_words_are_known_by_script(script: str, word: str) -> None:
    assert word in lexicon.common_words(script)


def test_a_script_without_a_list_has_no_ordinary_words() -> None:
    assert lexicon.common_words("Zzzz") == frozenset()


def test_every_word_of_a_list_is_folded() -> None:
    words = lexicon.given_names() | lexicon.months() | lexicon.demonyms() | set(lexicon.titles())
    assert [word for word in words if fold(word) != word] == []
