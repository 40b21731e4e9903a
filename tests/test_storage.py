"""Where the index lies: made once, kept in the cache folder under the file's digest, and made anew when unsound."""

from __future__ import annotations

import os
import random
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from toponyms import stamps, storage
from toponyms.errors import GazetteerError
from toponyms.index.reader import Index
from toponyms.library import Gazetteer

ROOT = Path(__file__).parents[1]
YAML = "goris:\n  kind: town\n  names: {en: [Goris], hy: [Գորիս]}\n"
EDITED = YAML + "gori:\n  kind: town\n  names: {en: [Gori]}\n"
LOAD = "import sys, toponyms; print(toponyms.Gazetteer.load(sys.argv[1]).resolve('Goris').id)"


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    path = tmp_path / "mine.yaml"
    path.write_text(YAML, encoding="utf-8")
    return path


def indexes(cache: Path) -> list[Path]:
    return sorted(path for path in cache.glob("*.index") if not path.name.startswith("."))


def leftovers(cache: Path) -> list[str]:
    return sorted(path.name for path in cache.glob(".*"))


@pytest.fixture
def compiles(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Every compiling, noted."""
    from toponyms import compiling

    made: list[object] = []
    really = compiling.compile_sources

    def noted(paths: list[str], digest: bytes) -> bytes:
        made.append(paths)
        return really(paths, digest)

    monkeypatch.setattr(compiling, "compile_sources", noted)
    return made


def test_a_file_is_compiled_once_and_read_from_the_cache_afterwards(
    mine: Path, cache: Path, compiles: list[object]
) -> None:
    assert Gazetteer.load(mine).resolve("Goris").id == "goris"
    assert Gazetteer.load(mine).resolve("Գորիս").id == "goris"
    assert len(compiles) == 1
    assert len(indexes(cache)) == 1
    assert leftovers(cache) == []


def test_the_cache_knows_a_file_by_what_is_in_it(
    mine: Path, tmp_path: Path, cache: Path, compiles: list[object]
) -> None:
    Gazetteer.load(mine)
    copy = tmp_path / "copy.yaml"
    copy.write_text(YAML, encoding="utf-8")
    os.utime(copy, (1, 1))
    Gazetteer.load(copy)
    assert len(compiles) == 1
    mine.write_text(EDITED, encoding="utf-8")
    assert len(Gazetteer.load(mine)) == 2
    assert len(compiles) == 2


def test_files_and_overlays_have_digests_of_their_own(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.write_bytes(b"ab")
    other.write_bytes(b"c")
    digests = [[one], [other], [one, other], [other, one]]
    found = {storage.digest_of([os.fspath(path) for path in paths]) for paths in digests}
    assert len(found) == 4
    assert all(len(digest) == 32 for digest in found)
    one.write_bytes(b"a")
    other.write_bytes(b"bc")
    assert storage.digest_of([os.fspath(one), os.fspath(other)]) not in found


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda data: b"", id="empty"),
        pytest.param(lambda data: data[:20], id="cut in the header"),
        pytest.param(lambda data: data[: len(data) // 2], id="cut in the middle"),
        pytest.param(lambda data: data[:-1], id="cut by a byte"),
        pytest.param(lambda data: b"PK\x03\x04 something else" * 50, id="foreign"),
        pytest.param(lambda data: data[:12] + b"\xff\xff" + data[14:], id="another version"),
        pytest.param(lambda data: data[:8] + b"BIGE" + data[12:], id="another byte order"),
        pytest.param(lambda data: data[:30] + bytes([data[30] ^ 1]) + data[31:], id="of another source"),
        pytest.param(lambda data: data[:70] + bytes([data[70] ^ 1]) + data[71:], id="damaged table"),
        pytest.param(lambda data: data + b"more", id="more behind it"),
    ],
)
def test_an_unsound_cache_file_is_made_anew(
    mine: Path, cache: Path, compiles: list[object], spoil: Callable[[bytes], bytes]
) -> None:
    Gazetteer.load(mine)
    (kept,) = indexes(cache)
    sound = kept.read_bytes()
    kept.write_bytes(spoil(sound))
    assert Gazetteer.load(mine).resolve("Goris").id == "goris"
    assert len(compiles) == 2
    assert kept.read_bytes() == sound
    assert leftovers(cache) == []


def test_a_damaged_section_never_leads_to_a_fault_or_a_wrong_answer(mine: Path, cache: Path) -> None:
    Gazetteer.load(mine)
    (kept,) = indexes(cache)
    sound = kept.read_bytes()
    dice = random.Random(7)  # noqa: S311 (a seeded generator, no secret)
    for _ in range(25):
        at = dice.randrange(2200, len(sound))
        kept.write_bytes(sound[:at] + bytes([sound[at] ^ 0xFF]) + sound[at + 1 :])
        gazetteer = Gazetteer.load(mine)
        assert gazetteer.resolve("Goris").id == "goris"
        assert gazetteer.resolve("Goriss").candidates[0].place.id == "goris"
        assert [place.names[0].text for place in gazetteer.places()] == ["Goris"]


def test_the_folder_is_made_and_may_be_chosen(mine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deep = tmp_path / "not" / "there" / "yet"
    monkeypatch.setenv("TOPONYMS_CACHE", os.fspath(deep))
    assert storage.cache_folder() == os.fspath(deep)
    Gazetteer.load(mine)
    assert len(indexes(deep)) == 1


def test_without_the_variable_it_is_the_users_cache_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("TOPONYMS_CACHE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", os.fspath(tmp_path))
    assert Path(storage.cache_folder()).name == "toponyms"
    assert Path(storage.cache_folder()).is_absolute()


def test_a_folder_that_cannot_be_made_does_not_keep_anybody_from_working(
    mine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    monkeypatch.setenv("TOPONYMS_CACHE", os.fspath(tmp_path / "file" / "below"))
    assert Gazetteer.load(mine).resolve("Goris").id == "goris"


@pytest.fixture
def read_only(cache: Path) -> Iterator[Path]:
    cache.mkdir()
    cache.chmod(stat.S_IRUSR | stat.S_IXUSR)
    yield cache
    cache.chmod(stat.S_IRWXU)


def test_a_read_only_cache_folder_does_not_keep_anybody_from_working(
    mine: Path, read_only: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object, **_options: object) -> object:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tempfile.mkstemp", refuse)  # root may write anywhere
    gazetteer = Gazetteer.load(mine)
    assert gazetteer.resolve("Goris").id == "goris"
    assert gazetteer.resolve("Goriss").id == "goris"
    assert indexes(read_only) == []


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_full_disk_leaves_nothing_behind_and_answers_from_memory(
    mine: Path, cache: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    def full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, call, full)
    assert Gazetteer.load(mine).resolve("Goris").id == "goris"
    assert indexes(cache) == []
    assert leftovers(cache) == []
    monkeypatch.undo()


def test_the_newest_indexes_are_kept_and_older_ones_cleared_away(mine: Path, cache: Path) -> None:
    cache.mkdir()
    for number in range(storage.KEPT + 3):
        old = cache / f"{number:032x}.index"
        old.write_bytes(b"old")
        os.utime(old, (1000 + number, 1000 + number))
    killed = cache / ".new-abc.index"
    killed.write_bytes(b"of a process that was killed")
    os.utime(killed, (900, 900))
    Gazetteer.load(mine)
    assert len(indexes(cache)) == storage.KEPT
    assert leftovers(cache) == []
    assert Gazetteer.load(mine).resolve("Goris").id == "goris"


def test_what_cannot_be_cleared_away_stays(mine: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: object) -> None:
        raise PermissionError(13, "Permission denied")

    cache.mkdir()
    for number in range(storage.KEPT + 1):
        (cache / f"{number:032x}.index").write_bytes(b"old")
    monkeypatch.setattr(os, "unlink", refuse)
    assert Gazetteer.load(mine).resolve("Goris").id == "goris"


def test_an_old_index_stays_in_use_while_a_new_one_is_written(mine: Path, cache: Path) -> None:
    old = Gazetteer.load(mine)
    (kept,) = indexes(cache)
    storage._keep(kept.read_bytes(), os.fspath(kept))
    kept.unlink()
    assert old.resolve("Goris").place == old.get("goris")
    assert old.resolve("Goriss").id == "goris"


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sources count as left alone however short ago they were written."""
    monkeypatch.setattr(stamps, "SETTLED", -10.0)


@pytest.fixture
def digests(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Every reading of sources, noted."""
    read: list[object] = []
    really = storage.digest_of

    def noted(paths: list[str], made_by: str = "") -> bytes:
        read.append(paths)
        return really(paths, made_by)

    monkeypatch.setattr(storage, "digest_of", noted)
    return read


def test_an_unchanged_file_is_not_read_again(mine: Path, cache: Path, settled: None, digests: list[object]) -> None:
    Gazetteer.load(mine)  # compiles
    Gazetteer.load(mine)  # finds the index by its digest and stamps it
    assert len(digests) == 2
    assert Gazetteer.load(mine).resolve("Goris").id == "goris"
    assert len(digests) == 2
    assert sorted(path.suffix for path in cache.iterdir()) == [".index", ".stamp"]


def test_a_file_that_was_written_only_now_gets_no_stamp(mine: Path, cache: Path, digests: list[object]) -> None:
    for _ in range(3):
        Gazetteer.load(mine)
    assert len(digests) == 3


def test_a_change_shows_whatever_time_the_file_claims_to_be_from(
    mine: Path, cache: Path, settled: None, digests: list[object]
) -> None:
    for _ in range(3):
        Gazetteer.load(mine)
    times = mine.stat()
    mine.write_text(YAML.replace("Goris,", "Gorus,").replace("[Goris]", "[Gorus]"), encoding="utf-8")
    os.utime(mine, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert mine.stat().st_size == times.st_size
    assert Gazetteer.load(mine).resolve("Gorus").how == "exact"


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda _index, stamp: stamp.write_text("", encoding="utf-8"), id="empty stamp"),
        pytest.param(lambda _index, stamp: stamp.write_bytes(b"\xff\n\n\xff 1 2 3 4\n"), id="no text"),
        pytest.param(lambda index, _stamp: index.unlink(), id="index gone"),
        pytest.param(lambda index, _stamp: index.write_bytes(index.read_bytes()[:-9]), id="index cut short"),
        pytest.param(lambda index, _stamp: index.write_bytes(index.read_bytes()[:-9] + bytes(9)), id="index changed"),
    ],
)
def test_a_stamp_that_does_not_hold_is_not_believed(
    mine: Path, cache: Path, settled: None, spoil: Callable[[Path, Path], object]
) -> None:
    for _ in range(3):
        Gazetteer.load(mine)
    (stamp,) = cache.glob("*.stamp")
    spoil(indexes(cache)[0], stamp)
    for mention in ("Goris", "Goriss", "Գորիս"):
        assert Gazetteer.load(mine).resolve(mention).id == "goris"


def test_a_stamp_that_cannot_be_written_keeps_nobody_from_working(
    mine: Path, cache: Path, settled: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object, **_options: object) -> object:
        raise PermissionError(13, "Permission denied")

    Gazetteer.load(mine)
    monkeypatch.setattr("tempfile.mkstemp", refuse)
    assert Gazetteer.load(mine).resolve("Goris").id == "goris"
    assert not list(cache.glob("*.stamp"))


def test_an_index_that_vanishes_behind_its_stamp_is_made_anew(
    mine: Path, cache: Path, settled: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stamps, "recall", lambda *_arguments: os.fspath(cache / "gone.index"))
    assert Gazetteer.load(mine).resolve("Goris").id == "goris"


def test_the_users_cache_folder_is_that_of_platformdirs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from platformdirs import user_cache_path

    monkeypatch.delenv("TOPONYMS_CACHE", raising=False)
    for folder in (os.fspath(tmp_path), "", " "):
        monkeypatch.setenv("XDG_CACHE_HOME", folder)
        assert storage.cache_folder() == os.fspath(user_cache_path("toponyms", appauthor=False))
    monkeypatch.setattr(storage, "_LINUX", False)
    assert storage.cache_folder() == os.fspath(user_cache_path("toponyms", appauthor=False))


def test_a_cache_file_is_an_index_and_nothing_that_runs_when_read(mine: Path, cache: Path) -> None:
    Gazetteer.load(mine)
    for path in cache.iterdir():
        data = path.read_bytes()
        assert not data or data.startswith(b"TOPONYMS")
        assert not path.stat().st_mode & 0o111
        if data:
            Index.open(os.fspath(path), thorough=True)


def test_an_index_in_a_shared_folder_can_be_read_by_those_whom_the_umask_lets(mine: Path, cache: Path) -> None:
    before = os.umask(0o022)
    try:
        Gazetteer.load(mine)
    finally:
        os.umask(before)
    assert stat.S_IMODE(indexes(cache)[0].stat().st_mode) == 0o644


def test_a_missing_gazetteer_in_the_installation_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(storage, "_PACKAGE", os.fspath(tmp_path / "package"))
    with pytest.raises(GazetteerError, match="install toponyms again"):
        storage.bundled_yaml()


def test_an_index_that_comes_with_the_package_is_used_and_when_unsound_replaced(
    mine: Path, cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, compiles: list[object]
) -> None:
    Gazetteer.load(mine)
    bundled = tmp_path / "gazetteer.index"
    bundled.write_bytes(indexes(cache)[0].read_bytes())
    monkeypatch.setattr(storage, "_BUNDLED_INDEX", os.fspath(bundled))
    monkeypatch.setattr(storage, "bundled_yaml", lambda: os.fspath(mine))
    mine.write_text(EDITED, encoding="utf-8")
    assert len(Gazetteer.load()) == 1
    assert len(compiles) == 1
    bundled.write_bytes(b"damaged")
    assert len(Gazetteer.load()) == 2
    assert len(compiles) == 2


# Several processes


def start(mine: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", LOAD, os.fspath(mine)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_processes_that_compile_at_once_all_answer(mine: Path, cache: Path) -> None:
    both = [start(mine) for _ in range(3)]
    assert [(*process.communicate(), process.returncode) for process in both] == [("goris\n", "", 0)] * 3
    assert len(indexes(cache)) == 1
    assert leftovers(cache) == []


def test_a_process_killed_at_any_moment_leaves_a_whole_index_or_none(mine: Path, cache: Path) -> None:
    dice = random.Random(11)  # noqa: S311 (a seeded generator, no secret)
    begun = time.monotonic()
    start(mine).communicate()
    whole = time.monotonic() - begun
    for path in indexes(cache):
        path.unlink()
    for _ in range(8):
        process = start(mine)
        time.sleep(dice.uniform(0.3, 1.05) * whole)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        for path in indexes(cache):
            Index.open(os.fspath(path), thorough=True)
            path.unlink()
    done = start(mine)
    assert done.communicate() == ("goris\n", "")
