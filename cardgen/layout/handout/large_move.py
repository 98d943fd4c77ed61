"""Parts of a move in large print: its name, its pictures, and what anyone can feel."""

from collections.abc import Callable, Sequence

from cardgen.layout.blocks import (
    aligned,
    decoration,
    inset,
    over,
)
from cardgen.layout.cards.pictures import PictureRoom, pictures
from cardgen.layout.components.moves import badge, figure, name_role, needed
from cardgen.layout.type_scale import TypeScale
from cardgen.model.content import Image, Move, Text
from cardgen.model.design import MM
from cardgen.model.marks import Triangle
from cardgen.model.page import Block, Picture, Placed, Rect
from cardgen.typography.paragraph import paragraph
from cardgen.typography.style import TooLargeError

NAME = 24.0
"""The size of a name, in points."""
BADGE = 1.25
"""The width of a number's circle, in sizes of a name."""
PICTURE, PAIR = 90 * MM, 70 * MM
"""The least width of a picture alone, and of each of two."""
MOST_PAIR = 0.45
"""The most of a narrow page that one of two must measure."""
UPRIGHT = 0.8
"""How tall an upright picture is at least, in the least width of others."""
LEAST_HEIGHT, MOST_PICTURES = 20 * MM, 112 * MM
"""The least and the most height of pictures with their captions."""
GUTTER, LEAST_WORDS = 5 * MM, 60 * MM
"""Between a picture and words beside it, and the least width of these."""
MARK = 1.2
"""How far a caution stands behind its mark, in type sizes."""
_RADIUS = 6.0


def name_line(move: Move, width: float, scale: TypeScale) -> Block:
    """Return the name of a move behind its number."""
    style = scale.fixed(NAME, 1.17, face=scale.headings)
    mark = badge(str(move.number), BADGE * NAME, scale)
    left = mark.width + 0.4 * NAME
    name = paragraph(move.name, style, width - left, role=None)
    return aligned(width, (0, mark), (left, name), role=name_role(move))


def caution(said: Text, width: float, scale: TypeScale, colour: str) -> Block:
    """Return what anyone can feel behind the mark of a caution."""
    style = scale.style()
    words = paragraph(said, style, width - MARK * style.size)
    side = 0.8 * style.size
    top = (style.line - side) / 2
    mark = decoration(side, style.line, Triangle(0, top, side, side, colour))
    return Block(width, words.height, (Placed(0, 0, mark), Placed(MARK * style.size, 0, words)))


def shown_pictures(images: Sequence[Image], width: float, height: float, scale: TypeScale) -> Block:
    """Return pictures over their captions, on a ground as wide as the page.

    Raises TooLargeError when they come under the least that they must measure.
    """
    pad = 1.2 * scale.unit
    room = PictureRoom(width - 2 * pad, height - 2 * pad, 2 * pad, scale.style(), scale.least)
    if (missing := LEAST_HEIGHT - height) > 0:
        raise TooLargeError(missing)
    shown = pictures(images, room)
    seen = [mark for mark, _, _ in shown.marks() if isinstance(mark, Picture)]
    least = min(PAIR, MOST_PAIR * width) if seen[1:] else PICTURE
    # An upright picture is as tall as others are wide, or nearly.
    if (missing := least - min(max(m.width, m.height / UPRIGHT) for m in seen)) > 0:
        raise TooLargeError(missing)
    return _framed(shown, width, pad, scale)


def beside_picture(
    images: Sequence[Image], width: float, told: Callable[[float], Block], scale: TypeScale
) -> Block:
    """Return the picture without which a move cannot be understood, and its words beside it.

    It has the least size that it must have. `told` makes the words in a width. Raises
    TooLargeError where there are several such pictures, or none, or no room for words.
    """
    pad = 1.2 * scale.unit
    shown = needed(images) if images else ()
    if len(shown) != 1:
        raise TooLargeError(width)
    drawn = figure(shown[0], PICTURE * min(1.0, UPRIGHT * shown[0].artwork.aspect))
    framed = _framed(drawn, drawn.width + 2 * pad, pad, scale)
    left = framed.width + GUTTER
    if (missing := LEAST_WORDS - (width - left)) > 0:
        raise TooLargeError(missing)
    return aligned(width, (0, framed), (left, told(width - left)))


def _framed(shown: Block, width: float, pad: float, scale: TypeScale) -> Block:
    """Return pictures in the middle of a ground so wide."""
    tall = shown.height + 2 * pad
    colours = scale.colours
    stroke = colours.rule if colours.is_plain else None
    ground = Rect(0, 0, width, tall, _RADIUS, fill=colours.tint, stroke=stroke, line=0.8)
    return over(
        decoration(width, tall, ground), inset(shown, (width - shown.width) / 2, pad, 0, pad)
    )
