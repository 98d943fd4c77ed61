"""What a handout says, its parts in the order in which they are read."""

from dataclasses import dataclass

from cardgen.model.content import Figure, Image, Move, Panel, SafetyWords, Text
from cardgen.model.document import About
from cardgen.model.origin import Origin
from cardgen.model.reference_list import References
from cardgen.model.value import HashedOnce, hashed_once


@dataclass(frozen=True, slots=True)
class Heading:
    """The line above a handout: who gives it, to whom, when."""

    clinic: tuple[Text, ...]
    recipient: tuple[Text, ...]
    logo: Image | None


@hashed_once
@dataclass(frozen=True, slots=True)
class Log(HashedOnce):
    """A grid to tick by hand: a row for each week, a column for each day, and what the week was."""

    title: str
    hint: str
    weeks: tuple[str, ...]
    """The names of the weeks: "Week 1"."""
    days: tuple[str, ...]
    """The names of the days of a week, in order."""
    done: str
    """The name of the column for how many days it was done; "" for no such column."""
    goal: str
    """What stands behind the blank of that column: "of 3-5"; "" where no number is set."""
    pain: str
    """The name of the column for the worst pain of the week; "" for no such column."""
    alt: str
    """What the grid is, for someone who cannot see it."""
    asked: bool = True
    """Whether it prints in any case, or only where there is a back."""
    letters: tuple[str, ...] = ()
    """The names of the days in a letter or two, for a narrow page; none where they need none."""


@hashed_once
@dataclass(frozen=True, slots=True)
class Personal(HashedOnce):
    """What is for one person alone: lines of text, and labels of lines to write on."""

    lines: tuple[Text, ...] = ()
    blanks: tuple[str, ...] = ()
    """Labels of short lines, side by side."""
    notes: str | None = None
    """The label of a line as wide as the page."""

    def __bool__(self) -> bool:
        """Tell whether there is anything to print."""
        return bool(self.lines or self.blanks or self.notes)


@hashed_once
@dataclass(frozen=True, slots=True)
class Codes(HashedOnce):
    """QR codes; `alt` says what one is, with its `label` and `link` in braces."""

    title: str
    links: tuple[tuple[str, str], ...]
    """The label of each code, and where it leads."""
    alt: str


@dataclass(frozen=True, slots=True)
class PagingWords:
    """What leads from one page to the next. Some have names in braces."""

    moves: str = ""
    again: str = ""
    """A `title` that stands again on the next page."""
    page: str = ""
    """Which page it is: the `number` of a page and the `count` of all."""
    read_back: str = ""
    """That the back is to be read before the start."""
    turn_over: str = ""
    """What stands there."""
    notes: str = ""
    """The heading of what people with a condition do otherwise."""
    following: str = ""
    """Which move comes next: its `name`."""
    part: str = ""
    """Which page it is in few words, at its head."""
    read_page: str = ""
    """That a page with a `number` is to be read before the start, where that is not the back."""
    said_there: str = ""
    """What stands on that page."""
    person: Text | None = None
    """Whom it is for, which stands again at the head of a page."""


@hashed_once
@dataclass(frozen=True, slots=True)
class Head(HashedOnce):
    """The top of a handout: who gives it to whom, what it is, what to know before starting."""

    title: Text
    opening: Text
    """Who it is for, and what to do today."""
    lead: Text
    """What to know before starting."""
    needs: Text | None
    """What to have at hand."""
    heading: Heading | None
    figures: tuple[Figure, ...]
    leads: tuple[Text, ...] = ()
    """The lead in its parts, where it has several: the first says what to do first."""


@dataclass(frozen=True, slots=True)
class Handout:
    """A handout, its parts in the order in which they are read."""

    about: About
    head: Head
    personal: Personal
    moves: tuple[Move, ...]
    notes: tuple[Text, ...]
    """What people with each condition do otherwise, with the numbers of the moves."""
    leaves_out: bool
    """Whether they leave moves out, since there is no room to tell what they change."""
    why: Panel | None
    """Why to do it: the claims, with markers; None where nothing is claimed."""
    plan: Panel | None
    """Steps that are no moves."""
    choose: Panel | None
    """What to do otherwise, and when."""
    moving_on: Panel | None
    safety: SafetyWords
    references: References
    last_words: Text
    footer: str
    log: Log | None
    codes: Codes | None
    paging: PagingWords
    origin: Origin

    @property
    def guides(self) -> tuple[Panel, ...]:
        """Return what goes with the moves: steps, what to choose, when to move on."""
        return tuple(panel for panel in (self.plan, self.choose, self.moving_on) if panel)
