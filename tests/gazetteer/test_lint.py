"""Lint as a whole: selecting, passing over, comparing with what was before; and its forms of output."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from toponyms.gazetteer.findings import Finding
from toponyms.gazetteer.lint import ALL_RULES, check, checked_codes
from toponyms.gazetteer.lint.near import one_edit_apart, pairs_one_edit_apart
from toponyms.gazetteer.lint.page import page
from toponyms.gazetteer.lint.report import report
from toponyms.gazetteer.reader import read_text

BASE = """\
gandzasar:
  kind: monastery
  names:
    hy: [Գանձասար]
    en: [Gandzasar]

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


def found(text, base=None, **options):
    before = read_text(base, "base.yaml") if base is not None else None
    return [(one.code, one.id) for one in check(read_text(text, "mine.yaml"), base=before, **options)]


def test_a_clean_file_is_clean():
    assert found(BASE) == []


def test_rules_are_selected_by_code_or_beginning():
    text = BASE.replace("[Գանձասար]", "[Gandzasar]").replace("[Goris]", "[Goris, Goris]")
    assert found(text, select=["T025"]) == [("T025", "goris")]
    assert {code for code, _ in found(text, select=["T02"])} == {"T020", "T025"}
    assert found(text, select=["T04", "T05"]) == []


def test_a_code_that_fits_no_rule_is_told():
    with pytest.raises(ValueError, match="T999 is no rule; the rules are T001"):
        checked_codes(["T999"])
    with pytest.raises(ValueError, match="T999"):
        check(read_text(BASE), ignore={"T999": "a reason"})


def test_a_rule_is_passed_over_for_a_run():
    assert found(BASE.replace("[Goris]", "[Goris, Goris]"), ignore={"T025": "twice on purpose"}) == []


def test_a_rule_is_passed_over_for_a_record_with_a_reason():
    text = BASE.replace("[Goris]", "[Goris, Goris]").replace(
        "goris:\n", "# lint: ignore T025, T026: on purpose\ngoris:\n", 1
    )
    assert found(text) == []


@pytest.mark.parametrize(
    "comment",
    ["# lint: ignore T025", "# lint: ignore", "# lint off", "# lint: ignore T999: so", "# lint: ignore T006: so"],
)
def test_passing_over_without_reason_or_right_code_is_a_finding_itself(comment):
    text = BASE.replace("[Goris]", "[Goris, Goris]").replace("goris:\n", f"{comment}\ngoris:\n", 1)
    assert found(text) == [("T063", "goris"), ("T025", "goris")]


def test_without_a_base_homonyms_are_no_findings():
    assert found(BASE.replace("en: [Gandzasar]", "en: [Goris]")) == []


def test_a_new_name_of_another_place_is_a_collision_with_both_lines():
    findings = check(read_text(BASE.replace("[Gandzasar]", "[Gandzasar, GORIS]"), "mine.yaml"), base=read_text(BASE))
    assert [(one.code, one.line, one.column) for one in findings] == [("T050", 5, 21)]
    assert "'GORIS' folds to 'Goris' of goris (mine.yaml:11)" in findings[0].what


def test_a_town_and_the_district_that_holds_it_may_share_a_new_name():
    assert found(BASE.replace("en: [Syunik]", "en: [Syunik, Goris]"), BASE) == []


def test_a_new_name_one_letter_off_is_a_near_collision_once():
    assert found(BASE.replace("[Goris]", "[Goris, Gandsasar]"), BASE) == [("T051", "goris")]
    assert found(BASE.replace("[Goris]", "[Goris, Gandzasra]"), BASE) == [("T051", "goris")]
    assert found(BASE.replace("[Goris]", "[Goris, Gandzasar 2]"), BASE) == []


def test_a_vanished_id_is_told():
    assert ("T052", "goris") in found(BASE.replace("goris:", "kores:"), BASE)


