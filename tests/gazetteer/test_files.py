"""Files change as a whole or not at all: killed, under two editors at once, changed meanwhile."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
import time

import pytest

from toponyms.cli import main
from toponyms.errors import GazetteerError
from toponyms.gazetteer.files import as_stored, locked, replace

KILLS = 200


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "mine.yaml"
    path.write_bytes(b"old")
    return path


def beside(path):
    """The files in the folder but for the file itself and its lock."""
    return [other.name for other in path.parent.iterdir() if other.name not in {path.name, f".{path.name}.lock"}]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"a\nb\n", b"x\ny\n"),
        (b"a\r\nb\r\n", b"x\r\ny\r\n"),
        (b"a\r\nb\n", b"x\ny\n"),
        (b"\xef\xbb\xbfa\n", b"\xef\xbb\xbfx\ny\n"),
    ],
    ids=["plain", "CRLF", "mixed", "mark"],
)
def test_a_changed_text_keeps_the_line_ends_and_the_mark_of_its_file(before, after):
    assert as_stored("x\ny\n", before) == after


def test_a_file_that_someone_else_changed_meanwhile_is_left_alone(path):
    path.write_bytes(b"theirs")
    with pytest.raises(GazetteerError, match="the file was changed meanwhile; nothing was written"):
        replace(path, b"old", b"mine")
    assert path.read_bytes() == b"theirs"


def test_a_file_that_vanished_meanwhile_is_told(path):
    path.unlink()
    with pytest.raises(GazetteerError, match="not written"):
        replace(path, b"old", b"mine")


def test_two_programs_do_not_write_at_once(path):
    with locked(path), pytest.raises(GazetteerError, match="another program is writing the file; wait for it"):
        _in_another_process_lock(path)


def _in_another_process_lock(path):
    code = (
        "import sys; from toponyms.gazetteer.files import locked\n"
        "with locked(sys.argv[1], 0.05): pass"
    )  # fmt: skip
    done = subprocess.run([sys.executable, "-c", code, os.fspath(path)], capture_output=True, text=True, check=False)
    if done.returncode:
        raise GazetteerError(done.stderr.splitlines()[-1])


def test_a_lock_that_cannot_be_made_is_told(tmp_path):
    with pytest.raises(GazetteerError, match="the folder does not exist"), locked(tmp_path / "none" / "mine.yaml"):
        pass
    (tmp_path / ".mine.yaml.lock").mkdir()
    with pytest.raises(GazetteerError, match="not written"), locked(tmp_path / "mine.yaml", 0.1):
        pass


def test_of_many_writers_at_once_each_writes_the_whole_file_or_is_told(path):
    contents = [bytes([65 + number]) * 200_000 for number in range(8)]
    told = []

    def write(content):
        try:
            replace(path, b"old", content)
        except GazetteerError as error:
            told.append(str(error))

    threads = [threading.Thread(target=write, args=(content,)) for content in contents]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert path.read_bytes() in contents
    assert len(told) == len(contents) - 1
    assert all("changed meanwhile" in one for one in told)


SHUFFLED = "sisian: {kind: town, names: {en: [Sisian]}}\ngoris: {names: {en: ['Goris']}, kind: town}\n" * 1
FORMATTED = "goris:\n  kind: town\n  names:\n    en: [Goris]\n\nsisian:\n  kind: town\n  names:\n    en: [Sisian]\n"
WITH_KAPAN = FORMATTED.replace("\nsisian", "\nkapan:\n  kind: town\n  names:\n    en: [Kapan]\n\nsisian")


def _killed(arguments, delay):
    """Run a command in a process of its own and kill it after a while, whatever it is doing."""
    child = os.fork()
    if child == 0:
        try:
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            main(arguments)
        finally:
            os._exit(0)
    time.sleep(delay)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


@pytest.mark.parametrize(
    ("command", "before", "after"),
    [
        (["fmt", "{path}"], SHUFFLED, FORMATTED),
        (["add", "kapan", "--kind", "town", "--name", "en=Kapan", "--file", "{path}", "--yes"], FORMATTED, WITH_KAPAN),
    ],
    ids=["fmt", "add"],
)
def test_two_hundred_kills_leave_the_old_or_the_new_file_whole(tmp_path, command, before, after):
    chance = random.Random(7)  # noqa: S311 (moments, no secrets)
    path = tmp_path / "mine.yaml"
    arguments = [word.format(path=path) for word in command]
    path.write_text(before)
    start = time.perf_counter()
    assert main(arguments) == 0  # everything is imported, and a run is timed
    path.write_text(before)
    assert main(arguments) == 0
    usual = (time.perf_counter() - start) / 2
    for _ in range(KILLS):
        path.write_text(before)
        _killed(arguments, chance.random() * min(usual, 0.1))
        assert path.read_text() in {before, after}
    path.write_text(before)
    assert main(arguments) == 0
    assert path.read_text() == after
    assert beside(path) == []
