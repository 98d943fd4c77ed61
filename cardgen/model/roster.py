"""A roster: a table with one person in each row."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from cardgen.errors import Problem


@dataclass(frozen=True, slots=True)
class Row:
    """One person: the cells that are not empty, by the name of their column."""

    number: int
    """Counted from 1, without the line of column names and without empty lines."""
    line: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a roster, in order, and the file that has them."""

    file: str
    folder: Path
    """What paths in cells count from."""
    names: tuple[str, ...]
    is_table: bool
    """Whether a column has a number that a person can count: in CSV, but not in YAML."""

    def problem(self, line: int, name: str, message: str, remedy: str = "") -> Problem:
        """Return a Problem in a cell."""
        column = self.names.index(name) + 1 if self.is_table and name in self.names else 0
        return Problem(self.file, line, column, name, message, remedy)
