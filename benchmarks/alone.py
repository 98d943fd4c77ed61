"""What an engine takes in a process of its own: the time of a cold start, and memory."""

import os
import pickle
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

COLD = 3
"""How often each starts."""
PAGES = 20
"""How many pages a peer makes for its peak of memory."""
CARDGEN = "cardgen"


def memory() -> float:
    """Return the peak memory of this process in MB.

    On Linux not as `getrusage` has it, which counts what the parent had when it started this.
    """
    status = Path("/proc/self/status")
    if status.exists():
        lines = status.read_text(encoding="ascii").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024
    import resource  # noqa: PLC0415 - not on Windows

    per_mb = 2**20 if sys.platform == "darwin" else 2**10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / per_mb


def _started(command: Sequence[str]) -> tuple[float, str]:
    """Return the seconds that a program takes, and what it says."""
    start = time.perf_counter()
    ended = subprocess.run(command, cwd=Path(__file__).parent, check=True, stdout=subprocess.PIPE)
    return time.perf_counter() - start, ended.stdout.decode()


def _child(*arguments: str) -> list[str]:
    return [sys.executable, "-W", "ignore", __file__, *arguments]


def batch(roster: Path, output: Path, jobs: int = 1) -> tuple[float, float, float]:
    """Return seconds, CPU seconds and peak MB of a batch, CSV to files, by so many processes."""
    _, said = _started(_child(CARDGEN, str(roster), str(output), str(jobs)))
    seconds, cpu, peak = map(float, said.split())
    return seconds, cpu, peak


def cold_handout(routine: str, folder: Path) -> float:
    """Return the seconds that one handout takes, from the command line."""
    program = Path(sys.executable).parent / "cardgen"
    command = [str(program), "handout", routine, "-o", str(folder / "cold.pdf")]
    return statistics.median(_started(command)[0] for _ in range(COLD))


def peer(name: str, words: Path) -> tuple[float, float]:
    """Return the seconds that one page takes from a cold start, and the peak MB of several."""
    cold = statistics.median(_started(_child(name, str(words), "1"))[0] for _ in range(COLD))
    return cold, float(_started(_child(name, str(words), str(PAGES)))[1])


def _batch(roster: str, output: str, jobs: str) -> None:
    from cardgen.batch.run import Batch, Run  # noqa: PLC0415 - peers start without it
    from cardgen.paths import built_in  # noqa: PLC0415

    start = time.perf_counter()
    asked = Batch(Path(roster), None, Path(output), built_in(), jobs=int(jobs))
    Run(asked, lambda *_: None).work()
    print(time.perf_counter() - start, time.process_time(), memory())


def _peer(name: str, words: str, count: str) -> None:
    import peers  # noqa: PLC0415 - a batch of ours starts without it

    # fpdf2 and svglib say at length what they do not draw.
    sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - until the end
    make = peers.ENGINES[name][1]()
    with Path(words).open("rb") as file:
        people = pickle.load(file)  # noqa: S301 - what `batch.py` has just written
    for i in range(int(count)):
        make(people[i])
    print(memory())


if __name__ == "__main__":
    if sys.argv[1] == CARDGEN:
        _batch(*sys.argv[2:])
    else:
        _peer(*sys.argv[1:])
