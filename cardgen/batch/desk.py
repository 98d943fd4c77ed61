"""Where rows become files' content: in this process, in another, or on another machine."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from cardgen.errors import CardgenError, Problem
from cardgen.load.rows import RowReader
from cardgen.model.request import CardsRequest, HandoutRequest
from cardgen.model.roster import Columns, Row
from cardgen.press import Press
from cardgen.render.fonts import glyphs


@dataclass(frozen=True, slots=True)
class Job:
    """All that a desk needs to know of a batch; plain data, so that it can travel."""

    fingerprint: str
    """A digest of everything that the files depend on but the rows."""
    folder: Path
    columns: Columns
    defaults: HandoutRequest
    password_column: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a row: the content of its file, or what is wrong."""

    row: Row
    content: bytes = b""
    problems: tuple[Problem, ...] = ()


class Desk:
    """Makes the files of one batch."""

    def __init__(self, job: Job) -> None:
        """Raises InvalidDataError when the definitions cannot be used."""
        self._job = job
        self._press = Press(job.folder)
        ignored = frozenset([job.password_column] if job.password_column else [])
        self.reader = RowReader(job.columns, self._press.library, glyphs(), job.defaults, ignored)

    def checked(self, row: Row) -> tuple[Problem, ...]:
        """Return what is wrong with the cells of a row."""
        password = self._job.password_column
        missing = password and not row.cells.get(password)
        try:
            self.reader.read(row)
        except CardgenError as error:
            return error.problems
        if missing:
            message, remedy = "there is no password in this row", "Give every row one"
            return (self._job.columns.problem(row.line, str(password), message, remedy),)
        return ()

    def made(self, row: Row) -> Outcome:
        """Return the file of a row, or what is wrong with it."""
        try:
            request = self.reader.read(row)
            content = self._content(request)
        except CardgenError as error:
            return Outcome(row, problems=tuple(self._at(row, p) for p in error.problems))
        if self._job.password_column:
            content = locked(content, row.cells[self._job.password_column])
        return Outcome(row, content)

    def _content(self, request: HandoutRequest | CardsRequest) -> bytes:
        if isinstance(request, CardsRequest):
            return self._press.cards(request).content
        return self._press.handout(request).content

    def _at(self, row: Row, problem: Problem) -> Problem:
        """Return a problem with the row that led to it in front."""
        where = self._job.columns
        if problem.file == where.file:
            return problem
        return Problem(where.file, row.line, 0, "", str(problem).rstrip("."))


_desks: dict[str, Desk] = {}


def made(job: Job, rows: Sequence[Row]) -> list[Outcome]:
    """Return what becomes of some rows. A process keeps the desk of the batch that it works at."""
    if job.fingerprint not in _desks:
        _desks.clear()
        _desks[job.fingerprint] = Desk(job)
    return [_desks[job.fingerprint].made(row) for row in rows]


def locked(content: bytes, password: str) -> bytes:
    """Return a PDF that opens with a password, encrypted with AES-256 (ISO 32000-2, revision 6).

    Programs that read a page aloud may still do so.
    """
    import pikepdf  # noqa: PLC0415 - most batches have no passwords

    out = BytesIO()
    owner = secrets.token_urlsafe(24)
    allowed = pikepdf.Permissions(accessibility=True, modify_annotation=False, modify_other=False)
    with pikepdf.open(BytesIO(content)) as pdf:
        encryption = pikepdf.Encryption(user=password, owner=owner, R=6, allow=allowed)
        pdf.save(out, encryption=encryption)
    return out.getvalue()


def opens(path: Path, password: str) -> bool:
    """Tell whether a file opens with a password."""
    import pikepdf  # noqa: PLC0415 - most batches have no passwords

    try:
        pikepdf.open(path, password=password).close()
    except pikepdf.PdfError:
        return False
    return True
