"""What the rules look at."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cardgen.check.proof import Proof
from cardgen.model.library import Library, Record
from cardgen.model.routine import Routine
from cardgen.model.safety import Safety
from cardgen.model.source import Source
from cardgen.model.stretch import Stretch


@dataclass(frozen=True, slots=True)
class Subject:
    """The definitions that can be read, and which of them are to be judged.

    A rule may follow an id into all of `library`, where what it names can be missing.
    """

    library: Library
    files: frozenset[str]
    """The files to judge, as records name them."""
    today: datetime.date
    stock: Path
    """The folder of the built-in library: its sources are there to be drawn from."""
    proofs: tuple[Proof, ...] = ()

    @property
    def stretches(self) -> Iterator[Record[Stretch]]:
        """Yield the stretches to judge."""
        return self._judged(self.library.stretches)

    @property
    def routines(self) -> Iterator[Record[Routine]]:
        """Yield the routines to judge."""
        return self._judged(self.library.routines)

    @property
    def sources(self) -> Iterator[Record[Source]]:
        """Yield the sources to judge."""
        return self._judged(self.library.sources)

    @property
    def safety(self) -> Iterator[Record[Safety]]:
        """Yield the safety texts to judge."""
        return self._judged(self.library.safety)

    def _judged(self, records: Mapping[str, Record[Any]]) -> Iterator[Record[Any]]:
        return (record for record in records.values() if record.file in self.files)
