"""Sound keys: one key for a name in whatever script, near ones for near spellings."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toponyms.writing.sound import (
    class_key,
    readings,
    skeleton_key,
    sound_distance,
    sound_key,
    sound_keys,
)

ANY = st.text(st.characters(), max_size=30)
SOUNDS = st.text("abdefgijklmnoprstuvxzSZCJ", max_size=9)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Шуша", "Şuşa"),
        ("Shushi", "Շուշի"),
        ("Кельбаджар", "Kelbajar"),
        ("Gori", "გორი"),
        ("Goris", "Գորիս"),
        ("Lachin", "Лачин"),
        ("Tbilissi", "თბილისი"),
        ("Баку", "Bakı"),
    ],
)
def test_one_name_in_two_scripts_shares_a_class_key(one: str, other: str) -> None:
    assert {class_key(key) for key in sound_keys(one)} & {class_key(key) for key in sound_keys(other)}


@pytest.mark.parametrize(
    ("one", "other"), [("Şuşa", "Шуша"), ("Şuşa", "შუშა"), ("Գորիս", "Goris"), ("Lachin", "Лачин")]
)
def test_the_same_sounds_have_one_sound_key(one: str, other: str) -> None:
    assert set(sound_keys(one)) & set(sound_keys(other))


def test_doubled_letters_are_one_sound() -> None:
    assert sound_key("Goriss", "latn") == sound_key("Goris", "latn")


@pytest.mark.parametrize(
    ("text", "lang", "first"),
    [
        ("Şuşa", "", "latn-az"),
        ("Susa", "az", "latn-az"),
        ("Choucha", "", "latn"),
        ("Choucha", "fr", "latn-fr"),
        ("Schuscha", "de", "latn-de"),
        ("Šuši", "", "latn-sci"),
        ("Goris", "", "latn"),
        ("Շուշի", "hy", "armn"),
        ("Шуша", "ru", "cyrl"),
        ("შუშა", "", "geor"),
        ("شوشا", "", "arab"),
    ],
)
def test_language_script_and_letters_choose_the_readings(text: str, lang: str, first: str) -> None:
    assert readings(text, lang)[0] == first


def test_a_script_without_a_reading_has_no_keys() -> None:
    assert readings("東京") == ()
    assert sound_keys("東京") == sound_keys("1988") == sound_keys("") == ()


def test_french_and_german_spellings_meet_the_name_they_write() -> None:
    assert set(sound_keys("Choucha", "fr")) & set(sound_keys("Şuşa"))
    assert set(sound_keys("Schuscha", "de")) & set(sound_keys("Şuşa"))


def test_arabic_script_meets_other_scripts_by_consonants() -> None:
    def skeletons(text: str) -> set[str]:
        return {skeleton_key(class_key(key)) for key in sound_keys(text)}

    assert skeletons("تبریز") & skeletons("Təbriz")


@given(ANY)
def test_any_text_has_keys_and_they_have_no_doubled_sounds(text: str) -> None:
    for key in sound_keys(text):
        assert key
        assert all(one != other for one, other in pairwise(key))
        assert len(skeleton_key(class_key(key))) <= len(class_key(key)) <= len(key)


@given(SOUNDS, SOUNDS)
def test_distance_is_symmetric_and_nothing_between_equals(one: str, other: str) -> None:
    there, back = sound_distance(one, other), sound_distance(other, one)
    assert there == pytest.approx(back)
    assert (there == 0.0) == (one == other)
    assert there <= max(len(one), len(other), 1) * 2.0


@given(SOUNDS, SOUNDS)
def test_a_letter_more_never_costs_more_than_one_edit(one: str, more: str) -> None:
    assert sound_distance(one, one + more[:1]) <= 1.0


def test_sounds_near_to_one_another_cost_less_than_slips() -> None:
    assert 0 < sound_distance("kelbaJar", "kalbaJar") < 0.5
    assert sound_distance("goris", "gori") == 1.0
    assert sound_distance("goris", "groris") == 1.0
    assert sound_distance("goris", "ogris") == pytest.approx(0.8)
    assert sound_distance("", "goris") == sound_distance("goris", "") > 3
