"""The commands that check and change gazetteers: what they print and write, exit codes, never a traceback."""

from __future__ import annotations

import json
import subprocess

import pytest

from toponyms.cli import main

TEXT = """\
goris:
  kind: town
  within: syunik
  at: [39.5111, 46.3419]
  names:
    hy: [Գորիս]
    en: [Goris]

syunik:
  kind: province
  at: [39.2, 46.4]
  names:
    en: [Syunik]
"""
ROUGH = TEXT.replace("[Goris]", "['Goris']")
BROKEN = TEXT.replace("kind: town", "kind: twon")


@pytest.fixture
def path(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("TOPONYMS_GAZETTEER", raising=False)
    path = tmp_path / "gazetteer.yaml"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def run(path, capsys):
    def ran(*arguments):
        code = main([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        return code, out, err

    return ran


# ------------------------------------------------------------------------------------------------------------- lint


def test_lint_of_a_clean_file_ends_with_0(run):
    assert run("lint") == (0, "", "gazetteer.yaml: nothing to complain of\n")


def test_lint_names_file_line_column_code_id_field_and_remedy(run, path):
    path.write_text(BROKEN, encoding="utf-8")
    code, out, err = run("lint", "gazetteer.yaml")
    assert (code, out) == (1, "gazetteer.yaml:2:9: T007 goris: kind: 'twon' is no kind; write kind: town\n")
    assert err == "gazetteer.yaml: 1 finding\n"


def test_lint_of_several_files_shows_the_findings_of_all(run, path):
    path.write_text(BROKEN, encoding="utf-8")
    path.with_name("other.yaml").write_text(BROKEN, encoding="utf-8")
    code, out, err = run("lint", "gazetteer.yaml", "other.yaml")
    assert (code, len(out.splitlines())) == (1, 2)
    assert "2 findings" in err


def test_lint_of_a_missing_file_ends_with_2(run):
    code, out, err = run("lint", "none.yaml")
    assert (code, out) == (2, "")
    assert err == "toponyms: none.yaml: no such file; check the path\n"


def test_without_a_file_the_environment_or_the_folder_names_it(run, path, monkeypatch):
    path.rename(path.with_name("mine.yaml"))
    code, _, err = run("lint")
    assert code == 2
    assert "no gazetteer.yaml in this folder; name the file, or set TOPONYMS_GAZETTEER" in err
    monkeypatch.setenv("TOPONYMS_GAZETTEER", str(path.with_name("mine.yaml")))
    assert run("lint")[0] == 0


@pytest.mark.parametrize("form", ["json", "github", "sarif"])
def test_lint_prints_other_forms_for_programs(run, path, form):
    path.write_text(BROKEN, encoding="utf-8")
    code, out, err = run("lint", "--format", form)
    assert code == 1
    assert "T007" in out
    assert err == ""
    if form != "github":
        json.loads(out)


def test_lint_selects_and_ignores_with_a_reason(run, path):
    path.write_text(TEXT.replace("[Goris]", "[Goris, Goris]"), encoding="utf-8")
    assert run("lint", "--select", "T020,T06")[0] == 0
    assert run("lint", "--ignore", "T025:twice on purpose")[0] == 0
    assert run("lint", "--ignore", "T026:another rule")[0] == 1


@pytest.mark.parametrize("given", ["T025", "T025:", "because", "T999:no such rule"])
def test_ignoring_without_code_or_reason_ends_with_2(run, given):
    code, _, err = run("lint", "--ignore", given)
    assert code == 2
    assert "no code or no reason; write --ignore" in err or "T999 is no rule" in err


def test_lint_since_a_file_or_a_revision_finds_collisions(run, path):
    old = path.with_name("old.yaml")
    old.write_text(TEXT, encoding="utf-8")
    path.write_text(TEXT + "\nzangezur:\n  kind: region\n  names:\n    en: [Goris]\n", encoding="utf-8")
    code, out, _ = run("lint", "--since", "old.yaml")
    assert code == 1
    assert "gazetteer.yaml:18:10: T050 zangezur" in out
    assert "(gazetteer.yaml:7)" in out
    assert run("lint")[0] == 0
    assert run("lint", "--since", "no-such-revision")[0] == 2


def test_lint_of_an_overlay(run, path):
    path.with_name("over.yaml").write_text("gorris:\n  population: 5\n", encoding="utf-8")
    code, out, _ = run("lint", "over.yaml", "--overlay-of", "gazetteer.yaml")
    assert code == 1
    assert "over.yaml:1:1: T070 gorris" in out


def test_lint_explains_a_rule(run):
    code, out, _ = run("lint", "--explain", "T050")
    assert code == 0
    assert out.startswith("## T050 collision\n\nA new name does not fold to a name of another place.")
    assert run("lint", "--explain", "X")[0] == 2


# -------------------------------------------------------------------------------------------------------------- fmt


def test_fmt_brings_a_file_into_form_once(run, path):
    path.write_text(ROUGH, encoding="utf-8")
    assert run("fmt", "--check") == (1, "gazetteer.yaml: not in canonical form; run toponyms fmt gazetteer.yaml\n", "")
    assert path.read_text(encoding="utf-8") == ROUGH
    assert run("fmt") == (0, "gazetteer.yaml: formatted\n", "")
    assert path.read_text(encoding="utf-8") == TEXT
    assert run("fmt") == (0, "", "")
    assert run("fmt", "--check") == (0, "", "")


@pytest.mark.parametrize(
    "data", [b"\xef\xbb\xbf" + TEXT.encode(), TEXT.replace("\n", "\r\n").encode()], ids=["mark", "CRLF"]
)
def test_fmt_takes_away_marks_and_foreign_line_ends(run, path, data):
    path.write_bytes(data)
    assert run("fmt", "--check")[0] == 1
    assert run("fmt")[0] == 0
    assert path.read_bytes() == TEXT.encode()


@pytest.mark.parametrize(
    "data",
    [BROKEN.encode(), TEXT.encode("utf-16"), b"a: [\n", b"a: &x [*x]\n"],
    ids=["kind", "utf-16", "syntax", "alias"],
)
def test_fmt_leaves_what_cannot_be_read_as_it_is_and_formats_the_rest(run, path, data):
    path.write_bytes(data)
    other = path.with_name("other.yaml")
    other.write_text(ROUGH, encoding="utf-8")
    code, out, err = run("fmt", "gazetteer.yaml", "other.yaml")
    assert code == 2
    assert path.read_bytes() == data
    assert "gazetteer.yaml: left as it is; put right what cannot be read" in err
    assert out == "other.yaml: formatted\n"


# ------------------------------------------------------------------------------------------------ add, name, move

KAPAN = (
    "add",
    "kapan",
    "--kind",
    "town",
    "--name",
    "hy=Կապան",
    "--name",
    "en=Kapan",
    "--name",
    "en=Ghapan",
    "--within",
    "syunik",
)


def test_add_shows_the_change_and_writes_it(run, path):
    code, out, _ = run(
        *KAPAN, "--at", "39.2076,46.4058", "--population", 43190, "--geonames", 174875, "--wikidata", "Q39556",
        "--note", "on the Voghji", "--uncertainty", 2, "--yes",
    )  # fmt: skip
    assert code == 0
    assert "+kapan:\n+  kind: town\n" in out
    assert out.endswith("gazetteer.yaml: written\n")
    block = (
        "kapan:\n  kind: town\n  within: syunik\n  at: [39.2076, 46.4058]\n  uncertainty: 2\n  population: 43190\n"
        "  same_as: {geonames: 174875, wikidata: Q39556}\n  note: on the Voghji\n"
        "  names:\n    hy: [Կապան]\n    en: [Kapan, Ghapan]\n\n"
    )
    assert path.read_text(encoding="utf-8") == TEXT.replace("\nsyunik:\n", f"\n{block}syunik:\n")
    assert run("lint")[0] == 0


def test_a_dry_run_writes_nothing(run, path):
    assert run(*KAPAN, "--dry-run")[0] == 0
    assert path.read_text(encoding="utf-8") == TEXT


def test_what_lint_finds_is_told_and_nothing_is_written(run, path):
    code, _, err = run("add", "kapan", "--kind", "town", "--name", "en=Kapan", "--within", "suynik", "--yes")
    assert code == 1
    assert "T040 kapan: within: there is no record suynik; write syunik" in err
    assert "nothing was written; put it right, or let it be with --ignore CODE:REASON" in err
    assert path.read_text(encoding="utf-8") == TEXT


def test_a_homonym_is_added_with_a_reason(run, path):
    homonym = ("add", "goris-2", "--kind", "village", "--name", "en=Goris", "--yes")
    assert run(*homonym)[0] == 1
    assert run(*homonym, "--ignore", "T050:a village of that name")[0] == 0
    assert "# lint: ignore T050: a village of that name\ngoris-2:" in path.read_text(encoding="utf-8")
    assert run("lint")[0] == 0


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("add", "kapan", "--kind", "twon", "--name", "en=Kapan"), "write kind: town"),
        (("add", "Kapan", "--kind", "town", "--name", "en=Kapan"), "write kapan"),
        (("add", "kapan", "--kind", "town", "--name", "Kapan"), "write it as in hy=Գորիս"),
        (("add", "kapan", "--kind", "town", "--name", "en=Kapan", "--at", "39"), "write latitude,longitude"),
        (("add", "kapan", "--kind", "town", "--name", "en=Kapan", "--at", "39.5 N,46"), "write latitude,longitude"),
        (("name", "add", "gorris", "en", "Kores"), "did you mean goris"),
        (("name", "remove", "goris", "en", "Koris"), "did you mean Goris"),
        (("move", "goris"), "say where to, with --within ID or --at LAT,LON"),
        (("move", "goris", "--within", "syunik"), "nothing changes"),
        (("add", "kapan", "--kind", "town", "--name", "en=Kapan", "--file", "none.yaml"), "no such file"),
    ],
)
def test_what_cannot_be_done_ends_with_2_and_a_remedy(run, path, arguments, says):
    code, _, err = run(*arguments, *([] if arguments == ("move", "goris") else ["--yes"]))
    assert code == 2
    assert says in err
    assert path.read_text(encoding="utf-8") == TEXT


