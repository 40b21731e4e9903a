"""A gazetteer file as it was read: records, lines and columns, comments, problems."""

from __future__ import annotations

from dataclasses import dataclass, field

from toponyms.errors import GazetteerError
from toponyms.gazetteer.comments import NO_COMMENTS, Comments
from toponyms.gazetteer.findings import Finding
from toponyms.gazetteer.records import PlaceRecord
from toponyms.gazetteer.shape import position
from toponyms.gazetteer.tree import Fields, Items, Node, Scalar

__all__ = ["MOST_SHOWN", "Document", "text_of"]

MOST_SHOWN = 20
"""The most problems that one error message shows."""


@dataclass(slots=True)
class Document:
    r"""A gazetteer file as it was read.

    Example:
        >>> from toponyms.gazetteer.reader import read_text
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
    unread: set[str] = field(default_factory=set)
    """The ids of records whose YAML is broken."""
    comments: Comments = NO_COMMENTS
    """The header, the comments above each record, and those at the end."""
    problems: list[Finding] = field(default_factory=list)
    """What is wrong, by line; a file with problems is not compiled, formatted or changed."""

    parts: tuple[Document, ...] = ()
    """The files it was put together from, the last first, where it came from more than one."""

    def where(self, id_: str, *loc: int | str) -> tuple[int, int]:
        """Line and column, from 1, of a part of a record: ``where("goris", "names", "en", 0)``.

        A part that the record does not have is where the last part that it has stands; an unknown id is at line 1.
        """
        if id_ not in self.trees:
            return 1, 1
        key, tree = self.trees[id_]
        line, column, _ = position(tree, loc) if loc else (key.line, key.column, tree)
        return line + 1, column + 1

    def spot(self, id_: str, tag: str, text: str) -> str | None:
        r"""``file:line`` of a name, in the file that it comes from; None when no file has it.

        Example:
            >>> from toponyms.gazetteer.reader import read_text
            >>> read_text("goris:\n  kind: town\n  names:\n    en: [Goris]\n", "mine.yaml").spot("goris", "en", "Goris")
            'mine.yaml:4'
        """
        for part in self.parts or (self,):
            if id_ not in part.trees:
                continue
            for number, entry in enumerate(_entries(position(part.trees[id_][1], ("names", tag))[2])):
                if text_of(entry) == text:
                    return f"{part.path}:{part.where(id_, 'names', tag, number)[0]}"
        return None

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


def _entries(node: Node) -> list[Node]:
    return node.items if isinstance(node, Items) else []


def text_of(entry: Node) -> str | None:
    """The text of an entry in a list of names, bare or with fields; None when it has none."""
    if isinstance(entry, Fields):
        entry = next((value for key, value in entry.pairs if key.text == "text"), entry)
    return entry.text if isinstance(entry, Scalar) else None
