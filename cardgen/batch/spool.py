"""What a run has made so far: one file that grows, so that the next run can go on from it.

Each run writes a file of its own, under a name that no other run comes upon. What many files
begin with, the head, is in it once. A record is a line of JSON and, behind it, as many bytes as
that says; one that was being written when the run was stopped is passed over.
"""

import errno
import hashlib
import json
import os
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, NamedTuple

from cardgen.batch.disk import disk_problems, token
from cardgen.batch.manifest import Entry, entry_of, shortened

ENDING = ".spool"
_TOGETHER = 64
"""So many files are written at once; rows not yet written are made again after a stop."""
_HEADS = 64
"""So many heads are known again when another file begins with them."""
_HEAD = "head"


class Spooled(NamedTuple):
    """Where a file is in a spool: where its record begins, the length of its line and its own."""

    spool: "SpoolReader"
    start: int
    line: int
    size: int

    @property
    def entry(self) -> Entry:
        """Return the entry of the file. Raises OSError."""
        return self.spool.entry(self)

    @property
    def content(self) -> tuple[Entry, bytes | None]:
        """Return it with its content: None where that has another digest. Raises OSError."""
        return self.spool.content(self)


class SpoolWriter:
    """The file of one run. It is made when there is something to write."""

    def __init__(self, folder: Path, batch: str) -> None:
        """It is in a folder, and belongs to a batch."""
        self.path = folder / f"{batch}-{token()}{ENDING}"
        self._file: BinaryIO | None = None
        self._waiting: list[bytes] = []
        self._rows = self._end = 0
        self._heads: OrderedDict[bytes, tuple[int, int]] = OrderedDict()
        self.reader = SpoolReader(self.path)

    def add(self, entry: Entry, parts: Sequence[bytes]) -> Spooled:
        """Write a file in its parts: a head, where it has one, and the rest.

        Raises CannotWriteError.
        """
        *heads, tail = parts
        start, length = self._head(heads[0]) if heads else (0, 0)
        line = f"[{len(tail)},{start},{length},{entry.said}]\n".encode()
        made = Spooled(self.reader, self._end, len(line), len(tail))
        self._put(line, tail)
        self._rows += 1
        if self._rows % _TOGETHER == 0:
            self.flush()
        return made

    def _head(self, head: bytes) -> tuple[int, int]:
        """Return where a head is, and its length; write it if it is not there yet."""
        heads = self._heads
        if (found := heads.get(head)) is None:
            line = f'[{len(head)},"{_HEAD}"]\n'.encode()
            found = heads[head] = self._end + len(line), len(head)
            self._put(line, head)
            if len(heads) > _HEADS:
                heads.popitem(last=False)
        heads.move_to_end(head)
        return found

    def _put(self, line: bytes, content: bytes) -> None:
        self._waiting += line, content
        self._end += len(line) + len(content)

    def flush(self) -> None:
        """Write what waits. Raises CannotWriteError."""
        if not self._waiting:
            return
        with disk_problems(self.path.parent.parent):
            self._file = self._file or self.path.open("xb", buffering=0)
            content = b"".join(self._waiting)
            self._waiting.clear()
            while content:
                content = content[self._file.write(content) :]

    def close(self) -> None:
        """Write what waits, and close the file. Raises CannotWriteError."""
        try:
            self.flush()
        finally:
            if self._file:
                self._file.close()


class SpoolReader:
    """What a run has made, as far as it is whole. The file is opened when it is asked for."""

    def __init__(self, path: Path) -> None:
        """Read this file."""
        self.path = path
        self._file: BinaryIO | None = None
        self._heads: OrderedDict[int, tuple[bytes, hashlib._Hash]] = OrderedDict()

    def close(self) -> None:
        """Close the file, if it is open."""
        if self._file:
            self._file.close()
        self._file = None

    def entry(self, place: Spooled) -> Entry:
        """Return the entry of a file. Raises OSError."""
        return _parsed(self._read(place.start, place.line))[2]

    def content(self, place: Spooled) -> tuple[Entry, bytes | None]:
        """Return a file with its entry: None where its digest is another. Raises OSError."""
        record = self._read(place.start, place.line + place.size)
        start, length, entry = _parsed(record[: place.line])
        tail = record[place.line :]
        head, begun = self._head(start, length)
        found = begun.copy()
        found.update(tail)
        return entry, head + tail if shortened(found.hexdigest()) == entry.digest else None

    def _head(self, start: int, length: int) -> "tuple[bytes, hashlib._Hash]":
        """Return a head, and its digest as far as it goes."""
        if start not in self._heads:
            head = self._read(start, length)
            self._heads[start] = head, hashlib.sha256(head)
            if len(self._heads) > _HEADS:
                self._heads.popitem(last=False)
        self._heads.move_to_end(start)
        return self._heads[start]

    def _read(self, start: int, length: int) -> bytes:
        self._file = self._file or self.path.open("rb", buffering=0)
        self._file.seek(start)
        return self._file.read(length)

    def records(self) -> Iterator[tuple[Entry, Spooled]]:
        """Yield all that is whole, with its entry. Raises OSError."""
        with self.path.open("rb") as file:
            end, start = file.seek(0, os.SEEK_END), 0
            file.seek(0)
            while line := file.readline():
                try:
                    size, first, *said = json.loads(line)
                    entry = None if first == _HEAD else entry_of(said[1:])
                except (ValueError, TypeError):
                    return
                if start + len(line) + size > end:
                    return
                if entry:
                    yield entry, Spooled(self, start, len(line), size)
                start += len(line) + size
                file.seek(start)


def _parsed(line: bytes) -> tuple[int, int, Entry]:
    """Return where the head of a file is, its length, and the entry. Raises OSError if torn."""
    try:
        _, start, length, *said = json.loads(line)
        return start, length, entry_of(said)
    except (ValueError, TypeError):
        raise OSError(errno.EIO, "what was written reads otherwise now") from None
