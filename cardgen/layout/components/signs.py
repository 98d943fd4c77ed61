"""Boxes of signs: an action over its signs, each behind a bullet, on a ground that says how urgent.

Every kind of document sets them in its own sizes, so these are told and not taken from a scale.
"""

from typing import NamedTuple

from cardgen.layout.blocks import decoration, inset, over, stack
from cardgen.layout.components.lists import bulleted
from cardgen.layout.type_scale import Colours
from cardgen.model.content import Signs
from cardgen.model.page import Block, Rect, Role
from cardgen.typography.paragraph import paragraph
from cardgen.typography.style import Style


class Ground(NamedTuple):
    """What a box is filled and outlined with; lengths are points."""

    fill: str | None
    stroke: str | None = None
    line: float = 1.2
    radius: float = 5.7


def dark(colours: Colours) -> Ground:
    """Return the ground of what cannot wait: no other box of a document has it."""
    return Ground(colours.ink, colours.ink)


def outlined(colours: Colours) -> Ground:
    """Return the ground of all other boxes of signs."""
    return Ground(colours.paper, colours.ink)


def quiet(colours: Colours) -> Ground:
    """Return the ground of what can wait: a tint, or an outline where there is none."""
    return Ground(colours.tint, colours.ink if colours.is_plain else None, 0.8)


def sign_list(
    signs: Signs, width: float, heading: Style, body: Style, gap: float = 0, role: Role = "H2"
) -> Block:
    """Return an action over its signs, `gap` points apart, in styles for its ground.

    `role` is that of the action. Between the two stands what the signs go on from, where they
    count only together with it.
    """
    action = paragraph(signs.action, heading, width, role)
    lead = [paragraph(signs.lead, body, width)] if signs.lead else []
    return stack([action, *lead, bulleted(signs.signs, body, width, gap)])


def boxed(
    block: Block, width: float, ground: Ground, pad: tuple[float, float], height: float = 0
) -> Block:
    """Return a block in a box `width` wide and at least `height` tall.

    `pad` is the space at its sides, and above and below it.
    """
    across, down = pad
    inner = inset(block, across, down, across, down)
    tall = max(height, inner.height)
    fill, stroke, line, radius = ground
    box = Rect(0, 0, width, tall, radius, fill=fill, stroke=stroke, line=line)
    return over(decoration(width, tall, box), inner)
