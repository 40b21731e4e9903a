"""The manual's page on the rules, made from their docstrings: ``python -m toponyms.gazetteer.lint.page FILE``."""

from __future__ import annotations

import sys
from pathlib import Path

from toponyms.gazetteer.lint.run import ALL_RULES

__all__ = ["page"]

_OPENING = """\
# Lint rules

`toponyms lint` checks gazetteers. Each line it prints has the same shape:

```text
file:line:column: CODE id: field: what is wrong; what to do
```

Lines and columns count from 1. T001 to T010 are found while reading: a file with one of them is not compiled,
formatted or changed. The other rules are about what the records say. T050 to T052 compare with what was before and
need `--since`, a git revision or a file.

To pass over a rule for one record, write its code and the reason above it:

```yaml
# lint: ignore T050: another village of that name
```

To pass over a rule for a whole run, use `--ignore 'T050:the reason'`. T070 is no rule to choose: it marks a conflict
between an overlay and what it lies on (see [Lay an overlay over the gazetteer](../how-to/overlay.md)).

`toponyms lint --explain T050` prints what is said here of a rule. The examples below are run as tests: each bad one is
caught by its rule, each good one is clean.

| code | name | what it asks for |
| --- | --- | --- |
"""


def page() -> str:
    """The page: an opening, a table of the rules, each rule with its examples.

    Example:
        >>> page().splitlines()[0]
        '# Lint rules'
    """
    table = "".join(f"| [{rule.code}](#{rule.anchor}) | {rule.name} | {rule.title} |\n" for rule in ALL_RULES)
    return _OPENING + table + "\n" + "\n".join(rule.manual() for rule in ALL_RULES)


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(page(), encoding="utf-8")
