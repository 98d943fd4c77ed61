"""Two revisions of cardgen side by side: this source tree, and REV of its repository.

Both are run by the command line, in turns, so that the ratio holds when the machine's speed does
not. A ratio is the median of the ratios of pairs; under 1.00, this tree is better.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from measure import RunError, Taken
from program import HERE, ROWS, Program

ROUNDS = 5
SIDES = ("before", "now")
Case = Callable[[Program, Path], Taken]
Pair = tuple[Taken, Taken]
"""What the other revision took, and what this tree took."""


@contextmanager
def worktree(revision: str) -> Iterator[Path]:
    """Check a revision out into a temporary folder; exits when git cannot."""
    with tempfile.TemporaryDirectory() as name:
        tree = Path(name, "tree")
        _git("worktree", "add", "--quiet", "--detach", str(tree), revision)
        try:
            yield tree
        finally:
            _git("worktree", "remove", "--force", str(tree))


def _git(*arguments: str) -> None:
    if code := subprocess.run(["git", "-C", str(HERE), *arguments], check=False).returncode:
        sys.exit(code)


def cases(library: Path, *, short: bool) -> dict[str, Case]:
    """Return what is measured; `library` has the stretches that both revisions know."""
    rows = {name: case.short() if short else case for name, case in ROWS.items()}
    found: dict[str, Case] = {n: partial(case.measure, library=library) for n, case in rows.items()}
    for command in ("handout", "cards"):
        found[f"cardgen {command}, cold"] = partial(_cold, command)
    return found


def _cold(command: str, program: Program, folder: Path) -> Taken:
    return program.run(folder, command, "-o", str(folder / "cold.pdf"))


class Comparison:
    """Measures two programs in turns, and leaves out what one of them cannot do."""

    def __init__(self, before: Program, now: Program, folder: Path) -> None:
        """Keep who is measured; they work in `folder`."""
        self._programs, self._folder = dict(zip(SIDES, (before, now), strict=True)), folder
        self.pairs: dict[str, list[Pair]] = {}
        self.failed: set[str] = set()

    def round(self, cases: dict[str, Case], number: int) -> None:
        """Measure each case with both; in every other round this tree goes first."""
        order = SIDES if number % 2 == 0 else SIDES[::-1]
        for name, case in cases.items():
            if name in self.failed:
                continue
            taken = {side: self._taken(name, case, side) for side in order}
            before, now = (taken[side] for side in SIDES)
            if before and now:
                self.pairs.setdefault(name, []).append((before, now))
            else:
                self.failed.add(name)
                self.pairs.pop(name, None)

    def _taken(self, name: str, case: Case, side: str) -> Taken | None:
        try:
            return case(self._programs[side], self._folder)
        except RunError as error:
            print(f"{name}, {side}: {error}", file=sys.stderr)
            return None


def report(measured: dict[str, list[Pair]]) -> None:
    """Print the medians of each case, and the median ratio of its pairs."""
    head = "{:>8} {:>8} {:>6}".format(*SIDES, "ratio")
    print(f"{'':24}  {'ms':^24}  {'ms of CPU':^24}  {'peak MB':^24}")
    print(f"{'':24}  {head}  {head}  {head}")
    for name, found in measured.items():
        parts = [
            _compared([(1000 * a.seconds, 1000 * b.seconds) for a, b in found]),
            _compared([(1000 * a.cpu, 1000 * b.cpu) for a, b in found]),
            _compared([(a.peak, b.peak) for a, b in found]),
        ]
        print(f"{name:24}  {'  '.join(parts)}")


def _compared(values: list[tuple[float, float]]) -> str:
    before, now = (statistics.median(side) for side in zip(*values, strict=True))
    # A few rows may take less than what one start of a program differs from another.
    ratio = statistics.median(b / a if a > 0 else float("nan") for a, b in values)
    return f"{before:8.3f} {now:8.3f} {ratio:6.2f}"


def main() -> int:
    """Measure all cases in turns; return 1 if one of them did not run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("revision", metavar="REV", help="a commit, a branch or a tag")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help=f"pairs of each ({ROUNDS})")
    parser.add_argument("--python", default=sys.executable, help="REV's own interpreter")
    parser.add_argument(
        "--short", action="store_true", help="see that all runs; figures say nothing"
    )
    asked = parser.parse_args()
    with worktree(asked.revision) as tree, tempfile.TemporaryDirectory() as folder:
        both = Comparison(Program(tree, asked.python), Program(HERE), Path(folder))
        # The first round compiles modules and fills the disk's cache.
        both.round(cases(tree, short=True), 0)
        if not asked.short:
            both.pairs.clear()
            for number in range(asked.rounds):
                both.round(cases(tree, short=False), number)
    report(both.pairs)
    return bool(both.failed)


if __name__ == "__main__":
    sys.exit(main())
