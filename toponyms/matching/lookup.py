"""Looking readings up, level by level: written so, inflected and sounding so, near-sounding, misspelled."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache

from toponyms.index.reader import Index
from toponyms.matching.bases import Base, bases_of, may_stand_on
from toponyms.matching.evidence import CUT_SHORT, Evidence, strongest
from toponyms.matching.kinds import kind_fit
from toponyms.matching.reading import Reading
from toponyms.model import How
from toponyms.writing.folding import fold_words
from toponyms.writing.generic import generic_words
from toponyms.writing.keys import (
    CLASS,
    FOLDED,
    MODIFIED,
    SAINT,
    SKELETON,
    SOUND,
    class_keys,
    deletions,
    edits_allowed,
    modified_keys,
    modifiers,
    skeleton_key,
)
from toponyms.writing.sound import sound_distance, sound_keys

__all__ = ["look_up"]

_SURVIVORS = 6
_SHORTEST_CUT, _LONGEST_MISSING = 4, 4
_WELL_KNOWN = 5.5
_SOUNDING_BASES, _NEAR_BASES, _FUZZY_BASES = 6, 4, 2


def _folded(index: Index, reading: Reading) -> list[Evidence]:
    """Names with the folded key of a reading; exact where they are written alike."""
    found = []
    for posting in index.postings(FOLDED, reading.key):
        name, bare = posting >> 1, bool(posting & 1)
        exact = not bare and index.name_text(name) == reading.text
        if exact or index.n_fuzzy[name]:
            how = How.EXACT if exact else How.FOLDED
            found.append(Evidence(index.n_place[name], name, how, 0.0, bare, reading=reading))
    return found


def _written(index: Index, reading: Reading, lang: str) -> list[Evidence]:
    """Names written so, and where there are any the homonyms that only sound so: they may be spelled otherwise."""
    found = _folded(index, reading)
    if found and any(not one.bare for one in found):
        found += [one for one in _sounding_as(index, reading, lang) if not one.bare and one.distance < 0.1]
    return found


def _inflected(index: Index, reading: Reading, bases: Sequence[Base]) -> list[Evidence]:
    """Names with the folded key of a reading's base forms."""
    found = []
    for base in bases:
        for posting in index.postings(FOLDED, base.key):
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


def _of_postings(
    index: Index, postings: Iterable[int], reading: Reading, distance: float, how: How, base: Base | None = None
) -> list[Evidence]:
    """Evidence for the names of postings that agree with the reading in Upper, New and the like."""
    found = []
    form, lang, implies = (base.form, base.lang, base.implies) if base else ("", "", "")
    for posting in postings:
        name = posting >> 1
        text = index.name_text(name)
        if (reading.modifiers or " " in text) and not _same_modifiers(reading, text, how):
            continue
        if base is None or may_stand_on(index, base, name):
            found.append(
                Evidence(index.n_place[name], name, how, distance, bool(posting & 1), form, lang, implies, reading)
            )
    return found


def _but_saint(meanings: Iterable[str]) -> list[str]:
    """Modifiers without "saint", which sets no two places apart."""
    return [meaning for meaning in meanings if meaning != SAINT]


@lru_cache(maxsize=1024)
def _modifiers_of(name: str) -> tuple[tuple[str, ...], int]:
    """The modifiers of a name and how many words it has."""
    words = fold_words(name)
    return modifiers(words), len(words)


def _same_modifiers(reading: Reading, name: str, how: How) -> bool:
    """Whether mention and name agree in Upper, New and the like; a misspelled one is none and may be the name's."""
    meanings, words = _modifiers_of(name)
    if meanings == reading.modifiers or _but_saint(meanings) == _but_saint(reading.modifiers):
        return True
    return how is How.FUZZY and not reading.modifiers and words == len(reading.words) > 1


