"""A bibliographic record, in CSL's own field names, with what cardgen adds to it."""

import datetime
import re
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, ConfigDict, Field, StringConstraints, model_validator

from cardgen.model.base import InSchema, Model, Text

SourceType = Literal[
    "article-journal",
    "book",
    "chapter",
    "clinical-practice",
    "entry-encyclopedia",
    "motion_picture",
    "personal_communication",
    "report",
    "webpage",
]
Evidence = Literal[
    "guideline",
    "systematic-review",
    "randomised-trial",
    "cohort-study",
    "observational-study",
    "laboratory-study",
    "case-report",
    "narrative-review",
    "consensus",
    "patient-page",
    "expert-opinion",
    "none",
]
Checked = Literal["verified", "from-memory", "not-found"]
Url = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"]+$")]
Doi = Annotated[str, StringConstraints(pattern=r"^10\.\d{4,9}/([^\s<>\"]|<\d+:[^\s<>\"]*>)+$")]
"""Angle brackets stand in older ones alone, about the number of an article."""

PRACTICE = "clinical-practice"
"""The type of what a clinic teaches from its own experience."""
_DATE = re.compile(r"\d{4}(-\d\d){0,2}", re.ASCII)


def _csl_date(text: str) -> str:
    """Accept a year, a year and month, or a full date, as text."""
    if not _is_date(text):
        raise ValueError(f"expected a date such as '2019', '2019-07' or '2019-07-05', got '{text}'")
    return text


def _is_date(text: str) -> bool:
    if not _DATE.fullmatch(text):
        return False
    year, month, day = (*map(int, text.split("-")), 1, 1)[:3]
    try:
        datetime.date(year, month, day)
    except ValueError:
        return False
    return True


CslDate = Annotated[
    str,
    AfterValidator(_csl_date),
    InSchema(
        anyOf=[
            {"pattern": r"^(?!0000)[0-9]{4}(-(0[1-9]|1[0-2]))?$"},
            {"format": "date", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
        ]
    ),
]


class Name(Model):
    """A person (family, given) or a body (literal)."""

    model_config = ConfigDict(
        json_schema_extra={
            "oneOf": [
                {"required": ["family"], "properties": {"family": {"type": "string"}}},
                {"required": ["literal"], "properties": {"literal": {"type": "string"}}},
            ]
        }
    )

    family: Text | None = None
    """A person's family name."""
    given: Text | None = None
    """A person's given names, or their initials."""
    suffix: Text | None = None
    """What follows the name: "III"."""
    literal: Text | None = None
    """The name of an organisation."""

    @model_validator(mode="after")
    def _person_or_body(self) -> Self:
        if (self.family is None) == (self.literal is None):
            raise ValueError("expected `family` (a person) or `literal` (an organisation)")
        return self


class Source(Model):
    """A CSL record plus the kind of evidence and how far it has been checked."""

    model_config = ConfigDict(
        json_schema_extra={
            "if": {"properties": {"checked": {"const": "verified"}}},
            "then": {
                "required": ["title", "author"],
                "properties": {"title": {"type": "string"}, "author": {"minItems": 1}},
                "anyOf": [
                    {"required": [name], "properties": {name: {"type": "string"}}}
                    for name in ("DOI", "URL", "issued")
                ],
            },
        }
    )

    type: SourceType
    """CSL's type of the work; or clinical-practice: what a clinic teaches, which is no study."""
    title: Text | None = None
    """The title of the work."""
    author: tuple[Name, ...] = ()
    """Its authors, in order."""
    container_title: Text | None = Field(None, alias="container-title")
    """The journal or site."""
    container_title_short: Text | None = Field(None, alias="container-title-short")
    """The journal as the National Library of Medicine abbreviates it, without full stops."""
    publisher: Text | None = None
    """Who published it."""
    publisher_place: Text | None = Field(None, alias="publisher-place")
    """Where the publisher is."""
    issued: CslDate | None = None
    """The year, month or day of publication, in quotation marks: '2019-07'."""
    accessed: CslDate | None = None
    """The day a web page was read."""
    volume: Text | None = None
    """The volume of the journal, in quotation marks."""
    issue: Text | None = None
    """The issue of the journal, in quotation marks."""
    page: Text | None = None
    """The first and last page, or the number of the article: "109-119"."""
    number: Text | None = None
    """The number of a report or an article."""
    doi: Doi | None = Field(None, alias="DOI")
    """The DOI, without https://doi.org/ before it."""
    pmid: Annotated[str, StringConstraints(pattern=r"^\d{1,8}$")] | None = Field(None, alias="PMID")
    """Its number in PubMed, in quotation marks."""
    pmcid: Annotated[str, StringConstraints(pattern=r"^PMC\d+$")] | None = Field(
        None, alias="PMCID"
    )
    """Its number in PubMed Central: PMC7739349."""
    isbn: Text | None = Field(None, alias="ISBN")
    """The ISBN of a book."""
    issn: Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{3}[\dX]$")] | None = Field(
        None, alias="ISSN"
    )
    """The ISSN of the journal."""
    url: Url | None = Field(None, alias="URL")
    """Where it can be read."""
    evidence: Evidence
    """The kind of evidence it is."""
    studies: Annotated[int, Field(gt=1, le=9999)] | None = None
    """How many studies a review takes together."""
    about: Text
    """Size and people: "64 nurses did the program, 63 did not; 6 months"."""
    says: Text | None = None
    """What it says, in a sentence or two."""
    checked: Checked
    """verified: seen and matched; from-memory: not seen; not-found: nobody can identify it."""
    from_memory: tuple[Text, ...] = ()
    """Fields of a verified record that were not themselves seen."""
    note: Text | None = None
    """What to know before citing it."""

    @property
    def prints(self) -> bool:
        """True when the record may be printed as evidence."""
        return self.checked == "verified"

    @property
    def address(self) -> str | None:
        """Return the web address where the work is found, by its DOI if it has one."""
        if not self.doi:
            return self.url
        # Angle brackets cannot stand in an address.
        return f"https://doi.org/{self.doi.replace('<', '%3C').replace('>', '%3E')}"

    @model_validator(mode="after")
    def _claims_no_evidence(self) -> Self:
        if self.type == PRACTICE and (self.evidence != "none" or self.studies or self.doi):
            raise ValueError(
                "a source of the type clinical-practice is no study: expected `evidence: none`, "
                "and neither `studies` nor `DOI`"
            )
        return self

    @model_validator(mode="after")
    def _can_be_cited(self) -> Self:
        if self.prints and not (
            self.title and self.author and (self.doi or self.url or self.issued)
        ):
            raise ValueError(
                "expected `title`, `author` and one of `DOI`, `URL`, `issued` in a verified record"
            )
        return self
