"""Reading a mention: which of its words are the name, which say what kind of place it is, and which say where."""

from __future__ import annotations

from toponyms.lean import Pattern
from toponyms.writing.folding import fold, fold_words
from toponyms.writing.generic import generic_words, is_preposition
from toponyms.writing.keys import modifiers
from toponyms.writing.scripts import script_of

__all__ = ["Reading", "read"]

_PARENTHESES = Pattern(r"\s*[(\[]([^()\[\]]*)[)\]]\s*")
_POINT = Pattern(r"(?<=\w)\.(?=\w{2})")
_GAP = Pattern(r"[\s\-‐‑–—−/·]+")
_OF = frozenset({"of", "in", "the", "and", "de", "du", "la", "le"})
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
    kinds: list[str] = []
    seen = False
    of_seen = False
    at = 0
    while at < len(words):
        match = generic_words(folded, at)
        if match and not (match[1].weak and len(words) == 1):
            if not of_seen or not core:
                kinds += match[1].kinds
            seen = True
            at += match[0]
            continue
        word = folded[at]
        if word in _OF or is_preposition(word, script_of(words[at])):
            of_seen = of_seen or (word in _OF and bool(core))
            seen = True
        elif of_seen and core:
            tail.append(at)
        else:
            core.append(at)
        at += 1
    return core, tuple(dict.fromkeys(kinds)), tail, seen


def _segment(text: str, within: tuple[str, ...]) -> list[Reading]:
    words, folded = _split(text)
    if not words:
        return []
    if len(words) == 1:
        return [Reading(text, tuple(folded), (), within)]
    core, kinds, tail, seen = _core(words, folded)
    readings = [Reading(text, tuple(folded), kinds, within)]
    if core and seen and (tail or len(core) < len(words)):
        inside = (" ".join(words[k] for k in tail), *within) if tail else within
        name = " ".join(words[k] for k in core)
        readings.append(Reading(name, tuple(folded[k] for k in core), kinds, inside, False))
        proper = [k for k in core if not words[k][0].islower()]
        if kinds and 0 < len(proper) < len(core):  # "Geghard rock monastery": a word that is no name stands between
            name = " ".join(words[k] for k in proper)
            readings.append(Reading(name, tuple(folded[k] for k in proper), kinds, inside, False))
    elif not core:
        readings += _terms_only(words, folded, within)
    return readings


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
    outer, inner = text, []
    if "(" in text or "[" in text:
        inner = [part.strip() for part in _PARENTHESES.findall(text)]
        outer = _PARENTHESES.sub(" ", text).strip() or " ".join(inner)
    head, *rest = [part.strip() for part in outer.split(",")]
    readings = _segment(head, tuple(part for part in [*rest, *inner] if part))
    if rest:  # "Blue Mosque, Baku" may be a name with a comma of its own
        readings = [*_segment(outer.replace(",", " "), ())[:1], *readings]
    for part in inner:
        readings += _segment(part, ())
    return readings
