"""Rows of a roster to requests, with every problem of a row at its cell."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from cardgen.errors import CardgenError, InvalidDataError, Problem
from cardgen.load.files import read_record
from cardgen.load.glyphs import checked_text
from cardgen.model.letterhead import Letterhead
from cardgen.model.library import Library, Record
from cardgen.model.request import DEFAULT_ROUTINE, CardsRequest, HandoutRequest
from cardgen.model.roster import Columns, Row
from cardgen.paths import data_ids
from cardgen.words import suggestion

Request = HandoutRequest | CardsRequest
KINDS = ("handout", "cards")
ONLY_HANDOUT = {"recipient", "date", "letterhead"}
"""Columns that cards have no place for."""


class _CellError(Exception):
    """What is wrong with a cell, and what to do."""

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.message, self.remedy = message, remedy


@dataclass(slots=True)
class RowReader:
    """Turns the rows of one roster into requests.

    `defaults` stand where a cell is empty; `ignored` columns are none of its business.
    """

    columns: Columns
    library: Library
    glyphs: frozenset[int]
    defaults: HandoutRequest = field(default_factory=HandoutRequest)
    ignored: frozenset[str] = frozenset()
    _seen: dict[tuple[str, str], Any] = field(default_factory=dict)
    """What cells that recur stand for, by column."""

    @property
    def files(self) -> list[Path]:
        """Return the files that cells have named so far."""
        found: list[Path] = []
        for (name, cell), value in self._seen.items():
            if name == "letterhead":
                found.append(self.columns.folder / cell.strip())
                found += [value.root / value.value.logo] if value.value.logo else []
        return [path for path in found if path.is_file()]

    def check_columns(self) -> list[Problem]:
        """Return a Problem for each column that does not exist."""
        known = [*_COLUMNS, *self.ignored]
        return [
            self.columns.problem(1, name, "there is no such column", suggestion(name, known))
            for name in self.columns.names
            if name not in known
        ]

    def read(self, row: Row) -> Request:
        """Return what a row asks for. Raises InvalidDataError with every problem in it."""
        problems: list[Problem] = []
        values: dict[str, Any] = {}
        for name, cell in row.cells.items():
            if name in self.ignored:
                continue
            try:
                values[name] = self._value(name, cell)
            except _CellError as error:
                problems.append(self.columns.problem(row.line, name, error.message, error.remedy))
        kind = values.pop("kind", KINDS[0])
        if kind == "cards":
            problems += self._misplaced(row, values)
        if problems:
            raise InvalidDataError(problems)
        return self._cards(values) if kind == "cards" else self._handout(values)

    def _value(self, name: str, cell: str) -> Any:
        column = _COLUMNS[name]
        if not column.recurs:
            return column.read(self, cell)
        key = name, cell
        if key not in self._seen:
            self._seen[key] = column.read(self, cell)
        return self._seen[key]

    def _handout(self, values: Mapping[str, Any]) -> HandoutRequest:
        known = self.defaults
        return HandoutRequest(
            routine=values.get("routine", known.routine),
            paper=values.get("page", known.paper),
            theme=values.get("theme", known.theme),
            recipient=values.get("recipient"),
            date=values.get("date", known.date),
            letterhead=values.get("letterhead", known.letterhead),
            archival=known.archival,
            built=known.built,
        )

    def _cards(self, values: Mapping[str, Any]) -> CardsRequest:
        known = self.defaults
        return CardsRequest(
            targets=(values.get("routine", known.routine),),
            paper=values.get("page", known.paper),
            theme=values.get("theme", known.theme),
            archival=known.archival,
            built=known.built,
        )

    def _misplaced(self, row: Row, values: Mapping[str, Any]) -> list[Problem]:
        message, remedy = "cards have no place for this", "Leave the cell empty"
        return [
            self.columns.problem(row.line, name, message, remedy)
            for name in values
            if name in ONLY_HANDOUT
        ]


@dataclass(frozen=True, slots=True)
class Column:
    """How the cells of a column are read."""

    says: str
    """What to write there, for people."""
    read: Callable[[RowReader, str], Any]
    recurs: bool = True
    """Whether the same few cells stand in many rows."""


def _one_of(kind: str, known: list[str], cell: str) -> str:
    wanted = cell.strip().lower()
    if wanted not in known:
        raise _CellError(f"there is no {kind} '{wanted}'", suggestion(wanted, known))
    return wanted


def _text(reader: RowReader, cell: str) -> str:
    try:
        return checked_text(cell, "", reader.glyphs)
    except CardgenError as error:
        problem = error.problems[0]
        raise _CellError(problem.message, problem.remedy) from None


def _date(_: RowReader, cell: str) -> date:
    try:
        return date.fromisoformat(cell.strip())
    except ValueError:
        message = f"expected a date such as 2026-11-22, found '{cell.strip()}'"
        remedy = "In the spreadsheet, format the column as text"
        raise _CellError(message, remedy) from None


def _letterhead(reader: RowReader, cell: str) -> Record[Letterhead]:
    path = (reader.columns.folder / cell.strip()).resolve()
    try:
        record = read_record(path, Letterhead, reader.glyphs)
    except CardgenError as error:
        raise _CellError(str(error.problems[0]).rstrip(".")) from None
    return Record(record.id, record.value, record.file, path.parent, record.places)


_COLUMNS: Mapping[str, Column] = {
    "recipient": Column("the person's name", _text, recurs=False),
    "routine": Column(
        f"an id from `cardgen list`; {DEFAULT_ROUTINE} where it is empty",
        lambda reader, cell: _one_of("routine", list(reader.library.routines), cell),
    ),
    "kind": Column("handout or cards", lambda _, cell: _one_of("kind", list(KINDS), cell)),
    "page": Column("letter or a4", lambda _, cell: _one_of("paper", data_ids("papers"), cell)),
    "theme": Column(
        "colour, grey or ink", lambda _, cell: _one_of("theme", data_ids("themes"), cell)
    ),
    "date": Column("a date to print: 2026-11-22", _date),
    "letterhead": Column("a clinic's YAML file; its path counts from the roster", _letterhead),
}


def column_help() -> dict[str, str]:
    """Return what each column takes, by name."""
    return {name: column.says for name, column in _COLUMNS.items()}
