"""The name of a move on its card: the same on both sides."""

from contextlib import suppress
from dataclasses import replace

from cardgen.layout.blocks import aligned
from cardgen.layout.cards.frame import Frame
from cardgen.layout.cards.sizes import CardScale
from cardgen.layout.components.moves import badge
from cardgen.layout.fitting.ladder import steps_down
from cardgen.model.content import Move, Text
from cardgen.model.page import Block, Role
from cardgen.typography.paragraph import paragraph, shrunk
from cardgen.typography.style import Style, TooLargeError

BESIDE = 0.44
"""The part of the width that pictures have where all words stand beside them."""
NAMES = 0.36
"""The part of the width between the margins that name and dose have beside the steps."""
LOUD_LINES, LEAST_LOUD = 2, 0.7
"""The lines that a name or a dose has, and how far it may shrink to keep to them."""
LEAST_DOSE = 0.88
"""How far a dose, or the name over it, may shrink to stand on one line."""
BADGE = 1.23
"""The width of a number's circle, in sizes of a name."""
AFTER_MARK = 0.4
"""Between the circle and the name, in sizes of the name."""


def front_name(move: Move, frame: Frame, scale: CardScale) -> Text:
    """Return the name that the front of a card has: the whole, or in short where it must be."""
    if frame.is_wide and not frame.size.holds_steps:
        return _name(move, scale.name, NAMES * frame.width, LOUD_LINES)
    width = _head_width(frame) - number_mark(move, scale).width - AFTER_MARK * scale.name.size
    return _name(move, shrunk(move.name.plain, scale.name, width, LEAST_DOSE), width)


def words_width(frame: Frame) -> float:
    """Return the width of words beside pictures that are as tall as the card, in points."""
    width, safe = frame.size.width, frame.size.safe
    return width - (BESIDE * width + 1.2 * safe) - safe


def head_line(move: Move, frame: Frame, scale: CardScale) -> Block:
    """Return the name that a front has, behind its number, where it has a line of its own."""
    named = replace(move, name=front_name(move, frame, scale))
    return name_line(named, _head_width(frame), scale)


def _head_width(frame: Frame) -> float:
    return words_width(frame) if frame.is_wide else frame.width - frame.corner


def _name(move: Move, style: Style, width: float, lines: int = 1) -> Text:
    """Return the name of a move, or its short form where that takes more lines at its size."""
    with suppress(TooLargeError):
        if len(paragraph(move.name, style, width, role=None).texts) <= lines:
            return move.name
    return move.short_name


def in_lines(said: Text, style: Style, width: float, role: Role | None = None) -> Block:
    """Return a name or a dose on two lines, smaller where it takes that."""
    sizes = steps_down(style.size, LEAST_LOUD * style.size)
    for size in sizes:
        with suppress(TooLargeError):
            made = paragraph(said, style._replace(size=size), width, role)
            if len(made.texts) <= LOUD_LINES:
                return made
    return paragraph(said, style._replace(size=sizes[-1]), width, role)


def number_mark(move: Move, scale: CardScale) -> Block:
    """Return the number of a move in its circle."""
    return badge(str(move.number), BADGE * scale.name.size, scale.text)


def name_line(move: Move, width: float, scale: CardScale) -> Block:
    """Return the name of a move behind its number."""
    mark = number_mark(move, scale)
    left = mark.width + AFTER_MARK * scale.name.size
    style = shrunk(move.name.plain, scale.name, width - left, LEAST_DOSE)
    name = paragraph(move.name, style, width - left, role=None)
    return aligned(width, (0, mark), (left, name), role="H1")
