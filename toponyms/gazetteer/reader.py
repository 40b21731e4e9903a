"""The strict reader: a gazetteer file to checked records with the line and column of every part.

Everything wrong is collected, with its line, so that one run shows it all. When the YAML itself is broken, the records
are read one by one (each id stands at the first column), so that a slip in one does not hide the others.
"""

from __future__ import annotations

import gc
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import yaml
from pydantic import ValidationError

from toponyms.errors import GazetteerError
from toponyms.gazetteer.comments import NO_COMMENTS, Comments, collect, marked_lines
from toponyms.gazetteer.findings import Finding
from toponyms.gazetteer.records import PlaceRecord
from toponyms.gazetteer.shape import FIELDS, faults_of, position, value_of
from toponyms.gazetteer.source import decode, read_bytes
from toponyms.gazetteer.syntax import chunks, diagnose, id_fault, line_fault
from toponyms.gazetteer.tree import Fields, Items, Node, Refused, Scalar, Span, TreeReader

__all__ = ["Document", "document_from_json", "read", "read_text"]

MOST_SHOWN = 20
"""The most problems that one error message shows."""


@dataclass(slots=True)
class Document:
    r"""A gazetteer file as it was read.

    Example:
        >>> document = read_text("goris:\n  kind: town\n  names:\n    en: [Goris]\n", "mine.yaml")
        >>> document.records["goris"].names["en"][0].text, document.where("goris", "names", "en", 0)
        ('Goris', (4, 10))
    """

    path: str
    """The file's name for messages."""
    text: str = ""
    """The text of the file, with plain line ends and without byte-order mark."""
    as_stored: bool = True
    """False when the bytes of the file differ from `text` (byte-order mark, other line ends)."""
    records: dict[str, PlaceRecord] = field(default_factory=dict)
    """The records that are right, by id, in the order of the file."""
    trees: dict[str, tuple[Scalar, Node]] = field(default_factory=dict)
    """The key and the tree of every record that could be read, right or wrong; lines and columns from 0."""
    comments: Comments = NO_COMMENTS
    """The header, the comments above each record, and those at the end."""
    problems: list[Finding] = field(default_factory=list)
    """What is wrong, by line; a file with problems is not compiled, formatted or changed."""

    def where(self, id_: str, *loc: int | str) -> tuple[int, int]:
        """Line and column, from 1, of a part of a record: ``where("goris", "names", "en", 0)``.

        A part that the record does not have is where the last part that it has stands; an unknown id is at line 1.
        """
        if id_ not in self.trees:
            return 1, 1
        key, tree = self.trees[id_]
        line, column, _ = position(tree, loc) if loc else (key.line, key.column, tree)
        return line + 1, column + 1

    def check(self) -> Document:
        """The document itself when nothing is wrong with it.

        Raises:
            GazetteerError: something is; each problem is a line of the message, the first `MOST_SHOWN` of them.
        """
        if self.problems:
            lines = [str(problem) for problem in self.problems[:MOST_SHOWN]]
            if len(self.problems) > MOST_SHOWN:
                lines.append(f"{self.path}: and {len(self.problems) - MOST_SHOWN} more; `toponyms lint` shows all")
            raise GazetteerError("\n".join(lines))
        return self


@contextmanager
def _no_garbage_collection() -> Iterator[None]:
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def read(path: str | os.PathLike[str]) -> Document:
    """Read a gazetteer file.

    Parameters:
        path: the file.

    Returns:
        The document; what is wrong with the content is in its `problems`.

    Raises:
        GazetteerError: there is no such file, or it may not be read.
    """
    name = os.fspath(path)
    try:
        data = read_bytes(name)
    except OSError as error:
        reason = {FileNotFoundError: "no such file; check the path", IsADirectoryError: "a folder; name a file in it"}
        raise GazetteerError(f"{name}:1: {reason.get(type(error)) or f'{error.strerror}; ask who owns it'}") from error
    if isinstance(data, Finding):
        return Document(name, problems=[data])
    text, findings = decode(data, name)
    if findings:
        return Document(name, text, False, problems=findings)
    document = read_text(text, name)
    document.as_stored = len(data) == len(text.encode()) and b"\r" not in data
    return document


def read_text(text: str, name: str = "<text>") -> Document:
    """Read a gazetteer from text.

    Parameters:
        text: the YAML text.
        name: what messages call it.

    Example:
        >>> print(read_text("goris: {kind: town, name: Goris}", "mine.yaml").problems[0])
        mine.yaml:1:21: T005 goris: name: there is no field 'name'; write names
    """
    if not text.isascii() or "\r" in text or "\0" in text:
        text, findings = decode(text.encode("utf-8", "surrogatepass"), name)
        if findings:
            return Document(name, text, problems=findings)
    with _no_garbage_collection():
        return _Reading(name, text).document


