"""One file, or a few, in place of many: PDFs for the print room, or an archive."""

import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import IO, NamedTuple, cast

from cardgen.api import Prepared
from cardgen.batch.disk import FOLDER, PART, Placer, disk_problems, token
from cardgen.batch.handover import Place
from cardgen.batch.manifest import Entry, file_digest, shortened
from cardgen.errors import DoesNotFitError
from cardgen.model.origin import requested
from cardgen.pdf.merge.writer import MergeWriter, ObjectLimitError
from cardgen.pdf.template import Template

_BUFFER = 1 << 16
"""Bytes that are written at a time."""
_TIME = (1980, 1, 1, 0, 0, 0)
"""The earliest time that an archive can tell: the same files give the same archive."""


@contextmanager
def archived(
    output: Path, name: str, files: Iterable[tuple[Entry, bytes | None]]
) -> Iterator[tuple[Entry, Place]]:
    """Within: an archive of files, which waits for its name. Raises CannotWriteError."""
    waiting = output / FOLDER / f"{token()}{PART}"
    try:
        with disk_problems(output), zipfile.ZipFile(waiting, "x") as archive:
            for entry, content in files:
                archive.writestr(zipfile.ZipInfo(entry.name, _TIME), content or b"")

        def place(_: Placer, name: str) -> None:
            waiting.replace(output / name)

        yield Entry(1, "", file_digest(waiting), name), place
    finally:
        waiting.unlink(missing_ok=True)


class Volume(NamedTuple):
    """One of the PDFs of a batch: where it is in what was written, its digest, its documents."""

    start: int
    end: int
    digest: str
    documents: int


def volume_name(stem: str, number: int) -> str:
    """Return how the PDF with this number is called, from 1: `patients.pdf`, `patients-2.pdf`."""
    return f"{stem}.pdf" if number == 1 else f"{stem}-{number}.pdf"


@dataclass(slots=True)
class Volumes:
    """Documents in as many PDFs as they need, with a bookmark for each.

    With `duplex` each document starts on a new sheet; without `tagged` it has nothing for screen
    readers. What is written has no name on the disk, so that nothing is left of it when it is
    stopped.
    """

    output: Path
    stem: str
    duplex: bool
    tagged: bool
    most: int | None = None
    """Documents of one file; None where it takes as many as viewers read."""
    _file: IO[bytes] = field(init=False)
    _writer: MergeWriter | None = None
    _count: int = 0
    """The documents of the file that is being written."""
    _start: int = 0
    _done: list[Volume] = field(default_factory=list)

    def __post_init__(self) -> None:
        with disk_problems(self.output):
            folder = self.output / FOLDER
            self._file = tempfile.TemporaryFile("w+b", _BUFFER, dir=folder)  # noqa: SIM115 - `close`

    def close(self) -> None:
        """Forget what was written."""
        self._file.close()

    @property
    def name(self) -> str:
        """Return what the file is called that is being written."""
        return volume_name(self.stem, len(self._done) + 1)

    def add(self, document: Prepared, title: str) -> None:
        """Add a document with a bookmark.

        Raises OSError, and DoesNotFitError where not even one file can have it.
        """
        if self._count == self.most:
            self._end()
        try:
            self._add(document, title)
        except ObjectLimitError:
            self._end()
            self._add_alone(document, title)
        self._count += 1

    def _add(self, document: Prepared, title: str) -> None:
        writer = self._writer
        if writer is None:
            writer = self._writer = self._begun(document)
        writer.add(_on_paper(document), document.words, title)

    def _add_alone(self, document: Prepared, title: str) -> None:
        try:
            self._add(document, title)
        except ObjectLimitError:
            message = "this document has more objects than viewers can read in one file"
            raise DoesNotFitError([requested("merge").problem(message)]) from None

    def _begun(self, document: Prepared) -> MergeWriter:
        """Return the writer of another file."""
        self._start = self._file.tell()
        about = replace(document.templates[0].about, title=Path(self.name).stem, date=document.date)
        return MergeWriter(self._file, about, two_sided=self.duplex, tagged=self.tagged)

    def _end(self) -> None:
        """Complete the file that is being written."""
        if self._writer:
            sha256 = shortened(self._writer.close())
            self._done.append(Volume(self._start, self._file.tell(), sha256, self._count))
        self._writer, self._count = None, 0

    def files(self) -> list[tuple[Entry, Place]]:
        """Complete all, and return the files, each with what gives it its name.

        Raises OSError.
        """
        self._end()
        named = [(volume_name(self.stem, n), one) for n, one in enumerate(self._done, 1)]
        return [
            (Entry(n, "", one.digest, name), partial(_copied, self._file, one))
            for n, (name, one) in enumerate(named, 1)
        ]


def _on_paper(document: Prepared) -> Template:
    """Return the template of a document that is a PDF; others are never merged."""
    return cast("Template", document.templates[0])


def _copied(source: IO[bytes], volume: Volume, placer: Placer, name: str) -> None:
    placer.copy(name, source, volume.start, volume.end)
