"""What will be printed on cards, booklets and the calibration page, in final words."""

import datetime
from dataclasses import dataclass
from typing import Literal

from cardgen.model.content import Figure, Move, SafetyWords, Shown
from cardgen.model.library import Origin


@dataclass(frozen=True, slots=True)
class Cover:
    """The card that lies on top of a deck."""

    kicker: str
    name: str
    figures: tuple[Figure, ...]
    before: str
    """What to do first; "" for nothing."""
    order_title: str
    order: tuple[str, ...]
    """The names of the moves."""
    note: str
    link: str | None
    """A web address for a QR code."""
    link_label: str
    """What stands beside the code."""
    link_alt: str
    """What the code is, for someone who cannot see it."""
    imprint: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class PrintHints:
    """What is printed beside the fronts and the backs of a sheet, "" for nothing.

    `{sheet}` and `{sheets}` stand for the number of a sheet and of all of them.
    """

    front: str
    back: str


@dataclass(frozen=True, slots=True)
class LogWords:
    """A page with boxes to tick; `{n}` in `week` stands for its number."""

    title: str
    lead: str
    week: str


@dataclass(frozen=True, slots=True)
class BookletWords:
    """What a booklet says besides its deck: its log, and what the cut and the folds are."""

    log: LogWords
    hints: tuple[str, str]


@dataclass(frozen=True, slots=True)
class CalibrationSide:
    """One side of the page that shows what a printer does."""

    role: Literal["H1", "H2"]
    title: str
    steps: tuple[str, ...]
    labels: tuple[str, str, str]
    """What is read on the upper, the lower and the upright scale."""
    alt: str
    """What a scale is, for someone who cannot see it; its label follows."""
    line_label: str


@dataclass(frozen=True, slots=True)
class Deck:
    """A set of pocket cards."""

    title: str
    name: str
    cover: Cover | None
    moves: tuple[Move, ...]
    safety: SafetyWords
    imprint: str
    """Who made the safety card, and when its text was checked."""
    language: str
    subject: str
    date: datetime.date

    @property
    def pictures(self) -> tuple[Shown, ...]:
        """Return every picture, in order."""
        return tuple(picture for move in self.moves for picture in move.pictures)
