"""A move with its pictures: in a column, over two, or in a row as wide as the page."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from cardgen.layout.blocks import aligned, beside, decoration, hairline, longest_line, stack
from cardgen.layout.components.lists import listed as listing
from cardgen.layout.components.moves import badge, figure, name_role, needed
from cardgen.layout.components.signs import boxed, quiet
from cardgen.layout.looks import Looks
from cardgen.memo import kept
from cardgen.model.content import Image, Move, Text, text
from cardgen.model.design import MM
from cardgen.model.page import Block, Placed, Triangle
from cardgen.typography.measure import text_width
from cardgen.typography.paragraph import centred, paragraph, shrunk
from cardgen.typography.style import Style

BADGE, BESIDE = 1.23, 1.6 * MM
"""The circle of a number, in sizes of the name behind it, and the space between them."""
GUTTER = 2 * MM
"""Between a picture and the words of its move."""
PAIR_GAP = 3 * MM
PANEL = 94 * MM
"""The width of the pictures in a row as wide as the page."""
MOST_PANEL = 0.5
"""The most of a narrow page that they take."""
LIST_GUTTER = 4 * MM
"""Between these and the words."""
STEP = 0.25
"""Between the number of a step and its words, in type sizes."""
PAD = 0.6
"""The least space above and below what stands in a row, in gaps."""
MOST_UPRIGHT = 1.45
"""How tall several pictures are one above the other, at the most, in heights of one."""
LEAST_NAME = 0.8
"""How far a long name may shrink to stay on one line."""


def text_column(width: float, picture: float) -> float:
    """Return the width of the words beside a picture, both in points, in a column."""
    return width - picture - GUTTER


def panel_width(width: float) -> float:
    """Return the width of the pictures in a row that is so wide."""
    return min(PANEL, MOST_PANEL * width)


@kept()
def words(move: Move, width: float, looks: Looks) -> Block:
    """Return the dose of a move, what this person does otherwise, its steps and cautions."""
    indent = step_indent(looks.step)
    labels = looks.plain(looks.sizes.step, 1.25, looks.colours.quiet)
    numbered = tuple((f"{i}.", step) for i, step in enumerate(move.short_steps, 1))
    steps = listing(numbered, looks.step, labels, width, "OL", indent)
    return stack(
        [
            paragraph(move.dose_line, looks.dose, width),
            *([paragraph(move.note, looks.text, width)] if move.note else ()),
            *(_advice(said, width, looks) for said in move.advice),
            steps,
            *(_felt(said, width, indent, looks) for said in move.felt),
        ]
    )


def step_indent(style: Style) -> float:
    """Return how far a step stands from the edge of its column, behind its number."""
    return text_width("3.", "regular", style.size) + STEP * style.size


def step_room(width: float, size: float) -> float:
    """Return the width of a step in a column of words, behind its number, in a size in points."""
    return width - step_indent(Style(size, "#000000"))


def _advice(said: Text, width: float, looks: Looks) -> Block:
    pad = 1.2 * MM
    block = paragraph(said, looks.plain(looks.sizes.text + 1), width - 2 * pad)
    ground = quiet(looks.colours)._replace(radius=3)
    return boxed(block, min(width, longest_line(block) + 2 * pad), ground, (pad, 0.2 * MM))


def _felt(said: Text, width: float, indent: float, looks: Looks) -> Block:
    style = looks.caution
    block = paragraph(said, style, width - indent)
    side = 0.72 * style.size
    top = (style.line - side) / 2
    mark = decoration(side, style.line, Triangle(0, top, side, side * 0.9, looks.colours.warning))
    return Block(width, block.height, (Placed(0, 0, mark), Placed(indent, 0, block)))


@kept()
def name(move: Move, width: float, looks: Looks) -> Block:
    """Return the name of a move behind its number."""
    size = BADGE * looks.sizes.name
    room = name_room(width, looks.sizes.name)
    style = shrunk(move.name.plain, looks.head(looks.sizes.name), room, LEAST_NAME)
    block = paragraph(move.name, style, room, role=None)
    mark = badge(str(move.number), size, looks)
    return aligned(width, (0, mark), (size + BESIDE, block), role=name_role(move))


def name_room(width: float, size: float) -> float:
    """Return the width that a name has behind its number, in a size in points."""
    return width - BADGE * size - BESIDE


class _Parts(NamedTuple):
    """What stands in a row of moves: none of it depends on how tall the row is."""

    pictures: Block
    head: Block
    body: Block
    line: Block
    """The hair line above them."""
    left: float
    """Where words start."""


def tile(move: Move, width: float, looks: Looks, height: float = 0) -> Block:
    """Return a move in a column: its picture, and the words at its end, at least so tall."""
    return _row(_tile(move, width, looks), width, looks, height)


@kept()
def _tile(move: Move, width: float, looks: Looks) -> _Parts:
    return _parts(move, _upright(needed(move.pictures), looks), width, looks)


def _upright(shown: Sequence[Image], looks: Looks) -> Block:
    """Return the pictures without which a move cannot be understood, one above the other."""
    wide, tallest = looks.sizes.picture, looks.sizes.tallest
    if len(shown) > 1:
        # Two of them are smaller, and together taller than one.
        room = MOST_UPRIGHT * tallest - PAIR_GAP * (len(shown) - 1)
        wide = min(wide, room / sum(1 / picture.artwork.aspect for picture in shown))
        tallest = room
    drawn = [_drawn(picture, wide, tallest) for picture in shown]
    stacked = stack(drawn, PAIR_GAP)
    kids = tuple(
        replace(kid, x=(looks.sizes.picture - kid.block.width) / 2)
        for kid in stacked.kids
        if isinstance(kid, Placed)
    )
    return Block(looks.sizes.picture, stacked.height, kids) if drawn else Block(0, 0)


def wide_tile(move: Move, width: float, looks: Looks, height: float = 0) -> Block:
    """Return a move over two columns: its pictures side by side, each over its caption."""
    return _row(_wide_tile(move, width, looks), width, looks, height)


@kept()
def _wide_tile(move: Move, width: float, looks: Looks) -> _Parts:
    sizes = looks.sizes
    shown = needed(move.pictures)
    each = [_drawn(picture, sizes.picture, sizes.tallest - 3 * MM) for picture in shown]
    style = looks.plain(looks.sizes.caution)
    captioned = [
        stack([block, centred(paragraph(text(picture.caption), style, block.width))])
        for picture, block in zip(shown, each, strict=True)
    ]
    return _parts(move, beside(captioned, PAIR_GAP), width, looks)


def list_row(move: Move, width: float, looks: Looks, height: float = 0) -> Block:
    """Return a move as wide as the page: start and end at one scale, and the words behind them."""
    return _row(_list_row(move, width, looks), width, looks, height)


@kept()
def _list_row(move: Move, width: float, looks: Looks) -> _Parts:
    shown = start_and_end(move.pictures)
    tallest, wide = looks.sizes.tallest, panel_width(width)
    scale = pair_scale(shown, wide, PAIR_GAP, tallest)
    drawn = [figure(picture, scale * across(picture, shown)[0]) for picture in shown]
    pair = beside(drawn, PAIR_GAP)
    low = [
        Placed(placed.x, pair.height - placed.block.height, placed.block)
        for placed in pair.kids
        if isinstance(placed, Placed)
    ]
    moved = Block(pair.width, pair.height, tuple(low))
    panel = Block(wide, pair.height, (Placed((wide - pair.width) / 2, 0, moved),))
    return _parts(move, panel if drawn else Block(wide, 0), width, looks, LIST_GUTTER)


def start_and_end(pictures: Sequence[Image]) -> Sequence[Image]:
    """Return the first picture of a movement and the last; one where it has no other."""
    return pictures if len(pictures) <= 2 else (pictures[0], pictures[-1])  # noqa: PLR2004


def across(picture: Image, among: Sequence[Image]) -> tuple[float, float]:
    """Return the width and the height of a picture in units that it shares with the others.

    Drawings of people share a unit; where one is a photo, each counts as tall as the others.
    """
    if all(other.artwork.is_vector for other in among):
        return picture.artwork.width, picture.artwork.height
    return picture.artwork.aspect, 1.0


def pair_scale(shown: Sequence[Image], width: float, gap: float, tallest: float) -> float:
    """Return the one scale at which pictures stand side by side, so that a person does not grow."""
    sizes = [across(picture, shown) for picture in shown]
    if not sizes:
        return 0.0
    wide = (width - gap * (len(sizes) - 1)) / sum(own for own, _ in sizes)
    return min(wide, tallest / max(own for _, own in sizes))


def _drawn(picture: Image, width: float, tallest: float) -> Block:
    return figure(picture, min(width, tallest * picture.artwork.aspect))


def _parts(
    move: Move, pictures: Block, width: float, looks: Looks, gutter: float = GUTTER
) -> _Parts:
    left = pictures.width + gutter if pictures.width else 0.0
    room = width - left
    head = name(move, room, looks)
    if move.heading:
        above = looks.head(looks.sizes.heading, colour=looks.colours.quiet)
        head = stack([paragraph(move.heading, above, room, "H2"), head])
    line = hairline(width, looks.colours.rule)
    return _Parts(pictures, head, words(move, room, looks), line, left)


def _row(parts: _Parts, width: float, looks: Looks, height: float) -> Block:
    """Return pictures and words with their middles level, below a hair line."""
    pictures, head, body, line, left = parts
    tall = head.height + body.height
    pad = PAD * looks.sizes.gap
    inner = max(tall, pictures.height, height - 2 * pad)
    top = pad + (inner - tall) / 2
    kids = (
        Placed(0, 0, line),
        Placed(left, top, head),
        Placed(0, pad + (inner - pictures.height) / 2, pictures),
        Placed(left, top + head.height, body),
    )
    return Block(width, inner + 2 * pad, kids, "Sect")
