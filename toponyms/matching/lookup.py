"""Looking a reading up, level by level: folded, romanized, inflected, fuzzy."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from toponyms.index.reader import Index
from toponyms.matching.kinds import kind_fit
from toponyms.matching.reading import Reading
from toponyms.model import How
from toponyms.writing.caseforms import strip_words
from toponyms.writing.folding import fold, fold_words
from toponyms.writing.generic import generic_words
from toponyms.writing.keys import (
    CLASS,
    FOLDED,
    MODIFIED,
    SKELETON,
    SOUND,
    class_keys,
    deletions,
    edits_allowed,
    modified_keys,
    modifiers,
    skeleton_key,
)
from toponyms.writing.scripts import script_of
from toponyms.writing.sound import sound_distance, sound_keys

__all__ = ["CUT_SHORT", "Evidence", "look_up"]

CUT_SHORT = "cut short"
"""The form of a mention that is the beginning of several names."""

_MOST_BASES = 24
_LATIN_ENDINGS = {"az": {"az", "tr", "und"}, "tr": {"az", "tr", "und"}, "en": {"en", "und"}}
_SURVIVORS = 400
_SHORTEST_CUT, _LONGEST_MISSING = 4, 4
_WELL_KNOWN = 5.5


@dataclass(frozen=True, slots=True)
class Evidence:
    """That a mention may be one name of one place, and how it was found."""

    place: int
    """The place's number in the index."""
    name: int
    """The name's number in the index."""
    how: How
    """The level that found it."""
    distance: float = 0.0
    """Weighted sound distance between mention and name: 0 for none, about 1 for each typing error."""
    bare: bool = False
    """Whether the mention lacks the generic term that the name carries."""
    form: str = ""
    """The case form that was taken off, or the empty string."""
    lang: str = ""
    """The language of the case form, or the empty string."""
    implies: str = ""
    """The kind that the case form speaks of (Лачинский: a district), or the empty string."""
    reading: Reading | None = None
    """The reading that was looked up."""


def _strength(index: Index, found: Evidence) -> tuple[bool, float, bool, int, bool]:
    whole = bool(found.reading and found.reading.whole)
    use, preferred = index.n_use[found.name], index.preferred(found.name)
    return (found.bare, _LEVELS[found.how] + found.distance, not whole, use, not preferred)


_LEVELS = {How.EXACT: 0.0, How.FOLDED: 0.1, How.ROMANIZED: 0.3, How.INFLECTED: 0.25, How.FUZZY: 0.5}


def _best(index: Index, found: Iterable[Evidence]) -> list[Evidence]:
    """The strongest evidence for each place."""
    best: dict[int, Evidence] = {}
    for evidence in found:
        known = best.get(evidence.place)
        if known is None or _strength(index, evidence) < _strength(index, known):
            best[evidence.place] = evidence
    return list(best.values())


def folded(index: Index, reading: Reading) -> list[Evidence]:
    """Names with the folded key of a reading; exact where they are written alike."""
    found = []
    for posting in index.postings(FOLDED, fold(reading.text)):
        name = posting >> 1
        exact = not posting & 1 and index.name_text(name) == reading.text
        if exact or index.n_fuzzy[name]:
            how = How.EXACT if exact else How.FOLDED
            found.append(Evidence(index.n_place[name], name, how, 0.0, bool(posting & 1), reading=reading))
    return found


@dataclass(frozen=True, slots=True)
class _Base:
    """A reading without its case ending."""

    text: str
    form: str
    lang: str
    implies: str
    doubt: float = 0.0
    """Added to the distance where the ending is not written as its language writes it."""


