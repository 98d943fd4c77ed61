"""The sizes of a handout, from the roomiest to the tightest; none is under what can be read.

One side and two have ladders of their own. What does not fit on the last rung of one side takes
two: it does not shrink.
"""

from cardgen.layout.looks import Sizes
from cardgen.model.design import MM

_ONE = Sizes(
    title=20,
    lead=11,
    name=12,
    dose=11,
    step=11,
    caution=9.5,
    heading=10.5,
    text=9.5,
    source=7,
    picture=38.5 * MM,
    tallest=30.5 * MM,
    gap=1.4 * MM,
)
_LARGE = {"picture": 42 * MM, "tallest": 34 * MM}
ONE_SIDE = (
    _ONE._replace(**_LARGE, dose=12, step=12, name=13, text=10.5, caution=10.5, heading=11.5),
    _ONE._replace(**_LARGE, dose=12, step=12, name=13),
    _ONE._replace(**_LARGE),
    _ONE._replace(picture=40 * MM, tallest=32 * MM),
    _ONE,
    _ONE._replace(picture=37.5 * MM, gap=1 * MM),
    _ONE._replace(picture=37.5 * MM, tallest=28 * MM, gap=1 * MM),
    _ONE._replace(picture=37.5 * MM, tallest=28 * MM, gap=1 * MM, step=10.5),
)
"""With room: larger pictures, then steps, then boxes; when it is tight: smaller gaps, less tall
pictures, and smaller steps last."""
USUAL = ONE_SIDE.index(_ONE)

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
