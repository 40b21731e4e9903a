"""Running resolution suites: YAML files of mentions and Markdown files of marked prose, against any gazetteer."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from toponyms.errors import GazetteerError, ToponymsError
from toponyms.library import Gazetteer
from toponyms.model import Resolution, Status

__all__ = ["Case", "Outcome", "cases_of", "run_case", "suite_files"]

_HINTS = ("within", "kind", "near", "lang", "as_of", "min_score", "limit")
_FIELDS = {"mention", "is", "status", "among", "how", "xfail", "why", *_HINTS}
_LINK = re.compile(r"\[([^\]\[]+)\]\(([^()\s]*)\)")


@dataclass(frozen=True, slots=True)
class Case:
    """One case of a suite: a mention with what it should mean, or a paragraph with its places marked."""

    path: str
    """The file it stands in."""
    line: int
    """The line, from 1."""
    text: str
    """The mention, or the paragraph without its marks."""
    expected: Mapping[str, Any] = field(default_factory=dict)
    """For a mention: ``is``, ``status``, ``among``, ``how``."""
    hints: Mapping[str, Any] = field(default_factory=dict)
    """Hints given to ``resolve``."""
    marks: tuple[tuple[int, int, str], ...] | None = None
    """For a paragraph: start, end and target of each mark; None for a mention."""
    lang: str = ""
    """For a paragraph: its language."""
    xfail: str = ""
    """Why the case is known to fail, or the empty string."""

    @property
    def where(self) -> str:
        """File and line."""
        return f"{self.path}:{self.line}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a case."""

    case: Case
    """The case."""
    wrong: str
    """What came instead and why, or the empty string when all is right."""

    @property
    def right(self) -> bool:
        """Whether the case came out as it should."""
        return not self.wrong


def suite_files(paths: Iterable[str]) -> list[str]:
    """The suite files of some paths: files as they are, folders searched for ``*.yaml`` and ``*.md``, sorted.

    Raises:
        GazetteerError: a path does not exist.
    """
    files = []
    for path in paths:
        if os.path.isdir(path):
            names = sorted(os.listdir(path))
            files += [os.path.join(path, n) for n in names if n.endswith((".yaml", ".md")) and n != "README.md"]
        elif os.path.exists(path):
            files.append(path)
        else:
            raise GazetteerError(f"{path}: no such file or folder; name a suite (.yaml or .md) or a folder of them")
    return files


def cases_of(path: str) -> list[Case]:
    """The cases of a suite file.

    Raises:
        GazetteerError: the file is no suite; the message names file and line.
    """
    try:
        with open(path, encoding="utf-8") as handle:
            text = handle.read()
    except (OSError, UnicodeDecodeError) as error:
        raise GazetteerError(f"{path}: cannot be read ({error}); a suite is a text file in UTF-8") from error
    return list(_paragraphs(path, text) if path.endswith(".md") else _mentions(path, text))


def _mentions(path: str, text: str) -> Iterator[Case]:
    import yaml

    try:
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
        rows = yaml.load(text, Loader=yaml.CSafeLoader) or []
    except yaml.YAMLError as error:
        raise GazetteerError(f"{path}: {error}; a suite is a list of lines such as - {{mention: X, is: y}}") from error
    if not isinstance(rows, list):
        raise GazetteerError(f"{path}:1: not a list; write lines such as - {{mention: X, is: y}}")
    lines = [child.start_mark.line + 1 for child in node.value] if node is not None else []
    for line, row in zip(lines, rows, strict=True):
        if not isinstance(row, dict) or not isinstance(row.get("mention"), str):
            raise GazetteerError(f"{path}:{line}: a case needs a mention in quotes or plain: - {{mention: X, is: y}}")
        unknown = set(row) - _FIELDS
        if unknown:
            known = ", ".join(sorted(_FIELDS))
            raise GazetteerError(f"{path}:{line}: unknown field {min(unknown)!r}; known: {known}")
        expected = {key: row[key] for key in ("is", "status", "among", "how") if key in row}
        if not expected:
            raise GazetteerError(f"{path}:{line}: nothing is expected; add is: ID or status: ambiguous or unknown")
        hints = {key: row[key] for key in _HINTS if key in row}
        if isinstance(hints.get("near"), list):
            hints["near"] = tuple(hints["near"])
        yield Case(path, line, row["mention"], expected, hints, xfail=str(row.get("xfail", "")))


def _paragraphs(path: str, text: str) -> Iterator[Case]:
    lang = os.path.basename(path).partition("-")[0]
    line = 1
    for block in re.split(r"(\n{2,})", text):
        start, line = line, line + block.count("\n")
        body = block.strip("\n")
        if not body or body.startswith(("Why:", "#", "<!--")):
            continue
        xfail = ""
        if body.startswith("xfail:"):
            head, _, body = body.partition("\n")
            xfail = head.removeprefix("xfail:").strip()
        plain, marks, behind = "", [], 0
        for link in _LINK.finditer(body):
            plain += body[behind : link.start()]
            marks.append((len(plain), len(plain) + len(link[1]), link[2]))
            plain += link[1]
            behind = link.end()
        yield Case(path, start, plain + body[behind:], marks=tuple(marks), lang=lang, xfail=xfail)


def run_case(gazetteer: Gazetteer, case: Case) -> Outcome:
    """Run one case against a gazetteer.

    Example:
        >>> run_case(Gazetteer.load(), Case("suite.yaml", 1, "Goris", {"is": "goris"})).right
        True
    """
    try:
        if case.marks is None:
            wrong = _wrong_mention(gazetteer.resolve(case.text, **case.hints), case.expected)
        else:
            wrong = "; ".join(_wrong_paragraph(gazetteer, case))
    except (ToponymsError, ValueError, TypeError) as error:
        wrong = f"the case itself is wrong: {error}"
    return Outcome(case, wrong)


def _wrong_mention(found: Resolution, expected: Mapping[str, Any]) -> str:
    ids = [candidate.place.id for candidate in found.candidates]
    came = f"{found.id or found.status.value} ({', '.join(ids[:3]) or 'no candidates'}); {found.why}"
    if "is" in expected and (found.status is not Status.RESOLVED or found.id != expected["is"]):
        return f"expected {expected['is']}, came {came}"
    if "status" in expected and found.status.value != expected["status"]:
        return f"expected {expected['status']}, came {came}"
    missing = [one for one in expected.get("among", ()) if one not in ids]
    if missing:
        return f"expected {', '.join(missing)} among the candidates, came {came}"
    if "how" in expected and (found.how is None or found.how.value != expected["how"]):
        return f"expected {expected['how']}, came {found.how.value if found.how else 'nothing'}; {found.why}"
    return ""


def _wrong_paragraph(gazetteer: Gazetteer, case: Case) -> Iterator[str]:
    mentions = gazetteer.find(case.text)
    used = set()
    for start, end, target in case.marks or ():
        over = [k for k, one in enumerate(mentions) if one.start < end and start < one.end]
        used.update(over)
        optional = target.startswith("?")
        wanted = set(filter(None, target.lstrip("?").split("|")))
        if not over:
            if not optional:
                yield f"{case.text[start:end]!r} was not found (expected {target})"
            continue
        first = [one.resolution.candidates[0] for one in (mentions[k] for k in over)]
        if wanted and not any(candidate.place.id in wanted for candidate in first):
            yield f"{case.text[start:end]!r} came as {first[0].place.id} (expected {target}); {first[0].why}"
    for k, one in enumerate(mentions):
        if k not in used:
            best = one.resolution.candidates[0]
            yield f"{one.text!r} is no place here, came as {best.place.id}; {best.why}"
