"""Reading an index file: places, names and keys probed in place, made into objects only when asked for."""

from __future__ import annotations

import mmap
from binascii import crc32
from bisect import bisect_left

from toponyms.errors import IndexFileError
from toponyms.index.layout import NONE, NUMBER, unpack
from toponyms.model import Containment, How, Kind, Name, Place, Status, Use

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["Answer", "Index"]

Answer = tuple[Status, tuple[tuple[int, int, float, How, bool, float, str, str], ...]]
"""An answer worked out beforehand: status, and for each candidate the place and name by number, score, level, whether
the name lacks its generic term, sound distance, case form and its language."""

_NO_YEAR = -32768
_NO_POINT = -(2**31)
_KINDS = tuple(Kind)
_USES = tuple(Use)
_HOWS = tuple(How)
_STATUSES = tuple(Status)
_CACHED_PLACES = 2048
_CACHED_KEYS = 1 << 11
_CACHED_STRINGS = 1 << 11
_MOST_BEGINNING = 300
_DEEPEST = 32  # a damaged file might hold a cycle


class Index:
    """An open index: places and names are spoken of by number; places are numbered in the order of their ids.

    Parameters:
        data: the bytes of an index file; mapped files stay mapped as long as the index lives.
        where: the file's path, for messages.
        thorough: check every checksum at once (reads the whole file).

    Raises:
        IndexFileError: the bytes are no sound index file of this version.

    Example:
        >>> from toponyms.index.build import build
        >>> index = Index(build([Place("garni", Kind.VILLAGE, names=(Name("Garni", "en", "Latn"),))], bytes(32)))
        >>> index.place(0), list(index.postings("F", "garni"))
        (Place('garni', village), [0])
    """

    def __init__(self, data: bytes | mmap.mmap, where: str = "<memory>", *, thorough: bool = False) -> None:
        sections, self.digest = unpack(memoryview(data), where, thorough=thorough)
        self.where = where
        try:
            self._columns(sections)
        except KeyError as missing:
            raise IndexFileError(f"{where}: damaged (no section {missing}); delete it, it is made anew") from None
        self._places: dict[int, Place] = {}
        self._parents: dict[int, tuple[int, ...]] = {}
        self._units: dict[int, tuple[int, ...]] = {}
        self._strings: dict[int, str] = {}
        self._key_texts: dict[int, str] = {}
        self.size = len(self.p_id)

    @classmethod
    def open(cls, path: str, *, thorough: bool = False) -> Index:
        """The index of a file, mapped read-only and shared by all processes that open it.

        Raises:
            IndexFileError: the file is no sound index file of this version.
            OSError: the file cannot be opened.
        """
        with open(path, "rb") as handle:
            try:
                data = mmap.mmap(handle.fileno(), 0, access=mmap.ACCESS_READ)
            except ValueError:
                raise IndexFileError(f"{path}: empty; delete it, it is made anew from the YAML") from None
        return cls(data, path, thorough=thorough)

    def _columns(self, sections: dict[str, memoryview]) -> None:
        self.k_slot, self.k_off, self.k_blob = sections["k_slot"], sections["k_off"], sections["k_blob"]
        self.k_start, self.k_post, self.k_sorted = sections["k_start"], sections["k_post"], sections["k_sorted"]
        self.d_start, self.d_post = sections["d_start"], sections["d_post"]
        self.s_off, self.s_blob = sections["str_off"], sections["str_blob"]
        self.p_id, self.p_kind, self.p_lat, self.p_lon = (sections[f"p_{c}"] for c in ("id", "kind", "lat", "lon"))
        self.p_within, self.p_people = sections["p_within"], sections["p_people"]
        self.p_known, self.p_far = sections["p_known"], sections["p_far"]
        self.p_off, self.p_note, self.p_first = sections["p_off"], sections["p_note"], sections["p_first"]
        self.u_id, self.u_first = sections["u_id"], sections["u_first"]
        self.u_since, self.u_until = sections["u_since"], sections["u_until"]
        self.i_scheme, self.i_id, self.i_first = sections["i_scheme"], sections["i_id"], sections["i_first"]
        self.n_text, self.n_lang, self.n_script = sections["n_text"], sections["n_lang"], sections["n_script"]
        self.n_official, self.n_note, self.n_place = sections["n_official"], sections["n_note"], sections["n_place"]
        self.n_since, self.n_until = sections["n_since"], sections["n_until"]
        self.n_use, self.n_fuzzy, self.n_initial = sections["n_use"], sections["n_fuzzy"], sections["n_initial"]
        self.answers = {name: view for name, view in sections.items() if name[:2] in ("a_", "f_")}
        self._buckets = len(self.d_start) - 2

    def string(self, number: int) -> str:
        """The text of that number; those read are kept."""
        text = self._strings.get(number)
        if text is None:
            if len(self._strings) >= _CACHED_STRINGS:
                self._strings.clear()
            text = str(self.s_blob[self.s_off[number] : self.s_off[number + 1]], "utf-8")
            self._strings[number] = text
        return text

    def key_number(self, space: str, key: str) -> int:
        """The number of a key, or -1 when no name has it."""
        return _probe(self.k_slot, self.k_off, self.k_blob, (space + key).encode())

    def answer(self, mention: str) -> Answer | None:
        """What a mention written like a name resolves to, worked out beforehand; None for any other."""
        number = self.answer_number(mention)
        return None if number < 0 else (self.answer_head(number)[0], self.answer_rows(number))

    def answer_number(self, mention: str) -> int:
        """The number of the answer to a mention written like a name, or -1."""
        columns = self.answers
        if not columns:
            return -1
        text = mention.encode("utf-8", "surrogatepass")
        return _probe(columns["a_slot"], columns["a_off"], columns["a_blob"], text)

    def answer_head(self, number: int) -> tuple[Status, int, float]:
        """The status of an answer, and the place and score of its first candidate; -1 and 0 when it has none."""
        columns = self.answers
        status, first = _STATUSES[columns["a_status"][number]], columns["a_start"][number]
        if first == columns["a_start"][number + 1]:
            return status, -1, 0.0
        return status, columns["a_place"][first], columns["a_score"][first]

    def answer_rows(self, number: int) -> tuple[tuple[int, int, float, How, bool, float, str, str], ...]:
        """The candidates of an answer."""
        start = self.answers["a_start"]
        return tuple(map(self._answer_row, range(start[number], start[number + 1])))

    def _answer_row(self, row: int) -> tuple[int, int, float, How, bool, float, str, str]:
        columns = self.answers
        number = columns["a_form"][row]
        form = str(columns["f_blob"][columns["f_off"][number] : columns["f_off"][number + 1]], "utf-8")
        form, _, lang = form.partition("\t")
        how = _HOWS[columns["a_how"][row]]
        place, name, score = columns["a_place"][row], columns["a_name"][row], columns["a_score"][row]
        return place, name, score, how, bool(columns["a_bare"][row]), columns["a_distance"][row], form, lang

    def postings(self, space: str, key: str) -> Sequence[int]:
        """The postings of a key: name numbers shifted left by one, the lowest bit set for names less generic term."""
        number = self.key_number(space, key)
        return () if number < 0 else self.key_postings(number)

    def key_postings(self, number: int) -> Sequence[int]:
        """The postings of the key of that number."""
        return self.k_post[self.k_start[number] : self.k_start[number + 1]]

    def key_text(self, number: int) -> str:
        """The key of that number without its space; those read are kept."""
        text = self._key_texts.get(number)
        if text is None:
            if len(self._key_texts) >= _CACHED_KEYS:
                self._key_texts.clear()
            text = str(self.k_blob[self.k_off[number] + 1 : self.k_off[number + 1]], "utf-8")
            self._key_texts[number] = text
        return text

    def keys_beginning(self, space: str, start: str) -> Iterator[int]:
        """The numbers of the sound keys that begin with some sounds, in their order; at most a few hundred."""
        wanted = (space + start).encode()
        at = bisect_left(self.k_sorted, wanted, key=self._whole_key)
        for number in self.k_sorted[at : at + _MOST_BEGINNING]:
            if not self._whole_key(number).startswith(wanted):
                return
            yield number

    def _whole_key(self, number: int) -> bytes:
        return bytes(self.k_blob[self.k_off[number] : self.k_off[number + 1]])

    def near_keys(self, parts: Iterable[str], shortest: int, longest: int) -> dict[int, str]:
        """The sound keys of some lengths that share one of some deletions, and few others, by number and in order."""
        found: set[int] = set()
        start, postings, buckets = self.d_start, self.d_post, self._buckets
        for part in parts:
            hashed = crc32(part.encode())
            bucket = hashed & buckets
            first, last = start[bucket], start[bucket + 1]
            if first != last:
                mark = hashed & ~NUMBER
                for posting in postings[first:last]:
                    if (posting ^ mark) <= NUMBER:
                        found.add(posting & NUMBER)
        offsets = self.k_off
        near = [number for number in found if shortest < offsets[number + 1] - offsets[number] <= longest + 1]
        near.sort()
        return {number: self.key_text(number) for number in near}

    def has_key(self, space: str, key: str) -> bool:
        """Whether a key is there."""
        return self.key_number(space, key) >= 0

    def initial(self, number: int) -> int:
        """The class of the sound that a name begins with, as `initial_class` has it, generic terms aside."""
        return self.n_initial[number] & 0x7F

    def several_words(self, number: int) -> bool:
        """Whether a name has several words, generic terms aside."""
        return self.n_initial[number] > 0x7F

    def place_id(self, number: int) -> str:
        """The id of a place."""
        return self.string(self.p_id[number])

    def place_number(self, place_id: str) -> int:
        """The number of the place with an id, or -1."""
        number = bisect_left(range(self.size), place_id, key=self.place_id)
        return number if number < self.size and self.place_id(number) == place_id else -1

    def kind(self, number: int) -> Kind:
        """The kind of a place."""
        return _KINDS[self.p_kind[number]]

    def at(self, number: int) -> tuple[float, float] | None:
        """Latitude and longitude of a place in degrees, or None."""
        lat = self.p_lat[number]
        return None if lat == _NO_POINT else (lat / 1e6, self.p_lon[number] / 1e6)

    def parents(self, number: int) -> tuple[int, ...]:
        """The numbers of what a place is within, upwards."""
        known = self._parents.get(number)
        if known is None:
            found: list[int] = []
            outer = self.p_within[number]
            while outer != NONE and len(found) < _DEEPEST:
                found.append(outer)
                outer = self.p_within[outer]
            if len(self._parents) >= _CACHED_PLACES:
                self._parents.clear()
            known = self._parents[number] = tuple(found)
        return known

    def names_of(self, number: int) -> range:
        """The numbers of a place's names."""
        return range(self.p_first[number], self.p_first[number + 1])

    def name_text(self, number: int) -> str:
        """The text of a name."""
        return self.string(self.n_text[number])

    def name_lang(self, number: int) -> str:
        """The language tag of a name."""
        return self.string(self.n_lang[number])

    def preferred(self, number: int) -> bool:
        """Whether a name is the first of its place in its language."""
        return number == self.p_first[self.n_place[number]] or self.n_lang[number] != self.n_lang[number - 1]

    def name(self, number: int) -> Name:
        """A name as an object."""
        return Name(
            self.string(self.n_text[number]),
            self.string(self.n_lang[number]),
            self.string(self.n_script[number]),
            _USES[self.n_use[number]],
            _year(self.n_since[number]),
            _year(self.n_until[number]),
            self._text_or_none(self.n_official[number]),
            bool(self.n_fuzzy[number]),
            self._text_or_none(self.n_note[number]) or "",
        )

    def _text_or_none(self, number: int) -> str | None:
        return None if number == NONE else self.string(number)

    def units_of(self, number: int) -> tuple[int, ...]:
        """The numbers of the other units around a place."""
        known = self._units.get(number)
        if known is None:
            units = range(self.u_first[number], self.u_first[number + 1])
            numbers = (self.place_number(self.string(self.u_id[unit])) for unit in units)
            if len(self._units) >= _CACHED_PLACES:
                self._units.clear()
            known = self._units[number] = tuple(number for number in numbers if number >= 0)
        return known

    def place(self, number: int) -> Place:
        """A place as an object; the last few thousand made are kept."""
        place = self._places.get(number)
        if place is None:
            if len(self._places) >= _CACHED_PLACES:
                self._places.clear()
            place = self._places[number] = self._make_place(number)
        return place

    def _make_place(self, number: int) -> Place:
        parents = tuple(map(self.place_id, self.parents(number)))
        people, text = self.p_people[number], self.string
        return Place(
            self.place_id(number),
            self.kind(number),
            self.at(number),
            self.p_off[number] or None,
            parents[0] if parents else None,
            tuple(
                Containment(text(self.u_id[unit]), _year(self.u_since[unit]), _year(self.u_until[unit]))
                for unit in range(self.u_first[number], self.u_first[number + 1])
            ),
            parents,
            None if people == NONE else people,
            tuple(
                (text(self.i_scheme[same]), text(self.i_id[same]))
                for same in range(self.i_first[number], self.i_first[number + 1])
            ),
            tuple(map(self.name, self.names_of(number))),
            self._text_or_none(self.p_note[number]) or "",
        )


def _year(stored: int) -> int | None:
    return None if stored == _NO_YEAR else stored


def _probe(slots: memoryview, offsets: memoryview, blob: memoryview, wanted: bytes) -> int:
    """The number of a key in a hash table with open addressing, or -1."""
    mask = len(slots) - 1
    hashed = crc32(wanted)
    slot = hashed & mask
    for _ in range(len(slots)):
        found: int = slots[slot]
        if found == NONE:
            return -1
        if (found ^ hashed) <= NUMBER:
            number = found & NUMBER
            if blob[offsets[number] : offsets[number + 1]] == wanted:
                return number
        slot = (slot + 1) & mask
    return -1
