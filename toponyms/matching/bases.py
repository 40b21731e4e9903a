"""The base forms a reading may be a case form of, spelled as near as can be to how it is written."""

from __future__ import annotations

from toponyms.index.reader import Index
from toponyms.lean import Pattern
from toponyms.matching.reading import Reading
from toponyms.writing import lexicon
from toponyms.writing.caseforms import Phrase, strip, strip_words
from toponyms.writing.caserules import RUSSIAN_IN_LATIN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    from toponyms.lean import dataclass

__all__ = ["Base", "bases_of", "may_stand_on"]

_MOST = 24
_LATIN_ENDINGS = {"az": ("az", "tr", "und"), "tr": ("az", "tr", "und"), "en": ("en", "und")}
_APOSTROPHES = frozenset("'’ʼ")
_DOUBT, _SURNAME = 0.3, 2.0
_VOWELS = frozenset("aeiouəıöüAEIOUƏİÖÜ")
_BACK_VOWEL = Pattern(r"[aıouAIOU][^aeiouəıöüAEIOUƏİÖÜ]*$")


@dataclass(slots=True)
class Base:
    """A reading without its case ending."""

    text: str
    """Its words, those letters that the ending left alone as written."""
    key: str
    """Its folded key."""
    form: str
    """The name of the case form."""
    lang: str
    """The language of the ending."""
    implies: str
    """The kind of place the form speaks of, or the empty string."""
    doubt: float
    """Added to the distance where the ending is not written as its language writes it."""


def bases_of(reading: Reading, mention_lang: str) -> list[Base]:
    """The base forms of a reading, likeliest first; empty when no ending can be taken off.

    Parameters:
        reading: the reading.
        mention_lang: the language tag of the mention where known.
    """
    if len(reading.words) == 1:
        word = reading.words[0]
        stripped = tuple(Phrase((base.text,), *base[1:]) for base in strip(word, reading.script))
    else:
        stripped = strip_words(reading.words, reading.script)[:_MOST]
    if not stripped:
        return []
    latin = mention_lang.partition("-")[0] if mention_lang and reading.script == "Latn" else ""
    if latin:  # English takes no Azerbaijani endings
        english = latin == "en"
        stripped = tuple(one for one in stripped if one.lang == RUSSIAN_IN_LATIN or (one.lang == "en") == english)
    return [_base(reading, phrase) for phrase in stripped]


def _base(reading: Reading, phrase: Phrase) -> Base:
    spelled = reading.text.replace("-", " ").split()
    text = " ".join(phrase.words)
    if len(spelled) == len(reading.words) == len(phrase.words):
        text = " ".join(map(_respell, spelled, reading.words, phrase.words))
    doubt = _doubt(reading.text, text, phrase.lang)
    if phrase.lang == RUSSIAN_IN_LATIN and not reading.kinds:
        doubt = _SURNAME  # Chomsky
    return Base(text, "".join(phrase.words), phrase.form, phrase.lang, phrase.implies, doubt)


def _doubt(written: str, base: str, lang: str) -> float:
    """How doubtful an ending is.

    Turkish and English set an apostrophe before it; Azerbaijani writes ə and never e. After a back vowel the accusative
    is -ı: a dotted -i there makes a surname of a place (Ordubadi, Shirvani; İrəvaninin).
    """
    ending = written[len(base) :]
    if lang in ("az", "tr") and not written.isascii() and not lexicon.foreign_letters().isdisjoint(written.lower()):
        return _SURNAME  # Sarracín
    dotted = ending == "i" or (ending[:1] == "i" and not written.isascii())
    if dotted and lang in ("az", "tr") and base[-1:] not in _VOWELS and _BACK_VOWEL.search(base):
        return _SURNAME
    if lang in ("tr", "en"):
        return _DOUBT if _APOSTROPHES.isdisjoint(written) else 0.0
    return _DOUBT if lang == "az" and "e" in ending else 0.0


def _respell(written: str, folded_word: str, base: str) -> str:
    """A folded base with the letters it shares with the written word taken from there."""
    if base == folded_word:
        return written
    if len(written) != len(folded_word):
        return base
    if folded_word.startswith(base):
        return written[: len(base)]
    shared = 0
    while base[shared : shared + 1] == folded_word[shared : shared + 1]:
        shared += 1
    return written[:shared] + base[shared:]


def may_stand_on(index: Index, base: Base, name: int) -> bool:
    """Whether a case form may stand on a name: endings of Latin script on names of their own language only."""
    langs = _LATIN_ENDINGS.get(base.lang)
    return langs is None or index.name_lang(name).startswith(langs)
