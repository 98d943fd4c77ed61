"""The cells of one column: how they are read, and what those that recur stand for."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cardgen.model.letterhead import Letterhead
from cardgen.model.library import Record
from cardgen.model.request import RequestField

_KEPT = 4096
"""So many values are kept of each column, and so many requests."""


@dataclass(slots=True)
class Cells:
    """How the cells of a column are read, and what those that recur stand for."""

    sets: RequestField
    folder: Path
    """What paths in cells count from."""
    read: Callable[[str], Any]
    is_prose: bool
    known: dict[str, Any] = field(default_factory=dict)
    named: dict[Path, None] = field(default_factory=dict)
    """The files that cells name, and those that these name."""

    def value(self, cell: str) -> Any:  # noqa: ANN401 - of the field's type
        """Return what a cell stands for. Raises InvalidDataError."""
        if self.is_prose:
            return self.read(cell)
        if cell not in self.known:
            keep(self.known, cell, self.read(cell))
            if isinstance(self.known[cell], Record):
                self._note_files(cell, self.known[cell])
        return self.known[cell]

    def _note_files(self, cell: str, found: Record[Any]) -> None:
        logo = found.value.logo if isinstance(found.value, Letterhead) else None
        paths = [self.folder / cell.strip(), *([found.root / logo] if logo else [])]
        self.named.update((path, None) for path in paths if path.is_file())


def keep(kept: dict[Any, Any], key: Hashable, value: object) -> None:
    """Keep a value; where there are as many as are kept, forget all others."""
    if len(kept) >= _KEPT:
        kept.clear()
    kept[key] = value
