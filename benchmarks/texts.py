"""Mentions and texts to measure with, all made here from the gazetteer's own names by seeded generators.

A running text is sentences of 6 to 18 filler words, each sentence in one of four languages; one word in so many, on the
mean, is a name of that script instead. The filler words are ordinary words. In text like news that is every fortieth
word, and the name one of a country, city, town, province or district, as in news (about one in 250 characters); in
dense text it is every twelfth word, and any name. Adversarial texts are built to make a reader of names look long at
every token.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

SEED = 20261122

FILLER = {
    "en": "the of and to in a that was for it with as on his be at by had not are but from or have an they "
    "which one were all there would their him been has when who will more if out so said what up its "
    "about into than them can only other new some time these two may then do first any my now such like "
    "our over man me even most made after also did many",
    "ru": "и в не на что с как это по но они мы все она так его был из за то же вы бы от для уже когда есть "
    "быть еще только меня было время если может после того чтобы где этого два год который дом дело жизнь "
    "день рука раз работа слово сказал новый большой последний утром вечером дорога автобус учитель книга "
    "письмо",
    "hy": "և է որ են մեջ համար այս մի էր հետ նաև իր ըստ բայց մեր պետք շատ նոր երբ մինչև հետո նրա դա ես ինչ այդ "
    "բոլոր կամ այն ոչ տարի օր ժամանակ մարդ տուն գիրք նամակ ուսուցիչ ճանապարհ խոսք աշխատանք առավոտյան "
    "երեկոյան",
    "az": "və bir bu üçün ilə da də olan kimi daha sonra o çox isə qədər onun edir olub var idi ki hər yeni gün "
    "il iki amma əgər necə zaman insan ev kitab məktub müəllim yol söz iş səhər axşam böyük son birinci",
}

ADVERSARIAL = {
    "one generic word over and over": "Nor ",
    "the same in Russian": "Верхний ",
    "the same in Armenian": "Նոր ",
    "the beginning of a long name": "Nagorno-Karabakh Autonomous ",
    "capital letters": "NAGORNO KARABAKH VERIN NERKIN ",
    "no spaces at all": "Степанакертереван",
    "hyphens": "Нагорно-",
    "brackets": "((Karvachar (",
    "a letter under marks": "K" + "\u0301\u0308" * 8,
    "dotted capital I": "İ",
    "points and single letters": "г. с. р. ",
    "lists that share a generic term": "Lachin, Kalbajar, ",
}


def typo(rng: random.Random, name: str, edits: int = 1) -> str:
    """The name with some letters dropped, doubled, swapped or replaced; the first letter stays."""
    letters = list(name)
    for _ in range(edits):
        at = rng.randrange(1, max(len(letters) - 1, 2))
        what = rng.randrange(4)
        if what == 0 and len(letters) > 3:
            del letters[at]
        elif what == 1:
            letters.insert(at, letters[at - 1])
        elif what == 2 and at + 1 < len(letters):
            letters[at], letters[at + 1] = letters[at + 1], letters[at]
        else:
            letters[min(at, len(letters) - 1)] = rng.choice([letter for letter in name if letter.isalpha()] or ["a"])
    return "".join(letters)


def misspelt(names: Sequence[str], count: int) -> list[str]:
    """Distinct misspelt names of one or two edits, none of which is a name."""
    rng = random.Random(SEED)
    known, out = {name.casefold() for name in names}, set()
    usable = [name for name in names if len(name) >= 6 and " " not in name]
    while len(out) < count:
        name = rng.choice(usable)
        wrong = typo(rng, name, 2 if len(name) >= 9 and rng.random() < 0.4 else 1)
        if wrong.casefold() not in known:
            out.add(wrong)
    shuffled = sorted(out)
    rng.shuffle(shuffled)
    return shuffled


def running_text(names: Sequence[str], characters: int, words_a_name: int = 12) -> str:
    """A text of about so many characters, an equal share in each of four languages, names strewn in."""
    rng = random.Random(SEED)
    filler = {lang: words.split() for lang, words in FILLER.items()}
    script = {"en": "latin", "az": "latin", "ru": "cyrillic", "hy": "armenian"}
    named: dict[str, list[str]] = {"latin": [], "cyrillic": [], "armenian": []}
    for name in names:
        point = ord(next((letter for letter in name if letter.isalpha()), "a"))
        which = "cyrillic" if 0x400 <= point < 0x530 else "armenian" if 0x530 <= point < 0x590 else "latin"
        named[which].append(name)
    parts: list[str] = []
    size = 0
    while size < characters:
        lang = rng.choice(sorted(filler))
        pool = named[script[lang]] or ["Yerevan"]
        words = [
            rng.choice(pool) if rng.random() < 1 / words_a_name else rng.choice(filler[lang])
            for _ in range(rng.randint(6, 18))
        ]
        words[0] = words[0][:1].upper() + words[0][1:]
        sentence = " ".join(words) + ("։ " if lang == "hy" else ". ")
        parts.append(sentence)
        size += len(sentence)
    return "".join(parts)[:characters]


def prose() -> str:
    """English prose that names no place of the region: the help texts that come with Python."""
    from pydoc_data.topics import topics

    return "\n".join(topics[key] for key in sorted(topics))


def adversarial(characters: int) -> Iterator[tuple[str, str]]:
    """What each adversarial text is, and the text."""
    for what, part in ADVERSARIAL.items():
        yield what, (part * (characters // len(part) + 1))[:characters]
    rng = random.Random(SEED)
    words = ("".join(rng.choices("аеиопрстклмнвд", k=rng.randint(5, 12))).capitalize() for _ in range(characters // 6))
    yield "capitalized words, none twice", " ".join(words)[:characters]


def mention_number(names: Sequence[str], number: int) -> str:
    """The mention with this number: first every name as it is, then misspelt ones without end."""
    name = names[number % len(names)]
    return name if number < len(names) else typo(random.Random(number), name, 1 + number % 2) + str(number % 7 or "")


def mentions_stream(names: Sequence[str], total: int, distinct: float) -> Iterator[list[str]]:
    """Blocks of 10,000 mentions, `total` in all; the share of distinct ones is as given. Keeps none of them."""
    rng = random.Random(SEED)
    known = 0
    for start in range(0, total, 10_000):
        block = []
        for done in range(start, min(start + 10_000, total)):
            new = known <= done * distinct
            block.append(mention_number(names, known if new else rng.randrange(known)))
            known += new
        yield block
