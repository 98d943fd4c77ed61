"""A whole batch: check every row, make what is not there yet, and hand the files over.

The first rule is that nobody ever gets another person's page. A run has its output folder to
itself; what it makes waits under names that no other run comes upon; each file is compared with its
digest before it gets its name; and no file is replaced that is not of the same roster.
"""

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace

from cardgen.api import Prepared
from cardgen.batch.bundle import Volumes, archived, volume_name
from cardgen.batch.capacity import announcement
from cardgen.batch.disk import disk_problems, sole_use
from cardgen.batch.fingerprint import batch_digest
from cardgen.batch.folder import OutputFolder
from cardgen.batch.handover import hand_over, hand_over_whole
from cardgen.batch.making import Maker, chunks
from cardgen.batch.manifest import ARCHIVE, FILES, MERGED, Entry, identify, manifest_of
from cardgen.batch.names import Names
from cardgen.batch.record import Record
from cardgen.batch.rejected import RejectedList, RejectedRows
from cardgen.batch.renderer import Job, Renderer
from cardgen.batch.request import Batch
from cardgen.batch.store import Store
from cardgen.batch.warnings import Warnings
from cardgen.documents.handout_request import HandoutRequest
from cardgen.documents.rosters import open_people
from cardgen.documents.settled import with_settings
from cardgen.errors import InvalidDataError, Problem
from cardgen.files import known_library
from cardgen.garbage import rare_collection
from cardgen.library.settings import find_settings
from cardgen.model.library import Library
from cardgen.model.origin import requested
from cardgen.model.roster import Row
from cardgen.words import suggestion

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
    rejected_list: str = ""
    """The file that lists the rows that were refused."""
    gone: int = 0
    """How many pages were moved away whose rows are gone."""
    set_aside: int = 0
    """How many files were moved away that somebody had changed."""
    seconds: float = 0
    output: str = ""
    warnings: tuple[Problem, ...] = ()
    """What a person should know, each once."""


