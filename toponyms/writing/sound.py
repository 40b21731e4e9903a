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

from toponyms.writing.folding import fold
from toponyms.writing.scripts import script_of
from toponyms.writing.tables import rows

__all__ = ["class_key", "readings", "skeleton_key", "sound_distance", "sound_key", "sound_keys"]

_AZERI_LETTERS = frozenset("əǝığşçöü")
_SCHOLARLY_LETTERS = frozenset("čǰšžłġṙŕēōćž")
_PRIVATE = 0xE000  # sounds of longer spellings wait here until the single letters are read
_WORD_BREAK = re.compile(r"[\s\-‐‑–—/_.,]+")
_DOUBLED = re.compile(r"(.)\1+")
_SCRIPT_READING = {"Cyrl": "cyrl", "Armn": "armn", "Geor": "geor", "Arab": "arab", "Latn": "latn"}


class _Letters(dict[int, str]):
    """Letter to sound; a letter without one is folded, what remains unknown is dropped."""

    def __missing__(self, point: int) -> str:
        folded = fold(chr(point))
        other = _SCRIPT_READING.get(script_of(folded), "")  # a stray letter of another script
        letters = _tables(other)[3] if other and folded else self
        sound = "".join(dict.get(self, ord(part)) or dict.get(letters, ord(part)) or _ascii(part) for part in folded)
        self[point] = sound
        return sound


def _ascii(letter: str) -> str:
    return letter if letter.isascii() and letter.isalnum() else ""


@cache
def _tables(reading: str) -> tuple[list[tuple[str, str]], list[tuple[str, str]], list[tuple[str, str]], _Letters]:
    """Spellings at the start of a word, at its end, longer spellings, and single letters."""
    initial, final, longer, single = [], [], [], _Letters()
    for name, spelling, sound, where, *_ in rows("sounds"):
        if name != reading:
            continue
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
    return initial, final, longer, single


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
    initial, final, longer, single = _tables(reading)
    lower = unicodedata.normalize("NFC", text).replace("İ", "i").lower()
    sounds = []
    for word in _WORD_BREAK.split(lower):
        for spelling, private in initial:
            if word.startswith(spelling):
                word = private + word[len(spelling) :]
                break
        for spelling, private in final:
            if word.endswith(spelling):
                word = word[: -len(spelling)] + private
                break
        for spelling, private in longer:
            if spelling in word:
                word = word.replace(spelling, private)
        sounds.append(word.translate(single))
    return _DOUBLED.sub(r"\1", "".join(sounds))


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
    first = _SCRIPT_READING.get(script)
    if first is None:
        return ()
    if script == "Armn":
        return ("armn", "armn-classical")
    if script != "Latn":
        return (first,)
    lower = text.lower()
    letters = set(lower)
    if lang in ("az", "tr", "ku", "tly") or letters & _AZERI_LETTERS:
        found = ["latn-az"]
        if letters & {"ə", "ǝ"}:
            found.append("latn-az-e")
        if "sh" in lower or "ch" in lower or "kh" in lower or "gh" in lower:
            found.append("latn")
        return tuple(found)
    if lang == "fr":
        return ("latn-fr", "latn")
    if lang == "de":
        return ("latn-de", "latn")
    if letters & _SCHOLARLY_LETTERS:
        return ("latn-sci", "latn")
    found = ["latn"]
    if not lang and ("ch" in lower or "j" in letters):
        found.append("latn-fr")
    if not lang and ("j" in letters or "w" in letters):
        found.append("latn-de")
    if found[1:]:
        return tuple(found)
    return ("latn",)


def sound_keys(text: str, lang: str = "") -> tuple[str, ...]:
    """The distinct sound keys of a text by all its readings, likeliest first; empty for scripts without a reading.

    Example:
        >>> sound_keys("Şuşa"), sound_keys("Шуша"), sound_keys("東京")
        (('SuSa',), ('SuSa',), ())
    """
    return tuple(dict.fromkeys(key for key in (sound_key(text, name) for name in readings(text, lang)) if key))


@cache
def _classes() -> dict[int, str]:
    return {ord(sound): kind for sound, kind, *_ in rows("sound-classes")}


@lru_cache(maxsize=4096)
def class_key(sounds: str) -> str:
    """The class key of a sound key: one class for all vowels, for k g x, for affricates, b p, d t; h dropped.

    Source: table ``sound-classes``.

    Example:
        >>> class_key("kelbaJar") == class_key("kelbeJer") == class_key("galpaCar")
        True
    """
    return _DOUBLED.sub(r"\1", sounds.translate(_classes()))


def skeleton_key(classes: str) -> str:
    """The consonants of a class key, for Arabic script, which leaves most vowels out and writes v, u and o alike.

    Example:
        >>> skeleton_key(class_key("baku")), skeleton_key(class_key("bakv"))
        ('pk', 'pk')
    """
    return _DOUBLED.sub(r"\1", classes.replace("a", "").replace("v", ""))


@cache
def _costs() -> dict[str, float]:
    costs: dict[str, float] = {}
    for sound, other, cost, *_ in rows("sound-costs"):
        costs[sound + other] = costs[other + sound] = float(cost)
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
    if len(one) == len(other) == 1:
        return costs.get(one + other, 1.0)
    if not one or not other:
        return sum(costs.get(sound + "-", 1.0) for sound in one or other)
    return _weighted(one, other, costs, most)


def _weighted(one: str, other: str, costs: dict[str, float], most: float) -> float:
    """Weighted optimal string alignment by rows, given up when a row is above ``most``."""
    above: list[float] = []
    previous = [0.0]
    for sound in other:
        previous.append(previous[-1] + costs.get(sound + "-", 1.0))
    last = ""
    for sound in one:
        drop = costs.get(sound + "-", 1.0)
        cell = previous[0] + drop
        row = [cell]
        before = ""
        for index, target in enumerate(other):
            best = previous[index] + (0.0 if sound == target else costs.get(sound + target, 1.0))
            dropped = previous[index + 1] + drop
            if dropped < best:
                best = dropped
            added = cell + costs.get(target + "-", 1.0)
            if added < best:
                best = added
            if sound == before and target == last and above[index - 1] + 0.8 < best:
                best = above[index - 1] + 0.8
            row.append(best)
            cell = best
            before = target
        if min(row) > most:
            return most + 1.0
        above, previous, last = previous, row, sound
    return previous[-1]
