"""What a page is drawn of: text, pictures, lines and shapes, each at its place. y runs down."""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from cardgen.model.direction import USUAL, Setting
from cardgen.model.glyphs import Cluster
from cardgen.model.picture import Artwork

_Source = Literal["source", "source-bold", "source-italic", "source-bold-italic"]
"""The styles of sources: a slash tells their zeros from an O, as in a DOI."""
FontStyle = Literal["regular", "bold", "italic", "bold-italic", "heading", _Source]

ASCENT, DESCENT, CAPITAL = 0.76, 0.24, 0.668
"""Parts of the type size that letters of the typeface reach above and below the baseline."""


class Entry(NamedTuple):
    """What some text is of, in a list whose entries run on: the label or the words of one."""

    number: int
    """Counted from 1."""
    is_label: bool = False


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
    circled: str = ""
    """As it is read aloud, where a circle stands about it, wider than its letters."""
    entry: Entry | None = None
    """What it is of, in a list that runs on."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text whose baseline starts at (x, y).

    As layout makes it, all is measured from where lines start: on a page that runs from right to
    left, from the right. `layout/mirrored.py` turns it round.
    """

    x: float
    y: float
    width: float
    runs: tuple[Run, ...]
    """In the order in which they are read."""
    starts: tuple[float, ...] = ()
    """How many points behind x each run starts, where one does not follow the other."""

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
    setting: Setting = field(default=USUAL, repr=False)

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
class _Boxed:
    """What has a width and a height; (x, y) is its top left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """Return left, top, right and bottom, without the width of an outline."""
        return self.x, self.y, self.x + self.width, self.y + self.height


@dataclass(frozen=True, slots=True)
class Picture(_Boxed):
    """An illustration, scaled to the given width and height."""

    artwork: Artwork


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
class Rect(_Boxed):
    """A rectangle with rounded corners, filled or outlined."""

    radius: float = 0
    fill: str | None = None
    stroke: str | None = None
    line: float = 0


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


@dataclass(frozen=True, slots=True)
class Triangle(_Boxed):
    """A filled triangle on its base: the mark of a caution."""

    colour: str


Mark = Line | Reserved | Picture | Rule | Rect | Arc | Code | Triangle
