"""Levels of urgency side by side in one frame, the most urgent of them on a dark ground."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from cardgen.layout.blocks import decoration
from cardgen.model.content import Signs
from cardgen.model.page import Block, Placed, Rect, Rule

_COLUMNS = 3


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

    def height(parts: Sequence[int]) -> float:
        return max(column(index, count).height for index, count in enumerate(parts))

    # Of equal heights the one with the widest first column: it holds what cannot wait.
    best = min(_shares(len(levels), frame), key=lambda parts: (height(parts), -parts[0]))
    columns = [column(index, count) for index, count in enumerate(best)]
    return _box(columns, [count * part for count in best], frame)


def _columns(danger: Sequence[Signs]) -> list[Sequence[Signs]]:
    first, *others = danger
    return [level for level in ([first], others[:1], others[1:]) if level]


def _shares(columns: int, frame: Frame) -> Iterator[tuple[int, ...]]:
    """Yield ways to share out the width, in parts."""
    if columns == 1:
        yield (frame.parts[1],)
        return
    sizes, whole = range(frame.least, frame.most + 1), frame.parts[columns]
    for left in sizes:
        for middle in sizes if columns == _COLUMNS else (whole - left,):
            shares = (left, middle, whole - left - middle)[:columns]
            if all(share in sizes for share in shares):
                yield shares


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
