"""Building an index file from places."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from toponyms.index.layout import NONE, NUMBER, key_hash, pack, unpack
from toponyms.index.prominence import is_far_away, prominence, shares
from toponyms.index.reader import Answer
from toponyms.model import How, Kind, Name, Place, Status, Use
from toponyms.writing.folding import fold, fold_words
from toponyms.writing.keys import (
    CLASS,
    FIRST_FOLDED,
    FIRST_SOUND,
    FOLDED,
    MODIFIED,
    SKELETON,
    SOUND,
    WORD,
    bare_words,
    class_keys,
    deletions,
    initial_class,
    modified_keys,
    proper_words,
    skeleton_key,
)
from toponyms.writing.lexicon import common_words
from toponyms.writing.scripts import SCRIPTS
from toponyms.writing.sound import sound_keys
from toponyms.writing.tables import rows

__all__ = ["build", "with_answers"]

_NO_YEAR = -32768
_NO_POINT = -(2**31)


class _Strings:
    """Texts, each stored once, as numbers."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}

    def __call__(self, text: str) -> int:
        return self.numbers.setdefault(text, len(self.numbers))

    def sections(self) -> dict[str, tuple[str, bytes]]:
        offsets, blob = array("I", [0]), bytearray()
        for text in self.numbers:
            blob += text.encode()
            offsets.append(len(blob))
        return {"str_off": ("I", offsets.tobytes()), "str_blob": ("s", bytes(blob))}


def _place_columns(places: Sequence[Place], strings: _Strings) -> dict[str, tuple[str, bytes]]:
    numbers = {place.id: number for number, place in enumerate(places)}
    kinds = list(Kind)
    ids, within, people, note, first = array("I"), array("I"), array("I"), array("I"), array("I", [0])
    kind, lat, lon, off, known, far = array("B"), array("i"), array("i"), array("d"), array("f"), array("B")
    for place, share in zip(places, shares(places), strict=True):
        ids.append(strings(place.id))
        kind.append(kinds.index(place.kind))
        lat.append(round(place.at[0] * 1e6) if place.at else _NO_POINT)
        lon.append(round(place.at[1] * 1e6) if place.at else _NO_POINT)
        off.append(place.uncertainty or 0.0)
        within.append(numbers[place.within] if place.within else NONE)
        people.append(place.population if place.population is not None else NONE)
        known.append(prominence(place, share))
        far.append(is_far_away(place, share))
        note.append(strings(place.note) if place.note else NONE)
        first.append(first[-1] + len(place.names))
    columns: dict[str, array[int] | array[float]]
    columns = {"id": ids, "kind": kind, "lat": lat, "lon": lon, "off": off, "within": within, "people": people,
               "known": known, "far": far, "note": note, "first": first}  # fmt: skip
    return _sections("p", columns)


def _more_columns(places: Sequence[Place], strings: _Strings) -> dict[str, tuple[str, bytes]]:
    """What a place has several of, or none: other units around it, and identifiers elsewhere."""
    unit, since, until, units = array("I"), array("h"), array("h"), array("I", [0])
    scheme, identifier, identifiers = array("I"), array("I"), array("I", [0])
    for place in places:
        for around in place.also_within:
            unit.append(strings(around.id))
            since.append(_NO_YEAR if around.since is None else around.since)
            until.append(_NO_YEAR if around.until is None else around.until)
        units.append(len(unit))
        for name, number in place.same_as:
            scheme.append(strings(name))
            identifier.append(strings(number))
        identifiers.append(len(scheme))
    more = {"id": unit, "since": since, "until": until, "first": units}
    same = {"scheme": scheme, "id": identifier, "first": identifiers}
    return _sections("u", more) | _sections("i", same)


def _sections(prefix: str, columns: Mapping[str, array[int] | array[float]]) -> dict[str, tuple[str, bytes]]:
    return {f"{prefix}_{column}": (values.typecode, values.tobytes()) for column, values in columns.items()}


def _name_columns(places: Sequence[Place], strings: _Strings) -> dict[str, tuple[str, bytes]]:
    uses = list(Use)
    text, lang, script, official, note, owner = (array("I") for _ in range(6))
    since, until, use, fuzzy, initial = array("h"), array("h"), array("B"), array("B"), array("B")
    for number, place in enumerate(places):
        for name in place.names:
            text.append(strings(name.text))
            lang.append(strings(name.lang))
            script.append(strings(name.script))
            official.append(strings(name.official_in) if name.official_in else NONE)
            note.append(strings(name.note) if name.note else NONE)
            owner.append(number)
            since.append(_NO_YEAR if name.since is None else name.since)
            until.append(_NO_YEAR if name.until is None else name.until)
            use.append(uses.index(name.use))
            fuzzy.append(name.fuzzy)
            proper = proper_words(name.text)
            initial.append(initial_class(proper, name.lang) | (0x80 if " " in proper else 0))
    columns = {"text": text, "lang": lang, "script": script, "official": official, "note": note, "place": owner,
               "since": since, "until": until, "use": use, "fuzzy": fuzzy, "initial": initial}  # fmt: skip
    return _sections("n", columns)


