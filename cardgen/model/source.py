"""A bibliographic record, in CSL's own field names, with what cardgen adds to it."""

import datetime
import re
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from cardgen.model.base import Model, Text

SourceType = Literal[
    "article-journal",
    "book",
    "chapter",
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
Doi = Annotated[str, StringConstraints(pattern=r"^10\.\d{4,9}/[^\s<>\"]+$")]

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


CslDate = Annotated[str, AfterValidator(_csl_date)]


class Name(Model):
    """A person (family, given) or a body (literal)."""

    family: Text | None = None
    given: Text | None = None
    suffix: Text | None = None
    literal: Text | None = None

    @model_validator(mode="after")
    def _person_or_body(self) -> Self:
        if (self.family is None) == (self.literal is None):
            raise ValueError("expected `family` (a person) or `literal` (an organisation)")
        return self


class Source(Model):
    """A CSL record plus the kind of evidence and how far it has been checked."""

    type: SourceType
    """CSL's type of the work."""
    title: Text | None = None
    author: tuple[Name, ...] = ()
    container_title: Text | None = Field(None, alias="container-title")
    """The journal or site."""
    container_title_short: Text | None = Field(None, alias="container-title-short")
    """The journal as the National Library of Medicine abbreviates it, without full stops."""
    publisher: Text | None = None
    publisher_place: Text | None = Field(None, alias="publisher-place")
    issued: CslDate | None = None
    """The year, month or day of publication, in quotation marks: '2019-07'."""
    accessed: CslDate | None = None
    """The day a web page was read."""
    volume: Text | None = None
    issue: Text | None = None
    page: Text | None = None
    number: Text | None = None
    doi: Doi | None = Field(None, alias="DOI")
    pmid: Annotated[str, StringConstraints(pattern=r"^\d{1,8}$")] | None = Field(None, alias="PMID")
    pmcid: Annotated[str, StringConstraints(pattern=r"^PMC\d+$")] | None = Field(
        None, alias="PMCID"
    )
    isbn: Text | None = Field(None, alias="ISBN")
    issn: Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{3}[\dX]$")] | None = Field(
        None, alias="ISSN"
    )
    url: Url | None = Field(None, alias="URL")
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

    @model_validator(mode="after")
    def _can_be_cited(self) -> Self:
        if self.prints and not (
            self.title and self.author and (self.doi or self.url or self.issued)
        ):
            raise ValueError(
                "expected `title`, `author` and one of `DOI`, `URL`, `issued` in a verified record"
            )
        return self
