"""The canonical writer: the same records are always the same bytes, and nothing that people wrote is lost."""

from __future__ import annotations

import random

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from toponyms.errors import GazetteerError
from toponyms.gazetteer.document import Document
from toponyms.gazetteer.reader import read_text
from toponyms.gazetteer.records import NameRecord, PlaceRecord
from toponyms.gazetteer.writer import HEADER, quoted, reads_otherwise, write_document, write_record, write_records
from toponyms.model import Kind

GANJA = """\
ganja:
  kind: city
  within: azerbaijan
  also_within:
    - {id: ganja-khanate, until: 1804}
    - azerbaijan-ssr
  at: [40.6828, 46.36]
  uncertainty: 2.5
  population: 335600
  same_as: {geonames: 586523, wikidata: Q157035, whosonfirst: 101752817, iso3166_2: AZ-GA}
  note: "named twice: 1804 and 1935"
  names:
    hy: [Գանձակ]
    az:
      - {text: Gəncə, official_in: azerbaijan}
      - {text: Kirovabad, use: former, from: 1935, until: 1989, note: after a person}
    az-Cyrl: [Ҝәнҹә]
    ru: [Гянджа, "No"]
    en:
      - Ganja
      - {text: Of, fuzzy: false}
    de: [Gandscha]
    und-Latn: [Genje]
"""

texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
ids = st.sampled_from(
    ["a", "b-1", "goris", "no", "on", "11-span-bridge", "1e5", "2001-01-01", "null", "y", "zangezur-x-y"]
)
tags = st.sampled_from(["hy", "az", "az-Cyrl", "ru", "en", "de", "und", "und-Latn", "fa"])
years = st.none() | st.integers(-500, 2100)
names = st.builds(
    lambda **fields: NameRecord.model_validate({key: value for key, value in fields.items() if value is not None}),
    text=texts,
    use=st.sampled_from([None, "former", "colloquial", "abbreviation", "misspelling"]),
    until=years,
    official_in=st.none() | ids,
    fuzzy=st.booleans(),
    note=st.none() | texts,
)
numbers = st.floats(-90, 90, allow_nan=False)
places = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(list(Kind)),
        "names": st.dictionaries(tags, st.lists(names, min_size=1, max_size=2), min_size=1, max_size=3),
    },
    optional={
        "within": ids,
        "also_within": st.lists(ids | st.builds(lambda id_: {"id": id_, "from": 1923}, ids), min_size=1, max_size=3),
        "at": st.tuples(numbers, numbers),
        "uncertainty": st.floats(0.001, 9999),
        "population": st.integers(0, 10**9),
        "same_as": st.fixed_dictionaries({"geonames": st.integers(1, 10**9)}, optional={"wikidata": st.just("Q12")}),
        "note": texts,
    },
).map(PlaceRecord.model_validate)
gazetteers = st.dictionaries(ids, places, max_size=3)


def test_a_whole_record_stands_in_the_documented_order():
    document = read_text(GANJA)
    assert document.problems == []
    assert write_document(document) == GANJA


def test_a_reformatted_and_shuffled_file_comes_back_to_the_same_bytes():
    whole = write_records(read_text(GANJA + "\n" + GANJA.replace("ganja:", "barda:", 1)).records)
    data = yaml.safe_load(whole)
    data = {id_: dict(sorted(record.items(), reverse=True)) for id_, record in sorted(data.items(), reverse=True)}
    for flow in (False, True, None):
        other = yaml.safe_dump(data, sort_keys=False, allow_unicode=False, default_flow_style=flow, width=40)
        document = read_text(HEADER + "\n" + other)
        assert document.problems == []
        assert write_document(document) == whole


@given(gazetteers)
def test_what_is_written_is_read_back_and_written_the_same(records):
    text = write_records(records)
    document = read_text(text)
    assert document.problems == []
    assert document.records == records
    assert write_document(document) == text


@given(gazetteers, st.integers())
def test_the_order_of_records_does_not_matter(records, seed):
    shuffled = list(records.items())
    random.Random(seed).shuffle(shuffled)  # noqa: S311 (an order, no secret)
    assert write_records(dict(shuffled)) == write_records(records)


@given(texts)
def test_any_yaml_reader_reads_a_written_text_as_the_same_text(text):
    assert yaml.safe_load(f"[{quoted(text)}]") == [text]
    assert yaml.safe_load(f"a: {quoted(text)}") == {"a": text}
    assert yaml.safe_load(f"{{text: {quoted(text)}, use: former}}")["text"] == text


