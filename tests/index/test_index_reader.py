"""Probing an index: keys, homonyms, containment, and objects made when asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from toponyms.index import reader
from toponyms.index.build import build
from toponyms.index.reader import Index
from toponyms.model import Containment, Kind, Name, Place
from toponyms.writing.folding import fold
from toponyms.writing.keys import FOLDED, SOUND
from toponyms.writing.sound import sound_keys


def place(place_id: str, text: str, lang: str = "en", kind: Kind = Kind.VILLAGE, **more: object) -> Place:
    return Place(place_id, kind, names=(Name(text, lang, "Latn"),), **more)  # type: ignore[arg-type]


HOMONYMS = [place(f"agarak-{number}", "Agarak") for number in range(12)]
WORLD = [
    place("armenia", "Armenia", kind=Kind.COUNTRY),
    place("syunik", "Syunik", kind=Kind.PROVINCE, within="armenia", at=(39.3, 46.2)),
    place("goris", "Գորիս", "hy", Kind.TOWN, within="syunik", also_within=(Containment("zangezur", 1921, 1930),)),
    place("tartar-river", "Tərtər çayı", "az", Kind.RIVER),
    *HOMONYMS,
]


@pytest.fixture(scope="module")
def index() -> Index:
    return Index(build(WORLD, bytes(32)))


def owners(index: Index, space: str, key: str) -> list[str]:
    return sorted(index.place_id(index.n_place[posting >> 1]) for posting in index.postings(space, key))


def test_a_name_is_found_by_each_of_its_keys(index: Index) -> None:
    assert owners(index, FOLDED, fold("ԳՈՐԻՍ")) == ["goris"]
    (sounds,) = set(sound_keys("Goris"))
    assert owners(index, SOUND, sounds) == ["goris"]


def test_homonyms_are_all_found(index: Index) -> None:
    assert owners(index, FOLDED, "agarak") == sorted(one.id for one in HOMONYMS)


def test_a_name_is_found_with_and_without_its_generic_term(index: Index) -> None:
    (whole,) = index.postings(FOLDED, fold("Tərtər çayı"))
    (bare,) = index.postings(FOLDED, fold("Tərtər"))
    assert whole >> 1 == bare >> 1
    assert (whole & 1, bare & 1) == (0, 1)


@pytest.mark.parametrize("key", ["", "gori", "goriss", "\ud7ff", "x" * 3000, "東京", "F"])
def test_a_key_that_no_name_has_is_not_found(index: Index, key: str) -> None:
    assert index.key_number(FOLDED, key) == -1
    assert list(index.postings(FOLDED, key)) == []


def test_keys_are_given_back_as_written(index: Index) -> None:
    number = index.key_number(FOLDED, fold("Գորիս"))
    assert index.key_text(number) == "գորիս"
    assert list(index.key_postings(number)) == list(index.postings(FOLDED, "գորիս"))


def test_containment_goes_up_to_the_top(index: Index) -> None:
    goris = index.place(index.place_number("goris"))
    assert goris.within == "syunik"
    assert goris.ancestors == ("syunik", "armenia")
    assert goris.also_within == (Containment("zangezur", 1921, 1930),)
    assert index.place(index.place_number("armenia")).ancestors == ()


def test_a_circle_in_a_damaged_file_ends() -> None:
    round_about = [place("a", "A", within="b"), place("b", "B", within="a")]
    index = Index(build(round_about, bytes(32)))
    assert len(list(index.parents(0))) < 100


def test_places_are_made_once_and_kept_within_a_bound(index: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    assert index.place(0) is index.place(0)
    monkeypatch.setattr(reader, "_CACHED_PLACES", 2)
    made = [index.place(number) for number in range(index.size)]
    assert [one.id for one in made] == [index.place_id(number) for number in range(index.size)]
    assert index.place(0) == made[0]


def test_a_file_on_disk_is_read_like_bytes(tmp_path: Path, index: Index) -> None:
    path = tmp_path / "x.index"
    path.write_bytes(build(WORLD, bytes(32)))
    opened = Index.open(str(path), thorough=True)
    assert [opened.place(n) for n in range(opened.size)] == [index.place(n) for n in range(index.size)]
    assert opened.where == str(path)


def test_names_of_all_scripts_are_found_by_their_folded_key() -> None:
    texts = ["Շուշի", "Şuşa", "Шуша", "შუშა", "شوشا", "Σούσα", "שושה", "ܫܘܫܐ", "東京", "शुशा", "슈샤", "ⴔⵓⵙ", "Ўзан"]
    places = [
        Place(f"p{number}", Kind.TOWN, names=(Name(text, "und-Latn", "Zzzz"),)) for number, text in enumerate(texts)
    ]
    index = Index(build(places, bytes(32)))
    for number, text in enumerate(texts):
        assert f"p{number}" in owners(index, FOLDED, fold(text))


def test_a_name_that_folds_to_nothing_does_no_harm() -> None:
    index = Index(build([place("x", "—"), place("y", "???")], bytes(32)))
    assert list(index.postings(FOLDED, "")) == []
    assert [index.place(number).names[0].text for number in (0, 1)] == ["—", "???"]