def _sounding_as(index: Index, reading: Reading, lang: str, base: Base | None = None) -> list[Evidence]:
    """Names with the sound key of a reading (or of a base form of it), whatever their script."""
    found: list[Evidence] = []
    text = base.text if base else reading.text
    how = How.INFLECTED if base else How.ROMANIZED
    doubt = 0.12 + base.doubt if base else 0.0
    for order, sounds in enumerate(sound_keys(text, lang)[: 1 if base else None]):
        postings = index.postings(SOUND, sounds) if len(sounds) > 1 else ()
        if postings:
            found += _of_postings(index, postings, reading, 0.1 * order + doubt, how, base)
    if reading.modifiers:
        for key in modified_keys(text.replace("-", " ").split(), lang):
            found += [
                Evidence(index.n_place[posting >> 1], posting >> 1, how, 0.15 + doubt, bool(posting & 1),
                         base.form if base else "", base.lang if base else "", reading=reading)
                for posting in index.postings(MODIFIED, key)
            ]  # fmt: skip
    return found


def _inflected_or_sounding(index: Index, reading: Reading, lang: str, bases: Sequence[Base]) -> list[Evidence]:
    """Names that a base form of the reading is, and names that sound like it."""
    return [*_inflected(index, reading, bases), *_sounding_as(index, reading, lang)]


def _bases_sounding(index: Index, reading: Reading, lang: str, bases: Sequence[Base]) -> list[Evidence]:
    """Names that sound like a base form of the reading."""
    return [one for base in bases[:_SOUNDING_BASES] for one in _sounding_as(index, reading, lang, base)]


def _allowed_distance(length: int) -> float:
    """How far class-equal names may be apart: little for short ones."""
    return 0.0 if length < 4 else 0.25 if length == 4 else 0.5 if length == 5 else 0.9


def _near(index: Index, reading: Reading, lang: str, base: Base | None = None) -> list[Evidence]:
    """Names with the class key of a reading (or of a base form of it) that sound near enough."""
    found: list[Evidence] = []
    how = How.INFLECTED if base else How.ROMANIZED
    doubt = base.doubt if base else 0.0
    for sounds in sound_keys(base.text if base else reading.text, lang):
        allowed = _allowed_distance(len(sounds)) - doubt
        if allowed <= 0.0:
            continue
        numbers = {number for classes in class_keys(sounds) for number in index.postings(CLASS, classes)}
        for number in numbers:
            distance = sound_distance(sounds, index.key_text(number), allowed)
            if distance <= allowed:
                found += _of_postings(index, index.key_postings(number), reading, distance + doubt, how, base)
    return found


def _near_sounding(index: Index, reading: Reading, lang: str, _bases: Sequence[Base]) -> list[Evidence]:
    """Names that sound nearly like the reading."""
    return _near(index, reading, lang)


def _bases_near_sounding(index: Index, reading: Reading, lang: str, bases: Sequence[Base]) -> list[Evidence]:
    """Names that sound nearly like a base form of the reading."""
    kept = [base for base in bases[:_NEAR_BASES] if "vowel lost" not in base.form]
    return [one for base in kept for one in _near(index, reading, lang, base)]


def _consonants(index: Index, reading: Reading, lang: str, _bases: Sequence[Base]) -> list[Evidence]:
    """Names with the consonants of a mention in Arabic script, which leaves out most vowels."""
    found: list[Evidence] = []
    for sounds in sound_keys(reading.text, lang) if reading.script == "Arab" else ():
        skeleton = skeleton_key(class_keys(sounds)[0])
        if len(skeleton) >= 3:
            found += _of_postings(index, index.postings(SKELETON, skeleton), reading, 0.3, How.ROMANIZED)
    return found


def _other_initial(sounds: str, key: str) -> bool:
    """Whether two sound keys begin with sounds that nobody writes for one another; typing errors seldom do."""
    return sounds[0] != key[0] and sound_distance(sounds[0], key[0], 1.0) >= 0.6


