"""The pages of a booklet, each as large as an eighth of the paper."""

from collections.abc import Sequence

from cardgen.layout.blocks import decoration, hairline, stack
from cardgen.layout.faces.cover import figures
from cardgen.layout.faces.frame import Frame, is_plain, source_line
from cardgen.layout.faces.fronts import dose_line
from cardgen.layout.faces.pictures import needed, pictures
from cardgen.layout.kit import Kit
from cardgen.layout.lists import numbered
from cardgen.layout.measure import TooLargeError
from cardgen.layout.moves import joined, title
from cardgen.layout.safety import sentence
from cardgen.layout.text import paragraph
from cardgen.model.content import Move, SafetyWords, Words, words
from cardgen.model.deck import Cover, LogWords
from cardgen.model.design import MM
from cardgen.model.page import Block, Ground, Mark, Placed, Rule, with_role

LEAST_PICTURES = 22 * MM
"""The least height of the pictures of a page that has one move."""
HALF_PICTURE = 23 * MM
"""The longer side of the picture of a move that shares its page."""
PANEL = 0.24
"""The part of the cover's height that has the name."""
_RADIUS = 3.0
_DAYS = 7


def cover_page(cover: Cover, safety: SafetyWords, frame: Frame, kit: Kit) -> Block:
    """Return the cover: what it is, in which order, and what to know before the first move."""
    size, width = frame.size, frame.width
    name = _name_panel(cover, frame, kit)
    told = [
        figures(cover.figures, width, kit, stacked=False),
        *_texts([words(cover.before)] if cover.before else [], width, kit),
        paragraph(words(cover.order_title, bold=True), kit.style(), width, kit.measure, role="H2"),
        numbered(cover.order, kit.style(), kit.theme.quiet, width, kit.measure),
        *_texts([words(cover.note)] if cover.note else [], width, kit),
        *_texts([sentence(safety.stop), sentence(safety.ask_first)], width, kit),
    ]
    foot = paragraph(words(cover.imprint), kit.reference, width, kit.measure)
    top = name.height + 2.5 * kit.unit
    column = _spread(told, [foot], size.height - top - size.safe, kit)
    return frame.face(kit, Placed(0, 0, name), Placed(size.safe, top, column))


def _name_panel(cover: Cover, frame: Frame, kit: Kit) -> Block:
    size, theme = frame.size, kit.theme
    plain = is_plain(theme)
    colour = theme.ink if plain else theme.paper
    height = PANEL * size.height
    style = kit.heading(2, colour)
    name = paragraph(words(cover.name), style, frame.width, kit.measure, role="H1")
    kicker = paragraph(words(cover.kicker), kit.style(colour=colour), frame.width, kit.measure)
    both = stack([kicker, name], kit.unit * 0.5)
    top = size.safe + (height - size.safe - both.height) / 2
    if top < size.safe:
        raise TooLargeError(size.safe - top)
    ground: Mark = Ground(0, 0, size.width, height, fill=theme.accent)
    if plain:
        ground = Rule(size.safe, height, size.width - size.safe, height, 0.5, theme.ink)
    kids = (Placed(0, 0, decoration(size.width, height, ground)), Placed(size.safe, top, both))
    return Block(size.width, height, kids)


def move_page(moves: Sequence[Move], frame: Frame, kit: Kit) -> Block:
    """Return one move as large as the page, or two of them one above the other."""
    if len(moves) == 1:
        content = _whole(moves[0], frame.width, frame.height, kit)
    else:
        *others, last = (_half(move, frame.width, kit) for move in moves)
        content = _spread(others, [last], frame.height, kit)
    return frame.face(kit, Placed(frame.size.safe, frame.size.safe, content))


def _whole(move: Move, width: float, height: float, kit: Kit) -> Block:
    gap = 0.9 * kit.unit
    head = stack(
        [with_role(title(move, width, kit), "H1"), dose_line(move, width, kit)], 0.5 * kit.unit
    )
    style = kit.style()
    steps = numbered(move.steps, style, kit.theme.quiet, width, kit.measure, kit.unit * 0.3)
    care = paragraph(joined(move.cautions), style, width, kit.measure)
    foot = _foot(move, width, kit)
    taken = sum(block.height for block in (head, steps, care, foot)) + 4 * gap
    room = height - taken
    if room < LEAST_PICTURES:
        raise TooLargeError(LEAST_PICTURES - room)
    panel = _pictures(move, width, min(room, 0.75 * width), kit)
    return _spread([head, panel, steps, care], [foot], height, kit)


