"""How scanners misread names and how people write them who lack the letters."""

from __future__ import annotations

import random

from toponyms.writing.scripts import script_of

MISREAD = {
    "Latn": "l1 1l Il lI ce ec oö öo ıi ın şs çc ğg əe əa ea hb nu un vy rn/m m/rn cl/d ii/ü",
    "Cyrl": "ип пи нп ни шщ щш ес се зэ бб6 йи ёе гт тг лп оа/а",
    "Armn": "սո ոս սն նս զգ գզ եէ էե ձծ ծձ ւլ լւ րբ քթ թք ցգ ռո հի դղ ղդ",
    "Geor": "ვკ კვ ჯვ ხს სხ ზხ ძმ მძ ოთ დღ",
}
"""Letters that scanners take for one another, by script: two letters, or two strings with a stroke between."""


def misread(rng: random.Random, text: str) -> str | None:
    """The text with one letter as a scanner may read it; None where no letter is mistaken easily."""
    swaps = []
    for swap in MISREAD.get(script_of(text), "").split():
        seen, read = swap.split("/") if "/" in swap else (swap[0], swap[1:])
        start = text.find(seen, 1)
        if start > 0:
            swaps.append(text[:start] + read + text[start + len(seen) :])
    return rng.choice(swaps) if swaps else None


UNLETTERED = {
    "ə": "eaä", "ı": "iy", "ö": "oe", "ü": "u", "ş": ("s", "sh"), "ç": ("c", "ch"), "ğ": ("g", "gh"),
    "x": ("x", "kh", "h"), "q": ("q", "g", "k", "gh"), "c": ("c", "j", "dj"), "i": "i",
}  # fmt: skip
"""What those without an Azerbaijani keyboard, or writing for foreigners, put for its letters."""


def unlettered(rng: random.Random, text: str) -> str:
    """An Azerbaijani name in plain letters, each letter written one way throughout."""
    chosen = {letter: rng.choice(written) for letter, written in UNLETTERED.items()}
    lower = text.replace("I", "ı").replace("İ", "i")
    out = "".join(
        chosen.get(one.lower(), one.lower()).capitalize() if one.isupper() else chosen.get(one, one) for one in lower
    )
    return out[:1].upper() + out[1:]
