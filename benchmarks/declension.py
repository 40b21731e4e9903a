"""Puts a name into case forms by the plain rules of its language, written here apart from the library's own tables.

Only names whose declension is beyond doubt are declined: one word, of a regular type. Russian by Зализняк's
commonest types (masculine in a consonant, feminine in -а), Armenian by the common declension in -ի, Azerbaijani by
vowel harmony.
"""

from __future__ import annotations

HARD = set("бвгдзклмнпрстфх")
"""Russian final consonants after which the masculine endings are -а -у -ом -е (hushing letters and -ц left out)."""


def russian(name: str) -> list[tuple[str, str]]:
    """Forms of a Russian name as (case, form); none where its type is not plain."""
    if name[-1] in HARD and not name.endswith(("ов", "ев", "ин", "ын")):
        return [
            ("genitive", name + "а"),
            ("dative", name + "у"),
            ("instrumental", name + "ом"),
            ("locative", name + "е"),
        ]
    if name.endswith("а") and name[-2] in HARD:
        stem = name[:-1]
        genitive = stem + ("и" if stem[-1] in "гкх" else "ы")
        return [
            ("genitive", genitive),
            ("locative", stem + "е"),
            ("accusative", stem + "у"),
            ("instrumental", stem + "ой"),
        ]
    return []


def armenian(name: str) -> list[tuple[str, str]]:
    """Forms of an Armenian name in a consonant; those whose last vowel changes (ի, ու) are left out."""
    vowels = "աեէըիոօւ"
    if name[-1] in vowels or name[-1] == "և" or any(letter in "իւ" for letter in name[-3:]):
        return []
    return [
        ("genitive", name + "ի"),
        ("ablative", name + "ից"),
        ("locative", name + "ում"),
        ("instrumental", name + "ով"),
        ("nominative with article", name + "ը"),
        ("genitive with article", name + "ին"),
    ]


def azerbaijani(name: str) -> list[tuple[str, str]]:
    """Forms of an Azerbaijani name by vowel harmony; names in -q and -k, whose end softens, are left out."""
    vowel = next((letter for letter in reversed(name.replace("I", "ı").lower()) if letter in "aıoueəiöü"), "")
    if not vowel or name[-1] in "qk":
        return []
    wide = "a" if vowel in "aıou" else "ə"
    narrow = {"a": "ı", "ı": "ı", "o": "u", "u": "u", "e": "i", "ə": "i", "i": "i", "ö": "ü", "ü": "ü"}[vowel]
    ends_in_vowel = name[-1] in "aıoueəiöü"
    return [
        ("genitive", name + ("n" if ends_in_vowel else "") + narrow + "n"),
        ("dative", name + ("y" if ends_in_vowel else "") + wide),
        ("locative", name + "d" + wide),
        ("ablative", name + "d" + wide + "n"),
    ]


DECLINE = {"ru": russian, "hy": armenian, "az": azerbaijani}
