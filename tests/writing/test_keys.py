"""The keys of a name: with and without its generic term, with its modifiers told apart, with letters left out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toponyms.writing.folding import fold
from toponyms.writing.keys import (
    bare_words,
    class_keys,
    deletions,
    edits_allowed,
    modified_keys,
    modifiers,
)
from toponyms.writing.sound import skeleton_key, sound_keys

ANY = st.text(st.characters(), max_size=40)


@pytest.mark.parametrize(
    ("name", "bare", "kind"),
    [
        ("Tərtər çayı", ["Tərtər"], "river"),
        ("Kalbajar District", ["Kalbajar"], "district"),
        ("Lake Sevan", ["Sevan"], "lake"),
        ("Лачинский район", ["Лачинский"], "district"),
        ("Տաթևի վանք", ["Տաթևի"], "monastery"),
    ],
)
def test_a_name_without_its_generic_term_is_known_by_its_kind(name: str, bare: list[str], kind: str) -> None:
    words, kinds = bare_words(name)
    assert words == bare
    assert kind in kinds


@pytest.mark.parametrize("name", ["Goris", "Upper Village", "Yuxarı kənd", "Верхний", "District", "Мост"])
def test_nothing_is_left_out_where_only_a_modifier_or_nothing_would_stay(name: str) -> None:
    assert bare_words(name) == (name.split(), ())


def test_modifiers_of_all_languages_mean_the_same() -> None:
    assert modifiers(["upper", "agdan"]) == modifiers(["yuxari", "agdan"]) == modifiers(["верхний", "агдан"])
    assert modifiers(["վերին", "գետաշեն"]) == ("upper",)
    assert modifiers(["upper"]) != modifiers(["lower"])
    assert modifiers(["goris"]) == ()


def test_modified_names_share_a_key_when_modifier_and_rest_agree() -> None:
    upper = set(modified_keys(["Upper", "Getashen"]))
    assert upper & set(modified_keys(["Վերին", "Գետաշեն"]))
    assert upper & set(modified_keys(["Верхний", "Геташен"]))
    assert not upper & set(modified_keys(["Lower", "Getashen"]))
    assert not upper & set(modified_keys(["Upper", "Goris"]))


def test_a_modifier_alone_or_no_modifier_has_no_such_key() -> None:
    assert modified_keys(["Upper"]) == modified_keys(["Goris"]) == modified_keys([]) == ()


@pytest.mark.parametrize(("length", "edits"), [(0, 0), (4, 0), (5, 1), (6, 1), (7, 2), (40, 2)])
def test_short_keys_allow_no_edits_and_long_ones_two(length: int, edits: int) -> None:
    assert edits_allowed(length) == edits


@given(st.text("abcdefgh", max_size=12))
def test_deletions_are_parts_of_the_key_and_few(sounds: str) -> None:
    parts = deletions(sounds)
    assert sounds[:7] in parts
    assert len(parts) <= 29
    assert all(len(sounds[:7]) - len(part) <= edits_allowed(len(sounds)) for part in parts)


@given(st.text("abcdefgh", min_size=5, max_size=10), st.integers(0, 9), st.sampled_from("abcdefgh"))
def test_two_keys_one_letter_apart_share_a_deletion(sounds: str, at: int, letter: str) -> None:
    at %= len(sounds)
    other = sounds[:at] + letter + sounds[at + 1 :]
    assert deletions(sounds) & deletions(other)


def test_h_may_be_dropped_or_read_as_g_and_kh_as_h() -> None:
    assert len(class_keys("hadrut")) == 2
    assert len(class_keys("xankendi")) == 2
    assert len(class_keys("goris")) == 1


@given(ANY, st.sampled_from(["", "hy", "az", "az-Cyrl", "az-Arab", "ru", "en", "ka", "tr", "fa", "fr", "de", "xx"]))
def test_any_text_has_keys_that_can_be_stored(text: str, lang: str) -> None:
    sounds = sound_keys(text, lang)
    for key in (fold(text), *sounds, *modified_keys(text.split(), lang), *map(skeleton_key, sounds)):
        assert key.encode("utf-8").decode("utf-8") == key
    for key in sounds:
        assert class_keys(key)
    bare, _kinds = bare_words(text)
    assert len(bare) <= len(text.split())
