"""Counts of gazetteer.yaml by kind, language and country, as tables for the documentation.

usage: counts.py

Writes docs/measured/gazetteer.md; run it after changing gazetteer.yaml, a test compares the two.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import toponyms
from toponyms.model import Kind, Place
from toponyms.writing.tables import rows

PAGE = Path(__file__).parents[1] / "docs" / "measured" / "gazetteer.md"
TRADITIONS = frozenset({"hy", "az", "ru"})
COUNTRIES = ("armenia", "azerbaijan", "georgia", "turkey", "iran", "russia")


def table(head: Iterable[str], body: Iterable[Iterable[object]]) -> str:
    """A Markdown table; numbers with separators, to the right."""
    head = list(head)
    lines = [head, ["---", *["---:"] * (len(head) - 1)]]
    lines += [[f"{cell:,}" if isinstance(cell, int) else str(cell) for cell in row] for row in body]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def totals(places: list[Place]) -> str:
    names = sum(len(place.names) for place in places)
    traditions = Counter(len({name.lang for name in place.names} & TRADITIONS) for place in places)
    identifiers = sum(bool(place.same_as) for place in places)
    body: list[tuple[str, object]] = [
        ("places", len(places)),
        ("names as written in the file", names),
        ("names marked as former", sum(name.use == "former" for place in places for name in place.names)),
        ("kinds in use", len({place.kind for place in places})),
        ("places with coordinates", sum(place.at is not None for place in places)),
        ("of these approximate, with the uncertainty told", sum(place.uncertainty is not None for place in places)),
        ("places with an identifier elsewhere", identifiers),
        ("places with population", sum(place.population is not None for place in places)),
        ("places with two or three of Armenian, Azerbaijani and Russian", traditions[2] + traditions[3]),
        ("places with all three", traditions[3]),
    ]
    return table(("", "count"), body)


def by_kind(places: list[Place]) -> str:
    counted = Counter(place.kind for place in places)
    return table(("kind", "places"), ((kind.value, counted[kind]) for kind in Kind if counted[kind]))


def by_language(places: list[Place]) -> str:
    titles = {tag: title for tag, title, *_ in rows("languages")}
    names = Counter(name.lang for place in places for name in place.names)
    holders = Counter(lang for place in places for lang in {name.lang for name in place.names})
    body = ((titles[lang], f"`{lang}`", count, holders[lang]) for lang, count in sorted(names.items(), key=_most_first))
    return table(("language", "tag", "names", "places with one"), body)


def by_country(places: list[Place]) -> str:
    """Places within each country today; those in no country of the list are seas, regions and the rest of the world."""
    counted: Counter[str] = Counter()
    for place in places:
        inside = {place.id, *place.ancestors} & set(COUNTRIES)
        counted[next(iter(inside), "elsewhere, or in no single country")] += 1
    order = [*(one for one in COUNTRIES if counted[one]), "elsewhere, or in no single country"]
    return table(("country", "places"), ((one.capitalize(), counted[one]) for one in order))


def _most_first(item: tuple[str, int]) -> tuple[int, str]:
    return -item[1], item[0]


def page(places: list[Place]) -> str:
    """The whole file."""
    parts = [
        "<!-- Made by `python benchmarks/counts.py`; do not edit. -->",
        totals(places),
        "### By language",
        by_language(places),
        "### By country",
        by_country(places),
        "### By kind",
        by_kind(places),
    ]
    return "\n\n".join(parts) + "\n"


def main() -> None:
    PAGE.write_text(page(list(toponyms.Gazetteer.load().places())), encoding="utf-8")
    print(f"wrote {PAGE}")


if __name__ == "__main__":
    main()
