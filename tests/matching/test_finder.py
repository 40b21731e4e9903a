"""Finding places in text: exact offsets, the longest name, generic terms beside it, lists, streams."""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable, Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from toponyms.errors import UnknownPlace
from toponyms.library import Gazetteer
from toponyms.matching import blocks

Found = list[tuple[str, str]]


def found(gazetteer: Gazetteer, text: str, **options: object) -> Found:
    mentions = gazetteer.find(text, **options)  # type: ignore[arg-type]
    return [(one.text, one.resolution.candidates[0].place.id) for one in mentions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They drove from Goris to Yerevan.", [("Goris", "goris"), ("Yerevan", "yerevan")]),
        ("Они ехали из Гориса в Ереван.", [("Гориса", "goris"), ("Ереван", "yerevan")]),
        ("Նրանք Գորիսից գնացին Երևան։", [("Գորիսից", "goris"), ("Երևան", "yerevan")]),
        ("Onlar Gəncədən İrəvana getdilər.", [("Gəncədən", "ganja"), ("İrəvana", "yerevan")]),
        (
            "Talks on Nagorno-Karabakh were held in Tbilisi.",
            [("Nagorno-Karabakh", "nagorno-karabakh"), ("Tbilisi", "tbilisi")],
        ),
        ("The war in Nagorno Karabakh ended.", [("Nagorno Karabakh", "nagorno-karabakh")]),
        ("Nothing is named here, nor there.", []),
        ("", []),
    ],
)
def test_places_are_found_in_case_forms_of_each_language(small: Gazetteer, text: str, expected: Found) -> None:
    assert found(small, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in Kalbajar district, at dawn", [("Kalbajar district", "kalbajar-district")]),
        ("в Кельбаджарском районе", [("Кельбаджарском районе", "kalbajar-district")]),
        ("Kəlbəcər rayonunda qar yağdı.", [("Kəlbəcər rayonunda", "kalbajar-district")]),
        ("Քարվաճառի շրջանում", [("Քարվաճառի շրջանում", "kalbajar-district")]),
        ("on the banks of the Tartar River", [("Tartar River", "tartar-river")]),
        ("в городе Севан", [("городе Севан", "sevan")]),
        ("in the town of Sevan", [("town of Sevan", "sevan")]),
    ],
)
def test_a_generic_term_beside_a_name_belongs_to_the_mention(small: Gazetteer, text: str, expected: Found) -> None:
    assert found(small, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Он родился в Горисе. Этот город красив.", [("Горисе", "goris")]),
        ("He was born in Goris. Town life is dear.", [("Goris", "goris")]),
        ("Սա հին քաղաք է Գորիսում։", [("Գորիսում", "goris")]),  # «քաղաք է»: a verb, no case ending
    ],
)
def test_a_generic_term_that_is_said_of_something_else_is_left_out(
    small: Gazetteer, text: str, expected: Found
) -> None:
    assert found(small, text) == expected


