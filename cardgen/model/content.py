"""What will be printed, in final words: made by `choose`, placed by `layout`."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from cardgen.errors import Problem
from cardgen.model.library import Origin


class Span(NamedTuple):
    """A stretch of text in one manner. A marker is a raised number that leads to a reference.

    A named tuple, since layout asks very often whether it has set the same text before.
    """

    text: str
    bold: bool = False
    italic: bool = False
    marker: bool = False
    link: str | None = None
    """A web address, or `#id` of a place in the document."""
    slot: str | None = None
    """A name for words that differ from person to person, such as "recipient"."""


Words = tuple[Span, ...]


def words(text: str, *, bold: bool = False, slot: str | None = None) -> Words:
    """Return plain text as words."""
    return (Span(text, bold=bold, slot=slot),)


def plain(text: Words) -> str:
    """Return the text of `text`, without its manner."""
    return "".join(span.text for span in text)


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture to print."""

    file: Path
    alt: str
    origin: Origin
    caption: str = ""
    needed: bool = True
    """Whether the movement cannot be understood without it."""


@dataclass(frozen=True, slots=True)
class DoseWords:
    """A dose as a person says it: the figure that is read first, and the rest."""

    figure: str
    rest: str
    slot: str | None = None

    @property
    def line(self) -> str:
        """Return the whole in one line."""
        return f"{self.figure}, {self.rest}" if self.rest else self.figure

    @property
    def words(self) -> Words:
        """Return the line as words that may differ from person to person."""
        return words(self.line, slot=self.slot)


@dataclass(frozen=True, slots=True)
class Move:
    """A stretch with its dose, ready to print."""

    id: str
    number: int
    name: str
    dose: DoseWords
    cue: str
    steps: tuple[str, ...]
    short_steps: tuple[str, ...]
    cautions: tuple[Words, ...]
    """What anyone takes care of."""
    sources: tuple[Words, ...]
    pictures: tuple[Shown, ...]
    origin: Origin
    tips: tuple[Words, ...] = ()
    """Breathing, a common mistake, easier, harder: what a large card has room for."""
    imprint: str = ""
    """Who made a card, and when its text was checked."""
    advice: tuple[Words, ...] = ()
    """What this person does otherwise, for a condition that they have."""
    posture: str = ""
    """The posture that it is done in, in words."""
    origins: Mapping[str, Origin] = field(default_factory=dict, hash=False)
    """Where its "name", "dose", "short_steps" and "cautions" come from."""


@dataclass(frozen=True, slots=True)
class Signs:
    """An action, and the signs that call for it."""

    action: str
    signs: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class SafetyWords:
    """Everything about danger, by urgency."""

    title: str
    intro: str
    emergency: Signs
    same_day: Signs
    runners: Signs
    book: Signs
    stop: Signs
    ask_first: Signs
    disclaimer: str
    sources: tuple[Words, ...]
    origin: Origin


@dataclass(frozen=True, slots=True)
class Reference:
    """A numbered entry of the list of sources; `id` is where its markers lead."""

    id: str
    label: str
    text: Words


@dataclass(frozen=True, slots=True)
class Figure:
    """A large number and the words under it."""

    number: str
    label: Words
    slot: str | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """The line above a handout: who gives it, to whom, when."""

    clinic: tuple[Words, ...]
    recipient: tuple[Words, ...]
    logo: Shown | None


@dataclass(frozen=True, slots=True)
class Panel:
    """A quiet box with a heading and a few sentences."""

    title: str
    texts: tuple[Words, ...]
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class Log:
    """A grid to tick by hand; `ends` are the words at the two ends of the scale of pain.

    `alt` has the `first` and `last` day of a grid, and the number of its `moves`, in braces.
    """

    title: str
    hint: str
    days: int
    rows: tuple[str, ...]
    day: str
    """What stands before the numbers of the days."""
    pain: str
    ends: tuple[str, str]
    alt: str
    asked: bool = True
    """Whether it prints in any case, or only where there is a back."""


@dataclass(frozen=True, slots=True)
class Personal:
    """What is for one person alone: lines of text, and labels of lines to write on."""

    lines: tuple[Words, ...] = ()
    blanks: tuple[str, ...] = ()
    """Labels of short lines, side by side."""
    notes: str | None = None
    """The label of a line as wide as the page."""
    origin: Origin | None = None

    def __bool__(self) -> bool:
        """Tell whether there is anything to print."""
        return bool(self.lines or self.blanks or self.notes)


@dataclass(frozen=True, slots=True)
class Codes:
    """QR codes; `alt` says what one is, with its `label` and `link` in braces."""

    title: str
    links: tuple[tuple[str, str], ...]
    """The label of each code, and where it leads."""
    alt: str


@dataclass(frozen=True, slots=True)
class PagingWords:
    """What leads from one page to the next. All but `moves` have names in braces."""

    moves: str = ""
    again: str = ""
    """A `title` that stands again on the next page."""
    page: str = ""
    """The `title` of the handout, with the `number` of a page and the `count` of all."""
    over: str = ""
    """Which moves are on the back: from the `first` to the `last`."""
    over_one: str = ""
    """Which move is on the back: the `last`."""


@dataclass(frozen=True, slots=True)
class Handout:
    """A handout. `file_title` is what a viewer shows at the top of its window."""

    title: str
    file_title: str
    opening: str
    """What this is, and what to do today."""
    lead: tuple[str, ...]
    """What to know before starting."""
    needs: str
    """What to have at hand; may be empty."""
    heading: Heading | None
    figures: tuple[Figure, ...]
    moves: tuple[Move, ...]
    why: Panel
    """Why to do it: the claims, with markers."""
    moving_on: Panel | None
    safety: SafetyWords
    sources_title: str
    references: tuple[Reference, ...]
    last_words: str
    footer: str
    language: str
    subject: str
    date: datetime.date
    minutes: int
    origin: Origin
    personal: Personal = Personal()
    log: Log | None = None
    codes: Codes | None = None
    paging: PagingWords = PagingWords()
    cited: tuple[str, ...] = ()
    """The ids of its sources, in the order in which they are numbered."""
    origins: Mapping[str, Origin] = field(default_factory=dict)
    """Where its "title" and "summary" come from."""
    warnings: tuple[Problem, ...] = ()
    """What a person should know before the page is handed out."""

    @property
    def pictures(self) -> tuple[Shown, ...]:
        """Return every picture, in order."""
        logo = self.heading.logo if self.heading else None
        shown = tuple(picture for move in self.moves for picture in move.pictures)
        return (logo, *shown) if logo else shown
