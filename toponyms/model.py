"""What the library speaks of: places, names, and what a mention was resolved to.

A *place* is one spot or area of the world and has many *names*. A *mention* is a span of text that names a place. A
mention folded to a *key* is looked up level by level (`How`, strongest first); every place found is a *candidate* with
a score and a sentence that says why. The first candidate with its status is the *resolution*. Everything here is frozen
and imports nothing else of the package but what makes its classes.
"""

from __future__ import annotations

from enum import StrEnum

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from dataclasses import dataclass, field
else:
    from toponyms.lean import dataclass, field

__all__ = [
    "Candidate",
    "Containment",
    "Group",
    "How",
    "Kind",
    "Mention",
    "Name",
    "Place",
    "Resolution",
    "Status",
    "Use",
]


class Group(StrEnum):
    """The broad class of a kind: what a map legend would put together."""

    STATE = "state"
    UNIT = "unit"
    SETTLEMENT = "settlement"
    REGION = "region"
    WATER = "water"
    RELIEF = "relief"
    SITE = "site"
    ROUTE = "route"


class Kind(StrEnum):
    """What sort of place it is: a closed list, each kind with its group and its GeoNames feature code.

    Feature codes: https://www.geonames.org/export/codes.html

    Example:
        >>> Kind("town").geonames
        'PPL'
        >>> Kind.MONASTERY.group
        <Group.SITE: 'site'>
    """

    group: Group
    geonames: str

    def __new__(cls, value: str, group: Group = Group.SITE, geonames: str = "") -> Kind:
        """The kind of that word; group and code are given where the kinds are listed below."""
        self = str.__new__(cls, value)
        self._value_ = value
        self.group = group
        self.geonames = geonames
        return self

    COUNTRY = "country", Group.STATE, "PCLI"
    FORMER_COUNTRY = "former-country", Group.STATE, "PCLH"
    AUTONOMOUS_REPUBLIC = "autonomous-republic", Group.UNIT, "ADM1"
    PROVINCE = "province", Group.UNIT, "ADM1"
    DISTRICT = "district", Group.UNIT, "ADM2"
    MUNICIPALITY = "municipality", Group.UNIT, "ADM2"
    COMMUNITY = "community", Group.UNIT, "ADM3"
    CITY_DISTRICT = "city-district", Group.UNIT, "ADM3"
    AUTONOMOUS_OBLAST = "autonomous-oblast", Group.UNIT, "ADM1H"
    FORMER_PROVINCE = "former-province", Group.UNIT, "ADM1H"
    FORMER_DISTRICT = "former-district", Group.UNIT, "ADM2H"
    GOVERNORATE = "governorate", Group.UNIT, "ADM1H"
    UEZD = "uezd", Group.UNIT, "ADM2H"
    KHANATE = "khanate", Group.STATE, "PCLH"
    PRINCIPALITY = "principality", Group.STATE, "PCLH"
    CANTON = "canton", Group.UNIT, "ADM2H"
    REGION = "region", Group.REGION, "RGN"
    ECONOMIC_REGION = "economic-region", Group.REGION, "RGNE"
    HISTORICAL_REGION = "historical-region", Group.REGION, "RGNH"
    CITY = "city", Group.SETTLEMENT, "PPLA"
    TOWN = "town", Group.SETTLEMENT, "PPL"
    SETTLEMENT = "settlement", Group.SETTLEMENT, "PPLF"
    VILLAGE = "village", Group.SETTLEMENT, "PPLL"
    NEIGHBOURHOOD = "neighbourhood", Group.SETTLEMENT, "PPLX"
    FORMER_SETTLEMENT = "former-settlement", Group.SETTLEMENT, "PPLQ"
    RIVER = "river", Group.WATER, "STM"
    LAKE = "lake", Group.WATER, "LK"
    RESERVOIR = "reservoir", Group.WATER, "RSV"
    CANAL = "canal", Group.WATER, "CNL"
    SEA = "sea", Group.WATER, "SEA"
    BAY = "bay", Group.WATER, "BAY"
    WATERFALL = "waterfall", Group.WATER, "FLLS"
    SPRING = "spring", Group.WATER, "SPNG"
    MOUNTAIN = "mountain", Group.RELIEF, "MT"
    RANGE = "range", Group.RELIEF, "MTS"
    PASS = "pass", Group.RELIEF, "PASS"
    GORGE = "gorge", Group.RELIEF, "GRGE"
    VALLEY = "valley", Group.RELIEF, "VAL"
    PLAIN = "plain", Group.RELIEF, "PLN"
    PLATEAU = "plateau", Group.RELIEF, "PLAT"
    DESERT = "desert", Group.RELIEF, "DSRT"
    FOREST = "forest", Group.RELIEF, "FRST"
    CAVE = "cave", Group.RELIEF, "CAVE"
    ISLAND = "island", Group.RELIEF, "ISL"
    PENINSULA = "peninsula", Group.RELIEF, "PEN"
    CAPE = "cape", Group.RELIEF, "CAPE"
    NATIONAL_PARK = "national-park", Group.SITE, "PRK"
    NATURE_RESERVE = "nature-reserve", Group.SITE, "RESN"
    MONASTERY = "monastery", Group.SITE, "MSTY"
    CHURCH = "church", Group.SITE, "CH"
    MOSQUE = "mosque", Group.SITE, "MSQE"
    SYNAGOGUE = "synagogue", Group.SITE, "SYNG"
    TEMPLE = "temple", Group.SITE, "TMPL"
    MAUSOLEUM = "mausoleum", Group.SITE, "TMB"
    FORTRESS = "fortress", Group.SITE, "FT"
    PALACE = "palace", Group.SITE, "PAL"
    CARAVANSERAI = "caravanserai", Group.SITE, "HTL"
    CEMETERY = "cemetery", Group.SITE, "CMTY"
    MUSEUM = "museum", Group.SITE, "MUS"
    THEATRE = "theatre", Group.SITE, "THTR"
    STADIUM = "stadium", Group.SITE, "STDM"
    MONUMENT = "monument", Group.SITE, "MNMT"
    ARCHAEOLOGICAL_SITE = "archaeological-site", Group.SITE, "ANS"
    POWER_STATION = "power-station", Group.SITE, "PS"
    AIRPORT = "airport", Group.SITE, "AIRP"
    BRIDGE = "bridge", Group.SITE, "BDG"
    RAILWAY_STATION = "railway-station", Group.SITE, "RSTN"
    BORDER_CROSSING = "border-crossing", Group.ROUTE, "PSTB"
    ROAD = "road", Group.ROUTE, "RD"
    CORRIDOR = "corridor", Group.ROUTE, "TRANT"
    RAILWAY = "railway", Group.ROUTE, "RR"
    TUNNEL = "tunnel", Group.ROUTE, "TNL"


