"""The second half of ``toponyms diff``: the mentions that resolve differently."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from toponyms.cli.suites import default_folders

if TYPE_CHECKING:
    from toponyms.comparing import Difference
    from toponyms.gazetteer.document import Document

__all__ = ["resolution_differences"]


def resolution_differences(old: Document, new: Document, suites: Sequence[str] | None = None) -> list[Difference]:
    """The mentions of resolution suites and of both gazetteers' own names that resolve differently.

    Parameters:
        old: the gazetteer as it was.
        new: the gazetteer as it is.
        suites: suite files or folders of them; those of the checkout where not given, none where there are none.

    Raises:
        GazetteerError: one of the two cannot be compiled, or a suite cannot be read.
    """
    from toponyms.comparing import differences
    from toponyms.library import Gazetteer
    from toponyms.suite import cases_of, suite_files

    cases = [case for path in suite_files(default_folders() if suites is None else suites) for case in cases_of(path)]
    loaded = []
    with TemporaryDirectory() as folder:
        for order, document in enumerate((old, new)):
            if sys.stderr.isatty():
                print(f"{document.path}: compiling, where it is new", file=sys.stderr)
            path = Path(folder, f"{order}.yaml")
            path.write_text(document.text, encoding="utf-8")
            loaded.append(Gazetteer.load(os.fspath(path)))
        return differences(loaded[0], loaded[1], cases)
