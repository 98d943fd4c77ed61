"""The front of a card: what to do at a glance, and on a large card how to do it."""

from cardgen.layout.blocks import aligned, hairline, stack
from cardgen.layout.cards.frame import BESIDE, SEPARATOR, SMALLEST, Frame, panel, reserved, three
from cardgen.layout.cards.pictures import pictures
from cardgen.layout.components.lists import numbered
from cardgen.layout.components.moves import badge
from cardgen.layout.type_scale import TypeScale
from cardgen.model.content import Move, Text, joined, text
from cardgen.model.page import CAPITAL, Block, Placed
from cardgen.typography.measure import text_width
from cardgen.typography.paragraph import paragraph, shrunk
from cardgen.typography.style import Style

STEPS_WIDE, STEPS_TALL = 0.38, 0.45
"""The part of the width that the picture has where steps stand beside it."""
CUE_LINES = 2
"""The lines that a card keeps for the line to remember, so that all cards share one grid."""
LEAST_DOSE = 0.7
"""How far a dose may shrink to stand on one line."""
_INNER = 0.5


def front(move: Move, deck: Text, frame: Frame, scale: TypeScale) -> Block:
    """Return the face that shows a move. Raises TooLargeError when its words do not fit."""
    if not frame.size.holds_steps:
        return _glance(move, deck, frame, scale)
    return (_steps_wide if frame.is_wide else _steps_tall)(move, deck, frame, scale)


def _glance(move: Move, deck: Text, frame: Frame, scale: TypeScale) -> Block:
    """Return picture, name, dose, and one line to remember."""
    split = frame.glance
    width, height = split.room
    kicker = _kicker(move, deck, width, scale)
    middle = stack(
        [_name(move, 1.3, width, scale), dose_and_note(move, width, scale)], scale.unit * 0.9
    )
    told = three(kicker, middle, _cue(move, width, scale, CUE_LINES), height, scale)
    shown = _picture_panel(move, split.across, split.down, frame, scale, below=not frame.is_wide)
    # The name is read first, although the picture stands before it.
    return frame.face(scale, Placed(split.left, split.top, told), Placed(0, 0, shown))


def _steps_wide(move: Move, deck: Text, frame: Frame, scale: TypeScale) -> Block:
    """Return the picture on the left, and all words beside it."""
    size = frame.size
    across = size.width * STEPS_WIDE
    left = across + BESIDE * size.safe
    width = size.width - left - size.safe
    head = [
        _kicker(move, deck, width, scale),
        _name(move, 1.5, width, scale),
        dose_and_note(move, width, scale),
    ]
    told = three(
        stack(head, scale.unit * 0.6),
        _steps(move, width, scale),
        _cue(move, width, scale, 1),
        frame.height,
        scale,
    )
    shown = _picture_panel(move, across, size.height, frame, scale, below=False)
    return frame.face(scale, Placed(left, size.safe, told), Placed(0, 0, shown))


def _steps_tall(move: Move, deck: Text, frame: Frame, scale: TypeScale) -> Block:
    """Return name and dose above, and below them the picture with the steps beside it."""
    size = frame.size
    across = size.width * STEPS_TALL
    left = across + BESIDE * 0.7 * size.safe
    width, head_width = size.width - left - size.safe, frame.width - frame.corner
    head = stack(
        [
            _kicker(move, deck, head_width, scale),
            _name(move, 1.6, head_width, scale),
            dose_and_note(move, head_width, scale),
        ],
        scale.unit * 0.6,
    )
    top = size.safe + head.height + 2 * scale.unit
    told = three(
        Block(width, 0),
        _steps(move, width, scale),
        _cue(move, width, scale, 1),
        size.height - top - size.safe,
        scale,
        beyond=[head],
    )
    shown = _picture_panel(move, across, size.height - top, Frame(size), scale, below=False)
    return frame.face(
        scale,
        Placed(size.safe + frame.corner, size.safe, head),
        Placed(0, top, shown),
        Placed(left, top, told),
    )


def _picture_panel(
    move: Move, width: float, height: float, frame: Frame, scale: TypeScale, *, below: bool
) -> Block:
    safe = frame.size.safe
    # A narrow panel has a narrow border inside the card, so that its picture is the larger.
    inner = safe * (_INNER if frame.size.holds_steps else 1)
    top = safe + frame.corner
    ground = panel(width, height, scale.colours.tint, scale, below=below, inset=safe)
    kids = [Placed(0, 0, ground)]
    if move.pictures:
        room = width - safe - inner
        shown = pictures(move.pictures, room, height - top - safe, scale)
        y = max(top, (height - shown.height) / 2)
        kids.append(Placed(safe + (room - shown.width) / 2, y, shown))
    return Block(width, height, tuple(kids))


def _name(move: Move, ratio: float, width: float, scale: TypeScale) -> Block:
    style = scale.heading(ratio)
    return paragraph(move.name, style, width, role="H1")


def dose_and_note(move: Move, width: float, scale: TypeScale) -> Block:
    """Return the dose, and below it what the routine says of the move."""
    dose = dose_line(move, width, scale)
    if move.note is None:
        return dose
    return stack([dose, paragraph(move.note, scale.style(), width)], scale.unit * 0.4)


def dose_line(move: Move, width: float, scale: TypeScale) -> Block:
    """Return the dose: its figure, and the rest below it, or beside it where there is room."""
    loud, origin = scale.heading(1.8, scale.colours.accent), move.dose_line.origin
    style = shrunk(move.dose.figure, loud, width, LEAST_DOSE)
    figure = paragraph(text(move.dose.figure, origin), style, width)
    if not move.dose.rest:
        return figure
    soft = scale.style(1.05)
    x = text_width(move.dose.figure, style.face, style.size) + 0.5 * style.size
    if x + text_width(move.dose.rest, soft.face, soft.size) > width - 1:
        return stack([figure, paragraph(text(move.dose.rest, origin), soft, width)])
    rest = paragraph(text(move.dose.rest, origin), soft, width - x)
    return Block(width, figure.height, (Placed(0, 0, figure), Placed(x, _drop(style, soft), rest)))


def _drop(loud: Style, soft: Style) -> float:
    """Return how far a line of soft type starts below a loud one to stand on its baseline."""
    return sum(way * (s.line + CAPITAL * s.size) / 2 for s, way in ((loud, 1), (soft, -1)))


def _steps(move: Move, width: float, scale: TypeScale) -> Block:
    return numbered(move.steps, scale.style(), scale.colours.quiet, width, scale.unit * 0.4)


def _cue(move: Move, width: float, scale: TypeScale, lines: int) -> Block:
    style = scale.style()
    cue = reserved(paragraph(move.cue, style, width), lines * style.line)
    return stack([hairline(width, scale.colours.rule), cue], scale.unit)


def _kicker(move: Move, deck: Text, width: float, scale: TypeScale) -> Block:
    """Return the number of the card, the name of its deck, and the heading that it stands under."""
    mark = badge(str(move.number), scale.body * 1.6, scale)
    left = mark.width + scale.unit
    style = scale.style(max(0.82, SMALLEST / scale.body), scale.colours.quiet)
    said = joined([deck, text(move.section)], SEPARATOR) if move.section else deck
    name = paragraph(said, style, width - left, role=None)
    return aligned(width, (0, mark), (left, name), role="P")
