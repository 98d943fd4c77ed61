"""The pictures of a card, as large as their panel lets them be."""

from collections.abc import Sequence

from cardgen.layout.blocks import stack
from cardgen.layout.kit import Kit
from cardgen.layout.moves import LEAST_PICTURE, figure, fitting_scale
from cardgen.model.content import Shown
from cardgen.model.page import Block

MOST_APART = 4
"""The most that pictures stand apart, in units."""


def pictures(shown: Sequence[Shown], width: float, height: float, kit: Kit) -> Block:
    """Return all pictures one below the other if they stay large enough, else the last."""
    if fitting_scale(shown, width, height, kit) * width < LEAST_PICTURE:
        shown = shown[-1:]
    scale = fitting_scale(shown, width, height, kit)
    figures = [figure(picture, width * scale, kit) for picture in shown]
    spare = height - sum(block.height for block in figures)
    gap = max(kit.unit, min(spare / (len(figures) + 1), MOST_APART * kit.unit))
    return stack(figures, gap)
