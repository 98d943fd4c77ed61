"""When to stop and when to get help: boxes of a handout, the most urgent of them dark."""

from collections.abc import Sequence

from cardgen.layout.blocks import beside, stack
from cardgen.layout.components.levels import Frame, framed
from cardgen.layout.components.lists import bulleted
from cardgen.layout.components.references import balanced
from cardgen.layout.components.signs import boxed, dark, outlined, sign_list
from cardgen.layout.looks import Looks
from cardgen.memo import kept
from cardgen.model.content import Signs, Text
from cardgen.model.design import MM
from cardgen.model.page import Block, Placed, with_role
from cardgen.typography.paragraph import paragraph

PAD, STOP_PAD = (1.6 * MM, 1 * MM), (1.6 * MM, 0.4 * MM)
COLUMN_GAP = 4 * MM
LABEL = 27 * MM
"""The room of a heading that stands beside its list."""
PARTS = {1: 1, 2: 64, 3: 100}
"""By the number of columns, in how many parts the width is shared out."""
LEAST, MOST = 24, 48
"""Of these parts a column has between the least and the most."""
RADIUS, BORDER = 5.7, 1.2


@kept()
def stop_box(signs: Sequence[Signs], width: float, looks: Looks, height: float = 0) -> Block:
    """Return when to stop a move, in a box for a column."""
    style = looks.text
    head = looks.head(looks.sizes.heading + 1.5)
    lists = [sign_list(one, width - 2 * STOP_PAD[0], head, style) for one in signs]
    return boxed(stack(lists, 2), width, outlined(looks.colours), STOP_PAD, height)


@kept()
def stop_strip(signs: Sequence[Signs], width: float, looks: Looks) -> Block:
    """Return when to stop a move, in a box as wide as the page: its list beside its heading."""
    room = width - 2 * PAD[0]
    rows = [labelled(one.action, one.lead, one.signs, room, looks) for one in signs]
    return boxed(stack(rows, 2), width, outlined(looks.colours), PAD)


def labelled(
    label: Text, lead: Text | None, texts: Sequence[Text], width: float, looks: Looks
) -> Block:
    """Return a heading, what a list goes on from, and at its end the list, in two columns."""
    parts = [paragraph(label, looks.head(looks.sizes.heading), LABEL, "H2")]
    parts += [paragraph(lead, looks.text, LABEL)] if lead else []
    head, listing = stack(parts), columned(texts, width - LABEL, looks)
    kids = (Placed(0, 0, head), Placed(LABEL, 0, listing))
    return Block(width, max(head.height, listing.height), kids)


def columned(texts: Sequence[Text], width: float, looks: Looks) -> Block:
    """Return a list in two columns that are as level as can be."""
    room = (width - COLUMN_GAP) / 2
    items = [with_role(bulleted([said], looks.text, room), None) for said in texts]
    stacks = [stack(column) for column in balanced(items, 2)]
    return beside([Block(room, s.height, (Placed(0, 0, s),)) for s in stacks], COLUMN_GAP, "UL")


@kept()
def help_box(danger: Sequence[Signs], width: float, looks: Looks) -> Block:
    """Return the levels of urgency side by side in one frame; the first is dark."""

    def column(levels: Sequence[Signs], room: float, is_dark: bool) -> Block:  # noqa: FBT001 - as `Maker` has it
        colour = looks.colours.paper if is_dark else looks.colours.ink
        style = looks.text._replace(colour=colour)
        head = looks.head(looks.sizes.heading, colour=colour)
        return stack([sign_list(one, room, head, style) for one in levels], 1.2 * MM)

    frame = Frame(looks.colours.ink, PAD, RADIUS, BORDER, PARTS, LEAST, MOST)
    return with_role(framed(danger, width, frame, column), "Sect")


@kept()
def help_boxes(danger: Sequence[Signs], width: float, looks: Looks) -> list[Block]:
    """Return the levels of urgency one below the other, each in a box as wide as the page."""
    made = []
    for index, signs in enumerate(danger):
        ground = outlined(looks.colours) if index else dark(looks.colours)
        colour = looks.colours.ink if index else looks.colours.paper
        spread = looks._replace(colours=looks.colours._replace(ink=colour))
        room = width - 2 * PAD[0]
        head = looks.head(looks.sizes.heading, colour=colour)
        parts = [paragraph(signs.action, head, room, "H2")]
        parts += [paragraph(signs.lead, spread.text, room)] if signs.lead else []
        parts.append(columned(signs.signs, room, spread))
        made.append(boxed(stack(parts, 0.3 * MM), width, ground, PAD))
    return made
