"""Which mentions two gazetteers resolve differently."""

from __future__ import annotations

from typing import Any

from toponyms.comparing import differences
from toponyms.suite import Case


def test_equal_gazetteers_differ_in_nothing(load: Any) -> None:
    one = load("goris: {kind: town, names: {en: [Goris]}}\n")
    assert differences(one, one, [Case("s.yaml", 1, "Goris"), Case("s.md", 2, "Goris", marks=())]) == []


def test_a_place_gone_from_a_text_is_told_with_why_it_was_found(load: Any) -> None:
    old = load("goris: {kind: town, names: {en: [Goris]}}\n", "old.yaml")
    new = load("sevan: {kind: town, names: {en: [Sevan]}}\n", "new.yaml")
    told = {one.source: one for one in differences(old, new, [Case("s.md", 3, "The road to Goris.", marks=())])}
    assert told["s.md:3"].before == "goris"
    assert told["s.md:3"].after == "not found"
    assert "is a name as written" in told["s.md:3"].why
    assert (told["a name of goris"].before, told["a name of goris"].after) == ("goris", "unknown")
    assert (told["a name of sevan"].before, told["a name of sevan"].after) == ("unknown", "sevan")
