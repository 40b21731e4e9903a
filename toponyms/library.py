"""The gazetteer as programs use it: load, resolve, find, get, iterate, reload."""

from __future__ import annotations

import os
from _thread import allocate_lock

from toponyms import storage
from toponyms.arguments import kinds_of, place_id_of, point_of, tag_of, unknown_place, whole_number, year_of
from toponyms.index.reader import Index
from toponyms.lean import CollectorOff
from toponyms.matching.answers import MIN_SCORE, MIN_SCORE_IN_TEXT, MOST_CANDIDATES, recall
from toponyms.model import Mention, Place, Resolution

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from toponyms.matching.finder import Finder
    from toponyms.matching.hints import Hints
    from toponyms.matching.resolver import Resolver

__all__ = ["Gazetteer", "default"]

_MEMO = 1 << 11
"""Resolutions that are kept."""


class Gazetteer:
    """A gazetteer that answers: made by `Gazetteer.load`.

    It may be used by several threads at once and stays usable in forked processes.

    Example:
        >>> gazetteer = Gazetteer.load()
        >>> gazetteer.resolve("Кельбаджарского района").id
        'kalbajar-district'
    """

    def __init__(self, index: Index, source: storage.Source | None = None) -> None:
        self._engine = _Engine(index)
        self._source = source

    @classmethod
    def load(
        cls, path: str | os.PathLike[str] | None = None, *, overlay: str | os.PathLike[str] | None = None
    ) -> Gazetteer:
        """The gazetteer of a YAML file, or the bundled one, with private additions and corrections where given.

        Parameters:
            path: a YAML file; without it the file that ``TOPONYMS_GAZETTEER`` names, else the bundled gazetteer.
            overlay: a YAML file laid over it.

        Raises:
            GazetteerError: the file cannot be used; the message lists every problem with file and line.
            OSError: a file cannot be read.
        """
        source = storage.Source(
            os.fspath(path) if path is not None else None, os.fspath(overlay) if overlay is not None else None
        )
        return cls(storage.open_index(source), source)

    def reload(self) -> None:
        """Read the files again and swap to them at once; threads that are resolving finish with the old ones.

        Raises:
            GazetteerError: the new files cannot be used; the old ones stay in use.
        """
        if self._source is not None:
            self._engine = _Engine(storage.open_index(self._source))

    @property
    def index(self) -> Index:
        """The index in use."""
        return self._engine.index

    def __len__(self) -> int:
        return self.index.size

    def __contains__(self, place_id: object) -> bool:
        return isinstance(place_id, str) and self.index.place_number(place_id) >= 0

    def __repr__(self) -> str:
        return f"Gazetteer({len(self)} places)"

    def resolve(
        self,
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
        """Which place a mention means.

        Parameters:
            mention: any text; what is no known place is answered with the status ``unknown``.
            within: the id (or name, or Place) of what it lies in.
            kind: a kind or group, or several (see `Kind`, `Group`).
            near: a point it is near: latitude and longitude in degrees, or the id of a place there.
            lang: the language tag of the mention (BCP 47).
            as_of: the year the mention is from.
            min_score: the least probability, 0–1, that the name found is the name meant.
            limit: the most candidates to give.

        Returns:
            A `Resolution`; its candidates are empty when no name is like the mention.

        Raises:
            TypeError: the mention is no string.
            UnknownPlace: ``within`` or ``near`` names no place.
            ValueError: ``kind`` is no kind or group.

        Example:
            >>> Gazetteer.load().resolve("Martuni", within="gegharkunik").id
            'martuni-gegharkunik'
        """
        if type(mention) is not str and not isinstance(mention, str):
            raise TypeError(f"resolve() wants a mention as str, not {type(mention).__name__}: pass text")
        engine = self._engine
        if within is None and kind is None and near is None and lang is None and as_of is None:
            if min_score == MIN_SCORE and limit == MOST_CANDIDATES:
                known = engine.memo.get(mention)
                return engine.plain(mention) if known is None else known
            return engine.resolver.resolve(mention, min_score=min_score, limit=whole_number(limit, "limit"))
        hints = self._hints(within, kind, near, lang, as_of)
        return engine.resolver.resolve(mention, hints, min_score, whole_number(limit, "limit"))

    def _hints(self, within: object, kind: object, near: object, lang: object, as_of: object) -> Hints:
        from toponyms.matching.hints import Hints

        point = None
        if isinstance(near, (str, Place)):
            point = self.index.at(self._numbers(near, "near")[0])
            if point is None:
                raise ValueError(f"near: {near!r} has no point in the gazetteer; give latitude and longitude")
        elif near is not None:
            point = point_of(near)
        outer = self._numbers(within, "within") if within is not None else ()
        return Hints(outer, kinds_of(kind), point, tag_of(lang), year_of(as_of))

    def _numbers(self, place: object, name: str) -> tuple[int, ...]:
        """The numbers of the places an id, a Place or a name stands for."""
        wanted = place_id_of(place, name)
        number = self.index.place_number(wanted)
        if number >= 0:
            return (number,)
        named = self._engine.resolver.places_named([wanted])
        if not named:
            raise unknown_place(self.index, wanted)
        return named

    def resolve_many(
        self,
        mentions: Iterable[str],
        *,
        workers: int = 1,
        progress: Callable[[int], object] | None = None,
        **hints: object,
    ) -> list[Resolution]:
        """What each of many mentions means, in their order; each distinct mention is resolved once.

        Parameters:
            mentions: texts.
            workers: processes to use; they share the mapped index.
            progress: called with the number of mentions done since the last call.
            hints: the keyword arguments of `resolve`, the same for all.

        Raises:
            TypeError: a mention is no string.

        Example:
            >>> [one.id for one in Gazetteer.load().resolve_many(["Gyumri", "Atlantis", "Gyumri"])]
            ['gyumri', None, 'gyumri']
        """
        from toponyms.batch import resolve_batch

        if isinstance(mentions, str):
            raise TypeError("resolve_many() wants a list of mentions, not one str: pass [mention], or use resolve()")
        return resolve_batch(self, mentions, workers, progress, hints)

    def find(
        self,
        text: str | Iterable[str],
        *,
        min_score: float = MIN_SCORE_IN_TEXT,
        kinds: str | Iterable[str] | None = None,
        within: str | Place | None = None,
        lang: str | None = None,
    ) -> list[Mention]:
        """Every place a text names, in the light of the whole text; parameters as for `toponyms.find`.

        Returns:
            A list of mentions, empty when there are none; a notebook shows it as the marked text and a map.

        Raises:
            TypeError: the text is neither a string nor made of strings.
            UnknownPlace: ``within`` names no place.
            ValueError: ``kinds`` names no kind or group.

        Example:
            >>> [mention.resolution.id for mention in Gazetteer.load().find("Kalbajar district")]
            ['kalbajar-district']
        """
        from toponyms.matching.blocks import blocks
        from toponyms.reporting.mentions import Mentions

        finder = self._engine.finder
        wanted = kinds_of(kinds, "kinds")
        outer = self._numbers(within, "within") if within is not None else ()
        tag = tag_of(lang)
        found: list[Mention] = []
        for start, block in blocks(text):
            with CollectorOff():  # what reading makes has no cycles, and lives until the block is read
                found += finder.find(block, min_score=min_score, kinds=wanted, within=outer, lang=tag, offset=start)
        return Mentions(found, text if isinstance(text, str) else "")

    def get(self, place_id: str) -> Place:
        """The place with an id.

        Raises:
            UnknownPlace: there is none; the message names the nearest ids.

        Example:
            >>> Gazetteer.load().get("kalbajar")
            Place('kalbajar', town)
        """
        wanted = place_id_of(place_id)
        number = self.index.place_number(wanted)
        if number < 0:
            raise unknown_place(self.index, wanted)
        return self.index.place(number)

    def places(self, *, kind: str | Iterable[str] | None = None, within: str | Place | None = None) -> Iterator[Place]:
        """The places in the order of their ids, those of a kind or group and within a place where asked.

        Raises:
            UnknownPlace: ``within`` names no place.
            ValueError: ``kind`` is no kind or group.

        Example:
            >>> next(Gazetteer.load().places(kind="monastery", within="kalbajar-district")).kind
            <Kind.MONASTERY: 'monastery'>
        """
        kinds = kinds_of(kind)
        outer = self._numbers(within, "within") if within is not None else ()
        return map(self.index.place, self._listed(kinds, outer))

    def _listed(self, kinds: tuple[str, ...], outer: tuple[int, ...]) -> Iterator[int]:
        index = self.index
        for number in range(index.size):
            of_kind = not kinds or index.kind(number).value in kinds or index.kind(number).group.value in kinds
            if of_kind and (not outer or any(parent in outer for parent in index.parents(number))):
                yield number


class _Engine:
    """One index with what answers from it; the parts that need the cascade's modules are made when first needed."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.memo: dict[str, Resolution] = {}
        self._resolver: Resolver | None = None
        self._finder: Finder | None = None

    @property
    def resolver(self) -> Resolver:
        if self._resolver is None:
            from toponyms.matching.resolver import Resolver

            self._resolver = Resolver(self.index)
        return self._resolver

    @property
    def finder(self) -> Finder:
        if self._finder is None:
            from toponyms.matching.finder import Finder

            self._finder = Finder(self.resolver)
        return self._finder

    def plain(self, mention: str) -> Resolution:
        """The resolution of a mention without hints, kept for the next time."""
        found = recall(self.index, mention, MOST_CANDIDATES)
        if found is None:
            found = self.resolver.fresh(mention) if self._resolver else self._first(mention)
        if len(self.memo) >= _MEMO:
            self.memo.clear()
        self.memo[mention] = found
        return found

    def _first(self, mention: str) -> Resolution:
        """The first answer of the cascade, which loads its modules and tables."""
        with CollectorOff():
            return self.resolver.fresh(mention)


_lock = allocate_lock()
_default: Gazetteer | None = None


def _renew_lock() -> None:
    global _lock  # noqa: PLW0603 (one for each process)
    _lock = allocate_lock()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_renew_lock)


def default() -> Gazetteer:
    """The gazetteer that the module-level functions use, loaded when first asked for.

    Raises:
        GazetteerError: the file that ``TOPONYMS_GAZETTEER`` names, or the bundled one, cannot be used.

    Example:
        >>> default() is default()
        True
    """
    global _default  # noqa: PLW0603 (one for each process)
    if _default is None:
        with _lock:
            if _default is None:
                _default = Gazetteer.load()
    return _default