def _half(move: Move, width: float, kit: Kit) -> Block:
    gap = 1.5 * kit.unit
    head = stack(
        [with_role(title(move, width, kit), "H1"), dose_line(move, width, kit)], 0.3 * kit.unit
    )
    last = needed(move.pictures)[-1:]
    shown = pictures(last, HALF_PICTURE, HALF_PICTURE, kit) if last else None
    left = shown.width + gap if shown else 0.0
    steps = numbered(
        move.short_steps, kit.style(), kit.theme.quiet, width - left, kit.measure, kit.unit * 0.2
    )
    tall = max(steps.height, shown.height if shown else 0)
    kids = [Placed(0, (tall - shown.height) / 2, shown)] if shown else []
    row = Block(width, tall, (*kids, Placed(left, 0, steps)))
    care = paragraph(joined(move.cautions), kit.style(), width, kit.measure)
    return stack([head, row, care, _foot(move, width, kit)], 0.8 * kit.unit)


def _head(move: Move, width: float, kit: Kit) -> Block:
    name = with_role(title(move, width, kit), "H1")
    return stack([name, dose_line(move, width, kit)], 0.4 * kit.unit)


def _pictures(move: Move, width: float, height: float, kit: Kit) -> Block:
    pad = kit.unit
    ground = Ground(0, 0, width, height, _RADIUS, fill=kit.theme.tint)
    kids = [Placed(0, 0, decoration(width, height, ground))]
    if move.pictures:
        shown = pictures(move.pictures, width - 2 * pad, height - 2 * pad, kit)
        kids.append(Placed((width - shown.width) / 2, (height - shown.height) / 2, shown))
    return Block(width, height, tuple(kids))


def _foot(move: Move, width: float, kit: Kit) -> Block:
    line = hairline(width, kit.theme.rule)
    return stack([line, source_line(move.sources, width, kit)], kit.unit * 0.5)


def _texts(texts: Sequence[Words], width: float, kit: Kit) -> list[Block]:
    return [paragraph(text, kit.style(), width, kit.measure) for text in texts]


def _spread(blocks: Sequence[Block], foot: Sequence[Block], height: float, kit: Kit) -> Block:
    """Return blocks from the top, evenly apart, and a foot at the bottom.

    Raises TooLargeError when they do not fit.
    """
    low = stack(foot, kit.unit * 0.5)
    spare = height - low.height - sum(block.height for block in blocks)
    gap = spare / len(blocks)
    if gap < 0.7 * kit.unit:
        raise TooLargeError((0.7 * kit.unit - gap) * len(blocks))
    top = stack(blocks, min(gap, 2.5 * kit.unit))
    return Block(top.width, height, (Placed(0, 0, top), Placed(0, height - low.height, low)))


def log_page(log: LogWords, first_week: int, weeks: int, frame: Frame, kit: Kit) -> Block:
    """Return boxes to tick, a row for each week."""
    width, style = frame.width, kit.style()
    heading = paragraph(words(log.title), kit.heading(1.25), width, kit.measure, role="H1")
    lead = paragraph(words(log.lead), style, width, kit.measure)
    top = heading.height + lead.height + 3 * kit.unit
    pitch = (frame.height - top) / weeks
    if pitch < style.line:
        raise TooLargeError((style.line - pitch) * weeks)
    rows = [
        Placed(0, top + row * pitch, _week(log.week.format(n=first_week + row), width, kit))
        for row in range(weeks)
    ]
    kids = (Placed(0, 0, heading), Placed(0, heading.height + kit.unit, lead), *rows)
    content = Block(width, frame.height, kids)
    return frame.face(kit, Placed(frame.size.safe, frame.size.safe, content))


def _week(label: str, width: float, kit: Kit) -> Block:
    style = kit.style()
    name = paragraph(words(label), style, 0.3 * width, kit.measure)
    pitch = 0.7 * width / _DAYS
    side = min(0.75 * pitch, style.line * 1.4)
    boxes = [
        Ground(day * pitch, 0, side, side, 1, stroke=kit.theme.rule, line=0.6)
        for day in range(_DAYS)
    ]
    row = decoration(0.7 * width, side, *boxes)
    kids = (Placed(0, (side - name.height) / 2, name), Placed(0.3 * width, 0, row))
    return Block(width, side, kids)
