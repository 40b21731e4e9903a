"""The sentence that says why a candidate is one."""

from __future__ import annotations

from toponyms.index.reader import Index
from toponyms.matching.bases import bases_of
from toponyms.matching.evidence import CUT_SHORT, Evidence
from toponyms.model import How, Name
from toponyms.writing.folding import fold
from toponyms.writing.sound import sound_keys

__all__ = ["sentence"]

_MARKS = "’ʼ‘ʻ'`ʹ"


def sentence(index: Index, found: Evidence) -> str:
    """One readable sentence: which name of which language, by which scheme, case form or edits."""
    name = index.name(found.name)
    mention = found.reading.text if found.reading else name.text
    say = {
        How.EXACT: _exact,
        How.FOLDED: _folded,
        How.ROMANIZED: _romanized,
        How.INFLECTED: _inflected,
        How.FUZZY: _fuzzy,
    }[found.how]
    parts = [say(mention, name, found)]
    if found.bare:
        parts.append("generic term left out")
    if found.reading and found.reading.kinds and not found.reading.whole:
        parts.append(f"a generic term beside it says {' or '.join(found.reading.kinds[:3])}")
    return ", ".join(parts)


def _exact(mention: str, name: Name, _found: Evidence) -> str:
    return f'"{mention}" is a name as written ({name.lang})'


def _folded(mention: str, name: Name, _found: Evidence) -> str:
    if _small(mention) == _small(name.text):
        differs = "case"
    elif [c for c in _small(mention) if c.isalnum()] == [c for c in _small(name.text) if c.isalnum()]:
        differs = "spaces and punctuation"
    else:
        differs = "case, marks and punctuation"
    return f'"{mention}" is the name {name.text} ({name.lang}) but for {differs}'


def _small(text: str) -> str:
    """Lower case with the Turkish İ as one letter and the ligature և written out as capitals write it."""
    return text.replace("İ", "i").replace("I", "i").replace("ı", "i").lower().replace("եվ", "և")


def _scheme(mention: str, name: Name) -> str:
    """By which scheme the mention romanizes the name; empty when by none."""
    from toponyms.writing.romanization import romanize, schemes_for

    key = fold(mention)
    for scheme in schemes_for(name.lang):
        latin = romanize(name.text, scheme.name)
        if fold(latin) == key:
            dropped = any(mark in latin for mark in _MARKS) and not any(mark in mention for mark in _MARKS)
            return f"{scheme.title}{', aspirate mark dropped' if dropped else ''}"
    return ""


def _romanized(mention: str, name: Name, found: Evidence) -> str:
    scheme = _scheme(mention, name)
    if scheme:
        return f'"{mention}" is the name {name.text} ({name.lang}) romanized by {scheme}'
    near = "sounds like" if found.distance < 0.2 else "sounds nearly like"
    return f'"{mention}" {near} the name {name.text} ({name.lang})'


def _inflected(mention: str, name: Name, found: Evidence) -> str:
    lang = f" {found.lang}" if found.lang else ""
    return f'"{mention}" is the name {name.text} ({name.lang}) in a case form:{lang} {found.form}'


def _fuzzy(mention: str, name: Name, found: Evidence) -> str:
    if found.form == CUT_SHORT:
        return f'"{mention}" may be the name {name.text} ({name.lang}) cut short'
    from rapidfuzz.distance import OSA

    written = [mention]
    if found.form and found.reading:  # the ending is no edit
        written = [base.text for base in bases_of(found.reading, found.lang) if base.form == found.form]
    keys = [(one, other) for text in written for one in sound_keys(text) for other in sound_keys(name.text, name.lang)]
    edits = min((OSA.distance(one, other) for one, other in keys), default=0) or 1
    form = f", {found.lang} {found.form} taken off" if found.form else ""
    return f'"{mention}" is the name {name.text} ({name.lang}) with {edits} edit{"s" if edits > 1 else ""}{form}'
