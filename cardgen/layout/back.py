"""The back of a handout: the log, codes, why to do it, and the sources."""

from collections.abc import Callable, Sequence
from functools import partial

from cardgen.layout.codes import codes_block
from cardgen.layout.kit import Kit
from cardgen.layout.log import log_block
from cardgen.layout.panels import panel
from cardgen.layout.references import sources
from cardgen.layout.text import paragraph
from cardgen.model.content import Handout, words
from cardgen.model.page import Block

Extra = Callable[[float, Kit], Block]
"""Makes a part as wide as it is told."""


def extras(handout: Handout, *, on_back: bool) -> list[Extra]:
    """Return makers of what stands besides the moves: a log, codes."""
    found: list[Extra] = []
    if handout.log and (on_back or handout.log.asked):
        found.append(partial(log_block, handout.log))
    if handout.codes:
        found.append(partial(codes_block, handout.codes))
    return found


def back(
    handout: Handout, above: Sequence[Extra], width: float, kit: Kit, _: float = 0
) -> list[Block]:
    """Return the parts of the back, from top to bottom; none of them stretches."""
    foot = paragraph(words(handout.title), kit.second(kit.theme.quiet), width, kit.measure)
    why = panel(handout.why, width, kit)
    return [*(make(width, kit) for make in above), why, sources(handout, width, kit), foot]