BARE = """
lake-arpi:
  kind: lake
  names: {hy: [Արփի լիճ], en: [Lake Arpi], ru: [озеро Арпи]}
syunik:
  kind: province
  names: {en: [Syunik Province], ru: [Сюникская область]}
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They fished in Arpi lake all day.", [("Arpi lake", "lake-arpi")]),
        ("They fished in the lake of Arpi.", [("lake of Arpi", "lake-arpi")]),
        ("Рыбы в озере Арпи много.", [("озере Арпи", "lake-arpi")]),
        ("It is in the province of Syunik.", [("province of Syunik", "syunik")]),
        ("They fished for Arpi all day.", []),
    ],
)
def test_a_name_that_lacks_its_term_is_found_beside_it(
    load: Callable[..., Gazetteer], text: str, expected: Found
) -> None:
    assert found(load(BARE), text) == expected


def test_the_longest_name_is_taken(small: Gazetteer) -> None:
    assert found(small, "They saw Lake Sevan, and later the town of Sevan.")[0] == ("Lake Sevan", "lake-sevan")
    assert [one for _text, one in found(small, "The Tatev Monastery stands near Goris.")] == [
        "tatev-monastery",
        "goris",
    ]


def test_a_list_shares_its_generic_term(small: Gazetteer) -> None:
    assert [place for _text, place in found(small, "in the Lachin and Kalbajar districts")] == [
        "lachin-district",
        "kalbajar-district",
    ]
    assert [place for _text, place in found(small, "в Лачинском и Кельбаджарском районах")] == [
        "lachin-district",
        "kalbajar-district",
    ]


def test_offsets_are_those_of_the_text_as_given(small: Gazetteer) -> None:
    text = "İİİ ŉ ß \ufeff«İrəvan»—\r\n\tՇու՛շի; \U0001f600 Yere\u00advan &amp; Goris"
    for mention in small.find(text):
        assert text[mention.start : mention.end] == mention.text
    assert [mention.text for mention in small.find("İrəvan, İ, İrəvanda")] == ["İrəvan", "İrəvanda"]


PIECES = st.sampled_from(
    ["Goris", "Շուշի", "Kəlbəcər", "rayonu", "Кельбаджарского", "района", "Nagorno-Karabakh", "Lake", "Sevan", "İ", "ß",
     "და", "გორი", "تبریز", "and", ",", ".", "-", "\n", "\r\n", " ", " ", "(", "«", "\u00ad", "\u200b", "\ud800",
     "FC", "Mr."]
)  # fmt: skip


@given(st.one_of(st.text(st.characters(), max_size=120), st.lists(PIECES, max_size=25).map("".join)))
@example("")
@example("İrəvan" * 3)
@example("Goris\ud800")
def test_mentions_slice_back_in_order_without_overlaps_for_any_text(small: Gazetteer, text: str) -> None:
    behind = 0
    for mention in small.find(text):
        assert behind <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text == mention.resolution.mention
        assert mention.resolution.candidates
        behind = mention.end


@given(st.lists(PIECES, max_size=30))
def test_a_text_in_pieces_names_the_same_places(small: Gazetteer, pieces: list[str]) -> None:
    whole = small.find("".join(pieces))
    assert small.find(iter(pieces)) == whole
    assert small.find(pieces) == whole


def test_a_file_names_the_same_places_as_its_text(small: Gazetteer) -> None:
    text = "From Goris\nto Nagorno-\nKarabakh, Kalbajar\ndistrict.\n" * 50
    assert small.find(io.StringIO(text)) == small.find(text)


def test_a_stream_is_read_in_blocks_that_end_between_paragraphs(
    small: Gazetteer, monkeypatch: pytest.MonkeyPatch
) -> None:
    paragraph = "The road from Goris to Lachin passes the Kalbajar district. " * 3 + "\n\n"
    text = paragraph * 40
    whole = [(one.start, one.end, one.resolution.id) for one in small.find(text)]
    monkeypatch.setattr(blocks, "BLOCK", 1000)

    def lines() -> Iterator[str]:
        yield from text.splitlines(keepends=True)

    mentions = small.find(lines())
    assert [(one.start, one.end, one.resolution.id) for one in mentions] == whole
    assert all(text[one.start : one.end] == one.text for one in mentions)


@given(st.text("aG \n", max_size=200), st.integers(1, 20))
def test_blocks_put_together_are_the_text(text: str, size: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blocks, "BLOCK", size)
        cut = list(blocks.blocks(text))
        assert "".join(block for _start, block in cut) == text
        assert all(text[start : start + len(block)] == block for start, block in cut)
        assert all(len(block) <= 2 * size for _start, block in cut)


@pytest.mark.parametrize("thing", [None, 5, b"Goris", bytearray(b"Goris"), [b"Goris"], [5], ["Goris", None], object()])
def test_what_is_no_text_is_a_type_error_that_says_what_is_wanted(small: Gazetteer, thing: object) -> None:
    with pytest.raises(TypeError, match="str"):
        small.find(thing)  # type: ignore[arg-type]


# Misspelled names


@pytest.mark.parametrize("text", ["They left the town of Kalbajag.", "They left Kalbajag town."])
def test_a_misspelled_name_is_found_beside_a_generic_term(small: Gazetteer, text: str) -> None:
    assert [place for _text, place in found(small, text, min_score=0.0)] == ["kalbajar"]


@pytest.mark.parametrize("text", ["Gordis laughed at them.", "Then Yeregan said nothing, and Kalbajer left."])
def test_a_word_that_is_only_like_a_name_is_no_place(small: Gazetteer, text: str) -> None:
    assert found(small, text) == []


# Options


def test_a_higher_bar_leaves_uncertain_mentions_out(small: Gazetteer) -> None:
    text = "They met in Goris. Tartar is a sauce."
    assert small.find(text, min_score=1.0) == []
    assert len(small.find(text, min_score=0.0)) >= len(small.find(text))


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        ("lake", ["lake-sevan"]),
        ("water", ["lake-sevan"]),
        (["lake", "town"], ["goris", "lake-sevan"]),
        (None, ["goris", "lake-sevan", "armenia"]),
    ],
)
def test_mentions_of_other_kinds_are_left_out(small: Gazetteer, kinds: object, expected: list[str]) -> None:
    text = "From Goris to Lake Sevan in Armenia."
    assert [place for _text, place in found(small, text, kinds=kinds)] == expected


def test_mentions_of_places_elsewhere_are_left_out(small: Gazetteer) -> None:
    text = "From Goris to Yerevan, Tbilisi and Ganja."
    assert [place for _text, place in found(small, text, within="armenia")] == ["goris", "yerevan"]
    assert [place for _text, place in found(small, text, within=small.get("georgia"))] == ["tbilisi"]


def test_options_that_name_nothing_are_refused(small: Gazetteer) -> None:
    with pytest.raises(UnknownPlace):
        small.find("Goris", within="atlantis-xyz")
    with pytest.raises(ValueError, match="laake"):
        small.find("Goris", kinds="laake")


def test_a_language_may_be_given(small: Gazetteer) -> None:
    assert found(small, "Bu yol Gəncəyə gedir.", lang="az") == [("Gəncəyə", "ganja")]


# Context


def test_the_other_places_of_a_text_tell_homonyms_apart(small: Gazetteer) -> None:
    lake = "On Lake Sevan in Gegharkunik lies Martuni, not far from the town of Sevan."
    karabakh = "Talks on Nagorno-Karabakh named Shushi, and Martuni in Azerbaijan as well."
    assert dict(found(small, lake))["Martuni"] == "martuni"
    assert dict(found(small, karabakh))["Martuni"] == "martuni-karabakh"


def test_a_mention_says_what_in_the_text_speaks_for_it(small: Gazetteer) -> None:
    (mention,) = small.find("They live in the village of Tatev.")
    assert any("village" in one for one in mention.support)


def test_mentions_are_hashable_and_go_through_pickle(small: Gazetteer) -> None:
    mentions = small.find("From Goris to Lake Sevan.")
    assert len(set(mentions)) == 2
    again = pickle.loads(pickle.dumps(mentions))  # noqa: S301 (made on this line)
    assert again == mentions
    assert repr(again[0]) == "Mention(5, 10, 'Goris', 'goris')"


def test_a_text_without_end_of_line_or_space_is_read(small: Gazetteer) -> None:
    assert small.find("Ա" * 100_000) == []
    assert small.find("A." * 50_000) == []
    assert small.find("(" * 50_000) == []


def test_the_same_text_gives_the_same_mentions_again(load: Callable[..., Gazetteer]) -> None:
    gazetteer = load("goris:\n  kind: town\n  names: {en: [Goris]}\n")
    text = "To Goris, from Goris, in Goris."
    assert gazetteer.find(text) == gazetteer.find(text)
    assert len(gazetteer.find(text)) == 3
