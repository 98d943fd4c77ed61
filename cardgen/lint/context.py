"""What the rules look at."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from cardgen.lint.proof import Proof
from cardgen.model.letterhead import Letterhead
from cardgen.model.library import Library, Record
from cardgen.model.routine import Routine
from cardgen.model.safety import Safety
from cardgen.model.source import Source
from cardgen.model.stretch import Stretch


@dataclass(frozen=True, slots=True)
class LintContext:
    """The definitions that can be used, and which of them are to be judged."""

    library: Library
    files: frozenset[str]
    """The files to judge, as records name them."""
    today: datetime.date
    stock: Library
    """The built-in library: its definitions are there to be drawn from."""
    proofs: tuple[Proof, ...] = ()
    letterheads: tuple[Record[Letterhead], ...] = ()
    """Those that can be used, of the files to judge."""

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

    @property
    def safety_in_use(self) -> Iterator[Record[Safety]]:
        """Yield the safety texts to judge that print with some routine."""
        used = {routine.value.safety for routine in self.library.routines.values()}
        return (safety for safety in self.safety if safety.id in used)

    def is_stock(self, source: Record[Source]) -> bool:
        """Tell whether a source is a built-in one, or a copy of it."""
        built_in = self.stock.sources.get(source.id)
        return built_in is not None and built_in.value == source.value

    def _judged(self, records: Mapping[str, Record[Any]]) -> Iterator[Record[Any]]:
        return (record for record in records.values() if record.file in self.files)
