"""Pages that run from right to left: laid out from where lines start, and turned round at the end.

All that has a place changes its side: boxes, columns, numbers, lists, and the cards of a sheet, so
that fronts and backs stay in register. What is drawn stays as it is: pictures, codes, letters.
"""

from dataclasses import replace

from cardgen.memo import kept
from cardgen.model.document import Document
from cardgen.model.page import Arc, Block, Line, Mark, Page, Placed, Rule
from cardgen.typography.mirrored import mirrored_line


def mirrored(document: Document) -> Document:
    """Return a document whose pages run from right to left."""
    return replace(document, pages=tuple(map(_page, document.pages)))


def _page(page: Page) -> Page:
    around = page.width if page.around is None else page.around
    placed = tuple((part, _placed(one, around)) for part, one in page.placed)
    trim = page.trim and (around - page.trim[2], page.trim[1], around - page.trim[0], page.trim[3])
    return replace(page, placed=placed, trim=trim)


def _placed(placed: Placed, width: float) -> Placed:
    return replace(placed, x=width - placed.bounds[2], block=_block(placed.block))


@kept(1 << 12)
def _block(block: Block) -> Block:
    """Return a block turned round within its width. Words of another language stand as they do."""
    if block.language:
        return block
    kids = tuple(
        _placed(kid, block.width) if isinstance(kid, Placed) else _mark(kid, block.width)
        for kid in block.kids
    )
    return replace(block, kids=kids)


def _mark(mark: Mark, width: float) -> Mark:
    if isinstance(mark, Line):
        return mirrored_line(mark, width)
    if isinstance(mark, (Rule, Arc)):
        return replace(mark, x=width - mark.x, x2=width - mark.x2)
    return replace(mark, x=width - mark.bounds[2])
