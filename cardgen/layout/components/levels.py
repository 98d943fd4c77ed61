"""Levels of urgency side by side in one frame, the most urgent of them on a dark ground."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
from typing import NamedTuple

from cardgen.layout.blocks import decoration
from cardgen.model.content import Signs
from cardgen.model.page import Block, Placed, Rect, Rule

_COLUMNS = 3
Height = Callable[[int], float]
"""Returns how tall a column is, in points, that has so many parts of the width."""


class Frame(NamedTuple):
    """A frame about columns: its line, its padding, and how its width may be shared out."""

    ink: str
    pad: tuple[float, float]
    """At the sides of a column, and above and below, in points."""
    radius: float
    border: float
    parts: Mapping[int, int]
    """By the number of columns, in how many parts the width is shared out."""
    least: int
    most: int
    """Of these parts a column has between the least and the most."""


Maker = Callable[[Sequence[Signs], float, bool], Block]
"""Makes a column of some levels in a width in points; the last tells whether its ground is dark."""


def framed(danger: Sequence[Signs], width: float, frame: Frame, make: Maker) -> Block:
    """Return the levels side by side in a frame that is `width` points wide.

    The first level has a column, the second too, and all others share the third. The columns
    are as wide as makes the box least tall.
    """
    levels = _columns(danger)
    part = width / frame.parts[len(levels)]

    @cache
    def column(index: int, parts: int) -> Block:
        return make(levels[index], parts * part - 2 * frame.pad[0], not index)

    def height(index: int, parts: int) -> float:
        return column(index, parts).height

    best = _shares([partial(height, index) for index in range(len(levels))], frame)
    columns = [column(index, count) for index, count in enumerate(best)]
    return _box(columns, [count * part for count in best], frame)


def _columns(danger: Sequence[Signs]) -> list[Sequence[Signs]]:
    first, *others = danger
    return [level for level in ([first], others[:1], others[1:]) if level]


def _shares(heights: Sequence[Height], frame: Frame) -> list[int]:
    """Return the parts of each column with which the tallest is as low as can be.

    Of equal heights it is the one with the widest first column: it holds what cannot wait.
    """
    whole = frame.parts[len(heights)]
    if len(heights) == 1:
        return [whole]
    shares = [frame.least] * len(heights)
    # A column is no taller where it is wider: so each part that is left goes to the tallest.
    for _ in range(whole - sum(shares)):
        tallest = max(range(len(shares)), key=lambda index: heights[index](shares[index]))
        if shares[tallest] == frame.most:
            break
        shares[tallest] += 1
    limit = max(height(parts) for height, parts in zip(heights, shares, strict=True))
    others = [
        _narrowest(height, range(frame.least, parts + 1), limit)
        for height, parts in zip(heights[1:], shares[1:], strict=True)
    ]
    first = min(frame.most, whole - sum(others))
    return [first, *others[:-1], whole - first - sum(others[:-1])]


def _narrowest(height: Height, parts: range, limit: float) -> int:
    """Return the fewest parts with which a column is no taller than a limit."""
    return next(count for count in parts if height(count) <= limit)


def _box(columns: Sequence[Block], widths: Sequence[float], frame: Frame) -> Block:
    """Return the columns in one frame; the first is dark, since it cannot wait."""
    width, (across, down) = sum(widths), frame.pad
    height = max(column.height for column in columns) + 2 * down
    marks: list[Rect | Rule] = [
        Rect(0, 0, width, height, frame.radius, stroke=frame.ink, line=frame.border),
        Rect(0, 0, widths[0], height, frame.radius, fill=frame.ink),
    ]
    if len(columns) == _COLUMNS:
        x = width - widths[-1]
        marks.append(Rule(x, 0, x, height, frame.border, frame.ink))
    kids = [Placed(0, 0, decoration(width, height, *marks))]
    x = across
    for room, column in zip(widths, columns, strict=True):
        kids.append(Placed(x, down, column))
        x += room
    return Block(width, height, tuple(kids))
