"""Pages, made by `layout` and drawn by `pdf`: marks in blocks, blocks on pages.

All measures are points. x runs right and y runs down, from the top left corner of the block
or page that holds the mark. A block knows its role in the structure of the document before it
is drawn; the order of marks is the order of reading.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple, cast

from cardgen.model.correction import Correction
from cardgen.model.glyphs import Cluster
from cardgen.model.origin import Origin
from cardgen.model.picture import Artwork
from cardgen.model.value import HashedOnce, hashed_once

_Source = Literal["source", "source-bold", "source-italic", "source-bold-italic"]
"""The styles of sources: a slash tells their zeros from an O, as in a DOI."""
FontStyle = Literal["regular", "bold", "italic", "bold-italic", "heading", _Source]
_Table = Literal["Table", "TR", "column-header", "row-header", "TD"]
Role = Literal[
    "Artifact", "Sect", "H1", "H2", "H3", "P", "OL", "UL", "LI", "Lbl", "LBody", "Figure", _Table
]

ASCENT, DESCENT, CAPITAL = 0.76, 0.24, 0.668
"""Parts of the type size that letters of the typeface reach above and below the baseline."""


class Run(NamedTuple):
    """Text in one face, size and colour; `rise` lifts it above the baseline, in points."""

    text: str
    face: FontStyle
    size: float
    colour: str
    rise: float = 0
    link: str | None = None
    field: str | None = None
    """The merge field whose words stand here: "recipient". Its text is empty."""
    clusters: tuple[Cluster, ...] = ()
    """Its shaped glyphs from left to right; none for text whose letters stand side by side."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text whose baseline starts at (x, y)."""

    x: float
    y: float
    width: float
    runs: tuple[Run, ...]
    """In the order in which they are read."""
    starts: tuple[float, ...] = ()
    """How many points right of x each run starts, where one does not follow the other."""

    @property
    def text(self) -> str:
        """Return the words of the line."""
        return "".join(run.text for run in self.runs)

    @property
    def size(self) -> float:
        """Return the largest type size in the line."""
        return max(run.size for run in self.runs)

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """Return left, top, right and bottom of what the letters may reach."""
        top = self.y - ASCENT * self.size
        return self.x, top, self.x + self.width, self.y + DESCENT * self.size


@dataclass(frozen=True, slots=True)
class Reserved:
    """A box that is kept for a paragraph with merge fields: its words are set when a file is made.

    The page does not depend on them. (x, y) is its top left corner.
    """

    x: float
    y: float
    width: float
    runs: tuple[Run, ...]
    lines: int
    """How many lines there is room for."""
    leading: float
    """The distance of baselines, in points."""
    floor: float = 0
    """The least size of type, in points, to which words shrink that would take more lines."""
    align: Literal["start", "end"] = "start"

    @property
    def height(self) -> float:
        """Return the height of the box in points."""
        return self.lines * self.leading

    @property
    def fields(self) -> tuple[str, ...]:
        """Return the names of its merge fields."""
        return tuple(run.field for run in self.runs if run.field)

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """Return left, top, right and bottom."""
        return self.x, self.y, self.x + self.width, self.y + self.height


@dataclass(frozen=True, slots=True)
class Picture:
    """An illustration, scaled to the given width and height."""

    x: float
    y: float
    width: float
    height: float
    artwork: Artwork

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """Return left, top, right and bottom."""
        return self.x, self.y, self.x + self.width, self.y + self.height


def _between(x: float, y: float, x2: float, y2: float) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of two ends, whichever way they run."""
    return min(x, x2), min(y, y2), max(x, x2), max(y, y2)


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line from (x, y) to (x2, y2), `width` wide."""

    x: float
    y: float
    x2: float
    y2: float
    width: float
    colour: str
    dash: float = 0
    """The length of its dashes and of the gaps between them; 0 for a line without gaps."""

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """Return left, top, right and bottom, without the line's own width."""
        return _between(self.x, self.y, self.x2, self.y2)


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle with rounded corners, filled or outlined."""

    x: float
    y: float
    width: float
    height: float
    radius: float = 0
    fill: str | None = None
    stroke: str | None = None
    line: float = 0

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """Return left, top, right and bottom, without the outline's own width."""
        return self.x, self.y, self.x + self.width, self.y + self.height


@dataclass(frozen=True, slots=True)
class Arc:
    """A quarter of a circle from (x, y) to (x2, y2): level at first, then upright."""

    x: float
    y: float
    x2: float
    y2: float
    width: float
    colour: str

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """Return left, top, right and bottom, without the line's own width."""
        return _between(self.x, self.y, self.x2, self.y2)


@dataclass(frozen=True, slots=True)
class Code:
    """A square of dark and light modules, a string of "1" and "0" for each row."""

    x: float
    y: float
    side: float
    rows: tuple[str, ...]
    colour: str

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """Return left, top, right and bottom."""
        return self.x, self.y, self.x + self.side, self.y + self.side


Mark = Line | Reserved | Picture | Rule | Rect | Arc | Code
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