def _bases(reading: Reading, mention_lang: str) -> list[_Base]:
    """What the reading may be a case form of, as near as can be to how it is written."""
    latin = mention_lang.partition("-")[0] if mention_lang and script_of(reading.text) == "Latn" else ""
    words = list(reading.words)
    spelled = reading.text.replace("-", " ").split()
    bases = []
    for stripped, lang, form, implies in strip_words(words, script_of(reading.text))[:_MOST_BASES]:
        if latin and (lang == "en") != (latin == "en"):
            continue  # English takes no Azerbaijani endings
        if len(spelled) == len(words) == len(stripped):
            pairs = zip(spelled, words, stripped, strict=True)
            text = " ".join(_respell(as_written, word, base) for as_written, word, base in pairs)
        else:
            text = " ".join(stripped)
        bases.append(_Base(text, form, lang, implies, _doubt(reading.text, text, lang)))
    return bases


def _doubt(written: str, base: str, lang: str) -> float:
    """How doubtful an ending is: Turkish and English set an apostrophe before it, Azerbaijani writes ə and never e."""
    if lang in ("tr", "en"):
        return 0.0 if any(mark in written for mark in "'’ʼ") else 0.3
    if lang == "az":
        return 0.3 if "e" in written[len(base) :] else 0.0
    return 0.0


def _respell(written: str, folded_word: str, base: str) -> str:
    """A folded base with the letters it shares with the written word taken from there."""
    if base == folded_word:
        return written
    if len(written) != len(folded_word):
        return base
    shared = 0
    while shared < min(len(base), len(folded_word)) and base[shared] == folded_word[shared]:
        shared += 1
    return written[:shared] + base[shared:]


def inflected(index: Index, reading: Reading, bases: Sequence[_Base]) -> list[Evidence]:
    """Names with the folded key of a reading's base forms."""
    found = []
    for base in bases:
        for posting in index.postings(FOLDED, fold(base.text)):
            name = posting >> 1
            if index.n_fuzzy[name] or _abbreviation_with_ending(reading.text, index.name_text(name)):
                found.append(
                    Evidence(index.n_place[name], name, How.INFLECTED, base.doubt, bool(posting & 1),
                             base.form, base.lang, base.implies, reading)
                )  # fmt: skip
    return found


def _abbreviation_with_ending(text: str, name: str) -> bool:
    """Whether a text is a name that matches only as written, with a case ending behind it (ՀՀ-ում, DQMV-nin)."""
    ending = text.removeprefix(name)
    return ending != text and (ending[:1] in "-‐‑’'" or ending.islower())


def _speaks(index: Index, base: _Base, name: int) -> bool:
    """Whether a case form may stand on a name: endings of Latin script on names of their own language only."""
    if base.lang not in _LATIN_ENDINGS:
        return True
    return index.name_lang(name).partition("-")[0] in _LATIN_ENDINGS[base.lang]


def _allowed_distance(length: int) -> float:
    """How far class-equal names may be apart: little for short ones."""
    return 0.0 if length < 4 else 0.25 if length == 4 else 0.5 if length == 5 else 0.9


def _posted(
    index: Index, postings: Iterable[int], reading: Reading, distance: float, base: _Base | None, how: How
) -> Iterable[Evidence]:
    meanings = modifiers(reading.words)
    for posting in postings:
        name = posting >> 1
        text = index.name_text(name)
        if (meanings or " " in text) and not _same_modifiers(meanings, reading, text, how):
            continue
        if base is not None and not _speaks(index, base, name):
            continue
        form, lang, implies = (base.form, base.lang, base.implies) if base else ("", "", "")
        yield Evidence(
            index.n_place[name], name, how, distance, bool(posting & 1), form, lang, implies, reading
        )


def _same_modifiers(meanings: tuple[str, ...], reading: Reading, name: str, how: How) -> bool:
    """Whether mention and name agree in Upper, New and the like; a misspelled modifier is none and may be the name's."""
    words = fold_words(name)
    if modifiers(words) == meanings:
        return True
    return how is How.FUZZY and not meanings and len(words) == len(reading.words) > 1


