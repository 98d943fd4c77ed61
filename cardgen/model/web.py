"""A page for a browser: markup with holes for the words of merge fields."""

from dataclasses import dataclass

from cardgen.model.document import About

MARK = "\0"
"""What stands around the name of a merge field; no text that prints has one."""
VALUE = "="
"""What the name begins with where the words are the value of an attribute."""


def text_hole(field: str) -> str:
    """Return the hole for the words of a merge field, between tags."""
    return f"{MARK}{field}{MARK}"


def value_hole(field: str) -> str:
    """Return the hole for the words of a merge field, within the quotes of an attribute."""
    return f"{MARK}{VALUE}{field}{MARK}"


@dataclass(frozen=True, slots=True)
class WebPage:
    """A page for a browser, and what is said about it."""

    head: str
    """The markup before the title."""
    body: str
    """The markup behind the title, with holes."""
    about: About
    files: frozenset[str]
    """The files of the definitions whose texts it shows."""


@dataclass(frozen=True, slots=True)
class Controls:
    """The words of what a person can press or tick on the page; some have names in braces."""

    moves: str
    """A link to the moves."""
    days_done: str
    """How many days of a week are done: `n`, and the `goal`."""
    write: str
    """Before a line to write on: `what` stands there."""
    parts: str
    """What the list of links is."""
    start: str
    """The button of a timer, with its `seconds`."""
    stop: str
    hold: str
    """Which hold is on: its `number`, and the `count` of all."""
    done: str
    """That a hold is done, by the same names."""
    rest: str
    """How many `seconds` to rest."""
    finished: str
    kept: str
    """Where the ticks of the log are kept."""
    not_kept: str
    """That this browser keeps none."""
    clear: str
    """The button that empties the log."""
    sure: str
    """The question before."""
    cleared: str
