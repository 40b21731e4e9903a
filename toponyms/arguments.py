"""Checking what callers give: kinds, points, years, ids; what is wrong is said in words, before anything is done."""

from __future__ import annotations

from toponyms.errors import UnknownPlace
from toponyms.model import Group, Kind, Place

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from toponyms.index.reader import Index

__all__ = ["kinds_of", "place_id_of", "point_of", "tag_of", "unknown_place", "whole_number", "year_of"]


def kinds_of(kind: object, name: str = "kind") -> tuple[str, ...]:
    """Kinds or groups as texts; none when nothing was given.

    Raises:
        TypeError: it is neither a text nor several.
        ValueError: one is no kind or group; the message names the nearest.

    Example:
        >>> kinds_of("town"), kinds_of(None)
        (('town',), ())
    """
    if kind is None:
        return ()
    if not isinstance(kind, str) and not hasattr(kind, "__iter__"):
        raise TypeError(f"{name}: wants a kind or group as str, or several, not {type(kind).__name__}")
    several: Iterable[object] = (kind,) if isinstance(kind, str) else kind
    known = [*map(str, Kind), *map(str, Group)]
    wanted = tuple(map(str, several))
    for one in wanted:
        if one not in known:
            import difflib

            near = difflib.get_close_matches(one, known, n=2)
            advice = f"near: {', '.join(near)}" if near else "toponyms.Kind and toponyms.Group list them"
            raise ValueError(f"{name}: {one!r} is no kind or group; {advice}")
    return wanted


def point_of(near: object) -> tuple[float, float]:
    """A point as latitude and longitude in degrees.

    Raises:
        TypeError: it is no pair of numbers.
        ValueError: it lies nowhere on the globe.

    Example:
        >>> point_of([40, 44.5])
        (40.0, 44.5)
    """
    wanted = "near: wants latitude and longitude in degrees, such as (40.18, 44.51), or the id of a place"
    try:
        pair: Iterable[float] = near  # type: ignore[assignment]
        latitude, longitude = map(float, pair)
    except (TypeError, ValueError):
        raise TypeError(f"{wanted}, not {near!r}") from None
    if not (abs(latitude) <= 90.0 and abs(longitude) <= 180.0):
        raise ValueError(f"{wanted}; {near!r} lies nowhere")
    return latitude, longitude


def place_id_of(place: object, name: str = "id") -> str:
    """The id a place or text stands for.

    Raises:
        TypeError: it is neither a text nor a Place.

    Example:
        >>> place_id_of(Place("goris", Kind.TOWN))
        'goris'
    """
    if isinstance(place, Place):
        return place.id
    if isinstance(place, str):
        return place
    raise TypeError(f"{name}: wants a Place, or the id of one as str, not {type(place).__name__}")


def tag_of(lang: object) -> str:
    """A language tag, or the empty string for none.

    Raises:
        TypeError: it is no text.

    Example:
        >>> tag_of("hy"), tag_of(None)
        ('hy', '')
    """
    if lang is None or isinstance(lang, str):
        return lang or ""
    raise TypeError(f"lang: wants a language tag such as 'hy', not {type(lang).__name__}")


def year_of(as_of: object) -> int | None:
    """A year, or None for none.

    Raises:
        TypeError: it is no whole number.

    Example:
        >>> year_of(1970)
        1970
    """
    if as_of is None or (isinstance(as_of, int) and not isinstance(as_of, bool)):
        return as_of
    raise TypeError(f"as_of: wants a year as int, such as 1970, not {as_of!r}")


def whole_number(value: object, name: str) -> int:
    """A whole number of at least 1.

    Raises:
        TypeError: it is no whole number.
        ValueError: it is less than 1.

    Example:
        >>> whole_number(3, "limit")
        3
    """
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(f"{name}: wants a whole number, not {value!r}")
    if value < 1:
        raise ValueError(f"{name}: wants at least 1, not {value}")
    return value


def unknown_place(index: Index, wanted: str) -> UnknownPlace:
    """The error for an id that no place has, with the nearest ids."""
    import difflib

    ids = [index.place_id(number) for number in range(index.size)]
    near = difflib.get_close_matches(wanted, ids, n=3, cutoff=0.6)
    advice = f"; nearest ids: {', '.join(near)}" if near else "; toponyms.places() lists the ids"
    return UnknownPlace(f"no place has the id {wanted!r}{advice}")
