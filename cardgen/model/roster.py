"""A roster: a table with one person in each row."""

import codecs
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple

from cardgen.errors import Problem

DateOrder = Literal["day-month-year", "month-day-year", "year-month-day"]
"""In which order a date in numbers is written."""
NUMBER, REASON = "row", "reason"
"""The columns of a list of refused rows that are no columns of a roster: the number that a row had,
and why it was refused."""


class Row(NamedTuple):
    """One person: the cells that are not empty, by the name of their column."""

    number: int
    """Counted from 1, without the line of column names and without empty lines; or what the column
    `row` says, as the list of refused rows has it."""
    line: int
    cells: Mapping[str, str]
    """As text: a date as 2026-11-22, a number as 20 or 2.5, a truth as true or false."""
    no_text: Mapping[str, str] | None = None
    """Where a cell was no text in the file: what it was, such as "a list"."""
    problems: tuple[Problem, ...] = ()
    """What is wrong with the row as a row, such as more cells than there are columns."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a roster is written. What is not a text table has the dialect that spreadsheets open."""

    kind: str = "csv"
    """What it is: "csv", or the ending of another file, such as "xlsx"."""
    delimiter: str = ","
    """What stands between two cells."""
    encoding: str = "utf-8"
    """A codec, which writes no byte-order mark: "utf-16-le", not "utf-16"."""
    mark: bytes = codecs.BOM_UTF8
    """The byte-order mark that it begins with; b"" for none."""

    def encoded(self, text: str) -> bytes:
        """Return a whole file of this text, as the roster is encoded."""
        return self.mark + text.encode(self.encoding)

    @property
    def decimal(self) -> str:
        """Return what stands before the decimals of a number; "" where that cannot be told.

        Spreadsheets write semicolons between cells where the comma is the decimal sign. With tabs
        or bars they write either.
        """
        if self.kind == "csv":
            return {",": ".", ";": ","}.get(self.delimiter, "")
        return "" if self.kind in ("xlsx", "ods") else "."


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a roster, in order, and the file that has them."""

    file: str
    """As messages show it."""
    folder: Path
    """What paths in cells count from."""
    names: tuple[str, ...]
    """As cardgen calls them. What has no name, and `row` and `reason`, are none."""
    is_table: bool
    """Whether a column has a number that a person can count: in CSV, but not in YAML."""
    path: Path | None = None
    """The file itself; None for standard input."""
    dialect: Dialect = Dialect()
    headings: tuple[str, ...] = ()
    """For each name, how the file has it, where that is told to people; () where they are alike."""
    numbers: tuple[int, ...] = ()
    """For each name, which column of the file that is, counted from 1; () where they are all."""
    line: int = 1
    """The line of the names."""
    ignored: frozenset[str] = frozenset()
    """The names of columns that are passed over, and stand in rows nevertheless."""
    orders: tuple[tuple[str, DateOrder], ...] = ()
    """The order of the dates in a column, by its name, where it is known."""

    def problem(self, line: int, name: str, message: str, remedy: str = "") -> Problem:
        """Return a Problem in a cell."""
        if name not in self.names:
            return Problem(self.file, line, 0, name, message, remedy)
        index = self.names.index(name)
        column = (self.numbers[index] if self.numbers else index + 1) if self.is_table else 0
        heading = self.headings[index] if self.headings else name
        return Problem(self.file, line, column, heading, message, remedy)

    def cell(self, row: Row, name: str) -> str | None:
        """Return a cell of a row; None where it is empty, or its column is passed over."""
        return None if name in self.ignored else row.cells.get(name)

    def order(self, name: str) -> DateOrder | None:
        """Return the order of the dates in a column, where it is known."""
        return dict(self.orders).get(name)


@dataclass(frozen=True, slots=True)
class Roster:
    """A roster that was opened: its columns, and its rows as often as they are asked for."""

    columns: Columns
    rows: Callable[[], Iterator[Row]]
    """Returns the rows, which are read as they are asked for. Raises InvalidDataError then."""
    column: Callable[[str], Iterator[tuple[int, str]]]
    """Returns the cells of a column with their lines, which takes less time than whole rows."""
    warnings: tuple[Problem, ...] = ()
    """What a person should know of the file."""
