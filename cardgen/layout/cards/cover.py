"""The cover card: the routine, how long, how often, and the order of its moves."""

from collections.abc import Sequence

from cardgen.layout.blocks import beside, hairline, stack
from cardgen.layout.cards.backs import imprint
from cardgen.layout.cards.frame import SEPARATOR, Frame, panel, three
from cardgen.layout.components.lists import numbered
from cardgen.layout.components.qr import qr
from cardgen.layout.type_scale import TypeScale
from cardgen.model.content import Figure, text
from cardgen.model.deck import Cover
from cardgen.model.design import MM
from cardgen.model.page import Block, Placed
from cardgen.typography.measure import text_width
from cardgen.typography.paragraph import paragraph
from cardgen.typography.style import TooLargeError

CODE = 20 * MM
"""The width of the code with its quiet zone."""
_MOST_LISTED = 10
"""The most moves that are listed line by line."""
_FIGURES_APART = 4
"""How far figures stand apart that stand side by side, in units."""


def cover_front(cover: Cover, frame: Frame, scale: TypeScale) -> Block:
    """Return the name of the routine on a coloured ground, and its figures."""
    split = frame.glance
    width, height = split.room
    numbers = figures(cover.figures, width, scale, stacked=frame.is_wide)
    below = Block(width, 0)
    if cover.before:
        before = paragraph(cover.before, scale.style(), width)
        below = stack([hairline(width, scale.colours.rule), before], scale.unit)
    told = three(Block(width, 0), numbers, below, height, scale)
    name = _name_panel(cover, split.across, split.down, frame, scale)
    return frame.face(scale, Placed(0, 0, name), Placed(split.left, split.top, told))


def _name_panel(cover: Cover, width: float, height: float, frame: Frame, scale: TypeScale) -> Block:
    safe, colours = frame.size.safe, scale.colours
    fill = colours.paper if colours.is_plain else colours.accent
    ground = panel(width, height, fill, scale, below=not frame.is_wide, inset=safe)
    colour = colours.ink if colours.is_plain else colours.paper
    room = width - 2 * safe
    kicker = paragraph(text(cover.kicker), scale.style(colour=colour), room)
    style = scale.heading(1.9, colour)
    name = paragraph(cover.name, style, room, role="H1")
    title = stack([kicker, name], scale.unit * 0.5)
    top = safe + frame.corner
    spare = height - top - safe - title.height
    if spare < 0:
        raise TooLargeError(-spare, among=[title])
    kids = (Placed(0, 0, ground), Placed(safe, top + spare / 2, title))
    return Block(width, height, kids)


def figures(shown: Sequence[Figure], width: float, scale: TypeScale, *, stacked: bool) -> Block:
    """Return large numbers with a word or two each: one below the other, or in rows."""
    rows: list[list[Block]] = []
    across = 0.0
    for figure in shown:
        block = _figure(figure, width, scale)
        if rows and not stacked and across + block.width <= width:
            rows[-1].append(block)
        else:
            rows.append([block])
            across = 0.0
        across += block.width + _FIGURES_APART * scale.unit
    return stack([beside(row, _FIGURES_APART * scale.unit) for row in rows], scale.unit * 1.4)


def _figure(figure: Figure, width: float, scale: TypeScale) -> Block:
    """Return a number over its label, no wider than they are."""
    loud, soft = scale.heading(1.5, scale.colours.accent), scale.style()
    natural = max(
        text_width(figure.number.plain, loud.face, loud.size),
        text_width(figure.label.plain, soft.face, soft.size),
    )
    room = min(width, natural + 1)
    number = paragraph(figure.number, loud, room, role=None)
    label = paragraph(figure.label, soft, room, role=None)
    return stack([number, label], role="P")


def cover_back(cover: Cover, frame: Frame, scale: TypeScale) -> Block:
    """Return the order of the moves, how often, and a code that leads on.

    Raises TooLargeError when they do not fit.
    """
    size, width = frame.size, frame.width
    heading, across = scale.heading(1.2), width - frame.corner
    title = paragraph(text(cover.order_title), heading, across, role="H2")
    top = max(title.height + 0.8 * scale.unit, frame.corner)
    code = _code(cover, width, frame, scale)
    room = width - code.width - 2 * scale.unit if frame.is_wide else width
    told = [_order(cover, room, scale)]
    if cover.note:
        told.append(paragraph(cover.note, scale.style(), room))
    left = stack(told, scale.unit)
    foot = imprint(cover.imprint, room, scale)
    low = max(code.height, foot.height) if frame.is_wide else code.height + foot.height + scale.unit
    taken = foot.height + scale.unit if frame.is_wide else low + scale.unit
    excess = max(top + left.height + taken, top + low) - frame.height
    if excess > 0:
        raise TooLargeError(excess, among=[*told, code])
    x, y = size.safe, size.safe
    end = size.height - size.safe
    code_x = size.width - size.safe - code.width if frame.is_wide else x
    code_y = end - code.height if frame.is_wide else end - foot.height - scale.unit - code.height
    return frame.face(
        scale,
        Placed(x, y, title),
        Placed(x, y + top, left),
        Placed(code_x, code_y, code),
        Placed(x, end - foot.height, foot),
        back=True,
    )


def _order(cover: Cover, width: float, scale: TypeScale) -> Block:
    """Return the names of the moves as a list, or run on where there are very many."""
    names = cover.order
    if len(names) <= _MOST_LISTED:
        return numbered(names, scale.style(), scale.colours.quiet, width, scale.unit * 0.3)
    said = SEPARATOR.join(f"{number}\u00a0{name.plain}" for number, name in enumerate(names, 1))
    return paragraph(text(said, cover.origin), scale.style(), width)


def _code(cover: Cover, width: float, frame: Frame, scale: TypeScale) -> Block:
    """Return the code, and where it leads: below it on a wide card, else beside it."""
    if cover.link is None:
        return Block(0, 0)
    square = qr(cover.link, CODE, cover.link_alt, scale.colours.ink)
    if frame.is_wide:
        label = paragraph(cover.link_label, scale.reference, square.width)
        return stack([square, label], scale.unit * 0.4)
    room = width - square.width - scale.unit
    label = paragraph(cover.link_label, scale.style(), room)
    kids = (Placed(0, 0, square), Placed(width - room, (square.height - label.height) / 2, label))
    return Block(width, square.height, kids)