@given(
    st.sampled_from(
        ["no", "On", "TRUE", "y", "1:30", "1988", "12e3", "0o7", ".inf", "=", "<<", "~", "null", "2001-01-01"]
    )
)
def test_what_reads_otherwise_is_quoted(text):
    assert reads_otherwise(text)
    assert quoted(text) == f'"{text}"'


@pytest.mark.parametrize(
    "text", ["Gəncə", "Ґenje", "O'Brien", "Կուր-Արաքս", "St. John", "Arpa (river)", "Əli Bayramlı"]
)
def test_ordinary_names_stand_bare(text):
    assert quoted(text) == text


@pytest.mark.parametrize(
    ("value", "written"),
    [(40.0, "40.0"), (40.10640, "40.1064"), (1e-05, "0.00001"), (-0.5, "-0.5"), (46.123456789, "46.123456789")],
)
def test_degrees_have_no_exponent_and_no_needless_zeros(value, written):
    record = PlaceRecord.model_validate({"kind": "town", "at": [value, 1.0], "names": {"en": ["A"]}})
    assert f"at: [{written}, 1.0]" in write_record("a", record)


def test_an_empty_same_as_is_left_out():
    record = PlaceRecord.model_validate({"kind": "town", "same_as": {}, "names": {"en": ["A"]}})
    assert "same_as" not in write_record("a", record)


def test_a_file_without_records_keeps_its_comments():
    assert write_document(read_text("\n\n# mine\n#\n\n\n# and more  \n")) == "# mine\n#\n\n# and more\n"


def test_new_files_open_with_schema_sources_and_licence():
    text = write_records({})
    assert text == HEADER
    for word in ("kind:", "within:", "names:", "GeoNames", "Who's On First", "Wikidata", "CLDR", "CC BY 4.0"):
        assert word in text


def test_a_document_with_problems_is_not_written():
    with pytest.raises(GazetteerError, match="no kind"):
        write_document(read_text("goris: {kind: twon, names: {en: [Goris]}}"))


COMMENTED = """\
# The header.
# More of it.

# A section.

# About sisian.
sisian:  # a remark beside the key
  kind: town # beside a field
  # inside
  note: "a # that is text" # but this is not
  names:
    en: [Sisian, "C # D", C#]
    # ru: [Сисиан]

# About goris.
goris:
  kind: town
  note: |
    several lines
    # not a comment
  names:
    en: [Goris]
# The end.
"""


def test_every_comment_stays_and_goes_with_its_record():
    document = read_text(COMMENTED)
    assert document.problems == []
    assert document.comments.header == ("# The header.", "# More of it.", "", "# A section.")
    assert document.comments.before == {
        "sisian": (
            "# About sisian.", "# a remark beside the key", "# beside a field", "# inside", "# but this is not",
            "# ru: [Сисиан]",
        ),
        "goris": ("# About goris.",),
    }  # fmt: skip
    assert document.comments.tail == ("# The end.",)
    assert document.records["goris"].note == "several lines\n# not a comment\n"
    assert [name.text for name in document.records["sisian"].names["en"]] == ["Sisian", "C # D", "C#"]


def test_formatting_moves_comments_with_their_records_and_settles_at_once():
    once = write_document(read_text(COMMENTED))
    assert write_document(read_text(once)) == once
    assert once.startswith("# The header.\n# More of it.\n\n# A section.\n\n# About goris.\ngoris:\n")
    assert once.endswith("\n\n# The end.\n")
    for line in COMMENTED.splitlines():
        if line.startswith("#"):
            assert line in once


TWO = GANJA + "\n" + GANJA.replace("ganja:", "barda:", 1)
sown = st.lists(
    st.tuples(
        st.integers(0, len(TWO.splitlines())),
        st.sampled_from(["", "  ", "      "]),
        st.sampled_from(["", "x: [", "'", '"', "#", "- a", "{a: b}"]),
        st.integers(0, 2),
    ),
    max_size=6,
)


@given(sown)
def test_no_comment_is_ever_lost(seeds):
    lines = TWO.splitlines()
    marks = [f"# {number} {text}".rstrip() for number, (_, _, text, _) in enumerate(seeds)]
    for (place, indent, _, blanks), mark in zip(seeds, marks, strict=True):
        lines[place:place] = [indent + mark, *[""] * blanks]
    document = read_text("\n".join(lines))
    assert document.problems == []
    assert document.records == read_text(TWO).records
    once = write_document(document)
    assert all(mark in once for mark in marks)
    assert write_document(read_text(once)) == once


def test_a_document_made_by_hand_is_written_without_comments():
    document = Document("mine.yaml", records=read_text(GANJA).records)
    assert write_document(document) == GANJA
