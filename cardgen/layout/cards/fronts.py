"""The front of a card: what to do, in pictures and steps, and how much of it."""

from collections.abc import Sequence
from contextlib import suppress
from math import inf

from cardgen.layout.blocks import hairline, stack
from cardgen.layout.cards.frame import Frame, panel
from cardgen.layout.cards.names import (
    BESIDE,
    LEAST_DOSE,
    NAMES,
    front_name,
    head_line,
    in_lines,
    number_mark,
    words_width,
)
from cardgen.layout.cards.pictures import PictureRoom, pictures
from cardgen.layout.cards.sizes import CardScale
from cardgen.layout.components.lists import numbered
from cardgen.model.content import Image, Move, Text, text
from cardgen.model.design import MM
from cardgen.model.page import Block, Placed
from cardgen.typography.measure import style_width
from cardgen.typography.paragraph import first_baseline, paragraph, shrunk
from cardgen.typography.style import Style, TooLargeError

LEAST_PANEL, MOST_PANEL = 0.47, 0.56
"""The part of the height that pictures have on a small card that lies on its side."""
LEAST_TALL, MOST_TALL = 0.24, 0.44
"""The same on an upright card."""
APART, COLUMNS, PAD = 1.6 * MM, 2.4 * MM, 1.0 * MM
"""Between pictures and words, between columns of words, and round pictures inside a panel."""


def front(move: Move, frame: Frame, scale: CardScale, most: float = inf) -> Block:
    """Return the face that shows a move, its pictures at most `most` points tall.

    Raises TooLargeError when its words leave too little room for pictures.
    """
    if not frame.is_wide:
        return _upright(move, frame, scale)
    return (_beside if frame.size.holds_steps else _below)(move, frame, scale, most)


def panel_room(move: Move, frame: Frame, scale: CardScale) -> float:
    """Return how tall the panel of a move may be, in points, so that all of a deck are alike.

    It is `inf` where pictures stand beside words, or each panel is as tall as its pictures.
    """
    if not frame.is_wide or frame.size.holds_steps:
        return inf
    return _words_below(move, frame, scale)[1]


def _below(move: Move, frame: Frame, scale: CardScale, most: float) -> Block:
    """Return pictures as wide as the card, and below them name and dose beside the steps."""
    size, (words, room) = frame.size, _words_below(move, frame, scale)
    high = min(most, room)
    ground = panel(size.width, high, scale.colours, size.safe, lines=("below",))
    mark = number_mark(move, scale)
    x, y = size.safe + frame.corner, size.safe
    low = y + max(mark.height, frame.corner)
    shown = _beside_mark(move.pictures, frame, high, x + mark.width + PAD, low)
    spare = size.height - size.safe - high - APART - words.height
    name, *others = words.kids
    top = high + APART + spare / 3
    # The name is read first, behind its number, although the pictures stand before it.
    head = Block(size.width, size.height, (Placed(x, y, mark), _moved(name, size.safe, top)), "H1")
    below = [_moved(kid, size.safe, top) for kid in others]
    return frame.face(scale.colours, Placed(0, 0, ground), Placed(0, 0, head), *below, *shown)


def _moved(kid: object, x: float, y: float) -> Placed:
    assert isinstance(kid, Placed)  # noqa: S101 - of a block that is made here
    return Placed(kid.x + x, kid.y + y, kid.block)


def _words_below(move: Move, frame: Frame, scale: CardScale) -> tuple[Block, float]:
    """Return the words of a move, and how tall the pictures above may be. Raises TooLargeError.

    At the least size of type lines stand closer, where they have no room else.
    """
    words = _columns(move, frame, scale)
    if scale.closer:
        with suppress(TooLargeError):
            return words, _room_below(words, frame)
        words = _columns(move, frame, scale.closer)
    return words, _room_below(words, frame)


def _room_below(words: Block, frame: Frame) -> float:
    height = frame.size.height
    room = height - words.height - frame.size.safe - APART
    if (missing := LEAST_PANEL * height - room) > 0:
        raise TooLargeError(missing, among=[k.block for k in words.kids if isinstance(k, Placed)])
    return min(room, MOST_PANEL * height)


def _columns(move: Move, frame: Frame, scale: CardScale) -> Block:
    """Return the name over the dose, and the steps at their right.

    What the dose adds to its figure stands below it, or as wide as the card, as is less tall.
    """
    left, width = NAMES * frame.width, frame.width
    name = in_lines(front_name(move, frame, scale), scale.name, left)
    steps = _steps(move.short_steps, width - left - COLUMNS, scale)
    part = section(move, left, scale)
    narrow = stack([*part, dose_and_note(move, left, scale)])
    figure, added = stack([*part, _figure(move, left, scale)]), stack(_added(move, width, scale))
    beside = max(name.height + narrow.height, steps.height)
    below = max(name.height + figure.height, steps.height)
    told = [Placed(0, name.height, narrow)]
    if (height := below + added.height) < beside:
        told = [Placed(0, name.height, figure), Placed(0, below, added)]
    kids = (Placed(0, 0, name), *told, Placed(left + COLUMNS, 0, steps))
    return Block(width, min(beside, height), kids)


def _beside_mark(
    images: Sequence[Image], frame: Frame, high: float, right: float, low: float
) -> list[Placed]:
    """Return pictures in a panel, off the number that stands in its corner, or none."""
    if not images:
        return []
    safe, bottom = frame.size.safe, high - PAD
    for left in (safe, right):
        room = PictureRoom(frame.size.width - safe - left, bottom - safe, 2 * PAD)
        shown = pictures(images, room)
        x, y = left + (room.width - shown.width) / 2, bottom - shown.height
        if x >= right or y >= low:
            break
    return [Placed(x, y, shown)]


