"""The cover card: the routine, how long, how often, and the order of its moves."""

from collections.abc import Sequence

from cardgen.layout.blocks import beside, hairline, stack
from cardgen.layout.faces.backs import imprint
from cardgen.layout.faces.frame import SEPARATOR, Frame, is_plain, panel, three
from cardgen.layout.kit import Kit
from cardgen.layout.lists import numbered
from cardgen.layout.measure import TooLargeError
from cardgen.layout.qr import qr
from cardgen.layout.text import paragraph
from cardgen.model.content import Figure, plain, words
from cardgen.model.deck import Cover
from cardgen.model.design import MM
from cardgen.model.page import Block, Placed

CODE = 20 * MM
"""The width of the code with its quiet zone."""
_MOST_LISTED = 10
"""The most moves that are listed line by line."""
_FIGURES_APART = 4
"""How far figures stand apart that stand side by side, in units."""


def cover_front(cover: Cover, frame: Frame, kit: Kit) -> Block:
    """Return the name of the routine on a coloured ground, and its figures."""
    split = frame.glance
    width, height = split.room
    numbers = figures(cover.figures, width, kit, stacked=frame.is_wide)
    before = [paragraph(words(cover.before), kit.style(), width, kit.measure)]
    below = stack([hairline(width, kit.theme.rule), *before], kit.unit) if cover.before else None
    text = three(Block(width, 0), numbers, below or Block(width, 0), height, kit)
    name = _name_panel(cover, split.across, split.down, frame, kit)
    return frame.face(kit, Placed(0, 0, name), Placed(split.left, split.top, text))


def _name_panel(cover: Cover, width: float, height: float, frame: Frame, kit: Kit) -> Block:
    safe, theme = frame.size.safe, kit.theme
    plain = is_plain(theme)
    fill = theme.paper if plain else theme.accent
    ground = panel(width, height, fill, kit, below=not frame.is_wide, inset=safe)
    colour = theme.ink if plain else theme.paper
    room = width - 2 * safe
    kicker = paragraph(words(cover.kicker), kit.style(colour=colour), room, kit.measure)
    style = kit.heading(1.9, colour)
    name = paragraph(words(cover.name), style, room, kit.measure, role="H1")
    title = stack([kicker, name], kit.unit * 0.5)
    top = safe + frame.corner
    spare = height - top - safe - title.height
    if spare < 0:
        raise TooLargeError(-spare)
    kids = (Placed(0, 0, ground), Placed(safe, top + spare / 2, title))
    return Block(width, height, kids)


def figures(shown: Sequence[Figure], width: float, kit: Kit, *, stacked: bool) -> Block:
    """Return large numbers with a word or two each: one below the other, or in rows."""
    rows: list[list[Block]] = []
    across = 0.0
    for figure in shown:
        block = _figure(figure, width, kit)
        if rows and not stacked and across + block.width <= width:
            rows[-1].append(block)
        else:
            rows.append([block])
            across = 0.0
        across += block.width + _FIGURES_APART * kit.unit
    return stack([beside(row, _FIGURES_APART * kit.unit) for row in rows], kit.unit * 1.4)


def _figure(figure: Figure, width: float, kit: Kit) -> Block:
    """Return a number over its label, no wider than they are."""
    loud, soft = kit.heading(1.5, kit.theme.accent), kit.style()
    natural = max(
        kit.measure.width(figure.number, loud.face, loud.size),
        kit.measure.width(plain(figure.label), soft.face, soft.size),
    )
    room = min(width, natural + 1)
    number = paragraph(words(figure.number), loud, room, kit.measure, role=None)
    label = paragraph(figure.label, soft, room, kit.measure, role=None)
    return stack([number, label], role="P")


def cover_back(cover: Cover, frame: Frame, kit: Kit) -> Block:
    """Return the order of the moves, how often, and a code that leads on.

    Raises TooLargeError when they do not fit.
    """
    size, width = frame.size, frame.width
    title = paragraph(
        words(cover.order_title),
        kit.heading(1.2),
        width - frame.corner,
        kit.measure,
        role="H2",
    )
    top = max(title.height + 0.8 * kit.unit, frame.corner)
    code = _code(cover, width, frame, kit)
    room = width - code.width - 2 * kit.unit if frame.is_wide else width
    told = [_order(cover.order, room, kit)]
    if cover.note:
        told.append(paragraph(words(cover.note), kit.style(), room, kit.measure))
    left = stack(told, kit.unit)
    foot = imprint(cover.imprint, room, kit)
    low = max(code.height, foot.height) if frame.is_wide else code.height + foot.height + kit.unit
    taken = foot.height + kit.unit if frame.is_wide else low + kit.unit
    excess = max(top + left.height + taken, top + low) - frame.height
    if excess > 0:
        raise TooLargeError(excess)
    x, y = size.safe, size.safe
    end = size.height - size.safe
    code_x = size.width - size.safe - code.width if frame.is_wide else x
    code_y = end - code.height if frame.is_wide else end - foot.height - kit.unit - code.height
    return frame.face(
        kit,
        Placed(x, y, title),
        Placed(x, y + top, left),
        Placed(code_x, code_y, code),
        Placed(x, end - foot.height, foot),
        back=True,
    )


def _order(names: Sequence[str], width: float, kit: Kit) -> Block:
    """Return the names as a list, or run on where there are very many."""
    if len(names) <= _MOST_LISTED:
        return numbered(names, kit.style(), kit.theme.quiet, width, kit.measure, kit.unit * 0.3)
    text = SEPARATOR.join(f"{number}\u00a0{name}" for number, name in enumerate(names, 1))
    return paragraph(words(text), kit.style(), width, kit.measure)


def _code(cover: Cover, width: float, frame: Frame, kit: Kit) -> Block:
    """Return the code, and where it leads: below it on a wide card, else beside it."""
    if cover.link is None:
        return Block(0, 0)
    square = qr(cover.link, CODE, cover.link_alt, kit.theme.ink)
    if frame.is_wide:
        label = paragraph(words(cover.link_label), kit.reference, square.width, kit.measure)
        return stack([square, label], kit.unit * 0.4)
    room = width - square.width - kit.unit
    label = paragraph(words(cover.link_label), kit.style(), room, kit.measure)
    kids = (Placed(0, 0, square), Placed(width - room, (square.height - label.height) / 2, label))
    return Block(width, square.height, kids)
