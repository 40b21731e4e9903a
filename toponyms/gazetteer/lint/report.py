"""Findings as text for people, and as JSON, GitHub annotations or SARIF for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from toponyms.gazetteer.findings import Finding
from toponyms.gazetteer.lint.run import ALL_RULES

__all__ = ["FORMATS", "report"]

FORMATS = ("text", "json", "github", "sarif")
"""The forms that findings can take."""


def _escaped(text: str, *, value: bool) -> str:
    """Text for a GitHub workflow command.

    Source: GitHub Actions, workflow commands, as actions/toolkit escapes them.
    """
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if value else text


def _message(finding: Finding) -> str:
    subject = "".join(f"{part}: " for part in (finding.id, finding.field) if part)
    return f"{subject}{finding.what}; {finding.remedy}"


def _github(finding: Finding) -> str:
    place = f"file={_escaped(finding.path, value=True)},line={finding.line},col={finding.column}"
    return f"::error {place},title={finding.code}::{_escaped(_message(finding), value=False)}"


def _sarif_result(finding: Finding) -> dict[str, Any]:
    region = {"startLine": finding.line, "startColumn": finding.column}
    place = {"artifactLocation": {"uri": finding.path.replace("\\", "/")}, "region": region}
    return {
        "ruleId": finding.code,
        "level": "error",
        "message": {"text": _message(finding)},
        "locations": [{"physicalLocation": place}],
    }


def _sarif(findings: Sequence[Finding]) -> str:
    used = {finding.code for finding in findings}
    rules = [
        {"id": rule.code, "name": rule.name, "shortDescription": {"text": rule.title}}
        for rule in ALL_RULES
        if rule.code in used
    ]
    run = {"tool": {"driver": {"name": "toponyms lint", "rules": rules}}, "results": [*map(_sarif_result, findings)]}
    whole = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(whole, ensure_ascii=False, indent=2)


def report(findings: Sequence[Finding], form: str) -> str:
    """Findings in a form, without a line end; empty text where nothing was found and the form has no frame.

    Parameters:
        findings: what was found.
        form: ``text`` (a line each), ``json`` (an object a line), ``github`` (a workflow command a line) or ``sarif``
            (SARIF 2.1.0, one document).

    Example:
        >>> report(
        ...     [Finding("mine.yaml", 3, 9, "T007", "goris", "kind", "'twon' is no kind", "write kind: town")], "github"
        ... )
        "::error file=mine.yaml,line=3,col=9,title=T007::goris: kind: 'twon' is no kind; write kind: town"
    """
    if form == "sarif":
        return _sarif(findings)
    if form == "json":
        return "\n".join(json.dumps(asdict(finding), ensure_ascii=False) for finding in findings)
    return "\n".join(map(_github if form == "github" else str, findings))
