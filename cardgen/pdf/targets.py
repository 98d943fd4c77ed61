"""What a finger or a pointer can hit of a link: more than its letters, where there is room."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from math import inf
from operator import itemgetter

from cardgen.model.design import MM
from cardgen.model.page import Bounds

LEAST_TALL, LEAST_WIDE = 5 * MM, 4 * MM
"""How large a target becomes where nothing else is near, in points."""


def grown(bounds: Sequence[Bounds]) -> list[Bounds]:
    """Return the targets of a page's links, each as large as leaves the others theirs.

    Bounds are left, low, right and high, in points; so are those that are returned. Of the room
    between two links each takes half, at the most.
    """
    return [_grown(own, others) for own, others in zip(bounds, _near(bounds), strict=True)]


def _near(bounds: Sequence[Bounds]) -> Iterator[list[Bounds]]:
    """Yield for each the others that a target may meet when it grows as far as it can."""
    by_height = sorted(bounds, key=itemgetter(1))
    lows = [low for _, low, _, _ in by_height]
    tallest = max([high - low for _, low, _, high in bounds], default=0)
    for own in bounds:
        low, high = own[1] - 2 * LEAST_TALL, own[3] + 2 * LEAST_TALL
        first, last = bisect_left(lows, low - tallest), bisect_left(lows, high)
        yield [one for one in by_height[first:last] if one is not own and one[3] > low]


def _grown(own: Bounds, others: Sequence[Bounds]) -> Bounds:
    left, low, right, high = own
    wide, tall = _wanted(right - left, LEAST_WIDE), _wanted(high - low, LEAST_TALL)
    if wide:
        beside = [one for one in others if one[1] < high and low < one[3]]
        left, right = (
            left - _room(wide, [left - one[2] for one in beside]),
            right + _room(wide, [one[0] - right for one in beside]),
        )
    first, last = left - wide, right + wide
    above = [one for one in others if one[0] < last and first < one[2]]
    return (
        left,
        low - _room(tall, [low - one[3] for one in above]),
        right,
        high + _room(tall, [one[1] - high for one in above]),
    )


def _wanted(length: float, least: float) -> float:
    """Return how much a side lacks at each of its ends."""
    return max(0.0, (least - length) / 2)


def _room(wanted: float, gaps: Sequence[float]) -> float:
    """Return how far a side may move; a gap under nought is one on the other side."""
    return min(wanted, min([gap for gap in gaps if gap >= 0], default=inf) / 2)
