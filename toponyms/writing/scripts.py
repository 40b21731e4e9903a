"""Which script a text is in, and repair of single letters that come from another script."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from toponyms.writing.tables import rows

__all__ = ["SCRIPTS", "repair_lookalikes", "script_of", "script_of_letter"]

SCRIPTS = ("Latn", "Cyrl", "Armn", "Arab", "Geor", "Grek", "Hebr", "Syrc")
"""The scripts told apart (ISO 15924); every other letter is ``Zzzz``, what is no letter ``Zyyy``."""

# Unicode blocks: first and last code point and the script of the letters between them.
_BLOCKS = (
    (0x0041, 0x024F, "Latn"), (0x0250, 0x02AF, "Latn"), (0x0370, 0x03FF, "Grek"), (0x0400, 0x052F, "Cyrl"),
    (0x0530, 0x058F, "Armn"), (0x0590, 0x05FF, "Hebr"), (0x0600, 0x06FF, "Arab"), (0x0700, 0x074F, "Syrc"),
    (0x0750, 0x077F, "Arab"), (0x08A0, 0x08FF, "Arab"), (0x10A0, 0x10FF, "Geor"), (0x1C80, 0x1C8F, "Cyrl"),
    (0x1C90, 0x1CBF, "Geor"), (0x1D00, 0x1DBF, "Latn"), (0x1E00, 0x1EFF, "Latn"), (0x1F00, 0x1FFF, "Grek"),
    (0x2C60, 0x2C7F, "Latn"), (0x2D00, 0x2D2F, "Geor"), (0x2DE0, 0x2DFF, "Cyrl"), (0xA640, 0xA69F, "Cyrl"),
    (0xA720, 0xA7FF, "Latn"), (0xFB00, 0xFB06, "Latn"), (0xFB13, 0xFB17, "Armn"), (0xFB1D, 0xFB4F, "Hebr"),
    (0xFB50, 0xFDFF, "Arab"), (0xFE70, 0xFEFF, "Arab"), (0xFF21, 0xFF5A, "Latn"),
)  # fmt: skip


@cache
def _of_one_script() -> re.Pattern[str]:
    """Letters of one script, each script a group."""
    blocks = ("".join(f"{chr(a)}-{chr(b)}" for a, b, of in _BLOCKS if of == script) for script in SCRIPTS[:5])
    return re.compile("|".join(f"([{letters}]+)" for letters in blocks))


@cache
def script_of_letter(letter: str) -> str:
    """The script of one character by ISO 15924: ``Zyyy`` for what is no letter, ``Zzzz`` for other scripts.

    Source: Unicode 15 block chart.

    Example:
        >>> script_of_letter("Շ"), script_of_letter("ə"), script_of_letter("-")
        ('Armn', 'Latn', 'Zyyy')
    """
    if not letter.isalpha():
        return "Zyyy"
    point = ord(letter)
    for first, last, script in _BLOCKS:
        if first <= point <= last:
            return script
    return "Zzzz"


@lru_cache(maxsize=1024)
def script_of(text: str) -> str:
    """The script of most letters of a text; of two equal, the one seen first; ``Zyyy`` when there is no letter.

    Example:
        >>> script_of("Շուշի"), script_of("Шуша (Shushi)"), script_of("1988")
        ('Armn', 'Latn', 'Zyyy')
    """
    if text.isascii():
        return "Latn" if any(map(str.isalpha, text)) else "Zyyy"
    if text.isalpha():
        match = _of_one_script().fullmatch(text)
        if match:
            return SCRIPTS[(match.lastindex or 1) - 1]
    counts: dict[str, int] = {}
    for letter in text:
        script = script_of_letter(letter)
        counts[script] = counts.get(script, 0) + 1
    counts.pop("Zyyy", None)
    return max(counts, key=counts.__getitem__) if counts else "Zyyy"


@cache
def _lookalikes() -> dict[str, dict[int, str]]:
    tables: dict[str, dict[int, str]] = {}
    for script, wrong, right, *_ in rows("lookalikes"):
        tables.setdefault(script, {})[ord(wrong)] = right
    return tables


def repair_lookalikes(word: str) -> str:
    """A word with its stray letters of another script replaced by the look-alikes of the word's own script.

    The word's own script is that of most letters, unless only another one has look-alikes for all the rest.

    Source: Unicode Technical Standard 39, table ``lookalikes``.

    Example:
        >>> repair_lookalikes("Gegհarkunik")
        'Gegharkunik'
    """
    if word.isascii() or (word.isalpha() and _of_one_script().fullmatch(word)):
        return word
    scripts = {script_of_letter(letter) for letter in word} - {"Zyyy"}
    if len(scripts) < 2:
        return word
    for script in sorted(scripts, key=lambda script: script != script_of(word)):
        table = _lookalikes().get(script, {})
        repaired = "".join(
            letter if script_of_letter(letter) in (script, "Zyyy") else table.get(ord(letter), "\0") for letter in word
        )
        if "\0" not in repaired:
            return repaired
    return word
