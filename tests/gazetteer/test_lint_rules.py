"""Every rule catches its bad example and passes its good one: the examples are those of the manual."""

from __future__ import annotations

import pytest

from toponyms.gazetteer.document import Document
from toponyms.gazetteer.lint import ALL_RULES, Rule, check
from toponyms.gazetteer.reader import read


def _documents(rule: Rule, tmp_path) -> dict[str, Document]:
    documents = {}
    for example in rule.examples:
        path = tmp_path / f"{example.role.lower()}.yaml"
        path.write_bytes(example.text.encode(example.encoding))
        documents[example.role] = read(path)
    return documents


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.code)
def test_the_bad_example_is_caught_and_the_good_one_is_clean(rule, tmp_path):
    documents = _documents(rule, tmp_path)
    assert {"Bad", "Good"} <= set(documents), "the docstring of the rule lacks an example"
    base = documents.get("Base")
    caught = check(documents["Bad"], base=base)
    assert rule.code in {finding.code for finding in caught}
    assert all(finding.line >= 1 and finding.column >= 1 and finding.remedy for finding in caught)
    assert [str(finding) for finding in check(documents["Good"], base=base)] == []


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.code)
def test_the_bad_example_breaks_no_other_rule(rule, tmp_path):
    documents = _documents(rule, tmp_path)
    codes = {finding.code for finding in check(documents["Bad"], base=documents.get("Base"))}
    together = {"T029": {"T062"}, "T062": {"T029"}, "T063": {"T029"}, "T052": {"T050"}}
    assert codes - {rule.code} <= together.get(rule.code, set()) | {"T061"}


def test_codes_are_in_order_and_given_once():
    codes = [rule.code for rule in ALL_RULES]
    assert codes == sorted(set(codes))


def test_names_are_given_once_and_titles_are_sentences():
    assert len({rule.name for rule in ALL_RULES}) == len(ALL_RULES)
    assert all(rule.title.endswith(".") and len(rule.title) < 160 for rule in ALL_RULES)