def test_names_are_added_with_their_fields_and_removed(run, path):
    added = ("name", "add", "goris", "ru", "Герусы", "--use", "former", "--since", 1870, "--until", 1924)
    assert run(*added, "--official-in", "syunik", "--note", "an old spelling", "--exact", "--yes")[0] == 0
    entry = (
        "{text: Герусы, use: former, from: 1870, until: 1924, official_in: syunik, fuzzy: false, note: an old spelling}"
    )
    assert f"    ru:\n      - {entry}\n" in path.read_text(encoding="utf-8")
    assert run("name", "remove", "goris", "ru", "Герусы", "--yes")[0] == 0
    assert path.read_text(encoding="utf-8") == TEXT


def test_a_place_is_moved(run, path):
    assert run("move", "goris", "--at", "39.51,46.34", "--yes")[0] == 0
    assert "at: [39.51, 46.34]" in path.read_text(encoding="utf-8")


def test_a_move_that_lint_finds_wrong_is_not_written(run, path):
    code, _, err = run("move", "goris", "--at", "46.3419,39.5111", "--yes")
    assert code == 1
    assert "T042 goris: at" in err
    assert path.read_text(encoding="utf-8") == TEXT


@pytest.mark.parametrize("data", [b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode()])
def test_a_change_keeps_the_mark_and_the_line_ends_of_the_file(run, path, data):
    path.write_bytes(data)
    assert run("name", "add", "goris", "en", "Kores", "--yes")[0] == 0
    assert path.read_bytes() == data.replace(b"[Goris]", b"[Goris, Kores]")


