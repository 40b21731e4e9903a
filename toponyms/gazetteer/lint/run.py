"""Running the rules over a document, with what is left out and why."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from toponyms.gazetteer.findings import Finding
from toponyms.gazetteer.lint import (
    form_rules,
    letter_rules,
    name_rules,
    new_rules,
    place_rules,
    point_rules,
    source_rules,
)
from toponyms.gazetteer.lint.context import Context
from toponyms.gazetteer.lint.rule import Rule, rule
from toponyms.gazetteer.reader import Document

__all__ = ["ALL_RULES", "check", "checked_codes"]

_MARK = re.compile(r"#\s*lint\b")
_IGNORE = re.compile(r"#\s*lint: ignore ((?:T\d{3})(?:, ?T\d{3})*): (\S.*)")


@rule("T063", "ignore")
def ignore_comment(context: Context) -> Iterator[Finding]:
    """A comment that tells lint to pass over a rule names the code and a reason.

    It stands above the record and counts for that record alone. The rules of reading, T001-T010, cannot be passed over.

    Bad:
        # lint: ignore T029
        of:
          kind: town
          names:
            tr: [Of]

    Good:
        # lint: ignore T029: only asked for by id
        of:
          kind: town
          names:
            tr: [Of]
    """
    for id_, comments in context.document.comments.before.items():
        for comment in comments:
            match = _IGNORE.fullmatch(comment)
            if match is None and _MARK.match(comment):
                remedy = "write # lint: ignore T050: and the reason"
                yield context.finding("T063", id_, (), f"'{comment}' has no code or no reason", remedy)
            elif match and (unknown := set(re.findall(r"T\d{3}", match[1])) - _passable()):
                code = min(unknown)
                yield context.finding("T063", id_, (), f"{code} is no rule to pass over", "see docs/reference/lint.md")


_MODULES = (source_rules, letter_rules, name_rules, place_rules, point_rules, new_rules, form_rules)
ALL_RULES: tuple[Rule, ...] = tuple(
    sorted((*(one for module in _MODULES for one in module.RULES), ignore_comment), key=lambda one: one.code)
)
"""Every rule in the order of the codes."""


def _passable() -> frozenset[str]:
    return frozenset(one.code for one in ALL_RULES[len(source_rules.RULES) :])


def checked_codes(select: Collection[str]) -> frozenset[str]:
    """The codes that a selection means: whole codes or their beginnings, everything when empty.

    Raises:
        ValueError: one of them fits no rule; the message lists the rules.

    Example:
        >>> sorted(checked_codes(["T05"]))
        ['T050', 'T051', 'T052']
    """
    codes = frozenset(one.code for one in ALL_RULES)
    if not select:
        return codes
    for wanted in select:
        if not any(code.startswith(wanted) for code in codes):
            raise ValueError(f"{wanted} is no rule; the rules are {', '.join(sorted(codes))}")
    return frozenset(code for code in codes if code.startswith(tuple(select)))


def check(
    document: Document,
    *,
    base: Document | None = None,
    around: Document | None = None,
    select: Collection[str] = (),
    ignore: Mapping[str, str] | None = None,
) -> list[Finding]:
    r"""What is wrong with a gazetteer, in the order of its lines.

    Parameters:
        document: the gazetteer.
        base: what it was before: names that are new since then are held against all others.
        around: the gazetteer it is laid over, where it is an overlay.
        select: codes, or beginnings of codes, to check alone.
        ignore: codes to pass over, each with its reason.

    Raises:
        ValueError: a code fits no rule.

    Example:
        >>> from toponyms.gazetteer.reader import read_text
        >>> text = "goris:\n  kind: town\n  names:\n    hy: [Goris]\n"
        >>> for finding in check(read_text(text, "mine.yaml"), select=["T020"]):
        ...     print(finding.line, finding.code, finding.remedy)
        4 T020 write it in Armenian letters, or move it to und-Latn:
    """
    codes = checked_codes(select)
    if ignore:
        codes -= checked_codes(tuple(ignore))
    context = Context(document, base, around)
    passed_over = _passed_over(document)
    found = [finding for one in ALL_RULES if one.code in codes for finding in one.check(context)]
    return sorted(finding for finding in found if finding.code not in passed_over.get(finding.id, ()))


def _passed_over(document: Document) -> dict[str, frozenset[str]]:
    passed = {}
    for id_, comments in document.comments.before.items():
        matches = (_IGNORE.fullmatch(comment) for comment in comments)
        codes = {code for match in matches if match for code in re.findall(r"T\d{3}", match[1])}
        if codes:
            passed[id_] = frozenset(codes) & _passable()
    return passed
