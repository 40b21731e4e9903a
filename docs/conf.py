"""Sphinx settings. `make docs` builds with warnings as errors."""

from __future__ import annotations

import tomllib
from pathlib import Path

project = "toponyms"
author = "The toponyms maintainers"
copyright = "2026, " + author
_settings = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8"))
release = _settings["project"]["version"]
version = release

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build", "measured"]  # the pages there are made by scripts and included in others
html_theme = "furo"
html_title = "toponyms"
html_static_path = ["_static"]

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_typehints_description_target = "documented"
python_use_unqualified_type_names = True
napoleon_google_docstring = True
nitpicky = False
