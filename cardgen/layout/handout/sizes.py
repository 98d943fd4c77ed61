"""The sizes of a handout, from the roomiest to the tightest; none is under what can be read.

One side and two have ladders of their own. What does not fit on the last rung of one side takes
two: it does not shrink.
"""

from typing import NamedTuple, Self

from cardgen.layout.components.tiles import GUTTER
from cardgen.layout.looks import Sizes
from cardgen.model.design import MM

NAME, STEP = 12.0, 11.0
"""The usual sizes of the name of a move and of its steps."""


class Ladder(NamedTuple):
    """Sizes from the roomiest to the tightest, and how they are tried."""

    rungs: tuple[Sizes, ...]
    usual: int = 0
    """The rung that is tried first. Roomier ones are taken only while no line more is needed for
    the moves."""
    open_edge: int = 2
    """On so many rungs, from the usual one on, the edge that printers miss stays free if it can."""

    flowed: int = 0
    """The rung of what takes several pages."""

    def first(self, count: int) -> Self:
        """Return so many of its rungs, the roomiest."""
        return self._replace(rungs=self.rungs[:count])


_ONE = Sizes(
    title=20,
    lead=11,
    name=NAME,
    dose=11,
    step=STEP,
    caution=9.5,
    heading=11,
    text=9.5,
    source=7,
    picture=38.5 * MM,
    tallest=30.5 * MM,
    gap=1.4 * MM,
)
WORDS = 56.8 * MM
"""The width of the words of a move in a column: most steps take one line in it."""
LEAST_PICTURE, LARGEST_PICTURE = 37.8 * MM, 42 * MM
COLUMN_GAP = 4 * MM


def column_width(width: float) -> float:
    """Return the width of a column on a page that is `width` wide between its margins."""
    return (width - COLUMN_GAP) / 2


def one_side(width: float) -> Ladder:
    """Return the sizes of a single side that is so wide between its margins.

    With room: larger pictures, then steps, then boxes. When it is tight: smaller gaps, less tall
    pictures, and smaller steps last.
    """
    usual, roomy, steps = _columns(width)
    tight = usual._replace(gap=1 * MM)
    low = tight._replace(tallest=26.5 * MM)
    close = low._replace(leading=1.14)
    larger = (
        steps._replace(text=10.5, caution=10.5, heading=11.5),
        steps,
        roomy,
        usual._replace(tallest=32 * MM, text=10.5, caution=10, heading=11.5),
    )
    lower = close._replace(tallest=25.5 * MM)
    smaller = tight, low, close, lower, lower._replace(heading=10.5), lower._replace(step=10.5)
    return Ladder((*larger, usual, *smaller), len(larger))


def front_columns(width: float) -> Ladder:
    """Return the sizes of the two columns of a front: all that it has room for, lines or not.

    None is so small as the last rung of a single side.
    """
    usual, roomy, steps = _columns(width)
    tight = usual._replace(gap=1 * MM)
    large = steps._replace(text=10.5, caution=10.5, heading=11.5, title=22, lead=12)
    rungs = (
        large._replace(step=13, dose=13, name=14),
        large._replace(step=12.5, dose=12.5, name=13.5),
        large,
        steps,
        steps._replace(step=11.5, dose=11.5, name=12.5),
        roomy,
        usual,
        tight,
        tight._replace(tallest=27 * MM, leading=1.15),
    )
    return Ladder(rungs, open_edge=len(rungs), flowed=rungs.index(usual))


def small_columns(width: float) -> Ladder:
    """Return the sizes of two columns of a front that has no room elsewhere."""
    return Ladder(one_side(width).rungs[-1:])


def _columns(width: float) -> tuple[Sizes, Sizes, Sizes]:
    """Return usual sizes of two columns, those with larger pictures, and with larger steps, too."""
    usual = _ONE._replace(picture=max(LEAST_PICTURE, column_width(width) - WORDS - GUTTER))
    roomy = usual._replace(picture=LARGEST_PICTURE, tallest=34 * MM)
    return usual, roomy, roomy._replace(dose=12, step=12, name=13)


_TWO = Sizes(
    title=22,
    lead=12,
    name=13.5,
    dose=12,
    step=12,
    caution=11,
    heading=12.5,
    text=10.5,
    source=7,
    picture=46 * MM,
    tallest=28.6 * MM,
    gap=1.4 * MM,
)
_LISTED = tuple(
    _TWO._replace(
        name=step + 1.5, dose=step, step=step, caution=min(11, step - 1), tallest=tallest * MM,
        text=min(10.5, step - 1.5), heading=step + 0.5,
    )
    for step, tallest in ((12, 28.6), (12, 26), (11.5, 26), (11.5, 24), (11, 24), (11, 22))
)  # fmt: skip
_ROOMY = tuple(
    _TWO._replace(
        name=step + 1.5, dose=step, step=step, caution=step - 1, lead=12.5, text=11.5,
        tallest=tallest * MM,
    )
    for step, tallest in ((14, 46), (14, 42), (13.5, 40), (13.5, 37), (13, 34), (12.5, 31))
)  # fmt: skip
_CLOSE = _LISTED[-1]._replace(title=20, lead=11, name=12, heading=10.5, gap=1 * MM)
FRONT_LIST = Ladder((*_ROOMY, *_LISTED, _CLOSE), len(_ROOMY), len(_LISTED), len(_ROOMY))
"""Of a list with start and end of each move. Of few moves it is larger: a page is not left half
empty."""
SMALL_LIST = Ladder((_CLOSE._replace(step=10.5),))
"""Of one that has no room elsewhere."""
_TIGHT = _CLOSE._replace(heading=11)
BACK = Ladder(
    (
        *_LISTED[::2],
        _TIGHT,
        _TIGHT._replace(leading=1.15),
        _CLOSE._replace(leading=1.13),
    )
)
"""Of all that does not stand with the moves."""
