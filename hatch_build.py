"""Puts the gazetteer and the index compiled from it into the wheel; nothing generated lies in git or in the sdist.

An editable install gets neither: a checkout reads `gazetteer.yaml` where it is and compiles it on first use into the
user's cache folder.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class GazetteerHook(BuildHookInterface[Any]):
    """Compiles `gazetteer.yaml` when a wheel is built."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and name both files to the wheel; does nothing for an editable install."""
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        try:
            from toponyms.compiling import compile_file
        finally:
            sys.path.remove(self.root)
        source = Path(self.root, "gazetteer.yaml")
        self.folder = Path(tempfile.mkdtemp(prefix="toponyms-"))
        index = self.folder / "gazetteer.index"
        compile_file(source, index)
        build_data["force_include"][str(source)] = "toponyms/gazetteer.yaml"
        build_data["force_include"][str(index)] = "toponyms/gazetteer.index"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002 (hatchling's signature)
        """Remove the compiled file: it is in the wheel now."""
        folder = getattr(self, "folder", None)
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)
