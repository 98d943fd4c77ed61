"""What is looked at in a sheet beside the values of its cells."""

from cardgen.library.rosters.source import Source

MOST_CELLS = 1_000_000
"""So many cells may the rectangle have in which all values of a sheet stand: it is kept in memory
with those that are empty."""
ERROR = ("the formula in this cell gives an error", "Correct it in the spreadsheet, or empty it")
UNRECKONED = (
    "the formula in this cell has no value yet",
    "Open the file in the spreadsheet, and save it",
)
MERGED = ("this cell is merged with one above it", "Unmerge the cells, and write into each")
TORN = ("this cell has a tab or a line break that would be lost", "Write a blank there")

Fault = tuple[str, str]


class Inspection:
    """Sees the elements of one sheet as they begin. Rows and columns count from 0 here."""

    def __init__(self, source: Source) -> None:
        """`source` names the file in a refusal."""
        self._source = source
        self.faults: dict[int, dict[int, Fault]] = {}
        """By row and by column."""
        self.hidden = 0
        """How many rows a filter or a person has hidden."""
        self._low = self._left = MOST_CELLS
        self._high = self._right = -1
        self._merged = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """See an element, which a format knows. Raises InvalidDataError."""
        raise NotImplementedError

    def text(self, words: str) -> None:
        """See words between elements."""

    def close(self) -> None:
        """See the end of the sheet. Raises InvalidDataError."""
        raise NotImplementedError

    def fault(self, row: int, column: int, fault: Fault) -> None:
        """Keep what is wrong with a cell."""
        self.faults.setdefault(row, {})[column] = fault

    def merge(self, top: int, left: int, bottom: int, right: int) -> None:
        """Keep that cells are merged, the last row and column among them.

        Raises InvalidDataError where they are too many.
        """
        self._merged += max(0, bottom - top) * max(0, right - left + 1)
        if self._merged > MOST_CELLS:
            raise self._source.refusal(top + 1, left + 1, "too many cells are merged", MERGED[1])
        for row in range(top + 1, bottom + 1):
            for column in range(left, right + 1):
                self.fault(row, column, MERGED)

    def reach(self, row: int, column: int, rows: int = 1, columns: int = 1) -> None:
        """Keep that values stand in so many rows and columns. Raises InvalidDataError."""
        self._low, self._left = min(self._low, row), min(self._left, column)
        self._high = max(self._high, row + rows - 1)
        self._right = max(self._right, column + columns - 1)
        cells = (self._high - self._low + 1) * (self._right - self._left + 1)
        if cells > MOST_CELLS:
            message = f"the sheet spans over {MOST_CELLS:,} cells"
            remedy = "Empty what stands far away, or save the sheet as CSV UTF-8"
            raise self._source.refusal(row + 1, column + 1, message, remedy)
