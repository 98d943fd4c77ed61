"""What a batch has done so far, kept so that it can go on after it was stopped at any moment.

Files are made in a folder of their own, and listed once they are whole. Only when every row is
done do they get their names. What was made half is not in the manifest, and is made again.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from cardgen.errors import CannotWriteError, Problem
from cardgen.model.roster import Row

FOLDER = ".cardgen-batch"
_FILE = "manifest.jsonl"
_DIGITS = 32
"""So many of a digest are listed: enough that no two files have the same by chance."""
_TOGETHER = 64
"""So many entries are written at once; rows not yet listed are made again after a stop."""
_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)


class Entry(NamedTuple):
    """A row that is done: digests of its cells and of its file, and the file's name."""

    number: int
    key: str
    digest: str
    name: str


def digest(content: bytes) -> str:
    """Return what tells one file's content from another's."""
    return hashlib.sha256(content).hexdigest()[:_DIGITS]


def row_key(row: Row, secret: str | None) -> str:
    """Return a digest of a row's cells, without its password."""
    cells = sorted([(name, cell) for name, cell in row.cells.items() if name != secret])
    return digest(ascii(cells).encode())


def _entry(line: bytes) -> Entry:
    """Return an entry as it stands in the file. Raises ValueError or TypeError for a torn one."""
    return Entry(*json.loads(line))


def _write(path: str, parts: Sequence[bytes]) -> None:
    # Half of what a batch does is this: Python's own files would take twice as long.
    file = os.open(path, _NEW_FILE, 0o666)
    try:
        for part in parts:
            rest = part
            while rest:
                rest = rest[os.write(file, rest) :]
    finally:
        os.close(file)


def _rename(staged: str, target: str) -> None:
    """Give a file its name, unless an earlier run has done so. Raises OSError if it is nowhere."""
    try:
        os.replace(staged, target)  # noqa: PTH105 - a Path for each file would take as long
    except FileNotFoundError:
        if not os.path.exists(target):  # noqa: PTH110 - as above
            raise


class Manifest:
    """The entries of a batch, in its output folder."""

    def __init__(self, output: Path, fingerprint: str) -> None:
        """Go on where a batch with this fingerprint stopped, or begin. Raises CannotWriteError."""
        self.output = output
        self._folder = output / FOLDER
        self._file = self._folder / _FILE
        self._head = json.dumps({"batch": fingerprint}).encode()
        # As they stand in the file: there may be very many.
        self._earlier: dict[int, bytes] = {}
        self._entries: dict[int, bytes] = {}
        self._unwritten: list[bytes] = []
        with disk_problems(output):
            if not self._read():
                shutil.rmtree(self._folder, ignore_errors=True)
                self._folder.mkdir(parents=True, exist_ok=True)
                self._file.write_bytes(self._head + b"\n")

    def _read(self) -> bool:
        """Read the entries of an earlier run; tell whether they are of the same batch."""
        try:
            head, *lines = self._file.read_bytes().splitlines()
        except (OSError, ValueError):
            return False
        if head != self._head:
            return False
        for line in lines:
            try:
                self._earlier[_entry(line).number] = line
            except (ValueError, TypeError):
                continue  # the line that was being written when it was stopped
        return True

    @property
    def done(self) -> int:
        """Return how many rows are done."""
        return len(self._entries)

    def staged(self, number: int) -> Path:
        """Return where the file of a row waits for its name."""
        return self._folder / f"{number}.pdf"

    def found(self, number: int, key: str, name: str) -> Path | None:
        """Return the file that an earlier run made of a row, if it is still good."""
        if number not in self._earlier:
            return None
        entry = _entry(self._earlier[number])
        if (entry.key, entry.name) != (key, name):
            return None
        for path in (self.staged(number), self.output / name):
            try:
                if digest(path.read_bytes()) == entry.digest:
                    return path
            except OSError:
                continue
        return None

    def keep(self, row: Row, key: str, name: str, parts: Sequence[bytes], sha256: str) -> None:
        """Write the file of a row in its parts, and list it with its digest.

        Raises CannotWriteError.
        """
        number = row.number
        with disk_problems(self.output):
            _write(f"{self._folder}/{number}.pdf", parts)
        # As JSON has a list: of all this only the name may need to be escaped.
        line = f'[{number}, "{key}", "{sha256[:_DIGITS]}", {json.dumps(name)}]'.encode()
        self._entries[number] = line
        self._unwritten.append(line)
        if len(self._unwritten) >= _TOGETHER:
            self.flush()

    def flush(self) -> None:
        """Write the entries that wait. Raises CannotWriteError."""
        with disk_problems(self.output), self._file.open("ab") as file:
            file.writelines(line + b"\n" for line in self._unwritten)
        self._unwritten.clear()

    def accept(self, number: int) -> None:
        """Take over what an earlier run made of a row."""
        self._entries[number] = self._earlier[number]

    def files(self) -> Iterator[tuple[str, Path]]:
        """Yield the name of every file, and where it is."""
        for number, line in sorted(self._entries.items()):
            name, staged = _entry(line).name, self.staged(number)
            yield name, staged if staged.exists() else self.output / name

    def publish(self) -> None:
        """Give every file its name. Raises CannotWriteError."""
        with disk_problems(self.output):
            for number, line in self._entries.items():
                _rename(f"{self._folder}/{number}.pdf", f"{self.output}/{_entry(line).name}")

    def finish(self) -> None:
        """Leave the entries in the order of the rows, and nothing else. Raises CannotWriteError."""
        with disk_problems(self.output):
            for path in self._folder.glob("*.pdf"):
                path.unlink()
            lines = (line for _, line in sorted(self._entries.items()))
            temporary = self._file.with_suffix(".new")
            temporary.write_bytes(b"".join(line + b"\n" for line in (self._head, *lines)))
            temporary.replace(self._file)


@contextmanager
def disk_problems(path: Path) -> Iterator[None]:
    """Within: a disk that does not do as it is told is a CannotWriteError."""
    try:
        yield
    except OSError as error:
        message = f"cannot write the files: {error.strerror or type(error).__name__}"
        remedy = "Name another folder, or make room; the same command goes on from here"
        raise CannotWriteError([Problem(str(path), 0, 0, "", message, remedy)]) from None
