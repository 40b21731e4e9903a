"""The lean dataclasses are dataclasses to everybody who asks."""

from __future__ import annotations

import copy
import dataclasses
import gc
import pickle

import pytest

from toponyms import lean
from toponyms.model import Containment, Kind, Name, Place

TYPE_CHECKING = False
if TYPE_CHECKING:
    from dataclasses import dataclass, field
else:
    from toponyms.lean import dataclass, field


@dataclass(frozen=True, slots=True)
class Point:
    x: int
    y: int = 0
    note: str = field(default="", compare=False)


@dataclass(slots=True)
class Bag:
    things: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Nothing:
    pass


def test_defaults_are_taken_and_lists_are_made_for_each_object() -> None:
    assert (Point(1).y, Point(1, 2, "here").note) == (0, "here")
    one, other = Bag(), Bag()
    one.things.append(5)
    assert (one.things, other.things, Bag([7]).things) == ([5], [], [7])


def test_wrong_arguments_are_type_errors() -> None:
    with pytest.raises(TypeError):
        Point()  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Point(1, z=2)  # type: ignore[call-arg]


def test_only_compared_fields_make_equality_and_hash() -> None:
    assert Point(1, 2, "here") == Point(1, 2, "there")
    assert hash(Point(1, 2, "here")) == hash(Point(1, 2, "there"))
    assert Point(1) != Point(2)
    assert Point(1) != (1, 0)  # type: ignore[comparison-overlap]
    assert Nothing() == Nothing()
    assert hash(Nothing()) == hash(Nothing())


def test_objects_that_may_change_are_no_keys() -> None:
    bag = Bag()
    bag.things = [1]
    assert bag == Bag([1])
    with pytest.raises(TypeError, match="unhashable"):
        hash(bag)


def test_frozen_objects_cannot_be_changed_or_emptied() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        Point(1).x = 5  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        del Point(1).x


def test_they_print_pickle_and_copy() -> None:
    assert repr(Point(1)) == "Point(x=1, y=0, note='')"
    for again in (pickle.loads(pickle.dumps(Point(1, 2, "n"))), copy.deepcopy(Point(1, 2, "n"))):  # noqa: S301
        assert (again, again.note) == (Point(1, 2), "n")


def test_the_standard_functions_take_them() -> None:
    place = Place("garni", Kind.VILLAGE, names=(Name("Garni", "en", "Latn"),), also_within=(Containment("x"),))
    assert dataclasses.is_dataclass(place)
    assert [one.name for one in dataclasses.fields(Point)] == ["x", "y", "note"]
    assert dataclasses.fields(Bag)[0].default_factory is list
    moved = dataclasses.replace(place, population=5)
    assert (moved.id, moved.population, moved.names) == ("garni", 5, place.names)
    told = dataclasses.asdict(place)
    assert told["names"][0]["text"] == "Garni"
    assert told["also_within"][0] == {"id": "x", "since": None, "until": None}


def test_they_match_by_position() -> None:
    match Point(1, 2):
        case Point(x, y):
            assert (x, y) == (1, 2)


def test_classes_without_slots_are_refused() -> None:
    with pytest.raises(TypeError, match="slots"):
        lean.dataclass(slots=False)


def test_the_collector_is_left_as_it_was() -> None:
    assert gc.isenabled()
    with lean.CollectorOff():
        assert not gc.isenabled()
        with lean.CollectorOff():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_the_collector_is_on_again_after_an_error() -> None:
    with pytest.raises(ZeroDivisionError), lean.CollectorOff():
        _ = 1 / 0
    assert gc.isenabled()
