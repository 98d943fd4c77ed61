"""The pages of a booklet, each as large as an eighth of the paper."""

from collections.abc import Sequence
from contextlib import suppress

from cardgen.layout.blocks import decoration, hairline, height_of, stack
from cardgen.layout.cards.backs import RUN_IN, Manner, items
from cardgen.layout.cards.cover import figure_row
from cardgen.layout.cards.flow import as_lists
from cardgen.layout.cards.frame import Frame
from cardgen.layout.cards.fronts import dose_and_note, section
from cardgen.layout.cards.names import name_line
from cardgen.layout.cards.pictures import PictureRoom, pictures
from cardgen.layout.cards.sizes import SMALLEST, CardScale
from cardgen.layout.components.entries import listing
from cardgen.layout.components.lists import numbered
from cardgen.layout.components.log import log_parts
from cardgen.layout.components.references import run_on
from cardgen.layout.components.signs import boxed, dark, sign_list
from cardgen.model.content import Move, SafetyWords, Signs, Text, entries_of, joined, text
from cardgen.model.deck import Cover
from cardgen.model.design import MM
from cardgen.model.handout import Log
from cardgen.model.page import Block, Placed, Rect, Role
from cardgen.typography.paragraph import paragraph, shrunk
from cardgen.typography.style import TooLargeError

LEAST_PICTURES = 22 * MM
"""The least height of the pictures of a move."""
MOST_PICTURES = 0.62
"""The most, by the width of a page."""
TITLE = 1.4
"""The size of the name of a routine, in those of moves, where it has the room."""
CARE = 0.91
"""The size of cautions, in that of steps."""
URGENT_HEAD = 1.25
"""The size of the heading of what cannot wait, in that of others."""
SIGNS_APART = 0.6
"""The space between two signs of what cannot wait, in units."""
GAP = 0.9
"""The least space between pictures and words, in units."""
PAD = 3 * MM
"""Round the words of a box."""
_RADIUS = 5.7


def cover_page(cover: Cover, safety: SafetyWords, frame: Frame, scale: CardScale) -> Block:
    """Return the cover: what it is, and whom to ask before the first move."""
    width, style = frame.width, scale.text.style()
    before = [joined(said)] if (said := [t for t in (cover.before, cover.note) if t]) else []
    told = [
        _named(cover, width, scale),
        figure_row(cover.figures, width, scale),
        *(paragraph(words, style, width) for words in before),
        *(_signs(signs, width, scale) for signs in safety.ask[:1]),
        paragraph(safety.disclaimer, style, width),
    ]
    foot = paragraph(text(cover.imprint), scale.source, width)
    return _page(_spread(told, foot, frame, scale), frame, scale)


def before_page(safety: SafetyWords, frame: Frame, scale: CardScale) -> Block:
    """Return when to stop, and all else to know before the first move. Raises TooLargeError."""
    width = frame.width
    opening = paragraph(safety.opening, scale.text.style(), width)
    listed = (*safety.stop, *safety.ask[1:])
    told = [opening, *(_signs(signs, width, scale, "H1") for signs in listed)]
    return _page(_spread(told, Block(width, 0), frame, scale), frame, scale)


def _named(cover: Cover, width: float, scale: CardScale) -> Block:
    """Return the name of the routine on a coloured ground, off the edges of the paper."""
    colours = scale.colours
    colour = colours.ink if colours.is_plain else colours.paper
    room = width - 2 * PAD
    loud = scale.name._replace(size=TITLE * scale.name.size, colour=colour)
    style = shrunk(cover.name.plain, loud, room, 1 / TITLE)
    kicker = paragraph(text(cover.kicker), scale.text.style(colour=colour), room)
    both = stack([kicker, paragraph(cover.name, style, room, role="H1")])
    height = both.height + 1.4 * PAD
    fill, stroke = (None, colours.ink) if colours.is_plain else (colours.accent, None)
    ground = Rect(0, 0, width, height, _RADIUS, fill=fill, stroke=stroke, line=1)
    kids = (Placed(0, 0, decoration(width, height, ground)), Placed(PAD, 0.7 * PAD, both))
    return Block(width, height, kids)


def _signs(signs: Signs, width: float, scale: CardScale, role: Role = "H2") -> Block:
    return sign_list(signs, width, scale.heading, scale.text.style(), role=role)


def personal_page(cover: Cover, frame: Frame, scale: CardScale) -> Block:
    """Return the page of what conditions have left out and changed. Raises TooLargeError."""
    style = scale.text.style()
    told = [
        paragraph(cover.name, scale.heading, frame.width, role="H1"),
        *(paragraph(words, style, frame.width) for words in cover.personal),
    ]
    return _page(_spread(told, Block(frame.width, 0), frame, scale), frame, scale)


def urgent_page(safety: SafetyWords, frame: Frame, scale: CardScale) -> Block:
    """Return the page of what cannot wait, dark all over but for what printers do not reach.

    At the least size of type its signs stand closer, where they have no room else. Raises
    TooLargeError.
    """
    try:
        return _urgent_page(safety, frame, scale, SIGNS_APART)
    except TooLargeError:
        if not (closer := scale.closer):
            raise
    return _urgent_page(safety, frame, closer, 0)


