"""The list of sources, in balanced columns."""

from collections.abc import Sequence
from itertools import pairwise
from math import inf

from cardgen.layout.blocks import beside, stack
from cardgen.layout.components.entries import listing
from cardgen.memo import kept
from cardgen.model.content import Span, Text, entries_of, text
from cardgen.model.direction import has_right_to_left, isolated
from cardgen.model.page import Block, Placed, Role
from cardgen.model.reference_list import Reference, References
from cardgen.typography.measure import style_width
from cardgen.typography.paragraph import flush_end, paragraph
from cardgen.typography.style import Style

GAP = 12.0


def sources_title(
    title: str, listed: Sequence[Reference], width: float, style: Style, role: Role = "H2"
) -> Block:
    """Return the title of a list of sources, where its lines start.

    On a page from right to left that is the far edge: sources in Latin letters run the other way.
    """
    said = paragraph(text(title), style, width, role)
    foreign = any(entry.text.language for entry in listed)
    return flush_end(said) if style.setting.to_left and foreign else said


def listed_in_columns(
    content: References, width: float, columns: int, style: Style, heading: Style
) -> Block:
    """Return the list of sources in columns under its heading."""
    room = (width - GAP * (columns - 1)) / columns
    title = sources_title(content.title, content.listed, width, heading)
    items = entries(content.listed, room, style)
    stacked = [stack(column) for column in balanced(items, columns)]
    columns_ = [Block(room, one.height, one.kids) for one in stacked]
    listing = beside(columns_, GAP, role="OL" if content.labelled else "UL")
    return stack([title, listing], role="Sect")


SEPARATOR = "\u00a0· "
"""Between sources that are run on. The blank does not break: no line starts with the dot."""


def run_on(sources: Sequence[Text], width: float, style: Style, imprint: str = "") -> Block:
    """Return short sources run on, and an imprint behind them: there is no room for a list."""
    told = entries_of(sources, SEPARATOR, SEPARATOR if imprint else "")
    # An imprint of the page's own language is kept together among sources in another.
    made = isolated(imprint) if has_right_to_left(imprint) else imprint
    behind = [Span(made)] if made else []
    return listing(told._replace(spans=(*told.spans, *behind)), style, width)


def entries(listed: Sequence[Reference], width: float, style: Style) -> list[Block]:
    """Return each entry, its text behind its number."""
    indent = _indent(listed, style)
    return [_entry(entry, width, style, indent) for entry in listed]


def _indent(listed: Sequence[Reference], style: Style) -> float:
    """Return how far texts stand from the near edge: as far as the widest number needs."""
    widths = [style_width(e.label, style) for e in listed if e.label]
    return max(widths) + 0.5 * style.size if widths else 0.0


@kept()
def _entry(entry: Reference, width: float, style: Style, indent: float) -> Block:
    body = paragraph(entry.text, style, width - indent, role="LBody")
    kids = [Placed(indent, 0, body)]
    if entry.label:
        kids.insert(0, Placed(0, 0, paragraph(text(entry.label), style, indent, role="Lbl")))
    return Block(width, body.height, tuple(kids), "LI", anchor=entry.id)


def balanced(blocks: Sequence[Block], columns: int, gap: float = 0) -> list[list[Block]]:
    """Return the blocks in order, in columns whose greatest height is the least possible."""
    _, ends = _splits([block.height + gap for block in blocks], columns)
    return [list(blocks[start:end]) for start, end in pairwise((0, *ends))]


def _splits(heights: Sequence[float], columns: int) -> tuple[float, list[int]]:
    """Return the greatest height of a column, and where each ends."""
    if columns == 1 or not heights:
        return sum(heights), [len(heights)]
    best, ends, height = inf, [len(heights)], 0.0
    for at, more in enumerate(heights, 1):
        height += more
        if height >= best:
            break
        rest, others = _splits(heights[at:], columns - 1)
        if max(height, rest) < best:
            best, ends = max(height, rest), [at, *(at + end for end in others)]
    return best, ends
