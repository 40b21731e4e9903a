"""Sound keys: one Latin key for a name in whatever script and spelling, so that Кельбаджар meets Kəlbəcər.

A *reading* turns the letters of a text into sounds, one character a sound (table ``sounds``). The *sound key* is that
string with doubled letters made single. The *class key* goes further: vowels are one class, and so are the consonants
that romanizations write for one another (table ``sound-classes``). Two spellings with one class key are then compared
by `sound_distance`, which knows that e for ə costs little and g for r much.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from operator import itemgetter
from typing import NamedTuple

from toponyms.lean import Pattern
from toponyms.writing.folding import fold
from toponyms.writing.scripts import script_of
from toponyms.writing.tables import rows

__all__ = ["class_key", "readings", "skeleton_key", "sound_distance", "sound_key", "sound_keys"]

_AZERI_LETTERS = frozenset("əǝığşçöü")
_SCHOLARLY_LETTERS = frozenset("čǰšžłġṙŕēōćž")
_PRIVATE = 0xE000  # sounds of longer spellings wait here until the single letters are read
_WORD_BREAK = Pattern(r"[\s\-‐‑–—/_.,]+")
_DOUBLED = re.compile(r"(.)\1+")
_FIRST = itemgetter(1)
_SCRIPT_READING = {"Cyrl": "cyrl", "Armn": "armn", "Geor": "geor", "Arab": "arab", "Latn": "latn"}
_READINGS = {"Cyrl": ("cyrl",), "Armn": ("armn", "armn-classical"), "Geor": ("geor",), "Arab": ("arab",)}


class _Letters(dict[int, str]):
    """Letter to sound; a letter without one is folded, what remains unknown is dropped."""

    def __missing__(self, point: int) -> str:
        folded = fold(chr(point))
        other = _SCRIPT_READING.get(script_of(folded), "")  # a stray letter of another script
        letters = _tables(other).single if other and folded else self
        sound = "".join(dict.get(self, ord(part)) or dict.get(letters, ord(part)) or _ascii(part) for part in folded)
        self[point] = sound
        return sound


def _ascii(letter: str) -> str:
    return letter if letter.isascii() and letter.isalnum() else ""


class _Tables(NamedTuple):
    """One reading of the table ``sounds``."""

    initial: list[tuple[str, str]]
    """Spellings at the start of a word."""
    final: list[tuple[str, str]]
    """Spellings at its end."""
    longer: list[tuple[str, str]]
    """Spellings of several letters, longest first."""
    any_longer: re.Pattern[str]
    """Whether there is one."""
    single: _Letters
    """Single letters."""


@cache
def _rows_of() -> dict[str, list[tuple[str, str, str]]]:
    """The rows of the table ``sounds`` by reading."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    for reading, spelling, sound, where, *_ in rows("sounds"):
        found.setdefault(reading, []).append((spelling, sound, where))
    return found


@cache
def _tables(reading: str) -> _Tables:
    """What a reading says of the letters."""
    initial, final, longer, single = [], [], [], _Letters()
    for spelling, sound, where in _rows_of().get(reading, ()):
        private = "".join(chr(_PRIVATE + ord(part)) for part in sound)
        if where == "initial":
            initial.append((spelling, private))
        elif where == "final":
            final.append((spelling, private))
        elif len(spelling) > 1:
            longer.append((spelling, private))
        else:
            single[ord(spelling)] = sound
    single.update({_PRIVATE + point: chr(point) for point in range(ord("A"), ord("z") + 1)})
    longer.sort(key=lambda pair: -len(pair[0]))
    any_longer = re.compile("|".join(spelling for spelling, _ in longer) or "(?!)")
    return _Tables(initial, final, longer, any_longer, single)


def sound_key(text: str, reading: str) -> str:
    """The sounds of a text by one reading, doubled ones made single, without spaces.

    Parameters:
        text: a name or mention.
        reading: a reading of the table ``sounds``, e.g. ``"latn-az"``.

    Source: table ``sounds``.

    Example:
        >>> sound_key("Кельбаджар", "cyrl"), sound_key("Kəlbəcər", "latn-az-e"), sound_key("Քարվաճառ", "armn")
        ('kelbaJar', 'kelbeJer', 'karvaCar')
    """
    tables = _tables(reading)
    if not text.isascii():
        text = unicodedata.normalize("NFC", text).replace("İ", "i")
    lower = text.lower()
    if lower.isalpha():
        sounds = _word_sounds(lower, tables)
    else:
        sounds = "".join([_word_sounds(word, tables) for word in _WORD_BREAK.split(lower)])
    return _DOUBLED.sub(_FIRST, sounds)


def _word_sounds(word: str, tables: _Tables) -> str:
    for spelling, private in tables.initial:
        if word.startswith(spelling):
            word = private + word[len(spelling) :]
            break
    for spelling, private in tables.final:
        if word.endswith(spelling):
            word = word[: -len(spelling)] + private
            break
    if tables.any_longer.search(word):
        for spelling, private in tables.longer:
            if spelling in word:
                word = word.replace(spelling, private)
    return word.translate(tables.single)