def test_names_and_points_are_checked_beside_records_that_cannot_be_read():
    text = BASE.replace("kind: monastery", "kind: monstery").replace("[Goris]", "[Goris, Goris]")
    assert found(text) == [("T007", "gandzasar"), ("T025", "goris")]


def test_a_reference_to_a_record_that_cannot_be_read_is_no_dangling_one():
    assert found(BASE.replace("kind: province", "kind: provine")) == [("T007", "syunik")]
    assert found(BASE.replace("[Syunik]", "[Syunik")) == [("T002", "syunik")]


def test_a_longer_cycle_is_told_once():
    text = "".join(
        f"p{one}:\n  kind: town\n  within: p{(one + 1) % 3}\n  names:\n    en: [Place {one}]\n\n" for one in range(3)
    )
    assert found(text, select=["T041"]) == [("T041", "p0")]


def test_a_swapped_point_without_a_parent_is_seen_against_the_other_points():
    points = [(40.1, 46.1), (40.2, 46.2), (40.3, 46.3), (40.4, 46.4), (46.5, 40.5)]
    place = "p{0}:\n  kind: town\n  at: [{1}, {2}]\n  names:\n    en: [Place {0}]\n\n"
    text = "".join(place.format(number, *point) for number, point in enumerate(points))
    assert found(text, select=["T042"]) == []  # 40.5 and 46.5 are near each other: nobody can tell
    assert found(text.replace("[46.5, 40.5]", "[60.5, 20.5]"), select=["T042"]) == []
    assert found(text.replace("46.", "76.").replace("[76.5, 40.5]", "[76.5, 40.5]"), select=["T042"]) == [
        ("T042", "p4")
    ]
    assert found(text.replace("[46.5, 40.5]", "[40.5, 170.0]").replace("p4", "p9"), select=["T042"]) == []


def test_a_river_may_have_its_point_far_from_what_holds_it():
    holder = "x-district:\n  kind: district\n  at: [40.0, 46.0]\n  names:\n    en: [X District]\n"
    place = "arax:\n  kind: {kind}\n  within: x-district\n  at: [41.5, 46.0]\n  names:\n    en: [Arax]\n\n"
    assert found(place.format(kind="river") + holder, select=["T043"]) == []
    assert found(place.format(kind="village") + holder, select=["T043"]) == [("T043", "arax")]


def test_a_point_is_held_against_the_nearest_holder_that_has_one():
    text = (
        "a:\n  kind: village\n  within: b\n  at: [60.0, 46.0]\n  names:\n    en: [Aaa]\n\n"
        "b:\n  kind: district\n  within: c\n  names:\n    en: [Bbb]\n\n"
        "c:\n  kind: country\n  at: [40.0, 46.0]\n  names:\n    en: [Ccc]\n"
    )
    assert found(text, select=["T043"]) == [("T043", "a")]
    assert found(text.replace("60.0", "44.0"), select=["T043"]) == []
    assert found(text.replace("  at: [40.0, 46.0]\n", ""), select=["T043"]) == []


def test_a_unit_named_twice_in_also_within_is_told():
    text = "a:\n  kind: town\n  also_within: [b, b, a]\n  names:\n    en: [Aaa]\n"
    text += "b:\n  kind: district\n  names:\n    en: [Bbb]\n"
    assert found(text, select=["T046"]) == [("T046", "a"), ("T046", "a")]


def test_years_of_holders_are_checked_too():
    text = "a:\n  kind: town\n  also_within: [{id: a, from: 1990, until: 1923}]\n  names:\n    en: [Aaa]\n"
    assert found(text, select=["T028"]) == [("T028", "a")]


def test_the_form_of_what_lies_between_records_is_checked():
    assert found(BASE.replace("\ngoris", "\n\ngoris")) == [("T061", "")]
    assert found(BASE + "\n") == [("T061", "")]
    assert found(BASE.rstrip("\n")) == [("T061", "")]
    document = read_text(BASE)
    document.as_stored = False
    assert [one.what for one in check(document)] == ["the file has a byte-order mark or line ends of another system"]


