"""The ladder: the largest type that fits, or an honest refusal."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from cardgen.layout.measure import TooLargeError

R = TypeVar("R")


def largest_that_fits(sizes: Sequence[float], attempt: Callable[[float], R]) -> tuple[float, R]:
    """Return the largest of the type `sizes` at which `attempt` succeeds, and what it gives.

    `attempt` raises TooLargeError where it does not fit. What does not fit at one size is taken
    not to fit at a larger one either, so that a few attempts are enough. Raises the
    TooLargeError of the smallest size when that does not fit.
    """
    ascending = sorted(sizes)
    best = ascending[0], attempt(ascending[0])
    low, high = 1, len(ascending)
    while low < high:
        middle = (low + high) // 2
        try:
            best = ascending[middle], attempt(ascending[middle])
            low = middle + 1
        except TooLargeError:
            high = middle
    return best


def steps_down(largest: float, smallest: float, step: float = 0.25) -> list[float]:
    """Return type sizes from the largest to the smallest, both among them."""
    count = round((largest - smallest) / step)
    return [largest - i * step for i in range(count + 1)]
