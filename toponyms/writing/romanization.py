"""Romanization: a name written letter by letter in another alphabet, by a named scheme.

A scheme is a table of `data/romanization/`, whose first line names the standard and its edition; `rewriting` tells how
a table is read. Schemes write Latin, and Cyrillic where Russian texts spell Armenian, Azerbaijani and Georgian names.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from toponyms.errors import UnknownScheme
from toponyms.writing.rewriting import Table, load, rewrite
from toponyms.writing.tables import rows, source

__all__ = ["Scheme", "reform", "romanize", "schemes", "schemes_for"]

_FOLDER = "romanization/"
_DOTTED_TONGUES = frozenset({"az", "tr"})  # i has the capital İ, ı the capital I


@dataclass(frozen=True, slots=True)
class Scheme:
    """One way to write the names of a language in another alphabet.

    Example:
        >>> schemes()[0]
        Scheme(name='hy-bgn-pcgn-1981', title='BGN/PCGN 1981', lang='hy', script='Armn', into='en')
    """

    name: str
    """What `romanize` takes: `hy-bgn-pcgn-1981`."""
    title: str
    """How a sentence calls it: `BGN/PCGN 1981`."""
    lang: str
    """Language tag (BCP 47) of the names it reads."""
    script: str
    """Script (ISO 15924) it reads; letters of other scripts pass through."""
    into: str
    """Language tag whose spelling it writes, `und-Latn` where that is no language's."""

    @property
    def source(self) -> str:
        """Standard and edition, or the practice, that the table follows.

        Example:
            >>> schemes_for("ka")[0].source
            'Georgian national system of romanization (2002), adopted by BGN/PCGN in 2009'
        """
        return source(_FOLDER + self.name)


@cache
def schemes() -> tuple[Scheme, ...]:
    """Every scheme, grouped by the language of the names; the first of a language is its usual one.

    Example:
        >>> [scheme.name for scheme in schemes()][:2]
        ['hy-bgn-pcgn-1981', 'hy-iso-9985']
    """
    return tuple(Scheme(*row[:5]) for row in rows(_FOLDER + "schemes"))


def schemes_for(lang: str) -> tuple[Scheme, ...]:
    """The schemes that read names of a language; empty when there is none.

    Parameters:
        lang: language tag, as in the gazetteer: `hy`, `hyw`, `az`, `az-Cyrl`, `az-Arab`, `fa`, `ru`, `ka`.

    Example:
        >>> [scheme.name for scheme in schemes_for("az-Cyrl")], schemes_for("en")
        (['az-cyrl-latn-1991'], ())
    """
    return tuple(scheme for scheme in schemes() if scheme.lang == lang)


def _unknown(name: str) -> UnknownScheme:
    from difflib import get_close_matches

    names = [scheme.name for scheme in schemes()]
    near = [known for known in names if name and name in known] or get_close_matches(name, names, n=5, cutoff=0.5)
    near = near or names
    return UnknownScheme(f"no romanization scheme {name!r}; the nearest: {', '.join(near[:8])}")


@cache
def _of_scheme(name: str) -> Table:
    for scheme in schemes():
        if scheme.name == name:
            dotless = scheme.script == "Latn" and scheme.lang in _DOTTED_TONGUES
            return load(_FOLDER + name, dotless, scheme.into in _DOTTED_TONGUES)
    raise _unknown(name)


def romanize(text: str, scheme: str) -> str:
    """A text with the letters of the scheme's script written by the scheme; all else stays as it is.

    Capitals stay capitals: one letter for a capital, all letters among capitals. The text is composed (NFC) before it
    is read. A name in classical Armenian orthography goes through `reform` first, except for the `hyw` schemes.

    Parameters:
        text: any text.
        scheme: a scheme's name, see `schemes`.

    Raises:
        UnknownScheme: there is no such scheme; the message names the nearest.

    Source: the standard on the first line of the scheme's table.

    Example:
        >>> romanize("Շուշի", "hy-bgn-pcgn-1981"), romanize("ՇՈՒՇԻ", "hy-iso-9985"), romanize("Xocalı", "az-english")
        ('Shushi', 'ŠOWŠI', 'Khojali')
    """
    table = _of_scheme(scheme)
    if table.via:
        for step in table.via:
            text = romanize(text, step)
        return text
    return rewrite(text, table)


def reform(text: str) -> str:
    """An Armenian text in classical orthography, respelled in the reformed one.

    The caller knows that the text is classical: Յալթա would become Հալթա. Where the classical spelling does not tell
    the sound (յ inside a compound), the letters stay.

    Source: the orthography reforms of 1922 and 1940, table ``orthography-hy``.

    Example:
        >>> reform("Յովհաննէս Թումանեան"), reform("Շուշի"), romanize(reform("Գիւմրի"), "hy-popular")
        ('Հովհաննես Թումանյան', 'Շուշի', 'Gyumri')
    """
    return rewrite(text, load("orthography-hy"))
