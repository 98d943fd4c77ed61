"""A whole batch: check every row, make what is not there yet, and hand the files over."""

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

from cardgen.api import Prepared
from cardgen.batch.bundle import write_archive, write_merged
from cardgen.batch.encryption import opens_with
from cardgen.batch.fingerprint import batch_digest
from cardgen.batch.manifest import Manifest, row_key
from cardgen.batch.names import Names
from cardgen.batch.rejected import RejectedRows
from cardgen.batch.renderer import Job, Outcome, Renderer
from cardgen.batch.request import Batch
from cardgen.batch.scheduler import Scheduler
from cardgen.batch.workers import all_cores, cluster, distribute, processes
from cardgen.documents.handout_request import HandoutRequest
from cardgen.errors import InvalidDataError, Problem
from cardgen.files import open_library
from cardgen.garbage import rare_collection
from cardgen.library.roster import read_roster
from cardgen.model.library import Library
from cardgen.model.origin import requested
from cardgen.model.roster import Row
from cardgen.words import suggestion

_WORTH_A_POOL = 3.0
"""Seconds of work that are worth the start of more processes."""
_SAMPLE = 48
"""Rows after which it is reckoned how long the rest will take."""
_TOGETHER = 64
"""So many rows are rendered at a time: as many pages are kept in any case."""

Progress = Callable[[int, int], None]
"""Is told how many rows are done, and of how many."""


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
    warnings: dict[Problem, None] = field(default_factory=dict)
    """What a person should know, each once."""


