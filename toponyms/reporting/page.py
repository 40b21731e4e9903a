"""One self-contained page: a text with its places marked, a map of them, and a list.

The page asks nothing of the network and runs no script: its security policy forbids both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from hashlib import blake2b
from html import escape
from pathlib import Path

from toponyms.model import Group, Mention
from toponyms.reporting.chart import Spot, chart, on_map, shape, spots
from toponyms.reporting.marked import marked

__all__ = ["fragment", "page"]

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
_REMARK = (
    "Outlines: Natural Earth (public domain), simplified. They help to find one's way and claim nothing: lines of "
    "de-facto control are not drawn, the smallest exclaves are left out, and no position on any status is taken."
)


@cache
def style() -> str:
    """The style sheet, for light and dark."""
    return (Path(__file__).parent / "data" / "page.css").read_text(encoding="utf-8")


def _legend(found: Sequence[Spot]) -> str:
    groups = {spot.place.kind.group for spot in found}
    items = [
        f'<span class="item g-{group.value}"><svg viewBox="-8 -8 16 16">{shape(group.value, 4.5)}</svg>'
        f"{group.value}</span>"
        for group in Group
        if group in groups
    ]
    scores = [
        f'<span class="item"><mark class="g-settlement {name}">{said}</mark></span>'
        for name, said in (("high", "score 0.9 or more"), ("fair", "0.7 or more"), ("low", "less"))
    ]
    unsure = '<span class="item"><mark class="g-settlement high ambiguous">several places bear the name</mark></span>'
    return f'<p class="legend">{"".join([*items, *scores, unsure])}</p>'


def _row(spot: Spot, key: str) -> str:
    place = spot.place
    point = (
        f'<a href="geo:{place.at[0]:g},{place.at[1]:g}">{place.at[0]:.3f}, {place.at[1]:.3f}</a>' if place.at else ""
    )
    links = " ".join(f'<a href="#{key}m{number}">{order}</a>' for order, number in enumerate(spot.mentions, 1))
    shown = f'<a href="#{key}p-{escape(place.id)}">{escape(place.label)}</a>' if on_map(place) else escape(place.label)
    cells = (shown, escape(place.id), place.kind.value, f"{spot.score:.2f}", point, links)
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def _list(found: Sequence[Spot], key: str) -> str:
    headings = ("place", "id", "kind", "best score", "latitude, longitude", "mentions")
    head = "".join(f"<th>{heading}</th>" for heading in headings)
    rows = "".join(_row(spot, key) for spot in sorted(found, key=lambda spot: spot.place.label))
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _parts(text: str, mentions: Sequence[Mention], key: str) -> Iterator[str]:
    found = spots(mentions)
    drawn = chart(found, key)
    if drawn:
        caption = f"<figcaption>{escape(_REMARK)}</figcaption>"
        yield f'<figure><div class="scroll">{drawn}</div>{caption}</figure>'
    beyond = [escape(spot.place.label) for spot in found if not on_map(spot.place)]
    if beyond:
        yield f'<p class="beyond">Not on the map: {", ".join(beyond)}.</p>'
    if found:
        yield _legend(found)
    yield f'<div class="text">{marked(text, mentions, key)}</div>'
    if found:
        yield _list(found, key)


def _key(text: str) -> str:
    """What the ids of this text's elements begin with, so that several can stand on one page."""
    return "t" + blake2b(text.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest() + "-"


def fragment(text: str, mentions: Sequence[Mention]) -> str:
    """The marked text, map and list as a part of a page, for notebooks.

    Example:
        >>> fragment("<nothing>", []).endswith('<div class="text">&lt;nothing&gt;</div></div>')
        True
    """
    return f'<div class="toponyms"><style>{style()}</style>{"".join(_parts(text, mentions, _key(text)))}</div>'


def page(text: str, mentions: Sequence[Mention], *, title: str = "Places found") -> str:
    """One self-contained page: the text with its mentions marked, a map of the places, and a list of them.

    Parameters:
        text: the text.
        mentions: its mentions, as `find` gave them.
        title: the heading.

    Returns:
        A whole HTML document in UTF-8.

    Example:
        >>> page("Nothing here.", []).startswith("<!DOCTYPE html>")
        True
    """
    count = len(mentions)
    places = len(spots(mentions))
    summary = f"{count} mention{'' if count == 1 else 's'} of {places} place{'' if places == 1 else 's'}"
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="color-scheme" content="light dark">'
        f"<title>{escape(title)}</title><style>{style()}</style></head>\n"
        f'<body class="toponyms"><header><h1>{escape(title)}</h1><p>{summary}</p></header>\n'
        f"<main>{''.join(_parts(text, mentions, _key(text)))}</main></body></html>\n"
    )
