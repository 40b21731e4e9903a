"""Records from JSON lines: the same records in the shape that scripts write."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import ValidationError

from toponyms.gazetteer.document import Document
from toponyms.gazetteer.faults import faults_of
from toponyms.gazetteer.findings import Finding
from toponyms.gazetteer.records import PlaceRecord
from toponyms.gazetteer.shape import FIELDS
from toponyms.gazetteer.syntax import id_fault
from toponyms.gazetteer.tree import Fields, Scalar

__all__ = ["document_from_json"]


def document_from_json(lines: Iterable[str], name: str = "<json>") -> Document:
    """Records from JSON, one object a line, each with its ``id`` and the fields of a record.

    Fields that start with ``_`` and ``label`` are left out. Lines that are blank are skipped.

    Parameters:
        lines: the JSON lines.
        name: what messages call them.

    Example:
        >>> line = '{"id": "goris", "kind": "town", "names": {"en": ["Goris"]}, "_src": ["map"]}'
        >>> document_from_json([line]).records["goris"].kind
        <Kind.TOWN: 'town'>
    """
    document = Document(name)
    for number, line in enumerate(lines):
        if line.strip():
            _json_record(document, number, line)
    return document


def _json_record(document: Document, number: int, line: str) -> None:
    def problem(code: str, id_: str, loc: str, what: str, remedy: str) -> None:
        document.problems.append(Finding(document.path, number + 1, 1, code, id_, loc, what, remedy))

    try:
        whole: Any = json.loads(line)
    except ValueError as error:
        return problem("T002", "", "", f"no JSON: {error}", "write one JSON object on the line")
    if not isinstance(whole, Mapping) or not isinstance(whole.get("id"), str):
        return problem("T006", "", "", "no object with an id", 'write {"id": "goris", …}')
    id_ = whole["id"]
    values = {key: value for key, value in whole.items() if key not in ("id", "label") and not key.startswith("_")}
    if id_ in document.trees:
        first = document.trees[id_][0].line + 1
        return problem("T004", id_, "", f"the id stands at line {first} already", "merge the two records")
    document.trees[id_] = (Scalar(id_, number, 0, True), Fields([], number, 0))
    if fault := id_fault(id_, True, FIELDS["PlaceRecord"]):
        problem(fault[0], id_, "", fault[1], fault[2])
    try:
        document.records[id_] = PlaceRecord.model_validate({k: v for k, v in values.items() if v is not None})
    except ValidationError as error:
        for code, loc, what, remedy in faults_of(error):
            problem(code, id_, ".".join(step for step in loc if isinstance(step, str)), what, remedy)
    return None
