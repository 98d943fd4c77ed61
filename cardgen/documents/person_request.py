"""What may be asked of every page for one person, on paper or for a phone."""

import datetime
import re
from typing import Annotated

from pydantic import BeforeValidator, Discriminator, Field, Tag

from cardgen.documents.doses import Changes
from cardgen.documents.programme import Programme, ProgrammeField
from cardgen.documents.request import (
    CLINIC,
    FILE,
    FROM_FILE,
    MOVES,
    PAGE,
    PERSON,
    BuiltField,
    ConditionsField,
    CountryField,
    Date,
    DateField,
    HomeField,
    Id,
    Ids,
    LanguageField,
    MixedField,
    PaperField,
    Prose,
    Request,
    ThemeField,
    value_of,
)
from cardgen.kinds import ORIGINAL
from cardgen.model.asked import Asked, Spelling
from cardgen.model.letterhead import Letterhead
from cardgen.model.library import Record
from cardgen.model.request import DEFAULT_ROUTINE, tag
from cardgen.model.style import CitationStyle

LONGEST_LOG = 28
"""In days: four weeks."""
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_NO_LOG = Spelling(name="no-log", about="No log, not even on a back.", value=0)


def _date_of(visit: object) -> object:
    """Return a text such as "2026-12-01" as the date that it is, and others as they are."""
    if not isinstance(visit, str) or not _DATE.fullmatch(visit.strip()):
        return visit
    try:
        return datetime.date.fromisoformat(visit.strip())
    except ValueError:
        return visit


def _is_date(visit: object) -> str:
    return tag("date" if isinstance(visit, datetime.date) else "words")


def _which(routine: object) -> str:
    return tag("programme" if isinstance(routine, (Programme, dict)) else "id")


class PersonRequest(Request):
    """A page of one routine, for one person or for anyone."""

    routine: Annotated[
        Annotated[Id, Tag(tag("id"))] | Annotated[Programme, Tag(tag("programme"))],
        Discriminator(_which),
        Asked(name="Routine", group=MOVES, ids="routines", option=False),
    ] = DEFAULT_ROUTINE
    """An id from `cardgen list`, or one person's own programme."""
    programme: ProgrammeField = None
    paper: PaperField = "letter"
    theme: ThemeField = "colour"
    language: LanguageField = ORIGINAL
    allow_mixed: MixedField = False
    country: CountryField = None
    home: HomeField = None
    log_days: Annotated[
        Annotated[int, Field(ge=0, le=LONGEST_LOG)] | None,
        Asked(
            name="Log",
            group=PAGE,
            metavar="2w",
            aliases=("log",),
            form="days",
            unit="days",
            spellings=(_NO_LOG,),
            default="four weeks, if there is a back",
        ),
    ] = None
    """A box to tick for each day, in whole weeks; on the back if the front is full."""
    recipient: Annotated[
        Annotated[str, Prose(120)] | None,
        Asked(
            name="Name", group=PERSON, metavar="NAME", aliases=("for",), personal=True, prose=True
        ),
    ] = None
    """The name of the person it is for."""
    date: DateField = None
    note: Annotated[
        Annotated[str, Prose(600, lines=True)] | None,
        Asked(name="Note", group=PERSON, metavar="TEXT", personal=True, prose=True, lines=True),
    ] = None
    """A note to the person."""
    next_visit: Annotated[
        Annotated[
            Annotated[str, Prose(120), Tag(tag("words"))] | Annotated[Date, Tag(tag("date"))],
            Discriminator(_is_date),
        ]
        | None,
        BeforeValidator(_date_of),
        Asked(
            name="Next visit",
            group=PERSON,
            metavar="DATE|TEXT",
            aliases=("next",),
            personal=True,
            prose=True,
            form="visit",
        ),
    ] = None
    """When they come again: a date, which prints as the others do, or words."""
    blank: Annotated[bool, Asked(name="Lines to write on", group=PERSON)] = False
    """Lines to write on, for what is not given."""
    conditions: ConditionsField = ()
    changes: Annotated[
        Changes,
        Asked(
            name="Other doses",
            group=MOVES,
            metavar="STRETCH.dose.FIELD=VALUE",
            aliases=("set",),
            form="doses",
            column=False,
            personal=True,
        ),
    ] = ()
    """Another dose: figure-four.dose.hold=20. Where a move comes twice, cat-cow#2 is the second."""
    without: Annotated[
        Ids, Asked(name="Moves less", group=MOVES, metavar="STRETCH", ids="stretches")
    ] = ()
    """Leave out a move: cat-cow, or cat-cow#2 where it comes twice."""
    add: Annotated[
        Ids, Asked(name="Moves more", group=MOVES, metavar="STRETCH", ids="stretches")
    ] = ()
    """Add a move."""
    letterhead: Annotated[
        Record[Letterhead] | None,
        value_of((Record, type(None)), "Read the file: load_letterhead(path)"),
        FROM_FILE,
        Asked(
            name="Letterhead", group=CLINIC, metavar="FILE", aliases=("clinic",), form="letterhead"
        ),
    ] = None
    """A YAML file with the clinic's name, address, phone, logo, colour and country."""
    csl: Annotated[
        CitationStyle | None,
        value_of((CitationStyle, type(None)), "Read the file: load_style(path)"),
        FROM_FILE,
        Asked(name="Citation style", group=CLINIC, metavar="FILE", form="style", column=False),
    ] = None
    """Another citation style, from citationstyles.org."""
    metadata_name: Annotated[bool, Asked(name="Name in the title", group=FILE)] = False
    """Put the name into the title of the file, too."""
    built: BuiltField = None
    today: Annotated[Date | None, Asked(name="Today", group=FILE, option=False, column=False)] = (
        None
    )
    """The day by which texts are old; it never prints."""

    @property
    def moves(self) -> str | Programme | Record[Programme]:
        """Return what says which moves it has: its programme, or else its routine."""
        return self.programme or self.routine

    @property
    def private(self) -> bool:
        """Tell whether its moves were put together for one person."""
        return not isinstance(self.moves, str)

    @property
    def clinic(self) -> Letterhead | None:
        """Return what its letterhead says."""
        return self.letterhead.value if self.letterhead else None

    @property
    def accent(self) -> str | None:
        """Return the clinic's own colour."""
        return self.clinic.accent if self.clinic else None