def _upright(move: Move, frame: Frame, scale: CardScale) -> Block:
    """Return the name, pictures as wide as the card, dose and steps, and a line to remember."""
    size, width, safe = frame.size, frame.width, frame.size.safe
    head = head_line(move, frame, scale)
    told = [
        *section(move, width, scale),
        dose_and_note(move, width, scale),
        _steps(_told(move, frame), width, scale),
    ]
    words, foot = stack(told, 1.2 * scale.unit), _foot(move, frame, scale)
    top = safe + max(head.height, frame.corner - APART / 2) + APART
    room = size.height - top - APART - words.height - foot.height - safe
    if (missing := LEAST_TALL * size.height - room) > 0:
        raise TooLargeError(missing, among=[head, *told, foot])
    captions = scale.small(scale.colours.ink) if size.holds_steps else None
    most = min(room, MOST_TALL * size.height) - 2 * PAD
    kids = [Placed(safe + frame.corner, safe, head)]
    high = 0.0
    if move.pictures:
        shown = pictures(move.pictures, PictureRoom(size.width - 2 * safe, most, 2 * PAD, captions))
        high = shown.height + 2 * PAD
        ground = panel(size.width, high, scale.colours, safe, lines=("above", "below"))
        kids.append(Placed(0, top, ground))
        kids.append(Placed((size.width - shown.width) / 2, top + PAD, shown))
    spare = size.height - safe - foot.height - words.height - top - high - APART
    kids.append(Placed(safe, top + high + APART + min(spare / 3, 2 * APART), words))
    kids.append(Placed(safe, size.height - safe - foot.height, foot))
    return frame.face(scale.colours, *kids)


def _beside(move: Move, frame: Frame, scale: CardScale, most: float) -> Block:  # noqa: ARG001 - it has all the height
    """Return the pictures on the left, as tall as the card, and all words beside them."""
    size, safe = frame.size, frame.size.safe
    across, width = BESIDE * size.width, words_width(frame)
    left = size.width - safe - width
    told = [*section(move, width, scale), dose_and_note(move, width, scale)]
    head = stack([head_line(move, frame, scale), *told], 0.6 * scale.unit)
    steps, foot = _steps(_told(move, frame), width, scale), _foot(move, frame, scale, width)
    spare = frame.height - head.height - steps.height - foot.height
    if spare < 2 * scale.unit:
        raise TooLargeError(2 * scale.unit - spare, among=[head, steps, foot])
    kids = [
        Placed(left, safe, head),
        Placed(left, safe + head.height + min(spare / 2, 3 * scale.unit), steps),
        Placed(left, size.height - safe - foot.height, foot),
    ]
    top = safe + frame.corner
    ground = [Placed(0, 0, panel(across, size.height, scale.colours, safe, lines=("right",)))]
    if move.pictures:
        room = PictureRoom(
            across - safe - PAD,
            size.height - top - safe,
            2 * PAD,
            scale.small(scale.colours.ink),
        )
        shown = pictures(move.pictures, room)
        y = top + (room.height - shown.height) / 2
        kids.append(Placed(safe + (room.width - shown.width) / 2, y, shown))
    return frame.face(scale.colours, *ground, *kids)


def _told(move: Move, frame: Frame) -> Sequence[Text]:
    return move.steps if frame.size.holds_steps else move.short_steps


def section(move: Move, width: float, scale: CardScale) -> list[Block]:
    """Return the part of its routine that a move belongs to, if it has parts."""
    if not move.section:
        return []
    return [paragraph(text(move.section), scale.small(), width)]


def dose_and_note(move: Move, width: float, scale: CardScale) -> Block:
    """Return the dose, and below it what the routine says of the move.

    What the dose adds to its figure stands beside it where there is room, or below.
    """
    figure, added = _figure(move, width, scale), _added(move, width, scale)
    loud, soft = next(figure.all_lines()), scale.text.style()
    x = loud.width + 0.4 * loud.size
    fits = move.dose.rest and x + style_width(move.dose.rest, soft) < width - 1
    if not fits or len(figure.texts) > 1:
        return stack([figure, *added])
    rest = paragraph(text(move.dose.rest, move.dose_line.origin), soft, width - x)
    y = _drop(scale.dose._replace(size=loud.size), soft)
    row = Block(width, figure.height, (Placed(0, 0, figure), Placed(x, y, rest)))
    return stack([row, *added[1:]])


def _figure(move: Move, width: float, scale: CardScale) -> Block:
    said = text(move.dose.figure, move.dose_line.origin)
    style = shrunk(move.dose.figure, scale.dose, width, LEAST_DOSE)
    return in_lines(said, style, width, role="P")


def _added(move: Move, width: float, scale: CardScale) -> list[Block]:
    """Return what the dose adds to its figure, and what the routine says of the move."""
    rest = text(move.dose.rest, move.dose_line.origin)
    told = (*((rest,) if move.dose.rest else ()), *((move.note,) if move.note else ()))
    return [paragraph(said, scale.text.style(), width) for said in told]


def _drop(loud: Style, soft: Style) -> float:
    """Return how far a line of soft type starts below a loud one to stand on its baseline."""
    return first_baseline(loud) - first_baseline(soft)


def _steps(steps: Sequence[Text], width: float, scale: CardScale) -> Block:
    style = scale.text.style()
    return numbered(steps, style, scale.colours.quiet, width, 0.25 * scale.unit)


def _foot(move: Move, frame: Frame, scale: CardScale, width: float = 0) -> Block:
    """Return the line to remember under a hair line, on a card that has room for it."""
    width = width or frame.width
    if not frame.size.holds_steps:
        return Block(width, 0)
    line = hairline(width, scale.colours.rule)
    return stack([line, paragraph(move.cue, scale.text.style(), width)], scale.unit)