class Run:
    """One batch at work. The rows are read twice, so that they need not be kept."""

    def __init__(
        self,
        batch: Batch,
        progress: Progress,
        library: Library | None = None,
        announce: Callable[[str], None] = lambda _: None,
    ) -> None:
        """Make ready to work, with definitions that have been read already if there are any.

        `announce` is told what a person should know before the work begins. Raises
        InvalidDataError when the roster cannot be used.
        """
        self._batch, self._progress, self._announce = batch, progress, announce
        library = library or known_library(batch.folder)
        settings = find_settings(batch.settings_sources)
        self._roster = open_people(
            batch.roster, library, batch.content, batch.reading, settings, batch.countries
        )
        self._columns = self._roster.columns
        secret = batch.password_column
        if secret and secret not in self._columns.names:
            message = f"the roster has no column '{secret}'"
            remedy = suggestion(secret, self._columns.names)
            raise InvalidDataError([requested("password_column").problem(message, remedy)])
        defaults = with_settings(batch.defaults or HandoutRequest(), settings, library)
        self._names = Names(batch.name_pattern, self._columns, defaults, secret)
        recorded = batch.record is not None
        self._job = Job("", batch.folder, self._columns, defaults, secret, batch.merge, recorded)
        self._renderer = Renderer(self._job, library)
        self._rejected = RejectedRows(self._columns, secret)
        self._done = 0
        self._warnings = Warnings()
        self.summary = Summary(output=str(batch.output))
        self._warn((*self._roster.warnings, *library.problems))

    def work(self) -> Summary:
        """Do all of it. Raises CardgenError; no file has been handed over then."""
        start, summary = time.monotonic(), self.summary
        with self._renderer.at_work():
            self._check()
            with Record(self._batch.record, self._columns, self._batch.today) as record:
                with sole_use(self._batch.output), rare_collection():
                    summary.written = self._make(record)
                record.join()
        summary.rejected, summary.seconds = len(self._rejected), time.monotonic() - start
        summary.warnings = self._warnings.told()
        if summary.rows != summary.written + summary.rejected:
            raise AssertionError(f"rows were lost or doubled: {summary}")
        return summary

    def _make(self, record: Record) -> int:
        """Make all that is to be made, and hand it over; return of how many rows."""
        batch = self._batch
        makes = MERGED if batch.merge else ARCHIVE if batch.zip else FILES
        identity = identify(batch.output, self._columns, makes)
        with Store(batch.output, manifest_of(batch.output, identity)) as store:
            folder = OutputFolder(batch.output, store.earlier())
            make = self._merge if batch.merge else self._make_files
            count = make(store, folder, record)
            self.summary.gone, self.summary.set_aside = folder.gone, folder.set_aside
            return count

    def _accepted(self) -> Iterator[Row]:
        """Yield the rows that are not refused; the others are only counted."""
        for row in self._roster.rows():
            if row in self._rejected:
                self._advance()
            else:
                yield row

    def _check(self) -> None:
        """Look at every cell. Raises InvalidDataError, unless bad rows are only to be listed."""
        if unknown := self._renderer.reader.check_columns():
            raise InvalidDataError(unknown)
        for row in self._roster.rows():
            self.summary.rows += 1
            self._rejected.add(row, self._renderer.check(row) or self._names.check(row))
        if not self.summary.rows:
            message, remedy = "the roster has no rows", "Write one line for each person"
            raise InvalidDataError([Problem(self._columns.file, 0, 0, "", message, remedy)])
        self._stop_if_rejected()

    def _stop_if_rejected(self) -> None:
        """Raise InvalidDataError with all problems so far, unless rows may be bad."""
        if not self._batch.keep_going:
            self._rejected.raise_all()

    def _rejected_list(self, store: Store) -> RejectedList:
        """Return the list of the rows that were refused, when all rows are done."""
        self._stop_if_rejected()
        refused = store.manifest.refused
        found = RejectedList(self._rejected, self._batch.output, self._columns, refused)
        self.summary.rejected_list = str(self._batch.output / found.name) if found.name else ""
        return found

    def _target(self, folder: OutputFolder, suffix: str) -> str:
        """Return the name of the one file that is made, where it may be; tell the summary."""
        name = f"{self._batch.stem}{suffix}"
        folder.claim([(name, "")])
        self.summary.output = str(self._batch.output / name)
        return name

    def _merge(self, store: Store, folder: OutputFolder, record: Record) -> int:
        """Make PDFs of all rows, in this process; return how many rows there are in them."""
        batch, stem = self._batch, self._batch.stem
        self._target(folder, ".pdf")
        volumes = Volumes(batch.output, stem, batch.duplex, not batch.print_only, batch.per_file)
        with closing(volumes), disk_problems(batch.output):
            self._fill(volumes, record)
            files, rejected = volumes.files(), self._rejected_list(store)
            self._warn(hand_over_whole(store, folder, rejected, files))
        if len(files) > 1:
            last = volume_name(stem, len(files))
            self.summary.output = f"{self.summary.output} to {last}"
        return self._done - len(self._rejected)

    def _fill(self, volumes: Volumes, record: Record) -> None:
        """Add the documents of all rows."""
        is_recorded = record.is_kept
        for number, rows in enumerate(chunks(self._accepted())):
            documents = self._renderer.prepare(rows)
            if not number:
                rest = self.summary.rows - len(self._rejected)
                self._announce(announcement(self._batch, documents, rest))
            for row, document in zip(rows, documents, strict=True):
                if isinstance(document, Prepared):
                    if document.warnings:
                        self._warn(document.warnings)
                    volumes.add(document, self._names.name(row).removesuffix(".pdf"))
                    if is_recorded:
                        record.add(row, volumes.name, self._renderer.texts(document))
                else:
                    self._rejected.add(row, document)
                self._advance()

    def _make_files(self, store: Store, folder: OutputFolder, record: Record) -> int:
        """Make a file for each row, or an archive of them; return how many."""
        batch = self._batch
        archive = self._target(folder, ".zip") if batch.zip else None
        options = repr(self._job.defaults), batch.name_pattern, str(batch.password_column)
        fingerprint = batch_digest(batch.folder, options, self._renderer.reader.files)
        job = replace(self._job, fingerprint=fingerprint)
        self._reserve(store)
        maker = Maker(
            batch, job, self._renderer, self._names, self._rejected, store, record, self._made
        )
        maker.make(self._accepted(), self.summary.rows)
        self._progress(self.summary.rows, self.summary.rows)
        self.summary.kept = maker.kept
        rejected = self._rejected_list(store)
        if archive:
            store.flush()
            with archived(batch.output, archive, store.files()) as file:
                self._warn(hand_over_whole(store, folder, rejected, [file]))
        else:
            self._warn(hand_over(store, folder, rejected))
        return len(store)

    def _reserve(self, store: Store) -> None:
        """Keep the names of rows that are not at hand, where the roster is the rest of another."""
        if store.manifest.identity.is_rest:
            here = {row.number for row in self._roster.rows()}
            for entry in store.manifest.entries():
                if entry.number not in here:
                    self._names.reserve(entry.name)

    def _made(self, entry: Entry | None) -> None:
        if entry:
            self._warn(entry.warnings)
        self._advance()

    def _warn(self, problems: Iterable[Problem]) -> None:
        self._warnings.add(problems)

    def _advance(self) -> None:
        self._done += 1
        self._progress(self._done, self.summary.rows)
