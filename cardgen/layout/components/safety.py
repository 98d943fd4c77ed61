"""The safety box of a poster."""

from collections.abc import Sequence

from cardgen.layout.blocks import stack
from cardgen.layout.components.levels import Frame, framed
from cardgen.layout.components.lists import bulleted
from cardgen.layout.type_scale import TypeScale
from cardgen.memo import kept
from cardgen.model.content import (
    SafetyWords,
    Signs,
)
from cardgen.model.page import Block
from cardgen.typography.paragraph import paragraph

RADIUS, BORDER = 5.0, 0.9
PARTS = {1: 1, 2: 16, 3: 25}
"""By the number of columns, in how many parts the width is shared out."""
LEAST, MOST = 6, 11
"""Of these parts a column has between the least and the most."""


@kept()
def safety_box(safety: SafetyWords, width: float, scale: TypeScale) -> Block:
    """Return a calm first line, and the levels of urgency side by side."""

    def column(levels: Sequence[Signs], room: float, is_dark: bool) -> Block:  # noqa: FBT001 - as `Maker` has it
        colour = scale.colours.paper if is_dark else scale.colours.ink
        return stack([_signs(one, room, colour, scale) for one in levels], scale.unit * 1.2)

    pad = 1.6 * scale.unit, 1.2 * scale.unit
    frame = Frame(scale.colours.ink, pad, RADIUS, BORDER, PARTS, LEAST, MOST)
    intro = paragraph(safety.opening, scale.second(), width)
    box = framed(safety.danger, width, frame, column)
    return stack([intro, box], 0.9 * scale.unit, role="Sect")


def _signs(signs: Signs, width: float, colour: str, scale: TypeScale) -> Block:
    heading = paragraph(signs.action, scale.heading(0.92, colour), width, role="H2")
    lead = [paragraph(signs.lead, scale.second(colour), width)] if signs.lead else []
    listing = bulleted(signs.signs, scale.second(colour), width)
    return stack([heading, *lead, listing], scale.unit * 0.3)
