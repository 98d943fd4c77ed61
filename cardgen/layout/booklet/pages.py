"""The pages of a booklet, each as large as an eighth of the paper."""

from collections.abc import Sequence

from cardgen.layout.blocks import decoration, hairline, stack
from cardgen.layout.cards.cover import figures
from cardgen.layout.cards.frame import Frame, source_line
from cardgen.layout.cards.fronts import dose_and_note
from cardgen.layout.cards.pictures import pictures
from cardgen.layout.components.lists import numbered
from cardgen.layout.components.log import log_parts
from cardgen.layout.components.moves import needed, title
from cardgen.layout.components.safety import sentence
from cardgen.layout.type_scale import TypeScale
from cardgen.model.content import Move, SafetyWords, Span, Text, joined, text
from cardgen.model.deck import Cover
from cardgen.model.design import MM
from cardgen.model.handout import Log
from cardgen.model.page import Block, Mark, Placed, Rect, Rule, with_role
from cardgen.typography.paragraph import paragraph
from cardgen.typography.style import TooLargeError

LEAST_PICTURES = 22 * MM
"""The least height of the pictures of a page that has one move."""
HALF_PICTURE = 23 * MM
"""The longer side of the picture of a move that shares its page."""
PANEL = 0.24
"""The part of the cover's height that has the name."""
_RADIUS = 3.0


def cover_page(cover: Cover, safety: SafetyWords, frame: Frame, scale: TypeScale) -> Block:
    """Return the cover: what it is, in which order, and what to know before the first move."""
    size, width = frame.size, frame.width
    name = _name_panel(cover, frame, scale)
    told = [
        figures(cover.figures, width, scale, stacked=False),
        *_texts([cover.before] if cover.before else [], width, scale),
        paragraph(text(cover.order_title, bold=True), scale.style(), width, role="H2"),
        numbered(cover.order, scale.style(), scale.colours.quiet, width),
        *_texts([cover.note] if cover.note else [], width, scale),
        *_texts([*map(sentence, (*safety.stop, *safety.ask))], width, scale),
    ]
    foot = paragraph(text(cover.imprint), scale.reference, width)
    top = name.height + 2.5 * scale.unit
    column = _spread(told, [foot], size.height - top - size.safe, scale)
    return frame.face(scale, Placed(0, 0, name), Placed(size.safe, top, column))


def _name_panel(cover: Cover, frame: Frame, scale: TypeScale) -> Block:
    size, colours = frame.size, scale.colours
    colour = colours.ink if colours.is_plain else colours.paper
    height = PANEL * size.height
    style = scale.heading(2, colour)
    name = paragraph(cover.name, style, frame.width, role="H1")
    kicker = paragraph(text(cover.kicker), scale.style(colour=colour), frame.width)
    both = stack([kicker, name], scale.unit * 0.5)
    top = size.safe + (height - size.safe - both.height) / 2
    if top < size.safe:
        raise TooLargeError(size.safe - top, among=[both])
    ground: Mark = Rect(0, 0, size.width, height, fill=colours.accent)
    if colours.is_plain:
        ground = Rule(size.safe, height, size.width - size.safe, height, 0.5, colours.ink)
    kids = (Placed(0, 0, decoration(size.width, height, ground)), Placed(size.safe, top, both))
    return Block(size.width, height, kids)


def move_page(moves: Sequence[Move], frame: Frame, scale: TypeScale) -> Block:
    """Return one move as large as the page, or two of them one above the other."""
    if len(moves) == 1:
        content = _whole(moves[0], frame.width, frame.height, scale)
    else:
        *others, last = (_half(move, frame.width, scale) for move in moves)
        content = _spread(others, [last], frame.height, scale)
    return frame.face(scale, Placed(frame.size.safe, frame.size.safe, content))


