"""The top of a handout: who gives it, what it is, how many, how long, how often."""

from collections.abc import Sequence

from cardgen.layout.blocks import aligned, decoration, hairline, stack
from cardgen.layout.type_scale import TypeScale
from cardgen.model.content import Figure, Image, Text
from cardgen.model.handout import Heading
from cardgen.model.page import Block, Picture, Placed
from cardgen.typography.measure import style_width
from cardgen.typography.paragraph import flush_end, paragraph
from cardgen.typography.style import Style

LOGO_HEIGHT, LOGO_WIDTH = 26, 110
RECIPIENT, ALONE = 0.4, 0.55
"""The part of the width that the recipient's name has beside a clinic's, and without one: it
stands again beside the title of a back."""
NUMBER = 1.75
"""The size of the large figures, in body sizes."""
SPACE = 12.0
LEAST_NUMBER = 0.6
"""How far a large figure may shrink to stand in the box that is kept for it."""


def heading(content: Heading, width: float, scale: TypeScale) -> Block:
    """Return the logo and the clinic at the left, the recipient at the right, and a hair line."""
    style = scale.second()
    logo = _logo(content.logo)
    left = logo.width + 2 * scale.unit if content.logo else 0.0
    right = _recipient(content, width, style)
    room = width - left - right.width - 3 * scale.unit
    clinic = stack([paragraph(said, style, room) for said in content.clinic])
    x = width - right.width if content.clinic else 0
    row = aligned(width, (0, logo), (left, clinic), (x, right))
    return stack([row, hairline(width, scale.colours.rule)], scale.unit)


def recipient_width(width: float, *, beside_clinic: bool) -> float:
    """Return the width in points that the recipient has on a page that is `width` wide."""
    return width * (RECIPIENT if beside_clinic else ALONE)


def _recipient(content: Heading, width: float, style: Style) -> Block:
    """Return whom it is for: at the far edge beside the clinic, or alone at the near one."""
    room = recipient_width(width, beside_clinic=bool(content.clinic))
    if content.clinic:
        return flushed(content.recipient, room, style)
    return stack([paragraph(said, style, room) for said in content.recipient])


def flushed(texts: Sequence[Text], width: float, style: Style) -> Block:
    """Return paragraphs one below the other, their far ends level."""
    return stack([flush_end(paragraph(said, style, width)) for said in texts])


def logo_width(aspect: float) -> float:
    """Return the width in points of a logo, by its width divided by its height."""
    return min(LOGO_WIDTH, LOGO_HEIGHT * aspect)


def _logo(logo: Image | None) -> Block:
    """Return the logo. It is not heard: the name of the clinic, beside it, says the same."""
    if logo is None:
        return Block(0, 0)
    aspect = logo.artwork.aspect
    width = logo_width(aspect)
    picture = Picture(0, 0, width, width / aspect, logo.artwork)
    return decoration(width, width / aspect, picture)


def figures(content: Sequence[Figure], scale: TypeScale) -> Block:
    """Return large numbers with words under them, side by side; nothing where there are none."""
    return numbers(content, scale.heading(NUMBER, scale.colours.accent), scale.style())


def numbers(content: Sequence[Figure], number: Style, label: Style) -> Block:
    """Return large numbers with words under them in two styles; nothing where there are none."""
    if not content:
        return Block(0, 0)
    space = SPACE / 2
    kids: list[Placed] = []
    x = height = 0.0
    for figure in content:
        cell = _figure(figure, number, label)
        kids.append(Placed(x + space, 0, cell))
        x += cell.width + 2 * space
        height = max(height, cell.height)
    return Block(x - space, height, tuple(kids))


def _figure(figure: Figure, number: Style, label: Style) -> Block:
    widest = max(
        style_width(figure.widest or figure.number.plain, number),
        *(style_width(word, label) for word in figure.label.plain.split()),
        style_width(figure.label.plain[:14], label),
    )
    cell = widest + 2
    # Three digits in the place of two are smaller: nobody's time is told wrong for want of room.
    loud = number._replace(floor=LEAST_NUMBER * number.size)
    return stack(
        [
            paragraph(figure.number, loud, cell, role=None),
            paragraph(figure.label, label, cell, role=None),
        ],
        role="P",
    )
