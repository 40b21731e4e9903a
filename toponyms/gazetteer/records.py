"""The records of a gazetteer file: the whole shape, strict, unknown fields refused.

A file is a mapping of id to record; nothing else stands at the top. Every text is kept as it is written in the file.
"""

from __future__ import annotations

from functools import cache
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
)

from toponyms.model import Kind
from toponyms.writing.tables import rows

__all__ = [
    "ID_PATTERN",
    "AlsoWithin",
    "NameRecord",
    "OverlayRecord",
    "PlaceRecord",
    "SameAs",
    "language_tags",
]

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
"""An id: small ASCII letters and digits, words joined by single hyphens."""

FIRST_YEAR, LAST_YEAR = -5000, 2100


@cache
def language_tags() -> dict[str, str]:
    """The language tags a gazetteer may use, each with the English name of its language.

    Source: table ``languages`` (BCP 47, IANA Language Subtag Registry).

    Example:
        >>> language_tags()["hyw"]
        'Western Armenian'
    """
    return {tag: name for tag, name, *_ in rows("languages")}


def _known_tag(tag: str) -> str:
    if tag not in language_tags():
        raise ValueError("unknown language tag")
    return tag


def _name_with_fields(name: Any) -> Any:
    return {"text": name} if isinstance(name, str) else name


def _container_with_fields(container: Any) -> Any:
    return {"id": container} if isinstance(container, str) else container


Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=100)]
Text = Annotated[str, StringConstraints(min_length=1, max_length=200)]
Note = Annotated[str, StringConstraints(min_length=1, max_length=2000)]
Year = Annotated[int, Field(ge=FIRST_YEAR, le=LAST_YEAR)]
Identifier = Annotated[int, Field(ge=1)]
Tag = Annotated[str, AfterValidator(_known_tag)]


class _Record(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class NameRecord(_Record):
    """One name of a place; in the file a bare text, or its fields in braces.

    Example:
        >>> name = NameRecord.model_validate({"text": "Kirovabad", "use": "former", "from": 1935, "until": 1989})
        >>> name.since, name.fuzzy
        (1935, True)
    """

    text: Text = Field(description="The name as it is written.")
    use: Literal["former", "colloquial", "abbreviation", "misspelling"] | None = Field(
        default=None, description="How the name is used; leave it out for a current, ordinary name."
    )
    since: Year | None = Field(default=None, alias="from", description="First year of the name.")
    until: Year | None = Field(default=None, description="Last year of the name.")
    official_in: Id | None = Field(default=None, description="Id of the state or unit where the name is official.")
    fuzzy: bool = Field(default=True, description="false: match the name only as it is written.")
    note: Note | None = Field(default=None, description="A remark for readers, with the source where it matters.")


class AlsoWithin(_Record):
    """A unit that also holds or held the place; in the file a bare id, or its fields in braces.

    Example:
        >>> AlsoWithin.model_validate({"id": "nkao", "from": 1923}).since
        1923
    """

    id: Id = Field(description="Id of the place that holds or held this one.")
    since: Year | None = Field(default=None, alias="from", description="First year.")
    until: Year | None = Field(default=None, description="Last year.")


class SameAs(_Record):
    """The identifiers of the same place elsewhere; never guessed.

    Example:
        >>> SameAs(geonames=585934).wikidata is None
        True
    """

    geonames: Identifier | None = Field(default=None, description="GeoNames number.")
    wikidata: Annotated[str, StringConstraints(pattern=r"^Q[1-9][0-9]*$")] | None = Field(
        default=None, description="Wikidata item, Q and digits."
    )
    whosonfirst: Identifier | None = Field(default=None, description="Who's On First number.")
    iso3166_2: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}-[A-Z0-9]{1,3}$")] | None = Field(
        default=None, description="ISO 3166-2 code of the unit."
    )


NameItem = Annotated[NameRecord, BeforeValidator(_name_with_fields, json_schema_input_type=Text | NameRecord)]
AlsoWithinItem = Annotated[AlsoWithin, BeforeValidator(_container_with_fields, json_schema_input_type=Id | AlsoWithin)]
NamesOfLanguage = Annotated[tuple[NameItem, ...], Field(strict=False, min_length=1)]
Latitude = Annotated[float, Field(ge=-90, le=90)]
Longitude = Annotated[float, Field(ge=-180, le=180)]


class PlaceRecord(_Record):
    """One place of a gazetteer file, without its id, which is the key of the record.

    Example:
        >>> record = PlaceRecord.model_validate({"kind": "town", "names": {"hy": ["Գորիս"], "en": ["Goris"]}})
        >>> record.kind, record.names["en"][0].text
        (<Kind.TOWN: 'town'>, 'Goris')
    """

    kind: Annotated[Kind, Field(strict=False)] = Field(description="What sort of place it is.")
    within: Id | None = Field(
        default=None, description="Id of the place that holds it today, as internationally recognized."
    )
    also_within: Annotated[tuple[AlsoWithinItem, ...], Field(strict=False, min_length=1)] | None = Field(
        default=None, description="Other places that hold or held it, dated where known."
    )
    at: Annotated[tuple[Latitude, Longitude], Field(strict=False)] | None = Field(
        default=None, description="Latitude and longitude, WGS 84 degrees."
    )
    uncertainty: Annotated[float, Field(gt=0, le=10000)] | None = Field(
        default=None, description="Kilometres by which the point may be off, where it is approximate."
    )
    population: Annotated[int, Field(ge=0)] | None = Field(default=None, description="Inhabitants.")
    same_as: SameAs | None = Field(default=None, description="Identifiers of the same place elsewhere.")
    note: Note | None = Field(default=None, description="A remark for readers, with the source where it matters.")
    names: Annotated[dict[Tag, NamesOfLanguage], Field(min_length=1)] = Field(
        description="Names by language tag; the first of a language is the preferred one."
    )


class OverlayRecord(_Record):
    """What an overlay says of one place: the fields given replace, names are added, `remove_names` are taken away.

    Example:
        >>> OverlayRecord.model_validate({"population": 20591, "remove_names": {"ru": ["Герусы"]}}).kind is None
        True
    """

    remove: bool = Field(default=False, description="true: the place is taken away; nothing else stands beside it.")
    kind: Annotated[Kind, Field(strict=False)] | None = None
    within: Id | None = None
    also_within: Annotated[tuple[AlsoWithinItem, ...], Field(strict=False, min_length=1)] | None = None
    at: Annotated[tuple[Latitude, Longitude], Field(strict=False)] | None = None
    uncertainty: Annotated[float, Field(gt=0, le=10000)] | None = None
    population: Annotated[int, Field(ge=0)] | None = None
    same_as: SameAs | None = None
    note: Note | None = None
    names: Annotated[dict[Tag, NamesOfLanguage], Field(min_length=1)] | None = None
    remove_names: (
        Annotated[dict[Tag, Annotated[tuple[Text, ...], Field(strict=False, min_length=1)]], Field(min_length=1)] | None
    ) = Field(default=None, description="Names to take away, by language tag.")
