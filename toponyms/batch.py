"""Resolving many mentions: each distinct one once, in processes that share the mapped index where asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice
from typing import TYPE_CHECKING, Any

from toponyms.model import Resolution

if TYPE_CHECKING:
    from toponyms.library import Gazetteer

__all__ = ["resolve_batch"]

_CHUNK = 2000
_gazetteer: Gazetteer | None = None


def _work(task: tuple[list[str], dict[str, Any]]) -> list[Resolution]:
    mentions, hints = task
    if _gazetteer is None:  # set before the processes fork
        raise RuntimeError("a worker process started without the gazetteer; use workers=1 on this system")
    return [_gazetteer.resolve(mention, **hints) for mention in mentions]


def resolve_batch(
    gazetteer: Gazetteer,
    mentions: Iterable[Any],
    workers: int,
    progress: Callable[[int], object] | None,
    hints: dict[str, Any],
) -> list[Resolution]:
    """The resolutions of mentions in their order; see `Gazetteer.resolve_many`."""
    report = progress or (lambda _count: None)
    if workers > 1:
        return _with_workers(gazetteer, list(mentions), workers, report, hints)
    known: dict[str, Resolution] = {}
    results = []
    for count, mention in enumerate(mentions, 1):
        found = known.get(mention) if isinstance(mention, str) else None
        if found is None:
            found = known[mention] = gazetteer.resolve(mention, **hints)
        results.append(found)
        if count % _CHUNK == 0:
            report(_CHUNK)
    report(len(results) % _CHUNK)
    return results


def _with_workers(
    gazetteer: Gazetteer, mentions: list[Any], workers: int, report: Callable[[int], object], hints: dict[str, Any]
) -> list[Resolution]:
    import multiprocessing

    global _gazetteer  # noqa: PLW0603 (forked processes inherit it)
    for mention in mentions:
        if not isinstance(mention, str):
            gazetteer.resolve(mention)  # raises the TypeError that says what is wanted
    distinct = iter(dict.fromkeys(mentions))
    chunks = iter(lambda: list(islice(distinct, _CHUNK)), [])
    known: dict[str, Resolution] = {}
    _gazetteer = gazetteer
    try:
        with multiprocessing.get_context("fork").Pool(workers) as pool:
            for found in pool.imap_unordered(_work, ((chunk, hints) for chunk in chunks)):
                known.update((one.mention, one) for one in found)
                report(len(found))
    finally:
        _gazetteer = None
    report(len(mentions) - len(known))
    return [known[mention] for mention in mentions]
