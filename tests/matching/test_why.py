"""The sentence beside a candidate: it names the name, its language, the scheme or case form, and the edits."""

from __future__ import annotations

import pytest

from toponyms.library import Gazetteer


@pytest.mark.parametrize(
    ("mention", "parts"),
    [
        ("Goris", ['"Goris"', "as written", "(en)"]),
        ("Գորիս", ['"Գորիս"', "as written", "(hy)"]),
        ("GORIS", ['"GORIS"', "Goris", "(en)", "but for case"]),
        ("Nagorno Karabakh", ["Nagorno-Karabakh", "(en)", "spaces and punctuation"]),
        ("Susa", ["Şuşa", "(az)", "marks"]),
        ("K’arvach’arr", ["Քարվաճառ", "(hy)", "romanized by BGN/PCGN 1981"]),
        ("Karvachar", ["Քարվաճառ", "(hy)", "romanized by", "aspirate mark dropped"]),
        ("Kelbadzhar", ["Кельбаджар", "(ru)", "romanized by"]),
        ("Tbilissi", ["sounds like"]),
        ("Sevani lij", ["sounds nearly like", "Սևանա լիճ", "(hy)"]),
        ("Кельбаджара", ["Кельбаджар", "(ru)", "case form", "genitive"]),
        ("Քարվաճառում", ["Քարվաճառ", "(hy)", "case form", "locative"]),
        ("Kəlbəcərdə", ["Kəlbəcər", "(az)", "case form", "locative"]),
        ("Kalbajrr", ["with 1 edit"]),
        ("Gegharkunkc", ["Գեղարքունիք", "(hy)", "with 2 edits"]),
        ("Sevan lake", ["Lake Sevan", "(en)", "generic term left out", "a generic term beside it says lake"]),
        ("town of Shushi", ['"Shushi"', "generic term beside it says town"]),
    ],
)
def test_the_sentence_says_how_the_name_was_found(small: Gazetteer, mention: str, parts: list[str]) -> None:
    why = small.resolve(mention).why
    assert [part for part in parts if part not in why] == [], why


def test_every_candidate_has_one_readable_sentence(small: Gazetteer) -> None:
    for mention in ("Agarak", "Kalbajar", "Sevan", "Gorisi", "Kalbajrr", "Tatev", "Шуши"):
        for candidate in small.resolve(mention).candidates:
            assert candidate.why.startswith('"')
            assert "\n" not in candidate.why
            assert f"({candidate.name.lang})" in candidate.why
            assert candidate.name in candidate.place.names


def test_what_was_taken_off_before_an_edit_is_said(small: Gazetteer) -> None:
    assert small.resolve("Kəlbəcrdə").why == '"Kəlbəcrdə" is the name Kəlbəcər (az) with 1 edit, az locative taken off'


def test_an_unknown_mention_has_no_sentence(small: Gazetteer) -> None:
    assert small.resolve("Atlantis").why == ""


@pytest.mark.parametrize(
    ("mention", "differs"), [("İRƏVAN", "case"), ("IRƏVAN", "case"), ("ԵՐԵՎԱՆ", "case"), ("ГОРИС", "case")]
)
def test_only_what_differs_is_said_to_differ(small: Gazetteer, mention: str, differs: str) -> None:
    assert small.resolve(mention).why.endswith(f"but for {differs}")
