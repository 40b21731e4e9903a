"""The errors: one base, the built-in ones they stand for, and messages that print as they were written."""

from __future__ import annotations

import pickle

import pytest

import toponyms
from toponyms.errors import GazetteerError, IndexFileError, ToponymsError, UnknownPlace, UnknownScheme

ALL = [GazetteerError, IndexFileError, UnknownPlace, UnknownScheme]


@pytest.mark.parametrize("error", ALL)
def test_every_error_is_caught_by_the_base(error: type[ToponymsError]) -> None:
    assert issubclass(error, ToponymsError)
    assert getattr(toponyms, error.__name__) is error


@pytest.mark.parametrize(
    ("error", "stands_for"),
    [(UnknownPlace, KeyError), (UnknownScheme, ValueError), (GazetteerError, ValueError), (IndexFileError, ValueError)],
)
def test_errors_are_caught_as_the_built_in_ones(error: type[Exception], stands_for: type[Exception]) -> None:
    with pytest.raises(stands_for):
        raise error("it is so")


@pytest.mark.parametrize("error", ALL)
def test_messages_print_as_written_and_survive_pickling(error: type[Exception]) -> None:
    again = pickle.loads(pickle.dumps(error("mine.yaml:3: 'x' is so")))  # noqa: S301 (made on this line)
    assert type(again) is error
    assert str(again) == "mine.yaml:3: 'x' is so"


def test_an_unknown_place_without_words_prints_as_nothing() -> None:
    assert str(UnknownPlace()) == ""
