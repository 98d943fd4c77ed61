"""What may be replaced: only what cardgen made itself, and no page of another person."""

import struct
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from cardgen.errors import CannotWriteError, Problem
from cardgen.pdf.metadata import PERSONAL
from cardgen.write import write_whole

Replace = Literal["always", "own", "numbered"]
"""What happens to a file that is there: it is replaced; only where it is nobody's own; or the new
one gets a number behind its name."""
_MARKS = {".pdf": b"/Creator(cardgen ", ".png": b"Software\0cardgen", ".svg": b"Drawn by cardgen"}
"""What a file of cardgen's own making holds, by the end of its name."""
_HEAD = 33
"""The length of a PNG's signature and first chunk, in bytes."""
_FORCE = "Name another file with -o, or add --force to replace it"


def free_paths(files: Sequence[tuple[Path, bytes]], replace: Replace) -> list[Path]:
    """Return where each content may be written, in place of the paths that were asked for.

    With "numbered" they are the paths themselves, or all with the same number where a page for
    another person stands at one of them. Raises CannotWriteError for what may not be replaced.
    """
    paths = [path for path, _ in files]
    if replace == "always":
        return paths
    others = [path for path, content in files if _is_foreign(path, content)]
    if others:
        raise _kept(others, "the file is there, and cardgen did not make it")
    private = [path for path, content in files if _is_anothers(path, content)]
    if private and replace == "own":
        raise _kept(private, "the file is there, and is a page for one person")
    return _numbered(files) if private else paths


def is_own(path: Path) -> bool:
    """Tell whether cardgen made a file, by what it says of itself."""
    mark = _MARKS.get(path.suffix.lower())
    return mark is not None and mark in path.read_bytes()


def write_carefully(path: Path, content: bytes, *, force: bool = False) -> None:
    """Write `content` to `path`; a file that cardgen did not make stays, unless by `force`.

    Raises CannotWriteError, and then leaves no trace.
    """
    free_paths([(path, content)], "always" if force else "own")
    write_whole(path, content)


def signed(png: bytes) -> bytes:
    """Return a PNG that says that cardgen made it (PNG 1.2, 4.2.3.1)."""
    said = b"tEXt" + _MARKS[".png"]
    chunk = struct.pack(">I", len(said) - 4) + said + struct.pack(">I", zlib.crc32(said))
    return png[:_HEAD] + chunk + png[_HEAD:]


def _is_foreign(path: Path, content: bytes) -> bool:
    return _is_there(path) and not is_own(path) and path.read_bytes() != content


def _is_there(path: Path) -> bool:
    """Tell whether a file is there; a name that no system takes is told of by who writes."""
    try:
        return path.is_file()
    except OSError:
        return False


def _is_anothers(path: Path, content: bytes) -> bool:
    if not _is_there(path):
        return False
    there = path.read_bytes()
    return PERSONAL.encode() in there and there != content


def _numbered(files: Sequence[tuple[Path, bytes]]) -> list[Path]:
    """Return the paths with the least number with which they are free, or hold the same."""
    number = 2
    while True:
        paths = [path.with_stem(f"{path.stem}-{number}") for path, _ in files]
        pairs = zip(paths, files, strict=True)
        if all(not path.exists() or path.read_bytes() == content for path, (_, content) in pairs):
            return paths
        number += 1


def _kept(paths: Sequence[Path], message: str) -> CannotWriteError:
    return CannotWriteError([Problem(str(path), 0, 0, "", message, _FORCE) for path in paths])
