"""The pictures of a move on a handout, never smaller than can be followed."""

from collections.abc import Sequence
from dataclasses import replace

from cardgen.layout.blocks import beside, stack
from cardgen.layout.kit import Kit
from cardgen.layout.moves import figure, fitting_scale
from cardgen.layout.text import paragraph, shrunk
from cardgen.model.content import Shown, words
from cardgen.model.design import MM
from cardgen.model.page import Block, Placed

SMALLEST_CAPTION = 8.0
"""The type of a caption, where it takes that to stand on one line."""
LEAST = 28 * MM
"""The least that the longer side of a picture measures on a handout."""
LEAST_LARGE = 40 * MM
"""The least width of a picture in large print."""


def picture_column(
    pictures: Sequence[Shown], caption: str, width: float, height: float, kit: Kit
) -> Block:
    """Return pictures one below the other over a caption, to stand beside text of some height.

    All of them are shown where they fit that height and stay large enough. Else those are
    shown without which the movement cannot be understood, as large as they must be.
    """
    label = _caption(caption, width, kit)
    room = height - label.height
    needed = [picture for picture in pictures if picture.needed] or pictures[-1:]
    scale = fitting_scale(pictures, width, room, kit)
    if pictures and scale >= _least_scale(pictures, width, kit):
        return _column(pictures, label, width, scale, kit)
    scale = fitting_scale(needed, width, room, kit)
    return _column(needed, label, width, max(scale, _least_scale(needed, width, kit)), kit)


def picture_strip(pictures: Sequence[Shown], each: float, kit: Kit) -> Block:
    """Return pictures side by side in places `each` wide, every one over its own caption."""
    return beside([_captioned(picture, each, kit) for picture in pictures], 2 * kit.unit)


def _captioned(picture: Shown, width: float, kit: Kit) -> Block:
    # An upright picture is as tall as others are wide.
    drawn = min(width, width * kit.measure.aspect(picture.file))
    shown = figure(picture, drawn, kit)
    placed = Block(width, shown.height, (Placed((width - drawn) / 2, 0, shown),))
    return stack([placed, _caption(picture.caption, width, kit)], 0.5 * kit.unit)


def _caption(text: str, width: float, kit: Kit) -> Block:
    """Return a caption in the middle below its picture, or nothing for no text."""
    if not text:
        return Block(width, 0)
    quiet = kit.second(kit.theme.quiet)
    style = shrunk(text, quiet, width, max(SMALLEST_CAPTION, kit.least) / quiet.size, kit.measure)
    block = paragraph(words(text), style, width, kit.measure)
    middle = (replace(line, x=(width - line.width) / 2) for line in block.lines)
    return replace(block, kids=tuple(middle))


def _least_scale(pictures: Sequence[Shown], width: float, kit: Kit) -> float:
    if kit.least:
        return min(1.0, LEAST_LARGE / width)
    longer = [max(width, width / kit.measure.aspect(picture.file)) for picture in pictures]
    return min(1.0, LEAST / min(longer)) if longer else 0.0


def _column(
    pictures: Sequence[Shown], caption: Block, width: float, scale: float, kit: Kit
) -> Block:
    figures = [figure(picture, width * scale, kit) for picture in pictures]
    column = stack(figures, kit.unit)
    placed = Block(width, column.height, (Placed(width * (1 - scale) / 2, 0, column),))
    return stack([placed, caption], 0.3 * kit.unit) if caption.height else placed