def sounding(index: Index, reading: Reading, lang: str, base: _Base | None = None) -> list[Evidence]:
    """Names with the sound key of a reading (or of a base form of it), whatever their script."""
    found: list[Evidence] = []
    text = base.text if base else reading.text
    how = How.INFLECTED if base else How.ROMANIZED
    for order, sounds in enumerate(sound_keys(text, lang)):
        if len(sounds) > 1:
            distance = 0.1 * order + (0.12 + base.doubt if base else 0.0)
            found += _posted(index, index.postings(SOUND, sounds), reading, distance, base, how)
    for key in modified_keys(text.replace("-", " ").split(), lang):
        for posting in index.postings(MODIFIED, key):
            found.append(
                Evidence(index.n_place[posting >> 1], posting >> 1, how, 0.15, bool(posting & 1),
                         base.form if base else "", base.lang if base else "", base.implies if base else "", reading)
            )  # fmt: skip
    return found


def near_sounding(index: Index, reading: Reading, lang: str, base: _Base | None = None) -> list[Evidence]:
    """Names with the class key of a reading that sound near enough."""
    found: list[Evidence] = []
    how = How.INFLECTED if base else How.ROMANIZED
    for sounds in sound_keys(base.text if base else reading.text, lang):
        allowed = _allowed_distance(len(sounds))
        if allowed == 0.0:
            continue
        for classes in class_keys(sounds):
            for posting in index.postings(CLASS, classes):
                distance = _name_distance(index, posting, sounds) + (base.doubt if base else 0.0)
                if distance <= allowed:
                    found += _posted(index, (posting,), reading, distance, base, how)
    return found


def _name_distance(index: Index, posting: int, sounds: str) -> float:
    """The sound distance of a mention's key and the nearest key of a name."""
    from toponyms.writing.keys import bare_words

    name = posting >> 1
    text = index.name_text(name)
    if posting & 1:
        text = " ".join(bare_words(text)[0])
    return min((sound_distance(sounds, key) for key in sound_keys(text, index.name_lang(name))), default=9.0)


def consonants(index: Index, reading: Reading, lang: str) -> list[Evidence]:
    """Names with the consonants of a mention in Arabic script, which leaves out most vowels."""
    found: list[Evidence] = []
    for sounds in sound_keys(reading.text, lang):
        skeleton = skeleton_key(class_keys(sounds)[0])
        if len(skeleton) >= 3:
            found += _posted(index, index.postings(SKELETON, skeleton), reading, 0.8, None, How.ROMANIZED)
    return found


def _other_initial(sounds: str, key: str) -> bool:
    """Whether two sound keys begin with sounds that nobody writes for one another; typing errors seldom do."""
    return sounds[0] != key[0] and sound_distance(sounds[0], key[0]) >= 0.6


