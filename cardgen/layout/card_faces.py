"""The two faces of a card: what to do at a glance, and how, with care and sources."""

from collections.abc import Sequence
from dataclasses import replace

from cardgen.layout.blocks import hairline, over, stack
from cardgen.layout.kit import Kit
from cardgen.layout.lists import numbered
from cardgen.layout.measure import TooLargeError
from cardgen.layout.moves import LEAST_PICTURE, badge, figure, fitting_scale, joined
from cardgen.layout.safety import sentence
from cardgen.layout.text import paragraph, shrunk
from cardgen.model.content import Move, SafetyWords, Shown, Span, Words, words
from cardgen.model.design import CardSize
from cardgen.model.page import Block, Ground, Placed, Role

SMALLEST = 6.5
PANEL_WIDE, PANEL_TALL = 0.46, 0.44
"""The part of a wide card's width, and of a tall card's height, that the picture has."""
LINES = 2
"""The lines that a card keeps for the name, and for the line to remember."""
LEAST_DOSE = 0.7
"""How far a dose may shrink to stand on one line."""
_SEPARATOR = "\u00a0· "
"""The first blank does not break, so that no line starts with the dot."""


def front(move: Move, deck: str, size: CardSize, kit: Kit) -> Block:
    """Return the face that shows a move: picture, name, dose, and one line to remember.

    Raises TooLargeError when the words do not fit beside the picture.
    """
    wide = size.width > size.height
    panel_width = size.width * PANEL_WIDE if wide else size.width
    panel_height = size.height if wide else size.height * PANEL_TALL
    panel = _picture_panel(move, panel_width, panel_height, size, kit)
    gap = 1.4 * size.safe if wide else size.safe
    left, top = (panel_width + gap, size.safe) if wide else (size.safe, panel_height + gap)
    room = (size.width - left - size.safe, size.height - top - size.safe)
    text = _front_text(move, deck, room, kit)
    # The name is read first, although the picture stands before it.
    kids = (Placed(left, top, text), Placed(0, 0, panel))
    return Block(size.width, size.height, kids)


def _picture_panel(move: Move, width: float, height: float, size: CardSize, kit: Kit) -> Block:
    ground = Block(width, height, (Ground(0, 0, width, height, fill=kit.theme.tint),), "Artifact")
    kids = [Placed(0, 0, ground)]
    if move.pictures:
        pictures = _pictures(move.pictures, width - 2 * size.safe, height - 2 * size.safe, kit)
        x, y = (width - pictures.width) / 2, (height - pictures.height) / 2
        kids.append(Placed(x, y, pictures))
    return Block(width, height, tuple(kids))


def _pictures(pictures: Sequence[Shown], width: float, height: float, kit: Kit) -> Block:
    """Return all pictures one below the other if they stay large enough, else the last."""
    shown = pictures
    if fitting_scale(shown, width, height, kit) * width < LEAST_PICTURE:
        shown = pictures[-1:]
    scale = fitting_scale(shown, width, height, kit)
    return stack([figure(picture, width * scale, kit) for picture in shown], kit.unit)


def _front_text(move: Move, deck: str, room: tuple[float, float], kit: Kit) -> Block:
    width, height = room
    theme = kit.theme
    name_style, cue_style = kit.style(1.3, face="bold"), kit.style()
    name = paragraph(words(move.name), name_style, width, kit.measure, role="H1")
    kicker = _kicker(move.number, deck, width, kit)
    y = kicker.height + kit.unit * 0.5
    height_above = y + max(name.height, LINES * name_style.line)
    above = Block(width, height_above, (Placed(0, y, name), Placed(0, 0, kicker)))
    figure_style = kit.style(1.75, theme.accent, "bold")
    style = shrunk(move.dose.figure, figure_style, width, LEAST_DOSE, kit.measure)
    dose = [paragraph(words(move.dose.figure), style, width, kit.measure)]
    if move.dose.rest:
        dose.append(paragraph(words(move.dose.rest), kit.style(1.05), width, kit.measure))
    line = hairline(width, theme.rule)
    cue = paragraph(words(move.cue), cue_style, width, kit.measure)
    below = stack([line, _reserved(cue, LINES * cue_style.line)], kit.unit)
    return _three(above, stack(dose), below, height, kit)


def _reserved(block: Block, height: float) -> Block:
    """Return the block with at least this height, so that all cards share one grid."""
    return replace(block, height=max(block.height, height))


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


