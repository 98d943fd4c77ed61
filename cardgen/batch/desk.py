"""Where rows become files' content: in this process, in another, or on another machine."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from cardgen.build import load_letterhead
from cardgen.errors import CardgenError, Problem
from cardgen.load.rows import RowReader
from cardgen.model.request import BookletRequest, CardsRequest, HandoutRequest
from cardgen.model.roster import Columns, Row
from cardgen.printer import Printed, Printer


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
    parts: tuple[bytes, ...] = ()
    """What makes up the content."""
    sha256: str = ""
    """The digest of the content, in hexadecimal."""
    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()


class Desk:
    """Makes the files of one batch."""

    def __init__(self, job: Job, printer: Printer | None = None) -> None:
        """Raises InvalidDataError when the definitions cannot be used."""
        self._job = job
        self._printer = printer or Printer(job.folder)
        ignored = frozenset([job.password_column] if job.password_column else [])
        self.reader = RowReader(
            job.columns,
            self._printer.library,
            self._printer.glyphs,
            load_letterhead,
            job.defaults,
            ignored,
        )

    def checked(self, row: Row) -> tuple[Problem, ...]:
        """Return what is wrong with the cells of a row."""
        password = self._job.password_column
        missing = password and not row.cells.get(password)
        try:
            request = self.reader.read(row)
            if isinstance(request, HandoutRequest):
                self._printer.check(request)
        except CardgenError as error:
            return tuple(self._at(row, problem) for problem in error.problems)
        if missing:
            message, remedy = "there is no password in this row", "Give every row one"
            return (self._job.columns.problem(row.line, str(password), message, remedy),)
        return ()

    def made(self, row: Row) -> Outcome:
        """Return the file of a row, or what is wrong with it."""
        printed = self.printed(row)
        if not isinstance(printed, Printed):
            return Outcome(row, problems=printed)
        if password := self._job.password_column:
            content = locked(printed.content, row.cells[password])
            return Outcome(row, (content,), sha256(content).hexdigest(), warnings=printed.warnings)
        parts = printed.parts
        return Outcome(row, parts, printed.template.sha256(parts[1]), warnings=printed.warnings)

    def printed(self, row: Row) -> Printed | tuple[Problem, ...]:
        """Return the document of a row, or what is wrong with it."""
        try:
            request = self.reader.read(row)
            if isinstance(request, BookletRequest):
                return self._printer.booklet(request)
            if isinstance(request, CardsRequest):
                return self._printer.cards(request)
            return self._printer.handout(request)
        except CardgenError as error:
            return tuple(self._at(row, problem) for problem in error.problems)

    def _at(self, row: Row, problem: Problem) -> Problem:
        """Return a problem with the row that led to it in front."""
        where = self._job.columns
        if problem.file == where.file:
            return problem
        name = None if problem.file else _column(problem, row)
        if name:
            return where.problem(row.line, name, problem.message, problem.remedy)
        return Problem(where.file, row.line, 0, "", str(problem).rstrip("."))


def _column(problem: Problem, row: Row) -> str | None:
    """Return the column of a row that stands for the option that a problem names."""
    option = problem.field.removeprefix("--").removeprefix("set").strip()
    dose = problem.field.startswith("--set")
    for name in row.cells:
        stretch = name.split(".")[0]
        if name == option or (dose and f"'{stretch}'" in problem.message):
            return name
        if dose and option and name.startswith(option):
            return name
    return None


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
    except (pikepdf.PdfError, pikepdf.PasswordError):
        return False
    return True
