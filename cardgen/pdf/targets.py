"""What a finger or a pointer can hit of a link: more than its letters, where there is room."""

from collections.abc import Sequence
from math import inf

from cardgen.model.design import MM
from cardgen.model.page import Bounds

LEAST_TALL, LEAST_WIDE = 5 * MM, 4 * MM
"""How large a target becomes where nothing else is near, in points."""


def grown(bounds: Sequence[Bounds]) -> list[Bounds]:
    """Return the targets of a page's links, each as large as leaves the others theirs.

    Bounds are left, low, right and high, in points; so are those that are returned. Of the room
    between two links each takes half, at the most.
    """
    return [_grown(own, _near(i, bounds)) for i, own in enumerate(bounds)]


def _near(index: int, bounds: Sequence[Bounds]) -> list[Bounds]:
    """Return the others that a target may meet when it grows as far as it can."""
    _, low, _, high = bounds[index]
    low, high = low - 2 * LEAST_TALL, high + 2 * LEAST_TALL
    return [
        one for other, one in enumerate(bounds) if one[1] < high and one[3] > low and other != index
    ]


def _grown(own: Bounds, others: Sequence[Bounds]) -> Bounds:
    left, low, right, high = own
    wide, tall = _wanted(right - left, LEAST_WIDE), _wanted(high - low, LEAST_TALL)
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