def _urgent_page(safety: SafetyWords, frame: Frame, scale: CardScale, apart: float) -> Block:
    width, colours = frame.width - 2 * PAD, scale.colours
    style = scale.text.style(colour=colours.paper)
    large = scale.heading.size * URGENT_HEAD
    heading = scale.heading._replace(size=large, colour=colours.paper)
    signs = sign_list(safety.danger[0], width, heading, style, apart * scale.unit, "H1")
    if (excess := signs.height + 2 * PAD - frame.height) > 0:
        raise TooLargeError(excess, among=[signs])
    return _page(boxed(signs, frame.width, dark(colours), (PAD, PAD), frame.height), frame, scale)


def signs_page(
    danger: Sequence[Signs], sources: Text | None, scale: CardScale, *, frame: Frame
) -> Block:
    """Return a page of other signs, and of the sources of all of them. Raises TooLargeError."""
    told = [_signs(signs, frame.width, scale, "H1") for signs in danger]
    foot = listing(sources, scale.source, frame.width) if sources else Block(frame.width, 0)
    return _page(_spread(told, foot, frame, scale), frame, scale)


def move_page(move: Move, frame: Frame, scale: CardScale) -> Block:
    """Return the page of a move. Raises TooLargeError.

    Its cautions are a list. Where that has no room at the least size, its lines stand closer, then
    it is in few words, and last it is run in.
    """
    try:
        return _move_page(move, frame, scale, "whole")
    except TooLargeError:
        if not (closer := scale.closer):
            raise
    ways: tuple[tuple[CardScale, Manner], ...] = (
        (closer, "whole"), (closer, "brief"), (scale, "brief, run in"),
    )  # fmt: skip
    for spaced, manner in ways:
        with suppress(TooLargeError):
            return _move_page(move, frame, spaced, manner)
    return _move_page(move, frame, closer, "brief, run in")


def _move_page(move: Move, frame: Frame, scale: CardScale, manner: Manner) -> Block:
    top, *below = _told(move, frame.width, scale, manner)
    foot = _foot(move, frame.width, scale)
    # The height that words leave for pictures.
    room = frame.height - height_of([top, *below, foot]) - 4 * GAP * scale.unit
    if room < LEAST_PICTURES:
        raise TooLargeError(LEAST_PICTURES - room, among=[top, *below, foot])
    shown = _pictures(move, frame.width, min(room, MOST_PICTURES * frame.width), scale)
    return _page(_spread([top, *shown, *below], foot, frame, scale), frame, scale)


def _told(move: Move, width: float, scale: CardScale, manner: Manner) -> list[Block]:
    """Return the words of a move: those above its pictures, then those below."""
    told = [*section(move, width, scale), dose_and_note(move, width, scale)]
    top = stack([name_line(move, width, scale), *told], 0.3 * scale.unit)
    style = scale.text.style()
    steps = numbered(move.short_steps, style, scale.colours.quiet, width, 0.25 * scale.unit)
    return [top, steps, *_care(move, width, scale, manner)]


def _care(move: Move, width: float, scale: CardScale, manner: Manner) -> list[Block]:
    smaller = scale._replace(text=scale.text._replace(body=max(SMALLEST, CARE * scale.text.body)))
    if manner in RUN_IN and move.brief:
        return [listing(entries_of(move.brief), smaller.text.style(), width)]
    return as_lists(items(move.brief if manner == "brief" else move.care, width, smaller), 0)


def _pictures(move: Move, width: float, height: float, scale: CardScale) -> list[Block]:
    """Return the pictures on a ground that is as tall as they are, or nothing."""
    if not move.pictures:
        return []
    pad = scale.unit
    shown = pictures(move.pictures, PictureRoom(width - 2 * pad, height - 2 * pad, pad))
    tall = shown.height + 2 * pad
    ground = Rect(0, 0, width, tall, _RADIUS, fill=scale.colours.tint)
    kids = (
        Placed(0, 0, decoration(width, tall, ground)),
        Placed((width - shown.width) / 2, pad, shown),
    )
    return [Block(width, tall, kids)]


def _foot(move: Move, width: float, scale: CardScale) -> Block:
    listed = run_on(move.sources, width, scale.source)
    return stack([hairline(width, scale.colours.rule), listed], 0.5 * scale.unit)


def _spread(blocks: Sequence[Block], foot: Block, frame: Frame, scale: CardScale) -> Block:
    """Return blocks from the top, evenly apart, and a foot at the bottom.

    Raises TooLargeError when they do not fit.
    """
    height = frame.height
    spare = height - foot.height - sum(block.height for block in blocks)
    gap = spare / max(1, len(blocks))
    if gap < 0.6 * scale.unit:
        raise TooLargeError((0.6 * scale.unit - gap) * len(blocks), among=[*blocks, foot])
    top = stack(blocks, min(gap, 2.5 * scale.unit))
    return Block(frame.width, height, (Placed(0, 0, top), Placed(0, height - foot.height, foot)))


def _page(content: Block, frame: Frame, scale: CardScale) -> Block:
    return frame.face(scale.colours, Placed(frame.size.safe, frame.size.safe, content))


def log_page(log: Log, frame: Frame, scale: CardScale) -> Block:
    """Return a page with boxes to tick, a row for each week. Raises TooLargeError."""
    heading = paragraph(text(log.title), scale.name, frame.width, role="H1")
    content = stack([heading, *log_parts(log, frame.width, scale.text)], scale.unit)
    return _page(_spread([content], Block(frame.width, 0), frame, scale), frame, scale)
