"""A handout: its front, and where that is asked for or needed its back."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial

from cardgen.errors import DoesNotFitError
from cardgen.layout.back import back
from cardgen.layout.front import Front
from cardgen.layout.log import log_block
from cardgen.layout.measure import Measure, TooLargeError
from cardgen.layout.press import Best, Press
from cardgen.layout.references import sources
from cardgen.model.arrangement import AS_FITS, LAYOUTS, Arrangement, Layout
from cardgen.model.content import Handout
from cardgen.model.design import Paper, Theme
from cardgen.model.document import Document
from cardgen.words import shortened

LARGEST, SMALLEST = 14.0, 9.0
COMFORTABLE = 10.5
"""The least type of a front that has room for a log."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """A handout that fits, the body size that it reached, in points, and its layout."""

    document: Document
    body: float
    layout: Layout


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
    layouts = (arrangement.layout,) if arrangement.layout else LAYOUTS
    try:
        made = _pages(handout, layouts, press, sides=arrangement.pages)
    except TooLargeError as error:
        raise _does_not_fit(handout, paper, error) from None
    first, *_ = made
    document = Document(
        tuple(press.page(side.parts) for side in made),
        handout.file_title,
        handout.subject,
        handout.language,
        handout.date,
        two_sided=len(made) > 1,
    )
    return Fitted(document, first.size, layouts[first.index])


def _pages(handout: Handout, layouts: Sequence[Layout], press: Press, *, sides: int) -> list[Best]:
    """Return the parts of the front, and of the back if there is one.

    A back is there when it is asked for, and when a log has no place on the front.
    """
    rest = [handout.moving_on] if handout.moving_on else []
    if sides == 1:
        panels, below = [handout.why, *rest], [partial(sources, handout)]
        if handout.log is None:
            fronts = [Front(handout, layout, panels, below) for layout in layouts]
            return [press.best([front.parts for front in fronts], LARGEST, SMALLEST)]
        logged = [partial(log_block, handout.log), *below]
        fronts = [Front(handout, layout, panels, logged) for layout in layouts]
        with suppress(TooLargeError):
            return [press.best([front.parts for front in fronts], LARGEST, COMFORTABLE)]
    fronts = [Front(handout, layout, rest, ()) for layout in layouts]
    return [
        press.best([front.parts for front in fronts], LARGEST, SMALLEST),
        press.best([partial(back, handout)], LARGEST, SMALLEST),
    ]


def _does_not_fit(handout: Handout, paper: Paper, error: TooLargeError) -> DoesNotFitError:
    if error.what:
        word = shortened(error.what)
        message = f"the word '{word}' is {error.millimetres:.1f} mm wider than its column"
        remedy = "Use a shorter word, or break it in two"
    else:
        message = (
            f"the handout is {error.millimetres:.1f} mm too tall for one {paper.name} page, "
            f"at the smallest type ({SMALLEST:g} pt)"
        )
        remedy = (
            "Take out a stretch or a claim, shorten `short_steps` and `cautions`, "
            "or use both sides with --pages 2"
        )
    origin = error.origin or handout.origin
    return DoesNotFitError([origin.problem(message, remedy)])
