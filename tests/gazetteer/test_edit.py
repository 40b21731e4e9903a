"""Changing a gazetteer: only the lines that mean the change are touched."""

from __future__ import annotations

import pytest

from toponyms.errors import GazetteerError
from toponyms.gazetteer.edit import add_name, add_place, move_place, remove_name, review
from toponyms.gazetteer.reader import read_text
from toponyms.gazetteer.writer import write_document

TEXT = """\
# The header.

# About goris.
goris:
  kind: town
  within: syunik
  at: [39.5111, 46.3419]
  uncertainty: 5
  # from the census
  names:
    hy: [Գորիս]
    en: [Goris, Kores]

sisian:
  kind: town
  within: syunik
  names:
    en: [Sisian]

# About syunik.
syunik:
  kind: province
  at: [39.2, 46.4]
  names:
    en: [Syunik]

# The end.
"""


@pytest.fixture
def document():
    return read_text(TEXT, "mine.yaml")


def changed(edit):
    return [line for line in edit.diff()[2:] if line.startswith(("+", "-"))]


def test_a_place_is_added_where_its_id_belongs_and_nothing_else_changes(document):
    edit = add_place(
        document, "kapan", {"kind": "town", "within": "syunik", "names": {"en": ["Kapan"], "hy": ["Կապան"]}}
    )
    block = "kapan:\n  kind: town\n  within: syunik\n  names:\n    hy: [Կապան]\n    en: [Kapan]\n\n"
    assert edit.text == TEXT.replace("sisian:\n", block + "sisian:\n")
    assert review(edit) == []


@pytest.mark.parametrize("id_", ["agarak", "meghri", "sotk", "zorats-karer"])
def test_an_added_place_leaves_a_formatted_file_formatted(document, id_):
    formatted = read_text(write_document(document), "mine.yaml")
    edit = add_place(formatted, id_, {"kind": "village", "names": {"en": ["Xyz"]}})
    assert write_document(read_text(edit.text)) == edit.text
    assert read_text(edit.text).comments.before == formatted.comments.before
    assert read_text(edit.text).comments.tail == formatted.comments.tail


def test_a_place_is_added_to_an_empty_file():
    edit = add_place(read_text("", "mine.yaml"), "goris", {"kind": "town", "names": {"en": ["Goris"]}})
    assert edit.text == "goris:\n  kind: town\n  names:\n    en: [Goris]\n"


def test_a_place_is_added_to_a_file_of_comments_alone():
    edit = add_place(read_text("# mine\n", "mine.yaml"), "goris", {"kind": "town", "names": {"en": ["Goris"]}})
    assert edit.text == "# mine\n\ngoris:\n  kind: town\n  names:\n    en: [Goris]\n"


def test_an_id_that_is_taken_is_refused_with_its_line(document):
    with pytest.raises(GazetteerError, match=r"mine.yaml:4: there is a place goris already; add names to it"):
        add_place(document, "goris", {})


@pytest.mark.parametrize(
    ("id_", "values", "says"),
    [
        ("Kapan", {"kind": "town", "names": {"en": ["Kapan"]}}, "write kapan"),
        ("kapan", {"kind": "twon", "names": {"en": ["Kapan"]}}, "write kind: town"),
        ("kapan", {"kind": "town", "names": {"arm": ["Kapan"]}}, "write hy"),
    ],
)
def test_what_the_format_refuses_is_refused_with_the_same_remedy(document, id_, values, says):
    with pytest.raises(GazetteerError, match=says):
        add_place(document, id_, values)


def test_a_broken_file_is_not_changed():
    with pytest.raises(GazetteerError, match="no kind"):
        add_place(read_text("a: {kind: twon, names: {en: [A]}}"), "kapan", {"kind": "town", "names": {"en": ["Kapan"]}})


def test_a_name_is_added_behind_the_others_and_comments_inside_move_above(document):
    edit = add_name(document, "goris", "en", {"text": "Gerusy", "use": "former"})
    assert changed(edit) == [
        "+# from the census", "-  # from the census",
        "-    en: [Goris, Kores]", "+    en:",
        "+      - Goris", "+      - Kores", "+      - {text: Gerusy, use: former}",
    ]  # fmt: skip


