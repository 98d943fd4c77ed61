"""The list of sources, in balanced columns."""

from collections.abc import Sequence
from itertools import pairwise
from math import inf

from cardgen.layout.blocks import beside, stack
from cardgen.layout.kit import Kit
from cardgen.layout.measure import Style
from cardgen.layout.remember import remembered
from cardgen.layout.text import paragraph
from cardgen.model.content import Handout, Reference, words
from cardgen.model.page import Block, Placed

GAP = 12.0
COLUMNS = (3, 2)
"""The numbers of columns to choose from; the first has the lines that are easier to follow."""


def sources(handout: Handout, width: float, kit: Kit) -> Block:
    """Return the list of sources of a handout, in as many columns as make it least tall."""
    return _sources(handout, width, kit.for_references)


@remembered
def _sources(handout: Handout, width: float, kit: Kit) -> Block:
    title, listed = handout.sources_title, handout.references
    ways = [references(title, listed, width, columns, kit) for columns in COLUMNS]
    return min(ways, key=lambda block: block.height)


def references(
    title: str, listed: Sequence[Reference], width: float, columns: int, kit: Kit
) -> Block:
    """Return the heading and the entries, in as many columns as are asked for."""
    room = (width - GAP * (columns - 1)) / columns
    style = kit.reference._replace(face=kit.theme.headings)
    heading = paragraph(words(title), style, width, kit.measure, role="H2")
    items = entries(listed, room, kit)
    stacked = [stack(column, 1.0) for column in balanced(items, columns)]
    labelled = any(entry.label for entry in listed)
    listing = beside(stacked, GAP, role="OL" if labelled else "UL")
    return stack([heading, listing], 1.5, role="Sect")


def entries(listed: Sequence[Reference], width: float, kit: Kit) -> list[Block]:
    """Return each entry, its text behind its number."""
    indent = _indent(listed, kit.reference, kit)
    return [_entry(entry, width, kit, indent) for entry in listed]


def _indent(entries: Sequence[Reference], style: Style, kit: Kit) -> float:
    """Return how far texts stand from the left edge: as far as the widest number needs."""
    widths = [kit.measure.width(e.label, "regular", style.size) for e in entries if e.label]
    return max(widths) + 0.5 * style.size if widths else 0.0


@remembered
def _entry(entry: Reference, width: float, kit: Kit, indent: float) -> Block:
    style = kit.reference
    body = paragraph(entry.text, style, width - indent, kit.measure, role="LBody")
    kids = [Placed(indent, 0, body)]
    if entry.label:
        label = paragraph(words(entry.label), style, indent, kit.measure, role="Lbl")
        kids.insert(0, Placed(0, 0, label))
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
