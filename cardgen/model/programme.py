"""A programme, read as the routine that it stands for."""

from dataclasses import dataclass

from cardgen.model.library import Record
from cardgen.model.origin import Origin
from cardgen.model.routine import Routine

_NAMES = {"items": "moves"}
"""What a programme calls a field of a routine, where it is not the same."""


@dataclass(frozen=True, slots=True)
class ProgrammeRecord(Record[Routine]):
    """A programme as a routine: nobody has reviewed it as a whole but its author.

    Its places are those of the programme's file; there are none where it is in no file.
    """

    def origin(self, *path: str | int) -> Origin:
        """Return the place of a field of the routine, by the name that the programme has for it."""
        named = (_NAMES.get(str(path[0]), path[0]), *path[1:]) if path else path
        return Record.origin(self, *named)
