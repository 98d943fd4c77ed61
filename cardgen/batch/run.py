"""A whole batch: check every row, make what is not there yet, and hand the files over."""

import csv
import io
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Literal

from cardgen.batch.bundle import archive, merged
from cardgen.batch.desk import Desk, Job, Outcome, opens
from cardgen.batch.fingerprint import whole
from cardgen.batch.garbage import collected_seldom
from cardgen.batch.hands import all_cores, cluster, processes, shared_out
from cardgen.batch.journal import Journal, row_key
from cardgen.batch.names import PATTERN, Names
from cardgen.batch.waiting import Waiting
from cardgen.errors import InvalidDataError, Problem
from cardgen.load.roster import read_roster
from cardgen.model.request import HandoutRequest
from cardgen.model.roster import Columns, Row
from cardgen.printer import Printed, Printer
from cardgen.words import suggestion
from cardgen.write import write_whole

REJECTED = "rejected.csv"
_WORTH_A_POOL = 3.0
"""Seconds of work that are worth the start of more processes."""
_TRIED = 48
"""Rows after which it is reckoned how long the rest will take."""

Progress = Callable[[int, int], None]
"""Is told how many rows are done, and of how many."""


@dataclass(frozen=True, slots=True)
class Batch:
    """What a person asks for."""

    roster: Path
    content: bytes | None
    """The roster itself where it comes from standard input."""
    output: Path
    folder: Path
    defaults: HandoutRequest = field(default_factory=HandoutRequest)
    pattern: str = PATTERN
    keep_going: bool = False
    jobs: int | None = None
    dask: str | None = None
    password_column: str | None = None
    bundle: Literal["", "zip", "merge"] = ""
    """Whether all rows go into one file."""
    two_sided: bool = False
    """Whether each person in a merged file starts on a new sheet."""
    print_only: bool = False
    """Whether a merged file is for a printer alone, without what screen readers need."""


@dataclass(slots=True)
class Summary:
    """What became of a batch."""

    rows: int = 0
    written: int = 0
    kept: int = 0
    """Of those written, how many an earlier run had made."""
    rejected: int = 0
    seconds: float = 0
    output: str = ""
    warnings: dict[str, None] = field(default_factory=dict)
    """What a person should know, each once."""


