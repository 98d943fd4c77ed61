"""QR codes of a handout: one for each move, or one for the page."""

from cardgen.layout.blocks import beside, stack
from cardgen.layout.components.qr import SMALLEST, qr
from cardgen.layout.type_scale import TypeScale
from cardgen.model.content import Span, Text, text
from cardgen.model.handout import Codes
from cardgen.model.page import Block, Placed
from cardgen.typography.measure import style_width
from cardgen.typography.paragraph import paragraph

LABEL = 1.5
"""How much wider a place is than its code, so that a name fits under it."""


def codes_block(codes: Codes, width: float, scale: TypeScale) -> Block:
    """Return what the codes are for, and the codes with their names in rows."""
    side = max(SMALLEST, 4 * scale.least)
    title = paragraph(text(codes.title), scale.second(), width)
    placed = [_code(codes, i, side, scale) for i in range(len(codes.links))]
    widest = max(block.width for block in placed)
    each = max(1, min(len(placed), int(width / widest)))
    gap = (width - each * widest) / max(1, len(placed[:each]) - 1) if each > 1 else 0.0
    gap = min(gap, 2 * scale.body)
    rows = [beside(placed[i : i + each], gap) for i in range(0, len(placed), each)]
    return stack([title, *rows], scale.unit * 0.5, role="Sect")


def _code(codes: Codes, index: int, side: float, scale: TypeScale) -> Block:
    """Return a code over its name, which leads to the same place."""
    label, link = codes.links[index]
    code = qr(link, side, codes.alt.format(label=label, link=link), scale.colours.ink)
    style = scale.second()
    width = max(code.width, LABEL * side, *(style_width(word, style) for word in label.split()))
    name = paragraph(Text((Span(label, link=link),)), style, width)
    kids = (Placed(0, 0, code), Placed(0, code.height, name))
    return Block(width, code.height + name.height, kids)
