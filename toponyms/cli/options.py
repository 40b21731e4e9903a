"""What several commands take: the gazetteer to ask, hints, text from a file or from standard input."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from toponyms.errors import GazetteerError

if TYPE_CHECKING:
    from toponyms.library import Gazetteer

__all__ = [
    "Commands",
    "add_gazetteer",
    "add_hints",
    "add_json",
    "gazetteer_of",
    "hints_of",
    "read_lines",
    "read_text",
    "score",
]

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 (what add_subparsers gives)
else:
    Commands = object


def add_gazetteer(command: argparse.ArgumentParser) -> None:
    """Add the options that choose the gazetteer."""
    command.add_argument(
        "--gazetteer",
        metavar="FILE",
        help="the YAML file to ask instead of the bundled gazetteer (or of the one that TOPONYMS_GAZETTEER names)",
    )
    command.add_argument("--overlay", metavar="FILE", help="a YAML file of additions and corrections to lay over it")


def add_json(command: argparse._ActionsContainer, what: str) -> None:
    """Add ``--json``."""
    command.add_argument("--json", action="store_true", help=f"print {what} as JSON instead of a table")


def gazetteer_of(args: argparse.Namespace) -> Gazetteer:
    """The gazetteer that the arguments choose.

    Raises:
        GazetteerError: it cannot be used.
    """
    from toponyms.library import Gazetteer, default

    if args.gazetteer is None and args.overlay is None:
        return default()
    return Gazetteer.load(args.gazetteer, overlay=args.overlay)


def score(text: str) -> float:
    """A score as an argument.

    Example:
        >>> score("0.75")
        0.75
    """
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0.0 <= value <= 1.0:
        raise argparse.ArgumentTypeError(f"{text!r} is no score; write a number from 0 to 1, such as 0.5")
    return value


def count(text: str) -> int:
    """A number of things, at least 1, as an argument.

    Example:
        >>> count("3")
        3
    """
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no count; write a whole number from 1 up")
    return int(text)


def point(text: str) -> tuple[float, float] | str:
    """A point as ``LAT,LON``, or the id of a place there, as an argument.

    Example:
        >>> point("40.1,46.04"), point("kalbajar")
        ((40.1, 46.04), 'kalbajar')
    """
    first, comma, second = text.partition(",")
    if not comma:
        return text
    try:
        at = float(first), float(second)
    except ValueError:
        at = 999.0, 0.0
    if not (abs(at[0]) <= 90.0 and abs(at[1]) <= 180.0):
        raise argparse.ArgumentTypeError(
            f"{text!r} is no point; write latitude,longitude in degrees, such as 40.1,46.04"
        )
    return at


def add_hints(command: argparse.ArgumentParser) -> None:
    """Add the hints that ``resolve`` takes."""
    hints = command.add_argument_group("hints")
    hints.add_argument("--within", metavar="ID", help="id or name of what the place lies in")
    hints.add_argument(
        "--kind", metavar="KIND", action="append", help="a kind or group it is of; may be given several times"
    )
    hints.add_argument(
        "--near", metavar="LAT,LON", type=point, help="a point it is near, in degrees, or the id of a place there"
    )
    hints.add_argument("--lang", metavar="TAG", help="language tag of the mention, such as hy or az-Cyrl")
    hints.add_argument("--as-of", metavar="YEAR", type=int, help="the year the mention is from")
    hints.add_argument("--min-score", metavar="SCORE", type=score, help="the least score that counts, 0 to 1")
    hints.add_argument("--limit", metavar="N", type=count, help="the most candidates to give")


def hints_of(args: argparse.Namespace) -> dict[str, Any]:
    """The hints that were given, as keyword arguments of ``resolve``."""
    names = ("within", "kind", "near", "lang", "as_of", "min_score", "limit")
    return {name: getattr(args, name) for name in names if getattr(args, name) is not None}


def _decode(data: bytes, where: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise GazetteerError(
            f"{where}:{line}: the byte 0x{data[error.start]:02X} is not UTF-8 text; "
            "save or convert it as UTF-8 (iconv -f WINDOWS-1251 -t UTF-8, for instance)"
        ) from error


def read_text(path: str | None) -> str:
    """The text of a file, of standard input where the path is ``-`` or not given.

    Raises:
        GazetteerError: it is no UTF-8 text; the message names file and line.
        OSError: the file cannot be read.
    """
    if path is not None and path != "-":
        return _decode(Path(path).read_bytes(), path)
    if sys.stdin is None:
        raise GazetteerError("standard input is closed; name a file")
    if sys.stdin.isatty():
        print("reading from the terminal; end with Ctrl-D on a line of its own", file=sys.stderr)
    buffer = getattr(sys.stdin, "buffer", None)
    return sys.stdin.read() if buffer is None else _decode(buffer.read(), "<standard input>")


def read_lines(path: str | None) -> list[str]:
    """The lines of a file or of standard input, without line ends, empty ones left out; raises as `read_text`."""
    return [line.rstrip("\r") for line in read_text(path).split("\n") if line.strip()]
