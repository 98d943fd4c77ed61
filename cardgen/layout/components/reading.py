"""What a person reads round the moves: whom to ask first, what to change, why, and the sources."""

from collections.abc import Sequence

from cardgen.layout.blocks import beside, stack
from cardgen.layout.components.circles import circled
from cardgen.layout.components.help import COLUMN_GAP, columned, labelled
from cardgen.layout.components.lists import bulleted
from cardgen.layout.components.references import balanced, listed_in_columns
from cardgen.layout.components.signs import boxed, quiet
from cardgen.layout.looks import Looks
from cardgen.memo import kept
from cardgen.model.content import Panel, References, Signs, Text, text
from cardgen.model.design import MM
from cardgen.model.page import Block, with_role
from cardgen.typography.paragraph import paragraph

PAD = (3 * MM, 1.4 * MM)


@kept()
def ask_and_change(
    ask: Sequence[Signs], title: str, notes: Sequence[Text], width: float, looks: Looks
) -> Block | None:
    """Return whom to ask first, and what people with a condition change, in two columns."""
    column = (width - COLUMN_GAP) / 2
    head = looks.head(looks.sizes.heading)
    blocks = [stack([paragraph(one.action, head, column, "H2"),
                     bulleted(one.signs, looks.text, column)]) for one in ask]  # fmt: skip
    told = [circled(paragraph(note, looks.text, column), looks) for note in notes]
    if told:
        blocks += [stack([paragraph(text(title), head, column, "H2"), told[0]]), *told[1:]]
    if not blocks:
        return None
    stacks = [stack(part) for part in balanced(blocks, 2)]
    if len(stacks) == 1:
        return stacks[0]
    widened = [Block(column, one.height, one.kids) for one in stacks]
    return beside(widened, COLUMN_GAP, "Sect")


@kept()
def why_box(why: Panel, width: float, looks: Looks) -> Block:
    """Return a quiet box: its heading, and beside it its sentences in two columns."""
    block = labelled(text(why.title), why.texts, width - 2 * PAD[0], looks)
    return boxed(with_role(block, "Sect"), width, quiet(looks.colours), PAD)


@kept()
def why_panel(panel: Panel, width: float, looks: Looks) -> Block:
    """Return a quiet box: its sentences in two columns below its heading."""
    room = width - 2 * PAD[0]
    head = paragraph(text(panel.title), looks.head(looks.sizes.heading), room, "H2")
    listing = columned(panel.texts, room, looks)
    return boxed(stack([head, listing], 0.4 * MM, "Sect"), width, quiet(looks.colours), PAD)


@kept()
def source_list(content: References, width: float, looks: Looks, columns: Sequence[int]) -> Block:
    """Return the list of sources, in as many of `columns` as make it least tall."""
    style = looks.source
    head = style._replace(face=looks.headings, colour=looks.colours.ink)
    ways = [listed_in_columns(content, width, count, style, head) for count in columns]
    return min(ways, key=lambda block: block.height)