class Run:
    """One batch at work. The roster is read twice, so that it need not be kept."""

    def __init__(self, batch: Batch, progress: Progress, library: Library | None = None) -> None:
        """Make ready to work, with definitions that have been read already if there are any.

        Raises InvalidDataError when the roster cannot be used.
        """
        self._batch, self._progress = batch, progress
        self._columns, _ = read_roster(batch.roster, batch.content)
        secret = batch.password_column
        if secret and secret not in self._columns.names:
            message = f"the roster has no column '{secret}'"
            remedy = suggestion(secret, self._columns.names)
            raise InvalidDataError([requested("password_column").problem(message, remedy)])
        defaults = batch.defaults or HandoutRequest()
        self._names = Names(batch.name_pattern, self._columns, defaults, secret)
        self._names.check()
        self._job = Job("", batch.folder, self._columns, defaults, secret)
        library = library or open_library(batch.folder)
        self._renderer = Renderer(self._job, library)
        self._rejected = RejectedRows(self._columns, secret)
        self._planned: dict[int, tuple[str, str]] = {}
        """The key and the name of each row that is being made."""
        self._done = 0
        self.summary = Summary(output=str(batch.output))
        self._warn(library.problems)

    def work(self) -> Summary:
        """Do all of it. Raises CardgenError; no file has been handed over then."""
        start, summary = time.monotonic(), self.summary
        self._check()
        with rare_collection():
            summary.written = self._merge() if self._batch.merge else self._make_files()
        self._rejected.write(self._batch.output)
        summary.rejected, summary.seconds = len(self._rejected), time.monotonic() - start
        if summary.rows != summary.written + summary.rejected:
            raise AssertionError(f"rows were lost or doubled: {summary}")
        return summary

    def _rows(self) -> Iterator[Row]:
        return read_roster(self._batch.roster, self._batch.content)[1]

    def _accepted(self) -> Iterator[Row]:
        """Yield the rows that are not refused; the others are only counted."""
        for row in self._rows():
            if row in self._rejected:
                self._advance()
            else:
                yield row

    def _check(self) -> None:
        """Look at every cell. Raises InvalidDataError, unless bad rows are only to be listed."""
        if unknown := self._renderer.reader.check_columns():
            raise InvalidDataError(unknown)
        for row in self._rows():
            self.summary.rows += 1
            self._rejected.add(row, self._renderer.check(row))
        if not self.summary.rows:
            message, remedy = "the roster has no rows", "Write one line for each person"
            raise InvalidDataError([Problem(self._columns.file, 0, 0, "", message, remedy)])
        self._stop_if_rejected()

    def _stop_if_rejected(self) -> None:
        """Raise InvalidDataError with all problems so far, unless rows may be bad."""
        if not self._batch.keep_going:
            self._rejected.raise_all()

    def _target(self, suffix: str) -> Path:
        """Return the one file that is written; the summary names it."""
        target = self._batch.output / f"{self._batch.stem}{suffix}"
        self.summary.output = str(target)
        return target

    def _merge(self) -> int:
        """Make one PDF of all rows, in this process; return how many there are in it."""
        batch = self._batch
        target = self._target(".pdf")
        write_merged(target, self._documents(), duplex=batch.duplex, tagged=not batch.print_only)
        return self._done - len(self._rejected)

    def _documents(self) -> Iterator[tuple[str, Prepared]]:
        """Yield the document of each row with its name; at the end raise, as `_check` does."""
        for rows in _chunks(self._accepted()):
            for row, document in zip(rows, self._renderer.prepare(rows), strict=True):
                if isinstance(document, Prepared):
                    self._warn(document.warnings)
                    yield self._names.name(row).removesuffix(".pdf"), document
                else:
                    self._rejected.add(row, document)
                self._advance()
        self._stop_if_rejected()

    def _make_files(self) -> int:
        """Make a file for each row, or an archive of them; return how many."""
        batch = self._batch
        options = repr(self._job.defaults), batch.name_pattern, str(batch.password_column)
        fingerprint = batch_digest(batch.folder, options, self._renderer.reader.files)
        manifest = Manifest(batch.output, fingerprint)
        try:
            self._make(replace(self._job, fingerprint=fingerprint), manifest)
        finally:
            manifest.flush()
        self._stop_if_rejected()
        if batch.zip:
            write_archive(self._target(".zip"), manifest.files())
        else:
            manifest.publish()
        manifest.finish()
        return manifest.done

    def _make(self, job: Job, manifest: Manifest) -> None:
        """Make every file that is not there yet."""
        pending = self._pending(manifest)
        start = time.monotonic()
        decided = self._batch.dask or self._batch.jobs
        sample = islice(pending, 0 if decided else _SAMPLE)
        for outcome in self._rendered(sample):
            self._keep(outcome, manifest)
        seconds = (time.monotonic() - start) / _SAMPLE
        for outcome in self._outcomes(job, pending, seconds):
            self._keep(outcome, manifest)
        self._progress(self.summary.rows, self.summary.rows)

    def _outcomes(self, job: Job, pending: Iterator[Row], seconds: float) -> Iterator[Outcome]:
        """Yield what becomes of rows, by as many workers as are worth it at `seconds` a row."""
        batch = self._batch
        if batch.dask:
            with cluster(batch.dask, job) as workers:
                yield from distribute(job, Scheduler(pending, len(workers)), workers)
            return
        jobs = batch.jobs or all_cores()
        left = seconds * (self.summary.rows - self._done)
        if jobs > 1 and (batch.jobs or left > _WORTH_A_POOL):
            # This process is one of them: it has read and drawn much already.
            with processes(jobs - 1) as workers:
                yield from distribute(job, Scheduler(pending, jobs), workers, self._renderer.render)
        else:
            yield from self._rendered(pending)

    def _rendered(self, rows: Iterator[Row]) -> Iterator[Outcome]:
        """Yield what becomes of rows, made in this process."""
        for chunk in _chunks(rows):
            yield from self._renderer.render(chunk)

    def _pending(self, manifest: Manifest) -> Iterator[Row]:
        """Yield the rows that must be made; those of an earlier run are only counted."""
        secret = self._batch.password_column
        for row in self._accepted():
            key, name = row_key(row, secret), self._names.name(row)
            path = manifest.found(row.number, key, name)
            if path and (secret is None or opens_with(path, row.cells[secret])):
                manifest.accept(row.number)
                self.summary.kept += 1
                self._advance()
            else:
                self._planned[row.number] = key, name
                yield row

    def _keep(self, outcome: Outcome, manifest: Manifest) -> None:
        """Put down what became of a row."""
        row = outcome.row
        key, name = self._planned.pop(row.number)
        if outcome.problems:
            self._rejected.add(row, outcome.problems)
        else:
            manifest.keep(row, key, name, outcome.parts, outcome.sha256)
        self._warn(outcome.warnings)
        self._advance()

    def _warn(self, problems: Iterable[Problem]) -> None:
        self.summary.warnings.update(dict.fromkeys(problems))

    def _advance(self) -> None:
        self._done += 1
        self._progress(self._done, self.summary.rows)


def _chunks(rows: Iterator[Row]) -> Iterator[tuple[Row, ...]]:
    while chunk := tuple(islice(rows, _TOGETHER)):
        yield chunk
