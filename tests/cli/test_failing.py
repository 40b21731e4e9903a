"""What goes wrong ends with a message and an exit code, never with a traceback."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import toponyms
from toponyms.cli import main, output


def process(*arguments: str, **options: Any) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "toponyms", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        stdin=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.fspath(Path(toponyms.__file__).parents[1])},
        **options,
    )


def test_without_a_command_the_commands_are_told(run: Callable[..., Any]) -> None:
    ran = run()
    assert ran.code == 2
    assert "COMMAND" in ran.err


def test_help_and_version_are_exit_code_0(run: Callable[..., Any]) -> None:
    assert "exit codes" in run("--help").out
    assert toponyms.__version__ in run("--version").out
    assert run("find", "--help").code == 0


def test_a_missing_file(run: Callable[..., Any]) -> None:
    ran = run("find", "no-such-file.txt")
    assert (ran.code, ran.out) == (2, "")
    assert "no-such-file.txt: No such file" in ran.err


def test_a_folder_for_a_file(run: Callable[..., Any], tmp_path: Path) -> None:
    assert run("find", str(tmp_path)).code == 2


def test_text_that_is_not_utf_8_names_the_line(run: Callable[..., Any], tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes("первая\nвторая".encode("cp1251"))
    ran = run("find", str(path))
    assert ran.code == 2
    assert f"{path}:1: the byte 0xEF is not UTF-8" in ran.err
    assert "<standard input>:2" in run("find", stdin=b"good\n\xff").err


def test_a_gazetteer_that_is_missing_or_wrong(run: Callable[..., Any], tmp_path: Path) -> None:
    assert "no-such.yaml" in run("resolve", "Goris", "--gazetteer", "no-such.yaml").err
    path = tmp_path / "wrong.yaml"
    path.write_text("goris: {kind: twon, names: {en: [Goris]}}")
    ran = run("resolve", "Goris", "--gazetteer", str(path))
    assert ran.code == 2
    assert "wrong.yaml:1" in ran.err
    assert "town" in ran.err


def test_closed_standard_input(run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert main(["find"]) == 2


def test_a_terminal_is_told_that_it_is_read(run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    import io

    stdin = io.StringIO("Goris\n")
    stdin.isatty = lambda: True  # type: ignore[method-assign]
    monkeypatch.setattr(sys, "stdin", stdin)
    assert main(["resolve"]) == 0


def test_a_reader_that_goes_away_ends_it_quietly() -> None:
    with process("romanize", "--scheme", "hy-bgn-pcgn-1981") as started:
        assert started.stdin is not None
        assert started.stdout is not None
        assert started.stderr is not None
        started.stdout.close()
        started.stdin.write("Շուշի ".encode() * 50_000)
        started.stdin.close()
        assert started.stderr.read() == b""
    assert started.returncode == 128 + signal.SIGPIPE


def test_control_c_ends_it_without_a_traceback(
    run: Callable[..., Any], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("toponyms.cli.resolving.read_lines", interrupted)
    ran = run("resolve")
    assert ran.code == 130
    assert ran.err == "toponyms: interrupted\n"


def test_an_output_that_is_no_file_can_break_too(run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_arguments: object) -> None:
        raise BrokenPipeError

    monkeypatch.setattr("toponyms.cli.resolving.read_lines", broken)
    monkeypatch.setattr(sys.stdout, "fileno", lambda: (_ for _ in ()).throw(ValueError("no file")))
    assert run("resolve").code == 141


def test_the_command_runs_as_a_module() -> None:
    with process("romanize", "Շուշի", "--scheme", "hy-bgn-pcgn-1981") as started:
        assert started.communicate()[0] == b"Shushi\n"
    assert started.returncode == 0


def test_output_that_is_no_terminal_has_no_colour_and_no_rich() -> None:
    code = "import sys; from toponyms.cli import main; main(['romanize', '--list']); print('rich' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, encoding="utf-8")
    assert "\x1b" not in done.stdout
    assert done.stdout.endswith("False\n")


def test_a_table_on_a_terminal_fits_its_width(
    run: Callable[..., Any], terminal: Callable[[], None], capsys: pytest.CaptureFixture[str]
) -> None:
    terminal()
    output.print_table(("name", "places"), [("Goris " * 30, 1), (None, 22)], title="A title", right=("places",))
    lines = re.sub(r"\x1b\[[\d;]*m", "", capsys.readouterr().out).splitlines()
    assert lines[0] == "A title"
    assert max(map(len, lines)) <= 100
    assert any(line.rstrip().endswith("22") for line in lines)


def test_a_title_stands_over_a_plain_table(capsys: pytest.CaptureFixture[str]) -> None:
    output.print_table(("name",), [("Goris",)], title="Towns")
    assert capsys.readouterr().out.splitlines() == ["Towns", "name", "Goris"]


def test_a_disk_that_fills_up_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    target = tmp_path / "page.html"
    target.write_text("old")
    monkeypatch.setattr(os, "chmod", full)
    with pytest.raises(OSError, match="No space left"):
        output.write_text(str(target), "new")
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]
