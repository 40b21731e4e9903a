"""Sphinx settings. `make docs` builds with warnings as errors."""

from __future__ import annotations

from importlib.metadata import version as installed

project = "toponyms"
author = "The toponyms maintainers"
copyright = "2026, " + author
release = installed("toponyms")
version = release

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = "toponyms"
html_static_path = ["_static"]

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
# Links to the files of the repository (../CONTRIBUTING.md, ../../gazetteer.yaml) are followed on the web page of the
# repository, where docs/ is read too; Sphinx cannot check them.
suppress_warnings = ["myst.xref_missing"]

autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_typehints_description_target = "documented"
python_use_unqualified_type_names = True
napoleon_google_docstring = True
nitpicky = False
