"""A line of advice and a ruler in the margin, where they cover no card and can be printed."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from cardgen.layout.blocks import decoration, stack
from cardgen.layout.imposition.crop_marks import HAIR
from cardgen.layout.type_scale import TypeScale
from cardgen.model.content import text
from cardgen.model.design import MM
from cardgen.model.page import Block, Bounds, Placed, Rule, with_role
from cardgen.typography.measure import style_width
from cardgen.typography.paragraph import paragraph

RULER = 50 * MM
_CLEAR = 1 * MM
"""How far the advice stands from cards and marks, at least."""
_TICK = 1.2 * MM
_BETWEEN = 5 * MM


@dataclass(frozen=True, slots=True)
class Margin:
    """A band beside the cards: how deep it is, how long, and how long its first card is."""

    side: Literal["above", "below", "left", "right"]
    depth: float
    length: float
    card: float


def hint(
    said: str, area: Bounds, card: Bounds, printable: Bounds, ticks: float, scale: TypeScale
) -> Placed | None:
    """Return the advice in the first margin that has the room, or None where none has.

    `area` is the rectangle round the cards, `card` the first of them; `ticks` is how far marks
    reach from the cards.
    """
    for margin in _margins(area, card, printable):
        for reach, start, length in (
            (ticks + _CLEAR, 0.0, margin.length),
            (_CLEAR, _CLEAR, margin.card - 2 * _CLEAR),
        ):
            for block in _shapes(said, length, scale):
                if block.height + reach <= margin.depth and block.width <= length:
                    return _placed(block, margin, area, reach, start)
    return None


def _margins(area: Bounds, card: Bounds, printable: Bounds) -> Iterator[Margin]:
    width, height = area[2] - area[0], area[3] - area[1]
    across, down = card[2] - card[0], card[3] - card[1]
    yield Margin("above", area[1] - printable[1], width, across)
    yield Margin("below", printable[3] - area[3], width, across)
    yield Margin("left", area[0] - printable[0], height, down)
    yield Margin("right", printable[2] - area[2], height, down)


def _shapes(said: str, length: float, scale: TypeScale) -> Iterator[Block]:
    """Yield the advice beside its ruler, and above it."""
    width = style_width(said, scale.reference) + 1
    line = paragraph(text(said), scale.reference, width, role=None)
    ruler = _ruler(scale)
    drop = (line.height - ruler.height) / 2
    kids = (Placed(0, 0, line), Placed(width + _BETWEEN, drop, ruler))
    yield Block(width + _BETWEEN + RULER, line.height, kids, "Artifact")
    room = max(RULER, min(width, length))
    wrapped = paragraph(text(said), scale.reference, room, role=None)
    yield with_role(stack([wrapped, ruler], 0.4 * MM), "Artifact")


def _ruler(scale: TypeScale) -> Block:
    ink, middle = scale.colours.ink, _TICK / 2
    ends = [Rule(x, 0, x, _TICK, HAIR, ink) for x in (0, RULER)]
    return decoration(RULER, _TICK, Rule(0, middle, RULER, middle, HAIR, ink), *ends)


def _placed(block: Block, margin: Margin, area: Bounds, reach: float, start: float) -> Placed:
    left, top, right, bottom = area
    if margin.side == "above":
        return Placed(left + start, top - reach - block.height, block)
    if margin.side == "below":
        return Placed(left + start, bottom + reach, block)
    if margin.side == "left":
        return Placed(left - reach - block.height, top + start, block, 270)
    return Placed(right + reach, top + start, block, 90)
