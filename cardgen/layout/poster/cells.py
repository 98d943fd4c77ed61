"""A move of a poster: its pictures, large enough to be followed from afar, and its words."""

import re
from collections.abc import Sequence
from typing import Literal

from cardgen.layout.blocks import beside, stack
from cardgen.layout.components.moves import figure, needed, title, under_heading
from cardgen.layout.components.tiles import across
from cardgen.layout.type_scale import TypeScale
from cardgen.memo import kept
from cardgen.model.content import Image, Move, text
from cardgen.model.design import MM
from cardgen.model.page import Block, Placed
from cardgen.typography.paragraph import centred, paragraph

PICTURE = 90 * MM
"""The least that the longer side of a picture measures."""
PICTURE_SIZE = 15.0
"""That side in type sizes, where that is more: on large paper pictures grow with the words."""
PAIR_GAP = 1.0
"""Between two pictures of a move, in type sizes."""
DOSE = 1.25
"""The size of a dose in those of a cue."""
Stand = Literal["abreast", "above"]
"""How several pictures of one move stand."""
_NUMBER = re.compile(r"(\d) ")
"""A number, which no line leaves without its unit."""


@kept()
def pictures(move: Move, stand: Stand, scale: TypeScale) -> Block:
    """Return the pictures without which a move cannot be understood, at one scale.

    The longer side of each is no smaller than `PICTURE`. Where there are several, each stands
    over its caption.
    """
    shown = needed(move.pictures) if move.pictures else ()
    if not shown:
        return Block(0, 0)
    sizes = [across(picture, shown) for picture in shown]
    unit = max(PICTURE, PICTURE_SIZE * scale.body) / min(max(size) for size in sizes)
    drawn = [figure(one, unit * wide) for one, (wide, _) in zip(shown, sizes, strict=True)]
    if len(drawn) == 1:
        return drawn[0]
    told = [_captioned(block, one, scale) for block, one in zip(drawn, shown, strict=True)]
    gap = PAIR_GAP * scale.body
    return _level(told, gap) if stand == "abreast" else _column(told, gap)


def _captioned(drawn: Block, picture: Image, scale: TypeScale) -> Block:
    said = text(picture.caption, picture.origin)
    return stack([drawn, centred(paragraph(said, scale.second(), drawn.width))])


def _level(blocks: Sequence[Block], gap: float) -> Block:
    """Return blocks side by side, their lower edges level."""
    low = max(block.height for block in blocks)
    return beside([Block(b.width, low, (Placed(0, low - b.height, b),)) for b in blocks], gap)


def _column(blocks: Sequence[Block], gap: float) -> Block:
    """Return blocks one below the other, their middles in line."""
    wide = max(block.width for block in blocks)
    return stack(
        [Block(wide, b.height, (Placed((wide - b.width) / 2, 0, b),)) for b in blocks], gap
    )


@kept()
def words(move: Move, width: float, scale: TypeScale) -> Block:
    """Return the name of a move behind its number, its dose, and the line to remember."""
    dose = scale.style(DOSE, scale.colours.accent, "bold")
    whole = _NUMBER.sub("\\1\u00a0", move.dose_line.plain)
    noted = [move.note] if move.note else []
    told = stack(
        [
            title(move, width, scale),
            paragraph(text(whole, move.dose_line.origin), dose, width),
            *(paragraph(said, scale.style(), width) for said in (*noted, move.cue)),
        ],
        0.3 * scale.unit,
    )
    return under_heading(move, told, scale)
