"""The strict reader: what it reads as it stands, where it says things are, and what it refuses at once."""

from __future__ import annotations

import time

import pytest

from toponyms.errors import GazetteerError
from toponyms.gazetteer.reader import document_from_json, read, read_text
from toponyms.gazetteer.source import MAX_BYTES

GORIS = "goris:\n  kind: town\n  names:\n    hy: [Գորիս]\n    en: [Goris]\n"


@pytest.fixture
def save(tmp_path):
    def saved(data, name="mine.yaml"):
        path = tmp_path / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return path

    return saved


def codes(document):
    return [problem.code for problem in document.problems]


@pytest.mark.parametrize("text", ["No", "yes", "1:30", "1988", "2001-01-01", "null", "~", "1e3", "0x10", ".5", "true"])
def test_a_name_is_read_as_the_text_that_stands_there(text):
    document = read_text(f"x:\n  kind: town\n  names:\n    en: [{text}, {{text: {text}, note: {text}}}]\n")
    assert codes(document) == []
    bare, fielded = document.records["x"].names["en"]
    assert (bare.text, fielded.text, fielded.note) == (text, text, text)


def test_records_and_languages_keep_the_order_of_the_file():
    document = read_text("b: {kind: town, names: {ru: [Б], en: [B]}}\na: {kind: town, names: {en: [A]}}\n")
    assert list(document.records) == ["b", "a"]
    assert list(document.records["b"].names) == ["ru", "en"]


def test_every_part_of_a_record_has_its_line_and_column():
    document = read_text(
        GORIS + "sisian:\n  kind: town\n  at: [39.5, 46.0]\n  names:\n    en:\n      - {text: S, use: former}\n"
    )
    assert document.where("goris") == (1, 1)
    assert document.where("goris", "kind") == (2, 9)
    assert document.where("goris", "names") == (3, 3)
    assert document.where("goris", "names", "en", 0) == (5, 10)
    assert document.where("sisian", "at", 1) == (8, 14)
    assert document.where("sisian", "names", "en", 0, "use") == (11, 24)
    assert document.where("sisian", "names", "en", 7) == (10, 5)
    assert document.where("nowhere") == (1, 1)


def test_the_line_of_a_name_is_found_by_its_text():
    document = read_text(GORIS, "mine.yaml")
    assert document.spot("goris", "hy", "Գորիս") == "mine.yaml:4"
    assert document.spot("goris", "hy", "Goris") is None
    assert document.spot("sisian", "hy", "Գորիս") is None


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n", "%YAML 1.2\n---\n"])
def test_an_empty_file_is_an_empty_gazetteer(text):
    document = read_text(text)
    assert (document.records, document.problems) == ({}, [])


def test_a_check_of_a_good_document_gives_the_document():
    document = read_text(GORIS)
    assert document.check() is document


def test_a_check_shows_twenty_problems_and_counts_the_rest():
    text = "".join(f"p{number}: {{kind: twon, names: {{en: [A]}}}}\n" for number in range(30))
    with pytest.raises(GazetteerError) as caught:
        read_text(text, "mine.yaml").check()
    lines = str(caught.value).splitlines()
    assert len(lines) == 21
    assert lines[-1] == "mine.yaml: and 10 more; `toponyms lint` shows all"


def test_a_missing_file_says_to_check_the_path(tmp_path):
    with pytest.raises(GazetteerError, match="no such file; check the path"):
        read(tmp_path / "none.yaml")


def test_a_folder_says_to_name_a_file(tmp_path):
    with pytest.raises(GazetteerError, match="a folder; name a file in it"):
        read(tmp_path)


def test_another_failure_of_the_system_is_told_in_its_words(tmp_path, monkeypatch):
    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("toponyms.gazetteer.reader.read_bytes", refuse)
    with pytest.raises(GazetteerError, match="Permission denied; ask who owns it"):
        read(tmp_path / "mine.yaml")


def test_a_byte_order_mark_and_foreign_line_ends_change_nothing_but_are_remembered(save):
    plain = read(save(GORIS))
    marked = read(save(b"\xef\xbb\xbf" + GORIS.encode()))
    windows = read(save(GORIS.replace("\n", "\r\n")))
    mac = read(save(GORIS.replace("\n", "\r")))
    assert plain.records == marked.records == windows.records == mac.records
    assert [plain.as_stored, marked.as_stored, windows.as_stored, mac.as_stored] == [True, False, False, False]
    assert windows.where("goris", "names", "en", 0) == (5, 10)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32", "cp1251", "cp1254", "koi8-r"])
