"""What people with each condition do otherwise: a list in columns, to look one condition up in."""

from collections.abc import Sequence
from contextlib import suppress

from cardgen.layout.blocks import beside, longest_line, stack
from cardgen.layout.components.circles import circled, ringed
from cardgen.layout.components.help import COLUMN_GAP
from cardgen.layout.components.references import balanced
from cardgen.layout.looks import Looks
from cardgen.memo import kept
from cardgen.model.content import Text, text
from cardgen.model.design import MM
from cardgen.model.page import Block, Placed, Role
from cardgen.typography.paragraph import paragraph
from cardgen.typography.style import TooLargeError

APART = 3.5 * MM
"""Between two notes on a line."""
HANG = 0.85
"""How far an entry stands behind its bullet, in type sizes."""


@kept()
def by_condition(
    title: str,
    notes: Sequence[Text],
    width: float,
    counts: Sequence[int],
    looks: Looks,
    role: Role = "H2",
) -> Block:
    """Return a list of notes below its heading, in columns that are as level as can be.

    There are as many of them as make it least tall, among `counts`, or one where these are too
    narrow; `role` is that of the heading. Raises TooLargeError for what is wider than that.
    """
    head = paragraph(text(title), looks.head(looks.sizes.heading), width, role)
    ways: list[Block] = []
    for columns in counts:
        with suppress(TooLargeError):
            ways.append(_columned(notes, width, columns, looks))
    listed = min(ways or [_columned(notes, width, 1, looks)], key=lambda block: block.height)
    return stack([head, listed], role="Sect")


@kept()
def run_on(title: str, notes: Sequence[Text], width: float, looks: Looks) -> Block:
    """Return a list of short notes below its heading, as many on a line as there is room for.

    No note is split over two lines, but for one that is longer than a line. What has no number of
    a move stands above them, with lines of its own.
    """
    head = paragraph(text(title), looks.head(looks.sizes.heading), width, "H2")
    above = [note for note in notes if not _has_numbers(note)]
    parts = [head, *(paragraph(note, looks.text, width) for note in above)]
    if numbered := [note for note in notes if _has_numbers(note)]:
        parts.append(_run_on(numbered, width, looks))
    return stack(parts, role="Sect")


def _has_numbers(note: Text) -> bool:
    return any(span.circled for span in note.spans)


def _run_on(notes: Sequence[Text], width: float, looks: Looks) -> Block:
    kids: list[Placed] = []
    x = y = 0.0
    for note in notes:
        said = ringed(paragraph(note, looks.text, width, "LBody"), looks)
        wide = longest_line(said)
        if x and x + wide > width:
            x, y = 0.0, y + looks.text.line
        kids.append(Placed(x, y, Block(wide, said.height, (Placed(0, 0, said),), "LI")))
        x += wide + APART
        y += said.height - looks.text.line
    return Block(width, y + looks.text.line, tuple(kids), "UL")


def _columned(notes: Sequence[Text], width: float, columns: int, looks: Looks) -> Block:
    room = (width - COLUMN_GAP * (columns - 1)) / columns
    items = [_item(note, room, looks) for note in notes]
    stacks = [stack(column) for column in balanced(items, columns)]
    return beside([Block(room, s.height, s.kids) for s in stacks], COLUMN_GAP, "UL")


def _item(note: Text, width: float, looks: Looks) -> Block:
    indent = HANG * looks.text.size
    said = circled(paragraph(note, looks.text, width - indent, "LBody"), looks)
    bullet = paragraph(text("•"), looks.text, indent, "Lbl")
    return Block(width, said.height, (Placed(0, 0, bullet), Placed(indent, 0, said)), "LI")
