"""What the words beside a name say: given names, surnames, titles, organisations, events, peoples, ordinary words."""

from __future__ import annotations

from functools import cache

from toponyms.writing.folding import fold, fold_all
from toponyms.writing.tables import column, rows

__all__ = [
    "common_words",
    "demonyms",
    "events",
    "foreign_letters",
    "function_words",
    "given_names",
    "has_surname_ending",
    "months",
    "organisations",
    "titles",
]


@cache
def given_names() -> frozenset[str]:
    """Folded given names of the region and around, in all scripts.

    Source: table ``given-names``.

    Example:
        >>> "ararat" in given_names(), "goris" in given_names()
        (True, False)
    """
    return frozenset(fold_all(column("given-names", 1)))


@cache
def _surname_endings() -> tuple[str, ...]:
    endings = {fold(row[2]) for row in rows("surname-endings")}
    short = ("ov", "ev", "ов", "ев", "ян", "ին", "ով")
    return tuple(ending for ending in endings if len(ending) > 2 or ending in short)


def has_surname_ending(word: str) -> bool:
    """Whether a folded word ends like a surname and has more before the ending.

    Source: table ``surname-endings``.

    Example:
        >>> has_surname_ending("mirzoyan"), has_surname_ending("goris")
        (True, False)
    """
    return len(word) > 5 and word.endswith(_surname_endings())


def _positions(table: str, column: int) -> dict[str, str]:
    found: dict[str, str] = {}
    for row in rows(table):
        key = fold(row[1])
        position = row[column] if len(row) > column and row[column] else "both"
        found[key] = "both" if found.get(key, position) != position else position
    return found


@cache
def titles() -> dict[str, str]:
    """Folded words that make the name beside them a person's: word to ``before``, ``after`` or ``both``.

    Example:
        >>> titles()["general"]
        'before'
    """
    return _positions("titles", 2)


@cache
def organisations() -> dict[str, tuple[str, bool]]:
    """Folded words of clubs, papers, companies, brands: word to position and whether the name still says where.

    Example:
        >>> organisations()["fc"]
        ('both', False)
    """
    found: dict[str, tuple[str, bool]] = {}
    for _lang, word, position, place, *_ in rows("organisations"):
        key = fold(word)
        known = found.get(key)
        found[key] = (position, place == "yes") if known is None else ("both", known[1] or place == "yes")
    return found


@cache
def events() -> dict[str, str]:
    """Folded words of treaties, battles and the like: word to position.

    Example:
        >>> "treaty" in events()
        True
    """
    return _positions("events", 2)


@cache
def demonyms() -> frozenset[str]:
    """Folded names of peoples, inhabitants and languages.

    Example:
        >>> "armenians" in demonyms()
        True
    """
    return frozenset(fold_all(word for word in column("demonyms", 1) if not word.startswith("-")))


@cache
def months() -> frozenset[str]:
    """Folded names of months and weekdays with their case forms.

    Example:
        >>> fold("Մարտի") in months()
        True
    """
    return frozenset(fold_all(column("calendar", 1)))


@cache
def common_words(script: str) -> frozenset[str]:
    """Folded ordinary words of the languages written in a script; empty for scripts without a list.

    An index holds them as keys: whoever has one asks it, which takes no memory.

    Example:
        >>> "house" in common_words("Latn")
        True
    """
    langs = {"Latn": ("en", "az", "tr"), "Cyrl": ("ru",), "Armn": ("hy",), "Geor": ("ka",)}.get(script, ())
    return frozenset(word for lang in langs for word in fold_all(column(f"common-words-{lang}")))


@cache
def foreign_letters() -> frozenset[str]:
    """Small Latin letters that neither the languages of the region nor romanizations of theirs are written with.

    Source: table ``foreign-letters``.

    Example:
        >>> "ñ" in foreign_letters(), "ç" in foreign_letters()
        (True, False)
    """
    return frozenset(column("foreign-letters"))


@cache
def function_words(role: str) -> frozenset[str]:
    """Folded small words by what they do beside a name; the first line of the table lists the roles.

    Source: table ``function-words``.

    Example:
        >>> "and" in function_words("joint")
        True
    """
    return frozenset(fold(word) for _lang, word, what, *_ in rows("function-words") if what == role)
