"""The pictures of a card, as large as their panel lets them be."""

from collections.abc import Sequence

from cardgen.layout.blocks import beside, stack
from cardgen.layout.components.moves import LEAST_PICTURE, figure, fitting_share, needed
from cardgen.layout.type_scale import TypeScale
from cardgen.model.content import Image
from cardgen.model.page import Block

MOST_APART = 4
"""The most that pictures stand apart, in units."""


def pictures(shown: Sequence[Image], width: float, height: float, scale: TypeScale) -> Block:
    """Return all pictures, below or beside each other, if they stay large enough.

    Else those are shown without which the movement cannot be understood.
    """
    above = fitting_share(shown, width, height, scale) * width
    abreast = _abreast(shown, width, height, scale)
    if max(above, abreast) < LEAST_PICTURE:
        shown = needed(shown)
        above = fitting_share(shown, width, height, scale) * width
        abreast = _abreast(shown, width, height, scale)
    figures = [figure(picture, max(above, abreast)) for picture in shown]
    if abreast > above:
        return beside(figures, scale.unit)
    spare = height - sum(block.height for block in figures)
    gap = max(scale.unit, min(spare / (len(figures) + 1), MOST_APART * scale.unit))
    return stack(figures, gap)


def _abreast(shown: Sequence[Image], width: float, height: float, scale: TypeScale) -> float:
    """Return the width that each picture may have where they stand side by side."""
    least = min(picture.artwork.aspect for picture in shown)
    return min((width - scale.unit * (len(shown) - 1)) / len(shown), height * least)
