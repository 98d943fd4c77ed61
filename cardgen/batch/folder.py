"""The output folder: what stands in it already, whose it is, and what becomes of it.

Nothing is replaced or moved but what cardgen made itself and nobody has changed since.
"""

import os
from collections.abc import Collection, Iterable
from pathlib import Path

from cardgen.batch.disk import FOLDER, disk_problems
from cardgen.batch.manifest import Entry, file_digest, manifests
from cardgen.errors import CannotWriteError, Problem

REMOVED = "removed"
"""The folder for pages of rows that are gone."""


class OutputFolder:
    """The files of a folder, as far as a batch has to do with them."""

    def __init__(self, output: Path, earlier: Iterable[Entry]) -> None:
        """`earlier` are the files that runs of this batch have made. Raises CannotWriteError."""
        self._output = output
        with disk_problems(output):
            self._present = {name.casefold() for name in os.listdir(output)} - {FOLDER}  # noqa: PTH208 - names alone
            self._ours: dict[str, set[str]] = {}
            for entry in earlier:
                if entry.name.casefold() in self._present:
                    self._ours.setdefault(entry.name, set()).add(entry.digest)
        self._same: set[str] = set()
        self._changed: set[str] = set()
        self.gone = self.set_aside = 0
        """How many files were moved since their rows are gone, and since somebody changed them."""

    def claim(self, files: Iterable[tuple[str, str]]) -> None:
        """Look at what stands under the names of files, with their digests, that are to be there.

        Raises CannotWriteError when one is not of this batch: nothing has been changed then.
        """
        if not self._present:
            return  # as in most folders, and to ask for each file takes a while
        foreign = [name for name, digest in files if not self._is_free(name, digest)]
        if foreign:
            raise CannotWriteError([self._foreign(foreign)])

    def _is_free(self, name: str, digest: str) -> bool:
        path = self._output / name
        if name.casefold() not in self._present or not os.path.lexists(path):
            return True
        found = file_digest(path)
        if found == digest:
            self._same.add(name)
        elif name in self._ours and found not in self._ours[name]:
            self._changed.add(name)
        return found == digest or name in self._ours

    def _foreign(self, names: list[str]) -> Problem:
        first, more = names[0], len(names) - 1
        owner = next((m for m in manifests(self._output) if _lists(m.entries(), first)), None)
        whose = f"of the roster {owner.identity.roster}" if owner else "not of this roster"
        message = f"{first} is there already, and {whose}"
        if more:
            message += f"; so it is with {more} other file{'' if more == 1 else 's'}"
        remedy = "Name another folder with -o, or move what is there"
        return Problem(str(self._output), 0, 0, "", message, remedy)

    def has(self, name: str) -> bool:
        """Tell whether the very file that is to be there is there."""
        return name in self._same

    def make_room(self, name: str) -> None:
        """Move a file away that somebody has changed, before another gets its name.

        Raises OSError.
        """
        if name in self._changed:
            self._move(name)
            self.set_aside += 1

    def remove_others(self, names: Collection[str]) -> list[Problem]:
        """Move all files of this batch away but these; return what was left since it was changed.

        Raises OSError.
        """
        left = []
        for name, digests in self._ours.items():
            if name in names or not os.path.lexists(self._output / name):
                continue
            if file_digest(self._output / name) in digests:
                self._move(name)
                self.gone += 1
            else:
                message = "its row is gone, but somebody has changed this file: it stays"
                left.append(Problem(str(self._output / name), 0, 0, "", message))
        return left

    def _move(self, name: str) -> None:
        folder, path = self._output / REMOVED, Path(name)
        folder.mkdir(exist_ok=True)
        target, count = folder / name, 1
        while os.path.lexists(target):
            count += 1
            target = folder / f"{path.stem}-{count}{path.suffix}"
        (self._output / name).rename(target)


def _lists(entries: Iterable[Entry], name: str) -> bool:
    return any(entry.name == name for entry in entries)
