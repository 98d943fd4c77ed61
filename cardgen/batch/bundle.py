"""One file in place of many: a PDF for the print room, or an archive."""

import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from cardgen.batch.journal import writing
from cardgen.errors import DoesNotFitError, Problem
from cardgen.printer import Printed
from cardgen.render.book import Book, FullError
from cardgen.render.metadata import About

_MOMENT = (1980, 1, 1, 0, 0, 0)
"""The earliest time that an archive can tell: the same files give the same archive."""


@contextmanager
def replacing(target: Path) -> Iterator[BinaryIO]:
    """Within: write a file that takes its place only when it is whole. Raises CannotWriteError."""
    temporary = target.with_name(f".{target.name}.part")
    with writing(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            with temporary.open("wb") as file:
                yield file
            temporary.replace(target)
        finally:
            temporary.unlink(missing_ok=True)


def archive(target: Path, files: Iterable[tuple[str, Path]]) -> None:
    """Write an archive of files under these names. Raises CannotWriteError."""
    with replacing(target) as file, zipfile.ZipFile(file, "w") as made:
        for name, path in files:
            made.writestr(zipfile.ZipInfo(name, _MOMENT), path.read_bytes())


def merged(
    target: Path,
    title: str,
    pages: Iterable[tuple[str, Printed]],
    *,
    two_sided: bool,
    tagged: bool,
) -> None:
    """Write one PDF with a bookmark for each name.

    Raises CannotWriteError, and DoesNotFitError when it would have more objects than viewers read.
    """
    with replacing(target) as file:
        book = None
        for name, printed in pages:
            if book is None:
                about = printed.template.about
                known = About(
                    title,
                    about.subject,
                    about.language,
                    printed.date,
                    archival=False,
                    tagged=tagged,
                )
                book = Book(file, known, two_sided)
            try:
                book.add(printed.template, printed.values, name)
            except FullError as error:
                message = f"one PDF cannot hold more than the first {error.copies} rows"
                problem = Problem("", 0, 0, "--merge", message, "Split the roster")
                raise DoesNotFitError([problem]) from None
        if book is not None:
            book.close()
