"""Stamps: which index belonged to some files when they were last digested, so that unchanged files are not read again.

A stamp is a small text beside the indexes in the cache folder: what the file system says of the sources (size, times,
inode), and the same of their index, which was checked whole then. Any write to any of them changes that.
"""

from __future__ import annotations

import os
import time
from binascii import crc32

__all__ = ["appearance", "recall", "stamp"]

SETTLED = 2.0
"""Seconds a source must have been left alone: a second write in one tick of the clock would not show."""


def appearance(paths: list[str]) -> str:
    """What the file system says of some files, a line each.

    Raises:
        OSError: one is not there.

    Example:
        >>> appearance([__file__]).startswith(__file__)
        True
    """
    lines = []
    for path in paths:
        status = os.stat(path)
        lines.append(f"{path} {status.st_size} {status.st_mtime_ns} {status.st_ctime_ns} {status.st_ino}\n")
    return "".join(lines)


def recall(folder: str, paths: list[str], made_by: str) -> str:
    """The path of the index that a stamp names; empty when there is no stamp, or anything has changed since.

    Parameters:
        folder: the cache folder.
        paths: the sources.
        made_by: what identifies the code that compiles.
    """
    try:
        with open(_path(folder, paths), encoding="utf-8", errors="surrogateescape") as handle:
            seen, _, index = handle.read().rpartition("\n\n")
        path = index.rsplit(" ", 4)[0]
        return path if seen == made_by + appearance(paths) and index == appearance([path]) else ""
    except (OSError, ValueError):
        return ""


def stamp(folder: str, paths: list[str], made_by: str, index: str) -> None:
    """Write a stamp, unless a source was changed only now; a folder that cannot be written goes without."""
    from toponyms.atomic import write_atomically
    from toponyms.errors import GazetteerError

    try:
        newest = max(max(status.st_mtime, status.st_ctime) for status in map(os.stat, paths))
        if newest < time.time() - SETTLED:
            text = f"{made_by}{appearance(paths)}\n\n{appearance([index])}"
            write_atomically(_path(folder, paths), text.encode("utf-8", "surrogateescape"))
    except (OSError, GazetteerError):
        pass


def _path(folder: str, paths: list[str]) -> str:
    return os.path.join(folder, f"{crc32(os.fsencode(chr(0).join(paths))):08x}.stamp")
