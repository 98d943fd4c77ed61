"""An audit trail, where a clinic asks for one: who got what, and when."""

import csv
import datetime
import os
from pathlib import Path
from tempfile import TemporaryFile
from typing import Self, TextIO

from cardgen.batch.disk import disk_problems
from cardgen.errors import CannotWriteError, Problem
from cardgen.model.roster import Columns, Row
from cardgen.version import __version__

COLUMNS = ("date", "cardgen", "roster", "row", "recipient", "file", "texts")
"""Of the record. `texts` is a digest of all that a page says, and stands in its PDF as the /ID."""
_RECIPIENT = ("recipient", "for")
_COPIED = 1 << 20


class Record:
    """The lines of one run. They join the record only when all files have their names."""

    def __init__(self, file: str | None, columns: Columns, date: datetime.date | None) -> None:
        """Without a file nothing is recorded, without a date that of this day.

        Raises CannotWriteError for a file of another kind.
        """
        self._path, self._roster = Path(file) if file else None, columns.file
        self._date = date or datetime.datetime.now().astimezone().date()
        self._lines: TextIO | None = None
        if self._path:
            self._check(self._path)
            # It has no name: nothing is left of it when a run is stopped.
            self._lines = TemporaryFile(  # noqa: SIM115 - `__exit__`
                "w+", encoding="utf-8", newline=""
            )

    def __enter__(self) -> Self:
        """Return itself; at the end what has not joined the record is forgotten."""
        return self

    def __exit__(self, *_: object) -> None:
        if self._lines:
            self._lines.close()

    @property
    def is_kept(self) -> bool:
        """Tell whether anything is recorded."""
        return self._path is not None

    @staticmethod
    def _check(path: Path) -> None:
        head = b""
        if path.exists():
            with disk_problems(path), path.open("rb") as file:
                head = file.readline()
        if head and head.decode("utf-8-sig", "replace").strip() != ",".join(COLUMNS):
            message = "this file is there already, and is not a record of batches"
            raise CannotWriteError([Problem(str(path), 1, 0, "", message, "Name another")])

    def add(self, row: Row, file: str, texts: str) -> None:
        """Note that a row has become a file that says what `texts` is the digest of."""
        if self._lines:
            name = next((row.cells[n] for n in _RECIPIENT if n in row.cells), "")
            who = self._roster, row.number, " ".join(name.split())
            csv.writer(self._lines).writerow((self._date, __version__, *who, file, texts))

    def join(self) -> None:
        """Write all lines behind those of earlier runs. Raises CannotWriteError."""
        if not self._path or not self._lines:
            return
        self._lines.seek(0)
        with disk_problems(self._path):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._path.open("a", encoding="utf-8", newline="") as file:
                if not os.fstat(file.fileno()).st_size:
                    csv.writer(file).writerow(COLUMNS)
                while text := self._lines.read(_COPIED):
                    file.write(text)
