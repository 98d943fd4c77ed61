"""The sizes of a handout, from the roomiest to the tightest; none is under what can be read.

One side and two have ladders of their own. What does not fit on the last rung of one side takes
two: it does not shrink.
"""

from cardgen.layout.components.tiles import GUTTER
from cardgen.layout.looks import Sizes
from cardgen.model.design import MM

NAME, STEP = 12.0, 11.0
"""The usual sizes of the name of a move and of its steps."""
_ONE = Sizes(
    title=20,
    lead=11,
    name=NAME,
    dose=11,
    step=STEP,
    caution=9.5,
    heading=10.5,
    text=9.5,
    source=7,
    picture=38.5 * MM,
    tallest=30.5 * MM,
    gap=1.4 * MM,
)
WORDS = 56.8 * MM
"""The width of the words of a move in a column: most steps take one line in it."""
LEAST_PICTURE, LARGEST_PICTURE = 37 * MM, 42 * MM
COLUMN_GAP = 4 * MM
USUAL = 4
"""The rung of a single side that is tried first."""


def column_width(width: float) -> float:
    """Return the width of a column on a page that is `width` wide between its margins."""
    return (width - COLUMN_GAP) / 2


def one_side_sizes(width: float) -> tuple[Sizes, ...]:
    """Return the sizes of a single side that is so wide between its margins, the roomiest first.

    With room: larger pictures, then steps, then boxes. When it is tight: smaller gaps, less tall
    pictures, and smaller steps last.
    """
    usual = _ONE._replace(picture=max(LEAST_PICTURE, column_width(width) - WORDS - GUTTER))
    roomy = usual._replace(picture=LARGEST_PICTURE, tallest=34 * MM)
    steps = roomy._replace(dose=12, step=12, name=13)
    tight = usual._replace(gap=1 * MM)
    low = tight._replace(tallest=27 * MM)
    close = low._replace(leading=1.15)
    return (
        steps._replace(text=10.5, caution=10.5, heading=11.5),
        steps,
        roomy,
        usual._replace(tallest=32 * MM, text=10.5, caution=10, heading=11.5),
        usual,
        tight,
        low,
        close,
        close._replace(step=10.5),
    )


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
TWO_SIDES = (
    _TWO,
    _TWO._replace(name=12.5, step=11.5, dose=11.5, caution=10, tallest=26 * MM, text=10),
    _TWO._replace(name=12, step=11, dose=11, caution=9.5, tallest=24 * MM, text=9.5, heading=11),
    _TWO._replace(
        title=20, lead=11, name=12, step=10.5, dose=11, caution=9.5, tallest=22 * MM,
        text=9.5, heading=10.5, gap=1 * MM,
    ),
)  # fmt: skip
"""Of a list with start and end of each move."""
ROOMY_LIST = tuple(
    _TWO._replace(
        name=step + 1.5, dose=step, step=step, caution=step - 1, lead=12.5, text=11.5,
        tallest=tallest * MM,
    )
    for step, tallest in ((14, 46), (13.5, 40), (13, 34))
)  # fmt: skip
"""Of a list of few moves: a page is not left half empty."""
