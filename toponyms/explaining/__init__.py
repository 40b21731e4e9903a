"""Explaining an answer: every level of the search, what it looked up and found, and why the others lost."""

from __future__ import annotations

from toponyms.explaining.tracing import Contender, Explanation, Level, Lookup, explain
from toponyms.explaining.written import files_of, where_written

__all__ = ["Contender", "Explanation", "Level", "Lookup", "explain", "files_of", "where_written"]
