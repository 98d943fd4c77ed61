"""A batch beside its peers: the same page in each engine, to files, in turns in one process.

Run it with `make bench`. The machine's speed changes from minute to minute; ratios of one run
hold. `--rows N` makes more of our own pages, `--growth` goes up to 10,000 rows.
"""

import argparse
import importlib.util
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import peers
from page import ROUTINE, Pages, header, line, request

from cardgen.batch.run import Batch, Run
from cardgen.model.request import HandoutRequest
from cardgen.paths import built_in
from cardgen.printer import Printer
from cardgen.write import write_whole

ROUNDS = 5
NOTE = "go slowly and breathe well rest often stop when it hurts"
EXTRA = "pip install 'cardgen[bench]'"
PEERS: dict[str, tuple[str, Callable[[], peers.Engine], int]] = {
    "typst, one compiler, tagged": ("typst", peers.typst, 10),
    "typst, a fresh compiler": ("typst", lambda: peers.typst(reused=False), 3),
    "WeasyPrint": ("weasyprint", peers.weasyprint, 2),
    "fpdf2": ("fpdf", peers.fpdf2, 2),
    "ReportLab platypus": ("reportlab", peers.platypus, 3),
}
"""What each needs, how it is made ready, and how many pages it makes in a round."""


@dataclass
class Timed:
    """Milliseconds a page of each round, and the size of a page."""

    rounds: list[float] = field(default_factory=list)
    size: int = 0

    @property
    def median(self) -> float:
        """Return the median in milliseconds."""
        return statistics.median(self.rounds)


def roster(folder: Path, rows: int, name: str = "roster.csv") -> Path:
    """Write a roster of so many people."""
    path = folder / name
    path.write_text("\n".join([header(), *map(line, range(rows)), ""]), encoding="utf-8")
    return path


def run(path: Path, output: Path, printer: Printer | None = None) -> float:
    """Return the seconds that a batch takes in this process, CSV to files."""
    start = time.perf_counter()
    asked = Batch(path, None, output, built_in(), jobs=1)
    Run(asked, lambda *_: None, printer).work()
    return time.perf_counter() - start


def ready_made(contents: list[bytes], folder: Path) -> float:
    """Return the seconds that writing these bytes takes, each file whole or not at all."""
    start = time.perf_counter()
    for i, content in enumerate(contents):
        write_whole(folder / f"{i}.pdf", content)
    return time.perf_counter() - start


def anew(rnd: random.Random, ids: list[str], others: list[str], i: int) -> HandoutRequest:
    """Return a page with a selection and a note of its own: it must be laid out anew."""
    keep = rnd.sample(ids, 3)
    words = [
        "go",
        "slowly",
        "and",
        "breathe",
        "well",
        "rest",
        "often",
        "stop",
        "when",
        "it",
        "hurts",
    ]
    note = " ".join(rnd.choices(words, k=rnd.randint(4, 25)))
    gone = tuple(id_ for id_ in ids if id_ not in keep)
    given = request(i)
    return HandoutRequest(
        "post-run",
        recipient=given.recipient,
        date=given.date,
        without=gone,
        add=tuple(rnd.sample(others, 2)),
        note=f"{note}.",
    )


def selections(printer: Printer) -> Iterator[HandoutRequest]:
    """Yield requests with five of twenty stretches each."""
    rnd = random.Random(1)  # noqa: S311 - not for secrets
    ids = [item.stretch for item in printer.library.routines["post-run"].value.items]
    others = [id_ for id_ in printer.library.stretches if id_ not in ids]
    i = 0
    while True:
        yield anew(rnd, ids, others, i)
        i += 1


def engines() -> dict[str, peers.Engine]:
    """Return the peers that are installed; say why the others are not here."""
    found = {}
    for name, (module, make, _) in PEERS.items():
        if importlib.util.find_spec(module) is None:
            print(f"{name:34} skipped: it is not installed ({EXTRA})")
            continue
        try:
            found[name] = make()
        except (ImportError, OSError) as error:
            print(f"{name:34} skipped: {error}")
    return found


