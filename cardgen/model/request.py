"""What a person asks for."""

import datetime
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from cardgen.model.arrangement import AS_FITS, Arrangement
from cardgen.model.condition import Condition
from cardgen.model.dose import DoseChange
from cardgen.model.letterhead import Letterhead
from cardgen.model.library import Record
from cardgen.model.printer import PrinterProfile
from cardgen.model.printing import SheetOptions

DEFAULT_ROUTINE = "post-run"
DEFAULT_DECK = "gym-bag"


@dataclass(frozen=True, slots=True)
class HandoutRequest:
    """A handout of one routine, for one person or for anyone."""

    routine: str = DEFAULT_ROUTINE
    paper: str = "letter"
    recipient: str | None = None
    date: datetime.date | None = None
    letterhead: Record[Letterhead] | None = None
    csl: Path | None = None
    archival: bool = False
    built: datetime.date | None = None
    """The date of the file itself; without it, the day when its texts were checked."""
    metadata_name: bool = False
    """Whether the recipient's name may stand in the file's title."""
    note: str | None = None
    next_visit: str | None = None
    """When they come again, in words."""
    changes: tuple[tuple[str, DoseChange], ...] = ()
    """By stretch, what differs from the routine's dose."""
    without: tuple[str, ...] = ()
    add: tuple[str, ...] = ()
    conditions: tuple[Condition, ...] = ()
    """What the person has; cautions for it hide or change moves."""
    blank: bool = False
    """Whether lines to write on stand for what is not given."""
    today: datetime.date | None = None
    """The day by which texts are old; it never prints."""
    arrangement: Arrangement = AS_FITS
    qr: Literal["moves", "page"] | None = None
    """Codes for each move, or one for the page."""
    log_days: int | None = None
    """How many days there are boxes to tick for; None for two weeks if there is a back."""
    theme: str = "colour"
    pairing: str = "plain"
    """Of typefaces."""


@dataclass(frozen=True, slots=True)
class CardsRequest:
    """Cards of one routine, or of some stretches."""

    targets: tuple[str, ...] = (DEFAULT_DECK,)
    size: str = "id-1"
    paper: str = "letter"
    sheet: str | None = None
    """A maker's sheet, which has its own size and paper."""
    options: SheetOptions = field(default_factory=SheetOptions)
    skip: tuple[str, ...] = ()
    """Ids of stretches whose cards are left out, and "cover"."""
    url: str | None = None
    """A web address for the code on the cover, in place of the first source."""
    date: datetime.date | None = None
    """A date to print."""
    printer: PrinterProfile | None = None
    country: str = "US"
    archival: bool = False
    built: datetime.date | None = None
    """The date of the file itself; without it, the day when its texts were checked."""
    theme: str = "colour"
    pairing: str = "plain"
    """Of typefaces."""


@dataclass(frozen=True, slots=True)
class BookletRequest(CardsRequest):
    """The same moves as a booklet of eight small pages."""
