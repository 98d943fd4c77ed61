"""Pages, made by `layout` and drawn by `pdf`: marks in blocks, blocks on pages.

All measures are points. x runs right and y runs down, from the top left corner of the block
or page that holds the mark. A block knows its role in the structure of the document before it
is drawn; the order of marks is the order of reading.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal, cast

from cardgen.model.correction import Correction
from cardgen.model.marks import (
    ASCENT,
    CAPITAL,
    DESCENT,
    Arc,
    Code,
    FontStyle,
    Line,
    Mark,
    Picture,
    Rect,
    Reserved,
    Rule,
    Run,
    Triangle,
)
from cardgen.model.origin import Origin
from cardgen.model.value import HashedOnce, hashed_once

__all__ = [
    "ASCENT",
    "CAPITAL",
    "DESCENT",
    "Arc",
    "Block",
    "Bounds",
    "Code",
    "FontStyle",
    "Line",
    "Mark",
    "Page",
    "Picture",
    "Placed",
    "Rect",
    "Reserved",
    "Role",
    "Rule",
    "Run",
    "Triangle",
    "Turn",
    "with_role",
]
_Table = Literal["Table", "TR", "column-header", "row-header", "TD"]
Role = Literal[
    "Artifact", "Sect", "H1", "H2", "H3", "P", "OL", "UL", "LI", "Lbl", "LBody", "Figure", _Table
]
Turn = Literal[0, 90, 180, 270]
"""Degrees clockwise."""
Bounds = tuple[float, float, float, float]
"""Left, top, right and bottom."""


@hashed_once
@dataclass(frozen=True, slots=True)
class Block(HashedOnce):
    """Marks and smaller blocks, with a size and a role. Without a role it only groups."""

    width: float
    height: float
    kids: tuple["Mark | Placed", ...] = ()
    role: Role | None = None
    alt: str | None = None
    anchor: str | None = None
    """A name that links lead to."""
    language: str = ""
    """BCP 47, where its words are of another language than the document: their lines run as they
    do anywhere."""
    origin: Origin | None = field(default=None, compare=False)
    """Where its text comes from, to tell a person what has no room."""

    @property
    def texts(self) -> tuple[Line | Reserved, ...]:
        """Return the lines or boxes of a block of text, which has nothing else; or nothing."""
        if self.kids and isinstance(self.kids[0], (Line, Reserved)):
            return cast("tuple[Line | Reserved, ...]", self.kids)
        return ()

    def all_lines(self) -> Iterator[Line]:
        """Yield the lines of the block and of all in it."""
        return (mark for mark, _, _ in self.marks() if isinstance(mark, Line))

    def marks(self, x: float = 0, y: float = 0) -> Iterator[tuple[Mark, float, float]]:
        """Yield each mark with the place of the corner that it is measured from."""
        # A stack: generators within generators would hand every mark up through each level.
        waiting = [(iter(self.kids), x, y)]
        while waiting:
            kids, left, down = waiting[-1]
            for kid in kids:
                if isinstance(kid, Placed):
                    waiting.append((iter(kid.block.kids), left + kid.x, down + kid.y))
                    break
                yield kid, left, down
            else:
                waiting.pop()


@dataclass(frozen=True, slots=True)
class Placed:
    """A block at a place. Only what stands on a page itself may be turned.

    (x, y) is the top left corner of what the block covers, turned as it is.
    """

    x: float
    y: float
    block: Block
    turn: Turn = 0

    @property
    def bounds(self) -> Bounds:
        """Return left, top, right and bottom of what the block covers."""
        width, height = self.block.width, self.block.height
        if self.turn in (90, 270):
            width, height = height, width
        return self.x, self.y, self.x + width, self.y + height


@dataclass(frozen=True, slots=True)
class Page:
    """One side of a sheet of paper. Blocks with the same `part` are read together."""

    width: float
    height: float
    placed: tuple[tuple[str, Placed], ...]
    """Pairs of part and block; parts are read in the order in which they first appear."""
    trim: Bounds | None = None
    """Where a print shop cuts, on a page that is one card."""
    correction: Correction | None = None
    around: float | None = None
    """On a page from right to left, the sum of where a mark lies and where its mirror image does;
    None for the width of the page."""

    def marks(self) -> Iterator[tuple[Mark, float, float]]:
        """Yield each mark with the place of the corner that it is measured from."""
        for _, placed in self.placed:
            yield from placed.block.marks(placed.x, placed.y)

    def all_lines(self) -> Iterator[Line]:
        """Yield its lines of text."""
        return (mark for mark, _, _ in self.marks() if isinstance(mark, Line))


def with_role(block: Block, role: Role | None) -> Block:
    """Return `block` with a role, or with none: it only groups."""
    return replace(block, role=role, alt=None)
