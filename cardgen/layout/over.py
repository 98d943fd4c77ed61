"""Both sides of a handout whose moves go over from the front to the back."""

from collections.abc import Iterator, Sequence
from functools import partial
from math import ceil

from cardgen.layout.back import Back, extras
from cardgen.layout.front import Front
from cardgen.layout.measure import TooLargeError
from cardgen.layout.press import Best, Maker, Press
from cardgen.model.arrangement import Layout
from cardgen.model.content import Handout

LEAST_IN_FRONT = 1 / 3
"""The part of the moves that the front has at least, so that it is worth reading by itself."""

Sides = tuple[Maker, Maker]


def over(
    handout: Handout, layouts: Sequence[Layout], press: Press, largest: float, smallest: float
) -> list[Best]:
    """Return front and back in the largest type in which both fit.

    Raises TooLargeError when even the best split leaves a side too tall, and when there is only
    one move.
    """
    attempts = [partial(_evenest, handout, layout, press) for layout in layouts]
    size, index, makers = press.largest(attempts, largest, smallest)
    return [
        Best(size, index, press.openly(size, maker, press.tightest(maker, size)))
        for maker in makers
    ]


def _evenest(handout: Handout, layout: Layout, press: Press, size: float) -> Sides:
    """Return both sides, the moves split where the fuller one is least full."""
    ways = list(_sides(handout, layout))
    excesses = [max(press.excess(maker, size) for maker in way) for way in ways]
    least = min(excesses, default=press.room)
    if least > 0:
        raise TooLargeError(least)
    return ways[excesses.index(least)]


def _sides(handout: Handout, layout: Layout) -> Iterator[Sides]:
    moves = handout.moves
    panels = [handout.why, *([handout.moving_on] if handout.moving_on else [])]
    asked = extras(handout, on_back=False)
    for count in range(ceil(LEAST_IN_FRONT * len(moves)), len(moves)):
        front = Front(handout, layout, moves[:count], (), ())
        back = Back(handout, layout, moves[count:], asked, panels)
        yield front.parts, back.parts
