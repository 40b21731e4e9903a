"""T020-T024: the letters a name is written with."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from toponyms.gazetteer.findings import Finding
from toponyms.gazetteer.lint.context import Context
from toponyms.gazetteer.lint.rule import rule
from toponyms.writing.scripts import repair_lookalikes, script_of, script_of_letter
from toponyms.writing.tables import rows

__all__ = ["RULES"]

_SCRIPT_NAMES = {"Latn": "Latin", "Cyrl": "Cyrillic", "Armn": "Armenian", "Arab": "Arabic", "Geor": "Georgian",
                 "Grek": "Greek", "Hebr": "Hebrew", "Syrc": "Syriac", "Zzzz": "another"}  # fmt: skip
_ZWNJ = "\u200c"
_SPACES = re.compile(r"\s\s|^\s|\s$|[^\S ]")
_BRACKET = re.compile(r"[()\[\]{}]")
_WORD = re.compile(r"[^\s\-–—/(),.]+")


@cache
def _scripts_of_tags() -> dict[str, tuple[str, ...]]:
    return {tag: tuple(scripts.split()) for tag, _, scripts, *_ in rows("languages")}


@cache
def _alphabets() -> dict[str, frozenset[str]]:
    return {
        tag: frozenset(letters + letters.upper() + "İ" * (tag in {"az", "tr"}))
        for tag, letters, *_ in rows("alphabets")
    }


@rule("T020", "script")
def script(context: Context) -> Iterator[Finding]:
    """A name is written in the script of its language tag.

    A romanized Armenian name under `hy` would be read as Armenian and would match nothing. Romanizations are worked
    out from the name in its own script; an English form that has settled stands under `en`.

    Bad:
        goris:
          kind: town
          names:
            hy: [Goris]

    Good:
        goris:
          kind: town
          names:
            hy: [Գորիս]
            en: [Goris]
    """
    scripts = _scripts_of_tags()
    for name in context.names:
        found = script_of(name.record.text)
        wanted = scripts[name.tag]
        if found not in wanted and found != "Zyyy":
            fits = [
                tag for tag, of_tag in scripts.items() if of_tag == (found,) and tag.startswith(("und", name.tag[:2]))
            ]
            remedy = f"write it in {_SCRIPT_NAMES[wanted[0]]} letters"
            if fits:
                remedy += f", or move it to {fits[0]}:"
            what = f"'{name.record.text}' is in {_SCRIPT_NAMES[found]} letters, {name.tag} is not"
            yield context.name_finding("T020", name, what, remedy)


@rule("T021", "composed")
def composed(context: Context) -> Iterator[Finding]:
    r"""A name is in composed form (Unicode NFC).

    The same letter can be stored as one character or as a letter and a mark. Both look alike; programs that compare
    texts tell them apart.

    Bad:
        kars:
          kind: city
          names:
            tr: ["Go\u0308le"]

    Good:
        kars:
          kind: city
          names:
            tr: [Göle]
    """
    for name in context.names:
        text = name.record.text
        if not unicodedata.is_normalized("NFC", text):
            right = unicodedata.normalize("NFC", text)
            yield context.name_finding(
                "T021", name, f"'{text}' is not in composed form", f"retype it, or paste {right}"
            )


def _is_stray(letter: str, tag: str) -> bool:
    if letter == _ZWNJ:
        return tag not in {"fa", "az-Arab", "und-Arab"}
    return unicodedata.category(letter) in {"Cf", "Cc", "Co", "Cs", "Cn"} or letter in '“”„"`´|_*#<>=@\\'


@rule("T022", "stray-character")
def stray_character(context: Context) -> Iterator[Finding]:
    r"""A name has no invisible characters, brackets, double or outer spaces, or quotation marks around it.

    They come along when text is copied from a page. What a page says in brackets is another name, or no name. The
    zero-width non-joiner stays where Persian spelling has it.

    Bad:
        goris:
          kind: town
          names:
            en: ["Goris\u200B"]

    Bad:
        goris:
          kind: town
          names:
            az: [Gorus (Goris)]

    Good:
        goris:
          kind: town
          names:
            en: [Goris]
    """
    for name in context.names:
        text = name.record.text
        if text.isascii() and text.isalnum():
            continue
        stray = next((letter for letter in text if _is_stray(letter, name.tag)), "")
        if stray:
            shown = (
                stray if stray.isprintable() else f"U+{ord(stray):04X} ({unicodedata.name(stray, 'unnamed').lower()})"
            )
            right = " ".join("".join(letter for letter in text if not _is_stray(letter, name.tag)).split())
            yield context.name_finding("T022", name, f"the name holds {shown}", f"write {right}")
        elif _BRACKET.search(text):
            remedy = "write what is in brackets as a name of its own, or leave it out"
            yield context.name_finding("T022", name, "the name holds brackets", remedy)
        elif _SPACES.search(text):
            right = " ".join(text.split())
            yield context.name_finding("T022", name, "the name has a double, outer or unusual space", f"write {right}")


@rule("T023", "mixed-script")
def mixed_script(context: Context) -> Iterator[Finding]:
    r"""No word mixes letters of two scripts.

    Latin a and Cyrillic а look alike. A word with one wrong letter reads right and matches nothing.

    Bad:
        goris:
          kind: town
          names:
            ru: ["\u0413o\u0440\u0438\u0441"]

    Good:
        goris:
          kind: town
          names:
            ru: [Горис]
    """
    for name in context.names:
        text = name.record.text
        if text.isascii():
            continue
        for word in _WORD.findall(text):
            scripts = {script_of_letter(letter) for letter in word} - {"Zyyy"}
            if len(scripts) > 1 and (wrong := _foreign(word)):
                letter, own = wrong
                right = repair_lookalikes(word)
                what = f"'{word}' has the {_SCRIPT_NAMES[script_of_letter(letter)]} letter {letter}"
                remedy = f"write {right}" if right != word else f"retype the word in {_SCRIPT_NAMES[own]} letters"
                yield context.name_finding("T023", name, what, remedy)
                break


def _foreign(word: str) -> tuple[str, str] | None:
    own = script_of(word)
    for letter in word:
        if script_of_letter(letter) not in {own, "Zyyy"}:
            return letter, own
    return None


_WRONG_LETTERS = {
    "az": {"ǝ": "ə", "Ǝ": "Ə", "ә": "ə", "ä": "ə", "Ä": "Ə", "ţ": "t", "w": "v", "W": "V", "á": "a", "é": "e"},
    "hy": {"ﬓ": "մն", "ﬔ": "մե", "ﬕ": "մի", "ﬖ": "վն", "ﬗ": "մխ"},
    "ru": {"ё": "ё", "і": "и", "ї": "и", "є": "е", "ґ": "г", "ә": "я", "ј": "й", "ғ": "г", "ҝ": "г", "һ": "г"},
    "fa": {"ك": "ک", "ي": "ی", "ى": "ی", "ة": "ه", "ە": "ه", "ھ": "ه"},
}  # fmt: skip


@rule("T024", "alphabet")
def alphabet(context: Context) -> Iterator[Finding]:
    r"""A name uses the letters of its language's alphabet.

    `ǝ` (U+01DD) stands for `ə` (U+0259) in many lists, Arabic ي for Persian ی. Checked for hy, hyw, az, az-Cyrl, ru,
    ka, tr and fa; other languages keep foreign letters in names.

    Bad:
        kalbajar:
          kind: town
          names:
            az: ["K\u01DDlb\u01DDc\u01DDr"]

    Good:
        kalbajar:
          kind: town
          names:
            az: [Kəlbəcər]
    """
    alphabets = _alphabets()
    scripts = _scripts_of_tags()
    for name in context.names:
        letters = alphabets.get(name.tag)
        if letters is None or script_of(name.record.text) not in scripts[name.tag]:
            continue
        text = unicodedata.normalize("NFC", name.record.text)
        wrong = [letter for letter in text if letter not in letters and script_of_letter(letter) in scripts[name.tag]]
        if wrong:
            repairs = _WRONG_LETTERS.get(name.tag, {})
            right = "".join(repairs.get(letter, letter) for letter in text)
            what = f"{wrong[0]} (U+{ord(wrong[0]):04X}) is no letter of the alphabet of {name.tag}"
            remedy = f"write {right}" if all(letter in repairs for letter in wrong) else "retype it in its own alphabet"
            yield context.name_finding("T024", name, what, remedy)


RULES = (script, composed, stray_character, mixed_script, alphabet)
"""The rules of this module in the order of their codes."""
