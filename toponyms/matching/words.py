"""What single words of a text may say about a name beside them, worked out once for each word and kept."""

from __future__ import annotations

from functools import lru_cache

from toponyms.writing.caseforms import strip
from toponyms.writing.folding import fold
from toponyms.writing.generic import is_preposition, opens_term
from toponyms.writing.lexicon import events, function_words, organisations, titles
from toponyms.writing.scripts import script_of, script_of_letter

__all__ = [
    "ARTICLE", "CAPITAL", "EVENT", "FUNCTION", "OF", "ORGANISATION", "POSTPOSITION", "TERM", "TITLE",
    "key_of", "organisation_of", "roles_of",
]  # fmt: skip

CAPITAL, TERM, OF, ARTICLE, FUNCTION, POSTPOSITION, TITLE, EVENT, ORGANISATION = (1 << bit for bit in range(9))
"""Roles, added up: the word is capitalized; a generic term may start with it; it is an "of", an article, a preposition
or a noun that governs a name, a postposition, a title, a word for an event, one for an organisation."""
_MEMO = 1 << 14
_BASES = 4

key_of = lru_cache(maxsize=_MEMO)(fold)
"""Folding that keeps its keys: every question about a word asks for it."""


@lru_cache(maxsize=_MEMO)
def roles_of(word: str) -> int:
    """The roles a word may have beside a name: 0 for nearly all words, which then need no closer look.

    Example:
        >>> roles_of("yesterday"), roles_of("district") & TERM == TERM, roles_of("General") == CAPITAL + TITLE
        (0, True, True)
    """
    key = key_of(word)
    found = CAPITAL if word[:1].isupper() else 0
    if not key:
        return found
    if opens_term(key):
        found |= TERM
    if key in function_words("of"):
        found |= OF
    if key in function_words("article"):
        found |= ARTICLE
    if is_preposition(key, script_of_letter(key[0])) or key in function_words("ahead") | function_words("loose"):
        found |= FUNCTION
    if key in function_words("behind"):
        found |= POSTPOSITION
    if key in titles():
        found |= TITLE
    if key in events():
        found |= EVENT
    if organisation_of(word) is not None:
        found |= ORGANISATION
    return found


def organisation_of(word: str) -> tuple[str, bool] | None:
    """What the table of organisations says of a word or of what it is a case form of; None when it is none of them.

    Example:
        >>> organisation_of("FC"), organisation_of("yesterday")
        (('both', False), None)
    """
    known, key = organisations(), key_of(word)
    forms = (key, *(base.text for base in strip(key, script_of(word))[:_BASES]))
    return next((known[form] for form in forms if form in known), None)
