"""Gazetteers as they were: from a file, or from a revision in git."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from toponyms.errors import GazetteerError
from toponyms.gazetteer.document import Document
from toponyms.gazetteer.reader import read, read_text
from toponyms.gazetteer.source import decode

__all__ = ["read_revision"]


def read_revision(wanted: str, path: str | os.PathLike[str]) -> Document:
    """A gazetteer from a file, or a gazetteer file as it was in a git revision.

    Parameters:
        wanted: a file; or a revision (``HEAD``, ``v1.2``, ``main~3``) of the file at `path`; or ``REVISION:PATH``, as
            git writes it.
        path: the file whose revision is meant.

    Returns:
        The document; it is named ``REVISION:PATH`` where it comes from git.

    Raises:
        GazetteerError: there is neither such a file nor such a revision, or git is missing.

    Example:
        >>> read_revision("no-such-revision", "no-such-file.yaml")
        Traceback (most recent call last):
        ...
        toponyms.errors.GazetteerError: no-such-revision: neither a file nor ...
    """
    if Path(wanted).is_file():
        return read(wanted)
    target = Path(path)
    revision, _, inside = wanted.partition(":")
    spec = f"{revision}:{inside}" if inside else f"{revision}:./{target.name}"
    folder = target.parent if target.parent.is_dir() else Path()
    git = shutil.which("git")
    if git is None or revision.startswith("-"):
        raise GazetteerError(f"{wanted}: no such file, and git is not installed; give a file")
    shown = subprocess.run(  # noqa: S603 (the arguments cannot be options: one starts with the revision, checked above)
        [git, "-C", os.fspath(folder), "show", "--no-textconv", spec], capture_output=True, check=False
    )
    if shown.returncode:
        reason = shown.stderr.decode(errors="replace").strip().splitlines()[-1:]
        message = f"{wanted}: neither a file nor a git revision with {target.name}; give one of the two"
        raise GazetteerError(message + (f" (git: {reason[0].removeprefix('fatal: ')})" if reason else ""))
    name = spec if inside else f"{revision}:{target.name}"
    text, findings = decode(shown.stdout, name)
    return Document(name, text, problems=findings) if findings else read_text(text, name)
