"""What every face of a deck shares: its size, its safe area, and the corner that a ring takes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cardgen.layout.blocks import decoration
from cardgen.layout.type_scale import Colours, TypeScale
from cardgen.model.content import Text, joined
from cardgen.model.design import MM, CardSize
from cardgen.model.page import Block, Mark, Placed, Rect, Rule
from cardgen.typography.paragraph import paragraph
from cardgen.typography.style import TooLargeError

SMALLEST = 6.5
HOLE = 5 * MM
"""The width of the hole for a ring: that of most one-hole punches."""
HOLE_EDGE = 3.5 * MM
"""From the edges of the card to the hole, so that it does not tear."""
HOLE_CLEAR = 1.5 * MM
HAIR = 0.5
SEPARATOR = "\u00a0· "
"""The first blank does not break, so that no line starts with the dot."""


GLANCE_WIDE, GLANCE_TALL = 0.46, 0.44
"""The part of a wide card's width, and of a tall card's height, that its panel has."""
BESIDE = 1.3
"""How far words stand from a panel, in safe distances."""


@dataclass(frozen=True, slots=True)
class Glance:
    """A face that is read at a glance: a panel from its top left corner, and room for words."""

    across: float
    down: float
    left: float
    """Where the words begin; `top` as well."""
    top: float
    room: tuple[float, float]
    """The width and the height that the words have."""


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

    @property
    def glance(self) -> Glance:
        """Return the panel, at the left of a wide card or the top of a tall one, and the rest."""
        size, wide = self.size, self.is_wide
        across = size.width * GLANCE_WIDE if wide else size.width
        down = size.height if wide else size.height * GLANCE_TALL
        left = across + BESIDE * size.safe if wide else size.safe
        top = size.safe if wide else down + size.safe
        room = (size.width - left - size.safe, size.height - top - size.safe)
        return Glance(across, down, left, top, room)

    def face(self, scale: TypeScale, *kids: Placed, back: bool = False) -> Block:
        """Return a face of these blocks, with the mark of the hole: on a back, it is mirrored."""
        placed = list(kids)
        if self.hole:
            x = self.size.width - HOLE_EDGE - HOLE if back else HOLE_EDGE
            placed.append(Placed(x, HOLE_EDGE, _hole(scale.colours)))
        return Block(self.size.width, self.size.height, tuple(placed))


def _hole(colours: Colours) -> Block:
    ring = Rect(0, 0, HOLE, HOLE, HOLE / 2, fill=colours.paper, stroke=colours.rule, line=HAIR)
    return decoration(HOLE, HOLE, ring)


def panel(
    width: float, height: float, fill: str, scale: TypeScale, *, below: bool, inset: float
) -> Block:
    """Return the ground of a part of a face; what comes next is `below` it, or to its right.

    A line that parts them stays `inset` points from the edges, or it would look like one to cut.
    """
    marks: list[Mark] = [Rect(0, 0, width, height, fill=fill)]
    if scale.colours.is_plain:
        start = (inset, height) if below else (width, inset)
        end = (width - inset, height) if below else (width, height - inset)
        marks.append(Rule(*start, *end, HAIR, scale.colours.ink))
    return decoration(width, height, *marks)


def three(
    above: Block,
    middle: Block,
    below: Block,
    height: float,
    scale: TypeScale,
    beyond: Sequence[Block] = (),
) -> Block:
    """Return blocks at the top, in the middle of what is left, and at the bottom.

    Raises TooLargeError when they would stand closer than two units; `beyond` are blocks that have
    taken of the height before.
    """
    spare = height - above.height - middle.height - below.height
    if spare < 2 * scale.unit:
        raise TooLargeError(2 * scale.unit - spare, among=[above, middle, below, *beyond])
    kids = (
        Placed(0, 0, above),
        Placed(0, above.height + spare / 2, middle),
        Placed(0, height - below.height, below),
    )
    return Block(above.width, height, kids)


def reserved(block: Block, height: float) -> Block:
    """Return the block with at least this height."""
    return replace(block, height=max(block.height, height))


def source_line(sources: Sequence[Text], width: float, scale: TypeScale) -> Block:
    """Return short sources run together."""
    return paragraph(joined(sources, SEPARATOR), scale.reference, width)
