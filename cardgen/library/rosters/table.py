"""A table to a roster: where its headings stand, what they name, and the rows below them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from cardgen.errors import InvalidDataError, Problem
from cardgen.library.rosters.numbering import Numbering
from cardgen.library.rosters.source import Source
from cardgen.model.roster import NUMBER, REASON, Columns, Dialect, Roster, Row

_NAMELESS = "Give it a name, or pass over it by `ignore_columns`"


_WHOLE = -1
"""The index of a whole row among its cells."""


class Record(NamedTuple):
    """A row as the file has it."""

    line: int
    cells: Sequence[str]
    no_text: Mapping[int, str] | None = None
    """By index, what a cell was that was no text."""
    faults: Mapping[int, tuple[str, str]] | None = None
    """By index, what is wrong with a cell, and what to do about it; `_WHOLE` is the row."""


_REPEATED: Mapping[int, tuple[str, str]] = {
    _WHOLE: ("this row repeats the names of the columns", "Take it out")
}


@dataclass(frozen=True, slots=True)
class Table:
    """What a format finds in a file."""

    dialect: Dialect
    records: Callable[[], Iterator[Record]]
    """Returns all records, those before the headings as well. Raises InvalidDataError."""
    warnings: tuple[Problem, ...] = ()


def roster_of(source: Source, table: Table) -> Roster:
    """Return a table as a roster. Raises InvalidDataError."""
    head = next((r for r in table.records() if any(map(str.strip, r.cells))), None)
    if head is None:
        raise source.refusal(1, 0, "the roster is empty", "Start with column names")
    rows = _Rows(source, table, head)
    if problems := list(rows.misnamed()):
        raise InvalidDataError(problems)
    return Roster(rows.columns, rows.read, rows.column, table.warnings)


def tidy(heading: str) -> str:
    """Return a heading with each run of white space as one blank."""
    return " ".join(heading.split())


class _Rows:
    """Reads the rows of a table below its headings."""

    def __init__(self, source: Source, table: Table, head: Record) -> None:
        headings = [tidy(cell) for cell in head.cells]
        while headings and not headings[-1]:
            headings.pop()
        names = [source.rename(heading) if heading else "" for heading in headings]
        named = [i for i, name in enumerate(names) if name and name not in (NUMBER, REASON)]
        shown = [headings[i] if headings[i].lower() != names[i] else names[i] for i in named]
        self._source, self._table, self._head = source, table, head
        self._line = head.line
        self._names = tuple(names)
        """Of each column of the file; "" for none."""
        self.columns = Columns(
            source.file,
            source.folder,
            tuple(names[i] for i in named),
            is_table=True,
            path=source.path,
            dialect=table.dialect,
            headings=tuple(shown),
            numbers=tuple(i + 1 for i in named),
            line=head.line,
        )

    def misnamed(self) -> Iterator[Problem]:
        """Yield a Problem for each name that two columns have, or that one with cells lacks."""
        for i, name in enumerate(self._names):
            if name and name in self._names[:i]:
                message, remedy = "two columns have this name", "Keep one of the two"
                yield Problem(self.columns.file, self._line, i + 1, name, message, remedy)
        for index, (message, remedy) in (self._head.faults or {}).items():
            yield self._source.problem(self._line, index + 1, message, remedy)
        nameless = [i for i, name in enumerate(self._names) if not name]
        if nameless and not self._source.options.ignore_columns:
            yield from self._nameless(nameless)

    def _nameless(self, indices: list[int]) -> Iterator[Problem]:
        left = set(indices)
        for record in self._below():
            for i in sorted(left):
                if i < len(record.cells) and record.cells[i].strip():
                    left.remove(i)
                    message = f"this column has no name, and a cell on line {record.line}"
                    yield self._source.problem(self._line, i + 1, message, _NAMELESS)
            if not left:
                return

    def _below(self) -> Iterator[Record]:
        records = self._table.records()
        for record in records:
            if record.line == self._line:
                break
        return records

    def column(self, name: str) -> Iterator[tuple[int, str]]:
        """Yield the cells of a column that are not empty, each with its line."""
        index = self._names.index(name)
        for record in self._below():
            if index < len(record.cells) and (cell := record.cells[index].strip()):
                yield record.line, cell

    def read(self) -> Iterator[Row]:
        """Yield the rows. Raises InvalidDataError."""
        names, width, count = self._names, len(self._names), 0
        plain = len(self.columns.names) == width
        numbering = Numbering(self.columns.file, names)
        for record in self._below():
            line, cells, no_text, faults = record
            # A cell is empty where it has nothing but white space.
            found = {
                name: cell
                for name, cell in zip(names, cells, strict=False)
                if cell and not cell.isspace()
            }
            surplus = len(cells) > width and any(map(str.strip, cells[width:]))
            if not found and not surplus and not faults:
                continue
            count += 1
            if cells == self._head.cells:
                faults = faults or _REPEATED
            if plain and not (surplus or no_text or faults):
                yield Row(count, line, found)
            else:
                yield self._unusual(
                    record._replace(faults=faults), found, numbering, count, surplus=surplus
                )

    def _unusual(
        self,
        record: Record,
        found: dict[str, str],
        numbering: Numbering,
        count: int,
        *,
        surplus: bool,
    ) -> Row:
        """Return a row with its own number, with cells that are no text, or with problems."""
        problems: list[Problem] = []
        found.pop("", None)
        found.pop(REASON, None)
        number = numbering.read(found.pop(NUMBER, ""), record.line, count, problems)
        if surplus:
            problems.append(self._too_wide(record, found))
        for index, (message, remedy) in (record.faults or {}).items():
            problems += self._fault(record.line, index, message, remedy)
        no_text = {
            self._names[i]: what for i, what in (record.no_text or {}).items() if self._names[i:]
        }
        return Row(number, record.line, found, no_text or None, tuple(problems))

    def _fault(self, line: int, index: int, message: str, remedy: str) -> Iterator[Problem]:
        name = self._names[index] if 0 <= index < len(self._names) else ""
        if name:
            yield self.columns.problem(line, name, message, remedy)
        elif index == _WHOLE:
            yield self._source.problem(line, 0, message, remedy)

    def _too_wide(self, record: Record, found: dict[str, str]) -> Problem:
        """Return what is wrong with a row of too many cells, and keep these in the last column."""
        width = len(self._names)
        last = self._names[-1]
        # What a comma in a note has torn apart stands together in the list of refused rows.
        if last not in (NUMBER, REASON):
            found[last] = self._table.dialect.delimiter.join(record.cells[width - 1 :])
        columns = "there is 1 column" if width == 1 else f"there are {width} columns"
        message = f"the row has {len(record.cells)} cells, and {columns}"
        remedy = "Put a cell that holds a comma or a semicolon in quotation marks"
        return self._source.problem(record.line, width + 1, message, remedy)
