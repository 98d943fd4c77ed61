"""cardgen as people run it: by its command line, each time as a process of its own.

So any revision can be measured, whatever its modules are called.
"""

import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import rosters
from measure import Taken, each, measure

HERE = Path(__file__).parents[1]
"""The source tree that these benchmarks belong to."""


@dataclass(frozen=True, slots=True)
class Program:
    """The cardgen of a source tree."""

    tree: Path
    python: str = sys.executable
    """The interpreter, which has what cardgen depends on."""
    cache: str = "off"
    """The folder that it keeps its parts in, so that nothing comes from a run before it."""

    def run(self, folder: Path, *arguments: str) -> Taken:
        """Run a command in `folder`, which has no definitions of its own. Raises RunError."""
        command = [self.python, "-W", "ignore", "-m", "cardgen", *arguments]
        path = os.pathsep.join(filter(None, (str(self.tree), os.environ.get("PYTHONPATH"))))
        # An installed program is compiled once: so is this one, whatever the shell says.
        kept = {"CARDGEN_CACHE": self.cache}
        return measure(command, folder, {"PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "", **kept})

    def batch(self, folder: Path, roster: Path, *options: str) -> Taken:
        """Make a batch, and remove its files again. Raises RunError."""
        output = folder / "batch"
        try:
            taken = self.run(folder, "batch", str(roster), "-o", str(output), "--quiet", *options)
            return replace(taken, size=sum(file.stat().st_size for file in output.glob("*.pdf")))
        finally:
            shutil.rmtree(output, ignore_errors=True)


@dataclass(frozen=True, slots=True)
class Rows:
    """What a row of a batch takes, by the difference of two batches."""

    roster: Callable[[Path, int, Path], Path]
    few: int
    """Rows of the short batch: as many as have met each stretch, or each dose."""
    many: int
    """Rows of the long one."""
    options: tuple[str, ...] = ()

    def short(self) -> "Rows":
        """Return the same with rows that are enough to see it work."""
        return replace(self, few=1, many=3)

    def measure(self, program: Program, folder: Path, library: Path) -> Taken:
        """Return what a row takes; selections are of stretches in `library`. Raises RunError."""
        few, many = (
            program.batch(folder, self.roster(folder, rows, library), "--jobs", "1", *self.options)
            for rows in (self.few, self.many)
        )
        return each(few, many, self.many - self.few)


MERGE = "a page of --merge"
ROWS = {
    "a stamped row": Rows(rosters.stamped, 20, 2000),
    "a page laid out anew": Rows(rosters.anew, 100, 300),
    MERGE: Rows(rosters.stamped, 1000, 12_000, ("--merge",)),
}
"""The kinds of rows."""
