"""A handout: its front, and where that is asked for or needed its back."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial

from cardgen.errors import DoesNotFitError
from cardgen.layout.back import Back, Extra, extras
from cardgen.layout.cited import cited_in
from cardgen.layout.front import Front
from cardgen.layout.large import SMALLEST as LARGE
from cardgen.layout.large import large_print
from cardgen.layout.measure import Measure, TooLargeError
from cardgen.layout.over import over
from cardgen.layout.press import Best, Press
from cardgen.layout.references import sources
from cardgen.layout.rows import WIDE
from cardgen.model.arrangement import AS_FITS, LAYOUTS, Arrangement, Layout
from cardgen.model.content import Handout, Panel
from cardgen.model.design import Paper, Theme
from cardgen.model.document import Document
from cardgen.model.page import Page
from cardgen.words import shortened

LARGEST, SMALLEST = 14.0, 9.0
COMFORTABLE = 10.5
"""The least type of a front that has room for codes or a log, or for all moves."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """A handout that fits, the body size that it reached, in points, and its layout."""

    document: Document
    body: float
    layout: Layout

    @property
    def cited(self) -> tuple[str, ...]:
        """Return the ids of the sources by first use, as they are read on these pages."""
        return cited_in(self.document.pages)


def layout_handout(
    handout: Handout,
    paper: Paper,
    theme: Theme,
    measure: Measure,
    arrangement: Arrangement = AS_FITS,
) -> Fitted:
    """Return the handout at the largest type that fits.

    Raises DoesNotFitError when it is too large at the smallest type that is allowed.
    """
    press = Press(paper, theme, measure)
    if arrangement.large_print:
        return _large(handout, press, arrangement)
    layouts = (arrangement.layout,) if arrangement.layout else LAYOUTS
    try:
        made = _pages(handout, layouts, press, sides=arrangement.pages)
    except TooLargeError as error:
        raise _does_not_fit(handout, paper, error, arrangement) from None
    first, *_ = made
    document = _document(handout, [press.page(side.parts) for side in made])
    return Fitted(document, first.size, layouts[first.index])


def _pages(
    handout: Handout, layouts: Sequence[Layout], press: Press, *, sides: int | None
) -> list[Best]:
    """Return the parts of the front, and of the back if there is one.

    A back is there when it is asked for, and when one side is too small, or would have small
    type for the sake of codes or a log, and nothing is asked for. Moves go over to it where
    they would have small type on the front alone.
    """
    moves = handout.moves
    rest = [handout.moving_on] if handout.moving_on else []
    asked = extras(handout, on_back=False)

    def fronts(panels: Sequence[Panel], below: Sequence[Extra], smallest: float) -> Best:
        sides = [Front(handout, layout, moves, panels, below) for layout in layouts]
        return press.best([front.parts for front in sides], LARGEST, smallest)

    whole: list[Extra] = [*asked, partial(sources, handout)]
    least = COMFORTABLE if asked else SMALLEST
    if sides == 1:
        return [fronts([handout.why, *rest], whole, SMALLEST)]
    if sides is None:
        with suppress(TooLargeError):
            return [fronts([handout.why, *rest], whole, least)]

    def apart(smallest: float) -> list[Best]:
        back = Back(handout, "grid", (), extras(handout, on_back=True), [handout.why])
        return [fronts(rest, (), smallest), press.best([back.parts], LARGEST, SMALLEST)]

    with suppress(TooLargeError):
        return apart(COMFORTABLE)
    with suppress(TooLargeError):
        return over(handout, layouts, press, LARGEST, SMALLEST)
    return apart(SMALLEST)


def _large(handout: Handout, press: Press, arrangement: Arrangement) -> Fitted:
    try:
        pages, size = large_print(handout, press)
    except TooLargeError as error:
        raise _does_not_fit(handout, press.paper, error, arrangement) from None
    return Fitted(_document(handout, pages), size, "list")


def _document(handout: Handout, pages: Sequence[Page]) -> Document:
    return Document(
        tuple(pages),
        handout.file_title,
        handout.subject,
        handout.language,
        handout.date,
        duplex="long" if len(pages) > 1 else None,
    )


def _does_not_fit(
    handout: Handout, paper: Paper, error: TooLargeError, arrangement: Arrangement
) -> DoesNotFitError:
    if error.what:
        word = shortened(error.what)
        message = f"the word '{word}' is {error.millimetres:.1f} mm wider than its column"
        remedy = "Use a shorter word, or break it in two"
    else:
        large = arrangement.large_print
        what, least = ("a part of it", LARGE) if large else ("the handout", SMALLEST)
        message = (
            f"{what} is {error.millimetres:.1f} mm too tall for one {paper.name} page, "
            f"at the smallest type ({least:g} pt)"
        )
        remedy = _remedy(handout, arrangement)
    origin = error.origin or handout.origin
    return DoesNotFitError([origin.problem(message, remedy)])


def _remedy(handout: Handout, arrangement: Arrangement) -> str:
    """Return what makes a handout less tall, or gives it more room."""
    less = ["take out a stretch or a claim", "shorten `short_steps` and `cautions`"]
    if handout.personal.lines:
        less.append("give a shorter --note")
    if arrangement.layout in WIDE:
        less.append("use --layout grid")
    if arrangement.pages == 1:
        less.append("leave out --pages 1")
    elif not arrangement.large_print:
        less.append("use --large-print, which takes as many pages as it needs")
    return "Shorten it: " + ", or ".join(less)
