"""Where rows become files' content: in this process, in another, or on another machine."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from cardgen.api import Prepared, prepare
from cardgen.batch.encryption import UnusablePasswordError, encrypt, prepared
from cardgen.batch.names import ending_of
from cardgen.documents import PDF
from cardgen.documents.columns import KIND
from cardgen.documents.handout_request import HandoutRequest
from cardgen.documents.programme import NAME
from cardgen.documents.rows import RowReader
from cardgen.errors import CardgenError, Problem
from cardgen.files import open_library
from cardgen.memo import forget
from cardgen.model.library import Library
from cardgen.model.roster import Columns, Row

Document = Prepared | tuple[Problem, ...]
"""A document that is ready but for its words, or what is wrong with its row."""


@dataclass(frozen=True, slots=True)
class Job:
    """All that a renderer needs to know of a batch; plain data, so that it can travel."""

    fingerprint: str
    """A digest of everything that the files depend on but the rows."""
    folder: Path
    columns: Columns
    defaults: HandoutRequest
    password_column: str | None = None
    merged: bool = False
    """Whether all rows go into one PDF."""
    recorded: bool = False
    """Whether it is to be recorded what the files say."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a row: the content of its file, or what is wrong."""

    row: Row
    parts: tuple[bytes, ...] = ()
    """What makes up the content."""
    sha256: str = ""
    """The digest of the content, in hexadecimal."""
    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    texts: str = ""
    """The identifier of the document: a digest of all that it says."""


class Renderer:
    """Renders the rows of one batch."""

    def __init__(self, job: Job, library: Library) -> None:
        """Read the rows of a job with the definitions of a library."""
        self._job, self._library = job, library
        ignored = frozenset([job.password_column] if job.password_column else [])
        self.reader = RowReader(job.columns, library, job.defaults, ignored)

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """Within: rows are checked and rendered. Nothing stays in caches of what is private.

        A programme is, as `Request.private` says; without one, no words of a person are kept.
        """
        try:
            yield
        finally:
            columns = self._job.columns
            if self._job.defaults.private or {NAME} & {*columns.names} - columns.ignored:
                forget()

    def check(self, row: Row) -> tuple[Problem, ...]:
        """Return what is wrong with the cells of a row."""
        password, problems = self._job.password_column, self.reader.check(row)
        problems = problems or self._check_form(row)
        if problems or not password:
            return problems
        if row.cells.get(password):
            return self._check_password(row, password)
        message, remedy = "there is no password in this row", "Give every row one"
        return (self._job.columns.problem(row.line, password, message, remedy),)

    def _check_form(self, row: Row) -> tuple[Problem, ...]:
        """Return why the file of a row cannot be merged or locked, as only a PDF can be."""
        job = self._job
        if ending_of(row, job.columns) == PDF or not (job.merged or job.password_column):
            return ()
        message = f"only PDFs can be {'merged' if job.merged else 'locked'}, and this is a web page"
        remedy = "Make its row in a batch of its own"
        return (job.columns.problem(row.line, KIND, message, remedy),)

    def _check_password(self, row: Row, column: str) -> tuple[Problem, ...]:
        """Return what is wrong with the password of a row, which no message tells."""
        try:
            prepared(row.cells.get(column, ""))
        except UnusablePasswordError as error:
            message = f"this password does not open the file everywhere: {error}"
            return (self._job.columns.problem(row.line, column, message, "Give another"),)
        return ()

    def prepare(self, rows: Sequence[Row]) -> list[Document]:
        """Return the documents of some rows, ready but for their words, or what is wrong.

        One step is done for all rows before the next: a processor is faster at what it has just
        done. With 64 rows at a time a batch takes two thirds of what it takes with one.
        """
        return [self._prepare(row) for row in rows]

    def _prepare(self, row: Row) -> Document:
        try:
            document = prepare(self.reader.read(row), self._library)
        except CardgenError as error:
            return self.reader.located(row, error)
        if document.warnings:
            return document._replace(warnings=self.reader.warned(row, document.warnings))
        return document

    def render(self, rows: Sequence[Row]) -> list[Outcome]:
        """Return the files of some rows, or what is wrong with them."""
        documents = self.prepare(rows)
        return [self._outcome(row, one) for row, one in zip(rows, documents, strict=True)]

    def _outcome(self, row: Row, document: Document) -> Outcome:
        if not isinstance(document, Prepared):
            return Outcome(row, problems=document)
        (template,) = document.templates
        tail = template.tail(document.words, document.date, document.title)
        warnings, texts = document.warnings, self.texts(document) if self._job.recorded else ""
        if password := self._job.password_column:
            content = encrypt(template.head + tail, row.cells[password])
            return Outcome(row, (content,), sha256(content).hexdigest(), (), warnings, texts)
        parts = template.head, tail
        return Outcome(row, parts, template.sha256(tail), (), warnings, texts)

    @staticmethod
    def texts(document: Prepared) -> str:
        """Return the identifier of a document: a digest of all that it says."""
        (template,) = document.templates
        return template.identifier(document.words, document.date, document.title)


def render_rows(job: Job, rows: Sequence[Row]) -> list[Outcome]:
    """Return what becomes of some rows. A process keeps the renderer of the batch it works at."""
    return _renderer(job).render(rows)


@lru_cache(1)
def _renderer(job: Job) -> Renderer:
    return Renderer(job, open_library(job.folder))
