"""The backs of cards, and the safety card: how, with care, when to stop, and the sources."""

from collections.abc import Sequence

from cardgen.layout.blocks import over, stack
from cardgen.layout.cards.flow import flowed
from cardgen.layout.cards.frame import Frame, source_line
from cardgen.layout.components.lists import numbered
from cardgen.layout.components.safety import sentence
from cardgen.layout.type_scale import TypeScale
from cardgen.model.content import Move, SafetyWords, Signs, Span, Text, joined, text
from cardgen.model.page import Block, Placed, Rect, Role
from cardgen.typography.measure import text_width
from cardgen.typography.paragraph import paragraph

_CORNER_GAP = 12.0


def backs(move: Move, safety: SafetyWords, frame: Frame, scale: TypeScale) -> list[Block]:
    """Return the faces that stand behind a front: what it has no room for.

    A small card has its steps here. A large one has them beside its picture, and here what
    makes the move easier or harder.
    """
    width = frame.width
    style = scale.style()
    if frame.size.holds_steps:
        told = [paragraph(tip, style, width) for tip in move.tips]
    else:
        told = [numbered(move.steps, style, scale.colours.quiet, width, scale.unit * 0.2)]
    cautions = [joined(move.cautions)] if move.cautions else []
    care = [paragraph(said, style, width) for said in (*cautions, *map(sentence, safety.stop))]
    foot = [cornered(source_line(move.sources, width, scale), move.imprint, width, scale)]
    title = move.name._replace(spans=(Span(f"{move.number}. {move.name.plain}"),))
    return flowed([(title, "H2")], [*told, *care], foot, frame, scale, first_is_front=False)


def safety_faces(
    safety: SafetyWords, rest: Sequence[Signs], made: str, frame: Frame, scale: TypeScale
) -> list[Block]:
    """Return the faces of the safety card: what cannot wait first, then the `rest`."""
    width, colours = frame.width, scale.colours
    intro = paragraph(safety.opening, scale.style(), width)
    urgent, *soon = map(sentence, safety.danger[:2])
    boxes = [
        _boxed(urgent, width, scale, colours.paper, colours.ink),
        *(_boxed(said, width, scale, colours.ink, None) for said in soon),
    ]
    others = [paragraph(sentence(signs), scale.style(), width) for signs in rest]
    foot = [
        paragraph(safety.disclaimer, scale.style(colour=colours.quiet), width),
        cornered(source_line(safety.sources, width, scale), made, width, scale),
    ]
    title = text(safety.title)
    titles: list[tuple[Text, Role]] = [(title, "H1"), (title, "H2")]
    return flowed(titles, [intro, *boxes, *others], foot, frame, scale, first_is_front=True)


def imprint(said: str, width: float, scale: TypeScale) -> Block:
    """Return the small print of a card."""
    return paragraph(text(said), scale.reference, width)


def cornered(above: Block, said: str, width: float, scale: TypeScale) -> Block:
    """Return the small print in the corner: on the last line above it, where that has the room."""
    room = text_width(said, scale.reference.face, scale.reference.size) + 0.5
    lines = [*above.all_lines()]
    if not lines or lines[-1].bounds[2] + _CORNER_GAP + room > width:
        return stack([above, imprint(said, width, scale)])
    small = imprint(said, room, scale)
    kids = (Placed(0, 0, above), Placed(width - room, above.height - small.height, small))
    return Block(width, above.height, kids)


def _boxed(said: Text, width: float, scale: TypeScale, colour: str, fill: str | None) -> Block:
    pad = scale.unit * 1.4
    inner = paragraph(said, scale.style(colour=colour), width - 2 * pad)
    height = inner.height + 1.4 * pad
    stroke = None if fill else scale.colours.ink
    ground = Rect(0, 0, width, height, 3, fill=fill, stroke=stroke, line=0.8)
    box = Block(width, height, (ground,), "Artifact")
    return over(box, Block(width, height, (Placed(pad, 0.7 * pad, inner),)))
