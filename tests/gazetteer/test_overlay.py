"""Overlays: what they add, correct and take away, and the conflicts that they are refused for."""

from __future__ import annotations

import pytest

from toponyms.errors import GazetteerError
from toponyms.gazetteer.overlay import Overlay, check_overlay, merged, read_overlay, read_with_overlays
from toponyms.gazetteer.reader import read_text

BASE = """\
goris:
  kind: town
  within: syunik
  at: [39.5111, 46.3419]
  same_as: {geonames: 174895}
  names:
    ru: [Горис, Герусы]
    en: [Goris]

syunik:
  kind: province
  at: [39.2, 46.4]
  names:
    en: [Syunik]
"""


def lay(*overlays):
    documents = [read_text(text, f"over{number}.yaml") for number, text in enumerate(overlays, 1)]
    return merged(read_text(BASE, "base.yaml"), *documents)


def names(document, id_, tag):
    return [name.text for name in document.records[id_].names[tag]]


def test_a_new_place_stands_beside_the_others():
    both = lay("bardzrashen:\n  kind: village\n  within: syunik\n  names:\n    hy: [Բարձրաշեն]\n")
    assert both.problems == []
    assert sorted(both.records) == ["bardzrashen", "goris", "syunik"]


def test_fields_replace_and_names_are_added_behind():
    both = lay("goris:\n  population: 20591\n  at: [39.51, 46.34]\n  names:\n    ru: [Корис]\n    hy: [Գորիս]\n")
    assert both.problems == []
    goris = both.records["goris"]
    assert (goris.population, goris.at, goris.within) == (20591, (39.51, 46.34), "syunik")
    assert names(both, "goris", "ru") == ["Горис", "Герусы", "Корис"]
    assert names(both, "goris", "hy") == ["Գորիս"]


def test_a_name_given_again_with_fields_takes_the_place_of_the_old_one():
    both = lay("goris:\n  names:\n    ru:\n      - {text: Герусы, use: former, until: 1924}\n")
    assert [(name.text, name.use) for name in both.records["goris"].names["ru"]] == [
        ("Горис", None),
        ("Герусы", "former"),
    ]


def test_names_and_places_are_taken_away():
    both = lay("goris:\n  remove_names:\n    ru: [Герусы]\n    en: [Goris]\n")
    assert both.problems == []
    assert names(both, "goris", "ru") == ["Горис"]
    assert "en" not in both.records["goris"].names
    assert sorted(lay("goris:\n  remove: true\n").records) == ["syunik"]


def test_a_name_tells_the_file_and_line_it_comes_from():
    both = lay("goris:\n  names:\n    ru: [Корис]\n")
    assert both.spot("goris", "ru", "Корис") == "over1.yaml:3"
    assert both.spot("goris", "ru", "Горис") == "base.yaml:7"
    assert both.spot("goris", "ru", "Баку") is None


