"""What sets two gazetteers apart, and gazetteers from git revisions."""

from __future__ import annotations

import json
import subprocess

import pytest

from toponyms.errors import GazetteerError
from toponyms.gazetteer.changes import compare
from toponyms.gazetteer.reader import read_text
from toponyms.gazetteer.revisions import read_revision

OLD = """\
ganja:
  kind: city
  population: 300000
  names:
    az: [Gəncə, Kirovabad]
    en: [Ganja, Gandja]
goris:
  kind: town
  names:
    en: [Goris]
"""
NEW = """\
ganja:
  kind: city
  at: [40.68, 46.36]
  also_within: [{id: kapan, until: 1900}]
  names:
    az:
      - Gəncə
      - {text: Kirovabad, use: former}
    en: [Gandja, Ganja]
    ru: [Гянджа]
kapan:
  kind: town
  names:
    en: [Kapan]
"""


def test_every_change_is_told_once():
    changes = compare(read_text(OLD), read_text(NEW))
    assert changes.lines() == [
        "+ kapan",
        "- goris",
        "~ ganja: az: Kirovabad -> {text: Kirovabad, use: former}",
        "+ ganja: ru: Гянджа",
        "~ ganja: also_within: nothing -> [{id: kapan, until: 1900}]",
        "~ ganja: at: nothing -> [40.68, 46.36]",
        "~ ganja: population: 300000 -> nothing",
        "~ ganja: en: names in another order",
    ]
    assert json.loads(json.dumps(changes.as_json()))["names"][1]["before"] is None


def test_a_removed_name_is_told():
    changes = compare(read_text("a: {kind: town, names: {en: [A, B]}}"), read_text("a: {kind: town, names: {en: [A]}}"))
    assert changes.lines() == ["- a: en: B"]
    assert changes.as_json()["names"] == [{"id": "a", "lang": "en", "before": {"text": "B"}, "after": None}]


def test_the_same_content_in_another_form_is_no_change():
    assert not compare(
        read_text("a: {kind: town, names: {en: [A]}}"), read_text("a:\n  names: {en: ['A']}\n  kind: town\n")
    )


def test_a_gazetteer_with_problems_is_not_compared():
    with pytest.raises(GazetteerError, match="no kind"):
        compare(read_text(OLD), read_text("a: {kind: twon, names: {en: [A]}}"))


@pytest.fixture
def repository(tmp_path, monkeypatch):
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)
    path = tmp_path / "mine.yaml"

    def git(*arguments):
        settings = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main"]
        subprocess.run(["git", *settings, *arguments], cwd=tmp_path, check=True, capture_output=True)  # noqa: S607

    git("init")
    path.write_text(OLD)
    git("add", "mine.yaml")
    git("commit", "-m", "old")
    path.write_text(NEW)
    return path


def test_a_revision_gives_the_file_as_it_was(repository):
    document = read_revision("HEAD", repository)
    assert document.path == "HEAD:mine.yaml"
    assert set(document.check().records) == {"ganja", "goris"}
    assert set(read_revision("HEAD:mine.yaml", repository.with_name("other.yaml")).records) == {"ganja", "goris"}


def test_a_file_comes_before_a_revision(repository):
    assert set(read_revision(str(repository), "other.yaml").records) == {"ganja", "kapan"}


@pytest.mark.parametrize("wanted", ["nothing-like-it", "HEAD:none.yaml", "--output=x"])
def test_what_is_neither_a_file_nor_a_revision_is_told(repository, wanted):
    with pytest.raises(GazetteerError, match=r"neither a file nor a git revision|no such file"):
        read_revision(wanted, repository)


def test_without_git_a_revision_is_told_to_be_a_file(repository, monkeypatch):
    monkeypatch.setattr("toponyms.gazetteer.revisions.shutil.which", lambda _: None)
    with pytest.raises(GazetteerError, match="git is not installed; give a file"):
        read_revision("HEAD", repository)


def test_a_revision_in_another_encoding_is_told_at_its_line(repository):
    repository.write_bytes("goris:\n  # Горис\n".encode("cp1251"))
    subprocess.run(
        ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-am", "x"],  # noqa: S607
        cwd=repository.parent, check=True, capture_output=True,
    )  # fmt: skip
    problem = read_revision("HEAD", repository).problems[0]
    assert (problem.code, problem.path, problem.line) == ("T001", "HEAD:mine.yaml", 2)
