"""Scripts: told by the letters, mended where a stray letter came from another one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toponyms.writing.scripts import SCRIPTS, repair_lookalikes, script_of, script_of_letter

ANY = st.text(st.characters(), max_size=40)


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("Շուշի", "Armn"),
        ("Şuşa", "Latn"),
        ("Shushi", "Latn"),
        ("Шуша", "Cyrl"),
        ("Ҝәнҹә", "Cyrl"),
        ("შუშა", "Geor"),
        ("شوشا", "Arab"),
        ("Σούσα", "Grek"),
        ("שושי", "Hebr"),
        ("ܫܘܫܐ", "Syrc"),
        ("東京", "Zzzz"),
        ("1988!", "Zyyy"),
        ("", "Zyyy"),
        ("Шуша (Shushi, Şuşa)", "Latn"),
        ("№ 5 Шуша", "Cyrl"),
        ("ﬓ", "Armn"),
        ("ﻼ", "Arab"),
    ],
)
def test_the_script_of_most_letters_is_the_script(text: str, script: str) -> None:
    assert script_of(text) == script


def test_of_two_equal_scripts_the_first_counts() -> None:
    assert script_of("Шуşa") == "Cyrl"
    assert script_of("şaШу") == "Latn"


@given(ANY)
def test_every_text_has_one_of_the_scripts(text: str) -> None:
    assert script_of(text) in {*SCRIPTS, "Zzzz", "Zyyy"}
    assert {script_of_letter(letter) for letter in text} <= {*SCRIPTS, "Zzzz", "Zyyy"}


@pytest.mark.parametrize(
    ("stray", "mended"),
    [
        ("Gegհarkunik", "Gegharkunik"),
        ("Шyшa", "Шуша"),
        ("Kəlbəcәr", "Kəlbəcər"),  # Cyrillic schwa
        ("Мapтуни", "Мартуни"),
        ("Լաչhն", "Լաչհն"),
    ],
)
def test_a_stray_look_alike_becomes_a_letter_of_the_word(stray: str, mended: str) -> None:
    assert repair_lookalikes(stray) == mended


@pytest.mark.parametrize("word", ["Goris", "Шуша", "Շուշի", "şuşa", "თბილისი", "1988", "東京"])
def test_a_word_of_one_script_stays_as_it_is(word: str) -> None:
    assert repair_lookalikes(word) == word


@given(ANY)
def test_mending_keeps_the_length_and_is_done_once(text: str) -> None:
    mended = repair_lookalikes(text)
    assert len(mended) == len(text)
    if script_of(mended) == script_of(text):
        assert repair_lookalikes(mended) == mended
