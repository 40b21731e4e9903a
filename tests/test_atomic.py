"""A file is written as a whole or not at all: on a full disk, a read-only one, when interrupted."""

from __future__ import annotations

import errno
import os
import stat

import pytest

from toponyms.atomic import write_atomically
from toponyms.errors import GazetteerError


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "mine.yaml"
    path.write_bytes(b"old")
    return path


def beside(path):
    """The files in the folder but for the file itself and its lock."""
    return [other.name for other in path.parent.iterdir() if other.name not in {path.name, f".{path.name}.lock"}]


def test_a_new_file_is_written_with_the_usual_mode(tmp_path):
    path = tmp_path / "new.yaml"
    write_atomically(path, b"new")
    other = tmp_path / "other.yaml"
    other.write_bytes(b"")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode == other.stat().st_mode


def test_the_mode_of_the_old_file_is_kept(path):
    path.chmod(0o640)
    write_atomically(path, b"new")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert beside(path) == []


def test_the_file_behind_a_link_is_replaced_and_the_link_stays(path):
    link = path.with_name("link.yaml")
    link.symlink_to(path)
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert path.read_bytes() == b"new"


@pytest.mark.parametrize("step", ["os.write", "os.fsync", "Path.replace"])
@pytest.mark.parametrize(
    ("code", "says"),
    [
        (errno.ENOSPC, "the disk is full; free some space"),
        (errno.EROFS, "the disk is read-only"),
        (errno.EACCES, "you may not write in this folder"),
        (errno.EIO, "nothing was changed; run the command again"),
    ],
)
def test_a_failing_disk_leaves_the_old_file_and_nothing_beside_it(path, monkeypatch, step, code, says):
    def fail(*_):
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(f"toponyms.atomic.{step}", fail)
    with pytest.raises(GazetteerError, match=says) as caught:
        write_atomically(path, b"new")
    assert "the file is as it was" in str(caught.value)
    assert path.read_bytes() == b"old"
    assert beside(path) == []


def test_a_disk_that_takes_a_part_leaves_the_old_file(path, monkeypatch):
    written = []

    def half(handle, data):
        if written:
            raise OSError(errno.ENOSPC, "No space left on device")
        written.append(os.pwrite(handle, bytes(data[: len(data) // 2]), 0))
        return written[0]

    monkeypatch.setattr("toponyms.atomic.os.write", half)
    with pytest.raises(GazetteerError, match="disk is full"):
        write_atomically(path, b"new content")
    assert path.read_bytes() == b"old"
    assert beside(path) == []


def test_a_disk_that_takes_little_at_a_time_gets_everything(path, monkeypatch):
    real = os.write
    monkeypatch.setattr("toponyms.atomic.os.write", lambda handle, data: real(handle, bytes(data[:3])))
    write_atomically(path, b"a longer content")
    assert path.read_bytes() == b"a longer content"


def test_an_interruption_leaves_the_old_file_and_nothing_beside_it(path, monkeypatch):
    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("toponyms.atomic.os.fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert beside(path) == []


def test_a_folder_that_cannot_be_asked_to_keep_the_name_is_no_failure(path, monkeypatch):
    real = os.fsync

    def refuse_folders(handle):
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "Invalid argument")
        real(handle)

    monkeypatch.setattr("toponyms.atomic.os.fsync", refuse_folders)
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"


def test_a_read_only_file_is_left_alone_with_a_remedy(path):
    path.chmod(0o444)
    with pytest.raises(GazetteerError, match="the file is read-only; make it writable"):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"


def test_a_missing_folder_is_told(tmp_path):
    with pytest.raises(GazetteerError, match="the folder does not exist; check the path"):
        write_atomically(tmp_path / "none" / "mine.yaml", b"new")
