"""The strict reader: a gazetteer file to checked records with the line and column of every part.

Everything wrong is collected, with its line, so that one run shows it all. When the YAML itself is broken, the records
are read one by one (each id stands at the first column), so that a slip in one does not hide the others.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

import yaml
from pydantic import ValidationError

from toponyms.errors import GazetteerError
from toponyms.gazetteer.comments import collect, marked_lines
from toponyms.gazetteer.document import Document
from toponyms.gazetteer.faults import faults_of
from toponyms.gazetteer.findings import Finding
from toponyms.gazetteer.jsonlines import document_from_json
from toponyms.gazetteer.records import ID_PATTERN, PlaceRecord
from toponyms.gazetteer.shape import FIELDS, Loc, position, value_of
from toponyms.gazetteer.source import decode, read_bytes
from toponyms.gazetteer.syntax import chunks, diagnose, id_fault, line_fault
from toponyms.gazetteer.tree import Fields, Items, Node, Refused, Scalar, Span, TreeReader
from toponyms.lean import CollectorOff

__all__ = [
    "Document",
    "document_from_json",
    "read",
    "read_stored",
    "read_text",
    "shape_findings",
]


def read(path: str | os.PathLike[str]) -> Document:
    """Read a gazetteer file.

    Parameters:
        path: the file.

    Returns:
        The document; what is wrong with the content is in its `problems`.

    Raises:
        GazetteerError: there is no such file, or it may not be read.
    """
    return read_stored(path)[0]


def read_stored(path: str | os.PathLike[str]) -> tuple[Document, bytes]:
    """Read a gazetteer file that is to be changed: the document, and the bytes it was read from; raises as `read`."""
    name = os.fspath(path)
    try:
        data = read_bytes(name)
    except OSError as error:
        reason = {FileNotFoundError: "no such file; check the path", IsADirectoryError: "a folder; name a file in it"}
        raise GazetteerError(f"{name}: {reason.get(type(error)) or f'{error.strerror}; ask who owns it'}") from error
    if isinstance(data, Finding):
        return Document(name, problems=[data]), b""
    text, findings = decode(data, name)
    if findings:
        return Document(name, text, as_stored=False, problems=findings), data
    document = _parsed(text, name)
    document.as_stored = len(data) == len(text.encode()) and b"\r" not in data
    return document, data


def read_text(text: str, name: str = "<text>") -> Document:
    """Read a gazetteer from text.

    Parameters:
        text: the YAML text.
        name: what messages call it.

    Example:
        >>> print(read_text("goris: {kind: town, name: Goris}", "mine.yaml").problems[0])
        mine.yaml:1:21: T005 goris: name: there is no field 'name'; write names
    """
    text, findings = decode(text.encode("utf-8", "surrogatepass"), name)
    return Document(name, text, problems=findings) if findings else _parsed(text, name)


def _parsed(text: str, name: str) -> Document:
    with CollectorOff():
        return _Reading(name, text).document


class _Reading:
    """One reading of one text."""

    def __init__(self, name: str, text: str) -> None:
        self.document = Document(name, text)
        self._lines = text.split("\n")
        self._marked = marked_lines(self._lines)
        self._spans: dict[int, list[Span]] = {}
        whole = True
        try:
            tree, self._spans = self._tree(text, self._marked)
            pairs = self._top(tree)
        except (yaml.YAMLError, Refused):
            pairs, whole = self._by_chunks(), False
        for key, node in pairs:
            self._record(key, node)
        if whole:  # of broken YAML nobody knows which # is in a text
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
                self._problem("T003", error.line, error.column, error.what, error.remedy, id_=self._unread(chunk))
            except yaml.YAMLError as error:
                line, column, what, remedy = diagnose(error, self._lines, start, start + chunk.count("\n"))
                self._problem("T002", line, column, what, remedy, id_=self._unread(chunk))
        return pairs

    def _unread(self, chunk: str) -> str:
        """The id of a broken record, noted as one that is there; empty when that cannot be told."""
        head = chunk.lstrip("\n").split("\n", 1)[0].split(":", 1)[0].strip(" \"'")
        if not re.fullmatch(ID_PATTERN, head):
            return ""
        self.document.unread.add(head)
        return head

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
            document.records[id_] = PlaceRecord.model_validate(value_of(node))
        except ValidationError as error:
            document.problems += shape_findings(document, id_, error)

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


def shape_findings(document: Document, id_: str, error: ValidationError) -> Iterator[Finding]:
    """What pydantic refused in a record, at its lines."""
    key, node = document.trees[id_]
    for code, loc, what, remedy in faults_of(error):
        line, column = _position(key, node, loc, code)
        field = ".".join(step for step in loc if isinstance(step, str))
        yield Finding(document.path, line + 1, column + 1, code, id_, field, what, remedy)


def _position(key: Scalar, node: Node, loc: Loc, code: str) -> tuple[int, int]:
    """An unknown key where it stands, a missing field at the record's key, the rest where it stands."""
    if not loc or (code == "T006" and len(loc) == 1 and not _holds(node, loc[0])):
        return key.line, key.column
    if code in {"T005", "T008"}:
        holder = position(node, loc[:-1])[2]
        if isinstance(holder, Fields):
            for name, _ in holder.pairs:
                if name.text == loc[-1]:
                    return name.line, name.column
    return position(node, loc)[:2]


def _holds(node: Node, step: int | str) -> bool:
    return isinstance(node, Fields) and any(key.text == step for key, _ in node.pairs)
