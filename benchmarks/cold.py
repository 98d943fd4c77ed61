"""Commands from a standing start, as people type them: whole processes, in turns.

Each is run the first time ever (nothing kept), again (what can be is kept), and with REV, another
revision of this repository, if it is named; and beside them one page in typst and in WeasyPrint,
where they are installed. A ratio is the median of the ratios of pairs.
"""

import argparse
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable, Mapping
from contextlib import nullcontext
from functools import partial
from pathlib import Path

from before import worktree
from measure import RunError, Taken, measure
from peers import NOT_INSTALLED
from program import HERE, Program

ROUNDS = 7
COMMANDS = {
    "handout": ("handout", "-o", "cold.pdf"),
    "handout --for": ("handout", "--for", "Maria Álvarez", "-o", "cold.pdf", "--force"),
    "cards": ("cards", "-o", "cold.pdf", "--force"),
    "booklet": ("booklet", "-o", "cold.pdf", "--force"),
    "preview": ("preview", "post-run", "-o", "cold.png"),
    "list": ("list",),
    "show": ("show", "cat-cow"),
    "check": ("check",),
    "cards --help": ("cards", "--help"),
}
PEERS = ("typst, a fresh compiler", "WeasyPrint")
Run = Callable[[], Taken]
Found = dict[str, dict[str, list[Taken]]]
"""What was taken, by command and by kind of run."""


def runs_in(folder: Path, rev: Program | None) -> dict[str, dict[str, Run]]:
    """Return what is run, by command: the first time, again, by REV; and each peer."""
    cache = folder / "cache"
    now = Program(HERE, cache=str(cache))

    def first(arguments: tuple[str, ...]) -> Taken:
        shutil.rmtree(cache, ignore_errors=True)
        return _of(now, folder, arguments)

    runs: dict[str, dict[str, Run]] = {}
    for name, arguments in COMMANDS.items():
        runs[name] = {
            "first": partial(first, arguments),
            "again": partial(_of, now, folder, arguments),
        }
        if rev:
            runs[name]["rev"] = partial(_of, rev, folder, _known(rev, arguments))
    for engine in PEERS:
        command = [sys.executable, str(HERE / "benchmarks/peers.py"), engine, "1", "peer.pdf"]
        runs[engine] = {"first": partial(measure, command, folder, {})}
    return runs


def _known(rev: Program, arguments: tuple[str, ...]) -> tuple[str, ...]:
    """Return arguments without those that an early revision does not know."""
    force = (rev.tree / "cardgen" / "overwrite.py").is_file()
    return arguments if force else tuple(a for a in arguments if a != "--force")


def _of(program: Program, folder: Path, arguments: tuple[str, ...]) -> Taken:
    for made in ("cold.pdf", "cold.png"):
        (folder / made).unlink(missing_ok=True)
    return program.run(folder, *arguments)


def measured(runs: Mapping[str, Mapping[str, Run]], rounds: int) -> Found:
    """Return what each run took, round by round; "first" always comes right before "again"."""
    found: Found = {}
    failed: set[str] = set()
    for number in range(rounds):
        for name, kinds in runs.items():
            order = sorted(kinds, key=lambda kind: kind == "rev", reverse=bool(number % 2))
            for kind in order if name not in failed else ():
                try:
                    found.setdefault(name, {}).setdefault(kind, []).append(kinds[kind]())
                except RunError as error:
                    failed.add(name)
                    if error.code != NOT_INSTALLED:
                        print(f"{name}, {kind}: {error}", file=sys.stderr)
    return {name: kinds for name, kinds in found.items() if name not in failed}


def report(found: Mapping[str, Mapping[str, list[Taken]]]) -> None:
    """Print the median times, and the median ratios of pairs, of the clock."""
    print(f"{'':24}{'first':>9}{'again':>9}{'rev':>9}{'first/rev':>11}{'again/rev':>11}{'MB':>7}")
    for name, kinds in found.items():
        times = {kind: [1000 * taken.seconds for taken in runs] for kind, runs in kinds.items()}
        shown = [_median(times.get(kind, [])) for kind in ("first", "again", "rev")]
        shown += [_ratio(times.get(kind), times.get("rev"), 11) for kind in ("first", "again")]
        last = kinds.get("again") or kinds["first"]
        peak = statistics.median(taken.peak for taken in last)
        print(f"{name:24}{''.join(shown)}{peak:7.0f}")
    again = found.get("handout", {}).get("again")
    for peer in PEERS:
        if again and peer in found:
            ratio = _ratio([t.seconds for t in again], [t.seconds for t in found[peer]["first"]], 0)
            print(f"handout again / one page of {peer}: {ratio}")


def _median(values: list[float]) -> str:
    return f"{statistics.median(values):9.0f}" if values else f"{'-':>9}"


def _ratio(values: list[float] | None, others: list[float] | None, width: int) -> str:
    if not values or not others:
        return f"{'-':>{width}}"
    return f"{statistics.median(a / b for a, b in zip(values, others, strict=True)):{width}.2f}"


def main() -> int:
    """Measure in turns; return 1 if a command did not run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("revision", metavar="REV", nargs="?", help="a commit, a branch or a tag")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help=f"runs of each ({ROUNDS})")
    parser.add_argument("--python", default=sys.executable, help="REV's own interpreter")
    parser.add_argument(
        "--short", action="store_true", help="see that all runs; figures say nothing"
    )
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with worktree(asked.revision) if asked.revision else nullcontext() as tree:
            rev = Program(tree, asked.python) if tree else None
            runs = runs_in(folder, rev)
            measured(runs, 1)  # compiles modules and fills the disk's cache
            found = measured(runs, 1 if asked.short else asked.rounds)
    report(found)
    return int(not COMMANDS.keys() <= found.keys())


if __name__ == "__main__":
    sys.exit(main())