class _Reading:
    """One reading of one text."""

    def __init__(self, name: str, text: str) -> None:
        self.document = Document(name, text)
        self._lines = text.split("\n")
        self._marked = marked_lines(self._lines)
        self._spans: dict[int, list[Span]] = {}
        try:
            tree, self._spans = self._tree(text, self._marked)
            pairs = self._top(tree)
        except (yaml.YAMLError, Refused):
            pairs = self._by_chunks()
        for key, node in pairs:
            self._record(key, node)
        if not self.document.problems:
            starts = {id_: key.line for id_, (key, _) in self.document.trees.items()}
            self.document.comments = collect(self._lines, starts, self._marked, self._spans)
        self.document.problems.sort()

    def _tree(self, text: str, marked: frozenset[int]) -> tuple[Node | None, dict[int, list[Span]]]:
        reader = TreeReader(text, marked)
        return reader.read(), reader.spans

    def _problem(
        self, code: str, line: int, column: int, what: str, remedy: str, *, id_: str = "", field: str = ""
    ) -> None:
        self.document.problems.append(Finding(self.document.path, line + 1, column + 1, code, id_, field, what, remedy))

    def _top(self, tree: Node | None) -> list[tuple[Scalar, Node]]:
        if tree is None or (isinstance(tree, Scalar) and not tree.text):
            return []
        if isinstance(tree, Fields):
            return tree.pairs
        what = "the file is a list" if isinstance(tree, Items) else "the file is one text"
        self._problem("T006", tree.line, tree.column, what, "start each record with its id and a colon, as in goris:")
        return []

    def _by_chunks(self) -> list[tuple[Scalar, Node]]:
        """The records of a broken text, each read alone; a record that cannot be read leaves a problem."""
        pairs = []
        for start, chunk in chunks(self._lines):
            try:
                tree, _ = self._tree("\n" * start + chunk, frozenset())
                pairs.extend(self._top(tree))
            except Refused as error:
                self._problem("T003", error.line, error.column, error.what, error.remedy, id_=_id_of(chunk))
            except yaml.YAMLError as error:
                line, column, what, remedy = diagnose(error, self._lines, start, start + chunk.count("\n"))
                self._problem("T002", line, column, what, remedy, id_=_id_of(chunk))
        return pairs

    def _record(self, key: Scalar, node: Node) -> None:
        id_, document = key.text, self.document
        if id_ in document.trees:
            first = document.trees[id_][0].line + 1
            what = f"the id stands at line {first} already"
            remedy = f"merge the two records, or give this place another id, such as {id_}-2"
            self._problem("T004", key.line, key.column, what, remedy, id_=id_)
            return
        document.trees[id_] = (key, node)
        if isinstance(node, Scalar) and node.text and (found := line_fault(node.line, self._lines[node.line])):
            self._problem("T002", *found, id_=id_)
            return
        self._repeated_keys(id_, node, ())
        if fault := id_fault(id_, isinstance(node, Fields), FIELDS["PlaceRecord"]):
            self._problem(fault[0], key.line, key.column, fault[1], fault[2], id_=id_)
            if fault[0] != "T009":
                return
        try:
            record = PlaceRecord.model_validate(value_of(node))
        except ValidationError as error:
            for code, loc, what, remedy in faults_of(error):
                line, column, _ = self._position(key, node, loc, code)
                field = ".".join(step for step in loc if isinstance(step, str))
                self._problem(code, line, column, what, remedy, id_=id_, field=field)
            return
        document.records[id_] = record

    def _position(self, key: Scalar, node: Node, loc: tuple[int | str, ...], code: str) -> tuple[int, int, Node]:
        if not loc or (code == "T006" and len(loc) == 1 and not _holds(node, loc[0])):
            return key.line, key.column, node
        if code in ("T005", "T008"):
            holder = position(node, loc[:-1])[2]
            if isinstance(holder, Fields):
                for name, _ in holder.pairs:
                    if name.text == loc[-1]:
                        return name.line, name.column, node
        return position(node, loc)

    def _repeated_keys(self, id_: str, node: Node, loc: tuple[str, ...]) -> None:
        if isinstance(node, Items):
            for item in node.items:
                if not isinstance(item, Scalar):
                    self._repeated_keys(id_, item, loc)
        elif isinstance(node, Fields):
            seen: dict[str, int] = {}
            for key, value in node.pairs:
                here = (*loc, key.text)
                if key.text in seen:
                    what = f"{key.text} stands at line {seen[key.text] + 1} already"
                    remedy = "put both into one line and delete the other"
                    self._problem("T004", key.line, key.column, what, remedy, id_=id_, field=".".join(here))
                else:
                    seen[key.text] = key.line
                if not isinstance(value, Scalar):
                    self._repeated_keys(id_, value, here)


def _holds(node: Node, step: int | str) -> bool:
    return isinstance(node, Fields) and any(key.text == step for key, _ in node.pairs)


def _id_of(chunk: str) -> str:
    head = chunk.split("\n", 1)[0].split(":", 1)[0].strip()
    return head if head and len(head) <= 100 and not set(head) & set("{}[]\"'#") else ""


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
