"""Files changed as a whole or not at all, and never by two at once."""

from __future__ import annotations

import errno
import glob
import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from toponyms.errors import GazetteerError

__all__ = ["as_stored", "locked", "replace", "write_atomically"]

_PATIENCE = 10.0
_NEW = ".new"
_BOM = b"\xef\xbb\xbf"
_REMEDIES = {
    errno.ENOSPC: "the disk is full; free some space and run the command again",
    errno.EDQUOT: "your share of the disk is full; free some space and run the command again",
    errno.EACCES: "you may not write in this folder; ask who owns it, or work on a copy",
    errno.EPERM: "you may not write this file; ask who owns it, or work on a copy",
    errno.EROFS: "the disk is read-only; work on a copy",
    errno.ENOENT: "the folder does not exist; check the path",
}


def _failure(path: str, error: OSError) -> GazetteerError:
    remedy = _REMEDIES.get(error.errno or 0, "nothing was changed; run the command again")
    return GazetteerError(f"{path}: not written, the file is as it was ({error.strerror}); {remedy}")


def write_atomically(path: str | os.PathLike[str], data: bytes) -> None:
    """Write a file so that whoever reads it, and whatever happens, finds the old content or the new, whole.

    The new content goes to a file beside it, reaches the disk, and then takes the old file's name. The mode of the old
    file is kept; of a link, the file it points to is replaced.

    Parameters:
        path: the file; it need not exist.
        data: its new content.

    Raises:
        GazetteerError: the file cannot be written; it is as it was.

    Example:
        >>> import tempfile, pathlib
        >>> path = pathlib.Path(tempfile.mkdtemp(), "a.yaml")
        >>> write_atomically(path, b"new")
        >>> path.read_bytes()
        b'new'
    """
    target = os.path.realpath(path)
    shown = os.fspath(path)
    mode = _mode(target)
    if mode is not None and not mode & stat.S_IWUSR:
        raise GazetteerError(f"{shown}: not written, the file is read-only; make it writable (chmod u+w {shown})")
    folder, name = os.path.split(target)
    temporary = ""
    try:
        handle, temporary = tempfile.mkstemp(dir=folder, prefix=f".{name}.", suffix=_NEW)
        try:
            _fill(handle, data)
            Path(temporary).chmod(mode if mode is not None else 0o666 & ~_umask())
        finally:
            os.close(handle)
        Path(temporary).replace(target)
    except OSError as error:
        _remove(temporary)
        raise _failure(shown, error) from error
    except BaseException:
        _remove(temporary)
        raise
    _keep_name(folder)


def _mode(path: str) -> int | None:
    try:
        return stat.S_IMODE(Path(path).stat().st_mode)
    except OSError:
        return None


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _fill(handle: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(handle, rest) :]
    os.fsync(handle)


def _remove(path: str) -> None:
    if path:
        with suppress(OSError):
            Path(path).unlink()


def _keep_name(folder: str) -> None:
    """Ask the disk to keep the new name through a power cut, where folders can be asked that."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def locked(path: str | os.PathLike[str], patience: float = _PATIENCE) -> Iterator[None]:
    """Keep other programs of this library from writing a file at the same time.

    The lock is an empty file beside it (``.gazetteer.yaml.lock``) that stays: taking it away would let two in at once.

    Parameters:
        path: the file.
        patience: seconds to wait for another writer.

    Raises:
        GazetteerError: another program holds the file for longer, or the folder cannot be written.
    """
    target = Path(os.path.realpath(path))
    if not target.parent.is_dir():  # the lock would make it
        raise _failure(os.fspath(path), FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT)))
    lock = FileLock(target.with_name(f".{target.name}.lock"), timeout=patience)
    try:
        lock.acquire()
    except Timeout as error:
        raise GazetteerError(f"{path}: another program is writing the file; wait for it and try again") from error
    except OSError as error:
        raise _failure(os.fspath(path), error) from error
    try:
        yield
    finally:
        lock.release()


def as_stored(text: str, before: bytes) -> bytes:
    r"""A text as bytes, with the byte-order mark and the line ends that a file had before.

    Example:
        >>> as_stored("a\n", b"\xef\xbb\xbfb\r\n")
        b'\xef\xbb\xbfa\r\n'
    """
    if b"\r\n" in before and before.count(b"\r\n") == before.count(b"\n"):
        text = text.replace("\n", "\r\n")
    return (_BOM if before.startswith(_BOM) else b"") + text.encode()


def replace(path: str | os.PathLike[str], before: bytes, after: bytes) -> None:
    """Replace a file's content, if it still is what it was when it was read.

    Parameters:
        path: the file.
        before: its content when it was read.
        after: its new content.

    Raises:
        GazetteerError: someone changed the file meanwhile, or it cannot be written; it is left alone.
    """
    with locked(path):
        target = Path(os.path.realpath(path))
        for left in target.parent.glob(f".{glob.escape(target.name)}.*{_NEW}"):
            _remove(os.fspath(left))  # of a writer that was killed; no other writes now
        try:
            now = Path(path).read_bytes()
        except OSError as error:
            raise _failure(os.fspath(path), error) from error
        if now != before:
            raise GazetteerError(f"{path}: the file was changed meanwhile; nothing was written, run the command again")
        write_atomically(path, after)
