"""The whole bundled gazetteer: every name finds its own place, names of all traditions alike, and no id is lost."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator

import pytest
from update_ids import known

from toponyms.library import Gazetteer
from toponyms.model import Name, Place, Resolution, Status, Use
from toponyms.writing.folding import fold
from toponyms.writing.romanization import romanize
from toponyms.writing.scripts import script_of
from toponyms.writing.tables import rows

TRADITIONS = ("hy", "az")


@pytest.fixture(scope="module")
def places(bundled: Gazetteer) -> list[Place]:
    return list(bundled.places())


def names_of(places: list[Place]) -> Iterator[tuple[Place, Name]]:
    return ((place, name) for place in places for name in place.names)


def candidates(found: Resolution) -> list[str]:
    return [candidate.place.id for candidate in found.candidates]


def test_every_name_finds_its_own_place(bundled: Gazetteer, places: list[Place]) -> None:
    lost = []
    for place, name in names_of(places):
        found = bundled.resolve(name.text)
        if found.id != place.id and place.id not in candidates(found):
            lost.append(f"{place.id}: {name.text} ({name.lang}) came as {candidates(found)[:3]}")
    assert lost == []


def test_no_name_is_unknown(bundled: Gazetteer, places: list[Place]) -> None:
    unknown = [
        f"{place.id}: {name.text} ({name.lang})"
        for place, name in names_of(places)
        if bundled.resolve(name.text).status is Status.UNKNOWN
    ]
    assert unknown == []


def test_names_in_capitals_in_small_letters_and_in_parts_find_their_place(
    bundled: Gazetteer, places: list[Place]
) -> None:
    written = [
        (place, form)
        for place, name in list(names_of(places))[::61]
        if name.fuzzy
        for form in (
            (name.text.replace("i", "İ") if name.lang in {"az", "tr"} else name.text).upper(),
            name.text.lower(),
            unicodedata.normalize("NFD", name.text),
            f"«{name.text}», ",
            f"{name.text}\u200e[1]",
        )
    ]
    lost = [f"{place.id}: {form}" for place, form in written if place.id not in candidates(bundled.resolve(form))]
    assert lost == []


def test_a_name_of_several_words_that_one_place_has_resolves_to_it(bundled: Gazetteer, places: list[Place]) -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for place, name in names_of(places):
        owners[fold(name.text)].add(place.id)
    wrong = []
    for place, name in names_of(places):
        found = bundled.resolve(name.text)
        alone = len(name.text.split()) > 1 and owners[fold(name.text)] == {place.id}
        if alone and candidates(found)[:1] != [place.id]:
            wrong.append(f"{place.id}: {name.text} ({name.lang}) came as {candidates(found)[:3]}")
    assert wrong == []


def test_names_of_both_traditions_find_their_place_alike(bundled: Gazetteer, places: list[Place]) -> None:
    right: Counter[str] = Counter()
    both = 0
    for place in places:
        pair = [place.name(lang) for lang in TRADITIONS]
        if [name.lang for name in pair if name] != list(TRADITIONS):
            continue
        both += 1
        for name in pair:
            assert name is not None
            found = bundled.resolve(name.text)
            assert place.id in candidates(found)
            right[name.lang] += candidates(found)[0] == place.id
    shares = [right[lang] / both for lang in TRADITIONS]
    assert both > 1000
    assert abs(shares[0] - shares[1]) < 0.03


@pytest.mark.parametrize(
    "scheme",
    [
        "hy-bgn-pcgn-1981",
        "hy-popular",
        "hy-ala-lc",
        "hy-ru",
        "az-bgn-pcgn",
        "az-english",
        "az-ascii-e",
        "az-ru",
        "ru-bgn-pcgn-1947",
        "ru-popular",
        "ka-national-2002",
    ],
)
def test_what_maps_and_newspapers_make_of_a_name_leads_back(
    bundled: Gazetteer, places: list[Place], scheme: str
) -> None:
    lang = scheme.partition("-")[0]
    # The -i that Georgian adds to foreign names makes surnames of them in Latin letters (Ordubadi): Georgia's own only.
    there = [place for place in places if lang != "ka" or "georgia" in place.ancestors]
    current = [pair for pair in names_of(there) if pair[1].lang == lang and pair[1].use is Use.CURRENT]
    current = current[:: 29 if lang != "ka" else 11]
    back = [place.id in candidates(bundled.resolve(romanize(name.text, scheme))) for place, name in current]
    assert len(back) > 40
    assert sum(back) / len(back) > 0.95


def test_no_id_is_ever_lost(bundled: Gazetteer) -> None:
    assert [one for one in sorted(known()) if one not in bundled] == []


def test_every_id_is_in_the_list_of_ids(places: list[Place]) -> None:
    missing = [place.id for place in places if place.id not in known()]
    assert missing == [], "run: .venv/bin/python tests/update_ids.py"


def test_ids_are_slugs(places: list[Place]) -> None:
    assert [place.id for place in places if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", place.id)] == []


def test_what_a_place_is_within_is_there(bundled: Gazetteer, places: list[Place]) -> None:
    mentioned = {unit.id for place in places for unit in place.also_within}
    mentioned |= {name.official_in for place, name in names_of(places) if name.official_in}
    mentioned |= {place.within for place in places if place.within}
    assert sorted(one for one in mentioned if one not in bundled) == []


def test_points_are_on_the_earth_and_near_the_region_of_their_country(places: list[Place]) -> None:
    wrong = [place.id for place in places if place.at and not (-90 <= place.at[0] <= 90 and -180 <= place.at[1] <= 180)]
    inner = {"armenia", "azerbaijan", "georgia"}
    wrong += [
        place.id
        for place in places
        if place.at and inner & set(place.ancestors) and not (38 <= place.at[0] <= 44 and 39.5 <= place.at[1] <= 51.5)
    ]
    assert wrong == []


def test_scripts_fit_their_language_tags(places: list[Place]) -> None:
    fitting = {tag: set(scripts.split()) for tag, _title, scripts, *_ in rows("languages")}
    wrong = [
        f"{place.id}: {name.lang}: {name.text}"
        for place, name in names_of(places)
        if script_of(name.text) not in {*fitting[name.lang], "Zyyy"}
    ]
    assert wrong == []


def test_the_countries_and_the_places_of_the_readme_are_there(bundled: Gazetteer) -> None:
    for one in (
        "armenia",
        "azerbaijan",
        "georgia",
        "nkao",
        "artsakh",
        "nagorno-karabakh",
        "kalbajar",
        "yerevan",
        "baku",
    ):
        assert one in bundled
