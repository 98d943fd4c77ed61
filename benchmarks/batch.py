"""A batch beside its peers: the same page in each engine, to files, in turns.

All run as programs of their own; what a page takes is the difference of a long run and a short
one. The machine's speed changes from minute to minute; ratios of one run hold. Run it with
`make bench`.
"""

import argparse
import importlib.util
import statistics
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import peers
import rosters
from measure import RunError, Taken, each, measure
from program import HERE, MERGE, ROWS, Program, Rows

ROUNDS = 5
GROWTH = (10, 100, 1000, 10_000)
DISTINCT = 2000
"""Rows of a roster in which everyone has stretches and a note of their own."""
FEW = 3
"""Rows where only the exit code matters."""
OWN = {**ROWS, "a page of --print-only": replace(ROWS[MERGE], options=("--merge", "--print-only"))}
"""Our kinds of rows. What the last one saves is what tags cost in a merged file."""
PROGRAM = Program(HERE)
Engine = Callable[[Path], tuple[Taken, Taken | None]]
"""Gives what a page takes, and, where it tells more, one page from a cold start."""


def engines(*, short: bool) -> dict[str, Engine]:
    """Return who is measured: the first is what the others are compared with."""
    found: dict[str, Engine] = {}
    for name, rows in OWN.items():
        found[f"cardgen, {name}"] = partial(_ours, rows.short() if short else rows)
    for name, peer in peers.PEERS.items():
        if importlib.util.find_spec(peer.module) is None:
            print(f"{name}: skipped, since it is not installed (pip install 'cardgen[bench]')")
        else:
            found[name] = partial(_peer, name, 1 if short else peer.pages)
    return found


def _ours(rows: Rows, folder: Path) -> tuple[Taken, Taken | None]:
    page = rows.measure(PROGRAM, folder, HERE)
    if rows.roster is not rosters.stamped or rows.options:
        return page, None
    routine, file = rosters.STAMPED_ROUTINE, str(folder / "cold.pdf")
    return page, PROGRAM.run(folder, "handout", routine, "-o", file)


def _peer(name: str, pages: int, folder: Path) -> tuple[Taken, Taken]:
    cold, warm = (_made(name, count, folder) for count in (1, 1 + pages))
    return replace(each(cold, warm, pages), size=cold.size), cold


def _made(name: str, count: int, folder: Path) -> Taken:
    file = folder / "peer.pdf"
    command = [sys.executable, "-W", "ignore", peers.__file__, name, str(count), str(file)]
    return replace(measure(command, folder, {}), size=file.stat().st_size)


class Bench:
    """Measures engines in turns, and leaves out those that do not run."""

    def __init__(self, engines: dict[str, Engine], folder: Path) -> None:
        """Keep who is measured; they work in `folder`."""
        self._engines, self._folder = engines, folder
        self.taken: dict[str, list[tuple[Taken, Taken | None]]] = {name: [] for name in engines}
        self.failed = False

    def round(self) -> None:
        """Let each engine make its pages."""
        for name, engine in list(self._engines.items()):
            try:
                self.taken[name].append(engine(self._folder))
            except RunError as error:
                print(f"{name}: {error}", file=sys.stderr)
                # A library that a peer needs from the system may not be there.
                self.failed |= error.code != peers.NOT_INSTALLED or name not in peers.PEERS
                del self._engines[name], self.taken[name]

    def report(self) -> None:
        """Print a table, each engine against the first one in the same round."""
        heads = ("ms/page", "CPU ms", "pages/s", "KB", "peak MB", "cold ms", "ratio")
        print(f"\n{'':32}" + "".join(f"{head:>9}" for head in heads))
        first = next(iter(self.taken.values()), [])
        for name, taken in self.taken.items():
            pages, cold = [page for page, _ in taken], [one.seconds for _, one in taken if one]
            seconds = statistics.median(page.seconds for page in pages)
            pairs = zip(pages, first, strict=True)
            print(
                f"{name:32}{1000 * seconds:9.3f}"
                f"{1000 * statistics.median(page.cpu for page in pages):9.3f}"
                f"{1 / seconds:9.0f}{pages[-1].size / 1024:9.1f}"
                f"{statistics.median(page.peak for page in pages):9.0f}"
                f"{f'{1000 * statistics.median(cold):9.0f}' if cold else '':9}"
                f"{statistics.median(page.seconds / own.seconds for page, (own, _) in pairs):8.2f}x"
            )


def growth(folder: Path, counts: tuple[int, ...]) -> None:
    """Print time and memory of whole batches, from few rows to many. Raises RunError."""
    print(f"\n{'rows':>7} {'seconds':>8} {'ms/row':>8} {'CPU ms':>8} {'peak MB':>8}")
    for rows in counts:
        roster = rosters.stamped(folder, rows, HERE)
        taken = PROGRAM.batch(folder, roster, "--jobs", "1")
        a_row = f"{1000 * taken.seconds / rows:8.3f} {1000 * taken.cpu / rows:8.3f}"
        print(f"{rows:7} {taken.seconds:8.2f} {a_row} {taken.peak:8.1f}")


def jobs(folder: Path, rows: int) -> None:
    """Print what a second process gains where pages are laid out anew. Raises RunError."""
    roster = rosters.anew(folder, rows, HERE)
    print(f"\n{rows} rows, each with a selection and a note of its own")
    one, two = (PROGRAM.batch(folder, roster, "--jobs", count).seconds for count in "12")
    print(f"{'--jobs 1':32} {one:8.2f} s\n{'--jobs 2':32} {two:8.2f} s {one / two:8.2f}x")


def main() -> int:
    """Print all tables; return 1 if something did not run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--short", action="store_true", help="see that all runs; figures say nothing"
    )
    short = parser.parse_args().short
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bench = Bench(engines(short=short), folder)
        for _ in range(1 if short else ROUNDS):
            bench.round()
        bench.report()
        try:
            growth(folder, (FEW,) if short else GROWTH)
            jobs(folder, FEW if short else DISTINCT)
        except RunError as error:
            print(error, file=sys.stderr)
            return 1
    return bench.failed


if __name__ == "__main__":
    sys.exit(main())
