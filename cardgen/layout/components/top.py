"""The top and the foot of a handout."""

from contextlib import nullcontext, suppress

from cardgen.layout.blocks import longest_line, stack
from cardgen.layout.components.header import flushed, heading, numbers
from cardgen.layout.components.panels import personal_box
from cardgen.layout.looks import LEAST, Looks
from cardgen.layout.type_scale import OPEN, TypeScale
from cardgen.memo import kept
from cardgen.model.content import Text, joined, text
from cardgen.model.design import MM
from cardgen.model.handout import Head, Personal
from cardgen.model.page import Block, Placed
from cardgen.typography.paragraph import paragraph, shrunk
from cardgen.typography.style import TooLargeError

SPACE = 4 * MM
"""Between the title and the figures."""
LEAST_TITLE = 0.8
"""How far a long title may shrink to stay on one line."""
NUMBER = 0.82
"""The size of the figures, in sizes of the title."""
FOOT = 9.5
LEAD = 0.6 * MM
"""Between the title and what to know."""
CHECKED = 0.36
"""How much of the width tells at least who has checked the page: two lines, or one beside few
last words."""


def scale_of(looks: Looks, body: float) -> TypeScale:
    """Return the scale of parts that follow from one size, none of it too small to read."""
    return TypeScale(looks.colours, looks.headings, body, OPEN, LEAST, looks.setting)


@kept()
def top(head: Head, personal: Personal, width: float, looks: Looks) -> Block:
    """Return who gives it to whom, the title and the figures, and what is for one person alone."""
    parts = [_title(head, width, looks)]
    if head.heading:
        parts.insert(0, heading(head.heading, width, scale_of(looks, LEAST)))
    if personal:
        parts.append(personal_box(personal, width, scale_of(looks, looks.sizes.text + 1)))
    return stack(parts, 1.5 * MM)


def _title(head: Head, width: float, looks: Looks) -> Block:
    sizes = looks.sizes
    large = numbers(
        head.figures,
        looks.head(NUMBER * sizes.title, 1.1, looks.colours.accent),
        looks.plain(sizes.text + 0.5, 1.15),
    )
    told = joined([said for said in (head.lead, head.needs) if said and said.plain])
    ways = []
    for way in (_beside, _above):
        # Beside figures that are wide, a word may have no room.
        with suppress(TooLargeError):
            ways.append(way(head, told, large, width, looks))
    with suppress(TooLargeError) if ways else nullcontext():
        ways.append(_below(head, told, large, width, looks))
    return min(ways, key=lambda block: block.height)


def _named(head: Head, width: float, looks: Looks) -> Block:
    """Return the title, and what to do where there are no moves."""
    sizes = looks.sizes
    largest = looks.head(sizes.title, 1.1)
    style = shrunk(head.title.plain, largest, width, LEAST_TITLE)
    # Without figures there are no moves: what to do in their place is said aloud.
    instead = [] if head.figures else [head.opening]
    return stack(
        [
            paragraph(head.title, style, width, role="H1"),
            *(paragraph(said, looks.bold(sizes.lead + 1), width) for said in instead),
        ],
        LEAD,
    )


def _lead(told: Text, width: float, looks: Looks) -> Block:
    return paragraph(told, looks.plain(looks.sizes.lead, 1.18), width)


def _beside(head: Head, told: Text, large: Block, width: float, looks: Looks) -> Block:
    """Return the figures beside the title and what to know."""
    room = width - large.width - SPACE
    left = stack([_named(head, room, looks), _lead(told, room, looks)], LEAD)
    return _level(left, large, width)


def _above(head: Head, told: Text, large: Block, width: float, looks: Looks) -> Block:
    """Return the figures beside the title, and what to know below both: it is long."""
    row = _level(_named(head, width - large.width - SPACE, looks), large, width)
    title, figures = row.kids
    below = _lead(told, width, looks)
    # The figures are read last, as where they stand beside all.
    kids = (title, Placed(0, row.height + LEAD, below), figures)
    return Block(width, row.height + LEAD + below.height, kids)


def _below(head: Head, told: Text, large: Block, width: float, looks: Looks) -> Block:
    """Return the figures beside what to know, below the title: that is long."""
    lead = _lead(told, width - large.width - SPACE, looks)
    return stack([_named(head, width, looks), _level(lead, large, width)], LEAD)


def _level(left: Block, right: Block, width: float) -> Block:
    """Return two blocks at the sides of the page, their feet level."""
    height = max(left.height, right.height)
    kids = (Placed(0, height - left.height, left),
            Placed(width - right.width, height - right.height, right))  # fmt: skip
    return Block(width, height, kids)


def foot(last_words: Text, checked: str, width: float, looks: Looks) -> Block:
    """Return the last words at the start, and at the end who has checked the page."""
    style, apart = looks.plain(FOOT), 3 * MM
    room = max(width * CHECKED, width - longest_line(paragraph(last_words, style, width)) - apart)
    right = flushed([text(checked)], room, looks.source)
    left = paragraph(last_words, style, width - longest_line(right) - apart)
    return _level(left, right, width)
