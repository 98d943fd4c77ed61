"""The head of each page but the first: the title again, whom it is for, and which page it is."""

from cardgen.layout.blocks import aligned, hairline, longest_line, stack
from cardgen.layout.components.header import recipient_width
from cardgen.layout.looks import Looks
from cardgen.model.content import text
from cardgen.model.design import MM
from cardgen.model.handout import Handout
from cardgen.model.page import Block, with_role
from cardgen.typography.paragraph import flush_end, paragraph, shrunk
from cardgen.typography.style import TooLargeError

TITLE, SAID = 12.0, 10.5
LEAST_TITLE = 0.8
"""How far a long title may shrink to stay on one line."""
MOST = 50 * MM
"""The most that the head may take of a page."""
HAIR = 0.5
"""The height of the line below, in points."""
SPACE, BELOW = 4 * MM, 1.4 * MM
"""Between what stands on the line, and below it."""


def head_again(
    handout: Handout, number: int, count: int, width: float, looks: Looks, *, ruled: bool = True
) -> Block:
    """Return the head of a page of so many, above a line where it is `ruled`.

    A screen reader passes it over: it says nothing that is not said elsewhere. Raises
    TooLargeError for a title that is far too long.
    """
    paging, title = handout.paging, handout.head.title
    style = looks.plain(SAID)
    part = paragraph(text(paging.part.format(number=number, count=count)), style, width)
    page = longest_line(part)
    own = recipient_width(width, beside_clinic=_has_clinic(handout)) if paging.person else 0.0
    room = width - page - SPACE - (own + SPACE if own else 0.0)
    loud = shrunk(title.plain, looks.head(TITLE), room, LEAST_TITLE)
    parts = [(0.0, paragraph(title, loud, room))]
    if paging.person:
        parts.append((room + SPACE, flush_end(paragraph(paging.person, style, own))))
    parts.append((width - page, part))
    row = aligned(width, *parts)
    if (excess := row.height - MOST) > 0:
        raise TooLargeError(excess, origin=title.origin)
    below = hairline(width, looks.colours.rule) if ruled else Block(0, HAIR)
    both = stack([row, below], 0.5 * MM)
    return with_role(Block(width, both.height + BELOW, both.kids), "Artifact")


def _has_clinic(handout: Handout) -> bool:
    return bool(handout.head.heading and handout.head.heading.clinic)
