"""A spreadsheet file as python-calamine reads it: values by their type, a sheet at a time."""

import io
from collections.abc import Iterator, Mapping

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from cardgen.errors import InvalidDataError, Problem
from cardgen.library.rosters.inspection import Fault, Inspection
from cardgen.library.rosters.source import Source
from cardgen.library.rosters.table import Record, Table, roster_of
from cardgen.library.rosters.values import kind_of, shown
from cardgen.model.origin import requested
from cardgen.model.roster import Dialect, Roster
from cardgen.words import suggestion


class Workbook:
    """The sheet of a spreadsheet file that holds the roster."""

    def __init__(self, source: Source, kind: str) -> None:
        """`source` was found to be small enough. Raises InvalidDataError."""
        self._source, self._kind = source, kind
        try:
            self._book = CalamineWorkbook.from_filelike(io.BytesIO(source.content()))
            self.sheet_name, self._others = self._chosen()
        except CalamineError as error:
            raise self._unreadable(error) from None

    def _unreadable(self, error: Exception) -> InvalidDataError:
        message = f"cannot read the spreadsheet: {error}"
        remedy = "Open it in the spreadsheet and save it again, or save it as CSV UTF-8"
        return self._source.refusal(0, 0, message, remedy)

    def _chosen(self) -> tuple[str, list[str]]:
        """Return the name of the sheet that was asked for, or of the first; and the others."""
        sheets = [s for s in self._book.sheets_metadata if s.typ == SheetTypeEnum.WorkSheet]
        asked = self._source.options.sheet_name
        if asked is None:
            seen = [s.name for s in sheets if s.visible == SheetVisibleEnum.Visible]
            if not seen:
                raise self._source.refusal(0, 0, "there is no sheet in this file")
            return seen[0], seen[1:]
        names = [sheet.name for sheet in sheets]
        for name in names:
            if name.strip().casefold() == asked.strip().casefold():
                return name, []
        message, remedy = f"there is no sheet '{asked}'", suggestion(asked, names)
        raise InvalidDataError([requested("sheet_name").problem(message, remedy)])

    def roster(self, inspection: Inspection) -> Roster:
        """Return the roster in the sheet, with what was seen in it. Raises InvalidDataError."""
        try:
            sheet = self._book.get_sheet_by_name(self.sheet_name)
        except CalamineError as error:
            raise self._unreadable(error) from None
        faults = _faults(sheet, inspection)
        dialect = Dialect(self._kind)
        warnings = tuple(self._warnings(inspection))
        return roster_of(
            self._source, Table(dialect, lambda: self._records(sheet, faults), warnings)
        )

    def _warnings(self, inspection: Inspection) -> Iterator[Problem]:
        if inspection.hidden:
            count = inspection.hidden
            said = "1 row is hidden, and is" if count == 1 else f"{count} rows are hidden, and are"
            message = f"{said} read as well"
            yield self._source.problem(0, 0, message, "Delete what is not to be made")
        if self._others:
            message = f"'{self.sheet_name}' is read, the first of {len(self._others) + 1} sheets"
            yield self._source.problem(0, 0, message, "Name another by `sheet_name`")

    def _records(
        self, sheet: CalamineSheet, faults: Mapping[int, dict[int, Fault]]
    ) -> Iterator[Record]:
        """Yield the rows as text."""
        index = -1
        for index, values in enumerate(sheet.iter_rows()):
            cells = [value if type(value) is str else shown(value) for value in values]
            no_text = {i: kind_of(v) for i, v in enumerate(values) if v is True or v is False}
            yield Record(index + 1, cells, no_text or None, faults.get(index))
        # Where the last rows have no value but a formula, the sheet ends above them.
        for row in sorted(row for row in faults if row > index):
            yield Record(row + 1, (), None, faults[row])


def _faults(sheet: CalamineSheet, inspection: Inspection) -> Mapping[int, dict[int, Fault]]:
    """Return what is wrong with cells, by row and column; those that are merged are among it."""
    last_row, last_column = sheet.end or (-1, -1)
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        inspection.merge(top, left, min(bottom, last_row), min(right, last_column))
    return inspection.faults
