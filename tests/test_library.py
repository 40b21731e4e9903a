"""The gazetteer as programs use it: load, get, iterate, resolve many, reload, threads, forks."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import toponyms
from toponyms import batch, library
from toponyms.errors import GazetteerError, UnknownPlace
from toponyms.library import Gazetteer
from toponyms.model import Group, Kind

ROOT = Path(__file__).parents[1]
ONE = "goris:\n  kind: town\n  names: {en: [Goris]}\n"
OTHER = "goris-two:\n  kind: town\n  names: {en: [Goris]}\n"


@pytest.fixture
def as_default(small: Gazetteer, monkeypatch: pytest.MonkeyPatch) -> Gazetteer:
    """The small gazetteer stands in for the bundled one."""
    monkeypatch.setattr(library, "_default", small)
    return small


# Places


def test_a_place_is_got_by_its_id(small: Gazetteer) -> None:
    place = small.get("kalbajar")
    assert (place.id, place.kind, place.within) == ("kalbajar", Kind.TOWN, "kalbajar-district")
    assert place.ancestors == ("kalbajar-district", "azerbaijan")
    assert place.at == (40.1064, 46.0383)
    assert dict(place.same_as) == {"geonames": "585934", "wikidata": "Q208147"}
    assert place.also_within[0].id == "nkao"


@pytest.mark.parametrize("wanted", ["kalbajarr", "kalbajar-distrikt", "Kalbajar", "goriss"])
def test_an_unknown_id_is_a_key_error_that_names_the_nearest(small: Gazetteer, wanted: str) -> None:
    with pytest.raises(UnknownPlace, match=r"nearest ids: .*(kalbajar|goris)") as caught:
        small.get(wanted)
    assert isinstance(caught.value, KeyError)
    assert repr(wanted) in str(caught.value)


def test_an_id_like_no_other_is_told_where_ids_are_listed(small: Gazetteer) -> None:
    with pytest.raises(UnknownPlace, match=r"places\(\)"):
        small.get("xxxxxxxxxxxxxxxx")


@pytest.mark.parametrize("wanted", ["", "\ud800", "Ղ", "\x00"])
def test_an_id_of_any_letters_is_an_unknown_place(small: Gazetteer, wanted: str) -> None:
    assert wanted not in small
    with pytest.raises(UnknownPlace):
        small.get(wanted)


@pytest.mark.parametrize("wanted", [5, None, b"goris", ["goris"]])
def test_an_id_that_is_no_text_is_a_type_error_that_says_what_is_wanted(small: Gazetteer, wanted: object) -> None:
    with pytest.raises(TypeError, match=f"str, not {type(wanted).__name__}"):
        small.get(wanted)  # type: ignore[arg-type]


def test_a_gazetteer_tells_its_size_and_what_is_in_it(small: Gazetteer) -> None:
    assert len(small) == len(list(small.places()))
    assert "kalbajar" in small
    assert "atlantis" not in small
    assert 5 not in small
    assert repr(small) == f"Gazetteer({len(small)} places)"


def test_places_come_in_the_order_of_their_ids(small: Gazetteer) -> None:
    ids = [place.id for place in small.places()]
    assert ids == sorted(ids)


@pytest.mark.parametrize("kind", ["lake", Kind.LAKE, "water", Group.WATER, ["lake"], ("lake", "river"), {"water"}])
def test_places_of_a_kind_or_group(small: Gazetteer, kind: str) -> None:
    found = {place.id for place in small.places(kind=kind)}
    assert "lake-sevan" in found
    assert found <= {"lake-sevan", "tartar-river"}


def test_places_within_a_place_at_any_depth(small: Gazetteer) -> None:
    assert {place.id for place in small.places(within="syunik")} == {"agarak", "goris", "tatev", "tatev-monastery"}
    assert "goris" in {place.id for place in small.places(within="armenia")}
    by_name = [place.id for place in small.places(within="Հայաստան", kind="province")]
    assert by_name == ["aragatsotn", "gegharkunik", "lori", "syunik"]
    assert [place.id for place in small.places(within=small.get("georgia"), kind="city")] == ["tbilisi"]


def test_places_of_nothing_known_are_refused(small: Gazetteer) -> None:
    with pytest.raises(UnknownPlace):
        small.places(within="atlantis-xyz")
    with pytest.raises(ValueError, match="near: "):
        small.places(kind="vilage")
    assert list(small.places(kind="desert")) == []


# Many mentions


def test_many_mentions_come_back_in_their_order(small: Gazetteer) -> None:
    mentions = ["Goris", "Atlantis", "Karvachar", "Goris", "", "Martuni"]
    assert small.resolve_many(mentions) == [small.resolve(mention) for mention in mentions]
    assert small.resolve_many(iter(mentions)) == small.resolve_many(mentions)
    assert small.resolve_many([]) == []


def test_many_mentions_take_the_hints_of_resolve(small: Gazetteer) -> None:
    found = small.resolve_many(["Martuni", "Agarak"], within="gegharkunik", limit=1)
    assert found[0].id == "martuni"
    assert len(found[1].candidates) == 1


def test_progress_is_told_for_every_mention(small: Gazetteer) -> None:
    told: list[int] = []
    mentions = [f"Goris {number % 7}" for number in range(5000)]
    small.resolve_many(mentions, progress=told.append)
    assert sum(told) == 5000
    assert len(told) > 1


@pytest.mark.parametrize("workers", [1, 2])
def test_a_mention_that_is_no_string_is_a_type_error(small: Gazetteer, workers: int) -> None:
    for wrong in (None, 5, b"Goris", ["Goris"]):
        with pytest.raises(TypeError, match="str"):
            small.resolve_many(["Goris", wrong], workers=workers)  # type: ignore[list-item]


@pytest.mark.parametrize("workers", [1, 2])
def test_one_string_is_no_list_of_mentions(small: Gazetteer, workers: int) -> None:
    with pytest.raises(TypeError, match="list"):
        small.resolve_many("Goris", workers=workers)


def test_what_a_process_does_is_to_resolve(small: Gazetteer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "_gazetteer", small)
    found = batch._work((["Goris", "Martuni"], {"within": "gegharkunik"}))
    assert [one.id for one in found] == [small.resolve("Goris", within="gegharkunik").id, "martuni"]
    monkeypatch.setattr(batch, "_gazetteer", None)
    with pytest.raises(RuntimeError, match="workers=1"):
        batch._work((["Goris"], {}))


def test_processes_give_the_same_answers_in_the_same_order(small: Gazetteer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "_CHUNK", 10)
    told: list[int] = []
    mentions = [*(f"Goris {number}" for number in range(95)), "Karvachar", "Martuni", "Goris 5", "\ud800"]
    found = small.resolve_many(mentions, workers=2, progress=told.append)
    assert found == small.resolve_many(mentions)
    assert sum(told) == len(mentions)
    assert found[-3].candidates == small.resolve("Martuni").candidates
    assert small.resolve_many(["Martuni"], workers=2, within="gegharkunik")[0].id == "martuni"


# Which file


def test_ones_own_file_is_loaded_from_a_path_or_text(tmp_path: Path, cache: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(ONE, encoding="utf-8")
    assert Gazetteer.load(path).resolve("Goris").id == Gazetteer.load(os.fspath(path)).resolve("Goris").id == "goris"


def test_a_file_that_is_not_there_is_an_error_with_a_remedy(tmp_path: Path, cache: Path) -> None:
    with pytest.raises(GazetteerError, match=r"none\.yaml: .*check the path"):
        Gazetteer.load(tmp_path / "none.yaml")
    with pytest.raises(GazetteerError, match="cannot be read"):
        Gazetteer.load(tmp_path)


def test_a_broken_file_lists_its_problems_with_file_and_line(load: Callable[..., Gazetteer]) -> None:
    with pytest.raises(GazetteerError) as caught:
        load("goris:\n  kind: twon\n  names: {en: [Goris]}\ngori:\n  kind: town\n  nmaes: {en: [Gori]}\n")
    message = str(caught.value)
    assert "mine.yaml:2" in message
    assert "mine.yaml:6" in message


def test_an_empty_file_is_a_gazetteer_that_knows_nothing_or_is_refused_in_words(
    load: Callable[..., Gazetteer],
) -> None:
    try:
        gazetteer = load("")
    except GazetteerError as error:
        told = str(error)
    else:
        assert len(gazetteer) == 0
        assert gazetteer.resolve("Goris").status == "unknown"
        assert gazetteer.find("Goris") == []
        told = "mine.yaml"
    assert "mine.yaml" in told


def test_the_variable_names_the_default_gazetteer(tmp_path: Path, cache: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(OTHER, encoding="utf-8")
    script = "import toponyms; print(toponyms.resolve('Goris').id, toponyms.Gazetteer.load())"
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env={**os.environ, "TOPONYMS_GAZETTEER": os.fspath(path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "goris-two Gazetteer(1 places)"


def test_an_argument_counts_before_the_variable(
    load: Callable[..., Gazetteer], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(OTHER, "other.yaml")
    monkeypatch.setenv("TOPONYMS_GAZETTEER", os.fspath(tmp_path / "other.yaml"))
    assert load(ONE).resolve("Goris").id == "goris"
    assert Gazetteer.load().resolve("Goris").id == "goris-two"


def test_an_overlay_adds_and_corrects(load: Callable[..., Gazetteer], tmp_path: Path) -> None:
    load(ONE)
    overlay = tmp_path / "newsroom.yaml"
    overlay.write_text("our-office:\n  kind: settlement\n  names: {en: [Office Hill]}\n", encoding="utf-8")
    gazetteer = Gazetteer.load(tmp_path / "mine.yaml", overlay=overlay)
    assert gazetteer.resolve("Office Hill").id == "our-office"
    assert gazetteer.resolve("Goris").id == "goris"
    assert len(gazetteer) == 2


# Reload


def test_reload_takes_the_new_file(load: Callable[..., Gazetteer], tmp_path: Path) -> None:
    gazetteer = load(ONE)
    kept = gazetteer.resolve("Goris")
    (tmp_path / "mine.yaml").write_text(OTHER, encoding="utf-8")
    assert gazetteer.resolve("Goris").id == "goris"
    gazetteer.reload()
    assert gazetteer.resolve("Goris").id == "goris-two"
    assert [one.resolution.id for one in gazetteer.find("to Goris, in Goris")] == ["goris-two"] * 2
    assert kept.candidates[0].place.id == "goris"


def test_a_broken_new_file_leaves_the_old_one_working_and_says_why(
    load: Callable[..., Gazetteer], tmp_path: Path
) -> None:
    gazetteer = load(ONE)
    (tmp_path / "mine.yaml").write_text("goris:\n  kind: [", encoding="utf-8")
    with pytest.raises(GazetteerError, match=r"mine\.yaml:2"):
        gazetteer.reload()
    assert gazetteer.resolve("Goris").id == "goris"
    (tmp_path / "mine.yaml").unlink()
    with pytest.raises(GazetteerError, match="cannot be read"):
        gazetteer.reload()
    assert gazetteer.get("goris").names[0].text == "Goris"


def test_threads_that_resolve_see_the_old_or_the_new_file_whole(load: Callable[..., Gazetteer], tmp_path: Path) -> None:
    gazetteer = load(ONE)
    path, stop, seen, wrong = tmp_path / "mine.yaml", threading.Event(), set(), []

    def ask() -> None:
        while not stop.is_set():
            try:
                found = gazetteer.resolve("Goris", within=None)
                place = found.place
                seen.add((found.id, place.id if place else None))
                gazetteer.find("They live in Goris.")
            except Exception as error:  # noqa: BLE001 (whatever it is, it is reported below)
                wrong.append(error)

    threads = [threading.Thread(target=ask) for _ in range(3)]
    for thread in threads:
        thread.start()
    for number in range(12):
        path.write_text(OTHER if number % 2 else ONE, encoding="utf-8")
        gazetteer.reload()
    stop.set()
    for thread in threads:
        thread.join()
    assert wrong == []
    assert seen <= {("goris", "goris"), ("goris-two", "goris-two")}


def test_an_index_without_a_file_has_nothing_to_reload(small: Gazetteer) -> None:
    alone = Gazetteer(small.index)
    alone.reload()
    assert alone.resolve("Goris").id == "goris"


# The default gazetteer


def test_the_functions_of_the_package_ask_the_default_gazetteer(as_default: Gazetteer) -> None:
    assert toponyms.resolve("Karvachar").id == "kalbajar"
    assert toponyms.resolve("Martuni", within="gegharkunik").id == "martuni"
    assert [one.id for one in toponyms.resolve_many(["Goris", "Gori"])] == ["goris", "gori"]
    assert [one.resolution.id for one in toponyms.find("From Goris to Tbilisi.", within="georgia")] == ["tbilisi"]
    assert toponyms.get("goris").label == "Goris"
    assert [place.id for place in toponyms.places(kind="lake")] == ["lake-sevan"]
    assert toponyms.romanize("Գորիս", "hy-bgn-pcgn-1981") == "Goris"


def test_everything_public_is_there_and_nothing_else_is_listed() -> None:
    assert all(hasattr(toponyms, name) for name in toponyms.__all__)
    assert sorted(toponyms.__all__) == list(toponyms.__all__)


def test_threads_that_come_first_together_load_once(small: Gazetteer, monkeypatch: pytest.MonkeyPatch) -> None:
    loads = []

    def load_slowly(*_arguments: object) -> Gazetteer:
        loads.append(threading.get_ident())
        gate.wait(0.05)
        return small

    gate = threading.Event()
    monkeypatch.setattr(library, "_default", None)
    monkeypatch.setattr(Gazetteer, "load", load_slowly)
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _number: library.default(), range(8)))
    assert len(loads) == 1
    assert all(one is small for one in found)


def test_threads_that_ask_at_once_get_the_same_answers(small: Gazetteer) -> None:
    mentions = ["Karvachar", "Кельбаджаре", "Martuni", "Kalbajrr", "Goris", "Atlantis"] * 20
    expected = small.resolve_many(mentions)
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(small.resolve, mentions)) == expected


def _in_child(queue: multiprocessing.Queue[object]) -> None:
    queue.put((toponyms.resolve("Karvachar").id, library.default().resolve("Goris").id))


def test_a_forked_process_goes_on_with_what_was_loaded(as_default: Gazetteer) -> None:
    context = multiprocessing.get_context("fork")
    queue = context.Queue()
    child = context.Process(target=_in_child, args=(queue,))
    child.start()
    assert queue.get(timeout=60) == ("kalbajar", "goris")
    child.join()
    assert child.exitcode == 0


def test_a_process_forked_while_another_thread_loads_does_not_wait_for_ever(as_default: Gazetteer) -> None:
    with library._lock:  # as if a thread were loading
        context = multiprocessing.get_context("fork")
        queue = context.Queue()
        child = context.Process(target=_load_in_child, args=(queue,))
        child.start()
        assert queue.get(timeout=60) == "free"
        child.join()


def _load_in_child(queue: multiprocessing.Queue[object]) -> None:
    free = library._lock.acquire(timeout=20)
    queue.put("free" if free else "held")