class Use(StrEnum):
    """How a name is used today; a name with no remark is current and ordinary."""

    CURRENT = "current"
    FORMER = "former"
    COLLOQUIAL = "colloquial"
    ABBREVIATION = "abbreviation"
    MISSPELLING = "misspelling"


@dataclass(frozen=True, slots=True)
class Name:
    """One name of a place as the gazetteer writes it.

    Example:
        >>> Name("Քարվաճառ", "hy", "Armn")
        Name('Քարվաճառ', 'hy')
    """

    text: str
    """The name as written."""
    lang: str
    """Its language tag (BCP 47), e.g. ``hy``, ``az-Cyrl``; ``und-Latn`` when nobody recorded the language."""
    script: str
    """Its script (ISO 15924), e.g. ``Armn``."""
    use: Use = Use.CURRENT
    """How it is used today."""
    since: int | None = None
    """First year of its use, or None where not recorded."""
    until: int | None = None
    """Last year of its use, or None where not recorded or still in use."""
    official_in: str | None = None
    """The id of the place whose authorities use this form officially, or None."""
    fuzzy: bool = True
    """Whether misspellings of it match; False means only as written."""
    note: str = ""
    """A remark of the editors, or the empty string."""

    def __repr__(self) -> str:
        return f"Name({self.text!r}, {self.lang!r})"

    def in_use(self, year: int) -> bool:
        """Whether the name's years, where recorded, include a year.

        Example:
            >>> Name("Kirovabad", "az", "Latn", since=1935, until=1989).in_use(1970)
            True
        """
        return (self.since is None or self.since <= year) and (self.until is None or year <= self.until)