def test_a_record_cut_short_by_the_end_of_the_file_is_out_of_form():
    assert found("a: {kind: town, names: {en: [Aaa]}}") == [("T061", "a")]


def test_roman_numerals_and_letters_of_other_languages_are_let_be():
    text = "a:\n  kind: cave\n  names:\n    hy: [Արենի-1]\n    ru: [Кюльтепе II, Хор-Вирап]\n    de: [Äghdam]\n"
    assert found(text, select=["T02"]) == []


def test_a_letter_without_repair_is_to_be_retyped():
    findings = check(read_text("a:\n  kind: town\n  names:\n    ru: [Ґђ]\n"), select=["T024"])
    assert "retype it in its own alphabet" in findings[0].remedy


def test_a_word_of_two_scripts_without_repair_is_to_be_retyped():
    findings = check(read_text("a:\n  kind: town\n  names:\n    ru: [Гორис]\n"), select=["T023"])
    assert "retype the word in Cyrillic letters" in findings[0].remedy


def test_a_name_in_a_script_without_tag_of_its_own_is_to_be_rewritten():
    findings = check(read_text("a:\n  kind: town\n  names:\n    en: [ܓܘܪܝܣ]\n"), select=["T020"])
    assert findings[0].remedy == "write it in Latin letters"


def test_words_at_a_place_with_broken_names_are_no_crash():
    assert ("T006", "a") in found("a:\n  kind: town\n  names: [Of]\nb: 5\nc:\n  kind: town\n  names:\n    en: No\n")


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("masis", "masiz", True),
        ("masis", "masi", False),
        ("masis", "masis", False),
        ("gandzasar", "gandzar", False),
        ("m1111", "m1112", False),
    ],
)
def test_one_edit_apart(one, other, apart):
    assert one_edit_apart(one, other) is apart
    assert list(pairs_one_edit_apart([one], [other])) == ([(one, other)] if apart else [])


FINDING = Finding("a,b:c.yaml", 3, 9, "T007", "goris", "kind", "100% 'twon'", "write\nkind: town")


def test_findings_as_text():
    assert report([FINDING, FINDING], "text").count("T007 goris: kind: 100% 'twon'; write") == 2
    assert report([], "text") == ""


def test_findings_as_json_lines():
    assert json.loads(report([FINDING], "json")) == {
        "path": "a,b:c.yaml", "line": 3, "column": 9, "code": "T007", "id": "goris", "field": "kind",
        "what": "100% 'twon'", "remedy": "write\nkind: town",
    }  # fmt: skip


def test_findings_as_annotations_are_escaped():
    assert report([FINDING], "github") == (
        "::error file=a%2Cb%3Ac.yaml,line=3,col=9,title=T007::goris: kind: 100%25 'twon'; write%0Akind: town"
    )


def test_findings_as_sarif_name_the_rules_they_use():
    whole = json.loads(report([FINDING], "sarif"))
    run = whole["runs"][0]
    assert whole["version"] == "2.1.0"
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["T007"]
    assert run["results"][0]["locations"][0]["physicalLocation"]["region"] == {"startLine": 3, "startColumn": 9}
    assert json.loads(report([], "sarif"))["runs"][0]["results"] == []


def test_the_page_of_the_manual_is_that_of_the_rules():
    path = Path(__file__).parents[2] / "docs" / "reference" / "lint.md"
    assert path.read_text(encoding="utf-8") == page(), (
        "run python -m toponyms.gazetteer.lint.page docs/reference/lint.md"
    )


def test_every_rule_of_the_code_has_a_section_in_the_page():
    assert re.findall(r"^## (T\d{3}) ", page(), re.MULTILINE) == [rule.code for rule in ALL_RULES]
