"""The keys a name is looked up by, and the keys of a name without its generic term.

Several spaces of keys share one table; the space is the first letter of the stored key.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from toponyms.writing.folding import fold_words
from toponyms.writing.generic import generic_words, modifier
from toponyms.writing.lexicon import function_words
from toponyms.writing.scripts import script_of
from toponyms.writing.sound import class_key, skeleton_key, sound_keys

__all__ = [
    "CLASS", "FIRST_FOLDED", "FIRST_SOUND", "FOLDED", "MODIFIED", "PREFIX", "SAINT", "SKELETON", "SOUND", "WORD",
    "bare_words", "class_keys", "consonants", "deletions", "edits_allowed", "initial_class",
    "modified_keys", "modifiers", "proper_words", "skeleton_key",
]  # fmt: skip

FOLDED, SOUND, CLASS, SKELETON = "F", "S", "C", "K"
"""The spaces: folded, sound, class and consonant-skeleton keys of whole names."""
MODIFIED = "M"
"""The space of names with a modifier, by its meaning and the sound key of the rest: Upper, Yuxarı, Верхний are one."""
FIRST_FOLDED, FIRST_SOUND = "W", "V"
"""The spaces of the first words of names of several words, for reading text."""
WORD = "X"
"""The space of ordinary words, folded; no name is behind them."""
SAINT = "saint"
"""The meaning of the modifier that writers leave out, abbreviate or take over from another language as they like."""
PREFIX = 7
"""Letters of a sound key that deletions are made of."""


def edits_allowed(length: int) -> int:
    """How many edits a sound key of this length may be off: 0 up to 4 letters, 1 up to 6, then 2.

    Example:
        >>> [edits_allowed(n) for n in (4, 5, 7)]
        [0, 1, 2]
    """
    return 0 if length < 5 else 1 if length < 7 else 2


def deletions(sounds: str, edits: int | None = None) -> set[str]:
    """The first letters of a sound key with up to some number of them deleted, itself among them.

    Parameters:
        sounds: a sound key.
        edits: how many letters to delete at most; as many edits as are allowed when not given.

    Source: symmetric deletion spelling correction (Garbe 2012), prefix variant.

    Example:
        >>> sorted(deletions("goris"))
        ['gois', 'gori', 'goris', 'gors', 'gris', 'oris']
    """
    head = sounds[:PREFIX]
    found = {head}
    if edits is None:
        edits = edits_allowed(len(sounds))
    if edits > 0:
        found.update([head[:at] + head[at + 1 :] for at in range(len(head))])
    if edits > 1:
        found.update(map("".join, combinations(head, len(head) - 2)))
    return found


def class_keys(sounds: str) -> tuple[str, ...]:
    """The class keys of a sound key: h dropped, h read as g (Гадрут), kh read as h (Hankendi).

    Example:
        >>> class_keys("hadrut"), class_keys("goris")
        (('atrat', 'katrat'), ('karas',))
    """
    if "h" not in sounds and "x" not in sounds:
        return (class_key(sounds),)
    found = [class_key(sounds)]
    if "h" in sounds:
        found.append(class_key(sounds.replace("h", "g")))
    if "x" in sounds:
        found.append(class_key(sounds.replace("x", "")))
    return tuple(dict.fromkeys(found))


def initial_class(text: str, lang: str = "") -> int:
    """The class of the sound that a text begins with, as a code point; 1 for a dropped h, 0 for a text without sounds.

    Example:
        >>> chr(initial_class("Baku")), initial_class("Hadrut"), initial_class("東京")
        ('p', 1, 0)
    """
    sounds = sound_keys(text, lang)
    return ord(class_key(sounds[0][0]) or "\1") if sounds else 0


def consonants(text: str) -> int | None:
    """How many consonants the sound key of a text has; None for a text without sounds.

    Example:
        >>> consonants("Baku"), consonants("東京") is None
        (2, True)
    """
    sounds = sound_keys(text)
    return len(class_key(sounds[0]).replace("a", "")) if sounds else None


def bare_words(text: str) -> tuple[list[str], tuple[str, ...]]:
    """A name's words without its generic terms, and the kinds those terms name.

    Nothing is taken away when only modifiers (Upper, New) or nothing would remain.

    Returns:
        The words as written and the kinds; all words and no kinds when the name has no generic term.

    Example:
        >>> bare_words("Tərtər çayı")[0], bare_words("Church of Kish")[0]
        (['Tərtər'], ['Kish'])
    """
    words = text.split()
    folded = ["".join(fold_words(word)) for word in words]
    kept: list[int] = []
    kinds: list[str] = []
    at = 0
    while at < len(words):
        match = generic_words(folded, at)
        if match and not match[1].weak and match[1].kinds:
            kinds.extend(match[1].kinds)
            at += match[0]
            while at < len(words) and folded[at] in function_words("of") | function_words("article"):
                at += 1
        else:
            kept.append(at)
            at += 1
    if not kinds or all(modifier(folded[k], script_of(words[k])) or len(folded[k]) < 3 for k in kept):
        return words, ()
    return [words[k] for k in kept], tuple(dict.fromkeys(kinds))


def proper_words(text: str) -> str:
    """The words of a text without its generic terms: those are alike in many names and say nothing for one.

    Example:
        >>> proper_words("Tərtər çayı")
        'Tərtər'
    """
    return " ".join(bare_words(text)[0]) if " " in text else text


def modifiers(words: Iterable[str]) -> tuple[str, ...]:
    """The meanings of the modifiers among folded words, sorted; words that only differ in them name different places.

    Example:
        >>> modifiers(["upper", "agdan"]), modifiers(["goris"])
        (('upper',), ())
    """
    found = [meaning for word in words if (meaning := modifier(word, script_of(word)))]
    return tuple(sorted(found)) if found else ()


def modified_keys(words: Sequence[str], lang: str = "") -> tuple[str, ...]:
    """The keys of a name that has modifiers and more: their meanings and the sound keys of the rest; else none.

    Parameters:
        words: the name's words as written.
        lang: its language tag where known.
    """
    rest, meanings = [], []
    for word in words:
        folded = "".join(fold_words(word))
        meaning = modifier(folded, script_of(folded))
        if meaning:
            meanings.append(meaning)
        else:
            rest.append(word)
    if not meanings or not rest:
        return ()
    return tuple(f"{'+'.join(sorted(meanings))}:{sounds}" for sounds in sound_keys(" ".join(rest), lang))
