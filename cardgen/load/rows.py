"""Rows of a roster to requests, with every problem of a row at its cell."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from pathlib import Path
from typing import Any, get_args

from cardgen.errors import CardgenError, InvalidDataError, Problem
from cardgen.load.glyphs import checked_text
from cardgen.load.settings import OPTION, read_settings
from cardgen.model.condition import Condition
from cardgen.model.dose import DoseChange
from cardgen.model.letterhead import Letterhead
from cardgen.model.library import Library, Record
from cardgen.model.request import DEFAULT_ROUTINE, BookletRequest, CardsRequest, HandoutRequest
from cardgen.model.roster import Columns, Row
from cardgen.paths import data_ids
from cardgen.words import suggestion

Request = HandoutRequest | CardsRequest
HANDOUT = "handout"
DECKS: Mapping[str, type[CardsRequest]] = {"cards": CardsRequest, "booklet": BookletRequest}
KINDS = (HANDOUT, *DECKS)
FOR_DECKS = {"routine", "page", "theme", "type", "kind", "language"}
"""Columns that cards and booklets have a place for."""
DOSE = "STRETCH.dose.FIELD"
"""How the columns are named that change a dose."""
_OF_DOSE = ".dose."


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
    letterhead: Callable[[Path], Record[Letterhead]]
    """Reads the letterhead in a file."""
    defaults: HandoutRequest = field(default_factory=HandoutRequest)
    ignored: frozenset[str] = frozenset()
    _known: dict[str, Any] = field(init=False)
    """The fields of `defaults`."""
    _seen: dict[tuple[str, str], Any] = field(default_factory=dict)
    """What cells that recur stand for, by column."""
    _changes: dict[tuple[tuple[str, str], ...], tuple[str, DoseChange]] = field(
        default_factory=dict
    )
    """The same of cells that change a dose, by column and cell."""

    def __post_init__(self) -> None:
        self._known = {f.name: getattr(self.defaults, f.name) for f in fields(self.defaults)}

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
        doses = [f"{id_}{_OF_DOSE}{field}" for id_ in self.library.stretches for field in _FIELDS]
        return [
            self.columns.problem(
                1,
                name,
                "there is no such column",
                suggestion(name, doses if _OF_DOSE in name else known),
            )
            for name in self.columns.names
            if name not in known and name not in doses
        ]

    def read(self, row: Row) -> Request:
        """Return what a row asks for. Raises InvalidDataError with every problem in it."""
        problems: list[Problem] = []
        values: dict[str, Any] = {}
        doses: dict[str, list[tuple[str, str]]] = {}
        for name, cell in row.cells.items():
            if name in self.ignored:
                continue
            if (column := _COLUMNS.get(name)) is None:
                stretch, _, _ = name.partition(_OF_DOSE)
                doses.setdefault(stretch, []).append((name, cell.strip()))
                continue
            try:
                values[_FIELD.get(name, name)] = self._value(column, name, cell)
            except _CellError as error:
                problems.append(self.columns.problem(row.line, name, error.message, error.remedy))
        try:
            values["changes"] = tuple([self._change(cells) for cells in doses.values()])
        except CardgenError as error:
            problems += (self._dose_problem(row, problem) for problem in error.problems)
        kind = values.pop("kind", HANDOUT)
        values.pop("language", None)
        if kind in DECKS:
            problems += self._misplaced(row, kind)
        if problems:
            raise InvalidDataError(problems)
        if kind in DECKS:
            return self._deck(DECKS[kind], values)
        return HandoutRequest(**{**self._known, **values})

    def _value(self, column: "Column", name: str, cell: str) -> Any:
        if not column.recurs:
            return column.read(self, cell)
        key = name, cell
        if key not in self._seen:
            self._seen[key] = column.read(self, cell)
        return self._seen[key]

    def _change(self, cells: list[tuple[str, str]]) -> tuple[str, DoseChange]:
        """Return what the cells of one stretch change. Raises InvalidDataError."""
        key = tuple(cells)
        if key not in self._changes:
            settings = [f"{name}={cell}" for name, cell in cells]
            (self._changes[key],) = read_settings(settings, self.glyphs)
        return self._changes[key]

    def _dose_problem(self, row: Row, problem: Problem) -> Problem:
        name = problem.field.removeprefix(f"{OPTION} ")
        return self.columns.problem(row.line, name, problem.message, problem.remedy)

    def _deck(self, form: type[CardsRequest], values: Mapping[str, Any]) -> CardsRequest:
        known = self.defaults
        return form(
            targets=(values.get("routine", known.routine),),
            paper=values.get("paper", known.paper),
            theme=values.get("theme", known.theme),
            pairing=values.get("pairing", known.pairing),
            archival=known.archival,
            built=known.built,
        )

    def _misplaced(self, row: Row, kind: str) -> list[Problem]:
        message, remedy = f"there is no place for this in a row of kind {kind}", "Empty the cell"
        return [
            self.columns.problem(row.line, name, message, remedy)
            for name in row.cells
            if name not in FOR_DECKS | self.ignored
        ]


@dataclass(frozen=True, slots=True)
class Column:
    """How the cells of a column are read."""

    says: str
    """What to write there, for people."""
    read: Callable[[RowReader, str], Any]
    recurs: bool = True
    """Whether the same few cells stand in many rows."""


def _one_of(kind: str, known: Sequence[str], cell: str) -> str:
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
    try:
        return reader.letterhead(reader.columns.folder / cell.strip())
    except CardgenError as error:
        raise _CellError(str(error.problems[0]).rstrip(".")) from None


def _each(kind: str, known: Sequence[str], cell: str) -> tuple[str, ...]:
    return tuple(_one_of(kind, known, word) for word in _BETWEEN.split(cell.strip()) if word)


_CONDITIONS = get_args(Condition)
_FIELDS = tuple(DoseChange.model_fields)
_FIELD = {"page": "paper", "next": "next_visit", "type": "pairing"}
"""The fields of a request that columns have shorter names for."""
_BETWEEN = re.compile(r"[\s,;]+")

_COLUMNS: Mapping[str, Column] = {
    "recipient": Column("the person's name", _text, recurs=False),
    "routine": Column(
        f"an id from `cardgen list`; {DEFAULT_ROUTINE} where it is empty",
        lambda reader, cell: _one_of("routine", list(reader.library.routines), cell),
    ),
    "kind": Column("handout, cards or booklet", lambda _, cell: _one_of("kind", KINDS, cell)),
    "language": Column(
        "en, for English: there is no other yet",
        lambda _, cell: _one_of("language", data_ids("locales"), cell),
    ),
    "page": Column("letter or a4", lambda _, cell: _one_of("paper", data_ids("papers"), cell)),
    "theme": Column(
        "colour, grey or ink", lambda _, cell: _one_of("theme", data_ids("themes"), cell)
    ),
    "type": Column("plain or fira", lambda _, cell: _one_of("type", data_ids("type"), cell)),
    "date": Column("a date to print: 2026-11-22", _date),
    "letterhead": Column("a clinic's YAML file; its path counts from the roster", _letterhead),
    "note": Column("a note to the person", _text, recurs=False),
    "next": Column("when they come again, in words", _text),
    "conditions": Column(
        f"what the person has, with blanks between: {', '.join(_CONDITIONS)}",
        lambda _, cell: _each("condition", _CONDITIONS, cell),
    ),
    "without": Column(
        "moves to leave out, with blanks between",
        lambda reader, cell: _each("stretch", list(reader.library.stretches), cell),
    ),
    "add": Column(
        "moves to add, with blanks between",
        lambda reader, cell: _each("stretch", list(reader.library.stretches), cell),
    ),
}


def column_help() -> dict[str, str]:
    """Return what each column takes, by name."""
    said = {name: column.says for name, column in _COLUMNS.items()}
    return {**said, DOSE: f"another dose; a FIELD is one of {', '.join(_FIELDS)}"}