@dataclass(frozen=True, slots=True)
class Containment:
    """That a place lay in another one for some years.

    Example:
        >>> Containment("nkao", 1923, 1991).id
        'nkao'
    """

    id: str
    """The id of the containing place."""
    since: int | None = None
    """First year, or None where not recorded."""
    until: int | None = None
    """Last year, or None where not recorded."""


@dataclass(frozen=True, slots=True)
class Place:
    """One place of the gazetteer; two places are equal when their ids are.

    Example:
        >>> Place("garni", Kind.VILLAGE, at=(40.11, 44.73))
        Place('garni', village)
    """

    id: str
    """The identifier: an ASCII slug that claims nothing and never changes."""
    kind: Kind = field(compare=False)
    """What sort of place it is."""
    at: tuple[float, float] | None = field(default=None, compare=False)
    """Latitude and longitude in WGS 84 degrees, or None where no source gives a point."""
    uncertainty: float | None = field(default=None, compare=False)
    """How far the point may be off, in kilometres, or None where it is exact to about one."""
    within: str | None = field(default=None, compare=False)
    """The id of the present-day, internationally recognized unit around it, or None."""
    also_within: tuple[Containment, ...] = field(default=(), compare=False)
    """Other units around it, dated where known: former republics, Soviet units."""
    ancestors: tuple[str, ...] = field(default=(), compare=False)
    """The ids of ``within``, what that is within, and so on up; empty at the top."""
    population: int | None = field(default=None, compare=False)
    """Inhabitants by the source, or None."""
    same_as: tuple[tuple[str, str], ...] = field(default=(), compare=False)
    """Identifiers elsewhere as pairs, e.g. ``(("geonames", "585934"),)``; `dict` makes a mapping of them."""
    names: tuple[Name, ...] = field(default=(), compare=False)
    """All its names; the first of a language is the preferred one."""
    note: str = field(default="", compare=False)
    """A remark of the editors, or the empty string."""

    def __repr__(self) -> str:
        return f"Place({self.id!r}, {self.kind.value})"

    def name(self, lang: str = "en", *, as_of: int | None = None, official_in: str | None = None) -> Name | None:
        """The preferred name in a language.

        Falls back, in this order, from the tag (``az-Cyrl``) to its language (``az``), to English, to the first name of
        any other language. Former names count only where ``as_of`` asks for their year.

        Parameters:
            lang: a language tag.
            as_of: a year; only names in use then count, dated ones first.
            official_in: an id; only names official there count, in any language when the tag has none.

        Returns:
            The name, or None when no name fits (or the place has none).

        Example:
            >>> ganja = Place(
            ...     "ganja",
            ...     Kind.CITY,
            ...     names=(
            ...         Name("Gəncə", "az", "Latn", official_in="azerbaijan"),
            ...         Name("Kirovabad", "az", "Latn", Use.FORMER, 1935, 1989),
            ...         Name("Гянджа", "ru", "Cyrl"),
            ...     ),
            ... )
            >>> ganja.name("az"), ganja.name("az", as_of=1970), ganja.name("hy")
            (Name('Gəncə', 'az'), Name('Kirovabad', 'az'), Name('Gəncə', 'az'))
        """
        fitting = [name for name in self.names if official_in is None or name.official_in == official_in]
        if as_of is None:
            fitting = [name for name in fitting if name.use in (Use.CURRENT, Use.COLLOQUIAL)] or fitting
        else:
            fitting = [name for name in fitting if name.in_use(as_of)]
            fitting.sort(key=lambda name: name.since is None and name.until is None)
        for tag in (lang, lang.partition("-")[0], "en"):
            for name in fitting:
                if name.lang == tag:
                    return name
        return fitting[0] if fitting else None

    @property
    def label(self) -> str:
        """A text to show for it: the preferred English name, else the first name, else the id.

        Example:
            >>> Place("garni", Kind.VILLAGE).label
            'garni'
        """
        name = self.name("en")
        return name.text if name else self.id


