"""The definitions that were found, each with the file and lines that it came from."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from cardgen.errors import Problem
from cardgen.model.country import Country
from cardgen.model.routine import Routine
from cardgen.model.safety import Safety
from cardgen.model.source import Source
from cardgen.model.stretch import Stretch

FieldPath = tuple[str | int, ...]
Place = tuple[int, int]

M_co = TypeVar("M_co", covariant=True)


def dotted(path: FieldPath) -> str:
    """Return a path as people write it: `items[2].dose.hold`, the list counted from 1."""
    text = ""
    for part in path:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if text else part
    return text


@dataclass(frozen=True, slots=True)
class Origin:
    """A field of a file: where a person goes to change what they see."""

    file: str
    line: int
    column: int
    field: str

    def problem(self, message: str, remedy: str = "") -> Problem:
        """Return a Problem at this place."""
        return Problem(self.file, self.line, self.column, self.field, message, remedy)


@dataclass(frozen=True, slots=True)
class Record(Generic[M_co]):
    """A definition, its id, the folder that holds its kind, and where each field stands."""

    id: str
    value: M_co
    file: str
    root: Path
    places: Mapping[FieldPath, Place]

    def origin(self, *path: str | int) -> Origin:
        """Return the place of the field at `path`, or of its nearest parent that is written."""
        known = path
        while known and known not in self.places:
            known = known[:-1]
        return Origin(self.file, *self.places.get(known, (1, 1)), dotted(path))


@dataclass(frozen=True, slots=True)
class Library:
    """All definitions by kind and id; a user's own stand in place of built-in ones."""

    stretches: Mapping[str, Record[Stretch]]
    routines: Mapping[str, Record[Routine]]
    sources: Mapping[str, Record[Source]]
    safety: Mapping[str, Record[Safety]]
    countries: Mapping[str, Country]
