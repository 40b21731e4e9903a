"""The errors this package raises: each says what is wrong, where, and what to do."""

from __future__ import annotations

__all__ = ["GazetteerError", "IndexFileError", "ToponymsError", "UnknownPlace", "UnknownScheme"]


class ToponymsError(Exception):
    """Base of every error of this package; catch it to catch them all.

    Example:
        >>> issubclass(GazetteerError, ToponymsError)
        True
    """


class UnknownPlace(ToponymsError, KeyError):
    """No place has this id; the message names the nearest ids.

    Example:
        >>> str(UnknownPlace("no place 'x'"))
        "no place 'x'"
    """

    def __str__(self) -> str:
        return str(self.args[0]) if self.args else ""


class UnknownScheme(ToponymsError, ValueError):
    """No romanization scheme has this name; the message lists the schemes.

    Example:
        >>> isinstance(UnknownScheme("no scheme"), ValueError)
        True
    """


class GazetteerError(ToponymsError, ValueError):
    """A gazetteer file cannot be used; every problem is a line of the message, with file and line.

    Example:
        >>> print(GazetteerError("mine.yaml:3: no such file"))
        mine.yaml:3: no such file
    """


class IndexFileError(ToponymsError, ValueError):
    """An index file is truncated, foreign, of another version or damaged.

    Example:
        >>> print(IndexFileError("x.index: not an index file"))
        x.index: not an index file
    """