def _slots(keys: Sequence[bytes]) -> array[int]:
    """A hash table with open addressing: at the slot of a key's hash, or the next free one, its number.

    Above the number stand the highest eight bits of the hash: most other keys are told apart without being read.
    """
    if len(keys) >= NUMBER:
        raise OverflowError(f"{len(keys)} keys; an index holds {NUMBER - 1}: divide the gazetteer")
    size = 1 << max(4, (len(keys) * 2).bit_length())
    slots = array("I", [NONE]) * size
    for number, key in enumerate(keys):
        hashed = key_hash(key)
        slot = hashed & (size - 1)
        while slots[slot] != NONE:
            slot = (slot + 1) & (size - 1)
        slots[slot] = hashed & ~NUMBER | number
    return slots


class _Keys:
    """Keys with their postings: name numbers, the lowest bit set where the name lacks its generic term.

    The postings of class keys are the numbers of sound keys.
    """

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        self.postings: list[list[int]] = []
        self.loose: set[str] = set()

    def number(self, key: str) -> int:
        number = self.numbers.setdefault(key, len(self.postings))
        if number == len(self.postings):
            self.postings.append([])
        return number

    def add(self, space: str, key: str, posting: int) -> None:
        if key:
            found = self.postings[self.number(space + key)]
            if posting not in found:
                found.append(posting)

    def add_name(self, name: Name, number: int, ending: str = "") -> None:
        """Add the keys of a name; an ending that is no part of it is left out of its sounds."""
        bare, kinds = bare_words(name.text) if name.fuzzy else ([], ())
        forms = [(name.text, number << 1)]
        if kinds:
            forms.append((" ".join(bare), number << 1 | 1))
        for text, posting in forms:
            self.add(FOLDED, fold(text), posting)
            words = fold_words(text)
            if len(words) > 1:
                self.note_first(FIRST_FOLDED, words[0], len(words))
            declined = posting & 1 and name.script != "Latn"  # Շիրվանի, Ширванский: the name stands in a case form
            transcribed = name.lang == "und-Latn" and text[:1].islower()  # ge li: by a machine, from Chinese or Arabic
            if name.fuzzy and not declined:
                self.add_sounds(text.removesuffix(ending), name.lang, posting, len(words), transcribed)

    def add_sounds(self, text: str, lang: str, posting: int, words: int, transcribed: bool) -> None:
        for sounds in sound_keys(text, lang):
            self.add(SOUND, sounds, posting)
            if transcribed:
                continue
            self.loose.add(SOUND + sounds)
            for classes in class_keys(sounds):
                self.add(CLASS, classes, self.number(SOUND + sounds))
                self.add(SKELETON, skeleton_key(classes), posting)
        for key in modified_keys(text.replace("-", " ").split(), lang):
            self.add(MODIFIED, key, posting)
        if words > 1:
            for sounds in sound_keys(text.split(maxsplit=1)[0], lang):
                self.note_first(FIRST_SOUND, sounds, words)

    def note_first(self, space: str, word: str, count: int) -> None:
        longest = self.postings[self.number(space + word)]
        longest[:] = [max(longest[0], count) if longest else count]

    def sections(self) -> dict[str, tuple[str, bytes]]:
        keys = [key.encode() for key in self.numbers]
        offsets, blob, starts, posts = array("I", [0]), bytearray(), array("I", [0]), array("I")
        for key, postings in zip(keys, self.postings, strict=True):
            blob += key
            offsets.append(len(blob))
            posts.extend(postings)
            starts.append(len(posts))
        of_sounds = [number for number, key in enumerate(keys) if key[:1] == SOUND.encode()]
        ordered = array("I", sorted(of_sounds, key=keys.__getitem__))
        return {
            "k_sorted": ("I", ordered.tobytes()),
            "k_slot": ("I", _slots(keys).tobytes()), "k_off": ("I", offsets.tobytes()), "k_blob": ("s", bytes(blob)),
            "k_start": ("I", starts.tobytes()), "k_post": ("I", posts.tobytes()),
        }  # fmt: skip

    def deletion_sections(self) -> dict[str, tuple[str, bytes]]:
        hashes, owners = array("I"), array("I")
        for number, key in enumerate(self.numbers):
            if key in self.loose and len(key) > 5 and key.isascii():
                hashes.extend([key_hash(part.encode()) for part in sorted(deletions(key[1:]))])
                owners.extend([number] * (len(hashes) - len(owners)))
        size = 1 << max(4, len(hashes).bit_length())
        counts = array("I", bytes(4 * (size + 1)))
        for hashed in hashes:
            counts[(hashed & (size - 1)) + 1] += 1
        for bucket in range(size):
            counts[bucket + 1] += counts[bucket]
        posts, free = array("I", bytes(4 * len(hashes))), counts[:]
        for hashed, number in zip(hashes, owners, strict=True):
            bucket = hashed & (size - 1)
            posts[free[bucket]] = hashed & ~NUMBER | number
            free[bucket] += 1
        return {"d_start": ("I", counts.tobytes()), "d_post": ("I", posts.tobytes())}


