"""Runs the Python of README and docs as tests: one test a code block, names shared within a file.

A block with prompts (`>>>`) is a doctest; one without is only run. Blocks fenced as `text`, `yaml`, `console` or
`shell` are for reading.
"""

from __future__ import annotations

from doctest import ELLIPSIS, NORMALIZE_WHITESPACE

from sybil import Sybil
from sybil.parsers.myst import PythonCodeBlockParser, SkipParser

pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser(doctest_optionflags=ELLIPSIS | NORMALIZE_WHITESPACE), SkipParser()],
    patterns=["README.md", "docs/*.md", "docs/**/*.md"],
    excludes=["docs/_build/*"],
).pytest()