def fuzzy(index: Index, reading: Reading, lang: str, base: _Base | None = None) -> list[Evidence]:
    """Names within the allowed number of edits of a reading's sound key, by staged deletions."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    found: list[Evidence] = []
    for sounds in sound_keys(base.text if base else reading.text, lang)[:2]:
        edits = edits_allowed(len(sounds))
        if not edits or not sounds.isascii():
            continue
        numbers: set[int] = set()
        for part in deletions(sounds):
            numbers.update(index.near_keys(part))
        keys = {number: index.key_text(number) for number in numbers}
        near = extract(sounds, keys, scorer=OSA.distance, score_cutoff=edits, limit=_SURVIVORS)
        for key, _edits, number in near:
            distance = sound_distance(sounds, key) + (0.5 if _other_initial(sounds, key) else 0.0)
            if distance <= edits and (base is None or distance <= 1.0):
                found += _posted(index, index.key_postings(number), reading, distance, base, How.FUZZY)
    return found


def cut_short(index: Index, reading: Reading, lang: str) -> list[Evidence]:
    """Well-known places, two or more, whose names begin with a mention of one word ("Khoja"): it may be any of them."""
    found: list[Evidence] = []
    for sounds in sound_keys(reading.text, lang)[:1] if len(reading.words) == 1 else ():
        if len(sounds) < _SHORTEST_CUT:
            continue
        for number in index.keys_beginning(SOUND, sounds):
            missing = len(index.key_text(number)) - len(sounds)
            for posting in index.key_postings(number) if missing <= _LONGEST_MISSING else ():
                place = index.n_place[posting >> 1]
                if not posting & 1 and float(index.p_known[place]) > _WELL_KNOWN:
                    distance = 0.2 * missing
                    found.append(Evidence(place, posting >> 1, How.FUZZY, distance, form=CUT_SHORT, reading=reading))
    return found if len({one.place for one in found}) > 1 else []


def _strong(index: Index, found: Evidence) -> bool:
    """Whether evidence answers well: the name is whole, or a generic term makes up for what it lacks."""
    reading = found.reading
    if reading is None or reading.whole or not reading.kinds:
        return not found.bare
    return kind_fit(index.kind(found.place), reading.kinds) > 0.0


def _written(index: Index, reading: Reading, lang: str) -> list[Evidence]:
    """Names written so, and where there are any the homonyms that only sound so: they may be spelled otherwise."""
    found = folded(index, reading)
    if any(not one.bare for one in found):
        found += [one for one in sounding(index, reading, lang) if not one.bare and one.distance < 0.1]
    return found


def _levels(
    index: Index, readings: Sequence[Reading], lang: str, levels: str
) -> Iterator[Callable[[], Iterable[Evidence]]]:
    """What each level of the cascade finds, one level after the other."""
    bases: dict[int, list[_Base]] = {}

    def of(reading: Reading, most: int = _MOST_BASES) -> list[_Base]:
        if id(reading) not in bases:
            bases[id(reading)] = _bases(reading, lang)
        return bases[id(reading)][:most]

    for reading in readings:
        yield lambda: _written(index, reading, lang)
    yield lambda: (
        one for reading in readings for one in (*inflected(index, reading, of(reading)), *sounding(index, reading, lang))
    )
    if "c" in levels:
        yield lambda: (
            one for reading in readings for base in of(reading, 8) for one in sounding(index, reading, lang, base)
        )
        yield lambda: (
            one
            for reading in readings
            for base in (None, *(base for base in of(reading, 8) if "vowel lost" not in base.form))
            for one in near_sounding(index, reading, lang, base)
        )
        yield lambda: (
            one
            for reading in readings
            if script_of(reading.text) == "Arab"
            for one in consonants(index, reading, lang)
        )
    if "z" in levels:
        yield lambda: (one for reading in readings for one in fuzzy(index, reading, lang))
        yield lambda: (
            one for reading in readings for base in of(reading, 3) for one in fuzzy(index, reading, lang, base)
        )
        yield lambda: (one for reading in readings for one in cut_short(index, reading, lang))


def look_up(index: Index, readings: Sequence[Reading], lang: str = "", *, levels: str = "fsicz") -> list[Evidence]:
    """The evidence of the levels down to the first that answers well, the strongest for each place.

    A level answers well when a name is found that is whole, or whose kind is the one a generic term speaks of.

    Parameters:
        index: the open index.
        readings: the readings of a mention.
        lang: its language tag where known.
        levels: which levels to try beyond folded, inflected and sounding: c near-sounding, z fuzzy.

    Returns:
        The evidence, at most one for each place; empty when no level answers.
    """
    found: list[Evidence] = []
    if all(generic_words(reading.words, 0) and len(reading.words) == 1 for reading in readings):
        # a bare "rayonu" is no name unless some place is written so
        return _best(index, (one for reading in readings for one in (*folded(index, reading), *inflected(index, reading, _bases(reading, lang)))))
    for order, level in enumerate(_levels(index, readings, lang, levels)):
        found += level()
        if any(_strong(index, one) for one in found if order >= len(readings) or not one.bare):
            break
    return _best(index, found)