def test_another_encoding_is_named_with_the_remedy(save, encoding):
    text = "goris:\n  kind: town\n  names:\n    ru: [Горис]\n".replace(
        "Горис", "Горис" if encoding != "cp1254" else "Göris"
    )
    data = text.encode(encoding) if encoding != "utf-16-le" else b"\xff\xfe" + text.encode(encoding)
    document = read(save(data))
    assert codes(document) == ["T001"]
    assert "UTF-8" in document.problems[0].remedy
    assert document.records == {}


def test_a_wrong_byte_is_named_with_its_line_and_column(save):
    document = read(save(b"\xef\xbb\xbfgoris:\n  # \xd0\x93 \xe9\n"))
    assert (document.problems[0].line, document.problems[0].column) == (2, 7)
    assert "0xE9" in document.problems[0].what


@pytest.mark.parametrize("letter", ["\x00", "\x07", "\x1b", "\x7f", "\x85", "\u2028", "\ufeff", "\ufffe"])
def test_control_characters_and_hidden_line_ends_are_refused_where_they_stand(letter):
    document = read_text(f"goris:\n  kind: to{letter}wn\n  names:\n    en: [Goris]\n")
    assert [(problem.code, problem.line, problem.column) for problem in document.problems] == [("T001", 2, 11)]


def test_a_surrogate_is_refused():
    assert codes(read_text("goris:\n  note: \ud800\n")) == ["T001"]


def test_a_file_beyond_the_limit_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "large.yaml"
    with path.open("wb") as handle:
        handle.truncate(MAX_BYTES + 1)
    start = time.process_time()
    document = read(path)
    assert codes(document) == ["T001"]
    assert "larger than 96 MB" in document.problems[0].what
    assert time.process_time() - start < 1


def test_a_file_that_has_no_size_is_read_up_to_the_limit(monkeypatch, save):
    monkeypatch.setattr("toponyms.gazetteer.source.MAX_BYTES", 10)
    path = save(GORIS)
    monkeypatch.setattr("toponyms.gazetteer.source.os.fstat", lambda _: type("Status", (), {"st_size": 0}))
    assert codes(read(path)) == ["T001"]
    assert MAX_BYTES > 10


def _bomb(levels):
    lines = ["a0: &a0 [lol, lol]"]
    lines += [f"a{level}: &a{level} [*a{level - 1}, *a{level - 1}]" for level in range(1, levels)]
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (_bomb(200), "anchor"),
        ("goris: {kind: *town}", "alias"),
        ("a: " + "[" * 100_000, "nested"),
        ("a: " + "{a: " * 50_000, "nested"),
        ("- " * 5_000 + "a", "nested"),
        ("\n".join(" " * depth + "a:" for depth in range(2_000)), "nested"),
        ("a: !!python/object/apply:os.system ['echo executed > /tmp/executed']", "tag"),
        ("a: !!python/name:os.system", "tag"),
        ("a: !<tag:yaml.org,2002:python/module:os> x", "tag"),
        ("a: {[b]: c}", "brackets"),
    ],
    ids=["alias bomb", "alias", "brackets", "braces", "hyphens", "indentation", "object", "name", "module", "key"],
)
def test_what_could_expand_or_execute_is_refused_at_once(text, says):
    start = time.process_time()
    document = read_text(text)
    assert "T003" in codes(document)
    assert any(says in problem.what for problem in document.problems)
    assert time.process_time() - start < 5
    assert document.records == {}


def test_one_broken_record_does_not_hide_the_faults_of_the_others():
    text = "agarak:\n  kind town\n\n" + GORIS + "\nsisian:\n  kind: twon\n  names:\n    en: [Sisian]\n"
    document = read_text(text, "mine.yaml")
    assert [(one.code, one.line, one.id) for one in document.problems] == [
        ("T002", 2, "agarak"),
        ("T007", 11, "sisian"),
    ]
    assert list(document.records) == ["goris"]


def test_text_before_the_first_record_of_a_broken_file_is_read_too():
    document = read_text("  kind: town\ngoris: {kind: town, names: {en: [Goris]}}\nsisian: [\n")
    assert {one.code for one in document.problems} == {"T002", "T006"}
    assert list(document.records) == ["goris"]


