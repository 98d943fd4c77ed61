"""A roster as it lies there: the content of a file, or of standard input."""

import io
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from cardgen.errors import InvalidDataError, Problem
from cardgen.library.files import shown_path
from cardgen.model.roster_options import ReadingOptions

Rename = Callable[[str], str]
"""Takes the heading of a column, tidy, and returns what cardgen calls that column."""


@dataclass(frozen=True, slots=True)
class Source:
    """What a format reads."""

    file: str
    """As messages show it."""
    folder: Path
    """What paths in cells count from."""
    path: Path | None
    """None for standard input."""
    held: bytes
    """What came from standard input."""
    stamp: tuple[int, int]
    """When the file was changed last, and how long it is."""
    options: ReadingOptions
    rename: Rename

    def problem(self, line: int, column: int, message: str, remedy: str = "") -> Problem:
        """Return a Problem at a place in the file; lines and columns count from 1, 0 is none."""
        return Problem(self.file, line, column, "", message, remedy)

    def refusal(self, line: int, column: int, message: str, remedy: str = "") -> InvalidDataError:
        """Return what is raised where the whole file cannot be used."""
        return InvalidDataError([self.problem(line, column, message, remedy)])

    def open(self) -> BinaryIO:
        """Return the content, to be read from its start. Raises InvalidDataError.

        A file is read several times, and must not have changed in between: rows would be made that
        nobody has looked at.
        """
        if self.path is None:
            return io.BytesIO(self.held)
        try:
            file = self.path.open("rb")
        except OSError as error:
            raise _unreadable(self.file, error) from None
        if _stamp(os.fstat(file.fileno())) != self.stamp:
            file.close()
            raise self.refusal(0, 0, "the file was changed while it was read", "Run it again")
        return file

    def content(self) -> bytes:
        """Return the whole content. Raises InvalidDataError."""
        with self.open() as file:
            return file.read()


def source_of(path: Path, content: bytes | None, options: ReadingOptions, rename: Rename) -> Source:
    """Return what is in a file, or the `content` of standard input. Raises InvalidDataError."""
    if content is not None:
        return Source("standard input", Path.cwd(), None, content, (0, 0), options, rename)
    file = shown_path(path)
    try:
        with path.open("rb") as opened:
            stamp = _stamp(os.fstat(opened.fileno()))
    except OSError as error:
        raise _unreadable(file, error) from None
    return Source(file, path.resolve().parent, path, b"", stamp, options, rename)


def _stamp(found: os.stat_result) -> tuple[int, int]:
    return found.st_mtime_ns, found.st_size


def _unreadable(file: str, error: OSError) -> InvalidDataError:
    message = f"cannot read the file: {error.strerror or type(error).__name__}"
    return InvalidDataError(
        [Problem(file, 0, 0, "", message, "Check the name, and that you may read it")]
    )
