"""Where cards lie on a sheet of paper."""

from collections.abc import Sequence
from dataclasses import dataclass

from cardgen.model.design import Paper, Sheet
from cardgen.model.page import Bounds, Turn
from cardgen.typography.style import TooLargeError

_TOLERANCE = 1e-6


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells of one size, in columns and rows, and how cards are turned in them."""

    columns: int
    rows: int
    left: float
    top: float
    width: float
    """Of a cell: that of a card as it lies on the paper."""
    height: float
    pitch_x: float
    pitch_y: float
    turn: Turn = 0

    @property
    def count(self) -> int:
        """Return how many cards there are on one sheet."""
        return self.columns * self.rows

    def cell(self, index: int) -> Bounds:
        """Return where the front of a card lies; they are counted along the rows from 0."""
        row, column = divmod(index, self.columns)
        left, top = self.left + column * self.pitch_x, self.top + row * self.pitch_y
        return left, top, left + self.width, top + self.height

    @property
    def bounds(self) -> Bounds:
        """Return the rectangle round all cells."""
        return around([self.cell(0), self.cell(self.count - 1)])


def around(boxes: Sequence[Bounds]) -> Bounds:
    """Return the rectangle round some others."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def sheet_grid(sheet: Sheet) -> Grid:
    """Return the grid of a maker's sheet."""
    return Grid(
        sheet.columns,
        sheet.rows,
        sheet.left,
        sheet.top,
        sheet.width,
        sheet.height,
        sheet.pitch_x,
        sheet.pitch_y,
    )


def plain_grid(
    paper: Paper, width: float, height: float, *, count: int, margin: float, gap: float = 0
) -> Grid:
    """Return a grid in the middle of plain paper: as many cards as fit between the margins.

    Cards stand upright, or all of them lie on their side where that takes fewer sheets for
    `count` cards. `gap` is the space between cards. Raises TooLargeError when not one fits.
    """
    grids = [
        _filled(paper, width, height, 0, margin, gap),
        _filled(paper, height, width, 270, margin, gap),
    ]
    fitting = [grid for grid in grids if grid.count]
    if not fitting:
        raise TooLargeError(min(_excess(paper, grid, margin) for grid in grids))
    return min(fitting, key=lambda grid: -(-count // grid.count))


def _filled(
    paper: Paper, width: float, height: float, turn: Turn, margin: float, gap: float
) -> Grid:
    columns = int((paper.width - 2 * margin + gap) / (width + gap) + _TOLERANCE)
    rows = int((paper.height - 2 * margin + gap) / (height + gap) + _TOLERANCE)
    left = (paper.width - columns * (width + gap) + gap) / 2
    top = (paper.height - rows * (height + gap) + gap) / 2
    return Grid(columns, rows, left, top, width, height, width + gap, height + gap, turn)


def _excess(paper: Paper, grid: Grid, margin: float) -> float:
    across = grid.width + 2 * margin - paper.width
    return max(across, grid.height + 2 * margin - paper.height)
