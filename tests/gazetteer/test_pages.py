"""The pages on format, editing and overlays say what the code does: their examples are clean, their tables complete."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml

from toponyms.cli import main, parser
from toponyms.gazetteer.lint import check
from toponyms.gazetteer.overlay import merged
from toponyms.gazetteer.reader import read_text
from toponyms.gazetteer.shape import FIELDS
from toponyms.gazetteer.source import MAX_BYTES
from toponyms.gazetteer.tree import MAX_DEPTH

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = [
    DOCS / "reference" / "gazetteer-format.md",
    *(
        DOCS / "how-to" / f"{name}.md"
        for name in ("add-a-place", "add-a-name", "edit-in-vscode", "overlay", "lint-in-ci")
    ),
]


def blocks(page, language):
    return re.findall(rf"```{language}\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)


@pytest.mark.parametrize("page", [page for page in PAGES if page.stem != "overlay"], ids=lambda page: page.stem)
def test_the_records_of_a_page_are_clean(page):
    for text in blocks(page, "yaml"):
        findings = [one for one in check(read_text(text, page.name)) if one.code != "T040"]
        assert list(map(str, findings)) == []


def test_the_overlay_of_its_page_fits_a_gazetteer():
    base = "goris:\n  kind: town\n  names:\n    ru: [Горис, Герусы]\n    en: [Goris]\n"
    for text in blocks(DOCS / "how-to" / "overlay.md", "yaml"):
        assert merged(read_text(base), read_text(text)).problems == []


def test_the_json_of_the_pages_is_json():
    for page in PAGES:
        for text in re.findall(
            r"```json\n(.*?)```", re.sub(r"(?m)^   ", "", page.read_text(encoding="utf-8")), re.DOTALL
        ):
            json.loads(text)


@pytest.mark.parametrize("record", FIELDS)
def test_every_field_is_told_in_the_page_on_the_format_or_on_overlays(record):
    pages = "".join(
        (DOCS / page).read_text(encoding="utf-8") for page in ("reference/gazetteer-format.md", "how-to/overlay.md")
    )
    for field in FIELDS[record]:
        assert f"`{field}`" in pages or f"`{field}: " in pages


def test_the_limits_that_the_format_page_tells_are_those_of_the_code():
    page = (DOCS / "reference" / "gazetteer-format.md").read_text(encoding="utf-8")
    assert f"of more than {MAX_BYTES // 1024 // 1024} MB" in page
    assert {8: "eight"}[MAX_DEPTH] + " levels" in page


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_commands_of_a_page_can_be_parsed(page):
    import shlex

    for text in blocks(page, "console"):
        for line in text.replace("\\\n", " ").splitlines():
            words = shlex.split(line.strip().removeprefix("$ "), comments=False)
            if words[:1] == ["toponyms"] and "…" not in words:
                parser().parse_args([word for word in words[1:] if not word.startswith(("~", ">"))])


def test_the_hooks_run_commands_that_exist(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert [hook["id"] for hook in hooks] == ["toponyms-lint", "toponyms-fmt"]
    for hook in hooks:
        program, command, *options = hook["entry"].split()
        assert program == "toponyms"
        parser().parse_args([command, *options, "gazetteer.yaml"])
        assert re.search(hook["files"], "data/gazetteer.yaml")
    (tmp_path / "gazetteer.yaml").write_text("goris:\n  kind: town\n  names:\n    en: [Goris]\n")
    assert main(["fmt", "gazetteer.yaml"]) == 0
    assert capsys.readouterr().out == ""