class How(StrEnum):
    """By which level of the cascade a candidate was found, strongest first."""

    EXACT = "exact"
    FOLDED = "folded"
    ROMANIZED = "romanized"
    INFLECTED = "inflected"
    FUZZY = "fuzzy"


class Status(StrEnum):
    """What became of a mention."""

    RESOLVED = "resolved"
    AMBIGUOUS = "ambiguous"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, repr=False)
class Candidate:
    """A place that a mention may mean.

    Example:
        >>> garni = Place("garni", Kind.VILLAGE)
        >>> Candidate(garni, Name("Garni", "en", "Latn"), 0.98, How.EXACT, '"Garni" is written so (en)')
        Candidate('garni', 0.98, exact)
    """

    place: Place
    """The place."""
    name: Name
    """The name of it that the mention was taken for."""
    score: float
    """Probability, 0–1, that this place is meant."""
    how: How
    """The level of the cascade that found it."""
    why: str = field(compare=False)
    """One readable sentence: which name, which language, which scheme, case form or edits."""

    def __repr__(self) -> str:
        return f"Candidate({self.place.id!r}, {self.score:.2f}, {self.how.value})"


@dataclass(frozen=True, slots=True, repr=False)
class Resolution:
    """What a mention was resolved to; true when it was.

    The candidates are made into objects when first asked for.

    Example:
        >>> bool(Resolution("Atlantis"))
        False
    """

    mention: str
    """The mention as given."""
    status: Status = Status.UNKNOWN
    """Whether it is resolved, ambiguous or unknown."""
    id: str | None = None
    """The place's id, or None when nothing was resolved."""
    score: float = 0.0
    """The calibrated probability, 0–1, that the first candidate is the place meant; 0 when there is none."""
    found: tuple[Candidate, ...] | Callable[[], tuple[Candidate, ...]] = field(default=(), compare=False)
    """The candidates, or what makes them; read ``candidates`` instead."""

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """The places it may mean, likeliest first; empty when there is none."""
        found = self.found
        if not isinstance(found, tuple):
            found = found()
            object.__setattr__(self, "found", found)
        return found

    @property
    def place(self) -> Place | None:
        """The place, or None when nothing was resolved."""
        return self.candidates[0].place if self.status is Status.RESOLVED else None

    @property
    def how(self) -> How | None:
        """The level that found the first candidate, or None when there is none."""
        return self.candidates[0].how if self.candidates else None

    @property
    def why(self) -> str:
        """Why the first candidate, in one sentence; empty when there is none."""
        return self.candidates[0].why if self.candidates else ""

    def __bool__(self) -> bool:
        return self.status is Status.RESOLVED

    def __reduce__(self) -> tuple[object, ...]:
        return Resolution, (self.mention, self.status, self.id, self.score, self.candidates)

    def __repr__(self) -> str:
        if self.status is Status.RESOLVED:
            return f"Resolution({self.mention!r}, {self.id!r}, {self.score:.2f})"
        ids = ", ".join(repr(candidate.place.id) for candidate in self.candidates[:3])
        return f"Resolution({self.mention!r}, {self.status.value}{': ' if ids else ''}{ids})"


@dataclass(frozen=True, slots=True, repr=False)
class Mention:
    """A span of a text that names a place.

    Example:
        >>> Mention(0, 5, "Garni", Resolution("Garni"))
        Mention(0, 5, 'Garni', None)
    """

    start: int
    """Offset of the first character in the text as given."""
    end: int
    """Offset behind the last character."""
    text: str
    """The span itself: ``text[start:end]``."""
    resolution: Resolution
    """What it was resolved to, in the light of the other mentions."""
    support: tuple[str, ...] = ()
    """What in the text spoke for it, e.g. ``("generic term районе", "parent kalbajar-district named")``."""

    def __repr__(self) -> str:
        return f"Mention({self.start}, {self.end}, {self.text!r}, {self.resolution.id!r})"
