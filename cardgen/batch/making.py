"""Rows to files: those that are not there yet, by as many workers as are worth it."""

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice

from cardgen.batch.encryption import opens_with
from cardgen.batch.manifest import Entry, row_key, shortened
from cardgen.batch.names import Names
from cardgen.batch.record import Record
from cardgen.batch.rejected import RejectedRows
from cardgen.batch.renderer import Job, Outcome, Renderer
from cardgen.batch.request import Batch
from cardgen.batch.scheduler import Scheduler
from cardgen.batch.store import Store
from cardgen.batch.workers import all_cores, cluster, distribute, processes
from cardgen.errors import Problem
from cardgen.model.roster import Row

_WORTH_A_POOL = 3.0
"""Seconds of work that are worth the start of more processes."""
_SAMPLE = 48
"""Rows after which it is reckoned how long the rest will take."""
TOGETHER = 64
"""So many rows are rendered at a time: as many pages are kept in any case."""


@dataclass(slots=True)
class Maker:
    """Makes the files of rows, and puts them into a store."""

    batch: Batch
    job: Job
    renderer: Renderer
    names: Names
    rejected: RejectedRows
    store: Store
    record: Record
    advance: Callable[[Entry | None], None]
    """Is told of each row when it is done, with its entry; of one that was refused, None."""
    kept: int = 0
    """How many files an earlier run had made."""
    _planned: dict[int, tuple[str, str]] = field(default_factory=dict)
    """The key and the name of each row that is being made."""

    def make(self, rows: Iterable[Row], count: int) -> None:
        """Make every file of `count` rows that is not there yet. Raises CardgenError."""
        pending = self._pending(rows)
        start = time.monotonic()
        decided = self.batch.dask or self.batch.jobs
        sample = 0 if decided else _SAMPLE
        for outcome in self._rendered(islice(pending, sample)):
            self._keep(outcome)
        seconds = (time.monotonic() - start) / _SAMPLE
        for outcome in self._outcomes(pending, seconds * (count - sample)):
            self._keep(outcome)

    def _outcomes(self, pending: Iterator[Row], seconds: float) -> Iterator[Outcome]:
        """Yield what becomes of rows, by as many workers as are worth it for so many seconds."""
        batch = self.batch
        if batch.dask:
            with cluster(batch.dask, self.job) as workers:
                yield from distribute(self.job, Scheduler(pending, len(workers)), workers)
            return
        jobs = batch.jobs or all_cores()
        if jobs > 1 and (batch.jobs or seconds > _WORTH_A_POOL):
            # This process is one of them: it has read and drawn much already.
            with processes(jobs - 1) as workers:
                scheduler = Scheduler(pending, jobs)
                yield from distribute(self.job, scheduler, workers, self.renderer.render)
        else:
            yield from self._rendered(pending)

    def _rendered(self, rows: Iterator[Row]) -> Iterator[Outcome]:
        """Yield what becomes of rows, made in this process."""
        for chunk in chunks(rows):
            yield from self.renderer.render(chunk)

    def _pending(self, rows: Iterable[Row]) -> Iterator[Row]:
        """Yield the rows that must be made; those of an earlier run are taken over."""
        secret, fingerprint = self.batch.password_column, self.job.fingerprint
        for row in rows:
            key, name = row_key(row, fingerprint, secret), self.names.name(row)
            password = row.cells[secret] if secret else None
            entry = self.store.accept(row.number, key, name, opens_with(password))
            # An earlier run may have recorded nothing.
            if entry and (entry.texts or not self.record.is_kept):
                self.kept += 1
                self._done(row, entry._replace(warnings=self._here(row, entry.warnings)))
            else:
                self._planned[row.number] = key, name
                yield row

    def _keep(self, outcome: Outcome) -> None:
        """Put down what became of a row."""
        row = outcome.row
        key, name = self._planned.pop(row.number)
        if outcome.problems:
            self.rejected.add(row, outcome.problems)
            self.advance(None)
            return
        sha256, warnings = shortened(outcome.sha256), outcome.warnings
        entry = Entry(row.number, key, sha256, name, outcome.texts, warnings)
        self.store.keep(entry, outcome.parts)
        self._done(row, entry)

    def _here(self, row: Row, warnings: tuple[Problem, ...]) -> tuple[Problem, ...]:
        """Return warnings of an earlier run at the line where the row stands now."""
        file = self.job.columns.file
        return tuple(replace(w, line=row.line) if w.file == file else w for w in warnings)

    def _done(self, row: Row, entry: Entry) -> None:
        self.record.add(row, entry.name, entry.texts)
        self.advance(entry)


def chunks(rows: Iterator[Row]) -> Iterator[tuple[Row, ...]]:
    """Yield rows as many together as are rendered at a time."""
    while chunk := tuple(islice(rows, TOGETHER)):
        yield chunk
