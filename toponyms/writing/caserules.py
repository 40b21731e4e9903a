"""The case-form tables compiled into one dictionary of suffixes a script; `caseforms` probes it.

A table's row says: a word that ends in *suffix* may be a form of the word with one of *replacements* in its place.
Turkic suffixes are written with A and I, which vowel harmony spells out (table ``vowels``). Russian relational
adjectives are every row of ``caseforms-ru-relational`` joined with every adjective ending that can follow it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from toponyms.writing.tables import rows

__all__ = [
    "LANGUAGES",
    "RUSSIAN_IN_LATIN",
    "Rule",
    "Suffix",
    "adjectives",
    "endings",
    "no_places",
    "script_vowels",
    "table",
]

RUSSIAN_IN_LATIN = "ru-Latn"
"""The language tag of Russian adjectives that texts in other languages take over: Akhtynsky District."""
LANGUAGES = {
    "Latn": ("az", "tr", "en", RUSSIAN_IN_LATIN),
    "Cyrl": ("ru", "az-Cyrl"),
    "az-Cyrl": ("az-Cyrl",),
    "Armn": ("hy",),
    "Geor": ("ka",),
    "Arab": ("fa",),
}
"""The languages whose suffixes are tried on a word of a script, the likelier first; ``az-Cyrl`` is for words with
a letter that Russian lacks."""

_AGREEMENT = "caseforms-ru-adjectives"
_RELATIONAL = "caseforms-ru-relational"
_LEAST_UNMARKED = 4
"""Fewest letters of an Azerbaijani stem in Cyrillic when no letter of the word tells it from a Russian word."""


End = tuple[int, str, str]
"""A replacement: how many letters of the stem stand behind the vowel put back, that vowel, letters to add."""


class Rule(NamedTuple):
    """One way to undo a suffix; every condition must hold for the stem that is left."""

    ends: tuple[End, ...]
    """What to put into the stem and behind it."""
    form: str
    lang: str
    implies: str
    least: int
    """Fewest letters of the stem."""
    after: frozenset[str] | None
    """Letters one of which the stem must end in."""
    spelled: bool
    """Whether a stem without vowels, read letter by letter, passes `after` too (DQMV-nin)."""
    tail: str
    cluster: int
    """How many consonants the stem must end in."""
    harmony: frozenset[str] | None
    """Vowels one of which must be the stem's last vowel."""
    late: bool
    """Whether its bases come after those of all other rules."""
    adjective: bool
    """Whether words for peoples are to be left out."""
    term: bool
    """Whether generic terms have the form and names do not (plurals)."""

    def may_follow(self, letter: str) -> bool:
        """Whether a stem may end in this letter; ``""`` stands for a stem without vowels, read letter by letter."""
        return self.after is None or letter in self.after or (self.spelled and not letter)

    @property
    def checked(self) -> bool:
        """Whether more than the stem's last letter and length is to be looked at."""
        return bool(self.harmony or self.tail or self.cluster or self.adjective)


Choice = tuple[tuple[End, ...], str, str, str, bool, bool, int, Rule | None]
"""A rule where only the stem's length is open: ends, language, form, hint, late, term, least, rule if to check."""


class Suffix(dict[str, tuple[Choice, ...]]):
    """One suffix: the last letter of the stem to what may then be undone, worked out when first met."""

    def __init__(self, rules: tuple[Rule, ...]) -> None:
        super().__init__()
        self.rules = rules

    def __missing__(self, letter: str) -> tuple[Choice, ...]:
        self[letter] = choices = tuple(
            (r.ends, r.lang, r.form, r.implies, r.late, r.term, r.least, r if r.checked else None)
            for r in self.rules
            if r.may_follow(letter)
        )
        return choices


@cache
def _vowels() -> dict[str, frozenset[str]]:
    letters: dict[str, set[str]] = {}
    for lang, _name, vowels, *_ in rows("vowels"):
        letters.setdefault(lang, set()).update(vowels)
    return {lang: frozenset(found) for lang, found in letters.items()}


@cache
def script_vowels(script: str) -> frozenset[str]:
    """The vowels of the languages written in a script, as folded."""
    return frozenset().union(*(_vowels()[lang] for lang in LANGUAGES[script]))


def _spell(suffix: str, wide: str, narrow: str, flat: str) -> str:
    """A suffix with A and I as one harmony class says them; after an A every I is unrounded."""
    letters = []
    for letter in suffix:
        if letter == "A":
            letters.append(wide)
            narrow = flat
        else:
            letters.append(narrow if letter == "I" else letter)
    return "".join(letters)


@cache
def _harmony(lang: str) -> tuple[list[tuple[str, ...]], dict[str, str]]:
    """The harmony classes of a language (name, vowels, A, I), and what I is behind an A of each."""
    classes = [row[1:5] for row in rows("vowels") if row[0] == lang]
    return classes, {name.split()[0]: narrow for name, _, _, narrow in classes if name.endswith("unrounded")}


def _harmonic(suffix: str, lang: str) -> dict[str, frozenset[str] | None]:
    """The spellings of a suffix, each with the last vowels it may follow (None: any)."""
    if "A" not in suffix and "I" not in suffix:
        return {suffix: None}
    classes, flat = _harmony(lang)
    spelled: dict[str, frozenset[str] | None] = {}
    for name, letters, wide, narrow in classes:
        text = _spell(suffix, wide, narrow, flat[name.split()[0]])
        spelled[text] = (spelled.get(text) or frozenset()) | frozenset(letters)
    return spelled