class Run:
    """One batch at work. The roster is read twice, so that it need not be kept."""

    def __init__(self, batch: Batch, progress: Progress, printer: Printer | None = None) -> None:
        """Make ready to work, with a printer that is warm already if there is one.

        Raises InvalidDataError when the roster or the definitions cannot be used.
        """
        self._batch = batch
        self._progress = progress
        self._columns, _ = read_roster(batch.roster, batch.content)
        secret = batch.password_column
        if secret and secret not in self._columns.names:
            raise InvalidDataError([_no_column(secret, self._columns)])
        self._names = Names(batch.pattern, self._columns, batch.defaults.routine, secret)
        self._names.check()
        self._desk = Desk(self._job(""), printer)
        self._problems: dict[int, tuple[Row, tuple[Problem, ...]]] = {}
        self._planned: dict[int, tuple[str, str]] = {}
        """The key and the name of each row that is being made."""
        self._done = 0
        self.summary = Summary(output=str(batch.output))

    def work(self) -> Summary:
        """Do all of it. Raises CardgenError; no file has been handed over then."""
        start, summary = time.monotonic(), self.summary
        self._check()
        with collected_seldom():
            merging = self._batch.bundle == "merge"
            summary.written = self._merge() if merging else self._files()
        self._write_rejected()
        summary.rejected, summary.seconds = len(self._problems), time.monotonic() - start
        if summary.rows != summary.written + summary.rejected:
            raise AssertionError(f"rows were lost or doubled: {summary}")
        return summary

    def _files(self) -> int:
        """Make a file for each row, or an archive of them; return how many."""
        job = self._job(self._fingerprint())
        journal = Journal(self._batch.output, job.fingerprint)
        try:
            self._make(job, journal)
            self._refuse()
            if self._batch.bundle == "zip":
                archive(self._target(".zip"), journal.files())
            else:
                journal.publish()
            journal.finish()
        finally:
            journal.close()
        return journal.done

    def _merge(self) -> int:
        """Make one PDF of all rows, in this process; return how many there are in it."""
        title = self._batch.roster.stem if self._batch.content is None else "handouts"
        batch = self._batch
        merged(
            self._target(".pdf"),
            title,
            self._documents(),
            two_sided=batch.two_sided,
            tagged=not batch.print_only,
        )
        return self._done - len(self._problems)

    def _target(self, suffix: str) -> Path:
        """Return the one file that is written; the summary names it."""
        stem = self._batch.roster.stem if self._batch.content is None else "handouts"
        target = self._batch.output / f"{stem}{suffix}"
        self.summary.output = str(target)
        return target

    def _documents(self) -> Iterator[tuple[str, Printed]]:
        """Yield the document of each row with its name; at the end refuse, if any is to be."""
        for row in self._rows():
            if row.number not in self._problems:
                printed = self._desk.printed(row)
                if isinstance(printed, Printed):
                    self.summary.warnings.update(dict.fromkeys(map(str, printed.warnings)))
                    yield self._names.name(row).removesuffix(".pdf"), printed
                else:
                    self._problems[row.number] = row, printed
            self._count()
        self._refuse()

    def _job(self, fingerprint: str) -> Job:
        batch = self._batch
        return Job(fingerprint, batch.folder, self._columns, batch.defaults, batch.password_column)

    def _rows(self) -> Iterator[Row]:
        return read_roster(self._batch.roster, self._batch.content)[1]

    def _check(self) -> None:
        """Look at every cell. Raises InvalidDataError, unless bad rows are only to be listed."""
        if unknown := self._desk.reader.check_columns():
            raise InvalidDataError(unknown)
        for row in self._rows():
            self.summary.rows += 1
            if problems := self._desk.checked(row):
                self._problems[row.number] = row, problems
        if not self.summary.rows:
            message, remedy = "the roster has no rows", "Write one line for each person"
            raise InvalidDataError([Problem(self._columns.file, 0, 0, "", message, remedy)])
        self._refuse()

    def _refuse(self) -> None:
        """Raise with all problems so far, unless bad rows are only to be listed."""
        if self._problems and not self._batch.keep_going:
            found = [problem for _, problems in self._problems.values() for problem in problems]
            raise InvalidDataError(found)

    def _fingerprint(self) -> str:
        batch = self._batch
        said = (repr(batch.defaults), batch.pattern, str(batch.password_column))
        return whole(batch.folder, said, self._desk.reader.files)

    def _make(self, job: Job, journal: Journal) -> None:
        """Make every file that is not there yet."""
        todo = self._todo(journal)
        before = time.monotonic()
        decided = self._batch.dask or self._batch.jobs
        for row in islice(todo, 0 if decided else _TRIED):
            self._keep(self._desk.made(row), journal)
        spent = time.monotonic() - before
        for outcome in self._outcomes(job, todo, spent / _TRIED):
            self._keep(outcome, journal)
        self._progress(self.summary.rows, self.summary.rows)

    def _outcomes(self, job: Job, todo: Iterator[Row], seconds: float) -> Iterator[Outcome]:
        """Yield what becomes of the rows, made by as many hands as are worth it."""
        batch = self._batch
        if batch.dask:
            with cluster(batch.dask, job) as hands:
                yield from shared_out(job, Waiting(todo, len(hands)), hands)
            return
        jobs = batch.jobs or all_cores()
        left = seconds * (self.summary.rows - self._done)
        if jobs > 1 and (batch.jobs or left > _WORTH_A_POOL):
            # This process is one of them: it has read and drawn much already.
            with processes(jobs - 1) as hands:
                yield from shared_out(job, Waiting(todo, jobs), hands, self._desk.made)
        else:
            yield from map(self._desk.made, todo)

    def _todo(self, journal: Journal) -> Iterator[Row]:
        """Yield the rows that must be made; those of an earlier run are only counted."""
        secret = self._batch.password_column
        for row in self._rows():
            if row.number in self._problems:
                self._count()
                continue
            key, name = row_key(row, secret), self._names.name(row)
            path = journal.found(row.number, key, name)
            if path and (secret is None or opens(path, row.cells[secret])):
                journal.accept(row.number)
                self.summary.kept += 1
                self._count()
            else:
                self._planned[row.number] = key, name
                yield row

    def _keep(self, outcome: Outcome, journal: Journal) -> None:
        row = outcome.row
        key, name = self._planned.pop(row.number)
        if outcome.problems:
            self._problems[row.number] = row, outcome.problems
        else:
            journal.keep(row, key, name, outcome.parts, outcome.sha256)
        if outcome.warnings:
            self.summary.warnings.update(dict.fromkeys(map(str, outcome.warnings)))
        self._count()

    def _count(self) -> None:
        self._done += 1
        self._progress(self._done, self.summary.rows)

    def _write_rejected(self) -> None:
        """Write the rows that were refused, with the reasons; without passwords."""
        path = self._batch.output / REJECTED
        if not self._problems:
            path.unlink(missing_ok=True)
            return
        write_whole(path, rejected(self._columns, self._problems, self._batch.password_column))


def rejected(
    columns: Columns, found: Mapping[int, tuple[Row, Sequence[Problem]]], secret: str | None
) -> bytes:
    """Return refused rows as a table that a spreadsheet opens, with one more column: the reason."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([*columns.names, "reason"])
    for _, (row, problems) in sorted(found.items()):
        cells = ("" if name == secret else row.cells.get(name, "") for name in columns.names)
        reason = "; ".join(_reason(problem) for problem in problems)
        writer.writerow([*cells, reason])
    return out.getvalue().encode("utf-8-sig")


def _reason(problem: Problem) -> str:
    said = f"{problem.field}: {problem.message}" if problem.field else problem.message
    return f"{said}. {problem.remedy}" if problem.remedy else said


def _no_column(name: str, columns: Columns) -> Problem:
    message = f"the roster has no column '{name}'"
    return Problem("", 0, 0, "--password-column", message, suggestion(name, columns.names))
