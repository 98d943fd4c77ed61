"""A move in a column, its pictures beside its words."""

from cardgen.layout.blocks import hairline, stack
from cardgen.layout.components.moves import cautions, instructions, quiet, title
from cardgen.layout.components.pictures import picture_column
from cardgen.layout.type_scale import TypeScale
from cardgen.memo import kept
from cardgen.model.content import Move
from cardgen.model.design import MM
from cardgen.model.page import Block, Placed

COLUMN_GAP = 14.0
PICTURE = 29 * MM
GUTTER = 8.0
SPACE = 1.0
"""The space between the hair line over a move and the move, in units."""
HEAD = 0.3
"""The space between the name of a move and its words, in units."""


@kept()
def cell(
    move: Move, width: float, scale: TypeScale, picture: float = PICTURE, posture: str = ""
) -> Block:
    """Return a move for a column: picture left over its posture, words right.

    The cautions stand below both, or at the end of the words, and the posture at the start of
    the words, where that is less tall.
    """
    room = width - picture - GUTTER
    words = instructions(move, room, scale)
    within = stack([words, *cautions(move, room, scale)], scale.unit * 0.5)
    ways = [
        [_beside_pictures(move, words, picture, scale, posture), *cautions(move, width, scale)],
        [_beside_pictures(move, within, picture, scale, posture)],
    ]
    if posture:
        first = quiet(posture, room, scale)
        ways.append([_beside_pictures(move, stack([first, within]), picture, scale, "")])
    made = [stack(way, scale.unit * 0.5, role="Sect") for way in ways]
    return min(made, key=lambda block: block.height)


def _beside_pictures(
    move: Move, words: Block, width: float, scale: TypeScale, posture: str
) -> Block:
    """Return the name of a move and words below it, at the right of its pictures.

    The name is read first, then what the pictures show.
    """
    name = title(move, words.width, scale)
    top = name.height + HEAD * scale.unit
    pictures = picture_column(move.pictures, posture, width, top + words.height, scale)
    height = max(top + words.height, pictures.height)
    left = width + GUTTER
    kids = (
        Placed(left, 0, name),
        Placed(0, (height - pictures.height) / 2, pictures),
        Placed(left, top, words),
    )
    return Block(left + words.width, height, kids)


def ruled(block: Block, scale: TypeScale) -> Block:
    """Return a block under a hair line of its own width."""
    return stack([hairline(block.width, scale.colours.rule), block], SPACE * scale.unit)