def test_a_name_in_another_language_takes_its_place(document):
    assert changed(add_name(document, "sisian", "hy", {"text": "Սիսիան"})) == ["+    hy: [Սիսիան]"]


def test_a_name_that_is_there_is_refused_with_its_line(document):
    with pytest.raises(GazetteerError, match=r"mine\.yaml:12: goris has the name 'Kores' in en already"):
        add_name(document, "goris", "en", {"text": "Kores"})


def test_an_unknown_place_is_told_with_the_nearest(document):
    with pytest.raises(GazetteerError, match="there is no place gorris; did you mean goris"):
        add_name(document, "gorris", "en", {"text": "Kores"})
    with pytest.raises(GazetteerError, match="add it with toponyms add baku"):
        remove_name(document, "baku", "en", "Kores")


def test_a_name_is_removed(document):
    assert changed(remove_name(document, "goris", "en", "Kores"))[-2:] == [
        "-    en: [Goris, Kores]",
        "+    en: [Goris]",
    ]


def test_the_last_name_of_a_language_takes_the_language_along(document):
    assert changed(remove_name(document, "goris", "hy", "Գորիս"))[-1] == "-    hy: [Գորիս]"


def test_the_only_name_of_a_place_stays(document):
    with pytest.raises(GazetteerError, match="'Sisian' is the only name of sisian; add another name first"):
        remove_name(document, "sisian", "en", "Sisian")


@pytest.mark.parametrize(
    ("tag", "name", "says"),
    [
        ("en", "Korres", "did you mean Kores"),
        ("en", "xyz", "its names in en: Goris, Kores"),
        ("ru", "x", "names in ru: none"),
    ],
)
def test_a_name_that_is_not_there_is_told_with_those_that_are(document, tag, name, says):
    with pytest.raises(GazetteerError, match=says):
        remove_name(document, "goris", tag, name)


def test_a_place_moves_to_another_holder_and_keeps_the_old_one_dated(document):
    edit = move_place(document, "sisian", within="goris", until=2017)
    assert changed(edit) == [
        "-  within: syunik",
        "+  within: goris",
        "+  also_within:",
        "+    - {id: syunik, until: 2017}",
    ]


def test_a_place_moves_to_another_holder(document):
    assert changed(move_place(document, "syunik", within="goris", until=2017)) == ["+  within: goris"]


def test_a_place_moves_to_another_point_which_is_no_longer_approximate(document):
    edit = move_place(document, "goris", at=(39.51, 46.34))
    assert [line for line in changed(edit) if "census" not in line] == [
        "-  at: [39.5111, 46.3419]", "-  uncertainty: 5", "+  at: [39.51, 46.34]",
    ]  # fmt: skip


def test_a_move_to_where_the_place_is_changes_nothing(document):
    with pytest.raises(GazetteerError, match="nothing changes"):
        move_place(document, "sisian", within="syunik")


def test_what_lint_finds_in_a_change_is_told_and_what_was_there_before_is_not():
    document = read_text("goris:\n  kind: town\n  names:\n    hy: [Goris]\n", "mine.yaml")
    edit = add_name(document, "goris", "ru", {"text": "Goris"})
    assert [(one.code, one.field) for one in review(edit)] == [("T020", "names.ru")]


def test_a_name_of_another_place_needs_a_reason_which_stays_above_the_record(document):
    values = {"kind": "village", "names": {"en": ["Goris"]}}
    assert [one.code for one in review(add_place(document, "goris-2", values))] == ["T050"]
    edit = add_place(document, "goris-2", values, {"T050": "another village"})
    assert review(edit) == []
    assert "# lint: ignore T050: another village\ngoris-2:" in edit.text
    named = add_name(read_text(edit.text, "mine.yaml"), "goris-2", "en", {"text": "Kores"}, {"T050": "another village"})
    assert review(named) == []
    assert named.text.count("# lint: ignore T050") == 1


def test_a_change_to_an_unsorted_file_is_not_held_up_by_its_order():
    document = read_text("b: {kind: town, names: {en: [Bbb]}}\na: {kind: town, names: {en: [Aaa]}}\n", "mine.yaml")
    edit = add_place(document, "c", {"kind": "town", "names": {"en": ["Ccc"]}})
    assert review(edit) == []
    assert edit.text.startswith(document.text)
