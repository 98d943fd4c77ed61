"""The front of a card: what to do at a glance, and on a large card how to do it."""

from cardgen.layout.blocks import hairline, stack
from cardgen.layout.faces.frame import BESIDE, SMALLEST, Frame, panel, reserved, three
from cardgen.layout.faces.pictures import pictures
from cardgen.layout.kit import Kit
from cardgen.layout.lists import numbered
from cardgen.layout.measure import Style
from cardgen.layout.moves import badge
from cardgen.layout.text import paragraph, shrunk
from cardgen.model.content import Move, words
from cardgen.model.page import CAPITAL, Block, Placed

STEPS_WIDE, STEPS_TALL = 0.38, 0.45
"""The part of the width that the picture has where steps stand beside it."""
CUE_LINES = 2
"""The lines that a card keeps for the line to remember, so that all cards share one grid."""
LEAST_DOSE = 0.7
"""How far a dose may shrink to stand on one line."""
_INNER = 0.5


def front(move: Move, deck: str, frame: Frame, kit: Kit) -> Block:
    """Return the face that shows a move. Raises TooLargeError when its words do not fit."""
    if not frame.size.holds_steps:
        return _glance(move, deck, frame, kit)
    return (_steps_wide if frame.is_wide else _steps_tall)(move, deck, frame, kit)


def _glance(move: Move, deck: str, frame: Frame, kit: Kit) -> Block:
    """Return picture, name, dose, and one line to remember."""
    split = frame.glance
    width, height = split.room
    kicker = _kicker(move.number, deck, width, kit)
    middle = stack([_name(move, 1.3, width, kit), dose_line(move, width, kit)], kit.unit * 0.9)
    text = three(kicker, middle, _cue(move, width, kit, CUE_LINES), height, kit)
    shown = _picture_panel(move, split.across, split.down, frame, kit, below=not frame.is_wide)
    # The name is read first, although the picture stands before it.
    return frame.face(kit, Placed(split.left, split.top, text), Placed(0, 0, shown))


def _steps_wide(move: Move, deck: str, frame: Frame, kit: Kit) -> Block:
    """Return the picture on the left, and all words beside it."""
    size = frame.size
    across = size.width * STEPS_WIDE
    left = across + BESIDE * size.safe
    width = size.width - left - size.safe
    head = [
        _kicker(move.number, deck, width, kit),
        _name(move, 1.5, width, kit),
        dose_line(move, width, kit),
    ]
    text = three(
        stack(head, kit.unit * 0.6),
        _steps(move, width, kit),
        _cue(move, width, kit, 1),
        frame.height,
        kit,
    )
    shown = _picture_panel(move, across, size.height, frame, kit, below=False)
    return frame.face(kit, Placed(left, size.safe, text), Placed(0, 0, shown))


def _steps_tall(move: Move, deck: str, frame: Frame, kit: Kit) -> Block:
    """Return name and dose above, and below them the picture with the steps beside it."""
    size = frame.size
    across = size.width * STEPS_TALL
    left = across + BESIDE * 0.7 * size.safe
    width, head_width = size.width - left - size.safe, frame.width - frame.corner
    head = stack(
        [
            _kicker(move.number, deck, head_width, kit),
            _name(move, 1.6, head_width, kit),
            dose_line(move, head_width, kit),
        ],
        kit.unit * 0.6,
    )
    top = size.safe + head.height + 2 * kit.unit
    text = three(
        Block(width, 0),
        _steps(move, width, kit),
        _cue(move, width, kit, 1),
        size.height - top - size.safe,
        kit,
    )
    shown = _picture_panel(move, across, size.height - top, Frame(size), kit, below=False)
    return frame.face(
        kit,
        Placed(size.safe + frame.corner, size.safe, head),
        Placed(0, top, shown),
        Placed(left, top, text),
    )


def _picture_panel(
    move: Move, width: float, height: float, frame: Frame, kit: Kit, *, below: bool
) -> Block:
    safe = frame.size.safe
    # A narrow panel has a narrow border inside the card, so that its picture is the larger.
    inner = safe * (_INNER if frame.size.holds_steps else 1)
    top = safe + frame.corner
    ground = panel(width, height, kit.theme.tint, kit, below=below, inset=safe)
    kids = [Placed(0, 0, ground)]
    if move.pictures:
        room = width - safe - inner
        shown = pictures(move.pictures, room, height - top - safe, kit)
        y = max(top, (height - shown.height) / 2)
        kids.append(Placed(safe + (room - shown.width) / 2, y, shown))
    return Block(width, height, tuple(kids))


def _name(move: Move, ratio: float, width: float, kit: Kit) -> Block:
    style = kit.heading(ratio)
    return paragraph(words(move.name), style, width, kit.measure, role="H1")


def dose_line(move: Move, width: float, kit: Kit) -> Block:
    """Return the dose: its figure, and the rest below it, or beside it where there is room."""
    loud = kit.heading(1.8, kit.theme.accent)
    style = shrunk(move.dose.figure, loud, width, LEAST_DOSE, kit.measure)
    figure = paragraph(words(move.dose.figure), style, width, kit.measure)
    if not move.dose.rest:
        return figure
    soft = kit.style(1.05)
    x = kit.measure.width(move.dose.figure, style.face, style.size) + 0.5 * style.size
    if x + kit.measure.width(move.dose.rest, soft.face, soft.size) > width - 1:
        return stack([figure, paragraph(words(move.dose.rest), soft, width, kit.measure)])
    rest = paragraph(words(move.dose.rest), soft, width - x, kit.measure)
    return Block(width, figure.height, (Placed(0, 0, figure), Placed(x, _drop(style, soft), rest)))


def _drop(loud: Style, soft: Style) -> float:
    """Return how far a line of soft type starts below a loud one to stand on its baseline."""
    return sum(way * (s.line + CAPITAL * s.size) / 2 for s, way in ((loud, 1), (soft, -1)))


def _steps(move: Move, width: float, kit: Kit) -> Block:
    return numbered(move.steps, kit.style(), kit.theme.quiet, width, kit.measure, kit.unit * 0.4)


def _cue(move: Move, width: float, kit: Kit, lines: int) -> Block:
    style = kit.style()
    cue = reserved(paragraph(words(move.cue), style, width, kit.measure), lines * style.line)
    return stack([hairline(width, kit.theme.rule), cue], kit.unit)


def _kicker(number: int, deck: str, width: float, kit: Kit) -> Block:
    """Return the number of the card and the name of its deck."""
    mark = badge(str(number), kit.body * 1.6, kit)
    left = mark.width + kit.unit
    style = kit.style(max(0.82, SMALLEST / kit.body), kit.theme.quiet)
    name = paragraph(words(deck), style, width - left, kit.measure, role=None)
    height = max(mark.height, name.height)
    kids = (
        Placed(0, (height - mark.height) / 2, mark),
        Placed(left, (height - name.height) / 2, name),
    )
    return Block(width, height, kids, "P")
