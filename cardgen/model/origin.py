"""Where a text comes from: the place that a person goes to in order to change it."""

from collections.abc import Mapping
from typing import NamedTuple, TypeVar

from cardgen.errors import Problem

FieldPath = tuple[str | int, ...]
"""The keys and indices that lead to a field of a file."""
T = TypeVar("T")
"""What tells where a field stands."""


class Origin(NamedTuple):
    """A field of a file, or of a request where `file` is "". Lines and columns count from 1."""

    file: str
    line: int
    column: int
    field: str
    language: str = ""
    """The language of the text, where it is another one than that of the page."""

    def problem(self, message: str, remedy: str = "") -> Problem:
        """Return a Problem at this place."""
        return Problem(self.file, self.line, self.column, self.field, message, remedy)


def requested(field: str) -> Origin:
    """Return the origin of what a field of a request says, such as "note"."""
    return Origin("", 0, 0, field)


def moved(places: Mapping[FieldPath, T], home: FieldPath, there: FieldPath) -> dict[FieldPath, T]:
    """Return the places of a field and of all below it as those of another field."""
    size = len(home)
    return {(*there, *path[size:]): at for path, at in places.items() if path[:size] == home}


def dotted(path: FieldPath) -> str:
    """Return a path as people write it: `items[2].dose.hold`, the list counted from 1."""
    text = ""
    for part in path:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if text else part
    return text
