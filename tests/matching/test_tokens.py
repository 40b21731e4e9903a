"""Words of a text: where a name may begin, and what stands before and behind, with offsets of the text as given."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toponyms.matching.tokens import next_words, previous_words, starts

ANY = st.text(st.characters(), max_size=80)


def beginnings(text: str) -> list[str]:
    return [match.group() for match in starts(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the road to Goris and Kapan", ["Goris", "Kapan"]),
        ("дорога в Горис и Капан", ["Горис", "Капан"]),
        ("ճանապարհ դեպի Գորիս", ["Գորիս"]),
        ("Gorusa gedən yol, İrəvan, Şuşa, Ağdam", ["Gorusa", "İrəvan", "Şuşa", "Ağdam"]),
        ("გზა გორისში", ["გზა", "გორისში"]),  # no capitals: any word may be a name
        ("راه تبریز", ["راه", "تبریز"]),
        ("K’arvach’arr’s", ["K’arvach’arr’s"]),
        ("iPhone, aGoris, 5Goris", []),
        ("Goris-Kapan", ["Goris-", "Kapan"]),  # the hyphen says that a name may go on
        ("Ҹәбрајыл, Ғарабағ, Һадрут", ["Ҹәбрајыл", "Ғарабағ", "Һадрут"]),
        ("Երևա՛ն", ["Երևա՛ն"]),
        ("", []),
    ],
)
def test_a_name_begins_with_a_capital_or_in_a_script_without_them_anywhere(text: str, words: list[str]) -> None:
    assert beginnings(text) == words


def test_a_word_broken_at_the_end_of_a_line_is_one_word() -> None:
    assert beginnings("in Kal-\nbajar they") == ["Kal-\nbajar"]
    assert beginnings("in Goris-\nKapan") == ["Goris", "Kapan"]


@given(ANY)
def test_beginnings_are_words_of_the_text_in_order(text: str) -> None:
    behind = 0
    for match in starts(text):
        assert match.start() >= behind
        assert text[match.start() : match.end()] == match.group()
        behind = match.end()


@given(ANY, st.integers(0, 80), st.integers(0, 5))
def test_words_behind_are_slices_of_the_text(text: str, at: int, most: int) -> None:
    found = next_words(text, min(at, len(text)), most)
    assert len(found) <= most
    for gap, (start, end, word) in found:
        assert text[start:end] == word
        assert text[start - len(gap) : start] == gap


@given(ANY, st.integers(0, 80), st.integers(0, 5))
def test_words_before_are_slices_of_the_text(text: str, at: int, most: int) -> None:
    found = previous_words(text, min(at, len(text)), most)
    assert len(found) <= most
    for (start, end, word), gap in found:
        assert text[start:end] == word
        assert text[end : end + len(gap)] == gap


def test_other_punctuation_ends_the_words_behind() -> None:
    assert next_words("Goris, Kapan", 5, 3) == []
    assert [word[2] for _gap, word in next_words("Goris – Kapan road", 5, 3)] == ["Kapan", "road"]


def test_words_before_are_the_nearest_first() -> None:
    assert [word[2] for word, _gap in previous_words("in the town of Goris", 15, 3)] == ["of", "town", "the"]


def test_an_endless_word_before_is_not_read() -> None:
    assert previous_words("x" * 10_000 + " Goris", 10_001, 3) == []


WORDS = st.text(st.sampled_from("abCյԵжЩ ’-.,\n1"), max_size=40)


@given(WORDS, st.integers(0, 40), st.integers(1, 4))
def test_it_does_not_matter_how_many_spaces_stand_between_words(text: str, at: int, most: int) -> None:
    at = min(at, len(text))
    wide = at + text[:at].count(" ")
    doubled = text.replace(" ", "  ")
    behind = [word[2] for _gap, word in next_words(text, at, most)]
    assert [word[2] for _gap, word in next_words(doubled, wide, most)] == behind
    before = [word[2] for word, _gap in previous_words(text, at, most)]
    assert [word[2] for word, _gap in previous_words(doubled, wide, most)] == before
