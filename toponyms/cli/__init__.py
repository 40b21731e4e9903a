"""The command ``toponyms``: one module for each group of commands, and what happens when something goes wrong.

A group's module has ``register(subparsers)``, which adds its commands; each command sets ``run``, a function from the
parsed arguments to the exit code.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import signal
import sys
from collections.abc import Sequence

from toponyms.errors import ToponymsError

__all__ = ["main", "parser"]

FINE, FINDINGS, CANNOT_RUN = 0, 1, 2
"""Exit codes: done; nothing resolved, or something to complain of; could not run."""

_EPILOG = """\
exit codes: 0 done; 1 nothing was resolved, or something to complain of was found; 2 could not run (wrong
arguments, an unreadable file, a gazetteer that cannot be used); 130 interrupted; 141 the reader went away
"""


def parser() -> argparse.ArgumentParser:
    """The parser of the command line, with all commands.

    Example:
        >>> parser().parse_args(["resolve", "Goris"]).mentions
        ['Goris']
    """
    from toponyms import __version__
    from toponyms.cli import counting, editing, explaining, finding, resolving, romanizing, showing, suites

    top = argparse.ArgumentParser(
        prog="toponyms",
        description="Says which place of the South Caucasus a mention means, in any of its names, and why.",
        epilog=_EPILOG,
    )
    top.add_argument("--version", action="version", version=f"toponyms {__version__}")
    commands = top.add_subparsers(title="commands", metavar="COMMAND", dest="command", required=True)
    for group in (resolving, finding, showing, explaining, romanizing, counting, suites, editing):
        group.register(commands)
    return top


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line.

    Parameters:
        argv: the arguments; those of the process where not given.

    Returns:
        The exit code: 0 done, 1 nothing resolved or something found, 2 could not run, 130 interrupted, 141 the reader
        of the output went away.

    Example:
        >>> main(["romanize", "Շուշի", "--scheme", "hy-bgn-pcgn-1981"])
        Shushi
        0
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        args = parser().parse_args(argv)
        code = int(args.run(args))
        sys.stdout.flush()
    except SystemExit as stop:  # argparse has said what is wrong, or printed what was asked for
        return stop.code if isinstance(stop.code, int) else CANNOT_RUN
    except BrokenPipeError:
        _discard_output()
        return 128 + getattr(signal, "SIGPIPE", 13)
    except KeyboardInterrupt:
        print("toponyms: interrupted", file=sys.stderr)
        return 128 + signal.SIGINT
    except (ToponymsError, ValueError, OSError) as error:
        print(f"toponyms: {_said(error)}", file=sys.stderr)
        return CANNOT_RUN
    return code


def _said(error: Exception) -> str:
    """What an error says, without Python's own way of putting it."""
    if isinstance(error, OSError) and error.filename is not None:
        return f"{error.filename}: {error.strerror}; check the path and its permissions"
    return str(error)


def _discard_output() -> None:
    """Let Python's own last flush go nowhere, or it would complain of the reader that went away."""
    with contextlib.suppress(OSError, ValueError):  # where the output is no file
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
