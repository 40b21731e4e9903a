"""Adds the ids of gazetteer.yaml to tests/ids.txt: `.venv/bin/python tests/update_ids.py`, after places were added.

The list only grows: an id that was once published stays in it, and a test holds that the gazetteer still has it.
"""

from __future__ import annotations

from pathlib import Path

import toponyms

LIST = Path(__file__).with_name("ids.txt")
HEAD = """\
# Every id the gazetteer has had, one a line. Programs and archives keep ids: none may ever be lost or change its place.
# After adding places, add theirs with: .venv/bin/python tests/update_ids.py
"""


def known() -> set[str]:
    """The ids of the list."""
    if not LIST.exists():
        return set()
    return {line for line in LIST.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")}


def main() -> None:
    """Write the list anew with the ids of the gazetteer added."""
    ids = known() | {place.id for place in toponyms.Gazetteer.load().places()}
    LIST.write_text(HEAD + "".join(f"{one}\n" for one in sorted(ids)), encoding="utf-8")


if __name__ == "__main__":
    main()
