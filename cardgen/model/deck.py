"""What will be printed on cards, booklets and the calibration page, in final words."""

from dataclasses import dataclass
from typing import Literal

from cardgen.model.content import Figure, Move, SafetyWords, Text
from cardgen.model.document import About
from cardgen.model.handout import Log
from cardgen.model.origin import Origin


@dataclass(frozen=True, slots=True)
class Cover:
    """The card that lies on top of a deck."""

    kicker: str
    name: Text
    figures: tuple[Figure, ...]
    before: Text | None
    """What to do first."""
    order_title: str
    order: tuple[Text, ...]
    """The names of the moves."""
    note: Text | None
    personal: tuple[Text, ...]
    """What conditions have left out of the deck, and changed in it."""
    opening: Text
    """What is good to know before the signs of danger."""
    safety: str
    """Where the stop rules and the danger signs stand."""
    link: str | None
    """A web address of the user's own, for a QR code."""
    link_label: Text
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
class BookletWords:
    """What a booklet says besides its deck: its log, and what the cut and the folds are."""

    logs: tuple[Log, ...]
    """One for each page that moves may leave free."""
    part: str
    """Above the name of one of several books: the `{number}` of `{count}`."""
    hints: tuple[str, str]


@dataclass(frozen=True, slots=True)
class CalibrationSide:
    """One side of the page that shows what a printer does."""

    role: Literal["H1", "H2"]
    title: str
    steps: tuple[Text, ...]
    labels: tuple[str, str, str]
    """What is read on the upper, the lower and the upright scale."""
    alt: str
    """What a scale is, for someone who cannot see it; its label follows."""
    line_label: str


@dataclass(frozen=True, slots=True)
class Deck:
    """A set of pocket cards."""

    about: About
    name: Text
    cover: Cover | None
    moves: tuple[Move, ...]
    safety: SafetyWords
    card_tag: str
    """Which of several cards of one kind one is: its `{number}` of `{count}`."""
    sources: Text | None
    """Those of the safety texts, run together; None where there are none."""
    imprint: str
    """Who made the safety cards, and when their text was checked."""
    translated: str = ""
    """Who has checked their translation, for where the imprint stands on the cover alone."""
