"""Where the gazetteer and its index lie: the bundled file, the cache folder, the variable that names another."""

from __future__ import annotations

import os
import sys

from toponyms import stamps
from toponyms.errors import GazetteerError, IndexFileError
from toponyms.index.layout import VERSION
from toponyms.index.reader import Index

TYPE_CHECKING = False
if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    from toponyms.lean import dataclass

__all__ = ["VARIABLE", "Source", "bundled_yaml", "cache_folder", "digest_of", "open_index"]

VARIABLE = "TOPONYMS_GAZETTEER"
"""The environment variable that names the YAML file to use instead of the bundled one."""
CACHE_VARIABLE = "TOPONYMS_CACHE"
"""The environment variable that names the folder for compiled indexes instead of the user's cache folder."""

KEPT = 8
"""Indexes that are kept in the cache folder, the newest first."""

_LINUX = sys.platform.startswith("linux")
_PACKAGE = os.path.dirname(os.path.abspath(__file__))
_BUNDLED_INDEX = os.path.join(_PACKAGE, "gazetteer.index")
_COMPILING_CODE = ("index", "matching", "writing", os.path.join("writing", "data"))


@dataclass(frozen=True, slots=True)
class Source:
    """Which files a gazetteer is read from; None means the usual one, or none."""

    path: str | None = None
    overlay: str | None = None


def bundled_yaml() -> str:
    """The path of the gazetteer that comes with the package.

    Raises:
        GazetteerError: it is not there.

    Example:
        >>> bundled_yaml().endswith("gazetteer.yaml")
        True
    """
    for folder in (_PACKAGE, os.path.dirname(_PACKAGE)):
        path = os.path.join(folder, "gazetteer.yaml")
        if os.path.exists(path):
            return path
    raise GazetteerError(f"{_PACKAGE}: gazetteer.yaml is missing from the installation; install toponyms again")


def cache_folder() -> str:
    """The folder for compiled indexes.

    Example:
        >>> os.path.isabs(cache_folder())
        True
    """
    chosen = os.environ.get(CACHE_VARIABLE)
    if chosen:
        return os.path.abspath(chosen)
    if _LINUX:  # as platformdirs answers there; importing it takes longer than a first answer
        return os.path.join(os.environ.get("XDG_CACHE_HOME", "").strip() or os.path.expanduser("~/.cache"), "toponyms")
    from platformdirs import user_cache_path

    return os.fspath(user_cache_path("toponyms", appauthor=False))


def _read(path: str) -> bytes:
    try:
        with open(path, "rb") as handle:
            return handle.read()
    except OSError as error:
        advice = "check the path and its permissions"
        raise GazetteerError(f"{path}: cannot be read ({error.strerror}); {advice}") from error


def _made_by() -> str:
    """What identifies the code that makes keys of names: its version, and what the file system says of its files."""
    lines = [f"index {VERSION}\n"]
    for folder in _COMPILING_CODE:
        with os.scandir(os.path.join(_PACKAGE, folder)) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                if entry.name.endswith((".py", ".tsv")):
                    status = entry.stat()
                    lines.append(f"{entry.name} {status.st_size} {status.st_mtime_ns}\n")
    return "".join(lines)


def digest_of(paths: list[str], made_by: str = "") -> bytes:
    """32 bytes that identify the content of some files, and the code that makes keys of them.

    Raises:
        GazetteerError: a file cannot be read.
    """
    from hashlib import blake2b

    state = blake2b((made_by or _made_by()).encode(), digest_size=32)
    for path in paths:
        content = _read(path)
        state.update(len(content).to_bytes(8, "little"))
        state.update(content)
    return state.digest()


def open_index(source: Source) -> Index:
    """The index of a source: the bundled one, one from the cache, or one compiled now and kept there.

    Raises:
        GazetteerError: the YAML cannot be used; the message lists every problem.
    """
    path = source.path or os.environ.get(VARIABLE)
    if path is None and source.overlay is None and os.path.exists(_BUNDLED_INDEX):
        try:
            return Index.open(_BUNDLED_INDEX)
        except IndexFileError:
            pass  # made for another machine or damaged: compile the YAML that lies beside it
    paths = [path or bundled_yaml(), *([source.overlay] if source.overlay else [])]
    folder, made_by, whole = cache_folder(), _made_by(), [os.path.abspath(part) for part in paths]
    try:
        known = stamps.recall(folder, whole, made_by)
        if known:
            return Index.open(known)
    except (OSError, IndexFileError):
        pass  # cleared away in this moment
    digest = digest_of(paths, made_by)
    cached = os.path.join(folder, f"{digest.hex()[:32]}.index")
    try:
        index = Index.open(cached, thorough=True)
    except (OSError, IndexFileError):
        pass  # not there yet, or cut short by a crash: it is made anew below
    else:
        if index.digest == digest:
            stamps.stamp(folder, whole, made_by, cached)
            return index
    return _compile(paths, digest, cached)


def _compile(paths: list[str], digest: bytes, cached: str) -> Index:
    from toponyms.compiling import compile_sources

    data = compile_sources(paths, digest)
    try:
        _keep(data, cached)
        return Index.open(cached)
    except (OSError, GazetteerError, IndexFileError):
        return Index(data, cached)  # a read-only or full cache folder: this process works from memory


def _keep(data: bytes, cached: str) -> None:
    """Write a cache file so that other processes see all of it or nothing, and clear old ones away."""
    from toponyms.atomic import write_atomically

    folder = os.path.dirname(cached)
    os.makedirs(folder, exist_ok=True)
    write_atomically(cached, data)
    _clear_away(folder)


def _clear_away(folder: str) -> None:
    """Keep the newest indexes of a cache folder; those in use by a process stay readable until it ends."""
    with os.scandir(folder) as entries:
        found = sorted(entries, key=_age)
    indexes = [entry for entry in found if entry.name.endswith(".index")]
    stamped = [entry for entry in found if entry.name.endswith(".stamp")]
    for entry in indexes[KEPT:] + stamped[KEPT:]:
        try:  # noqa: SIM105 (contextlib would cost every start)
            os.unlink(entry.path)
        except OSError:
            pass  # another process was faster, or may not


def _age(entry: os.DirEntry[str]) -> float:
    try:
        return -entry.stat().st_mtime
    except OSError:
        return 0.0
