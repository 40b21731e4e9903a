"""Slips that people make: each is caught at its line, and following the remedy gives a clean file."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from toponyms.gazetteer.lint import check
from toponyms.gazetteer.reader import read_text

SLIPS = yaml.safe_load(Path(__file__).with_name("slips.yaml").read_text(encoding="utf-8"))


def _fixed(slip):
    if "fixed" in slip:
        return slip["fixed"]
    old, new = slip["change"]
    assert slip["text"].count(old) == 1, "the change must say one place"
    return slip["text"].replace(old, new)


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip["slip"])
def test_a_slip_is_caught_at_its_line_with_a_remedy(slip):
    findings = check(read_text(slip["text"], "mine.yaml"))
    said = [f"{finding.what}; {finding.remedy}" for finding in findings if finding.code == slip["code"]]
    lines = [finding.line for finding in findings if finding.code == slip["code"]]
    assert slip["line"] in lines, "\n".join(map(str, findings))
    assert any(slip["says"] in text for text in said), "\n".join(said)
    assert not {"T00"} & {finding.code[:3] for finding in findings} - {slip["code"][:3]}


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip["slip"])
def test_following_the_remedy_gives_a_clean_file(slip):
    findings = check(read_text(_fixed(slip), "mine.yaml"))
    assert [str(finding) for finding in findings if finding.code != "T061"] == []


def test_there_are_many_slips_and_each_is_told_once():
    assert len(SLIPS) >= 40
    assert len({slip["slip"] for slip in SLIPS}) == len(SLIPS)


def test_a_file_with_many_slips_shows_them_all_in_one_run():
    broken = [
        slip
        for slip in SLIPS
        if slip["code"] < "T011" and slip["text"].startswith("goris") and "---" not in slip["text"]
    ]
    names = {slip["slip"]: f"place{number:02}" for number, slip in enumerate(broken)}
    text = "\n".join(slip["text"].replace("goris", names[slip["slip"]]) for slip in broken)
    found = {finding.id for finding in check(read_text(text, "mine.yaml"))}
    assert len(broken) > 40
    assert [slip for slip, name in names.items() if name not in found] == []
