"""The back of a card: when to stop, what makes the move easier, what to change, and the sources."""

from collections.abc import Sequence

from cardgen.layout.cards.flow import flowed
from cardgen.layout.cards.frame import Frame
from cardgen.layout.cards.sizes import CardScale
from cardgen.layout.components.lists import bulleted
from cardgen.layout.components.references import run_on
from cardgen.model.content import Move, Span, Text, joined, text
from cardgen.model.page import Block, Placed
from cardgen.typography.paragraph import paragraph


def backs(move: Move, frame: Frame, scale: CardScale, *, run_in: bool = False) -> list[Block]:
    """Return the faces that stand behind a front: what it has no room for.

    Each text has a bullet, or all are run in: that is harder to read, and takes less room. A
    large card says everything that makes the move easier or harder; a small one what makes it
    easier, and the line to remember.
    """
    said = (*move.care, *(move.tips if frame.size.holds_steps else move.hints))
    care = items(said, frame.width, scale)
    if run_in:
        care = [paragraph(joined(said), scale.text.style(), frame.width)]
    foot = [small_print(move.sources, move.imprint, frame.width, scale)]
    spans = (Span(f"{move.number}\u00a0\u00a0{move.name.plain}"),)
    title = move.name._replace(spans=spans)
    return flowed((title, "H2"), care, foot, frame, scale, first_is_front=False)


def items(texts: Sequence[Text], width: float, scale: CardScale) -> list[Block]:
    """Return texts behind bullets, each as an item that may stand on a face of its own."""
    style = scale.text.style()
    lists = (bulleted([said], style, width) for said in texts)
    return [kid.block for one in lists for kid in one.kids if isinstance(kid, Placed)]


def small_print(sources: Sequence[Text], made: str, width: float, scale: CardScale) -> Block:
    """Return the sources of a card and who made it, run on."""
    return run_on([*sources, text(made)], width, scale.source)
