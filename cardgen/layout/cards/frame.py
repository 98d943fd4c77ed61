"""What every face of a deck shares: its size, its safe area, and the corner that a ring takes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from cardgen.layout.blocks import decoration
from cardgen.layout.type_scale import Colours
from cardgen.model.design import MM, CardSize
from cardgen.model.page import Block, Mark, Placed, Rect, Rule

HOLE = 5 * MM
"""The width of the hole for a ring: that of most one-hole punches."""
HOLE_EDGE = 3.5 * MM
"""From the edges of the card to the hole, so that it does not tear."""
HOLE_CLEAR = 1.5 * MM
HAIR = 0.5
Edge = Literal["above", "below", "right"]
"""Where a panel ends, inside the card."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A face: `hole` tells whether its corner is kept free for a ring."""

    size: CardSize
    hole: bool = False

    @property
    def is_wide(self) -> bool:
        """Tell whether the card is wider than tall."""
        return self.size.width > self.size.height

    @property
    def width(self) -> float:
        """Return the width of the safe area."""
        return self.size.width - 2 * self.size.safe

    @property
    def height(self) -> float:
        """Return the height of the safe area."""
        return self.size.height - 2 * self.size.safe

    @property
    def corner(self) -> float:
        """Return how far the hole reaches into the safe area, across and down."""
        return HOLE_EDGE + HOLE + HOLE_CLEAR - self.size.safe if self.hole else 0

    def face(self, colours: Colours, *kids: Placed, back: bool = False) -> Block:
        """Return a face of these blocks, with the mark of the hole: on a back, it is mirrored."""
        placed = list(kids)
        if self.hole:
            x = self.size.width - HOLE_EDGE - HOLE if back else HOLE_EDGE
            placed.append(Placed(x, HOLE_EDGE, _hole(colours)))
        return Block(self.size.width, self.size.height, tuple(placed))


def _hole(colours: Colours) -> Block:
    ring = Rect(0, 0, HOLE, HOLE, HOLE / 2, fill=colours.paper, stroke=colours.rule, line=HAIR)
    return decoration(HOLE, HOLE, ring)


def panel(
    width: float, height: float, colours: Colours, inset: float, lines: Sequence[Edge]
) -> Block:
    """Return the ground of a part of a face.

    Where there are no grounds, `lines` part it from the rest. They stay `inset` points from the
    edges of the card, or they would look like ones to cut.
    """
    marks: list[Mark] = [Rect(0, 0, width, height, fill=colours.tint)]
    if colours.is_plain:
        ends = {
            "above": (inset, 0.0, width - inset, 0.0),
            "below": (inset, height, width - inset, height),
            "right": (width, inset, width, height - inset),
        }
        marks += [Rule(*ends[line], HAIR, colours.ink) for line in lines]
    return decoration(width, height, *marks)