@pytest.mark.parametrize(("answer", "code"), [("y", 0), ("Yes ", 0), ("n", 1), ("", 1), (EOFError, 1)])
def test_a_change_is_asked_for_in_a_terminal(run, path, monkeypatch, answer, code):
    asked = []

    def answered(question):
        asked.append(question)
        if answer is EOFError:
            raise EOFError
        return answer

    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", answered)
    assert run(*KAPAN)[0] == code
    assert asked == ["write this to gazetteer.yaml? [y/N] "]
    assert (path.read_text(encoding="utf-8") == TEXT) == bool(code)


@pytest.mark.parametrize("stdin", [None, "closed"])
def test_without_a_terminal_nobody_is_asked_and_nothing_written(run, path, monkeypatch, stdin):
    if stdin is None:
        monkeypatch.setattr("sys.stdin", None)
    code, _, err = run(*KAPAN)
    assert code == 2
    assert "nobody to ask here; run the command in a terminal, or with --yes" in err
    assert path.read_text(encoding="utf-8") == TEXT


def test_the_change_is_coloured_on_a_terminal(run, monkeypatch):
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    _, out, _ = run(*KAPAN, "--dry-run")
    assert "\x1b[32m+kapan:" in out


# ------------------------------------------------------------------------------------------------------ schema, diff


def test_the_schema_knows_every_field_and_kind(run):
    code, out, _ = run("schema")
    schema = json.loads(out)
    assert code == 0
    place = schema["$defs"]["PlaceRecord"]
    assert set(place["required"]) == {"kind", "names"}
    assert "monastery" in schema["$defs"]["Kind"]["enum"]
    assert "hyw" in place["properties"]["names"]["properties"]
    assert schema["$defs"]["NameRecord"]["properties"]["from"]["type"] == "integer"
    assert "null" not in out


def test_diff_tells_what_changed(run, path):
    path.with_name("old.yaml").write_text(TEXT.replace("[Goris]", "[Goris, Kores]"), encoding="utf-8")
    for arguments in (("old.yaml",), ("old.yaml", "gazetteer.yaml")):
        code, out, _ = run("diff", *arguments)
        assert code == 1
        assert "- goris: en: Kores" in out.splitlines()
    code, out, _ = run("diff", "gazetteer.yaml", "old.yaml", "--json")
    assert (code, json.loads(out)["names"][0]["after"]) == (1, {"text": "Kores"})
    assert run("diff", "gazetteer.yaml", "gazetteer.yaml")[0] == 0


def test_diff_of_a_revision_or_a_missing_file(run, path):
    subprocess.run(["git", "init", "-q"], check=True, cwd=path.parent)  # noqa: S607
    assert run("diff", "HEAD")[0] == 2
    path.rename(path.with_name("mine.yaml"))
    assert run("diff", "mine.yaml", "mine.yaml")[0] == 0
    assert run("diff", "mine.yaml", "--file", "none.yaml")[0] == 2
