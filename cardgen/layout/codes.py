"""QR codes of a handout: one for each move, or one for the page."""

from cardgen.layout.blocks import beside, stack
from cardgen.layout.kit import Kit
from cardgen.layout.qr import SMALLEST, qr
from cardgen.layout.text import paragraph
from cardgen.model.content import Codes, Span, words
from cardgen.model.page import Block, Placed

LABEL = 1.5
"""How much wider a place is than its code, so that a name fits under it."""


def codes_block(codes: Codes, width: float, kit: Kit) -> Block:
    """Return what the codes are for, and the codes with their names in rows."""
    side = max(SMALLEST, 4 * kit.least)
    text = paragraph(words(codes.title), kit.second(), width, kit.measure)
    placed = [_code(codes, i, side, kit) for i in range(len(codes.links))]
    widest = max(block.width for block in placed)
    each = max(1, min(len(placed), int(width / widest)))
    gap = (width - each * widest) / max(1, len(placed[:each]) - 1) if each > 1 else 0.0
    gap = min(gap, 2 * kit.body)
    rows = [beside(placed[i : i + each], gap) for i in range(0, len(placed), each)]
    return stack([text, *rows], kit.unit * 0.5, role="Sect")


def _code(codes: Codes, index: int, side: float, kit: Kit) -> Block:
    """Return a code over its name, which leads to the same place."""
    label, link = codes.links[index]
    code = qr(link, side, codes.alt.format(label=label, link=link), kit.theme.ink)
    width = max(code.width, LABEL * side)
    name = paragraph((Span(label, link=link),), kit.second(), width, kit.measure)
    kids = (Placed(0, 0, code), Placed(0, code.height, name))
    return Block(width, code.height + name.height, kids)
