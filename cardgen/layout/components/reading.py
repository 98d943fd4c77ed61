"""What a person reads round the moves: whom to ask first, what to change, why, and the sources."""

from collections.abc import Sequence

from cardgen.layout.blocks import beside, stack
from cardgen.layout.components.entries import listing
from cardgen.layout.components.help import COLUMN_GAP, LABEL, columned, labelled
from cardgen.layout.components.lists import numbered
from cardgen.layout.components.references import listed_in_columns
from cardgen.layout.components.run_on import run_on
from cardgen.layout.components.signs import boxed, quiet
from cardgen.layout.looks import Looks
from cardgen.memo import kept
from cardgen.model.content import Panel, Signs, Span, entries_of, text
from cardgen.model.design import MM
from cardgen.model.page import Block, Placed, with_role
from cardgen.model.reference_list import References
from cardgen.typography.paragraph import paragraph

PAD = (3 * MM, 1.4 * MM)
RUN_ON_COLUMNS = (2, 3)
"""The columns that sources may run on in."""
SHARES = tuple(percent / 100 for percent in range(25, 60))
"""How much of the width the first of two columns may have."""


@kept()
def compact_sources(content: References, width: float, looks: Looks) -> Block:
    """Return the list of sources in the least room: entries run on in columns."""
    style = looks.source
    head = style._replace(face=looks.headings, colour=looks.colours.ink)
    ways = [run_on(content.title, content.listed, width, n, style, head) for n in RUN_ON_COLUMNS]
    return min(ways, key=lambda block: block.height)


@kept()
def ask_first(ask: Sequence[Signs], width: float, looks: Looks) -> Block:
    """Return whom to ask first, and what else to know before the first move, side by side.

    Each runs on below its heading: it is looked up by those whom it concerns.
    """
    if len(ask) == 1:
        return with_role(_told(ask[0], width, looks), "Sect")
    first, *rest = ask
    room = width - COLUMN_GAP

    def pair(share: float) -> list[Block]:
        others = [_told(signs, (1 - share) * room, looks) for signs in rest]
        return [_told(first, share * room, looks), stack(others, 2)]

    def tall(share: float) -> tuple[float, float, float]:
        heights = [block.height for block in pair(share)]
        return max(heights), sum(heights), abs(share - 0.5)

    best = min(SHARES, key=tall)
    left, right = pair(best)
    return beside([Block(best * room, left.height, left.kids), right], COLUMN_GAP, "Sect")


def _told(signs: Signs, width: float, looks: Looks) -> Block:
    parts = [paragraph(signs.action, looks.head(looks.sizes.heading), width, "H2")]
    parts += [paragraph(signs.lead, looks.text, width)] if signs.lead else []
    return stack([*parts, listing(signs.run_on, looks.text, width)])


@kept()
def why_box(why: Panel, width: float, looks: Looks) -> Block:
    """Return a quiet box: its heading, and beside it its sentences in two columns."""
    block = labelled(text(why.title), None, why.texts, width - 2 * PAD[0], looks)
    return boxed(with_role(block, "Sect"), width, quiet(looks.colours), PAD)


@kept()
def why_in_brief(why: Panel, width: float, looks: Looks, *, close: bool = False) -> Block:
    """Return a quiet box in which the sentences run on behind their heading.

    Where they begin in bold letters, too, it stands above them, or `close` to them behind a dot.
    """
    said, room = entries_of(why.texts), width - 2 * PAD[0]
    if said.spans[0].bold and not close:
        head = paragraph(text(why.title), looks.head(looks.sizes.heading), room, "H2")
        block = stack([head, listing(said, looks.text, room)])
    else:
        between = Span(" · " if said.spans[0].bold else " ")
        said = said._replace(spans=(Span(why.title, bold=True), between, *said.spans))
        block = listing(said, looks.text, room, lead="H2")
    return boxed(block, width, quiet(looks.colours), (PAD[0], 1 * MM))


@kept()
def why_panel(panel: Panel, width: float, looks: Looks) -> Block:
    """Return a quiet box: its sentences in two columns below its heading."""
    room = width - 2 * PAD[0]
    head = paragraph(text(panel.title), looks.head(looks.sizes.heading), room, "H2")
    listing = columned(panel.texts, room, looks)
    return boxed(stack([head, listing], 0.4 * MM, "Sect"), width, quiet(looks.colours), PAD)


@kept()
def steps_box(panel: Panel, width: float, looks: Looks) -> Block:
    """Return a quiet box: its heading, and beside it its sentences, each on a line of its own."""
    room = width - 2 * PAD[0]
    head = paragraph(text(panel.title), looks.head(looks.sizes.heading), LABEL, "H2")
    listing = numbered(panel.texts, looks.text, looks.colours.quiet, room - LABEL)
    kids = (Placed(0, 0, head), Placed(LABEL, 0, listing))
    block = Block(room, max(head.height, listing.height), kids, "Sect")
    return boxed(block, width, quiet(looks.colours), (PAD[0], 1 * MM))


@kept()
def source_list(content: References, width: float, looks: Looks, columns: Sequence[int]) -> Block:
    """Return the list of sources, in as many of `columns` as make it least tall."""
    style = looks.source
    head = style._replace(face=looks.headings, colour=looks.colours.ink)
    ways = [listed_in_columns(content, width, count, style, head) for count in columns]
    return min(ways, key=lambda block: block.height)
