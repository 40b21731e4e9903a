from __future__ import annotations

from collections.abc import Callable
from typing import Any


def test_by_a_scheme(run: Callable[..., Any]) -> None:
    assert run("romanize", "Շուշի", "--scheme", "hy-bgn-pcgn-1981").out == "Shushi\n"


def test_from_standard_input(run: Callable[..., Any]) -> None:
    assert run("romanize", "--scheme", "hy-iso-9985", stdin="Շուշի\n").out == "Šowši\n"


def test_by_every_scheme_that_reads_the_script(run: Callable[..., Any]) -> None:
    ran = run("romanize", "Շուշի")
    assert ran.code == 0
    assert "hy-iso-9985" in ran.out
    assert "ka-" not in ran.out


def test_a_script_without_a_scheme_is_exit_code_1(run: Callable[..., Any]) -> None:
    ran = run("romanize", "東京")
    assert ran.code == 1
    assert "no scheme reads the script" in ran.err


def test_the_schemes_are_listed_with_their_sources(run: Callable[..., Any]) -> None:
    out = run("romanize", "--list").out
    assert "ISO 9985:1996" in out


def test_an_unknown_scheme_names_the_nearest(run: Callable[..., Any]) -> None:
    ran = run("romanize", "Շուշի", "--scheme", "bgn")
    assert ran.code == 2
    assert "hy-bgn-pcgn-1981" in ran.err
