"""The rows that were refused, and the table that lists them."""

import csv
import io
from pathlib import Path

from cardgen.errors import InvalidDataError, Problem
from cardgen.model.roster import Columns, Row
from cardgen.write import write_whole

FILE = "rejected.csv"


class RejectedRows:
    """Rows with what is wrong with them."""

    def __init__(self, columns: Columns, secret: str | None) -> None:
        """`secret` is a column whose cells are never written."""
        self._columns, self._secret = columns, secret
        self._found: dict[int, tuple[Row, tuple[Problem, ...]]] = {}

    def __len__(self) -> int:
        return len(self._found)

    def __contains__(self, row: Row) -> bool:
        return row.number in self._found

    def add(self, row: Row, problems: tuple[Problem, ...]) -> None:
        """Refuse a row, where there are problems."""
        if problems:
            self._found[row.number] = row, problems

    def raise_all(self) -> None:
        """Raise InvalidDataError with all problems, if there are any."""
        if self._found:
            raise InvalidDataError(p for _, problems in self._found.values() for p in problems)

    def write(self, folder: Path) -> None:
        """Write the list into a folder, or remove an earlier one where no row was refused.

        Raises CannotWriteError.
        """
        path = folder / FILE
        if self._found:
            write_whole(path, self.table())
        else:
            path.unlink(missing_ok=True)

    def table(self) -> bytes:
        """Return the rows as a spreadsheet opens them, with one more column: the reason."""
        out = io.StringIO(newline="")
        names = self._columns.names
        writer = csv.DictWriter(out, [*names, "reason"], extrasaction="ignore")
        writer.writeheader()
        for _, (row, problems) in sorted(self._found.items()):
            said = (str(Problem("", 0, 0, p.field, p.message, p.remedy)) for p in problems)
            secret = {self._secret: ""} if self._secret else {}
            writer.writerow({**row.cells, **secret, "reason": "; ".join(said)})
        return out.getvalue().encode("utf-8-sig")