@pytest.mark.parametrize(
    ("text", "spot", "says"),
    [
        ("goris:\n  remove_names:\n    ru: [Герус]\n", "over1.yaml:3:10", "(base.yaml:6); write Герусы"),
        ("goris:\n  remove_names:\n    ka: [გორისი]\n", "over1.yaml:3:10", "(base.yaml:6); delete it"),
        ("goris:\n  names:\n    ru: [Корис]\n  remove_names:\n    ru: [Корис]\n", "over1.yaml:5:10", "no name 'Корис'"),
        (
            "goris:\n  names:\n    ru: [Горис]\n  remove_names:\n    ru: [Горис]\n",
            "over1.yaml:3:10",
            "removed at over1.yaml:5",
        ),
        ("goris:\n  remove: true\n  population: 5\n", "over1.yaml:3:15", "beside remove: true (over1.yaml:2)"),
        ("gorris:\n  population: 5\n", "over1.yaml:1:1", "write goris (base.yaml:1), or give kind and names"),
        ("gorris:\n  remove: true\n", "over1.yaml:1:1", "base.yaml has no place gorris to remove anything from"),
        ("kapan:\n  kind: town\n", "over1.yaml:1:1", "a new place needs names"),
        ("syunik:\n  remove: true\n", "base.yaml:3:11", "(removed at over1.yaml:2)"),
        ("goris:\n  within: suynik\n", "over1.yaml:2:11", "write syunik"),
        ("syunik:\n  within: goris\n", "base.yaml:3:11", "goris -> syunik -> goris (over1.yaml:2)"),
        (
            "kapan:\n  kind: town\n  same_as: {geonames: 174895}\n  names:\n    en: [Kapan]\n",
            "over1.yaml:3:23",
            "stands at goris (base.yaml:5) too",
        ),
        (
            "goris:\n  remove_names:\n    ru: [Горис, Герусы]\n    en: [Goris]\n",
            "over1.yaml:2:3",
            "no name is left (base.yaml:6)",
        ),
        ("goris:\n  population: many\n", "over1.yaml:2:15", "is not a number"),
        ("goris:\n  remove_name:\n    ru: [Горис]\n", "over1.yaml:2:3", "write remove_names"),
        ("goris: [\n", "over1.yaml:1:8", "not closed"),
        ("Goris:\n  population: 5\n", "over1.yaml:1:1", "write goris:"),
        ("goris:\n", "over1.yaml:1:1", "the record has no fields"),
    ],
)
def test_a_conflict_is_an_error_that_names_both_lines(text, spot, says):
    problems = list(map(str, lay(text).problems))
    assert any(problem.startswith(spot) and says in problem for problem in problems), problems


def test_a_conflict_within_the_base_stays_with_the_base():
    with pytest.raises(GazetteerError, match=r"base\.yaml:1"):
        merged(read_text("goris: {kind: twon, names: {en: [G]}}", "base.yaml"), read_text("", "o.yaml")).check()


def test_of_two_overlays_the_later_adds_to_the_earlier():
    both = lay("goris:\n  names:\n    ru: [Корис]\n", "goris:\n  remove_names:\n    ru: [Корис]\n  population: 5\n")
    assert both.problems == []
    assert names(both, "goris", "ru") == ["Горис", "Герусы"]


def test_two_overlays_that_say_different_things_are_both_named():
    both = lay("goris:\n  population: 5\n", "goris:\n  population: 6\n")
    assert [str(problem) for problem in both.problems] == [
        "over2.yaml:2:15: T070 goris: population: over1.yaml:2 says otherwise; delete one of the two"
    ]


def test_an_overlay_is_read_from_its_file(tmp_path):
    base, over = tmp_path / "base.yaml", tmp_path / "over.yaml"
    base.write_text(BASE)
    over.write_text("goris:\n  population: 5\n")
    assert read_with_overlays(base).records["goris"].population is None
    assert read_with_overlays(base, [over]).records["goris"].population == 5
    assert isinstance(read_overlay(over), Overlay)


def test_lint_looks_at_what_an_overlay_gives():
    base = read_text(BASE, "base.yaml")
    text = "goris:\n  names:\n    hy: [Gorisy]\n"
    text += "kapan:\n  kind: town\n  within: syunik\n  at: [46.4, 39.2]\n  names:\n    en: [Goris]\n"
    found = check_overlay(Overlay(read_text(text, "over.yaml")), base)
    assert {(one.code, one.line) for one in found} == {("T020", 3), ("T042", 7), ("T050", 9), ("T051", 3)}
    assert any("base.yaml:8" in one.what for one in found if one.code == "T050")


def test_what_an_overlay_says_is_meant_is_let_be_beside_records_of_places_that_are_there():
    text = """\
goris:
  names:
    hy: [Գորիս]

# lint: ignore T050: another place of the name
gorus:
  kind: village
  names:
    ru: [Герусы]
"""
    base = read_text(BASE, "base.yaml")
    assert check_overlay(Overlay(read_text(text, "over.yaml")), base) == []
    told = text.replace("# lint: ignore T050: another place of the name\n", "")
    assert [one.code for one in check_overlay(Overlay(read_text(told, "over.yaml")), base)] == ["T050"]


def test_lint_of_an_overlay_with_conflicts_shows_those():
    base = read_text(BASE, "base.yaml")
    found = check_overlay(Overlay(read_text("gorris:\n  remove: true\n", "over.yaml")), base)
    assert [one.code for one in found] == ["T070"]
