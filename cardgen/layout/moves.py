"""The moves of a handout: picture left, words right."""

from collections.abc import Sequence

from cardgen.layout.blocks import stack
from cardgen.layout.kit import Kit
from cardgen.layout.lists import numbered
from cardgen.layout.measure import Style
from cardgen.layout.text import paragraph, shrunk
from cardgen.model.content import Move, Shown, Span, Words, words
from cardgen.model.design import MM
from cardgen.model.page import Block, Ground, Picture, Placed, with_role

PICTURE = 29 * MM
LEAST_PICTURE = 23 * MM
"""The least that the longer side of a picture measures, so that it can be followed."""
GUTTER = 8.0
BADGE = 1.5
"""The width of a number's circle, in body sizes."""
NAME = 1.22


def move_row(move: Move, width: float, kit: Kit) -> Block:
    """Return one move: its pictures beside its name, dose and steps, the cautions below."""
    room = width - PICTURE - GUTTER
    text = _text(move, room, kit)
    pictures = picture_column(move.pictures, PICTURE, text.height, kit)
    height = max(text.height, pictures.height)
    kids = (
        Placed(PICTURE + GUTTER, 0, text),
        Placed(0, (height - pictures.height) / 2, pictures),
    )
    beside = Block(width, height, kids)
    quiet = kit.style(0.9, kit.theme.quiet)
    cautions = paragraph(joined(move.cautions), quiet, width, kit.measure)
    return stack([beside, cautions], kit.unit * 0.5, role="Sect")


def joined(texts: Sequence[Words]) -> Words:
    """Return texts run together, a blank between them."""
    return tuple(span for i, text in enumerate(texts) for span in ((Span(" "),) * (i > 0) + text))


def _text(move: Move, width: float, kit: Kit) -> Block:
    theme = kit.theme
    room = width - BADGE * kit.body - kit.unit
    style = shrunk(move.name, kit.style(NAME, face="bold"), room, 1 / NAME, kit.measure)
    name = paragraph(words(move.name), style, room, kit.measure, role=None)
    title = with_role(_beside_badge(move.number, name, width, kit), "H2")
    dose = paragraph(move.dose.words, kit.style(1.06, theme.accent, "bold"), width, kit.measure)
    steps = numbered(move.short_steps, kit.style(), theme.quiet, width, kit.measure)
    return stack([title, stack([dose, steps], kit.unit * 0.25)], kit.unit * 0.3)


def _beside_badge(number: int, name: Block, width: float, kit: Kit) -> Block:
    mark = badge(str(number), BADGE * kit.body, kit)
    height = max(mark.height, name.height)
    kids = (
        Placed(0, (height - mark.height) / 2, mark),
        Placed(mark.width + kit.unit, (height - name.height) / 2, name),
    )
    return Block(width, height, kids)


def badge(text: str, size: float, kit: Kit) -> Block:
    """Return a number in a filled circle, `size` across."""
    ground = Ground(0, 0, size, size, size / 2, fill=kit.theme.accent)
    style = Style(size * 0.67, kit.theme.paper, size / (size * 0.67), "bold")
    width = kit.measure.width(text, "bold", style.size)
    label = paragraph(words(text), style, width + 1, kit.measure, role=None)
    return Block(
        size,
        size,
        (
            Placed(0, 0, Block(size, size, (ground,), "Artifact")),
            Placed((size - width) / 2, 0, label),
        ),
    )


def picture_column(pictures: Sequence[Shown], width: float, height: float, kit: Kit) -> Block:
    """Return as many of the pictures, one below the other, as stay large enough to follow.

    All pictures of a movement are shown where they fit the height of the text beside them, and
    else the last one, which shows where the movement arrives.
    """
    for shown in (pictures, pictures[-1:]):
        scale = fitting_scale(shown, width, height, kit)
        if shown and scale >= _least_scale(shown, width, kit):
            return _stacked(shown, width, scale, kit)
    last = pictures[-1:]
    return _stacked(last, width, _least_scale(last, width, kit), kit)


def fitting_scale(pictures: Sequence[Shown], width: float, height: float, kit: Kit) -> float:
    """Return how much of `width` the pictures may take so that together they fit `height`."""
    tall = sum(width / kit.measure.aspect(picture.file) for picture in pictures)
    gaps = kit.unit * (len(pictures) - 1)
    return min(1.0, (height - gaps) / tall) if tall else 0.0


def _least_scale(pictures: Sequence[Shown], width: float, kit: Kit) -> float:
    longer = [max(width, width / kit.measure.aspect(picture.file)) for picture in pictures]
    return LEAST_PICTURE / min(longer) if longer else 0.0


def _stacked(pictures: Sequence[Shown], width: float, scale: float, kit: Kit) -> Block:
    figures = [figure(picture, width * scale, kit) for picture in pictures]
    column = stack(figures, kit.unit)
    return Block(width, column.height, (Placed(width * (1 - scale) / 2, 0, column),))


def figure(picture: Shown, width: float, kit: Kit) -> Block:
    """Return a picture `width` wide, its shape kept."""
    height = width / kit.measure.aspect(picture.file)
    mark = Picture(0, 0, width, height, picture.file)
    return Block(width, height, (mark,), "Figure", picture.alt)
