"""The parts of a move: its name with a number, its dose and steps, its cautions, a picture."""

from collections.abc import Sequence

from cardgen.layout.blocks import stack
from cardgen.layout.kit import Kit
from cardgen.layout.lists import numbered
from cardgen.layout.measure import Style, from_place
from cardgen.layout.remember import remembered
from cardgen.layout.text import paragraph, shrunk
from cardgen.model.content import Move, Shown, Span, Words, words
from cardgen.model.design import MM
from cardgen.model.page import Block, Ground, Picture, Placed, with_role

LEAST_PICTURE = 23 * MM
"""The least that the longer side of a picture measures, so that it can be followed."""
BADGE = 1.5
"""The width of a number's circle, in body sizes."""
NAME = 1.22


def joined(texts: Sequence[Words]) -> Words:
    """Return texts run together, a blank between them."""
    return tuple(span for i, text in enumerate(texts) for span in ((Span(" "),) * (i > 0) + text))


@remembered
def title(move: Move, width: float, kit: Kit) -> Block:
    """Return the name of a move, behind its number."""
    room = width - BADGE * kit.body - kit.unit
    style = shrunk(move.name, kit.heading(NAME), room, 1 / NAME, kit.measure)
    with from_place(move.origins.get("name")):
        name = paragraph(words(move.name), style, room, kit.measure, role=None)
    return with_role(_beside_badge(move.number, name, width, kit), "H2")


@remembered
def instructions(move: Move, width: float, kit: Kit) -> Block:
    """Return the dose, what this person does otherwise, and the steps: all in large print."""
    theme, measure = kit.theme, kit.measure
    with from_place(move.origins.get("dose")):
        dose = paragraph(move.dose.words, kit.style(1.06, theme.accent, "bold"), width, measure)
    with from_place(move.origins.get("cautions")):
        advice = [paragraph(text, kit.style(), width, measure) for text in move.advice]
    whole = bool(kit.least)
    with from_place(move.origin if whole else move.origins.get("short_steps")):
        said = move.steps if whole else move.short_steps
        steps = numbered(said, kit.style(), theme.quiet, width, measure)
    return stack([dose, *advice, steps], kit.unit * 0.25)


def cautions(move: Move, width: float, kit: Kit) -> list[Block]:
    """Return what anyone takes care of, in one paragraph; none where the move has no cautions."""
    with from_place(move.origins.get("cautions")):
        style = kit.second()
        text = joined(move.cautions)
        return [paragraph(text, style, width, kit.measure)] if text else []


def quiet(text: str, width: float, kit: Kit) -> Block:
    """Return words that are read last."""
    return paragraph(words(text), kit.second(kit.theme.quiet), width, kit.measure)


def _beside_badge(number: int, name: Block, width: float, kit: Kit) -> Block:
    mark = badge(str(number), BADGE * kit.body, kit)
    height = max(mark.height, name.height)
    kids = (
        Placed(0, (height - mark.height) / 2, mark),
        Placed(mark.width + kit.unit, (height - name.height) / 2, name),
    )
    return Block(width, height, kids)


def badge(text: str, size: float, kit: Kit) -> Block:
    """Return a number in a filled circle, `size` across."""
    ground = Ground(0, 0, size, size, size / 2, fill=kit.theme.accent)
    style = Style(size * 0.67, kit.theme.paper, size / (size * 0.67), kit.theme.headings)
    width = kit.measure.width(text, style.face, style.size)
    label = paragraph(words(text), style, width + 1, kit.measure, role=None)
    return Block(
        size,
        size,
        (
            Placed(0, 0, Block(size, size, (ground,), "Artifact")),
            Placed((size - width) / 2, 0, label),
        ),
    )


def fitting_scale(pictures: Sequence[Shown], width: float, height: float, kit: Kit) -> float:
    """Return how much of `width` the pictures may take so that together they fit `height`."""
    tall = sum(width / kit.measure.aspect(picture.file) for picture in pictures)
    gaps = kit.unit * (len(pictures) - 1)
    return min(1.0, (height - gaps) / tall) if tall else 0.0


def figure(picture: Shown, width: float, kit: Kit) -> Block:
    """Return a picture `width` wide, its shape kept."""
    height = width / kit.measure.aspect(picture.file)
    mark = Picture(0, 0, width, height, picture.file)
    return Block(width, height, (mark,), "Figure", picture.alt)