def compare(rows: int, folder: Path) -> None:
    """Print milliseconds a page of every engine, and the ratios."""
    pages, printer = Pages(), Printer(built_in())
    path, made = roster(folder, rows), selections(printer)
    # Warm: what is timed reads no definitions and lays out no first page.
    run(roster(folder, 10, "first.csv"), folder / "first", printer)
    for _ in range(40):
        printer.handout(next(made))
    found = engines()
    for make in found.values():
        make(pages.words(0))
    timed: dict[str, Timed] = {}
    for number in range(ROUNDS):
        one_round(number, rows, path, folder, printer, made, found, pages, timed)
    report(timed)


def one_round(  # noqa: D103 - see `compare`
    number: int,
    rows: int,
    path: Path,
    folder: Path,
    printer: Printer,
    made: Iterator[HandoutRequest],
    found: dict[str, peers.Engine],
    pages: Pages,
    timed: dict[str, Timed],
) -> None:
    def keep(name: str, seconds: float, count: int, size: int) -> None:
        timed.setdefault(name, Timed()).rounds.append(1000 * seconds / count)
        timed[name].size = size

    output = folder / f"round-{number}"
    seconds = run(path, output, printer)
    contents = [file.read_bytes() for file in sorted(output.glob("*.pdf"))]
    size = len(contents[0])
    keep("cardgen batch, CSV to files", seconds, rows, size)
    keep("the same bytes, ready-made", ready_made(contents, folder / f"r{number}"), rows, size)
    start = time.perf_counter()
    for _ in range(10):
        content = printer.handout(next(made)).content
        write_whole(folder / "anew.pdf", content)
    keep("cardgen, each page laid out anew", time.perf_counter() - start, 10, len(content))
    for name, make in found.items():
        count = PEERS[name][2]
        start = time.perf_counter()
        for i in range(count):
            content = make(pages.words(number * count + i))
            write_whole(folder / "peer.pdf", content)
        keep(name, time.perf_counter() - start, count, len(content))


def report(timed: dict[str, Timed]) -> None:
    """Print a table, each engine against our batch of the same round."""
    own = timed["cardgen batch, CSV to files"]
    print(f"\n{'':34} {'ms a page':>10} {'pages/s':>9} {'KB':>6} {'to ours':>9}")
    for name, found in timed.items():
        ratio = statistics.median(a / b for a, b in zip(found.rounds, own.rounds, strict=True))
        rate, size = 1000 / found.median, found.size / 1024
        print(f"{name:34} {found.median:10.3f} {rate:9.0f} {size:6.1f} {ratio:8.2f}x")


def growth(folder: Path) -> None:
    """Print time and memory of whole processes from 10 to 10,000 rows."""
    print(f"\n{'rows':>7} {'seconds':>8} {'ms a row':>9} {'peak MB':>8}")
    for rows in (10, 100, 1000, 10_000):
        path = roster(folder, rows, f"{rows}.csv")
        program = f"import batch; batch.child({str(path)!r}, {str(folder / str(rows))!r})"
        ended = subprocess.run(
            [sys.executable, "-c", program],
            cwd=Path(__file__).parent,
            check=True,
            capture_output=True,
            text=True,
        )
        seconds, memory = map(float, ended.stdout.split())
        print(f"{rows:7} {seconds:8.2f} {1000 * seconds / rows:9.3f} {memory:8.1f}")


def child(path: str, output: str) -> None:
    """Print the seconds and the peak memory in MB of a batch in a process of its own."""
    seconds = run(Path(path), Path(output))
    print(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def cold(folder: Path) -> None:
    """Print how long one handout takes in a process of its own."""
    command = ["cardgen", "handout", ROUTINE, "-o", str(folder / "cold.pdf")]
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        subprocess.run(
            [Path(sys.executable).parent / command[0], *command[1:]],
            check=True,
            capture_output=True,
        )
        times.append(time.perf_counter() - start)
    print(f"\none handout, cold: {1000 * statistics.median(times):.0f} ms")


def main() -> None:
    """Print all that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=2000)
    parser.add_argument("--growth", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        compare(asked.rows, folder)
        cold(folder)
        if asked.growth:
            growth(folder)


if __name__ == "__main__":
    main()
