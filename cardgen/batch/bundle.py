"""One file in place of many: a PDF for the print room, or an archive."""

import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from cardgen.api import Prepared
from cardgen.batch.manifest import disk_problems
from cardgen.errors import DoesNotFitError
from cardgen.model.origin import requested
from cardgen.pdf.merge.writer import MergeWriter, ObjectLimitError

_TIME = (1980, 1, 1, 0, 0, 0)
"""The earliest time that an archive can tell: the same files give the same archive."""


@contextmanager
def whole_file(target: Path) -> Iterator[BinaryIO]:
    """Within: write a file that takes its place only when it is whole. Raises CannotWriteError."""
    temporary = target.with_name(f".{target.name}.part")
    with disk_problems(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            with temporary.open("wb") as file:
                yield file
            temporary.replace(target)
        finally:
            temporary.unlink(missing_ok=True)


def write_archive(target: Path, files: Iterable[tuple[str, Path]]) -> None:
    """Write an archive of files under these names. Raises CannotWriteError."""
    with whole_file(target) as file, zipfile.ZipFile(file, "w") as archive:
        for name, path in files:
            archive.writestr(zipfile.ZipInfo(name, _TIME), path.read_bytes())


def write_merged(
    target: Path, documents: Iterable[tuple[str, Prepared]], *, duplex: bool, tagged: bool
) -> None:
    """Write one PDF of documents, with a bookmark for each by its name.

    With `duplex` each starts on a new sheet; without `tagged` it has nothing for screen readers.
    Raises CannotWriteError, and DoesNotFitError when it would have more objects than viewers read.
    """
    with whole_file(target) as file:
        writer = None
        for name, document in documents:
            (template,) = document.templates
            if writer is None:
                about = replace(template.about, title=target.stem, date=document.date)
                writer = MergeWriter(file, about, two_sided=duplex, tagged=tagged)
            try:
                writer.add(template, document.words, name)
            except ObjectLimitError as error:
                message = f"one PDF cannot hold more than the first {error.documents} rows"
                problem = requested("merge").problem(message, "Split the roster")
                raise DoesNotFitError([problem]) from None
        if writer is not None:
            writer.close()
