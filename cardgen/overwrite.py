"""What may be replaced: only what cardgen made itself, and no page of another person."""

import struct
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from cardgen.errors import CannotWriteError, Problem
from cardgen.model.authorship import AUTHOR, PERSONAL
from cardgen.model.drawing import CREDIT
from cardgen.write import NameTakenError, write_all

Replace = Literal["always", "own", "numbered"]
"""What happens to a file that is there: it is replaced; only where it is nobody's own; or the new
one gets a number behind its name."""
_MARKS = {
    ".pdf": f"/Creator({AUTHOR} ".encode(),
    ".png": f"Software\0{AUTHOR}".encode(),
    ".svg": CREDIT.encode(),
    ".html": f'<meta name="generator" content="{AUTHOR} '.encode(),
}
"""What a file of cardgen's own making holds, by the end of its name."""
_TEXTS = (
    ".csv",
    ".doc",
    ".docx",
    ".htm",
    ".html",
    ".json",
    ".odt",
    ".txt",
    ".xlsx",
    ".yaml",
    ".yml",
)
_PICTURES = (".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp")
"""How the names of files end that hold no PDF."""
_HEAD = 33
"""The length of a PNG's signature and first chunk, in bytes."""
_FORCE = "Name another file with -o, or add --force to replace it"


def write_free(files: Sequence[tuple[Path, bytes]], replace: Replace) -> list[Path]:
    """Write each content, all or none, and return where: see `Replace`.

    With "numbered" that is the paths themselves, or all with the same number where a page for
    another person stands at one of them. Raises CannotWriteError for what may not be replaced,
    or cannot be written, and then leaves no trace.
    """
    contents = [content for _, content in files]
    while True:
        paths, new = _free(files, replace)
        try:
            write_all([*zip(paths, contents, strict=True)], new)
        except NameTakenError:  # another run was faster: what it has made is looked at, too
            continue
        return paths


def write_carefully(path: Path, content: bytes, *, force: bool = False) -> None:
    """Write `content` to `path`; a file that cardgen did not make stays, unless by `force`.

    Raises CannotWriteError, and then leaves no trace.
    """
    write_free([(path, content)], "always" if force else "own")


def signed(png: bytes) -> bytes:
    """Return a PNG that says that cardgen made it (PNG 1.2, 4.2.3.1)."""
    said = b"tEXt" + _MARKS[".png"]
    chunk = struct.pack(">I", len(said) - 4) + said + struct.pack(">I", zlib.crc32(said))
    return png[:_HEAD] + chunk + png[_HEAD:]


def _free(
    files: Sequence[tuple[Path, bytes]], replace: Replace
) -> tuple[list[Path], frozenset[Path]]:
    """Return where to write, and at which of these paths there is nothing. Raises as above."""
    paths = [path for path, _ in files]
    if replace == "always":
        return paths, frozenset()
    there = {path: _there(path) for path in paths}
    others = {
        path: found
        for path, content in files
        if (found := there[path]) is not None and found != content
    }
    if foreign := [path for path, found in others.items() if not _is_own(path, found)]:
        raise _kept(foreign, "the file is there, and cardgen did not make it")
    if misnamed := [path for path, content in files if _is_misnamed(path, content)]:
        raise _kept(misnamed, "what is made is a PDF, and its name ends as that of another file")
    private = [path for path, found in others.items() if PERSONAL.encode() in found]
    if private and replace == "own":
        raise _kept(private, "the file is there, and is a page for one person")
    if private:
        there = _numbered(files)
    return list(there), frozenset(path for path, found in there.items() if found is None)


def _there(path: Path) -> bytes | None:
    """Return what is in a file; None where there is none, or where no file can be.

    What may not be read is nothing that cardgen made. A name that no system takes is told of by
    who writes.
    """
    try:
        return path.read_bytes() if path.is_file() else None
    except PermissionError:
        return b""
    except OSError:
        return None


def _is_own(path: Path, content: bytes) -> bool:
    """Tell whether cardgen made a file, by what it says of itself."""
    mark = _MARKS.get(path.suffix.lower())
    return mark is not None and mark in content


def _is_misnamed(path: Path, content: bytes) -> bool:
    """Tell whether a PDF would be a file that nobody can open, or take the place of a picture."""
    return content.startswith(b"%PDF") and path.suffix.lower() in (*_TEXTS, *_PICTURES)


def _numbered(files: Sequence[tuple[Path, bytes]]) -> dict[Path, bytes | None]:
    """Return the paths with the least number with which they are free or hold the same.

    Each comes with what is there.
    """
    number = 2
    while True:
        paths = [path.with_stem(f"{path.stem}-{number}") for path, _ in files]
        there = [_there(path) for path in paths]
        if all(found in (None, content) for found, (_, content) in zip(there, files, strict=True)):
            return dict(zip(paths, there, strict=True))
        number += 1


def _kept(paths: Sequence[Path], message: str) -> CannotWriteError:
    return CannotWriteError([Problem(str(path), 0, 0, "", message, _FORCE) for path in paths])
