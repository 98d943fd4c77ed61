"""A batch beside its peers: the same page in each engine, to files, in turns in one process.

Run it with `make bench`. The machine's speed changes from minute to minute; ratios of one run
hold. `--rows N` makes more pages in a round, `--growth` goes on from 10 to 10,000 rows.
"""

import argparse
import importlib.util
import logging
import pickle
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from pathlib import Path

import alone
import peers
import rosters
import together
from page import ROUTINE, Pages

from cardgen.batch.run import Batch, Run
from cardgen.paths import built_in
from cardgen.printer import Printer
from cardgen.write import write_whole

ROUNDS = 5
ANEW = 20
"""Pages that are laid out anew in a round."""
WARM = 100
"""Those before the first round: as in a large batch, each stretch has been on some page."""
GROWTH = (10, 100, 1000, 10_000)
EXTRA = "pip install 'cardgen[bench]'"
OURS, READY, NEW = "cardgen batch", "the same bytes, ready-made", "cardgen, laid out anew"


@dataclass
class Timed:
    """What an engine took: milliseconds a page of each round, on the clock and of CPU."""

    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    size: int = 0
    """Bytes of a page's file."""
    cold: float | None = None
    """Milliseconds for one page in a process of its own."""
    memory: float | None = None
    """Peak of a process of its own, in MB."""


class Bench:
    """Times every engine, in turns."""

    def __init__(self, folder: Path, rows: int) -> None:
        """Make all engines ready: what is timed reads no definitions and no fonts."""
        self._folder, self._rows, self._pages = folder, rows, Pages()
        self._printer = Printer(built_in())
        self._people = rosters.selections(self._printer)
        self._roster = rosters.stamped(folder, rows)
        shutil.rmtree(self._run(rosters.stamped(folder, rows, "first.csv"), "first"))
        self._run(self._anew("first-anew.csv", WARM), "first-anew")
        self._engines = engines()
        for make in self._engines.values():
            make(self._pages.words(0))
        self.timed: dict[str, Timed] = {}

    def _run(self, roster: Path, name: str) -> Path:
        output = self._folder / name
        asked = Batch(roster, None, output, built_in(), jobs=1)
        Run(asked, lambda *_: None, self._printer).work()
        return output

    def _anew(self, name: str, count: int = ANEW) -> Path:
        return rosters.anew(self._folder, islice(self._people, count), name)

    def _time(self, name: str, work: Callable[[], object], count: int) -> Timed:
        found = self.timed.setdefault(name, Timed())
        start, cpu = time.perf_counter(), time.process_time()
        work()
        found.cpu.append(1000 * (time.process_time() - cpu) / count)
        found.wall.append(1000 * (time.perf_counter() - start) / count)
        return found

    def round(self, number: int) -> None:
        """Let every engine make some pages."""
        name, rows = f"round-{number}", self._rows
        ours = self._time(OURS, lambda: self._run(self._roster, name), rows)
        made = [file.read_bytes() for file in sorted((self._folder / name).glob("*.pdf"))]
        again = self._folder / f"again-{number}"
        ready = self._time(READY, lambda: write_all(made, again), rows)
        ours.size = ready.size = len(made[0])
        # Memory that a file had before is faster than memory that nothing has had.
        shutil.rmtree(self._folder / name)
        shutil.rmtree(again)
        roster = self._anew(f"anew-{number}.csv")
        new = self._time(NEW, lambda: self._run(roster, f"anew-{number}"), ANEW)
        files = [*(self._folder / f"anew-{number}").glob("*.pdf")]
        new.size = sum(file.stat().st_size for file in files) // len(files)
        for peer in self._engines:
            count = peers.ENGINES[peer][2]
            self._time(peer, partial(self._peer, peer, number * count, count), count)

    def _peer(self, name: str, first: int, count: int) -> None:
        file = self._folder / "peer.pdf"
        for i in range(first, first + count):
            content = self._engines[name](self._pages.words(i))
            write_whole(file, content)
        self.timed[name].size = len(content)

    def alone(self) -> None:
        """Let every engine work in a process of its own, for its cold start and its memory."""
        ours = self.timed[OURS]
        ours.cold = 1000 * alone.cold_handout(ROUTINE, self._folder)
        _, _, ours.memory = alone.batch(self._roster, self._folder / "alone")
        words = self._folder / "words.pickle"
        words.write_bytes(pickle.dumps([self._pages.words(i) for i in range(alone.PAGES)]))
        for name in self._engines:
            cold, self.timed[name].memory = alone.peer(name, words)
            self.timed[name].cold = 1000 * cold


def write_all(contents: list[bytes], folder: Path) -> None:
    """Write files, each whole or not at all."""
    for i, content in enumerate(contents):
        write_whole(folder / f"{i}.pdf", content)


def engines() -> dict[str, peers.Engine]:
    """Return the peers that are installed; say why the others are not here."""
    logging.disable(logging.WARNING)  # fpdf2 and svglib say at length what they do not draw
    found = {}
    for name, (module, make, _) in peers.ENGINES.items():
        if importlib.util.find_spec(module) is None:
            print(f"{name:28} skipped: it is not installed ({EXTRA})")
            continue
        try:
            found[name] = make()
        except (ImportError, OSError) as error:
            print(f"{name:28} skipped: {error}")
    return found


def report(timed: dict[str, Timed]) -> None:
    """Print a table, each engine against our batch of the same round."""
    own = timed[OURS]
    heads = ("ms/page", "CPU ms", "pages/s", "KB", "peak MB", "cold ms", "to ours")
    print(f"\n{'':28} " + " ".join(f"{head:>8}" for head in heads))
    for name, found in timed.items():
        wall = statistics.median(found.wall)
        ratio = statistics.median(a / b for a, b in zip(found.wall, own.wall, strict=True))
        print(
            f"{name:28} {wall:8.3f} {statistics.median(found.cpu):8.3f} {1000 / wall:8.0f} "
            f"{found.size / 1024:8.1f} {_whole(found.memory)} {_whole(found.cold)} {ratio:7.2f}x"
        )


def _whole(value: float | None) -> str:
    return f"{'':8}" if value is None else f"{value:8.0f}"


def growth(folder: Path) -> None:
    """Print time and memory of whole processes from 10 to 10,000 rows."""
    print(f"\n{'rows':>7} {'seconds':>8} {'ms/row':>8} {'CPU ms':>8} {'peak MB':>8}")
    for rows in GROWTH:
        roster = rosters.stamped(folder, rows, f"{rows}.csv")
        seconds, cpu, peak = alone.batch(roster, folder / str(rows))
        each = f"{1000 * seconds / rows:8.3f} {1000 * cpu / rows:8.3f}"
        print(f"{rows:7} {seconds:8.2f} {each} {peak:8.1f}")


def main() -> None:
    """Print all that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1000, help="pages of our batch in a round")
    parser.add_argument("--growth", action="store_true", help="go on from 10 to 10,000 rows")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bench = Bench(folder, asked.rows)
        for number in range(ROUNDS):
            bench.round(number)
        bench.alone()
        report(bench.timed)
        together.report(folder, Printer(built_in()))
        if asked.growth:
            growth(folder)


if __name__ == "__main__":
    main()
