"""T040, T041, T044, T046: what records say of each other: references and identifiers."""

from __future__ import annotations

from collections.abc import Iterator

from toponyms.gazetteer.findings import Finding
from toponyms.gazetteer.lint.context import Context
from toponyms.gazetteer.lint.rule import rule
from toponyms.gazetteer.nearest import nearest
from toponyms.gazetteer.records import PlaceRecord, SameAs

__all__ = ["RULES"]


@rule("T040", "dangling")
def dangling(context: Context) -> Iterator[Finding]:
    """Every id that a record names is a record.

    Bad:
        goris:
          kind: town
          within: syunik
          names:
            en: [Goris]

    Good:
        goris:
          kind: town
          within: syunik
          names:
            en: [Goris]

        syunik:
          kind: province
          names:
            en: [Syunik]
    """
    known = context.known_ids
    near: dict[str, str | None] = {}
    for id_, place in context.document.records.items():
        for loc, target in _references(place):
            if target not in known:
                if target not in near:
                    near[target] = nearest(target, sorted(known))
                close = near[target]
                remedy = (
                    f"write {close}, or add a record {target}:" if close else f"add a record {target}:, or delete it"
                )
                yield context.finding("T040", id_, loc, f"there is no record {target}", remedy)


def _references(place: PlaceRecord) -> Iterator[tuple[tuple[int | str, ...], str]]:
    if place.within is not None:
        yield ("within",), place.within
    for number, unit in enumerate(place.also_within or ()):
        yield ("also_within", number), unit.id
    for tag, names in place.names.items():
        for number, name in enumerate(names):
            if name.official_in is not None:
                yield ("names", tag, number, "official_in"), name.official_in


@rule("T041", "cycle")
def cycle(context: Context) -> Iterator[Finding]:
    """No place lies within itself, directly or by way of others.

    Bad:
        goris:
          kind: town
          within: syunik
          names:
            en: [Goris]

        syunik:
          kind: province
          within: goris
          names:
            en: [Syunik]

    Good:
        goris:
          kind: town
          within: syunik
          names:
            en: [Goris]

        syunik:
          kind: province
          names:
            en: [Syunik]
    """
    done: set[str] = set()
    for id_ in context.document.records:
        path: list[str] = []
        here: str | None = id_
        while here is not None and here not in done and here not in path:
            path.append(here)
            here = context.within(here)
        if here in path:
            ring = path[path.index(here) :]
            chain = " -> ".join([*ring, here])
            yield context.finding(
                "T041",
                here,
                ("within",),
                f"lies within itself: {chain}",
                "delete within: of the largest, or correct it",
            )
        done.update(path)


@rule("T044", "identifier-twice")
def identifier_twice(context: Context) -> Iterator[Finding]:
    """No identifier of `same_as` stands at two places.

    One of the two is wrong, or both records are one place.

    Bad:
        goris:
          kind: town
          same_as: {geonames: 174895}
          names:
            en: [Goris]

        kapan:
          kind: town
          same_as: {geonames: 174895}
          names:
            en: [Kapan]

    Good:
        goris:
          kind: town
          same_as: {geonames: 174895}
          names:
            en: [Goris]

        kapan:
          kind: town
          same_as: {geonames: 174875}
          names:
            en: [Kapan]
    """
    seen: dict[tuple[str, object], str] = {}
    for document in filter(None, (context.around, context.document)):
        for id_, place in document.records.items():
            for field in SameAs.model_fields:
                value = getattr(place.same_as, field, None)
                if value is None or seen.setdefault((field, value), id_) == id_:
                    continue
                other = seen[field, value]
                line, _ = (context.document if other in context.document.records else document).where(
                    other, "same_as", field
                )
                what = f"{value} stands at {other} ({context.document.path}:{line}) too"
                yield context.finding("T044", id_, ("same_as", field), what, "look it up and delete the wrong one")


@rule("T046", "repeated-holder")
def repeated_holder(context: Context) -> Iterator[Finding]:
    """`also_within` names neither the place itself nor what `within` names, nor one unit twice for the same years.

    Bad:
        goris:
          kind: town
          within: syunik
          also_within: [syunik]
          names:
            en: [Goris]

        syunik:
          kind: province
          names:
            en: [Syunik]

    Good:
        goris:
          kind: town
          within: syunik
          names:
            en: [Goris]

        syunik:
          kind: province
          names:
            en: [Syunik]
    """
    for id_, place in context.document.records.items():
        seen: set[tuple[str, int | None, int | None]] = set()
        for number, unit in enumerate(place.also_within or ()):
            entry = (unit.id, unit.since, unit.until)
            undated = unit.since is None and unit.until is None
            if unit.id == id_ or (unit.id == place.within and undated) or entry in seen:
                what = f"{unit.id} " + ("is the place itself" if unit.id == id_ else "is named already")
                yield context.finding("T046", id_, ("also_within", number), what, f"delete {unit.id} from also_within")
            seen.add(entry)


RULES = (dangling, cycle, identifier_twice, repeated_holder)
"""The rules of this module in the order of their codes."""
