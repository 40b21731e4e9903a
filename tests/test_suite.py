"""Running suites: what is right, what is wrong and how that is told, and what is no suite."""

from __future__ import annotations

from pathlib import Path

import pytest

from toponyms.errors import GazetteerError
from toponyms.library import Gazetteer
from toponyms.suite import Case, cases_of, run_case, suite_files


def mention(text: str, hints: dict[str, object] | None = None, **expected: object) -> Case:
    return Case("suite.yaml", 1, text, expected, hints or {})


def paragraph(tmp_path: Path, text: str) -> Case:
    path = tmp_path / "en-prose.md"
    path.write_text(f"Why: a test\n\n{text}\n", encoding="utf-8")
    return cases_of(str(path))[0]


@pytest.mark.parametrize(
    "case",
    [
        mention("Goris", {"within": "syunik"}, **{"is": "goris", "how": "exact"}),
        mention("Մարտունի", status="ambiguous", among=["martuni", "martuni-karabakh"]),
        mention("Atlantis", status="unknown"),
        mention("Մարտունի", {"near": (39.8, 46.8)}, **{"is": "martuni-karabakh"}),
    ],
)
def test_right_mentions(small: Gazetteer, case: Case) -> None:
    assert run_case(small, case).right


@pytest.mark.parametrize(
    ("case", "said"),
    [
        (mention("Goris", **{"is": "gori"}), "expected gori, came goris (goris"),
        (mention("Atlantis", **{"is": "gori"}), "expected gori, came unknown (no candidates)"),
        (mention("Մարտունի", **{"is": "martuni"}), "expected martuni, came ambiguous (martuni"),
        (mention("Goris", status="ambiguous"), "expected ambiguous, came goris"),
        (mention("Մարտունի", status="ambiguous", among=["goris"]), "expected goris among the candidates"),
        (mention("Goris", how="fuzzy"), "expected fuzzy, came exact"),
        (mention("Atlantis", how="fuzzy"), "expected fuzzy, came nothing"),
        (mention("Goris", {"within": "nowhere-at-all"}, **{"is": "goris"}), "the case itself is wrong: no place"),
        (mention("Goris", {"kind": "twon"}, **{"is": "goris"}), "the case itself is wrong: kind"),
    ],
)
def test_wrong_mentions_tell_what_came_instead(small: Gazetteer, case: Case, said: str) -> None:
    outcome = run_case(small, case)
    assert not outcome.right
    assert said in outcome.wrong


@pytest.mark.parametrize(
    "text",
    [
        "The road from [Goris](goris) to [Gori](gori).",
        "[Goris](goris|syunik) is far from [Gori](?), and from [Tabriz](?tabriz) too.",
        "[Atlantis](?) is nowhere; [Lake\nSevan](lake-sevan) is not.",
        "Nothing of the kind.",
    ],
)
def test_right_paragraphs(small: Gazetteer, tmp_path: Path, text: str) -> None:
    assert run_case(small, paragraph(tmp_path, text)).wrong == ""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The road from [Goris](gori).", "'Goris' came as goris (expected gori)"),
        ("[Atlantis](goris) sank.", "'Atlantis' was not found (expected goris)"),
        ("Near Goris.", "'Goris' is no place here, came as goris"),
    ],
)
def test_wrong_paragraphs_tell_what_came_instead(small: Gazetteer, tmp_path: Path, text: str, said: str) -> None:
    assert said in run_case(small, paragraph(tmp_path, text)).wrong


def test_a_paragraph_knows_its_line_language_and_known_failure(tmp_path: Path) -> None:
    path = tmp_path / "hy-prose.md"
    path.write_text(
        "Why: x\n\n# A heading\n\nxfail: not yet\n[Գորիս](goris)։\n\n<!-- a remark -->\n\nՍևան։\n", encoding="utf-8"
    )
    first, second = cases_of(str(path))
    assert (first.line, first.lang, first.xfail, first.text) == (5, "hy", "not yet", "Գորիս։")
    assert first.marks == ((0, 5, "goris"),)
    assert (second.line, second.xfail, second.where) == (10, "", f"{path}:10")


def test_a_mention_knows_its_line_hints_and_known_failure(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("# Why: x\n- {mention: Goris, is: goris, near: [39.5, 46.3], xfail: not yet}\n")
    (case,) = cases_of(str(path))
    assert (case.line, case.text, case.xfail) == (2, "Goris", "not yet")
    assert dict(case.hints) == {"near": (39.5, 46.3)}


def test_an_empty_suite_has_no_cases(tmp_path: Path) -> None:
    (tmp_path / "empty.yaml").write_text("# Why: x\n")
    assert cases_of(str(tmp_path / "empty.yaml")) == []


def test_folders_are_searched_in_order(tmp_path: Path) -> None:
    for name in ("b.yaml", "a.md", "README.md", "notes.txt"):
        (tmp_path / name).write_text("")
    assert [Path(path).name for path in suite_files([str(tmp_path)])] == ["a.md", "b.yaml"]


def test_missing_and_unreadable_files_are_said_so(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="no such file or folder"):
        suite_files(["no-such-folder"])
    (tmp_path / "old.yaml").write_bytes(b"- {mention: \xff}")
    with pytest.raises(GazetteerError, match=r"old\.yaml: cannot be read"):
        cases_of(str(tmp_path / "old.yaml"))
    with pytest.raises(GazetteerError, match="cannot be read"):
        cases_of(str(tmp_path / "gone.md"))
