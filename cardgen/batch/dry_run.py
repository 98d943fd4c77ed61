"""What a batch would make, and all that is wrong with it, without a file written."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from cardgen.api import Prepared
from cardgen.batch.names import Names
from cardgen.batch.renderer import Job, Renderer
from cardgen.batch.request import Batch
from cardgen.batch.warnings import Warnings
from cardgen.documents.handout_request import HandoutRequest
from cardgen.documents.laid_out import MergeField
from cardgen.documents.rosters import open_people
from cardgen.documents.settled import with_settings
from cardgen.errors import CardgenError, InvalidDataError, Problem
from cardgen.files import known_library
from cardgen.library.settings import find_settings
from cardgen.model.library import Library
from cardgen.model.roster import Row


@dataclass(frozen=True, slots=True)
class TriedRow:
    """What would become of a row."""

    row: int
    """Its number."""
    line: int
    file: str
    """The name of its file; "" where it would be refused."""
    facts: tuple[str, ...] = ()
    """What is in that file, in words."""
    problems: tuple[Problem, ...] = ()


@dataclass(slots=True)
class DryRun:
    """What would become of a roster."""

    roster: str
    rows: list[TriedRow] = field(default_factory=list)
    problems: tuple[Problem, ...] = ()
    """What is wrong: with the roster, or with some of its rows."""
    warnings: tuple[Problem, ...] = ()

    is_read: bool = True
    """Whether its rows could be looked at."""

    @property
    def files(self) -> int:
        """Return how many files would be made."""
        return sum(bool(row.file) for row in self.rows)


def dry_run(batch: Batch, library: Library | None = None) -> DryRun:
    """Return what a batch would make, and every problem; nothing is raised, nor written."""
    library = library or known_library(batch.folder)
    try:
        return _tried(batch, library)
    except CardgenError as error:
        told = error.problems, library.problems
        return DryRun(str(batch.roster), [], *told, is_read=False)


def _tried(batch: Batch, library: Library) -> DryRun:
    """Return what would become of all rows. Raises CardgenError where that cannot be told."""
    settings = find_settings(batch.settings_sources)
    roster = open_people(
        batch.roster, library, batch.content, batch.reading, settings, batch.countries
    )
    columns = roster.columns
    defaults = with_settings(batch.defaults or HandoutRequest(), settings, library)
    names = Names(batch.name_pattern, columns, defaults, batch.password_column)
    job = Job("", batch.folder, columns, defaults, batch.password_column, batch.merge)
    renderer = Renderer(job, library)
    if problems := list(renderer.reader.check_columns()):
        raise InvalidDataError(problems)
    warnings = Warnings()
    warnings.add((*roster.warnings, *library.problems))
    found = DryRun(columns.file)
    try:
        with renderer.at_work():
            found.rows += _rows(roster.rows(), renderer, names, warnings)
    except CardgenError as error:  # the file breaks off
        problems += error.problems
    if not found.rows and not problems:
        remedy = "Write one line for each person"
        problems.append(Problem(columns.file, 0, 0, "", "the roster has no rows", remedy))
    refused = (problem for row in found.rows for problem in row.problems)
    found.problems = tuple(sorted([*problems, *refused]))
    found.warnings = warnings.told()
    return found


def _rows(
    rows: Iterator[Row], renderer: Renderer, names: Names, warnings: Warnings
) -> Iterator[TriedRow]:
    for row in rows:
        name = names.name(row)
        if problems := (*names.check(row), *renderer.check(row)):
            yield TriedRow(row.number, row.line, "", (), problems)
            continue
        (document,) = renderer.prepare([row])
        if isinstance(document, Prepared):
            warnings.add(document.warnings)
            yield TriedRow(row.number, row.line, name, _facts(document))
        else:
            yield TriedRow(row.number, row.line, "", (), document)


def _facts(document: Prepared) -> tuple[str, ...]:
    return tuple(
        document.words[fact.name] if isinstance(fact, MergeField) else fact
        for fact in document.facts
    )
