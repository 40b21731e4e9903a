"""What a check found: one sentence that says where, what is wrong, and what to do."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Finding"]


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing wrong in a file.

    Example:
        >>> print(Finding("mine.yaml", 3, 9, "T012", "goris", "kind", "'twon' is no kind", "write town"))
        mine.yaml:3:9: T012 goris: kind: 'twon' is no kind; write town
    """

    path: str
    """The file, as it was given."""
    line: int
    """Line, from 1."""
    column: int
    """Column in characters, from 1."""
    code: str
    """The rule's code, such as ``T012``."""
    id: str
    """The record's id; empty when the finding is about the file."""
    field: str
    """The field inside the record, with dots (``names.az``); empty when the finding is about the record."""
    what: str
    """What is wrong."""
    remedy: str
    """What to type or do."""

    def __str__(self) -> str:
        subject = "".join(f"{part}: " for part in (self.id, self.field) if part)
        return f"{self.path}:{self.line}:{self.column}: {self.code} {subject}{self.what}; {self.remedy}"
