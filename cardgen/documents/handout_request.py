"""Handouts: one routine on a page, for one person or for anyone."""

import datetime
import re
from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Discriminator, Field, Tag

from cardgen.documents.doses import Changes
from cardgen.documents.kind import DocumentKind, late, named_after
from cardgen.documents.programme import Programme, ProgrammeField, named_by
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
    PairingField,
    PaperField,
    PrinterField,
    Prose,
    Request,
    ThemeField,
    value_of,
)
from cardgen.model.arrangement import AS_FITS, Arrangement
from cardgen.model.asked import Asked, Spelling
from cardgen.model.design import MM
from cardgen.model.letterhead import Letterhead
from cardgen.model.library import Record
from cardgen.model.request import DEFAULT_ROUTINE, tag
from cardgen.model.standards import Standards
from cardgen.model.style import CitationStyle

_MAKER = "cardgen.documents.handout"
"""The module that makes its pages."""
LONGEST_LOG = 28
"""In days: four weeks."""
MOST_MARGIN = 25 * MM
"""A wider one leaves no room for pictures that can be followed."""
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


class HandoutRequest(Request):
    """A handout of one routine, for one person or for anyone."""

    kind: ClassVar = "handout"
    first: ClassVar = ("routine", "paper", "recipient", "date")

    routine: Annotated[
        Annotated[Id, Tag(tag("id"))] | Annotated[Programme, Tag(tag("programme"))],
        Discriminator(_which),
        Asked(name="Routine", group=MOVES, ids="routines", option=False),
    ] = DEFAULT_ROUTINE
    """An id from `cardgen list`, or one person's own programme."""
    programme: ProgrammeField = None
    paper: PaperField = "letter"
    theme: ThemeField = "colour"
    pairing: PairingField = "plain"
    language: LanguageField = "en"
    country: CountryField = None
    home: HomeField = None
    arrangement: Arrangement = AS_FITS
    margin: Annotated[
        Annotated[float, Field(ge=0, le=MOST_MARGIN)] | None,
        Asked(
            name="Margin",
            group=PAGE,
            form="length",
            unit="points",
            default="6 to 9 mm, or what the printer needs",
        ),
    ] = None
    """What stays free along each edge, such as 12.7mm for a printer that reaches no nearer."""
    printer: PrinterField = None
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
    qr: Annotated[Literal["moves", "page"] | None, Asked(name="QR codes", group=PAGE)] = None
    """QR codes: for each move that has a video; or one for the page."""
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
    standards: Standards = Standards()
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


KIND = DocumentKind(
    name="handout",
    about="""ROUTINE is an id from `cardgen list`; post-run when left out.

    \b
    Examples:
      cardgen handout
      cardgen handout core-1 --page a4
      cardgen handout --for "Maria Álvarez" --date today --clinic clinic.yaml
      cardgen handout --set figure-four.dose.hold=20 --without cat-cow
      cardgen handout --condition osteoporosis --note "Go slowly." --next "Dec 1"
      cardgen handout --pages 2 --log 4w
    """,
    request=HandoutRequest,
    lay_out=late(_MAKER, "lay_out"),
    split=late(_MAKER, "split"),
    problems=late("cardgen.documents.handout_check", "problems"),
    argument="routine",
    file_name=lambda request: f"{named_after((named_by(request.moves),))}-handout",
)
