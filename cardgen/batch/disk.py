"""The disk below an output folder: what it refuses, who may write there, and whole files alone."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, BinaryIO

from cardgen.errors import CannotWriteError, Problem

FOLDER = ".cardgen-batch"
"""What a batch knows of its output folder, hidden in it."""
PART = ".part"
"""What a file is called behind its own name until it is whole."""
_LOCK = "lock"
_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_COPIED = 1 << 20


@contextmanager
def disk_problems(path: Path) -> Iterator[None]:
    """Within: a disk that does not do as it is told is a CannotWriteError."""
    try:
        yield
    except OSError as error:
        message = f"cannot write the files: {error.strerror or type(error).__name__}"
        remedy = "Name another folder, or make room; the same command goes on from here"
        raise CannotWriteError([Problem(str(path), 0, 0, "", message, remedy)]) from None


@contextmanager
def sole_use(output: Path) -> Iterator[None]:
    """Within: no other batch works in an output folder, on this machine or over a network.

    The lock is the operating system's, so that it ends with the process, however that ends.
    Raises CannotWriteError where another batch has it.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415 - a request needs none

    with disk_problems(output):
        folder = output / FOLDER
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / _LOCK, timeout=0)
        try:
            lock.acquire()
        except Timeout:
            message = "another batch is at work in this folder"
            remedy = "Wait until it is done, or name another folder with -o"
            raise CannotWriteError([Problem(str(output), 0, 0, "", message, remedy)]) from None
    try:
        for left in folder.glob(f"*{PART}"):
            left.unlink(missing_ok=True)
        yield
    finally:
        lock.release()


def token() -> str:
    """Return a part of a name that no other run comes upon."""
    return secrets.token_hex(16)


class Placer:
    """Gives files their names when they are whole, one after the other."""

    def __init__(self, output: Path) -> None:
        """Files of this folder. What is being written waits in the hidden one."""
        self._output = str(output)
        self._part = f"{output}/{FOLDER}/{token()}{PART}"

    def place(self, name: str, content: bytes) -> None:
        """Write a file, in place of one that has this name. Raises OSError."""
        # A Path and a file of Python's own for each would take twice as long.
        file = os.open(self._part, _NEW_FILE, 0o666)
        try:
            while content:
                content = content[os.write(file, content) :]
        finally:
            os.close(file)
        os.replace(self._part, f"{self._output}/{name}")  # noqa: PTH105 - as above

    def copy(self, name: str, source: IO[bytes], start: int, end: int) -> None:
        """Write a file of the bytes of another from `start` to `end`. Raises OSError.

        Until it is whole it has no name where the system has files without one.
        """
        source.seek(start)
        with self._nameless() as file:
            while (left := end - source.tell()) > 0:
                file.write(source.read(min(left, _COPIED)))
            file.flush()
            if not os.path.exists(self._part):  # noqa: PTH110 - as above
                # With a folder Python follows the link to the file, and fails without.
                here = os.open(self._output, os.O_RDONLY)
                try:
                    os.link(f"/proc/self/fd/{file.fileno()}", self._part, src_dir_fd=here)
                finally:
                    os.close(here)
        os.replace(self._part, f"{self._output}/{name}")  # noqa: PTH105 - as above

    def _nameless(self) -> BinaryIO:
        with suppress(OSError, AttributeError):
            return os.fdopen(os.open(self._output, os.O_TMPFILE | os.O_WRONLY, 0o666), "wb")
        return os.fdopen(os.open(self._part, _NEW_FILE, 0o666), "wb")