def _three(above: Block, middle: Block, below: Block, height: float, kit: Kit) -> Block:
    """Return blocks at the top, in the middle of what is left, and at the bottom."""
    spare = height - above.height - middle.height - below.height
    if spare < 2 * kit.unit:
        raise TooLargeError(2 * kit.unit - spare)
    kids = (
        Placed(0, 0, above),
        Placed(0, above.height + spare / 2, middle),
        Placed(0, height - below.height, below),
    )
    return Block(above.width, height, kids)


def backs(move: Move, safety: SafetyWords, size: CardSize, kit: Kit) -> list[Block]:
    """Return the faces that tell how: steps, cautions, when to stop, and sources."""
    width = size.width - 2 * size.safe
    steps = numbered(move.steps, kit.style(), kit.theme.quiet, width, kit.measure, kit.unit * 0.2)
    care = [
        paragraph(text, kit.style(), width, kit.measure)
        for text in (joined(move.cautions), sentence(safety.stop))
    ]
    title = f"{move.number}. {move.name}"
    foot = [_sources(move.sources, width, kit)]
    return flowed([(title, "H2")], [steps, *care], foot, size, kit)


def safety_faces(safety: SafetyWords, size: CardSize, kit: Kit) -> list[Block]:
    """Return the faces of the safety card: what cannot wait first."""
    width = size.width - 2 * size.safe
    theme = kit.theme
    intro = paragraph(words(safety.intro), kit.style(), width, kit.measure)
    urgent = _boxed(sentence(safety.emergency), width, kit, theme.paper, theme.ink)
    soon = _boxed(sentence(safety.same_day), width, kit, theme.ink, None)
    rest = [
        paragraph(sentence(signs), kit.style(), width, kit.measure)
        for signs in (safety.stop, safety.runners, safety.book, safety.ask_first)
    ]
    quiet = kit.style(colour=theme.quiet)
    foot = [
        paragraph(words(safety.disclaimer), quiet, width, kit.measure),
        _sources(safety.sources, width, kit),
    ]
    titles: list[tuple[str, Role]] = [(safety.title, "H1"), (safety.title, "H2")]
    return flowed(titles, [intro, urgent, soon, *rest], foot, size, kit)


def flowed(
    titles: Sequence[tuple[str, Role]],
    blocks: Sequence[Block],
    foot: Sequence[Block],
    size: CardSize,
    kit: Kit,
) -> list[Block]:
    """Return blocks on as many faces as they need, each under a title, and last the foot.

    The last of `titles` stands on all further faces. Raises TooLargeError when one block alone
    is too large for a face.
    """
    width, room = size.width - 2 * size.safe, size.height - 2 * size.safe
    style = kit.style(1.2, face="bold")
    headings = [paragraph(words(text), style, width, kit.measure, role) for text, role in titles]
    line = hairline(width, kit.theme.rule)
    bottom = stack([line, *foot], kit.unit * 0.5)
    gap = kit.unit * 0.7
    faces: list[list[Block]] = [[headings[0]]]
    for block in (*blocks, bottom):
        if stack([*faces[-1], block], gap).height > room and len(faces[-1]) > 1:
            faces.append([headings[min(len(faces), len(headings) - 1)]])
        faces[-1].append(block)
    excess = max(stack(face, gap).height for face in faces) - room
    if excess > 0:
        raise TooLargeError(excess)
    tops = [
        Placed(size.safe, size.safe, stack(face, gap)) for face in (*faces[:-1], faces[-1][:-1])
    ]
    end = Placed(size.safe, size.height - size.safe - bottom.height, bottom)
    last = Block(size.width, size.height, (tops[-1], end))
    return [*(Block(size.width, size.height, (top,)) for top in tops[:-1]), last]


def _sources(sources: Sequence[Words], width: float, kit: Kit) -> Block:
    spans: list[Span] = []
    for source in sources:
        spans += [Span(_SEPARATOR)] if spans else []
        spans += source
    return paragraph(tuple(spans), kit.reference, width, kit.measure)


def _boxed(text: Words, width: float, kit: Kit, colour: str, fill: str | None) -> Block:
    pad = kit.unit * 1.4
    inner = paragraph(text, kit.style(colour=colour), width - 2 * pad, kit.measure)
    height = inner.height + 1.4 * pad
    stroke = None if fill else kit.theme.ink
    ground = Ground(0, 0, width, height, 3, fill=fill, stroke=stroke, line=0.8)
    box = Block(width, height, (ground,), "Artifact")
    return over(box, Block(width, height, (Placed(pad, 0.7 * pad, inner),)))
