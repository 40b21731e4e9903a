"""T050-T052: what a change brings: new names against all others, ids that vanish. They need to know what was before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from toponyms.gazetteer.findings import Finding
from toponyms.gazetteer.lint.context import Context, NameAt
from toponyms.gazetteer.lint.near import pairs_one_edit_apart
from toponyms.gazetteer.lint.rule import rule

__all__ = ["RULES"]


@rule("T050", "collision")
def collision(context: Context) -> Iterator[Finding]:
    """A new name does not fold to a name of another place.

    Every mention of the name means either place from then on. When it is the same place, the name belongs to the
    record that is there; when it is another place of that name, a homonym, the comment says so, with the reason. A
    place and what holds it may share a name. Checked with `--since`, and when a name is added by command.

    Base:
        goris:
          kind: town
          names:
            en: [Goris]

    Bad:
        goris:
          kind: town
          names:
            en: [Goris]

        goris-khojavend:
          kind: village
          names:
            en: [Goris]

    Good:
        goris:
          kind: town
          names:
            en: [Goris]

        # lint: ignore T050: a village of that name in another district
        goris-khojavend:
          kind: village
          names:
            en: [Goris]
    """
    for name, other in _collisions(context):
        what = f"'{name.record.text}' folds to '{other.record.text}' of {other.id} ({context.spot(other)})"
        yield context.name_finding("T050", name, what, _remedy("T050"))


def _remedy(code: str) -> str:
    return f"if it is the same place, put the name there; if not, write above the record # lint: ignore {code}: and why"


def _collisions(context: Context) -> Iterator[tuple[NameAt, NameAt]]:
    for name in context.new_names:
        seen = set()
        for other in context.by_key[name.key] if name.key else ():
            if other.id not in seen and not context.related(name.id, other.id):
                seen.add(other.id)
                yield name, other


@rule("T051", "near-collision")
def near_collision(context: Context) -> Iterator[Finding]:
    """A new name is not one letter away from a name of another place.

    It may be a slip of the pen for that name. Names of fewer than five letters, and names that differ in a number, are
    let be. Checked with `--since`, and when a name is added by command.

    Base:
        sisian:
          kind: town
          names:
            en: [Sisian]

    Bad:
        sisian:
          kind: town
          names:
            en: [Sisian]

        sissian:
          kind: village
          names:
            en: [Sissian]

    Good:
        sisian:
          kind: town
          names:
            en: [Sisian, Sissian]
    """
    by_key: dict[str, list[NameAt]] = defaultdict(list)
    for name in context.new_names:
        by_key[name.key].append(name)
    colliding = {(name.id, other.id) for name, other in _collisions(context)}
    for key, near in pairs_one_edit_apart(by_key, context.by_key):
        for name in by_key[key]:
            seen = set()
            for other in context.by_key[near]:
                new = other.id not in seen and (name.id, other.id) not in colliding
                if new and not context.related(name.id, other.id):
                    seen.add(other.id)
                    spot = context.spot(other)
                    what = f"'{name.record.text}' is one letter from '{other.record.text}' of {other.id} ({spot})"
                    yield context.name_finding("T051", name, what, _remedy("T051"))


@rule("T052", "vanished-id")
def vanished_id(context: Context) -> Iterator[Finding]:
    """An id that was there is still there.

    Programs keep ids. An id is not renamed; a record that was wrong is merged into the right one, and the change says
    so. Checked with `--since`.

    Base:
        goris:
          kind: town
          names:
            en: [Goris]

    Bad:
        kores:
          kind: town
          names:
            en: [Goris]

    Good:
        goris:
          kind: town
          names:
            en: [Goris]
    """
    if context.base is None:
        return
    for id_ in context.base.trees:
        if id_ not in context.document.trees and id_ not in context.document.unread:
            remedy = "bring the record back, or say --ignore T052: and the reason"
            yield Finding(context.document.path, 1, 1, "T052", id_, "", "the id was there before and is gone", remedy)


RULES = (collision, near_collision, vanished_id)
"""The rules of this module in the order of their codes."""
