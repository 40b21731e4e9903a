"""Reading a mention: which of its words are the name, which say what kind of place it is, and which say where."""

from __future__ import annotations

from collections.abc import Iterator

from toponyms.lean import Pattern
from toponyms.writing.folding import fold, fold_words
from toponyms.writing.generic import generic_words, is_preposition, modifier
from toponyms.writing.keys import SAINT, modifiers
from toponyms.writing.lexicon import function_words
from toponyms.writing.scripts import script_of

__all__ = ["Reading", "apart", "contained", "read"]

_PARENTHESES = Pattern(r"\s*[(\[]([^()\[\]]*)[)\]]\s*")
_POINT = Pattern(r"(?<=\w)\.(?=\w{2})")
_GAP = Pattern(r"[\s\-‐‑–—−/·]+")
_BUILT = frozenset(
    {"church", "mosque", "synagogue", "monastery", "mausoleum", "cemetery", "museum", "theatre", "stadium", "bridge",
     "airport", "railway-station", "power-station"}
)  # fmt: skip
"""What stands in a settlement, or crosses a river: a term for what is around it tells where it stands."""
_LONGEST = 10
"""Words of a mention that are read; no name has more."""


class Reading:
    """One way to read a mention.

    Parameters:
        text: the name's words as written.
        words: the same words folded.
        kinds: kinds that generic terms beside the name speak of; empty when there is none.
        within: names of places said to be around it.
        whole: whether these are all the words of the mention, generic terms and all.
    """

    __slots__ = ("key", "kinds", "modifiers", "script", "text", "whole", "within", "words")

    def __init__(
        self,
        text: str,
        words: tuple[str, ...],
        kinds: tuple[str, ...] = (),
        within: tuple[str, ...] = (),
        whole: bool = True,
    ) -> None:
        self.text, self.words, self.kinds, self.within, self.whole = text, words, kinds, within, whole
        self.key = "".join(words)
        self.script = script_of(text)
        self.modifiers = modifiers(words)

    def with_kinds(self, kinds: tuple[str, ...]) -> Reading:
        """The same reading beside a generic term that speaks of some kinds."""
        return Reading(self.text, self.words, kinds, self.within, False)


def _split(text: str) -> tuple[list[str], list[str]]:
    """The words of a text as written, and folded; hyphenated words are several, a point ends a word (г.Шуша)."""
    spaced = _POINT.sub(". ", text) if "." in text else text
    words = [word for word in _GAP.split(spaced) if word]
    pairs = [(word, "".join(fold_words(word))) for word in words]
    pairs = [pair for pair in pairs if pair[1]][:_LONGEST]
    return [word for word, _ in pairs], [folded for _, folded in pairs]


def _core(words: list[str], folded: list[str]) -> tuple[list[int], tuple[str, ...], list[int], bool]:
    """Which words are the name, the kinds beside it, which words name what it is in, and whether a term was seen."""
    core: list[int] = []
    tail: list[int] = []
    terms: list[tuple[str, ...]] = []
    seen = False
    of_seen = False
    at = 0
    while at < len(words):
        match = generic_words(folded, at)
        if match and not (match[1].weak and len(words) == 1):
            if not of_seen or not core:
                terms.append(match[1].kinds)
            seen = True
            at += match[0]
            continue
        word = folded[at]
        if word in function_words("holder") or is_preposition(word, script_of(words[at])):
            of_seen = of_seen or (word in function_words("holder") and bool(core))
            seen = True
        elif of_seen and core:
            tail.append(at)
        else:
            core.append(at)
        at += 1
    return core, _said(terms), tail, seen


def _said(terms: list[tuple[str, ...]]) -> tuple[str, ...]:
    """The kinds that several terms speak of: of a church in a village, a bridge over a river only the first."""
    found = {kind: None for term in terms for kind in term}
    if len(terms) > 1:
        built = [kind for kind in found if kind in _BUILT]
        return tuple(built or found)
    return tuple(found)


