"""What a batch has done so far, kept so that it can go on after it was stopped at any moment.

Files are made in a folder of their own, and noted once they are whole. Only when every row is
done do they get their names. What was made half is not in the journal, and is made again.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from cardgen.errors import CannotWriteError, Problem
from cardgen.model.roster import Row

FOLDER = ".cardgen-batch"
_NOTES = "manifest.jsonl"
_DIGITS = 32
"""So many of a digest are noted: enough that no two files have the same by chance."""
_FLUSHED = 64
"""So many rows are noted at once; those not yet noted are made again after a stop."""


@dataclass(frozen=True, slots=True)
class Note:
    """A row that is done: digests of its cells and of its file, and the file's name."""

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


def _read(line: str) -> tuple[int, Note]:
    """Return a row's number and its note. Raises ValueError or TypeError when it is not whole."""
    number, *note = json.loads(line)
    return number, Note(*note)


def _write(path: str, parts: Sequence[bytes]) -> None:
    # Half of what a batch does is this: Python's own files would take twice as long.
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o666)
    try:
        for part in parts:
            done = os.write(file, part)
            while done < len(part):
                done += os.write(file, part[done:])
    finally:
        os.close(file)


def _rename(staged: str, target: str) -> None:
    """Give a file its name, unless an earlier run has done so. Raises OSError if it is nowhere."""
    try:
        os.replace(staged, target)  # noqa: PTH105 - a Path for each file would take as long
    except FileNotFoundError:
        if not os.path.exists(target):  # noqa: PTH110 - as above
            raise


class Journal:
    """The notes of a batch, in its output folder."""

    def __init__(self, output: Path, fingerprint: str) -> None:
        """Go on where a batch with this fingerprint stopped, or begin. Raises CannotWriteError."""
        self.output = output
        self._folder = output / FOLDER
        self._fingerprint = fingerprint
        self._waiting: list[str] = []
        self._file: IO[str] | None = None
        # As they stand in the file, in bytes: there may be very many.
        self._earlier: dict[int, bytes] = {}
        self._notes: dict[int, bytes] = {}
        with writing(output):
            if not self._read():
                shutil.rmtree(self._folder, ignore_errors=True)
                self._folder.mkdir(parents=True, exist_ok=True)
                self._open("w").write(json.dumps({"batch": fingerprint}) + "\n")
            self._open("a")

    def _read(self) -> bool:
        """Read the notes of an earlier run; tell whether they are of the same batch."""
        try:
            lines = (self._folder / _NOTES).read_text(encoding="utf-8").splitlines()
            if json.loads(lines[0]) != {"batch": self._fingerprint}:
                return False
        except (OSError, ValueError, IndexError):
            return False
        for line in lines[1:]:
            try:
                number, _ = _read(line)
                self._earlier[number] = line.encode()
            except (ValueError, TypeError):
                continue  # the line that was being written when it was stopped
        return True

    def _open(self, mode: str) -> IO[str]:
        self.close()
        self._file = (self._folder / _NOTES).open(mode, encoding="utf-8")
        return self._file

    @property
    def done(self) -> int:
        """Return how many rows are done."""
        return len(self._notes)

    def staged(self, number: int) -> Path:
        """Return where the file of a row waits for its name."""
        return self._folder / f"{number}.pdf"

    def found(self, number: int, key: str, name: str) -> Path | None:
        """Return the file that an earlier run made of a row, if it is still good."""
        if number not in self._earlier:
            return None
        _, note = _read(self._earlier[number].decode())
        if (note.key, note.name) != (key, name):
            return None
        for path in (self.staged(number), self.output / note.name):
            try:
                if digest(path.read_bytes()) == note.digest:
                    return path
            except OSError:
                continue
        return None

    def keep(self, row: Row, key: str, name: str, parts: Sequence[bytes], sha256: str) -> None:
        """Write the file of a row in its parts, and note it with its digest.

        Raises CannotWriteError.
        """
        number = row.number
        # As JSON has a list: of all this only the name may need to be escaped.
        line = f'[{number}, "{key}", "{sha256[:_DIGITS]}", {json.dumps(name)}]'
        with writing(self.output):
            _write(f"{self._folder}/{number}.pdf", parts)
        self._notes[number] = line.encode()
        self._waiting.append(line)
        if len(self._waiting) >= _FLUSHED:
            self.flush()

    def flush(self) -> None:
        """Write the notes that wait. Raises CannotWriteError."""
        if self._file and self._waiting:
            with writing(self.output):
                self._file.write("\n".join((*self._waiting, "")))
                self._file.flush()
            self._waiting.clear()

    def accept(self, number: int) -> None:
        """Take over what an earlier run made of a row."""
        self._notes[number] = self._earlier[number]

    def files(self) -> Iterator[tuple[str, Path]]:
        """Yield the name of every file, and where it is."""
        self.flush()
        for number, line in sorted(self._notes.items()):
            _, note = _read(line.decode())
            staged = self.staged(number)
            yield note.name, staged if staged.exists() else self.output / note.name

    def publish(self) -> None:
        """Give every file its name. Raises CannotWriteError."""
        self.flush()
        with writing(self.output):
            for number, line in self._notes.items():
                _, note = _read(line.decode())
                _rename(f"{self._folder}/{number}.pdf", f"{self.output}/{note.name}")

    def finish(self) -> None:
        """Leave the notes in the order of the rows, and nothing else."""
        with writing(self.output):
            self.close()
            for path in self._folder.glob("*.pdf"):
                path.unlink()
            temporary = self._folder / f"{_NOTES}.new"
            with temporary.open("wb") as file:
                file.write(json.dumps({"batch": self._fingerprint}).encode() + b"\n")
                file.writelines(line + b"\n" for _, line in sorted(self._notes.items()))
            temporary.replace(self._folder / _NOTES)

    def close(self) -> None:
        """Write what waits, and close the file."""
        if self._file:
            self.flush()
            self._file.close()
            self._file = None


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Within: a disk that does not do as it is told is a CannotWriteError."""
    try:
        yield
    except OSError as error:
        message = f"cannot write the files: {error.strerror or type(error).__name__}"
        remedy = "Name another folder with -o, or make room; the same command goes on from here"
        raise CannotWriteError([Problem(str(path), 0, 0, "", message, remedy)]) from None
