"""Spreadsheets in the OpenDocument format: .ods."""

import re

from cardgen.library.rosters.inspection import ERROR, TORN, UNRECKONED, Inspection
from cardgen.library.rosters.package import Package
from cardgen.library.rosters.source import Source
from cardgen.library.rosters.workbook import Workbook
from cardgen.model.roster import Roster

_CONTENT, _MANIFEST = "content.xml", "META-INF/manifest.xml"
_LOCKED = b"encryption-data"
_COUNT = re.compile(r"\s*\+?0*(\d+)\s*")
_FIGURES = 8
"""Of a count so many figures are read: it is too large in any case."""
_HIDDEN = ("collapse", "filter")
_CELLS = ("table-cell", "covered-table-cell")


def read_ods(source: Source) -> Roster:
    """Return the roster in a sheet. Raises InvalidDataError."""
    package = Package(source)
    if _MANIFEST in package and _LOCKED in package.content(_MANIFEST):
        raise source.refusal(0, 0, "this file has a password", "Save it without one")
    book: Workbook | None = None
    inspection = _Sheet(source)
    if _CONTENT in package:
        # All sheets are unfolded when the file is opened: all of them are measured before.
        package.inspect(_CONTENT, inspection)
    book = Workbook(source, "ods")
    return book.roster(inspection.sheets.get(book.sheet_name, inspection))


class _Sheet(Inspection):
    """Sees the elements of all sheets, and keeps what it finds by the names of these."""

    def __init__(self, source: Source) -> None:
        super().__init__(source)
        self.sheets: dict[str, _Sheet] = {}
        self._current: _Sheet = self
        self._row = self._column = self._rows = self._columns = 0
        self._place: tuple[int, int] | None = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """See an element of a sheet. Raises InvalidDataError."""
        local = name.rpartition(":")[2]
        if local in _CELLS:
            self._current.cell({key.rpartition(":")[2]: v for key, v in attributes.items()})
        elif local == "table-row":
            self._current.row({key.rpartition(":")[2]: v for key, v in attributes.items()})
        elif local == "table":
            found = {key.rpartition(":")[2]: v for key, v in attributes.items()}
            self._current = self.sheets[found.get("name", "")] = _Sheet(self._source)
        elif local in ("tab", "line-break"):
            self._current.tear()

    def close(self) -> None:
        """See the end of all sheets."""

    def row(self, attributes: dict[str, str]) -> None:
        """See a row, which may stand for many."""
        self._row += self._rows
        self._rows, self._column = _count(attributes.get("number-rows-repeated")), 0
        self.hidden += attributes.get("visibility") in _HIDDEN
        self._place = None

    def cell(self, attributes: dict[str, str]) -> None:
        """See a cell, which may stand for many. Raises InvalidDataError."""
        columns = _count(attributes.get("number-columns-repeated"))
        self._place = self._row, self._column
        # LibreOffice names the type of a value twice; the second tells an error from a text.
        if attributes.get("value-type"):
            self.reach(self._row, self._column, self._rows, columns)
            if attributes["value-type"] == "error":
                self.fault(self._row, self._column, ERROR)
        elif attributes.get("formula"):
            self.fault(self._row, self._column, UNRECKONED)
        self._column += columns

    def tear(self) -> None:
        """See what stands between two words, and is lost where the cell is read."""
        if self._place:
            self.fault(*self._place, TORN)


def _count(words: str | None) -> int:
    match = _COUNT.fullmatch(words or "")
    return int(match[1][:_FIGURES]) if match else 1
