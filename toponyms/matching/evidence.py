"""Evidence: that a mention may be one name of one place, and how it was found."""

from __future__ import annotations

from collections.abc import Iterable

from toponyms.index.reader import Index
from toponyms.matching.reading import Reading
from toponyms.model import How

TYPE_CHECKING = False
if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    from toponyms.lean import dataclass

__all__ = ["CUT_SHORT", "Evidence", "strongest"]

CUT_SHORT = "cut short"
"""The form of a mention that is the beginning of several names."""
_LEVELS = {How.EXACT: 0.0, How.FOLDED: 0.1, How.ROMANIZED: 0.3, How.INFLECTED: 0.25, How.FUZZY: 0.5}


@dataclass(slots=True)
class Evidence:
    """That a mention may be one name of one place, and how it was found."""

    place: int
    """The place's number in the index."""
    name: int
    """The name's number in the index."""
    how: How
    """The level that found it."""
    distance: float = 0.0
    """Weighted sound distance between mention and name: 0 for none, about 1 for each typing error."""
    bare: bool = False
    """Whether the mention lacks the generic term that the name carries."""
    form: str = ""
    """The case form that was taken off, or the empty string."""
    lang: str = ""
    """The language of the case form, or the empty string."""
    implies: str = ""
    """The kind that the case form speaks of (Лачинский: a district), or the empty string."""
    reading: Reading | None = None
    """The reading that was looked up."""

    @property
    def loose(self) -> bool:
        """Whether the name is only like the mention: misspelled, or near in sound."""
        return self.how is How.FUZZY or self.distance > 0.3


def _strength(index: Index, found: Evidence) -> tuple[bool, float, bool, int, bool]:
    whole = found.reading is not None and found.reading.whole
    name = found.name
    return found.bare, _LEVELS[found.how] + found.distance, not whole, index.n_use[name], not index.preferred(name)


def strongest(index: Index, found: Iterable[Evidence]) -> list[Evidence]:
    """The strongest evidence for each place; of equal ones that for a current and preferred name."""
    best: dict[int, Evidence] = {}
    for evidence in found:
        known = best.setdefault(evidence.place, evidence)
        if known is not evidence and _strength(index, evidence) < _strength(index, known):
            best[evidence.place] = evidence
    return list(best.values())
