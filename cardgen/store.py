"""Keeps what takes long to make from one run to the next, in files of a folder.

What is kept is known by a digest of all that it was made of, so it is never out of date, and is
made again where it is damaged or gone. A store raises nothing: on a full disk, or in a folder that
may not be written, nothing is kept. Any number of processes may share one.

It is for what anyone may see: nothing of a person is ever put into it.
"""

import contextlib
import os
import stat
import time
from collections.abc import Callable, Iterator
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple, Protocol

MOST_BYTES = 64 * 1024 * 1024
"""What a folder may hold; a handout takes 60 KB."""
_LEFT = 3 / 4
"""When it is full, what was used last stays, so much of that."""
_DIGEST = 16
_DAY = 86_400
_UNFINISHED = "."
"""What names of files start with that are being written."""


class Store(Protocol):
    """What was kept, by a digest of what it was made of."""

    def get(self, key: bytes) -> bytes | None:
        """Return what is kept; None where it is not."""

    def put(self, key: bytes, content: bytes) -> None:
        """Keep something, if that can be done."""


class NoStore:
    """Keeps nothing."""

    def get(self, key: bytes) -> bytes | None:  # noqa: ARG002 - see Store
        """Return None."""
        return None

    def put(self, key: bytes, content: bytes) -> None:
        """Keep nothing."""


NO_STORE = NoStore()


def key_of(*parts: str | bytes) -> bytes:
    """Return what something is kept by: a digest of what it was made of, each part for itself."""
    found = blake2b(digest_size=_DIGEST)
    for part in parts:
        content = part.encode(errors="surrogatepass") if isinstance(part, str) else part
        found.update(len(content).to_bytes(8, "big"))
        found.update(content)
    return found.digest()


class _Entry(NamedTuple):
    used: float
    size: int
    path: str


class FolderStore:
    """Keeps a file for each, in a folder that belongs to the user alone."""

    def __init__(self, folder: Path, program: Callable[[], bytes], most: int = MOST_BYTES) -> None:
        """`program` gives a digest of what makes the parts: those of another are not found.

        The files of the folder take at most `most` bytes.
        """
        self._folder, self._program, self._most = folder, program, most
        self._made_by: bytes | None = None
        self._is_safe: bool | None = None
        self._is_trimmed = False

    def get(self, key: bytes) -> bytes | None:
        """Return what is kept; None where it is not, or is damaged."""
        try:
            path = self._path(key)
            if not self._safe():
                return None
            written = path.read_bytes()
            if time.time() - path.stat().st_mtime > _DAY:
                os.utime(path)  # what is used stays longest
        except OSError:
            return None
        digest, content = written[:_DIGEST], written[_DIGEST:]
        return content if digest == _digest(content) else None

    def put(self, key: bytes, content: bytes) -> None:
        """Keep something, if that can be done. Half a file is never seen."""
        with contextlib.suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._is_safe = None
            if not self._safe() or len(content) > self._most // 4:
                return
            self._write(self._path(key), _digest(content) + content)
            if not self._is_trimmed:
                self._is_trimmed = True
                self._trim()

    def _path(self, key: bytes) -> Path:
        if self._made_by is None:
            self._made_by = self._program()
        return self._folder / key_of(self._made_by, key).hex()

    def _safe(self) -> bool:
        """Tell whether nobody else can have put something into the folder. Raises OSError."""
        if self._is_safe is None:
            found = self._folder.stat()
            own = not hasattr(os, "geteuid") or found.st_uid == os.geteuid()
            shared = os.name == "posix" and found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
            self._is_safe = own and not shared
        return self._is_safe

    def _write(self, path: Path, content: bytes) -> None:
        import tempfile  # noqa: PLC0415 - a run that finds all needs it not

        handle, name = tempfile.mkstemp(prefix=_UNFINISHED, dir=self._folder)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            Path(name).replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                Path(name).unlink()
            raise

    def _trim(self) -> None:
        """Remove what was used longest ago where there is too much, and what nobody finished."""
        entries = sorted(self._entries(), reverse=True)
        total, full = 0, sum(entry.size for entry in entries) > self._most
        for used, size, path in entries:
            total += size
            stale = Path(path).name.startswith(_UNFINISHED) and time.time() - used > _DAY
            if stale or (full and total > self._most * _LEFT):
                with contextlib.suppress(OSError):
                    Path(path).unlink()

    def _entries(self) -> Iterator[_Entry]:
        with os.scandir(self._folder) as found:
            for one in found:
                with contextlib.suppress(OSError):
                    about = one.stat(follow_symlinks=False)
                    yield _Entry(about.st_mtime, about.st_size, one.path)


def _digest(content: bytes) -> bytes:
    return blake2b(content, digest_size=_DIGEST).digest()