def _segment(text: str, within: tuple[str, ...]) -> list[Reading]:
    words, folded = _split(text)
    if not words:
        return []
    if len(words) == 1:
        return [Reading(text, tuple(folded), (), within)]
    core, kinds, tail, seen = _core(words, folded)
    readings = [Reading(text, tuple(folded), kinds, within)]
    if not core:
        return readings + _terms_only(words, folded, within)
    inside = (" ".join(words[k] for k in tail), *within) if tail else within
    for some in _names(core, words, folded, kinds):
        if len(some) < len(words) and (seen or some != core):
            name = " ".join(words[k] for k in some)
            readings.append(Reading(name, tuple(folded[k] for k in some), kinds, inside, False))
    return readings


def _names(core: list[int], words: list[str], folded: list[str], kinds: tuple[str, ...]) -> Iterator[list[int]]:
    """The words that may be the name, of those that are no generic terms: all, and some of them left out."""
    yield core
    proper = [k for k in core if not words[k][0].islower()]
    if kinds and 0 < len(proper) < len(core):  # "Geghard rock monastery": a word that is no name stands between
        yield proper
    unsainted = [k for k in core if modifier(folded[k], script_of(words[k])) != SAINT]
    if 0 < len(unsainted) < len(core) and (kinds or len(folded[core[0]]) > 1):  # «Ս. Մարտիրոսյան» is a person
        yield unsainted


def _terms_only(words: list[str], folded: list[str], within: tuple[str, ...]) -> list[Reading]:
    """Readings of a mention all of whose words are generic terms («Բերդ քաղաք»): one of them is the name."""
    readings = []
    last = generic_words(folded, len(words) - 1)
    if last:
        readings.append(Reading(" ".join(words[:-1]), tuple(folded[:-1]), last[1].kinds, within, False))
    first = generic_words(folded, 0)
    if first and first[0] < len(words):
        taken = first[0]
        readings.append(Reading(" ".join(words[taken:]), tuple(folded[taken:]), first[1].kinds, within, False))
    return readings


def apart(text: str) -> tuple[str, list[str]]:
    """A mention without what it has in parentheses, and that: a second name, or what the place lies in.

    Example:
        >>> apart("Karvachar (Kalbajar)"), apart("(Goris)")
        (('Karvachar', ['Kalbajar']), ('Goris', ['Goris']))
    """
    if "(" not in text and "[" not in text:
        return text, []
    inner = [part.strip() for part in _PARENTHESES.findall(text)]
    return _PARENTHESES.sub(" ", text).strip() or " ".join(inner), inner


def contained(text: str) -> list[Reading]:
    """Readings of a mention whose first word may name what holds the place: «Երևանի Կապույտ մզկիթ».

    They are worth something only where that word does name a place and the rest one in it.

    Example:
        >>> contained("İrəvandakı Göy məscid")[0].within
        ('İrəvandakı',)
    """
    first, _, rest = apart(text)[0].partition(" ")
    if not rest or not first[:1].isupper() or generic_words(fold_words(first), 0):
        return []
    return [one for one in _segment(rest, (first,)) if one.key]


def read(text: str) -> list[Reading]:
    """The readings of a cleaned mention, likeliest first; empty when it has no letter or digit.

    What follows a comma says where the place is; a name in parentheses is read as a second name.

    Example:
        >>> reading = read("town of Shushi, Nagorno-Karabakh")[2]
        >>> reading.text, reading.kinds[:1], reading.within
        ('Shushi', ('town',), ('Nagorno-Karabakh',))
    """
    if text.isalpha():
        key = fold(text)
        return [Reading(text, (key,))] if key else []
    outer, inner = apart(text)
    head, *rest = [part.strip() for part in outer.split(",")]
    readings = _segment(head, tuple(part for part in [*rest, *inner] if part))
    if rest:  # "Blue Mosque, Baku" may be a name with a comma of its own
        for one in _segment(outer.replace(",", " "), ())[:1]:
            readings.insert(0, Reading(outer, one.words, one.kinds))
    for part in inner:
        readings += _segment(part, ())
    return readings
