"""Draws docs/_static/places.png: every place of the gazetteer in and around the South Caucasus, by number of languages.

usage: map_picture.py

Nothing but the points themselves is drawn: no coasts and no borders.
"""

from __future__ import annotations

from pathlib import Path

import matplotlib as mpl

mpl.use("agg")
mpl.rcParams.update({"font.size": 9})

import matplotlib.pyplot as plt  # noqa: E402 (after the backend is chosen)

import toponyms  # noqa: E402

PICTURE = Path(__file__).parents[1] / "docs" / "_static" / "places.png"
WEST, EAST, SOUTH, NORTH = 40.0, 51.2, 38.2, 43.7
STEPS = (("1", 1, 1, "#c9ced3"), ("2", 2, 2, "#8fb4d9"), ("3–4", 3, 4, "#3d7ab5"), ("5 or more", 5, 99, "#123a63"))
TOWNS = ("yerevan", "baku", "tbilisi", "stepanakert", "ganja", "gyumri", "nakhchivan", "batumi", "lankaran", "sukhumi")
EACH_PARTYS_NAME = {"stepanakert": "Stepanakert / Khankendi"}


def points() -> list[tuple[float, float, int]]:
    """Longitude, latitude and number of languages with a name, of all places in the picture."""
    found = []
    for place in toponyms.Gazetteer.load().places():
        if place.at and SOUTH < place.at[0] < NORTH and WEST < place.at[1] < EAST:
            languages = {name.lang.partition("-")[0] for name in place.names} - {"und"}
            found.append((place.at[1], place.at[0], max(1, len(languages))))
    return found


def main() -> None:
    found = points()
    figure, axes = plt.subplots(figsize=(9.2, 6.1))
    for title, least, most, colour in STEPS:
        shown = [(x, y) for x, y, languages in found if least <= languages <= most]
        axes.scatter(*zip(*shown, strict=True), s=3.2, c=colour, linewidths=0, label=f"{title} ({len(shown):,})")
    for town in TOWNS:
        place = toponyms.get(town)
        assert place.at is not None
        spot = axes.annotate(
            EACH_PARTYS_NAME.get(town, place.label), place.at[::-1],
            textcoords="offset points", xytext=(4, 4), fontsize=8, weight="bold",
        )  # fmt: skip
        spot.set_bbox({"facecolor": "white", "alpha": 0.7, "edgecolor": "none", "pad": 0.6})
    axes.set_aspect(1 / 0.755)  # the cosine of 41 degrees
    axes.set_xlim(WEST, EAST)
    axes.set_ylim(SOUTH, NORTH)
    axes.set_xlabel("degrees east")
    axes.set_ylabel("degrees north")
    axes.legend(title="languages with a name (places)", markerscale=4, loc="upper right", frameon=False)
    axes.spines[["top", "right"]].set_visible(False)
    figure.tight_layout()
    figure.savefig(PICTURE, dpi=130, metadata={"Software": None})
    print(f"wrote {PICTURE}, {PICTURE.stat().st_size / 1024:.0f} kB")


if __name__ == "__main__":
    main()
