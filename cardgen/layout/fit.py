"""The ladder: the largest type that fits, or an honest refusal."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from cardgen.layout.measure import TooLargeError
from cardgen.model.page import Block

R = TypeVar("R")


def largest_that_fits(
    rungs: Iterable[R], place: Callable[[R], Block], room: float
) -> tuple[R, Block]:
    """Return the first rung whose block is at most `room` high, and that block.

    Raises TooLargeError, by the least excess of any rung, when none fits.
    """
    least: TooLargeError | None = None
    for rung in rungs:
        try:
            block = place(rung)
        except TooLargeError as error:
            least = _smaller(least, error)
            continue
        if block.height <= room + 0.01:
            return rung, block
        least = _smaller(least, TooLargeError(block.height - room))
    raise least or TooLargeError(0)


def _smaller(first: TooLargeError | None, second: TooLargeError) -> TooLargeError:
    return first if first and first.points <= second.points else second


def steps_down(largest: float, smallest: float, step: float = 0.25) -> list[float]:
    """Return type sizes from the largest to the smallest, both among them."""
    count = round((largest - smallest) / step)
    return [largest - i * step for i in range(count + 1)]
