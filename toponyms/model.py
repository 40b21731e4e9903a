"""What the library speaks of: places, names, and what a mention was resolved to.

A *place* is one spot or area of the world and has many *names*. A *mention* is a span of text that names a place. A
mention folded to a *key* is looked up level by level (`How`, strongest first); every place found is a *candidate* with
a score and a sentence that says why. The first candidate with its status is the *resolution*. Everything here is frozen
and imports nothing else of the package.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, StrEnum

__all__ = ["Candidate", "Containment", "Group", "How", "Kind", "Mention", "Name", "Place", "Resolution", "Status"]


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

    def __new__(cls, value: str, group: Group, geonames: str) -> Kind:
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
