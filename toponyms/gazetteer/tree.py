"""YAML events to a light tree with line numbers; what gazetteer files never need is refused while it is read.

The tree comes from the events of libyaml, not from constructed objects: every scalar keeps the text that stands in the
file, no tag is ever acted on, no alias is ever followed, and nesting has a limit.
"""

from __future__ import annotations

from typing import Any, NamedTuple, TypeAlias

import yaml

__all__ = ["Fields", "Items", "Node", "Refused", "Scalar", "Span", "TreeReader", "parse_events"]

MAX_DEPTH = 8


class Scalar(NamedTuple):
    """A text of the file, with its line and column from 0."""

    text: str
    line: int
    column: int
    plain: bool


class Items(NamedTuple):
    """A list of the file."""

    items: list[Any]
    line: int
    column: int


class Fields(NamedTuple):
    """A mapping of the file, its keys in order, repeated keys included."""

    pairs: list[tuple[Scalar, Any]]
    line: int
    column: int


Node: TypeAlias = Scalar | Items | Fields
Span: TypeAlias = tuple[int, int, int, int]


class Refused(Exception):
    """A feature of YAML that gazetteer files do not use; reading stops at it."""

    def __init__(self, line: int, column: int, what: str, remedy: str) -> None:
        super().__init__(what)
        self.line, self.column, self.what, self.remedy = line, column, what, remedy


def _too_deep(mark: Any) -> Refused:
    what = f"nested more than {MAX_DEPTH} levels deep"
    return Refused(mark.line, mark.column, what, "take out the extra brackets")


def parse_events(text: str) -> Any:
    """The event parser of libyaml over a text, or PyYAML's own where libyaml is missing."""
    loader = getattr(yaml, "CSafeLoader", None) or yaml.SafeLoader
    return loader(text)


class TreeReader:
    """One pass over the events of a text.

    Parameters:
        text: the text to read.
        marked_lines: lines (from 0) that hold a ``#``; the scalars on them are noted in `spans`, so that a ``#`` inside
            a text is told from a comment.
    """

    def __init__(self, text: str, marked_lines: frozenset[int] = frozenset()) -> None:
        self._parser = parse_events(text)
        self._marked = marked_lines
        self.spans: dict[int, list[Span]] = {}
        """The texts that touch each line: start line, start column, end line, end column."""

    def read(self) -> Node | None:
        """The tree of the text, None when the text is empty.

        Raises:
            Refused: the text uses an alias, an anchor, a tag, several documents or deep nesting.
            yaml.YAMLError: the text is not YAML.
        """
        try:
            return self._document()
        except yaml.MarkedYAMLError as error:
            if error.problem_mark and "nesting depth" in str(error.problem):  # libyaml has a limit of its own
                raise _too_deep(error.problem_mark) from error
            raise

    def _document(self) -> Node | None:
        next_event = self._parser.get_event
        next_event()  # start of stream
        event = next_event()
        if isinstance(event, yaml.StreamEndEvent):
            return None
        tree = self._node(next_event(), 0)
        next_event()  # end of document
        event = next_event()
        if not isinstance(event, yaml.StreamEndEvent):
            mark = event.start_mark
            raise Refused(mark.line, mark.column, "a second document starts here", "delete the line with ---")
        return tree

    def _node(self, event: Any, depth: int) -> Node:
        mark = event.start_mark
        line, column = mark.line, mark.column
        if event.anchor is not None:
            self._refuse_reference(event, line, column)
        if event.tag is not None:
            raise Refused(
                line, column, f"the tag {event.tag} is refused", "delete the word with !, or put the text in quotes"
            )
        kind = event.__class__
        if kind is yaml.ScalarEvent:
            if self._marked:
                end = event.end_mark
                if end.line != line or line in self._marked:
                    for touched in range(line, end.line + 1):
                        self.spans.setdefault(touched, []).append((line, column, end.line, end.column))
            return Scalar(event.value, line, column, not event.style)
        if depth >= MAX_DEPTH:
            raise _too_deep(mark)
        if kind is yaml.SequenceStartEvent:
            return Items(self._items(depth + 1), line, column)
        return Fields(self._pairs(depth + 1), line, column)

    def _items(self, depth: int) -> list[Node]:
        next_event, items = self._parser.get_event, []
        while (event := next_event()).__class__ is not yaml.SequenceEndEvent:
            items.append(self._node(event, depth))
        return items

    def _pairs(self, depth: int) -> list[tuple[Scalar, Node]]:
        next_event, pairs = self._parser.get_event, []
        while (event := next_event()).__class__ is not yaml.MappingEndEvent:
            key = self._node(event, depth)
            if not isinstance(key, Scalar):
                raise Refused(
                    key.line, key.column, "brackets where a field name should stand", "write a name, a colon, a space"
                )
            pairs.append((key, self._node(next_event(), depth)))
        return pairs

    def _refuse_reference(self, event: Any, line: int, column: int) -> None:
        alias = event.__class__ is yaml.AliasEvent
        mark, word = ("*", "alias") if alias else ("&", "anchor")
        what = f"the {word} {mark}{event.anchor} is refused: a gazetteer repeats what it means"
        remedy = "write the value out, or put the text in quotes"
        raise Refused(line, column, what, remedy)
