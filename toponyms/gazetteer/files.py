"""Files changed as a whole or not at all, and never by two at once."""

from __future__ import annotations

import errno
import glob
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from toponyms.atomic import NEW, failure, remove, write_atomically
from toponyms.errors import GazetteerError

__all__ = ["as_stored", "locked", "replace"]

_PATIENCE = 10.0
_BOM = b"\xef\xbb\xbf"


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
        raise failure(os.fspath(path), FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT)))
    lock = FileLock(target.with_name(f".{target.name}.lock"), timeout=patience)
    try:
        lock.acquire()
    except Timeout as error:
        raise GazetteerError(f"{path}: another program is writing the file; wait for it and try again") from error
    except OSError as error:
        raise failure(os.fspath(path), error) from error
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
        for left in target.parent.glob(f".{glob.escape(target.name)}.*{NEW}"):
            remove(os.fspath(left))  # of a writer that was killed; no other writes now
        try:
            now = Path(path).read_bytes()
        except OSError as error:
            raise failure(os.fspath(path), error) from error
        if now != before:
            raise GazetteerError(f"{path}: the file was changed meanwhile; nothing was written, run the command again")
        write_atomically(path, after)
