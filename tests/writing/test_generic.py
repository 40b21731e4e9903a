"""Generic terms, modifiers and prepositions: the words beside a name that are not the name."""

from __future__ import annotations

import pytest
from examples import examples
from hypothesis import given
from hypothesis import strategies as st

from toponyms.model import Kind
from toponyms.writing.folding import fold, fold_words
from toponyms.writing.generic import generic, generic_words, is_preposition, modifier
from toponyms.writing.scripts import script_of
from toponyms.writing.tables import rows

TABLE_LANGUAGES = {"hy", "hyw", "az", "az-Cyrl", "ru", "en", "ka", "tr", "fa", "fr", "de"}


@pytest.mark.parametrize(("lang", "written", "kind", "number"), examples("generic-words"))
def test_a_generic_term_is_read_in_any_case_form(lang: str, written: str, kind: str, number: str) -> None:
    found = generic(fold(written), script_of(written))
    assert found is not None
    assert found.kinds[0] == kind
    assert found.plural == (number == "plural")


@pytest.mark.parametrize(("lang", "written", "taken", "kind"), examples("generic-phrases"))
def test_the_longest_term_at_a_place_is_read(lang: str, written: str, taken: str, kind: str) -> None:
    found = generic_words(fold_words(written), 0)
    assert found is not None
    assert found[0] == int(taken)
    assert found[1].kinds[0] == kind


@pytest.mark.parametrize(("lang", "written", "meaning"), examples("modifiers"))
def test_a_modifier_has_one_meaning_in_all_languages(lang: str, written: str, meaning: str) -> None:
    assert modifier(fold(written), script_of(written)) == meaning


@pytest.mark.parametrize(
    "name", ["Шуша", "Kapan", "Լաչին", "Лачинский", "Gəncə", "თბილისი", "باکو", "Yerevan", "Ереване"]
)
def test_a_name_is_no_generic_term(name: str) -> None:
    assert generic(fold(name), script_of(name)) is None
    assert generic_words(fold_words(name), 0) is None


def test_words_that_name_no_kind_are_weak_and_have_none() -> None:
    for written in ("istiqamətində", "направлении", "ուղղությամբ", "territory", "historic", "бывшего"):
        found = generic(fold(written), script_of(written))
        assert found is not None
        assert found.weak
        assert found.kinds == ()


def test_letters_and_abbreviations_are_weak() -> None:
    for written in ("г.", "с.", "д.", "р.", "k.", "ş.", "գ.", "ք."):
        found = generic(fold(written), script_of(written))
        assert found is not None
        assert found.weak


def test_a_term_of_several_languages_has_the_kinds_of_all() -> None:
    found = generic("rayon", "Latn")
    assert found is not None
    assert "district" in found.kinds
    assert found.position == "both"


def test_a_suffix_of_one_language_is_on_no_word_of_another() -> None:
    assert generic(fold("Laçın"), "Latn") is None  # no French lac with a Turkish ending


def test_short_weak_terms_are_read_only_as_they_stand() -> None:
    assert generic(fold("Adana"), "Latn") is None
    found = generic(fold("Ada"), "Latn")
    assert found is not None
    assert found.weak


def test_past_the_end_there_is_no_term() -> None:
    assert generic_words([], 0) is None
    assert generic_words(["село"], 5) is None
    assert generic("σπιτι", "Grek") is None
    assert generic_words(["αθηνα"], 0) is None
    assert modifier("νεα", "Grek") == ""


@pytest.mark.parametrize(
    "word", ["near", "of", "вблизи", "в", "на", "из", "до", "между", "вдоль", "դեպի", "մեջ", "ilə", "در", "de"]
)
def test_prepositions_and_postpositions_stand_beside_a_name(word: str) -> None:
    assert is_preposition(fold(word), script_of(word))


@pytest.mark.parametrize("word", ["шуша", "agdam", "село", "վան"])
def test_other_words_are_no_prepositions(word: str) -> None:
    assert not is_preposition(word, script_of(word))


def test_the_table_names_only_kinds_there_are_in_languages_of_the_contract() -> None:
    kinds = {kind.value for kind in Kind}
    seen = set()
    for lang, term, named, number, position, weak, _remark in rows("generic-terms"):
        assert set(filter(None, named.split(","))) <= kinds, term
        assert number in {"sing", "plur"}
        assert position in {"before", "after", "both"}
        assert weak in {"0", "1"}
        assert named or weak == "1", term
        assert (lang, term) not in seen, term
        seen.add((lang, term))
    assert {lang for lang, _ in seen} == TABLE_LANGUAGES


def test_every_common_kind_has_a_term_in_the_four_main_languages() -> None:
    wanted = {
        "district",
        "province",
        "village",
        "city",
        "river",
        "lake",
        "mountain",
        "monastery",
        "fortress",
        "country",
    }
    for lang in ("hy", "az", "ru", "en"):
        kinds = {kind for row in rows("generic-terms") if row[0] == lang for kind in row[2].split(",")}
        assert wanted <= kinds


def test_opposite_modifiers_exist_in_the_four_main_languages() -> None:
    wanted = {"upper", "lower", "new", "old", "great", "small"}
    for lang in ("hy", "az", "ru", "en", "tr", "ka"):
        assert wanted <= {row[2] for row in rows("modifiers") if row[0] == lang}


@given(st.lists(st.text(min_size=1, max_size=8), max_size=5), st.integers(0, 6))
def test_any_words_at_all_are_taken(words: list[str], at: int) -> None:
    found = generic_words(words, at)
    assert found is None or 1 <= found[0] <= len(words) - at


@given(st.text(max_size=12), st.sampled_from(["Latn", "Cyrl", "Armn", "Geor", "Arab", "Grek", ""]))
def test_any_word_at_all_has_an_answer(word: str, script: str) -> None:
    generic(word, script)
    assert isinstance(modifier(word, script), str)
    assert isinstance(is_preposition(word, script), bool)