@cache
def _edit_distances() -> tuple[Callable[..., int], Callable[..., list[tuple[str, int, int]]]]:
    """Edit distance and the search by it; loaded when a mention first comes to this level."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    return OSA.distance, extract


def _slips(index: Index, reading: Reading, lang: str, base: Base | None = None) -> list[Evidence]:
    """Names within the allowed number of edits of the sound key of a reading or a base form, by staged deletions.

    Names that are two edits off are looked for only when none is one edit off.
    """
    found: list[Evidence] = []
    for sounds in sound_keys(base.text if base else reading.text, lang)[:2]:
        if not sounds.isascii():
            continue
        for edits in range(1, edits_allowed(len(sounds)) + 1):
            found += _within_edits(index, reading, sounds, edits, base)
            if found:
                break
    return found


def _within_edits(index: Index, reading: Reading, sounds: str, edits: int, base: Base | None) -> list[Evidence]:
    found: list[Evidence] = []
    distance_of, extract = _edit_distances()
    keys = index.near_keys(deletions(sounds, edits), len(sounds) - edits, len(sounds) + edits)
    near = extract(sounds, keys, scorer=distance_of, score_cutoff=edits, limit=_SURVIVORS) if keys else ()
    for key, _edits, number in near:
        distance = sound_distance(sounds, key, edits) + (0.5 if _other_initial(sounds, key) else 0.0)
        if distance <= (1.0 if base else edits):
            found += _of_postings(index, index.key_postings(number), reading, distance, How.FUZZY, base)
    return found


def _misspelled(index: Index, reading: Reading, lang: str, _bases: Sequence[Base]) -> list[Evidence]:
    """Names that the reading may be a misspelling of."""
    return _slips(index, reading, lang)


def _bases_misspelled(index: Index, reading: Reading, lang: str, bases: Sequence[Base]) -> list[Evidence]:
    """Names that a base form of the reading may be a misspelling of."""
    return [one for base in bases[:_FUZZY_BASES] for one in _slips(index, reading, lang, base)]


def _cut_short(index: Index, reading: Reading, lang: str, _bases: Sequence[Base]) -> list[Evidence]:
    """Well-known places, two or more, whose names begin with a mention of one word ("Khoja"): it may be any of them."""
    found: list[Evidence] = []
    name_like = len(reading.words) == 1 and not reading.modifiers
    for sounds in sound_keys(reading.text, lang)[:1] if name_like else ():
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


Level = Callable[[Index, Reading, str, "Sequence[Base]"], "list[Evidence]"]
"""One level of the cascade: the evidence for a reading with its base forms in a language."""
_LOOSE: tuple[Level, ...] = (
    _bases_sounding,
    _near_sounding,
    _bases_near_sounding,
    _consonants,
    _misspelled,
    _bases_misspelled,
    _cut_short,
)


def _strong(index: Index, found: Evidence) -> bool:
    """Whether evidence answers well: the name is whole, or a generic term makes up for what it lacks."""
    reading = found.reading
    if reading is None or reading.whole or not reading.kinds:
        return not found.bare
    return kind_fit(index.kind(found.place), reading.kinds) > 0.0


def look_up(index: Index, readings: Sequence[Reading], lang: str = "", *, loose: bool = True) -> list[Evidence]:
    """The evidence of the levels down to the first that answers well, the strongest for each place.

    A level answers well when a name is found that is whole, or whose kind is the one a generic term speaks of.

    Parameters:
        index: the open index.
        readings: the readings of a mention.
        lang: its language tag where known.
        loose: whether to go on to names that only sound alike or are misspelled.

    Returns:
        The evidence, at most one for each place; empty when no level answers.
    """
    found: list[Evidence] = []
    for reading in readings:
        found += _written(index, reading, lang)
        if found and any(_strong(index, one) for one in found if not one.bare):
            return strongest(index, found)
    forms = [(reading, bases_of(reading, lang)) for reading in readings]
    if _answers(index, _inflected_or_sounding, forms, lang, found):
        return strongest(index, found)
    if not loose:
        _answers(index, _bases_sounding, forms, lang, found)
        return strongest(index, found)
    if all(len(reading.words) == 1 and generic_words(reading.words, 0) for reading in readings):
        return strongest(index, found)  # a lone "rayonu" is no name unless some place is written so
    for level in _LOOSE:
        if _answers(index, level, forms, lang, found):
            break
    return strongest(index, found)


def _answers(
    index: Index, level: Level, forms: Sequence[tuple[Reading, Sequence[Base]]], lang: str, found: list[Evidence]
) -> bool:
    """Add the evidence of a level, and tell whether what is there now answers well."""
    for reading, bases in forms:
        found += level(index, reading, lang, bases)
    return any(_strong(index, one) for one in found)
