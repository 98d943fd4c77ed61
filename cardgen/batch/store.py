"""The files of a batch: those of earlier runs that are still good, and those of this run."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Self

from cardgen.batch.disk import disk_problems
from cardgen.batch.manifest import Entry, Manifest, digest, read_entry
from cardgen.batch.spool import ENDING, Spooled, SpoolReader, SpoolWriter
from cardgen.errors import CannotWriteError, Problem


class Store:
    """What is there of each row: under its name, or in a spool until all rows are there."""

    def __init__(self, output: Path, manifest: Manifest) -> None:
        """Read what earlier runs of a batch have left. Raises CannotWriteError."""
        self.output, self.manifest = output, manifest
        self._writer = SpoolWriter(manifest.folder, manifest.identity.id)
        self._spools: list[SpoolReader] = []
        self._rows: dict[int, Spooled | bytes] = {}
        """What is there: of files that have their names the line in the list, for many may be."""
        self._named: dict[int, bytes] = {}
        self._waiting: dict[int, Spooled] = {}
        """What earlier runs have made of rows, good or not."""
        with disk_problems(output):
            self._read()

    def _read(self) -> None:
        for line in self.manifest.lines():
            if entry := read_entry(line):
                self._named[entry.number] = line
        for path in sorted(self.manifest.folder.glob(f"{self.manifest.identity.id}-*{ENDING}")):
            spool = SpoolReader(path)
            self._spools.append(spool)
            self._waiting.update((entry.number, place) for entry, place in spool.records())

    def __enter__(self) -> Self:
        """Return itself; at the end its files are closed, and what was made is kept."""
        return self

    def __exit__(self, *_: object) -> None:
        try:
            self._writer.close()
        finally:
            for spool in (*self._spools, self._writer.reader):
                spool.close()

    def __len__(self) -> int:
        return len(self._rows)

    def earlier(self) -> Iterator[Entry]:
        """Yield what earlier runs have made of rows, good or not. Raises OSError."""
        for line in self._named.values():
            if entry := read_entry(line):
                yield entry
        for spool in self._spools:
            yield from (entry for entry, _ in spool.records())

    def accept(
        self, number: int, key: str, name: str, is_good: Callable[[bytes], bool]
    ) -> Entry | None:
        """Return what an earlier run has made of a row, and take it over, if it is still good.

        `is_good` tells it of the content, whose digest is right.
        """
        places: list[Spooled | bytes | None] = [self._waiting.get(number), self._named.get(number)]
        for place in places:
            with suppress(OSError):
                entry = _entry(place) if place else None
                if place and entry and (entry.key, entry.name) == (key, name):
                    content = self._content(place, entry)
                    if content is not None and is_good(content):
                        self._rows[number] = place
                        return entry
        return None

    def _content(self, place: Spooled | bytes, entry: Entry) -> bytes | None:
        """Return a file; None where its digest is not that of the entry. Raises OSError."""
        if isinstance(place, Spooled):
            return place.content[1]
        content = (self.output / entry.name).read_bytes()
        return content if digest(content) == entry.digest else None

    def keep(self, entry: Entry, parts: Sequence[bytes]) -> None:
        """Put down the file of a row in its parts. Raises CannotWriteError."""
        self._rows[entry.number] = self._writer.add(entry, parts)

    def flush(self) -> None:
        """Write what waits to be written. Raises CannotWriteError."""
        self._writer.flush()

    def rest(self) -> Iterator[Entry]:
        """Yield what has its name and is of rows that are not at hand."""
        for number, line in self._named.items():
            if number not in self._rows and (entry := read_entry(line)):
                yield entry

    def waiting(self) -> Iterator[Entry]:
        """Yield the entries of all that has no name yet, in the order of rows."""
        for _, place in sorted(self._rows.items()):
            if isinstance(place, Spooled):
                yield place.entry

    def files(self) -> Iterator[tuple[Entry, bytes | None]]:
        """Yield all that is there, in the order of rows: entry and content, compared by digest.

        What has its name already comes without content. Raises CannotWriteError for a file that is
        another than was made.
        """
        for _, place in sorted(self._rows.items()):
            if isinstance(place, Spooled):
                yield self._compared(place)
            elif entry := read_entry(place):
                yield entry, None

    def _compared(self, place: Spooled) -> tuple[Entry, bytes]:
        with disk_problems(self.output):
            entry, content = place.content
        if content is None:
            message = f"the page of row {entry.number} is another than was made"
            remedy = "Something else writes into the hidden folder; run the same command again"
            raise CannotWriteError([Problem(str(place.spool.path), 0, 0, "", message, remedy)])
        return entry, content

    def remove_spools(self) -> None:
        """Remove what waited for its name, and has it. Raises OSError."""
        for spool in (*self._spools, self._writer.reader):
            spool.close()
            spool.path.unlink(missing_ok=True)


def _entry(place: Spooled | bytes) -> Entry | None:
    """Return the entry of a file. Raises OSError."""
    return place.entry if isinstance(place, Spooled) else read_entry(place)
