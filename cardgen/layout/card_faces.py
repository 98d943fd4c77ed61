"""The two faces of a card: what to do at a glance, and how, with care and sources."""

from collections.abc import Sequence

from cardgen.layout.blocks import decoration, over, stack
from cardgen.layout.kit import Kit
from cardgen.layout.lists import numbered
from cardgen.layout.measure import TooLargeError
from cardgen.layout.moves import LEAST_PICTURE, badge, figure
from cardgen.layout.safety import sentence
from cardgen.layout.text import paragraph
from cardgen.model.content import Move, SafetyWords, Shown, Span, Words, words
from cardgen.model.design import CardSize
from cardgen.model.page import Block, Ground, Placed, Rule

SMALLEST = 6.5
PANEL_WIDE, PANEL_TALL = 0.47, 0.44
"""The part of a wide card's width, and of a tall card's height, that the picture has."""
_SEPARATOR = "  ·  "


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
    kids = (Placed(0, 0, panel), Placed(left, top, text))
    return Block(size.width, size.height, kids)


def _picture_panel(move: Move, width: float, height: float, size: CardSize, kit: Kit) -> Block:
    ground = Block(width, height, (Ground(0, 0, width, height, fill=kit.theme.tint),), "Artifact")
    number = badge(str(move.number), kit.body * 1.7, kit)
    kids = [Placed(0, 0, ground), Placed(size.safe, size.safe, number)]
    if move.pictures:
        pictures = _pictures(move.pictures, width - 2 * size.safe, height - 2 * size.safe, kit)
        x, y = (width - pictures.width) / 2, (height - pictures.height) / 2
        kids.append(Placed(x, y, pictures))
    return Block(width, height, tuple(kids))


def _pictures(pictures: Sequence[Shown], width: float, height: float, kit: Kit) -> Block:
    """Return all pictures one below the other if they stay large enough, else the last."""
    for shown in (pictures, pictures[-1:]):
        tall = sum(width / kit.measure.aspect(picture.file) for picture in shown)
        scale = min(1.0, (height - kit.unit * (len(shown) - 1)) / tall)
        if len(shown) == 1 or scale * width >= LEAST_PICTURE:
            break
    return stack([figure(picture, width * scale, kit) for picture in shown], kit.unit)


def _front_text(move: Move, deck: str, room: tuple[float, float], kit: Kit) -> Block:
    width, height = room
    theme = kit.theme
    above = stack(
        [
            paragraph(words(deck), kit.style(0.82, theme.quiet), width, kit.measure),
            paragraph(words(move.name), kit.style(1.4, face="bold"), width, kit.measure, role="H2"),
        ]
    )
    dose = [
        paragraph(
            words(move.dose.figure), kit.style(1.75, theme.accent, "bold"), width, kit.measure
        )
    ]
    if move.dose.rest:
        dose.append(paragraph(words(move.dose.rest), kit.style(1.05), width, kit.measure))
    line = decoration(width, 0.5, Rule(0, 0.25, width, 0.25, 0.5, theme.rule))
    below = stack([line, paragraph(words(move.cue), kit.style(1.0), width, kit.measure)], kit.unit)
    return _three(above, stack(dose), below, height, kit)


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


def backs(move: Move, safety: SafetyWords, size: CardSize, kit: Kit, *, split: bool) -> list[Block]:
    """Return the face that tells how, or two of them where one has no room for all of it."""
    width = size.width - 2 * size.safe
    title = paragraph(words(move.name), kit.style(1.2, face="bold"), width, kit.measure, role="H2")
    steps = numbered(move.steps, kit.style(), kit.theme.quiet, width, kit.measure, kit.unit * 0.2)
    care = [*move.cautions, sentence(safety.stop)]
    cautions = [paragraph(text, kit.style(), width, kit.measure) for text in care]
    sources = _sources(move.sources, width, kit)
    if not split:
        return [face([title, steps], [*cautions, sources], size, kit)]
    return [face([title, steps], [], size, kit), face([title, *cautions], [sources], size, kit)]


def safety_faces(safety: SafetyWords, size: CardSize, kit: Kit) -> tuple[Block, Block]:
    """Return the two faces of the safety card: what cannot wait, and all the rest."""
    width = size.width - 2 * size.safe
    theme = kit.theme
    title = paragraph(
        words(safety.title), kit.style(1.2, face="bold"), width, kit.measure, role="H2"
    )
    urgent = _boxed(sentence(safety.emergency), width, kit, theme.paper, theme.ink)
    soon = _boxed(sentence(safety.same_day), width, kit, theme.ink, None)
    rest = [
        paragraph(sentence(signs), kit.style(), width, kit.measure)
        for signs in (safety.stop, safety.runners, safety.book, safety.ask_first)
    ]
    disclaimer = paragraph(
        words(safety.disclaimer), kit.style(colour=theme.quiet), width, kit.measure
    )
    sources = _sources(safety.sources, width, kit)
    return (
        face([title, urgent, soon], [], size, kit),
        face(rest, [disclaimer, sources], size, kit),
    )


def face(above: Sequence[Block], below: Sequence[Block], size: CardSize, kit: Kit) -> Block:
    """Return a face with blocks from the top, and blocks at the bottom under a hair line.

    Raises TooLargeError when they do not fit the safe area.
    """
    width, room = size.width - 2 * size.safe, size.height - 2 * size.safe
    top = stack(above, kit.unit * 0.7)
    line = decoration(width, 0.5, Rule(0, 0.25, width, 0.25, 0.5, kit.theme.rule))
    bottom = stack([line, *below], kit.unit * 0.5) if below else Block(width, 0)
    excess = top.height + bottom.height + (kit.unit if below else 0) - room
    if excess > 0:
        raise TooLargeError(excess)
    kids = [Placed(size.safe, size.safe, top)]
    if below:
        kids.append(Placed(size.safe, size.height - size.safe - bottom.height, bottom))
    return Block(size.width, size.height, tuple(kids))


def _sources(sources: Sequence[Words], width: float, kit: Kit) -> Block:
    joined: list[Span] = []
    for source in sources:
        joined += [Span(_SEPARATOR)] if joined else []
        joined += source
    return paragraph(tuple(joined), kit.reference, width, kit.measure)


def _boxed(text: Words, width: float, kit: Kit, colour: str, fill: str | None) -> Block:
    pad = kit.unit * 1.4
    inner = paragraph(text, kit.style(colour=colour), width - 2 * pad, kit.measure)
    height = inner.height + 1.4 * pad
    stroke = None if fill else kit.theme.ink
    ground = Ground(0, 0, width, height, 3, fill=fill, stroke=stroke, line=0.8)
    box = Block(width, height, (ground,), "Artifact")
    return over(box, Block(width, height, (Placed(pad, 0.7 * pad, inner),)))