def test_json_lines_make_the_same_records_as_the_file():
    line = (
        '{"id": "goris", "label": "Goris", "kind": "town", "names": {"hy": ["Գորիս"], "en": ["Goris"]}, "_src": ["x"]}'
    )
    assert document_from_json(["", line, "\n"]).records == read_text(GORIS).records


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("{", "T002"),
        ("[1]", "T006"),
        ('{"kind": "town"}', "T006"),
        ('{"id": "Goris", "kind": "town", "names": {"en": ["Goris"]}}', "T009"),
        ('{"id": "goris", "kind": "twon", "names": {"en": ["Goris"]}}', "T007"),
        ('{"id": "goris", "kind": "town", "at": null, "names": {"en": "Goris"}}', "T006"),
    ],
)
def test_a_wrong_json_line_is_named_by_its_number(line, code):
    document = document_from_json(["", line], "mine.jsonl")
    assert [(one.path, one.line, one.code) for one in document.problems] == [("mine.jsonl", 2, code)]


def test_an_id_in_two_json_lines_is_named():
    line = '{"id": "goris", "kind": "town", "names": {"en": ["Goris"]}}'
    document = document_from_json([line, line])
    assert "line 1" in document.problems[0].what


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ("kind: {a: b}", "such as kind: village"),
        ("kind:", "such as kind: village"),
        ("note: [a]", "one text without brackets"),
        ("note: ''", "write a text, or delete the line"),
        ("at: here", "write latitude and longitude"),
        ("at: {lat: 1}", "write latitude and longitude"),
        ("at: [1.0, 2.0, 3.0]", "write latitude and longitude"),
        ("uncertainty: far", "write uncertainty: 1234, or delete the field"),
        ("uncertainty: 0", "more than 0"),
        ("uncertainty: 99999", "at most 10000"),
        ("population: 1.5", "write population: 1234"),
        ("same_as: Q1", "such as {geonames: 585934}"),
        ("same_as:", "write {geonames: 585934}, or delete the line"),
        ("same_as: {geonames: 0}", "write the number, from 1"),
        ("same_as: {wikidata: X1}", "write Q and digits"),
        ("same_as: {iso3166_2: Kalbajar}", "write it as in AZ-KAL"),
        ("same_as: {osm: 1}", "use one of geonames, wikidata"),
        ("also_within: nkao", "write also_within: [nkao]"),
        ("also_within: []", "or delete the line"),
        ("also_within: {id: nkao}", "write also_within: [{id: nkao}]"),
        ("also_within: [{from: 1923}]", "write the unit as {id: …}"),
        ("also_within: [{id: nkao, from: 9999}]", "write a year between"),
        ("also_within: [NKAO]", "write nkao"),
        ("also_within: [{id: nkao, since: 1923}]", "use one of id, from, until"),
        ("within: ՀՀ", "an id has small letters"),
        ("names: Goris", "fields with a colon, such as en: [Goris]"),
        ("names: [Goris]", "fields with a colon, such as en: [Goris]"),
        ("names:", "write the languages on the lines below, or delete the line"),
        ("names: {en: []}", "or delete the line"),
        ("names: {en: ['']}", "write a text"),
        ("names: {en: [{text: 5}]}", "no finding"),
        ("names: {en: [{use: former}]}", "write the name as {text: …}"),
        ("names: {en: [{text: A, ru: B}]}", "write ru: under names"),
        ("names: {en: [{text: A, from: ''}]}", "a year in digits after the colon"),
        ("names: {en: [{text: A, from: early}]}", "write from: 1930"),
        ("names: {en: [{text: [A]}]}", "one text without brackets"),
        ("names: {xyz: [A]}", "use a tag such as hy"),
        ("note: '" + "x" * 2001 + "'", "shorten it"),
        ("colour: red", "or delete it"),
        ("text: Goris", "text belongs to a name"),
    ],
)
def test_a_wrong_value_has_a_remedy(fields, says):
    rest = {"kind": "kind: town", "names": "names: {en: [Goris]}"}
    own = fields.split(":")[0]
    text = "\n  ".join(["goris:", fields, *(value for field, value in rest.items() if field != own)])
    problems = read_text(text).problems
    if says == "no finding":
        assert problems == []
    else:
        assert [problem for problem in problems if says in problem.remedy or says in problem.what], list(
            map(str, problems)
        )


def test_what_pydantic_says_otherwise_is_passed_on():
    from pydantic import BaseModel, ValidationError

    from toponyms.gazetteer.faults import faults_of

    class Dated(BaseModel):
        day: bytes

    with pytest.raises(ValidationError) as caught:
        Dated.model_validate({"day": 1})
    assert "bytes" in faults_of(caught.value)[0].what
