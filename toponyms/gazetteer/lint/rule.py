"""What a rule is: a code, a name, a function; its docstring is its page of the manual and holds its examples."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from textwrap import dedent

from toponyms.gazetteer.findings import Finding
from toponyms.gazetteer.lint.context import Context

__all__ = ["Check", "Example", "Rule", "rule"]

Check = Callable[[Context], Iterator[Finding]]

_EXAMPLE = re.compile(r"^(Bad|Good|Base)(?: \(saved as ([\w-]+)\))?:\n((?: {4}.*\n|\n)*)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Example:
    """A piece of a gazetteer in a rule's docstring."""

    role: str
    """``Bad``, ``Good``, or ``Base``: what the file was before."""
    encoding: str
    """How its text is saved."""
    text: str
    """The YAML."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the linter."""

    code: str
    """``T`` and three digits; a code is never given to another rule."""
    name: str
    """A short name, words joined by hyphens."""
    check: Check
    """Yields a finding for every breach."""

    @property
    def title(self) -> str:
        """What the rule asks for, in one sentence."""
        return self._documentation().split("\n\n", 1)[0].replace("\n", " ")

    @property
    def reason(self) -> str:
        """Why it asks, in a paragraph or two."""
        prose = _EXAMPLE.sub("", self._documentation() + "\n")
        return prose.split("\n\n", 1)[1].strip() if "\n\n" in prose else ""

    @property
    def examples(self) -> tuple[Example, ...]:
        """The examples of its docstring, in order."""
        found = _EXAMPLE.finditer(self._documentation() + "\n")
        return tuple(Example(one[1], one[2] or "utf-8", dedent(one[3]).strip("\n") + "\n") for one in found)

    @property
    def anchor(self) -> str:
        """The link to its section in the page of the rules."""
        return f"{self.code}-{self.name}".lower()

    def manual(self) -> str:
        """The rule as Markdown: what it asks for, why, and its examples; the page of the manual is made of these."""
        parts = [f"## {self.code} {self.name}", self.title]
        parts += [self.reason] if self.reason else []
        for example in self.examples:
            saved = "" if example.encoding == "utf-8" else f", saved as {example.encoding}"
            parts.append(f"{example.role}{saved}:\n\n```yaml\n{example.text}```")
        return "\n\n".join(parts) + "\n"

    def _documentation(self) -> str:
        return inspect.getdoc(self.check) or ""


def rule(code: str, name: str) -> Callable[[Check], Rule]:
    """Make a rule of a function.

    Parameters:
        code: the rule's code.
        name: the rule's name.
    """
    return lambda check: Rule(code, name, check)
