"""What a batch has put into its output folder, so that the next run knows its own files.

A folder may have files of several batches; each has a list of its own. A batch is one roster, by
its path from the folder, and what is made of it: files, one PDF or an archive.
"""

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, TextIO

from cardgen.batch.disk import FOLDER, PART, token
from cardgen.errors import Problem
from cardgen.model.roster import Columns, Row

ENDING = ".jsonl"
_DIGITS = 32
"""So many of a digest are listed: enough that no two files have the same by chance."""
_STDIN = "-"
FILES, MERGED, ARCHIVE = "files", "merged", "archive"
"""What can be made of a roster."""


class Entry(NamedTuple):
    """A file that was made of a row: digests of what was asked and of the file, and its name."""

    number: int
    key: str
    digest: str
    name: str
    texts: str = ""
    """The identifier of the document (ISO 32000-1, 14.4): a digest of all that it says."""
    warnings: tuple[Problem, ...] = ()
    """What a person should know of it, whenever it is handed over."""

    @property
    def said(self) -> str:
        """Return it as it stands in a list: the values of a JSON array, without its brackets."""
        # As JSON has them: of all this only the name may need to be escaped.
        number, key, sha256, name, texts, warnings = self
        text = f'{number},"{key}","{sha256}",{json.dumps(name)},"{texts}"'
        return f"{text},{json.dumps([_values(one) for one in warnings])}" if warnings else text


def _values(problem: Problem) -> tuple[object, ...]:
    return tuple(getattr(problem, name) for name in Problem.__dataclass_fields__)


def entry_of(values: Iterable[Any]) -> Entry:
    """Return an entry as a JSON array has it. Raises ValueError or TypeError for another array."""
    number, key, sha256, name, texts, *warnings = values
    told = tuple(Problem(*one) for one in warnings[0]) if warnings else ()
    return Entry(number, key, sha256, name, texts, told)


def shortened(sha256: str) -> str:
    """Return as much of a digest as is listed."""
    return sha256[:_DIGITS]


def digest(content: bytes) -> str:
    """Return what tells one file's content from another's."""
    return shortened(hashlib.sha256(content).hexdigest())


def file_digest(path: Path) -> str:
    """Return the same of a file; "" where there is none that can be read."""
    try:
        with path.open("rb") as file:
            return shortened(hashlib.file_digest(file, "sha256").hexdigest())
    except OSError:
        return ""


def row_key(row: Row, fingerprint: str, secret: str | None) -> str:
    """Return a digest of all that a row's file depends on, but for its password."""
    cells = sorted([(name, cell) for name, cell in row.cells.items() if name != secret])
    return digest(f"{fingerprint}{cells!a}".encode())


@dataclass(frozen=True, slots=True)
class Identity:
    """Which batch it is."""

    roster: str
    """The path of the roster from the output folder; "-" for standard input."""
    makes: str
    is_rest: bool = False
    """Whether the roster at hand is the list of rows that were refused: it lacks the others."""

    @property
    def id(self) -> str:
        """Return what stands in the names of its files in the hidden folder."""
        said = f"{self.roster}\0{self.makes}"
        return hashlib.blake2b(said.encode(), digest_size=8).hexdigest()


def identify(output: Path, columns: Columns, makes: str) -> Identity:
    """Return the batch that a roster belongs to, in an output folder."""
    if columns.path is None:
        return Identity(_STDIN, makes)
    path, folder = columns.path.resolve(), output.resolve()
    try:
        roster = Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:  # another drive
        roster = path.as_posix()
    if makes == FILES:
        for other in manifests(output):
            if other.identity.makes == makes and roster in other.refused:
                return Identity(other.identity.roster, makes, is_rest=True)
    return Identity(roster, makes)


@dataclass(frozen=True, slots=True)
class Manifest:
    """The list of a batch, in the hidden folder."""

    identity: Identity
    folder: Path
    refused: Mapping[str, str]
    """The lists of refused rows that it has written: their names, and digests of them."""

    @property
    def path(self) -> Path:
        """Return the file."""
        return self.folder / f"{self.identity.id}{ENDING}"

    def lines(self) -> Iterator[bytes]:
        """Yield the lines of its entries."""
        try:
            with self.path.open("rb") as file:
                next(file, None)
                yield from (line.rstrip(b"\n") for line in file)
        except OSError:
            return

    def entries(self) -> Iterator[Entry]:
        """Yield its entries; a line that is torn is passed over."""
        for line in self.lines():
            if entry := read_entry(line):
                yield entry

    @contextmanager
    def rewriting(self, refused: Mapping[str, str]) -> Iterator[Callable[[Entry], None]]:
        """Within: give the entries that are to be in the list. It is replaced at the end.

        Raises OSError.
        """
        named = {"roster": self.identity.roster, "makes": self.identity.makes}
        temporary = self.folder / f"{token()}{PART}"
        with temporary.open("w", encoding="utf-8", newline="\n") as file:
            file.write(f"{json.dumps({**named, 'refused': dict(refused)})}\n")
            yield lambda entry: _put(file, entry)
        temporary.replace(self.path)


def _put(file: TextIO, entry: Entry) -> None:
    file.write(f"[{entry.said}]\n")


def read_entry(line: bytes) -> Entry | None:
    """Return the entry of a line; None where it is torn."""
    try:
        return entry_of(json.loads(line))
    except (ValueError, TypeError):
        return None


def manifest_of(output: Path, identity: Identity) -> Manifest:
    """Return the list of a batch; one that is not there yet has no entries."""
    for found in manifests(output):
        if found.path.stem == identity.id:
            return Manifest(identity, found.folder, found.refused)
    return Manifest(identity, output / FOLDER, {})


def manifests(output: Path) -> Iterator[Manifest]:
    """Yield the lists of all batches in a folder, in the order of their names."""
    for path in sorted((output / FOLDER).glob(f"*{ENDING}")):
        try:
            with path.open("rb") as file:
                head = json.loads(file.readline())
            identity = Identity(head["roster"], head["makes"])
            yield Manifest(identity, path.parent, head["refused"])
        except (OSError, ValueError, KeyError, TypeError):
            continue
