"""The page on the score holds the figures that the fit makes, and the table of weights has the model's features."""

from __future__ import annotations

import re
from pathlib import Path

from toponyms.matching import scoring
from toponyms.writing import tables

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "explanation" / "score.md").read_text(encoding="utf-8")
MADE = PAGE.partition("<!-- Made by `make fit`; do not edit. -->")[2].partition("<!-- End of")[0]
CUT_OFFS = r"^\| (0\.\d\d) \| ([\d.]+) % \| ([\d.]+) % \| ([\d.]+) % \|$"


def test_the_table_of_weights_has_exactly_the_features_in_their_order() -> None:
    folder = str(Path(scoring.__file__).parent)
    rows = list(tables.rows("weights", folder=folder))
    assert tuple(row[0] for row in rows) == scoring.FEATURES
    assert all(len(row) == 3 for row in rows)


def test_the_page_shows_the_reliability_plot() -> None:
    (link,) = re.findall(r"\]\((\.\./_static/.+?)\)", PAGE)
    assert (ROOT / "docs" / "explanation" / link).exists()


def test_the_cut_offs_rise_and_answer_ever_fewer() -> None:
    rows = [tuple(map(float, row)) for row in re.findall(CUT_OFFS, MADE, flags=re.MULTILINE)]
    assert len(rows) == 7
    cuts, right, answered, taken = zip(*rows, strict=True)
    assert list(cuts) == sorted(cuts)
    assert list(answered) == sorted(answered, reverse=True)
    assert list(taken) == sorted(taken, reverse=True)
    assert all(share > 90 for share in right)


def test_the_score_can_be_believed() -> None:
    summary = r"calibration error (0\.\d{3}); of the answers scored 0\.9 or more ([\d.]+) % are right"
    ((error, right),) = re.findall(summary, MADE)
    assert float(error) <= 0.05
    assert float(right) >= 95


def test_the_page_tells_every_level_that_finds_something() -> None:
    levels = re.findall(r"^\| (\w+)(?: \+ near)? \| \d+ \|", MADE, flags=re.MULTILINE)
    assert set(levels) == {"exact", "folded", "romanized", "inflected", "fuzzy"}
