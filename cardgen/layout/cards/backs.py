"""The back of a card: when to stop, what makes the move easier, what to change, and the sources."""

from collections.abc import Sequence
from typing import Literal

from cardgen.layout.cards.flow import flowed
from cardgen.layout.cards.frame import Frame
from cardgen.layout.cards.sizes import CardScale
from cardgen.layout.components.entries import listing
from cardgen.layout.components.lists import bulleted
from cardgen.layout.components.references import run_on
from cardgen.model.content import Move, Span, Text, entries_of
from cardgen.model.page import Block, Placed

Manner = Literal["whole", "brief", "brief, run in", "whole, run in"]
"""How cautions are set: in all their words or in few, each with a bullet or run in."""
MANNERS: tuple[Manner, ...] = ("whole", "brief", "brief, run in", "whole, run in")
"""From the one that is read most easily on. The last has another order: it may take fewer lines."""
RUN_IN = MANNERS[2:]


def backs(
    move: Move, frame: Frame, scale: CardScale, tag: str, manner: Manner = "whole"
) -> list[Block]:
    """Return the faces that stand behind a front: what it has no room for.

    A large card says everything that makes the move easier or harder; a small one what makes it
    easier, and the line to remember. `tag` is as `flowed` has it.
    """
    cautions = move.care if manner.startswith("whole") else move.brief
    said = (*cautions, *(move.tips if frame.size.holds_steps else move.hints))
    care = items(said, frame.width, scale)
    if said and manner in RUN_IN:
        care = [listing(entries_of(said), scale.text.style(), frame.width)]
    foot = [small_print(move.sources, move.imprint, frame.width, scale)]
    spans = (Span(f"{move.number}\u00a0\u00a0{move.name.plain}"),)
    title = move.name._replace(spans=spans)
    return flowed((title, "H2"), care, foot, frame, scale, tag)


def items(texts: Sequence[Text], width: float, scale: CardScale) -> list[Block]:
    """Return texts behind bullets, each as an item that may stand on a face of its own."""
    style = scale.text.style()
    lists = (bulleted([said], style, width) for said in texts)
    return [kid.block for one in lists for kid in one.kids if isinstance(kid, Placed)]


def small_print(sources: Sequence[Text], made: str, width: float, scale: CardScale) -> Block:
    """Return the sources of a card and who made it, run on."""
    return run_on(sources, width, scale.source, made)
