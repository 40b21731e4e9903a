"""Files written whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

from toponyms.errors import GazetteerError

__all__ = ["NEW", "failure", "remove", "write_atomically"]

NEW = ".new"
"""What the name of a file ends in until it is whole."""
_REMEDIES = {
    errno.ENOSPC: "the disk is full; free some space and run the command again",
    errno.EDQUOT: "your share of the disk is full; free some space and run the command again",
    errno.EACCES: "you may not write in this folder; ask who owns it, or work on a copy",
    errno.EPERM: "you may not write this file; ask who owns it, or work on a copy",
    errno.EROFS: "the disk is read-only; work on a copy",
    errno.ENOENT: "the folder does not exist; check the path",
}


def failure(path: str, error: OSError) -> GazetteerError:
    """The error that says why a file could not be written, and what to do."""
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
        handle, temporary = tempfile.mkstemp(dir=folder, prefix=f".{name}.", suffix=NEW)
        try:
            _fill(handle, data)
            Path(temporary).chmod(mode if mode is not None else 0o666 & ~_umask())
        finally:
            os.close(handle)
        Path(temporary).replace(target)
    except OSError as error:
        remove(temporary)
        raise failure(shown, error) from error
    except BaseException:
        remove(temporary)
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


def remove(path: str) -> None:
    """Delete a file that may be there."""
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
