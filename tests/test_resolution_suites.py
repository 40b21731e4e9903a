"""The resolution suites: one test for each mention and each paragraph, known failures strictly so."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from toponyms.library import Gazetteer
from toponyms.suite import Case, cases_of, run_case, suite_files

TESTS = Path(__file__).parent


def params() -> Iterator[object]:
    for path in suite_files([os.fspath(TESTS / folder) for folder in ("resolution", "mentions")]):
        for case in cases_of(path):
            marks = [pytest.mark.xfail(reason=case.xfail, strict=True)] if case.xfail else []
            yield pytest.param(case, id=f"{Path(path).name}:{case.line}", marks=marks)


@pytest.mark.parametrize("case", list(params()))
def test_it_means_what_a_reader_of_the_region_would_say(bundled: Gazetteer, case: Case) -> None:
    outcome = run_case(bundled, case)
    assert outcome.right, f"{case.where}: {case.text}: {outcome.wrong}"


@pytest.mark.parametrize("path", suite_files([os.fspath(TESTS / "resolution"), os.fspath(TESTS / "mentions")]))
def test_a_suite_file_says_why_it_is_there(path: str) -> None:
    first = Path(path).read_text(encoding="utf-8").splitlines()[0]
    assert first.lstrip("# ").startswith("Why: ")
