"""Ways to lay out the moves of a page: in two columns, in a list, or in steps."""

from collections.abc import Callable, Mapping, Sequence

from cardgen.layout.blocks import beside, hairline, height_of, stack
from cardgen.layout.components.moves import cautions, instructions, quiet, title, under_heading
from cardgen.layout.components.pictures import picture_column, picture_strip
from cardgen.layout.components.references import balanced
from cardgen.layout.type_scale import LINE, TypeScale
from cardgen.memo import kept
from cardgen.model.arrangement import Layout
from cardgen.model.content import Move
from cardgen.model.design import MM
from cardgen.model.page import Block, Placed

COLUMN_GAP = 14.0
PICTURE = 29 * MM
LIST_PICTURE = 34 * MM
WIDEST_UNIT = 12.0
"""More than a unit of space ever measures, in points."""
GUTTER = 8.0
SPACE = 1.0
"""The space between the hair line over a move and the move, in units."""
COLUMN_SPACE = 0.85
"""The least space between two moves of a column, in units."""
HEAD = 0.3
"""The space between the name of a move and its words, in units."""
CARE = 0.42
"""How much of the text of a list is for cautions."""


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


@kept()
def _line(move: Move, width: float, scale: TypeScale) -> Block:
    """Return a move as wide as the page: picture, words, and cautions at the right."""
    room = width - LIST_PICTURE - 2 * GUTTER
    text, care = room * (1 - CARE), room * CARE
    left = _beside_pictures(
        move, instructions(move, text, scale), LIST_PICTURE, scale, move.posture
    )
    right = stack(cautions(move, care, scale))
    # From where the dose begins, so that they are read with it.
    top = title(move, text, scale).height + HEAD * scale.unit
    height = max(left.height, top + right.height)
    kids = (Placed(0, 0, left), Placed(left.width + GUTTER, top, right))
    return Block(width, height, kids, "Sect")


@kept()
def _steps(move: Move, width: float, scale: TypeScale) -> Block:
    """Return a move as wide as the page: all its pictures with captions, then the words."""
    strip = picture_strip(move.pictures, PICTURE, scale)
    # Room for two pictures, as most moves have them, so that the words line up.
    shown = max(strip.width, 2 * (PICTURE + scale.unit))
    left = shown + GUTTER
    room = width - left
    name = title(move, room, scale)
    care = cautions(move, min(room, LINE * scale.second().size), scale)
    words = stack([instructions(move, room, scale), *care], scale.unit * 0.3)
    top = name.height + HEAD * scale.unit
    height = max(top + words.height, strip.height)
    kids = (
        Placed(left, 0, name),
        Placed((shown - strip.width) / 2, (height - strip.height) / 2, strip),
        Placed(left, top, words),
    )
    return Block(width, height, kids, "Sect")


def dose_width(layout: Layout, width: float, pictures: int) -> float:
    """Return the width in points that the dose of a move has at least.

    `width` is that of the page between its margins, `pictures` the number of the move's.
    """
    if layout == "grid":
        return (width - COLUMN_GAP) / 2 - PICTURE - GUTTER
    if layout == "list":
        return (width - LIST_PICTURE - 2 * GUTTER) * (1 - CARE)
    return width - max(2, pictures) * (PICTURE + WIDEST_UNIT) - GUTTER


Row = Callable[[Move, float, TypeScale], Block]
WIDE: Mapping[Layout, Row] = {"list": _line, "steps": _steps}
"""Layouts in which a move is as wide as the page."""


def wide_rows(layout: Layout, moves: Sequence[Move], width: float, scale: TypeScale) -> list[Block]:
    """Return the moves one below the other, each under a hair line."""
    return [under_heading(m, ruled(WIDE[layout](m, width, scale), scale), scale) for m in moves]


def column_cells(moves: Sequence[Move], width: float, scale: TypeScale) -> list[Block]:
    """Return the moves for columns, each under a hair line; a posture is said once in a row."""
    before = ["", *(move.posture for move in moves)]
    new = [
        "" if move.posture == last else move.posture
        for move, last in zip(moves, before, strict=False)
    ]
    return [
        under_heading(move, ruled(cell(move, width, scale, posture=posture), scale), scale)
        for move, posture in zip(moves, new, strict=True)
    ]


def ruled(block: Block, scale: TypeScale) -> Block:
    """Return a block under a hair line of its own width."""
    return stack([hairline(block.width, scale.colours.rule), block], SPACE * scale.unit)


def in_columns(blocks: Sequence[Block], extra: float, scale: TypeScale) -> Block:
    """Return blocks in two columns, read down the first and then the second.

    The columns are as level as can be, and `extra` points taller than they must be; each
    shares what it has over among its gaps.
    """
    columns = [column for column in balanced(blocks, 2, COLUMN_SPACE * scale.unit) if column]
    least = max(height_of(column, COLUMN_SPACE * scale.unit) for column in columns)
    return beside([_spread(column, least + extra) for column in columns], COLUMN_GAP)


def _spread(blocks: Sequence[Block], height: float) -> Block:
    spare = height - sum(block.height for block in blocks)
    return stack(blocks, spare / max(1, len(blocks) - 1))
