"""Rows of a roster to requests, with every problem of a row at its cell."""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from operator import attrgetter
from pathlib import Path
from typing import Any

from cardgen.documents import KINDS
from cardgen.documents.cells import Cells, keep
from cardgen.documents.check import problems_with
from cardgen.documents.columns import (
    DOSE,
    DOSE_MARK,
    KIND,
    USUAL_KIND,
    ColumnSet,
    column_set,
    dose_column,
    dose_columns,
)
from cardgen.documents.doses import read_doses
from cardgen.documents.handout_request import HandoutRequest
from cardgen.documents.reading import Place, dose_text, reader
from cardgen.documents.request import Request
from cardgen.documents.row_kind import KeptRequest, RowKind
from cardgen.documents.row_starts import grouped, start_of
from cardgen.errors import CardgenError, InvalidDataError, Problem
from cardgen.model.library import Library
from cardgen.model.request import RequestField, fields_of
from cardgen.model.roster import Columns, Row
from cardgen.words import nearest, suggestion

_DOSES = "changes"
_PROGRAMME, _ROUTINES = "programme", ("routine", "targets")
_OTHER_COLUMN = "Pass over it by `ignore_columns`, or say in cardgen.yaml which column it is"


@dataclass(slots=True)
class RowReader:
    """Turns the rows of one roster into requests.

    `defaults` stand where a cell is empty; `ignored` columns are none of its business. What it
    keeps of cells ends with it.
    """

    columns: Columns
    library: Library
    defaults: HandoutRequest = field(default_factory=HandoutRequest)
    ignored: frozenset[str] = frozenset()
    _known: ColumnSet = field(init=False)
    _kinds: dict[str, RowKind] = field(init=False)
    _doses: dict[Hashable, Any] = field(default_factory=dict)
    """What cells of doses stand for, by columns and cells."""
    _checked: dict[Hashable, tuple[Problem, ...]] = field(default_factory=dict)
    """What is wrong with requests by what the library has, by all that they say but for words."""
    _asked: dict[Hashable, KeptRequest] = field(default_factory=dict)
    """What rows ask for, but for their free text and dates, by all their other cells."""

    def __post_init__(self) -> None:
        self._known = column_set()
        self.ignored |= self.columns.ignored
        self._kinds = {name: self._read_kind(name) for name in self._known.fields}

    def _read_kind(self, name: str) -> RowKind:
        model = KINDS[name].request
        known = {one: self._cells(one) for one in fields_of(model).values()}
        start = self.defaults if name == self.defaults.kind else start_of(name, self.defaults)
        free = {one.name for one in known if one.asked.prose or one.asked.personal} - {_DOSES}
        cells = {
            column: known[one]
            for column, one in self._known.fields[name].items()
            if column not in self.columns.ignored
        }
        columns = frozenset(column for column, one in cells.items() if one.sets.name in free)
        return RowKind(
            name,
            start,
            cells,
            columns,
            frozenset(free),
            columns | self.ignored,
            self._known.has_doses(name),
            model.has_rules(),
            attrgetter(*(one for one in model.model_fields if one not in free)),
        )

    @property
    def _place(self) -> Place:
        decimal = self.columns.dialect.decimal
        return Place(self.columns.folder, self.library, decimal=decimal, today=self.defaults.today)

    def _cells(self, one: RequestField) -> Cells:
        column = next((name for name in one.names if name in self.columns.names), "")
        place = replace(self._place, order=self.columns.order(column))
        return Cells(one, place.folder, reader(one, place), one.asked.prose)

    @property
    def files(self) -> list[Path]:
        """Return the files that cells have named so far, and those that these name."""
        cells = (cells for kind in self._kinds.values() for cells in kind.cells.values())
        return list(dict.fromkeys(path for found in cells for path in found.named))

    def check_columns(self) -> list[Problem]:
        """Return a Problem for each column that does not exist, or that says what another does."""
        return list(dict.fromkeys([*self._unknown_columns(), *self._doubled_columns()]))

    def _unknown_columns(self) -> Iterator[Problem]:
        known = [*self._known.names, *self.ignored]
        doses = dose_columns(self.library.stretches)
        for name in self.columns.names:
            if name not in known and dose_column(name) not in doses:
                near = doses if DOSE_MARK in name else known
                close = nearest(name, near)
                remedy = f"Did you mean `{close}`?" if close else _OTHER_COLUMN
                yield self.columns.problem(
                    self.columns.line, name, "there is no such column", remedy
                )

    def _doubled_columns(self) -> Iterator[Problem]:
        for fields in self._known.fields.values():
            first: dict[RequestField, str] = {}
            for name in self.columns.names:
                if name in fields and (other := first.setdefault(fields[name], name)) != name:
                    message = f"this column says the same as `{other}`"
                    yield self.columns.problem(
                        self.columns.line, name, message, "Keep one of the two"
                    )

    def check(self, row: Row) -> tuple[Problem, ...]:
        """Return what is wrong with a row, as far as can be told without laying it out."""
        try:
            kind = self._kind(row)
            cells = kind.page_cells(row)
            asked = self._asked.get(cells)
            if asked and asked.is_sound and not (row.problems or row.no_text):
                self._read_words(row, kind)
                return ()
            request = self.read(row)
        except CardgenError as error:
            return error.problems
        key = request.kind, kind.plain(request)
        if key not in self._checked:
            keep(self._checked, key, problems_with(request, self.library))
        if not self._checked[key] and (asked := self._asked.get(cells)):
            asked.is_sound = True
        return tuple(self._located(row, problem) for problem in self._checked[key])

    def _read_words(self, row: Row, kind: RowKind) -> dict[str, Any]:
        """Return the values of free text and dates, by their fields.

        Raises InvalidDataError with every problem in them.
        """
        problems: list[Problem] = []
        values = {}
        for name, cell in row.cells.items():
            try:
                if name in kind.free_columns:
                    cells = kind.cells[name]
                    values[cells.sets.name] = cells.value(cell)
            except CardgenError as error:
                problems += (self._at(row, name, problem) for problem in error.problems)
        if problems:
            raise InvalidDataError(problems)
        return values

    def read(self, row: Row) -> Request:
        """Return what a row asks for. Raises InvalidDataError with every problem in it."""
        kind = self._kind(row)
        cells = kind.page_cells(row)
        asked = self._asked.get(cells)
        if asked and not (row.problems or row.no_text):
            return asked.request.with_checked(self._read_words(row, kind))
        request = self._read_all(row, kind)
        if not kind.has_rules:
            usual = {name: getattr(kind.start, name) for name in kind.free_fields}
            keep(self._asked, cells, KeptRequest(request.with_checked(usual)))
        return request

    def _read_all(self, row: Row, kind: RowKind) -> Request:
        """Return what a row asks for, by all its cells. Raises what `read` raises."""
        known, values = kind.cells, {}
        problems: list[Problem] = list(row.problems)
        doses: dict[str, list[tuple[str, str]]] = {}
        for name, cell in row.cells.items():
            if (cells := known.get(name)) is not None:
                try:
                    values[cells.sets] = cells.value(cell)
                except CardgenError as error:
                    problems += (self._at(row, name, problem) for problem in error.problems)
            elif name in self.columns.ignored:
                continue
            elif kind.has_doses and DOSE_MARK in name:
                doses.setdefault(name.partition(DOSE_MARK)[0], []).append((name, cell.strip()))
            elif name != KIND and name not in self.ignored:
                message = f"there is no place for this in a row of kind {kind.name}"
                problems.append(self.columns.problem(row.line, name, message, "Empty the cell"))
        if row.no_text:
            problems += self._no_text(row, row.no_text, known)
        problems += self._doubled_moves(row)
        changes = tuple(self._changes(row, doses, problems)) if doses else ()
        if problems:
            raise InvalidDataError(problems)
        return self._request(row, kind, values, changes)

    def _doubled_moves(self, row: Row) -> Iterator[Problem]:
        """Yield a Problem where a row names both a programme and what it takes the place of."""
        given = row.cells.keys() - self.columns.ignored
        if _PROGRAMME in given and not given.isdisjoint(_ROUTINES):
            message = "a programme takes the place of a routine, and this row names one"
            yield self.columns.problem(row.line, _PROGRAMME, message, "Empty one of the two cells")

    def _no_text(
        self, row: Row, found: Mapping[str, str], known: Mapping[str, Cells]
    ) -> Iterator[Problem]:
        """Yield a Problem for each value that would print, and is no text."""
        for name, what in found.items():
            if name in known and known[name].is_prose:
                message = f"expected text, found {what}"
                yield self.columns.problem(row.line, name, message, "Write it as text")

    def _kind(self, row: Row) -> RowKind:
        """Return the kind of document that a row asks for. Raises InvalidDataError."""
        name = self.columns.cell(row, KIND) or USUAL_KIND
        if (kind := self._kinds.get(name) or self._kinds.get(name.strip().lower())) is not None:
            return kind
        message, remedy = f"there is no kind '{name}'", suggestion(name, list(self._kinds))
        raise InvalidDataError([self.columns.problem(row.line, KIND, message, remedy)])

    def _changes(
        self, row: Row, doses: Mapping[str, list[tuple[str, str]]], problems: list[Problem]
    ) -> Iterator[Any]:
        """Yield the pairs of a stretch and its change, or add what is wrong to `problems`."""
        for cells in doses.values():
            key = tuple(cells)
            if key not in self._doses:
                try:
                    told = [f"{name}={dose_text(name, cell, self._place)}" for name, cell in cells]
                    said = read_doses(told)
                    (pair,) = fields_of(HandoutRequest)[_DOSES].value(said)
                except CardgenError as error:
                    problems += self.located(row, error)
                    continue
                keep(self._doses, key, pair)
            yield self._doses[key]

    def _request(
        self, row: Row, kind: RowKind, values: Mapping[RequestField, Any], changes: tuple[Any, ...]
    ) -> Request:
        start = kind.start
        plain = {one.name: value for one, value in values.items() if one.group is None}
        if changes:
            plain[_DOSES] = changes
        groups = grouped(start, values) if len(plain) < len(values) + bool(changes) else {}
        if not groups and not kind.has_rules:
            return start.with_checked(plain)
        try:
            return start.changed(**plain, **groups)
        except CardgenError as error:
            raise InvalidDataError(self.located(row, error)) from None

    def _at(self, row: Row, name: str, problem: Problem) -> Problem:
        """Return a problem at the cell of a column; one in a file keeps the place of that."""
        if problem.file:
            return self.columns.problem(row.line, name, str(problem).rstrip("."))
        return self.columns.problem(row.line, name, problem.message, problem.remedy)

    def located(self, row: Row, error: CardgenError) -> tuple[Problem, ...]:
        """Return what is wrong with a row, at its cells where these are to blame."""
        return tuple(self._located(row, problem) for problem in error.problems)

    def warned(self, row: Row, warnings: Iterable[Problem]) -> tuple[Problem, ...]:
        """Return warnings of a row's document, at its cells; those of a definition stay there."""
        return tuple(one if one.file else self._located(row, one) for one in warnings)

    def _located(self, row: Row, problem: Problem) -> Problem:
        if problem.file == self.columns.file:
            return problem
        if problem.file:
            return Problem(self.columns.file, row.line, 0, "", str(problem).rstrip("."))
        name = self._column(row, problem.field)
        # Where the field of doses is quoted, its columns are meant.
        said = problem.message, problem.remedy
        message, remedy = (text.replace(f"`{_DOSES}`", f"a column {DOSE}") for text in said)
        if name:
            return self.columns.problem(row.line, name, message, remedy)
        message = ": ".join(part for part in (problem.field, message) if part)
        return Problem(self.columns.file, row.line, 0, "", message, remedy)

    def _column(self, row: Row, path: str) -> str | None:
        """Return the column of a row that sets the field at a path."""
        head, _, rest = path.partition(".")
        if head == _DOSES:
            stretch = rest.partition(".")[0]
            near = [name for name in row.cells if name.startswith(f"{stretch}{DOSE_MARK}")]
            return rest if rest in near else next(iter(near), None)
        known = self._kind(row).cells
        return next((n for n in row.cells if n in known and known[n].sets.name == head), None)
