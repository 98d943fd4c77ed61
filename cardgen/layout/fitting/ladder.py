"""The ladder: the largest type that fits, or an honest refusal."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TypeVar

from cardgen.layout.type_scale import SPACINGS, Spacing
from cardgen.typography.style import TooLargeError

R = TypeVar("R")
_GUESSES = 3
"""After so many attempts that were led by a guess, the rest is halved each time."""


def largest_that_fits(
    sizes: Sequence[float],
    attempt: Callable[[float], R],
    start: float = 0,
    likely: Callable[[float, R | TooLargeError], float] | None = None,
) -> tuple[float, R]:
    """Return the largest of the type `sizes` at which `attempt` succeeds, and what it gives.

    `attempt` raises TooLargeError where it does not fit. What does not fit at one size is taken
    not to fit at a larger one either, so that a few attempts are enough. The first is the largest
    size up to `start`, or else the smallest; from what comes of an attempt, `likely` may reckon
    the size that would just fit. Neither changes what is found. Raises the TooLargeError of the
    smallest size when that does not fit.
    """
    ascending = sorted(sizes)
    best: tuple[float, R] | None = None
    refused = TooLargeError(0)
    low, high, guesses = 0, len(ascending), _GUESSES if likely else 0
    index = max(0, bisect_right(ascending, start) - 1)
    while low < high:
        size = ascending[index]
        outcome: R | TooLargeError
        try:
            outcome = attempt(size)
            best, low = (size, outcome), index + 1
        except TooLargeError as error:
            # Without its traceback, which would hold this frame, and the frame holds the error.
            outcome = refused = error.with_traceback(None)
            high = index
        index = (low + high) // 2
        if likely and guesses:
            guesses -= 1
            guess = bisect_right(ascending, likely(size, outcome)) - 1
            index = min(max(guess, low), high - 1)
    if best is None:
        raise refused
    return best


def loosest_that_fits(
    attempt: Callable[[Spacing], R], tightest: R | None = None
) -> tuple[Spacing, R]:
    """Return the most open spacing at which `attempt` succeeds, and what it gives.

    `tightest` is what it gives in the tightest, where that is known to fit. What does not fit is
    taken not to fit more openly either. Raises the TooLargeError of the tightest.
    """
    *others, closest = SPACINGS
    best = closest, attempt(closest) if tightest is None else tightest
    with suppress(TooLargeError):
        for spacing in reversed(others):
            best = spacing, attempt(spacing)
    return best


def steps_down(largest: float, smallest: float, step: float = 0.25) -> list[float]:
    """Return type sizes in points from the largest to the smallest, both among them."""
    count = round((largest - smallest) / step)
    return [largest - i * step for i in range(count + 1)]
