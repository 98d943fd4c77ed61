"""The cover of a deck: the routine, how long, how often, and the order of its moves."""

from collections.abc import Sequence
from itertools import groupby

from cardgen.layout.blocks import beside, decoration, hairline, stack
from cardgen.layout.cards.backs import small_print
from cardgen.layout.cards.flow import flowed
from cardgen.layout.cards.frame import HAIR, Frame
from cardgen.layout.cards.sizes import CardScale
from cardgen.layout.components.entries import listing
from cardgen.layout.components.qr import qr
from cardgen.model.content import Figure, Span, Text, entries_of, joined, text
from cardgen.model.deck import Cover
from cardgen.model.marks import Entry
from cardgen.model.page import Block, Mark, Placed, Rect, Rule
from cardgen.typography.measure import style_width
from cardgen.typography.paragraph import paragraph
from cardgen.typography.style import TooLargeError

WIDE, TALL = 0.42, 0.4
"""The part of a wide card's width, and of a tall card's height, that has the name."""
TITLE = 1.42
"""The name of a routine, in sizes of the name of a move."""
_BLANK = "\u00a0"


def cover_faces(cover: Cover, frame: Frame, scale: CardScale, tag: str) -> list[Block]:
    """Return the two sides of the cover, or more where its list of moves needs them.

    Raises TooLargeError.
    """
    return [_front(cover, frame, scale), *_backs(cover, frame, scale, tag)]


def _front(cover: Cover, frame: Frame, scale: CardScale) -> Block:
    """Return the name of the routine on a coloured ground, and its figures."""
    size, safe = frame.size, frame.size.safe
    across = WIDE * size.width if frame.is_wide else size.width
    down = size.height if frame.is_wide else TALL * size.height
    left, top = (across + 1.2 * safe, safe) if frame.is_wide else (safe, down + safe)
    width, height = size.width - left - safe, size.height - top - safe
    told = [figures(cover.figures, width, scale)]
    if words := [said for said in (cover.before, cover.note) if said]:
        said = paragraph(joined(words), scale.text.style(), width)
        told += [hairline(width, scale.colours.rule), said]
    words_ = stack(told, 1.5 * scale.unit)
    if (excess := words_.height - height) > 0:
        raise TooLargeError(excess, among=told)
    y = top + (height - words_.height) / 3
    named = _name_panel(cover, across, down, frame, scale)
    return frame.face(scale.colours, Placed(0, 0, named), Placed(left, y, words_))


def _name_panel(cover: Cover, width: float, height: float, frame: Frame, scale: CardScale) -> Block:
    safe, colours = frame.size.safe, scale.colours
    colour = colours.ink if colours.is_plain else colours.paper
    ground: list[Mark] = [Rect(0, 0, width, height, fill=colours.accent)]
    if colours.is_plain:
        ends = (width, safe, width, height - safe)
        if not frame.is_wide:
            ends = (safe, height, width - safe, height)
        ground = [Rule(*ends, HAIR, colours.ink)]
    room = width - 2 * safe
    kicker = paragraph(text(cover.kicker), scale.text.style(colour=colour), room)
    style = scale.name._replace(size=TITLE * scale.name.size, colour=colour)
    title = stack([kicker, paragraph(cover.name, style, room, role="H1")], 0.5 * scale.unit)
    top = safe + frame.corner
    spare = height - top - safe - title.height
    if spare < 0:
        raise TooLargeError(-spare, among=[title])
    kids = (Placed(0, 0, decoration(width, height, *ground)), Placed(safe, top + spare / 4, title))
    return Block(width, height, kids)


def figures(shown: Sequence[Figure], width: float, scale: CardScale) -> Block:
    """Return large numbers, each with a word or two behind it, one below the other."""
    return stack([_figure(figure, width, scale) for figure in shown], 0.6 * scale.unit)


def figure_row(shown: Sequence[Figure], width: float, scale: CardScale) -> Block:
    """Return large numbers side by side, each over a word or two; or as `figures` does."""
    loud, soft = scale.dose, scale.text.style()
    cells = []
    for figure in shown:
        wide = 1 + max(
            style_width(figure.number.plain, loud),
            style_width(figure.label.plain, soft),
        )
        both = [
            paragraph(figure.number, loud, wide, role=None),
            paragraph(figure.label, soft, wide, role=None),
        ]
        cells.append(stack(both, role="P"))
    row = beside(cells, 3 * scale.unit)
    return row if row.width <= width else figures(shown, width, scale)


def _figure(figure: Figure, width: float, scale: CardScale) -> Block:
    loud, soft = scale.dose, scale.text.style()
    start = style_width(figure.number.plain, loud) + 0.3 * loud.size
    if start + style_width(figure.label.plain, soft) + 1 > width:
        both = [
            paragraph(figure.number, loud, width, role=None),
            paragraph(figure.label, soft, width, role=None),
        ]
        return stack(both, role="P")
    number = paragraph(figure.number, loud, start, role=None)
    label = paragraph(figure.label, soft, width - start, role=None)
    drop = (loud.line - soft.line) / 2 + 0.33 * (loud.size - soft.size)
    return Block(width, number.height, (Placed(0, 0, number), Placed(start, drop, label)), "P")


def _backs(cover: Cover, frame: Frame, scale: CardScale, tag: str) -> list[Block]:
    """Return the order of the moves, where the danger signs stand, and a code."""
    width = frame.width
    style = scale.text.style()
    told = [listing(_order(cover), style, width, role="OL")]
    told += [paragraph(said, style, width) for said in cover.personal]
    if cover.safety:
        told += [paragraph(said, style, width) for said in (cover.opening, text(cover.safety))]
    if cover.link:
        told.append(_code(cover, cover.link, width, scale))
    foot = [small_print([], cover.imprint, width, scale)]
    return flowed((text(cover.order_title), "H2"), told, foot, frame, scale, tag)


def _order(cover: Cover) -> Text:
    """Return the names of the moves, run on, each behind its number."""
    names = entries_of(cover.order, "  ")
    spans: list[Span] = []
    for entry, name in groupby(names.spans, lambda span: span.entry):
        number = entry.number if entry else 0
        label = Span(f"{number}{_BLANK}", bold=True, entry=Entry(number, is_label=True))
        spans += [label, *name]
    return Text(tuple(spans), cover.origin)


def _code(cover: Cover, link: str, width: float, scale: CardScale) -> Block:
    """Return the code of a web address, and beside it where it leads."""
    square = qr(link, 0, cover.link_alt, scale.colours.ink)
    room = width - square.width - scale.unit
    label = paragraph(cover.link_label, scale.text.style(), room)
    kids = (Placed(0, 0, square), Placed(width - room, (square.height - label.height) / 2, label))
    return Block(width, square.height, kids)
