"""Compiling a gazetteer file to an index file with the answers to its own names in it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from hashlib import blake2b

from toponyms.gazetteer.compiler import compile_files
from toponyms.index.build import with_answers
from toponyms.index.reader import Index
from toponyms.lean import CollectorOff
from toponyms.matching.answers import answers_of

__all__ = ["compile_file", "compile_sources"]


def compile_sources(paths: Sequence[str | os.PathLike[str]], digest: bytes) -> bytes:
    """The bytes of the index of a gazetteer file and the overlays on it.

    Parameters:
        paths: the gazetteer, then its overlays.
        digest: 32 bytes that identify the source; they are kept in the index.

    Raises:
        GazetteerError: a file cannot be used; the message lists the problems with file and line.
    """
    with CollectorOff():
        data = compile_files(paths, digest)
        return with_answers(data, answers_of(Index(data)))


def compile_file(source: str | os.PathLike[str], target: str | os.PathLike[str]) -> None:
    """Compile a gazetteer file to an index file.

    Parameters:
        source: the YAML.
        target: the index file, written as a whole or not at all.

    Raises:
        GazetteerError: the source cannot be used; nothing is written.
        OSError: the target cannot be written.
    """
    from toponyms.atomic import write_atomically

    with open(source, "rb") as handle:
        digest = blake2b(handle.read(), digest_size=32).digest()
    write_atomically(os.fspath(target), compile_sources([source], digest))
