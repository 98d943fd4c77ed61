"""The pictures of a card, as large as their panel lets them be."""

from collections.abc import Sequence

from cardgen.layout.blocks import beside, stack
from cardgen.layout.kit import Kit
from cardgen.layout.moves import LEAST_PICTURE, figure, fitting_scale
from cardgen.model.content import Shown
from cardgen.model.page import Block

MOST_APART = 4
"""The most that pictures stand apart, in units."""


def pictures(shown: Sequence[Shown], width: float, height: float, kit: Kit) -> Block:
    """Return all pictures, below or beside each other, if they stay large enough.

    Else those are shown without which the movement cannot be understood.
    """
    above = fitting_scale(shown, width, height, kit) * width
    abreast = _abreast(shown, width, height, kit)
    if max(above, abreast) < LEAST_PICTURE:
        shown = needed(shown)
        above = fitting_scale(shown, width, height, kit) * width
        abreast = _abreast(shown, width, height, kit)
    figures = [figure(picture, max(above, abreast), kit) for picture in shown]
    if abreast > above:
        return beside(figures, kit.unit)
    spare = height - sum(block.height for block in figures)
    gap = max(kit.unit, min(spare / (len(figures) + 1), MOST_APART * kit.unit))
    return stack(figures, gap)


def needed(shown: Sequence[Shown]) -> Sequence[Shown]:
    """Return the pictures without which a movement cannot be understood: the last, or more."""
    return [picture for picture in shown if picture.needed] or shown[-1:]


def _abreast(shown: Sequence[Shown], width: float, height: float, kit: Kit) -> float:
    """Return the width that each picture may have where they stand side by side."""
    least = min(kit.measure.aspect(picture.file) for picture in shown)
    return min((width - kit.unit * (len(shown) - 1)) / len(shown), height * least)
