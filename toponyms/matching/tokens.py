"""Tokens of a text: where names may begin, and the words around a span, without touching the text itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["Word", "next_words", "previous_words", "starts"]

_LETTER = r"[^\W\d_]"
_JOINT = r"(?:['’ʼ՛՜՞]|[-\u00ad]\r?\n(?=[a-zа-яёա-ֆəıöüğşç]))"
_WORD = rf"{_LETTER}+(?:{_JOINT}{_LETTER}+)*"
_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĠĢĪĮİĶŁŃŇŐŒŔŘŚŞŠŢŤŪŮŰŹŻŽƏǞЀ-Я\u0460\u0462\u0472\u0474ҐҒҖҚҜҠҢҮҰҲҶҸҺӀӘӨԱ-Ֆ"
_CASELESS = "ა-ჰء-يٮ-ۓ"
_START = re.compile(  # the letter first and what may not stand before it after that: three times as fast
    rf"[{_UPPER}{_CASELESS}](?<![\w’'].)[^\W\d_]*(?:{_JOINT}{_LETTER}+)*(?:[-‐‑](?={_LETTER}))?"
)
_NEXT = re.compile(rf"(?P<gap>[ \t\u00a0\u00ad]*(?:\r?\n)?[ \t\u00a0]*(?:[-‐‑–—]\s?|\.\s?|/)?)(?P<word>{_WORD})")
_WORDS = re.compile(_WORD)
_REACH = 48

Word = tuple[int, int, str]
"""Start, end and text of a word."""


def starts(text: str) -> Iterator[re.Match[str]]:
    """Words that a name may begin with: capitalized ones, and all words of scripts without capitals.

    A hyphen that joins a word to the next is part of the match.

    Example:
        >>> [match.group() for match in starts("the road to Goris and Илан-даг")]
        ['Goris', 'Илан-']
    """
    return _START.finditer(text)


def next_words(text: str, end: int, most: int) -> list[tuple[str, Word]]:
    """Up to so many words behind a position, each with the gap before it; stops at other punctuation.

    Example:
        >>> next_words("Goris-Kapan road, 1", 5, 3)
        [('-', (6, 11, 'Kapan')), (' ', (12, 16, 'road'))]
    """
    found: list[tuple[str, Word]] = []
    if text.startswith(" ", end):  # most words stand between two spaces, and splitting is faster than matching
        for word in text[end + 1 : end + _REACH].split(" ", most)[:-1]:
            if not word.isalpha():
                break
            start, end = end + 1, end + 1 + len(word)
            found.append((" ", (start, end, word)))
    while len(found) < most:
        match = _NEXT.match(text, end)
        if not match:
            break
        end = match.end()
        found.append((match["gap"], (match.start("word"), end, match["word"])))
    return found


def previous_words(text: str, start: int, most: int) -> list[tuple[Word, str]]:
    """Up to so many words before a position, nearest first, each with the gap behind it.

    Example:
        >>> previous_words("the town of Goris", 12, 2)
        [((9, 11, 'of'), ' '), ((4, 8, 'town'), ' ')]
    """
    found: list[tuple[Word, str]] = []
    if start and text[start - 1] == " ":
        for word in reversed(text[max(0, start - _REACH) : start - 1].rsplit(" ", most)[1:]):
            if not word.isalpha():
                break
            last = start - 1
            first = last - len(word)
            found.append(((first, last, word), " "))
            start = first
    spans: list[tuple[int, int]] = []
    while len(found) < most:
        if not spans:
            low = max(0, start - _REACH)
            spans = [match.span() for match in _WORDS.finditer(text, low, start)]
            if low and spans and spans[0][0] == low:
                del spans[0]  # cut off
            if not spans:
                break
        first, last = spans.pop()
        found.append(((first, last, text[first:last]), text[last:start]))
        start = first
    return found