@cache
def _words() -> tuple[str, ...]:
    """The keys of the ordinary words of all scripts."""
    return tuple(sorted(WORD + word for script in SCRIPTS for word in common_words(script)))


@cache
def _nominative_endings() -> dict[str, str]:
    return {lang: ending for lang, ending, *_ in rows("nominative-endings")}


def _nominative_ending(name: Name, place: Place) -> str:
    """The ending that a language added to the name of a place: other languages name it without (ორდუბადი, Ordubad)."""
    ending = _nominative_endings().get(name.lang, "")
    if not ending or not name.text.endswith(ending):
        return ""
    stems = {class_keys(sounds)[0] for sounds in sound_keys(name.text.removesuffix(ending), name.lang)}
    others = (other for other in place.names if other.lang != name.lang and other.fuzzy)
    keys = {class_keys(sounds)[0] for other in others for sounds in sound_keys(other.text, other.lang)}
    return ending if stems & keys else ""


def build(places: Iterable[Place], digest: bytes) -> bytes:
    """The bytes of the index file of some places.

    Parameters:
        places: the places; a ``within`` that names none of them is an error.
        digest: 32 bytes that identify the source, checked when a cached file is opened.

    Raises:
        KeyError: a place is within one that is not there.

    Example:
        >>> from toponyms.model import Kind, Name, Place
        >>> build([Place("garni", Kind.VILLAGE, names=(Name("Garni", "en", "Latn"),))], bytes(32))[:8]
        b'TOPONYMS'
    """
    ordered = sorted(places, key=lambda place: place.id)
    strings, keys, number = _Strings(), _Keys(), 0
    for place in ordered:
        for name in place.names:
            keys.add_name(name, number, _nominative_ending(name, place))
            number += 1
    sections = _place_columns(ordered, strings) | _more_columns(ordered, strings) | _name_columns(ordered, strings)
    for word in _words():
        keys.number(word)
    sections |= keys.sections() | keys.deletion_sections()
    return pack(sections | strings.sections(), digest)


def with_answers(data: bytes, answers: Iterable[tuple[str, Answer]]) -> bytes:
    """An index file with answers worked out beforehand added to it.

    Parameters:
        data: an index file without answers.
        answers: mentions, each with its status and candidates.
    """
    views, digest = unpack(memoryview(data), "<memory>")
    sections = {name: ("s" if name.endswith("blob") else view.format, bytes(view)) for name, view in views.items()}
    statuses, hows = list(Status), list(How)
    offsets, blob, starts = array("I", [0]), bytearray(), array("I", [0])
    status, place, name, score = array("B"), array("I"), array("I"), array("f")
    how, bare, distance, form = array("B"), array("B"), array("f"), array("I")
    texts, forms = [], _Strings()
    for text, (outcome, candidates) in answers:
        texts.append(text.encode())
        blob += texts[-1]
        offsets.append(len(blob))
        status.append(statuses.index(outcome))
        for row in candidates:
            place.append(row[0])
            name.append(row[1])
            score.append(row[2])
            how.append(hows.index(row[3]))
            bare.append(row[4])
            distance.append(row[5])
            form.append(forms(f"{row[6]}\t{row[7]}"))
        starts.append(len(place))
    columns: dict[str, array[int] | array[float]] = {
        "off": offsets, "start": starts, "status": status, "place": place, "name": name, "score": score,
        "how": how, "bare": bare, "distance": distance, "form": form, "slot": _slots(texts),
    }  # fmt: skip
    sections |= {f"a_{column}": (values.typecode, values.tobytes()) for column, values in columns.items()}
    sections["a_blob"] = ("s", bytes(blob))
    sections |= {key.replace("str", "f", 1): value for key, value in forms.sections().items()}
    return pack(sections, digest)
