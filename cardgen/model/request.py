"""What a person asks for."""

import datetime
from dataclasses import dataclass
from pathlib import Path

from cardgen.model.letterhead import Letterhead
from cardgen.model.library import Record
from cardgen.model.safety import Country

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
    theme: str = "colour"


@dataclass(frozen=True, slots=True)
class CardsRequest:
    """Cards of one routine, or of some stretches."""

    targets: tuple[str, ...] = (DEFAULT_DECK,)
    size: str = "id-1"
    paper: str = "letter"
    country: Country = "US"
    archival: bool = False
    built: datetime.date | None = None
    """The date of the file itself; without it, the day when its texts were checked."""
    theme: str = "colour"
