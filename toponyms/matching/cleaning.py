"""Cleaning a mention: what scanners, web pages and wrong encodings add to a name is taken off again."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from toponyms.lean import Pattern
from toponyms.writing.scripts import repair_lookalikes
from toponyms.writing.tables import rows

__all__ = ["LONGEST", "clean"]

LONGEST = 200
"""Characters of a mention that are read; no name is longer."""

_INVISIBLE = dict.fromkeys(
    [0xAD, 0x34F, 0x61C, 0x180E, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF]
)
_SPACED = Pattern(r"^(?:\w\s){2,}\w$")
_LETTERS = ("A-Za-zÇçÖöÜüĞğİıŞşƏə", "А-Яа-яЁё", "Ա-Ֆա-և", "ა-ჰ")
_PLAIN = Pattern("|".join(f"[{letters}]+(?: [{letters}]+)*" for letters in _LETTERS))
"""Words of one script whose letters nothing is to be done about: what most mentions are."""


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Entities, letters in a wrong encoding, footnote marks, and what surrounds a name: compiled when first needed."""
    return (
        re.compile(r"&(?:#\d+|#x[0-9A-Fa-f]+|\w+);"),
        re.compile("[ÃÐÑÔÕÖÄÅÉâ][\u0080-\u00bf\u0152-\u0192\u02c6-\u02dc\u2013-\u2122]"),
        re.compile(r"\[\s*[\w?*]{1,3}\s*\]|[*†‡¹²³⁴⁵⁶⁷⁸⁹⁰]+"),
        re.compile(r"^[\s\W_]+|[\s\"'«»“”„‚‘’`´,;:!?…*_\-–—/\\|<>\[{(]+$"),
    )


@cache
def _turkish_letters() -> dict[int, str]:
    return {ord(wrong): right for wrong, right, *_ in rows("mojibake")}


def _decode_again(text: str) -> str:
    """Text that was UTF-8 and was read as Windows-1252, read rightly; otherwise as it is."""
    raw = bytearray()
    for letter in text:
        if ord(letter) < 256:
            raw.append(ord(letter))
            continue
        try:
            raw += letter.encode("cp1252")
        except UnicodeEncodeError:
            return text
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return text


def _repaired(text: str) -> str:
    entity, double_encoded, footnote, edges = _patterns()
    if "&" in text and entity.search(text):
        import html

        text = html.unescape(text)
    if double_encoded.search(text):
        text = _decode_again(text)
    text = unicodedata.normalize("NFC", text.translate(_INVISIBLE).replace("\u2024", "."))  # Armenian abbreviations
    if any(letter in "ýþðÝÞÐ" for letter in text):
        text = text.translate(_turkish_letters())
    text = edges.sub("", footnote.sub("", text))
    return " ".join(map(repair_lookalikes, text.split()))


def clean(mention: str) -> str:
    """A mention without invisible characters, entities, quotes at its edges, footnote marks and stray look-alikes.

    Letters that a wrong encoding put there are read rightly again. At most `LONGEST` characters are read.

    Example:
        >>> clean('  "Gegհarkunik"[1] '), clean("&#350;u&#351;a"), clean("Ðšapan")
        ('Gegharkunik', 'Şuşa', 'Kapan')
    """
    text = mention[:LONGEST]
    if text.isascii() and text.isalpha():
        return text
    if not _PLAIN.fullmatch(text):
        text = _repaired(text)
    if text[1:2].isspace() and _SPACED.match(text):
        text = text.replace(" ", "")
    return text
