"""The parts of a move: its name with a number, the heading that it stands under, a picture."""

from collections.abc import Sequence

from cardgen.layout.blocks import decoration, stack
from cardgen.layout.looks import Looks
from cardgen.layout.type_scale import TypeScale
from cardgen.memo import kept
from cardgen.model.content import Image, Move, text
from cardgen.model.design import MM
from cardgen.model.page import Block, Picture, Placed, Rect, Role
from cardgen.typography.measure import style_width
from cardgen.typography.paragraph import paragraph
from cardgen.typography.style import Style

LEAST_PICTURE = 23 * MM
"""The least that the longer side of a picture measures, so that it can be followed."""
BADGE = 1.5
"""The width of a number's circle, in body sizes."""
NAME, HEADING = 1.3, 1.3
"""The sizes of the name of a move and of a heading above moves, in body sizes."""


@kept()
def title(move: Move, width: float, scale: TypeScale) -> Block:
    """Return the name of a move, behind its number: all of a sheet have one size."""
    room = width - BADGE * scale.body - scale.unit
    style = scale.heading(NAME)
    name = paragraph(move.name, style, room, role=None)
    mark = badge(str(move.number), BADGE * scale.body, scale)
    first = max(0.0, (mark.height - style.line) / 2)
    kids = (Placed(0, first + (style.line - mark.height) / 2, mark),
            Placed(mark.width + scale.unit, first, name))  # fmt: skip
    return Block(width, max(mark.height, first + name.height), kids, name_role(move))


def name_role(move: Move) -> Role:
    """Return the role of the name of a move: it stands below the heading of its part, if any."""
    return "H3" if move.section else "H2"


def under_heading(move: Move, block: Block, scale: TypeScale) -> Block:
    """Return the block of a move below the heading that begins with it, if one does."""
    if move.heading is None:
        return block
    heading = paragraph(move.heading, scale.heading(HEADING), block.width, role="H2")
    return stack([heading, block], scale.unit * 0.5)


def badge(label: str, size: float, scale: TypeScale | Looks) -> Block:
    """Return a number in a filled circle, `size` across."""
    ground = Rect(0, 0, size, size, size / 2, fill=scale.colours.accent)
    style = Style(size * 0.67, scale.colours.paper, size / (size * 0.67), scale.headings)
    width = style_width(label, style)
    said = paragraph(text(label), style, width + 1, role=None)
    kids = (Placed(0, 0, decoration(size, size, ground)), Placed((size - width) / 2, 0, said))
    return Block(size, size, kids)


def needed(shown: Sequence[Image]) -> Sequence[Image]:
    """Return the pictures without which a movement cannot be understood: the last, or more."""
    return [picture for picture in shown if picture.needed] or shown[-1:]


def figure(picture: Image, width: float) -> Block:
    """Return a picture `width` wide, its shape kept."""
    height = width / picture.artwork.aspect
    mark = Picture(0, 0, width, height, picture.artwork)
    return Block(width, height, (mark,), "Figure", picture.alt)