def readings(text: str, lang: str = "") -> tuple[str, ...]:
    """The readings a text may have, likeliest first; empty when its script has none.

    Parameters:
        text: a name or mention.
        lang: its language tag where known; otherwise script and letters decide.

    Example:
        >>> readings("Kəlbəcər"), readings("Choucha"), readings("Choucha", "en")
        (('latn-az', 'latn-az-e'), ('latn', 'latn-fr'), ('latn',))
    """
    script = script_of(text)
    if script != "Latn":
        return _READINGS.get(script, ())
    lower = text.lower()
    ascii_only = lower.isascii()
    if lang in ("az", "tr", "ku", "tly") or not (ascii_only or _AZERI_LETTERS.isdisjoint(lower)):
        found = ["latn-az"]
        if "ə" in lower or "ǝ" in lower:
            found.append("latn-az-e")
        if "h" in lower and ("sh" in lower or "ch" in lower or "kh" in lower or "gh" in lower):
            found.append("latn")
        return tuple(found)
    if lang == "fr":
        return ("latn-fr", "latn")
    if lang == "de":
        return ("latn-de", "latn")
    if not ascii_only and not _SCHOLARLY_LETTERS.isdisjoint(lower):
        return ("latn-sci", "latn")
    if lang and not lang.startswith("und"):
        return ("latn",)
    french, german = "ch" in lower or "j" in lower, "j" in lower or "w" in lower
    bare = "c" in lower and lower.count("c") > lower.count("ch") + lower.count("ck")  # ISO 9985 without its marks
    return (
        "latn",
        *(("latn-fr",) if french else ()),
        *(("latn-de",) if german else ()),
        *(("latn-sci",) if bare else ()),
    )


@lru_cache(maxsize=1024)
def sound_keys(text: str, lang: str = "") -> tuple[str, ...]:
    """The distinct sound keys of a text by all its readings, likeliest first; empty for scripts without a reading.

    Example:
        >>> sound_keys("Şuşa"), sound_keys("Шуша"), sound_keys("東京")
        (('SuSa',), ('SuSa',), ())
    """
    names = readings(text, lang)
    if len(names) == 1:
        key = sound_key(text, names[0])
        return (key,) if key else ()
    return tuple(dict.fromkeys([key for name in names if (key := sound_key(text, name))]))


@cache
def _classes() -> dict[int, str]:
    return {ord(sound): kind for sound, kind, *_ in rows("sound-classes")}


@lru_cache(maxsize=1024)
def class_key(sounds: str) -> str:
    """The class key of a sound key: one class for all vowels, for k g x, for affricates, b p, d t; h dropped.

    Source: table ``sound-classes``.

    Example:
        >>> class_key("kelbaJar") == class_key("kelbeJer") == class_key("galpaCar")
        True
    """
    return _DOUBLED.sub(_FIRST, sounds.translate(_classes()))


def skeleton_key(classes: str) -> str:
    """The consonants of a class key, for Arabic script, which leaves most vowels out and writes v, u and o alike.

    Consonants that only meet because of a vowel left out stay two.

    Example:
        >>> skeleton_key(class_key("baku")), skeleton_key(class_key("bakv"))
        ('pk', 'pk')
    """
    return classes.replace("a", "").replace("v", "")


class _Costs(dict[str, dict[str, float]]):
    """What a sound costs for another, and for none (``"-"``); a pair that is not there costs 1."""

    def __missing__(self, sound: str) -> dict[str, float]:
        self[sound] = row = {"-": 1.0}
        return row


@cache
def _costs() -> _Costs:
    costs = _Costs()
    for sound, other, cost, *_ in rows("sound-costs"):
        costs[sound][other] = costs[other][sound] = float(cost)
    return costs


def sound_distance(one: str, other: str, most: float = 9.0) -> float:
    """The weighted edit distance of two sound keys: 0 for equal ones, about 1 for each typing error.

    Transposed neighbours cost 0.8; what a sound costs for another is in the table ``sound-costs``.

    Parameters:
        one, other: sound keys.
        most: above this the exact figure does not matter; some greater one is given.

    Example:
        >>> sound_distance("kelbaJar", "kalbaJar"), sound_distance("goris", "gori")
        (0.1, 1.0)
    """
    if one == other:
        return 0.0
    start, end, last = 0, len(one), len(other)
    while start < end and start < last and one[start] == other[start]:
        start += 1
    while end > start and last > start and one[end - 1] == other[last - 1]:
        end -= 1
        last -= 1
    one, other = one[start:end], other[start:last]
    costs = _costs()
    if not one or not other:
        return sum([costs[sound]["-"] for sound in one or other])
    if len(one) == len(other) == 1:
        return costs[one].get(other, 1.0)
    return _weighted(one, other, costs, most)


def _weighted(one: str, other: str, costs: _Costs, most: float) -> float:
    """Weighted optimal string alignment by rows, given up when a row is above ``most``."""
    adds = [costs[target]["-"] for target in other]
    targets = tuple(enumerate(other))
    above: list[float] = []
    previous = [0.0]
    for add in adds:
        previous.append(previous[-1] + add)
    last = ""
    for sound in one:
        swaps = costs[sound]
        drop = swaps["-"]
        cell = previous[0] + drop
        row = [cell]
        before = ""
        for at, target in targets:
            best = previous[at] if sound == target else previous[at] + swaps.get(target, 1.0)
            if previous[at + 1] + drop < best:  # noqa: PLR1730 (half the time of min, and most of the time is here)
                best = previous[at + 1] + drop
            if cell + adds[at] < best:  # noqa: PLR1730
                best = cell + adds[at]
            if sound == before and target == last and above[at - 1] + 0.8 < best:
                best = above[at - 1] + 0.8
            row.append(best)
            cell = best
            before = target
        if min(row) > most:
            return most + 1.0
        above, previous, last = previous, row, sound
    return previous[-1]
