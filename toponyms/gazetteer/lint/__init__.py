"""Lint: one rule, one function, one code; every finding says where, what is wrong, and what to type."""

from __future__ import annotations

from toponyms.gazetteer.lint.rule import Rule
from toponyms.gazetteer.lint.run import ALL_RULES, check, checked_codes

__all__ = ["ALL_RULES", "Rule", "check", "checked_codes"]
