"""Which place does a mention mean? Names of the South Caucasus in every language, script and spelling.

Example:
    >>> import toponyms
    >>> toponyms.resolve("Karvachar").id == toponyms.resolve("Кельбаджар").id == "kalbajar"
    True
"""

from __future__ import annotations

from toponyms.api import find, get, places, resolve, resolve_many
from toponyms.errors import GazetteerError, IndexFileError, ToponymsError, UnknownPlace, UnknownScheme
from toponyms.library import Gazetteer
from toponyms.model import Candidate, Containment, Group, How, Kind, Mention, Name, Place, Resolution, Status, Use

TYPE_CHECKING = False
if TYPE_CHECKING:
    from toponyms.writing.romanization import Scheme, romanize, schemes

__version__ = "0.1.0"
__all__ = [
    "Candidate",
    "Containment",
    "Gazetteer",
    "GazetteerError",
    "Group",
    "How",
    "IndexFileError",
    "Kind",
    "Mention",
    "Name",
    "Place",
    "Resolution",
    "Scheme",
    "Status",
    "ToponymsError",
    "UnknownPlace",
    "UnknownScheme",
    "Use",
    "find",
    "get",
    "places",
    "resolve",
    "resolve_many",
    "romanize",
    "schemes",
]

_LATER = ("Scheme", "romanize", "schemes")  # loaded when first asked for: resolving does not need them


def __getattr__(name: str) -> object:
    if name in _LATER:
        from toponyms.writing import romanization

        return getattr(romanization, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