@cache
def _ends(replacements: str) -> tuple[End, ...]:
    """Replacements: ``-`` cuts, ``<e`` puts e before the stem's last letter, ``<<e`` before two; ``<e+i`` adds i."""
    ends = []
    for end in replacements.split("|"):
        vowel, _, letters = end.lstrip("<").partition("+")
        back = len(end) - len(end.lstrip("<"))
        ends.append((back, vowel, letters) if back else (0, "", "" if end == "-" else end))
    return tuple(ends)


class _Condition(NamedTuple):
    """The conditions of a row, as `Rule` has them."""

    least: int
    after: frozenset[str] | None
    spelled: bool
    tail: str
    cluster: int
    late: bool
    term: bool


@cache
def _condition(text: str, lang: str) -> _Condition:
    named = dict(part.partition(":")[::2] for part in text.split())
    after: frozenset[str] | None = None
    if named.keys() & {"after", "not-after", "vowel", "consonant"}:
        vowels = _vowels()[lang]
        after = frozenset(named["after"]) if "after" in named else _alphabet(lang)
        after -= frozenset(named.get("not-after", ""))
        after = after & vowels if "vowel" in named else after
        after = after - vowels if "consonant" in named else after
    spelled = "vowel" in named or "consonant" in named
    cluster = int(named["cluster"] or 2) if "cluster" in named else 0
    return _Condition(
        int(named.get("min", "2")), after, spelled, named.get("ends", ""), cluster, "late" in named, "term" in named
    )


def _rule(row: tuple[str, ...], lang: str, harmony: frozenset[str] | None) -> Rule:
    _suffix, replacements, form, condition, implies = row[:5]
    least, after, spelled, tail, cluster, late, term = _condition(condition, lang)
    return Rule(
        _ends(replacements),
        form,
        lang,
        implies,
        least,
        after,
        spelled,
        tail,
        cluster,
        harmony,
        late,
        "adjective" in form or form == "possessive",
        term,
    )


_LETTERS = {
    "Latn": (0x61, 0x7B),
    "Cyrl": (0x430, 0x530),
    "Armn": (0x561, 0x588),
    "Geor": (0x10D0, 0x10FB),
    "Arab": (0x620, 0x6D4),
}


@cache
def _alphabet(lang: str) -> frozenset[str]:
    """Every folded letter of the language's script, with the digits."""
    first, last = next(_LETTERS[script] for script in _LETTERS if lang in LANGUAGES[script])
    return frozenset(map(chr, range(first, last))) | frozenset("0123456789")


def _language_rules(lang: str) -> Iterator[tuple[str, Rule]]:
    tables = ["caseforms-" + lang, *([_AGREEMENT] if lang == "ru" else [])]
    for name in tables:
        for row in rows(name):
            for suffix, harmony in _harmonic(row[0], lang).items():
                yield suffix, _rule(row, lang, harmony)
    if lang == "ru":
        yield from _relational()


def _relational() -> Iterator[tuple[str, Rule]]:
    """Adjectives made of place names, in every form: -ск- and its kin with the endings that can follow к."""
    endings: dict[str, str] = {}
    for suffix, rule in adjectives():
        if rule.after is None or "к" in rule.after:
            endings.setdefault(suffix, rule.form)
    for row in rows(_RELATIONAL):
        for ending, form in endings.items():
            if ending[0] in "иоау":
                yield row[0] + ending, _rule((*row[:2], f"{row[2]}, {form}", *row[3:]), "ru", None)


@cache
def adjectives() -> tuple[tuple[str, Rule], ...]:
    """The endings of Russian adjectives, each with its rule."""
    return tuple((row[0], _rule(row, "ru", None)) for row in rows(_AGREEMENT))


@cache
def no_places() -> frozenset[str]:
    """Words for peoples and states in every form, English plurals too: of no place (table ``caseforms-peoples``)."""
    endings = ("", "s", *(suffix for suffix, _ in adjectives()))
    return frozenset(stem + ending for _lang, stem, *_ in rows("caseforms-peoples") for ending in endings)


@cache
def table(script: str) -> tuple[dict[str, Suffix], frozenset[str]]:
    """A script's suffixes, and the ends of all of them; both empty for a script without tables.

    Example:
        >>> "ներից" in table("Armn")[1]
        True
    """
    found: dict[str, list[Rule]] = {}
    for lang in LANGUAGES.get(script, ()):
        second = script == "Cyrl" and lang == "az-Cyrl"
        for suffix, rule in _language_rules(lang):
            if second:
                rule = rule._replace(late=True, least=max(rule.least, _LEAST_UNMARKED))
            found.setdefault(suffix, []).append(rule)
    tails = frozenset(suffix[at:] for suffix in found for at in range(len(suffix)))
    return {suffix: Suffix(tuple(rules)) for suffix, rules in found.items()}, tails


@cache
def endings(script: str) -> frozenset[End]:
    """What any rule of a script puts in the place of a suffix.

    Example:
        >>> (0, "", "") in endings("Latn"), endings("Grek")
        (True, frozenset())
    """
    return frozenset(end for suffix in table(script)[0].values() for rule in suffix.rules for end in rule.ends)
