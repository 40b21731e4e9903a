"""Whatever a file holds, reading, linting and writing it never raises, and every problem has a line of the file."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toponyms.gazetteer.lint import check
from toponyms.gazetteer.overlay import merged
from toponyms.gazetteer.reader import read_text
from toponyms.gazetteer.source import decode
from toponyms.gazetteer.writer import write_document

WHOLE = """\
# A header.

# About ganja.
ganja:
  kind: city
  within: azerbaijan
  also_within:
    - {id: ganja-khanate, until: 1804}
  at: [40.6828, 46.36]
  population: 335600 # counted
  same_as: {geonames: 586523, wikidata: Q157035}
  note: "named twice: 1804 and 1935"
  names:
    az:
      - {text: Gəncə, official_in: azerbaijan}
      - {text: Kirovabad, use: former, from: 1935, until: 1989, fuzzy: false}
    ru: [Гянджа, 'No']
    en: [Ganja, "Gandja"]

azerbaijan: {kind: country, names: {en: [Azerbaijan]}}
"""
PIECES = [
    *WHOLE.split("\n"), "  ", "\t", ":", "[", "]", "{", "}", ",", "-", "- ",
    '"', "'", "#", "&a", "*a", "!!x", "!", "|", ">",
    "---", "...", "%", "@", "`", "?",
    "<<: ", "\n", "\r", "\u2028", "\ufeff", "\x00", "No", "~", "1:30", "names:",
    "kind:", "goris:", "  kind: town", "  names: {en: [Goris]}", "    hy: [", "# lint: ignore T050: x", "remove: true",
    "0", "-1", "1e999",
]  # fmt: skip


def never_raises(text):
    document = read_text(text, "fuzz.yaml")
    last = text.count("\n") + text.count("\r") + 1
    findings = check(document)
    for finding in [*document.problems, *findings]:
        assert 1 <= finding.line <= last + 1
        assert finding.column >= 1
        assert finding.what
        assert finding.remedy
        assert "\n" not in str(finding) or "\n" in text
    if not document.problems:
        once = write_document(document)
        again = read_text(once, "fuzz.yaml")
        assert again.problems == []
        assert again.records == document.records
        assert write_document(again) == once
    merged(read_text(WHOLE), document)


@given(st.text())
def test_any_text(text):
    never_raises(text)


@given(st.binary())
def test_any_bytes(data):
    text, findings = decode(data, "fuzz.yaml")
    assert (text == "") or not any(finding.line < 1 for finding in findings)
    if not findings:
        never_raises(text)


@given(st.lists(st.sampled_from(PIECES), max_size=12), st.sampled_from(["", "\n", " "]))
def test_pieces_of_gazetteers_in_any_order(pieces, between):
    never_raises(between.join(pieces))


@settings(max_examples=150)
@given(st.integers(0, len(WHOLE)), st.integers(0, 4), st.sampled_from([*PIECES, ""]))
def test_a_gazetteer_with_a_slip_anywhere(place, length, piece):
    never_raises(WHOLE[:place] + piece + WHOLE[place + length :])


@pytest.mark.parametrize("place", range(0, len(WHOLE), 7))
def test_a_gazetteer_cut_off_anywhere(place):
    never_raises(WHOLE[:place])
