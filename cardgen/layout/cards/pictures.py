"""The pictures of a move in their place: as large as it lets them be, all at one scale."""

from collections.abc import Sequence
from typing import NamedTuple

from cardgen.layout.blocks import beside, stack
from cardgen.layout.cards.sizes import SMALLEST
from cardgen.layout.components.moves import LEAST_PICTURE, figure, needed
from cardgen.layout.fitting.refusal import PicturesTooLargeError
from cardgen.model.content import Image, text
from cardgen.model.design import MM
from cardgen.model.page import Block, Placed
from cardgen.typography.paragraph import centred, paragraph, shrunk
from cardgen.typography.style import Style

LEAST_CAPTION = 0.7
"""How far a caption shrinks to stand below its picture, if not below the least size of type."""
SMALLEST_PICTURE = 18 * MM
"""The least that the longer side of a picture measures where nothing else may be left out."""
SLIP = 0.01
"""What a sum of heights may be off by, in points."""


class PictureRoom(NamedTuple):
    """A place for pictures: its width, height, the gap between two, and the style of captions."""

    width: float
    height: float
    gap: float
    caption: Style | None = None
    least: float = SMALLEST
    """The least size of captions, in points."""


def pictures(shown: Sequence[Image], room: PictureRoom) -> Block:
    """Return all pictures side by side or one below the other, if they stay large enough.

    Else those are shown without which the movement cannot be understood, and none of them is left
    out. Raises PicturesTooLargeError where they would come out too small.
    """
    for some in (shown, needed(shown)):
        block, least = _largest(some, room)
        if least >= LEAST_PICTURE:
            return block
    if (missing := SMALLEST_PICTURE - least) > 0:
        raise PicturesTooLargeError(missing, some[-1].origin)
    return block


def _largest(shown: Sequence[Image], room: PictureRoom) -> tuple[Block, float]:
    """Return pictures in the way that makes them the larger, and the longest side of the least.

    They are as large as their captions leave room for, each as tall as it comes to be.
    """
    lines = 1 if room.caption else 0
    while True:
        block, least = _in_lines(shown, room, lines)
        if not lines or least < SMALLEST_PICTURE or block.height <= room.height + SLIP:
            return block, least
        lines += 1


def _in_lines(shown: Sequence[Image], room: PictureRoom, lines: int) -> tuple[Block, float]:
    """Return what `_largest` does, where each caption has so many lines."""
    sizes = _natural(shown)
    gaps = room.gap * (len(shown) - 1)
    low = lines * room.caption.line if room.caption else 0
    widths, heights = [w for w, _ in sizes], [h for _, h in sizes]
    abreast = min((room.width - gaps) / sum(widths), (room.height - low) / max(heights))
    above = min(room.width / max(widths), (room.height - gaps - low * len(shown)) / sum(heights))
    scale = max(abreast, above)
    least = min(max(size) for size in sizes) * scale
    figures = [
        _captioned(picture, width * scale, room)
        for picture, (width, _) in zip(shown, sizes, strict=True)
    ]
    return _level(figures, room) if abreast >= above else _spread(figures, room), least


def _natural(shown: Sequence[Image]) -> list[tuple[float, float]]:
    """Return the sizes of pictures beside each other: of our own, so that people are equally tall.

    Where somebody else has drawn or photographed one, each is taken to be as tall as the others.
    """
    artworks = [picture.artwork for picture in shown]
    if all(artwork.unit for artwork in artworks):
        return [(one.width / one.unit, one.height / one.unit) for one in artworks]
    return [(artwork.aspect, 1.0) for artwork in artworks]


def _captioned(picture: Image, width: float, room: PictureRoom) -> Block:
    shown, style = figure(picture, width), room.caption
    if style is None:
        return shown
    least = max(LEAST_CAPTION, room.least / style.size)
    fitted = shrunk(picture.caption, style, width, least)
    return stack([shown, centred(paragraph(text(picture.caption, picture.origin), fitted, width))])


def _level(figures: Sequence[Block], room: PictureRoom) -> Block:
    """Return pictures side by side, their lower edges level."""
    tall = max(block.height for block in figures)
    gaps = len(figures) + 1
    spare = room.width - sum(block.width for block in figures)
    gap = max(room.gap, spare / gaps)
    return beside(
        [Block(b.width, tall, (Placed(0, tall - b.height, b),)) for b in figures],
        gap if figures[1:] else 0,
    )


def _spread(figures: Sequence[Block], room: PictureRoom) -> Block:
    """Return pictures one below the other, in the middle of each other."""
    wide = max(block.width for block in figures)
    spare = room.height - sum(block.height for block in figures)
    gap = max(room.gap, spare / (len(figures) + 1))
    return stack(
        [Block(wide, b.height, (Placed((wide - b.width) / 2, 0, b),)) for b in figures], gap
    )
