"""Small ways to put blocks together."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from cardgen.model.page import Block, Mark, Placed, Role, Rule


def height_of(blocks: Sequence[Block], gap: float = 0) -> float:
    """Return how tall blocks are, one below the other, `gap` apart."""
    return max(0.0, sum([block.height for block in blocks]) + gap * (len(blocks) - 1))


def longest_line(block: Block) -> float:
    """Return the width of the longest line of text in a block, in points; 0 without a line."""
    return max([line.width for line in block.all_lines()], default=0.0)


def stack(blocks: Sequence[Block], gap: float = 0, role: Role | None = None) -> Block:
    """Return the blocks one below the other, `gap` apart."""
    placed: list[Placed] = []
    y = 0.0
    for block in blocks:
        placed.append(Placed(0, y, block))
        y += block.height + gap
    width = max([block.width for block in blocks], default=0)
    return Block(width, max(0.0, y - gap), tuple(placed), role)


def beside(blocks: Sequence[Block], gap: float = 0, role: Role | None = None) -> Block:
    """Return the blocks side by side, `gap` apart, their tops level."""
    placed: list[Placed] = []
    x = 0.0
    for block in blocks:
        placed.append(Placed(x, 0, block))
        x += block.width + gap
    height = max((b.height for b in blocks), default=0)
    return Block(max(0.0, x - gap), height, tuple(placed), role)


def aligned(width: float, *blocks: tuple[float, Block], role: Role | None = None) -> Block:
    """Return blocks side by side, each so far from the left edge, their middles level."""
    height = max([block.height for _, block in blocks])
    kids = [Placed(x, (height - block.height) / 2, block) for x, block in blocks]
    return Block(width, height, tuple(kids), role)


def inset(block: Block, left: float, top: float, right: float, bottom: float) -> Block:
    """Return the block with space round it."""
    return Block(
        block.width + left + right, block.height + top + bottom, (Placed(left, top, block),)
    )


def decoration(width: float, height: float, *marks: Mark) -> Block:
    """Return marks that say nothing: a reader who cannot see them misses nothing."""
    return Block(width, height, marks, "Artifact")


def hairline(width: float, colour: str) -> Block:
    """Return a thin line across."""
    return decoration(width, 0.5, Rule(0, 0.25, width, 0.25, 0.5, colour))


def lowered(block: Block) -> Block:
    """Return a block whose headings stand one level lower: it stands below a heading itself."""
    kids = tuple(
        replace(kid, block=lowered(kid.block)) if isinstance(kid, Placed) else kid
        for kid in block.kids
    )
    return replace(block, kids=kids, role=_LOWER.get(block.role, block.role))


_LOWER: Mapping[Role | None, Role] = {"H1": "H2", "H2": "H3"}


def over(ground: Block, block: Block) -> Block:
    """Return `block` on `ground`."""
    return Block(ground.width, ground.height, (Placed(0, 0, ground), Placed(0, 0, block)))
