"""Spreadsheets in the format of Excel: .xlsx, and .xlsm, whose macros are not run."""

import posixpath
import re
from functools import lru_cache

from cardgen.library.rosters.inspection import ERROR, UNRECKONED, Inspection
from cardgen.library.rosters.package import Package
from cardgen.library.rosters.source import Source
from cardgen.library.rosters.workbook import Workbook
from cardgen.model.roster import Roster

_BOOK, _PARTS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_CELL = re.compile(r"\$?([A-Z]{1,3})\$?([1-9]\d{0,6})")
_TRUE = ("1", "true")


def read_xlsx(source: Source) -> Roster:
    """Return the roster in a sheet. Raises InvalidDataError."""
    package = Package(source)
    book = Workbook(source, "xlsx")
    inspection = _Sheet(source)
    if part := _part(source, package, book.sheet_name):
        package.inspect(part, inspection)
    return book.roster(inspection)


class _Names(Inspection):
    """The attributes of elements of one name."""

    def __init__(self, source: Source, wanted: str) -> None:
        super().__init__(source)
        self._wanted = wanted
        self.found: list[dict[str, str]] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name.rpartition(":")[2] == self._wanted:
            # The prefix that a namespace has is for each file to choose.
            self.found.append({key.rpartition(":")[2]: v for key, v in attributes.items()})

    def close(self) -> None:
        pass


def _attributes(source: Source, package: Package, part: str, wanted: str) -> list[dict[str, str]]:
    if part not in package:
        return []
    names = _Names(source, wanted)
    package.inspect(part, names)
    return names.found


def _part(source: Source, package: Package, sheet: str) -> str:
    """Return the name of the part that holds a sheet; "" where there is none."""
    sheets = _attributes(source, package, _BOOK, "sheet")
    ids = [found.get("id") for found in sheets if found.get("name") == sheet]
    for found in _attributes(source, package, _PARTS, "Relationship"):
        if ids and found.get("Id") == ids[0]:
            name = posixpath.normpath(posixpath.join("/xl", found.get("Target", ""))).lstrip("/")
            return name if name in package else ""
    return ""


@lru_cache(maxsize=1024)
def _column(letters: str) -> int:
    """Return the index of a column: 0 for A, 26 for AA."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


class _Sheet(Inspection):
    def __init__(self, source: Source) -> None:
        super().__init__(source)
        self._row = self._column = -1
        self._is_cell = self._has_value = self._has_formula = False
        self._is_error = self._in_value = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """See an element of a sheet. Raises InvalidDataError."""
        local = name.rpartition(":")[2] if ":" in name else name
        if local == "v":
            self._in_value = True
        elif local == "is":
            self._has_value = True
        elif local == "c":
            self._finish()
            self._begin(attributes)
        elif local == "f":
            self._has_formula, self._in_value = True, False
        elif local == "row":
            self._finish()
            self._is_cell = False
            self._row = int(r) - 1 if (r := attributes.get("r", "")).isdecimal() else self._row + 1
            self._column = -1
            self.hidden += attributes.get("hidden") in _TRUE

    def text(self, words: str) -> None:  # noqa: ARG002 - that there are any tells enough
        """See words, of a value or of a formula."""
        self._has_value = self._has_value or self._in_value

    def close(self) -> None:
        """See the end of the sheet. Raises InvalidDataError."""
        self._finish()

    def _begin(self, attributes: dict[str, str]) -> None:
        self._is_cell, self._in_value, self._has_formula = True, False, False
        kind = attributes.get("t")
        self._is_error = kind == "e"
        # A formula whose value is a text may well have none.
        self._has_value = kind == "str"
        if match := _CELL.fullmatch(attributes.get("r", "")):
            self._column, self._row = _column(match[1]), int(match[2]) - 1
        else:
            self._column += 1

    def _finish(self) -> None:
        if not self._is_cell:
            return
        if self._has_value:
            self.reach(self._row, self._column)
        if self._is_error:
            self.fault(self._row, self._column, ERROR)
        elif self._has_formula and not self._has_value:
            self.fault(self._row, self._column, UNRECKONED)
