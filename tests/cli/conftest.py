"""The command line on the small gazetteer: `run` gives the exit code, what was printed, and what was complained of."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from toponyms import library
from toponyms.cli import main
from toponyms.library import Gazetteer

SMALL = Path(__file__).parents[1] / "small.yaml"


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str


@pytest.fixture(scope="session")
def cli_cache(tmp_path_factory: pytest.TempPathFactory) -> str:
    return os.fspath(tmp_path_factory.mktemp("cache-cli"))


@pytest.fixture(autouse=True)
def _small_by_default(small: Gazetteer, cli_cache: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOPONYMS_GAZETTEER", os.fspath(SMALL))
    monkeypatch.setenv("TOPONYMS_CACHE", cli_cache)
    monkeypatch.setattr(library, "_default", small)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Ran]:
    def with_arguments(*arguments: str, stdin: str | bytes = b"") -> Ran:
        data = stdin.encode() if isinstance(stdin, str) else stdin
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))
        code = main(list(arguments))
        printed = capsys.readouterr()
        return Ran(code, printed.out, printed.err)

    return with_arguments


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Make standard output and error a terminal of 100 columns, once the test runs: pytest renews them for that."""

    def pretend() -> None:
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
        monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
        monkeypatch.setenv("COLUMNS", "100")
        monkeypatch.setenv("TERM", "xterm")

    return pretend
