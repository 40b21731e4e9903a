"""Where a name is written: file and line in the YAML."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from toponyms import storage
from toponyms.model import Candidate

if TYPE_CHECKING:
    from toponyms.gazetteer.document import Document

__all__ = ["files_of", "where_written"]


def files_of(path: str | None = None, overlay: str | None = None) -> list[str]:
    """The YAML files that a gazetteer of these arguments is made from, the overlay first.

    Example:
        >>> files_of("mine.yaml", "more.yaml")
        ['more.yaml', 'mine.yaml']
    """
    chosen = path or os.environ.get(storage.VARIABLE) or storage.bundled_yaml()
    return [overlay, chosen] if overlay else [chosen]


def where_written(candidate: Candidate, files: Sequence[str]) -> str:
    """File and line where the name of a candidate is written; empty when none of the files has it.

    Example:
        >>> from toponyms.library import default
        >>> where_written(default().resolve("Goris").candidates[0], files_of()).rpartition(":")[0] == files_of()[0]
        True
    """
    for path in files:
        line = _line_of(path, candidate)
        if line:
            return f"{path}:{line}"
    return ""


def _line_of(path: str, candidate: Candidate) -> int:
    """The line of a candidate's name in a file, from 1; 0 where it is not there. Reads that one record only."""
    from toponyms.gazetteer.reader import read_text

    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return 0
    place = candidate.place.id
    record = re.search(rf"^{re.escape(place)}:.*\n(?:(?![^\s#]).*\n)*", text + "\n", re.MULTILINE)
    if record is None:
        return 0
    document = read_text(record[0], path)
    names = _texts(document, place, candidate.name.lang)
    if candidate.name.text not in names:
        return 0
    line, _ = document.where(place, "names", candidate.name.lang, names.index(candidate.name.text))
    return text.count("\n", 0, record.start()) + line


def _texts(document: Document, place: str, lang: str) -> list[str]:
    """The names that a record gives in a language, complete or not: an overlay may give nothing else."""
    from toponyms.gazetteer.shape import value_of

    if place not in document.trees:
        return []
    value = value_of(document.trees[place][1])
    names = value.get("names", {}).get(lang, []) if isinstance(value, dict) else []
    return [str(name.get("text", "")) if isinstance(name, dict) else str(name) for name in names]
