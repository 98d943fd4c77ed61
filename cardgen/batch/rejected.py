"""The rows that were refused, and the table that lists them: mend it, and run it as a roster."""

import csv
import io
import os
from collections.abc import Mapping
from pathlib import Path

from cardgen.batch.manifest import digest, file_digest
from cardgen.errors import InvalidDataError, Problem
from cardgen.model.roster import Columns, Dialect, Row
from cardgen.write import write_whole

STEM = "rejected"
NUMBER, REASON = "row", "reason"
"""Its columns beside those of the roster: a mended row keeps its number by the first."""


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

    def table(self) -> bytes:
        """Return the rows as the roster was written, with their numbers and reasons."""
        out = io.StringIO(newline="")
        dialect, names = self._columns.dialect, [NUMBER, *self._columns.names, REASON]
        writer = csv.DictWriter(out, names, extrasaction="ignore", delimiter=dialect.delimiter)
        writer.writeheader()
        for number, (row, problems) in sorted(self._found.items()):
            said = (str(Problem("", 0, 0, p.field, p.message, p.remedy)) for p in problems)
            secret = {self._secret: ""} if self._secret else {}
            writer.writerow({**row.cells, **secret, NUMBER: number, REASON: "; ".join(said)})
        return _encoded(dialect, out.getvalue())


def _encoded(dialect: Dialect, text: str) -> bytes:
    usual = Dialect()
    if dialect.encoding == usual.encoding:
        # A spreadsheet takes UTF-8 without its mark for another encoding, whoever wrote the roster.
        return usual.encoded(text)
    try:
        return dialect.encoded(text)
    except UnicodeEncodeError:  # a reason quotes what the encoding lacks
        return usual.encoded(text)


class RejectedList:
    """The file with the table: beside what others have put there, never in its place."""

    def __init__(
        self, rows: RejectedRows, output: Path, columns: Columns, former: Mapping[str, str]
    ) -> None:
        """Plan the file of a folder; `former` are those of earlier runs, with their digests."""
        self._output, self._content = output, rows.table() if len(rows) else None
        self._roster = columns.path
        self._spare = {name for name, sha256 in former.items() if self._is_ours(name, sha256)}
        kept = {n: d for n, d in former.items() if n not in self._spare and (output / n).exists()}
        self.name = self._free() if self._content else None
        """What it is called; None where no row was refused."""
        self.files = (
            {**kept, self.name: digest(self._content)} if self.name and self._content else kept
        )
        """All such lists of this batch, with their digests."""

    def _is_ours(self, name: str, sha256: str) -> bool:
        """Tell whether a list is as it was written, and is not the roster at hand."""
        path = self._output / name
        if self._roster and path.exists() and path.samefile(self._roster):
            return False
        return file_digest(path) == sha256

    def _free(self) -> str:
        count, name = 1, f"{STEM}.csv"
        while name not in self._spare and os.path.lexists(self._output / name):
            count += 1
            name = f"{STEM}-{count}.csv"
        return name

    def write(self) -> None:
        """Write it, and remove those that it replaces. Raises CannotWriteError or OSError."""
        if self.name and self._content:
            write_whole(self._output / self.name, self._content)
        for name in self._spare - {self.name}:
            (self._output / name).unlink(missing_ok=True)
