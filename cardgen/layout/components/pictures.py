"""The pictures of a move on a handout, never smaller than can be followed."""

from collections.abc import Sequence

from cardgen.layout.blocks import stack
from cardgen.layout.components.moves import figure, fitting_share, needed
from cardgen.layout.type_scale import TypeScale
from cardgen.model.content import Image, text
from cardgen.model.design import MM
from cardgen.model.page import Block, Placed
from cardgen.typography.paragraph import centred, paragraph, shrunk

SMALLEST_CAPTION = 8.0
"""The type of a caption, where it takes that to stand on one line."""
LEAST = 28 * MM
"""The least that the longer side of a picture measures on a handout."""
LEAST_LARGE = 40 * MM
"""The least width of a picture in large print."""


def picture_column(
    pictures: Sequence[Image], caption: str, width: float, height: float, scale: TypeScale
) -> Block:
    """Return pictures one below the other over a caption, to stand beside text of some height.

    All of them are shown where they fit that height and stay large enough. Else those are
    shown without which the movement cannot be understood, as large as they must be.
    """
    label = _caption(caption, width, scale)
    room = height - label.height
    share = fitting_share(pictures, width, room, scale)
    if pictures and share >= _least_share(pictures, width, scale):
        return _column(pictures, label, width, share, scale)
    fewer = needed(pictures)
    share = max(fitting_share(fewer, width, room, scale), _least_share(fewer, width, scale))
    return _column(fewer, label, width, share, scale)


def _captioned(picture: Image, width: float, scale: TypeScale) -> Block:
    # An upright picture is as tall as others are wide.
    drawn = min(width, width * picture.artwork.aspect)
    shown = figure(picture, drawn)
    placed = Block(width, shown.height, (Placed((width - drawn) / 2, 0, shown),))
    return stack([placed, _caption(picture.caption, width, scale)], 0.5 * scale.unit)


def _caption(said: str, width: float, scale: TypeScale) -> Block:
    """Return a caption in the middle below its picture, or nothing for no words."""
    if not said:
        return Block(width, 0)
    quiet = scale.second(scale.colours.quiet)
    style = shrunk(said, quiet, width, max(SMALLEST_CAPTION, scale.least) / quiet.size)
    return centred(paragraph(text(said), style, width))


def _least_share(pictures: Sequence[Image], width: float, scale: TypeScale) -> float:
    if scale.least:
        return min(1.0, LEAST_LARGE / width)
    longer = [max(width, width / picture.artwork.aspect) for picture in pictures]
    return min(1.0, LEAST / min(longer)) if longer else 0.0


def _column(
    pictures: Sequence[Image], caption: Block, width: float, share: float, scale: TypeScale
) -> Block:
    figures = [figure(picture, width * share) for picture in pictures]
    column = stack(figures, scale.unit)
    placed = Block(width, column.height, (Placed(width * (1 - share) / 2, 0, column),))
    return stack([placed, caption], 0.3 * scale.unit) if caption.height else placed