def _whole(move: Move, width: float, height: float, scale: TypeScale) -> Block:
    gap = 0.9 * scale.unit
    head = stack(_head(move, width, scale), 0.5 * scale.unit)
    style = scale.style()
    steps = numbered(move.steps, style, scale.colours.quiet, width, scale.unit * 0.3)
    care = _care(move, width, scale)
    foot = _foot(move, width, scale)
    taken = sum(block.height for block in (head, steps, *care, foot)) + 4 * gap
    room = height - taken
    if room < LEAST_PICTURES:
        raise TooLargeError(LEAST_PICTURES - room, among=[head, steps, *care, foot])
    panel = _pictures(move, width, min(room, 0.75 * width), scale)
    return _spread([head, panel, steps, *care], [foot], height, scale)


def _half(move: Move, width: float, scale: TypeScale) -> Block:
    gap = 1.5 * scale.unit
    head = stack(_head(move, width, scale), 0.3 * scale.unit)
    last = needed(move.pictures)[-1:]
    shown = pictures(last, HALF_PICTURE, HALF_PICTURE, scale) if last else None
    left = shown.width + gap if shown else 0.0
    steps = numbered(
        move.short_steps,
        scale.style(),
        scale.colours.quiet,
        width - left,
        scale.unit * 0.2,
    )
    tall = max(steps.height, shown.height if shown else 0)
    kids = [Placed(0, (tall - shown.height) / 2, shown)] if shown else []
    row = Block(width, tall, (*kids, Placed(left, 0, steps)))
    care = _care(move, width, scale)
    return stack([head, row, *care, _foot(move, width, scale)], 0.8 * scale.unit)


def _head(move: Move, width: float, scale: TypeScale) -> list[Block]:
    """Return the heading that begins with a move, its name, its dose, and its routine's note."""
    heading = (
        [move.heading._replace(spans=(Span(move.section, bold=True),))] if move.heading else []
    )
    name = with_role(title(move, width, scale), "H1")
    return [*_texts(heading, width, scale), name, dose_and_note(move, width, scale)]


def _care(move: Move, width: float, scale: TypeScale) -> list[Block]:
    return _texts([joined(move.cautions)] if move.cautions else [], width, scale)


def _pictures(move: Move, width: float, height: float, scale: TypeScale) -> Block:
    pad = scale.unit
    ground = Rect(0, 0, width, height, _RADIUS, fill=scale.colours.tint)
    kids = [Placed(0, 0, decoration(width, height, ground))]
    if move.pictures:
        shown = pictures(move.pictures, width - 2 * pad, height - 2 * pad, scale)
        kids.append(Placed((width - shown.width) / 2, (height - shown.height) / 2, shown))
    return Block(width, height, tuple(kids))


def _foot(move: Move, width: float, scale: TypeScale) -> Block:
    line = hairline(width, scale.colours.rule)
    return stack([line, source_line(move.sources, width, scale)], scale.unit * 0.5)


def _texts(texts: Sequence[Text], width: float, scale: TypeScale) -> list[Block]:
    return [paragraph(said, scale.style(), width) for said in texts]


def _spread(
    blocks: Sequence[Block], foot: Sequence[Block], height: float, scale: TypeScale
) -> Block:
    """Return blocks from the top, evenly apart, and a foot at the bottom.

    Raises TooLargeError when they do not fit.
    """
    low = stack(foot, scale.unit * 0.5)
    spare = height - low.height - sum(block.height for block in blocks)
    gap = spare / len(blocks)
    if gap < 0.7 * scale.unit:
        raise TooLargeError((0.7 * scale.unit - gap) * len(blocks), among=blocks)
    top = stack(blocks, min(gap, 2.5 * scale.unit))
    return Block(top.width, height, (Placed(0, 0, top), Placed(0, height - low.height, low)))


def log_page(log: Log, frame: Frame, scale: TypeScale) -> Block:
    """Return a page with boxes to tick, a row for each week. Raises TooLargeError."""
    heading = paragraph(text(log.title), scale.heading(1.25), frame.width, role="H1")
    content = stack([heading, *log_parts(log, frame.width, scale)], scale.unit)
    if (excess := content.height - frame.height) > 0:
        raise TooLargeError(excess, among=[content])
    return frame.face(scale, Placed(frame.size.safe, frame.size.safe, content))
