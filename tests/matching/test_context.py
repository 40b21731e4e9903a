"""How the places of one text speak for one another: parents, neighbours, the country most of them are in."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from toponyms.library import Gazetteer

TWO_COUNTRIES = """
aland:
  kind: country
  at: [50.0, 10.0]
  names: {en: [Alandia]}
bland:
  kind: country
  at: [30.0, 60.0]
  names: {en: [Blandia]}
corvo:
  kind: province
  within: aland
  at: [50.0, 10.0]
  names: {en: [Corvo]}
darno:
  kind: town
  within: corvo
  at: [50.1, 10.1]
  population: 20000
  names: {en: [Darno]}
erlin:
  kind: town
  within: bland
  at: [30.0, 60.0]
  population: 20000
  names: {en: [Erlin]}
old-union:
  kind: former-country
  names: {en: [Oldunion]}
vella-a:
  kind: village
  within: corvo
  at: [50.2, 10.0]
  names: {en: [Vella]}
vella-b:
  kind: village
  within: bland
  also_within: [old-union]
  at: [30.1, 60.0]
  names: {en: [Vella]}
"""


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("In Corvo the village of Vella burned.", "vella-a"),  # what it lies in
        ("They went from Darno to the village of Vella.", "vella-a"),  # a neighbour
        ("They went from Erlin to the village of Vella.", "vella-b"),
        ("In Blandia, in the village of Vella, it snowed.", "vella-b"),  # its country
        ("Under the Oldunion the village of Vella grew.", "vella-b"),  # what it lay in
    ],
)
def test_the_other_places_decide_between_homonyms(load: Callable[..., Gazetteer], text: str, place: str) -> None:
    mention = next(one for one in load(TWO_COUNTRIES).find(text) if "Vella" in one.text)
    assert mention.resolution.candidates[0].place.id == place


def test_with_nothing_to_tell_them_apart_both_are_candidates(load: Callable[..., Gazetteer]) -> None:
    (mention,) = load(TWO_COUNTRIES).find("They went to the village of Vella.")
    assert mention.resolution.status == "ambiguous"
    assert {one.place.id for one in mention.resolution.candidates} == {"vella-a", "vella-b"}


def test_what_spoke_for_a_place_is_told(load: Callable[..., Gazetteer]) -> None:
    gazetteer = load(TWO_COUNTRIES)
    parent = gazetteer.find("In Corvo the village of Vella burned.")[-1]
    near = gazetteer.find("They went from Darno to the village of Vella.")[-1]
    assert any("lies in" in one for one in parent.support)
    assert any("near" in one for one in near.support)
