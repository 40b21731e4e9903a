"""The functions of the package itself: they ask the default gazetteer, which is loaded when first needed."""

from __future__ import annotations

from toponyms.library import default
from toponyms.matching.answers import MIN_SCORE, MIN_SCORE_IN_TEXT, MOST_CANDIDATES
from toponyms.model import Mention, Place, Resolution

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

__all__ = ["find", "get", "places", "resolve", "resolve_many"]


def resolve(
    mention: str,
    *,
    within: str | Place | None = None,
    kind: str | Iterable[str] | None = None,
    near: tuple[float, float] | str | Place | None = None,
    lang: str | None = None,
    as_of: int | None = None,
    min_score: float = MIN_SCORE,
    limit: int = MOST_CANDIDATES,
) -> Resolution:
    """Which place a mention means, by the default gazetteer; parameters as for `Gazetteer.resolve`.

    Returns:
        A `Resolution`, for any string: what is no known place has the status ``unknown``.

    Raises:
        TypeError: the mention is no string.
        UnknownPlace: ``within`` or ``near`` names no place.
        ValueError: ``kind`` is no kind or group.

    Example:
        >>> resolve("Кельбаджарского района")
        Resolution('Кельбаджарского района', 'kalbajar-district', 0.9...)
    """
    return default().resolve(
        mention, within=within, kind=kind, near=near, lang=lang, as_of=as_of, min_score=min_score, limit=limit
    )


def resolve_many(
    mentions: Iterable[str], *, workers: int = 1, progress: Callable[[int], object] | None = None, **hints: object
) -> list[Resolution]:
    """What each of many mentions means, in their order, by the default gazetteer; see `Gazetteer.resolve_many`.

    Example:
        >>> [one.id for one in resolve_many(["Gyumri", "Гюмри"])]
        ['gyumri', 'gyumri']
    """
    return default().resolve_many(mentions, workers=workers, progress=progress, **hints)


def find(
    text: str | Iterable[str],
    *,
    min_score: float = MIN_SCORE_IN_TEXT,
    kinds: str | Iterable[str] | None = None,
    within: str | Place | None = None,
    lang: str | None = None,
) -> list[Mention]:
    """Every place a text names, in the light of the whole text, by the default gazetteer.

    Parameters:
        text: a text, or a file object or other iterable of its pieces in order; offsets count over the whole.
        min_score: words that name a place here with a lower probability, 0–1, are left out.
        kinds: a kind or group, or several; mentions of others are left out.
        within: the id (or name, or Place) of what they lie in; mentions of places elsewhere are left out.
        lang: the language tag of the text; guessed from script and words where not given.

    Returns:
        The mentions in the order of the text; empty when it names no known place. A notebook shows the list as the
        marked text and a map.

    Raises:
        TypeError: the text is neither a string nor made of strings.

    Example:
        >>> [mention.text for mention in find("The road from Goris to Lachin")]
        ['Goris', 'Lachin']
    """
    return default().find(text, min_score=min_score, kinds=kinds, within=within, lang=lang)


def get(place_id: str) -> Place:
    """The place with an id in the default gazetteer.

    Raises:
        UnknownPlace: there is none; the message names the nearest ids.

    Example:
        >>> get("kalbajar").label
        'Kalbajar'
    """
    return default().get(place_id)


def places(*, kind: str | Iterable[str] | None = None, within: str | Place | None = None) -> Iterator[Place]:
    """The places of the default gazetteer in the order of their ids; parameters as for `Gazetteer.places`.

    Example:
        >>> [place.id for place in places(kind="province", within="armenia")][:2]
        ['aragatsotn', 'ararat-province']
    """
    return default().places(kind=kind, within=within)
