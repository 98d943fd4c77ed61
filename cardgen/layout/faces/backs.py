"""The backs of cards, and the safety card: how, with care, when to stop, and the sources."""

from collections.abc import Sequence

from cardgen.layout.blocks import over, stack
from cardgen.layout.faces.flow import flowed
from cardgen.layout.faces.frame import Frame, source_line
from cardgen.layout.kit import Kit
from cardgen.layout.lists import numbered
from cardgen.layout.moves import joined
from cardgen.layout.safety import sentence
from cardgen.layout.text import paragraph
from cardgen.model.content import Move, SafetyWords, Signs, Words, words
from cardgen.model.page import Block, Ground, Placed, Role

_CORNER_GAP = 12.0


def backs(move: Move, safety: SafetyWords, frame: Frame, kit: Kit) -> list[Block]:
    """Return the faces that stand behind a front: what it has no room for.

    A small card has its steps here. A large one has them beside its picture, and here what
    makes the move easier or harder.
    """
    width = frame.width
    style = kit.style()
    if frame.size.holds_steps:
        told = [paragraph(tip, style, width, kit.measure) for tip in move.tips]
    else:
        told = [numbered(move.steps, style, kit.theme.quiet, width, kit.measure, kit.unit * 0.2)]
    care = [
        paragraph(text, style, width, kit.measure)
        for text in (joined(move.cautions), sentence(safety.stop))
    ]
    foot = [cornered(source_line(move.sources, width, kit), move.imprint, width, kit)]
    title = f"{move.number}. {move.name}"
    return flowed([(title, "H2")], [*told, *care], foot, frame, kit, first_is_front=False)


def safety_faces(
    safety: SafetyWords, rest: Sequence[Signs], made: str, frame: Frame, kit: Kit
) -> list[Block]:
    """Return the faces of the safety card: what cannot wait first, then the `rest`."""
    width, theme = frame.width, kit.theme
    intro = paragraph(words(safety.intro), kit.style(), width, kit.measure)
    urgent = _boxed(sentence(safety.emergency), width, kit, theme.paper, theme.ink)
    soon = _boxed(sentence(safety.same_day), width, kit, theme.ink, None)
    others = [paragraph(sentence(signs), kit.style(), width, kit.measure) for signs in rest]
    foot = [
        paragraph(words(safety.disclaimer), kit.style(colour=theme.quiet), width, kit.measure),
        cornered(source_line(safety.sources, width, kit), made, width, kit),
    ]
    titles: list[tuple[str, Role]] = [(safety.title, "H1"), (safety.title, "H2")]
    return flowed(titles, [intro, urgent, soon, *others], foot, frame, kit, first_is_front=True)


def imprint(text: str, width: float, kit: Kit) -> Block:
    """Return the small print of a card."""
    return paragraph(words(text), kit.reference, width, kit.measure)


def cornered(above: Block, text: str, width: float, kit: Kit) -> Block:
    """Return the small print in the corner: on the last line above it, where that has the room."""
    room = kit.measure.width(text, kit.reference.face, kit.reference.size) + 0.5
    lines = [*above.all_lines()]
    if not lines or lines[-1].bounds[2] + _CORNER_GAP + room > width:
        return stack([above, imprint(text, width, kit)])
    small = imprint(text, room, kit)
    kids = (Placed(0, 0, above), Placed(width - room, above.height - small.height, small))
    return Block(width, above.height, kids)


def _boxed(text: Words, width: float, kit: Kit, colour: str, fill: str | None) -> Block:
    pad = kit.unit * 1.4
    inner = paragraph(text, kit.style(colour=colour), width - 2 * pad, kit.measure)
    height = inner.height + 1.4 * pad
    stroke = None if fill else kit.theme.ink
    ground = Ground(0, 0, width, height, 3, fill=fill, stroke=stroke, line=0.8)
    box = Block(width, height, (ground,), "Artifact")
    return over(box, Block(width, height, (Placed(pad, 0.7 * pad, inner),)))
