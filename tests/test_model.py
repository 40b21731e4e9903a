"""The objects of an answer: frozen, hashable, picklable, short to print; and which name a place prefers."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError

import pytest

from toponyms.model import (
    Candidate,
    Containment,
    Group,
    How,
    Kind,
    Mention,
    Name,
    Place,
    Resolution,
    Status,
    Use,
)

GANJA = Place(
    "ganja",
    Kind.CITY,
    at=(40.6828, 46.3606),
    within="azerbaijan",
    also_within=(Containment("azerbaijan-ssr", 1920, 1991),),
    ancestors=("azerbaijan",),
    population=335_000,
    same_as=(("geonames", "586523"),),
    names=(
        Name("Gəncə", "az", "Latn", official_in="azerbaijan"),
        Name("Kirovabad", "az", "Latn", Use.FORMER, 1935, 1989),
        Name("Ҝәнҹә", "az-Cyrl", "Cyrl", Use.FORMER, 1939, 1991),
        Name("Гянджа", "ru", "Cyrl"),
        Name("Елизаветполь", "ru", "Cyrl", Use.FORMER, 1804, 1918, official_in="russia"),
        Name("Ganja", "en", "Latn"),
    ),
)
GARNI = Place("garni", Kind.VILLAGE)
ANSWER = Candidate(GANJA, GANJA.names[0], 0.97, How.EXACT, '"Gəncə" is a name as written (az)')
RESOLVED = Resolution("Gəncə", Status.RESOLVED, "ganja", 0.97, (ANSWER,))
AMBIGUOUS = Resolution("Gəncə", Status.AMBIGUOUS, None, 0.5, (ANSWER, ANSWER))
UNKNOWN = Resolution("Atlantis")
MENTION = Mention(3, 8, "Gəncə", RESOLVED, ("generic term şəhəri",))
EVERYTHING = [GANJA, GARNI, GANJA.names[0], GANJA.also_within[0], ANSWER, RESOLVED, AMBIGUOUS, UNKNOWN, MENTION]


@pytest.mark.parametrize("thing", EVERYTHING, ids=lambda thing: type(thing).__name__)
def test_objects_are_frozen_and_without_a_dict(thing: object) -> None:
    field = next(iter(type(thing).__slots__))  # type: ignore[attr-defined]
    with pytest.raises(FrozenInstanceError):
        setattr(thing, field, "other")
    assert not hasattr(thing, "__dict__")


@pytest.mark.parametrize("thing", EVERYTHING, ids=lambda thing: type(thing).__name__)
@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_objects_go_through_pickle_and_copy_unchanged(thing: object, protocol: int) -> None:
    again = pickle.loads(pickle.dumps(thing, protocol))  # noqa: S301 (made one line above)
    for other in (again, copy.copy(thing), copy.deepcopy(thing)):
        assert other == thing
        assert hash(other) == hash(thing)
        assert repr(other) == repr(thing)


def test_a_pickled_resolution_keeps_its_candidates_with_their_sentences() -> None:
    lazy = Resolution("Gəncə", Status.RESOLVED, "ganja", 0.97, lambda: (ANSWER,))
    again = pickle.loads(pickle.dumps(lazy))  # noqa: S301 (made on this line)
    assert again.candidates == (ANSWER,)
    assert again.why == ANSWER.why
    assert again.place.population == 335_000
    assert again.place.names == GANJA.names


def test_candidates_are_made_once() -> None:
    calls = []

    def make() -> tuple[Candidate, ...]:
        calls.append(1)
        return (ANSWER,)

    lazy = Resolution("Gəncə", Status.RESOLVED, "ganja", 0.97, make)
    assert lazy.candidates is lazy.candidates
    assert calls == [1]


def test_objects_have_a_short_repr() -> None:
    assert repr(GANJA) == "Place('ganja', city)"
    assert repr(GANJA.names[1]) == "Name('Kirovabad', 'az')"
    assert repr(ANSWER) == "Candidate('ganja', 0.97, exact)"
    assert repr(RESOLVED) == "Resolution('Gəncə', 'ganja', 0.97)"
    assert repr(AMBIGUOUS) == "Resolution('Gəncə', ambiguous: 'ganja', 'ganja')"
    assert repr(UNKNOWN) == "Resolution('Atlantis', unknown)"
    assert repr(MENTION) == "Mention(3, 8, 'Gəncə', 'ganja')"


def test_only_a_resolved_mention_is_true_and_has_a_place() -> None:
    assert RESOLVED
    assert RESOLVED.place is GANJA
    assert (RESOLVED.how, RESOLVED.why) == (How.EXACT, ANSWER.why)
    assert not AMBIGUOUS
    assert AMBIGUOUS.place is None
    assert AMBIGUOUS.id is None
    assert AMBIGUOUS.how is How.EXACT


def test_an_unknown_mention_has_nothing() -> None:
    assert not UNKNOWN
    assert (UNKNOWN.status, UNKNOWN.id, UNKNOWN.place, UNKNOWN.how) == (Status.UNKNOWN, None, None, None)
    assert (UNKNOWN.score, UNKNOWN.why, UNKNOWN.candidates) == (0.0, "", ())


def test_places_are_equal_when_their_ids_are() -> None:
    assert Place("garni", Kind.VILLAGE) == Place("garni", Kind.TOWN, population=1)
    assert hash(Place("garni", Kind.VILLAGE)) == hash(Place("garni", Kind.TOWN))
    assert Place("garni", Kind.VILLAGE) != Place("geghard", Kind.VILLAGE)


def test_results_work_in_sets_and_as_keys() -> None:
    assert len({RESOLVED, Resolution("Gəncə", Status.RESOLVED, "ganja", 0.97), UNKNOWN}) == 2
    assert {MENTION: 1}[MENTION] == 1


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("az", "Gəncə"),
        ("ru", "Гянджа"),
        ("en", "Ganja"),
        ("az-Latn", "Gəncə"),  # the tag has none: its language
        ("az-Cyrl", "Gəncə"),  # the tag has only a former one: its language
        ("hy", "Ganja"),  # the language has none: English
    ],
)
def test_the_preferred_name_follows_the_documented_order(lang: str, expected: str) -> None:
    name = GANJA.name(lang)
    assert name is not None
    assert name.text == expected


def test_without_english_the_first_name_of_any_language_is_preferred() -> None:
    place = Place("x", Kind.TOWN, names=(Name("გორი", "ka", "Geor"), Name("Гори", "ru", "Cyrl")))
    assert place.name("hy") == place.names[0]
    assert place.label == "გორი"


def test_a_place_whose_names_are_all_former_still_has_a_name() -> None:
    place = Place("x", Kind.FORMER_SETTLEMENT, names=(Name("Ани", "ru", "Cyrl", Use.FORMER),))
    assert place.name("ru") == place.names[0]


def test_former_names_count_in_their_years_only() -> None:
    assert GANJA.name("az", as_of=1970) == GANJA.names[1]
    assert GANJA.name("az", as_of=2000) == GANJA.names[0]
    assert GANJA.name("ru", as_of=1900) == GANJA.names[4]
    assert GANJA.name("az-Cyrl", as_of=1950) == GANJA.names[2]


@pytest.mark.parametrize(("year", "inside"), [(1934, False), (1935, True), (1989, True), (1990, False)])
def test_years_of_a_name_count_both_ends(year: int, inside: bool) -> None:
    assert GANJA.names[1].in_use(year) is inside


def test_a_name_without_years_is_in_use_in_any_year() -> None:
    assert Name("Garni", "en", "Latn").in_use(-300)


def test_official_names_are_chosen_by_who_uses_them() -> None:
    assert GANJA.name("az", official_in="azerbaijan") == GANJA.names[0]
    assert GANJA.name("en", official_in="azerbaijan") == GANJA.names[0]
    assert GANJA.name("az", official_in="georgia") is None


def test_no_name_is_none_and_the_label_falls_back_to_the_id() -> None:
    assert GARNI.name("hy") is None
    assert GARNI.name("hy", as_of=1900) is None
    assert GARNI.label == "garni"
    assert GANJA.label == "Ganja"


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_has_a_group_and_a_geonames_code_and_is_its_own_text(kind: Kind) -> None:
    assert isinstance(kind.group, Group)
    assert kind.geonames.isupper() or kind.geonames[:3].isupper()
    assert kind == kind.value
    assert Kind(kind.value) is kind
    assert kind.value == kind.name.lower().replace("_", "-")


def test_kinds_and_levels_are_closed_lists() -> None:
    with pytest.raises(ValueError, match="hamlet"):
        Kind("hamlet")
    assert [how.value for how in How] == ["exact", "folded", "romanized", "inflected", "fuzzy"]
    assert [status.value for status in Status] == ["resolved", "ambiguous", "unknown"]
    assert [use.value for use in Use] == ["current", "former", "colloquial", "abbreviation", "misspelling"]
