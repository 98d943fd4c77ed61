"""What a program takes: time on the clock and of the processor, and its peak of memory.

A program is started by a fresh process that does nothing else: what the system says of the
children of a process holds what that process had itself when it started them.
"""

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_PER_MB = 2**20 if sys.platform == "darwin" else 2**10
"""In what getrusage counts memory: bytes, or KB."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What a program, or one page of many, took."""

    seconds: float
    """On the clock."""
    cpu: float
    """Seconds of the processor, all its processes together."""
    peak: float
    """The most memory that one of its processes had, in MB."""
    size: float = 0.0
    """Bytes that it wrote."""


class RunError(Exception):
    """A program ended with an exit code other than 0."""

    def __init__(self, code: int, said: str) -> None:
        """Keep the exit code, and the last line that the program wrote to stderr."""
        self.code = code
        super().__init__(f"exit code {code}: {(said.strip().splitlines() or ['?'])[-1]}")


def measure(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Taken:
    """Run a program in `folder`, with `environment` added to ours. Raises RunError."""
    wrapper = [sys.executable, "-I", __file__, *command]
    env = {**os.environ, **environment}
    ended = subprocess.run(
        wrapper, cwd=folder, env=env, capture_output=True, text=True, check=False
    )
    if ended.returncode:
        raise RunError(ended.returncode, ended.stderr)
    return Taken(*json.loads(ended.stdout))


def each(few: Taken, many: Taken, pages: int) -> Taken:
    """Return what a page takes: by how much `many` took more than `few`, which had `pages` less.

    So the start of the program does not count. The peak is that of `many`.
    """
    return Taken(
        (many.seconds - few.seconds) / pages,
        (many.cpu - few.cpu) / pages,
        many.peak,
        (many.size - few.size) / pages,
    )


def _wrapper() -> int:
    start = time.perf_counter()
    code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=False).returncode
    seconds = time.perf_counter() - start
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(json.dumps([seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / _PER_MB]))
    return abs(code)


if __name__ == "__main__":
    sys.exit(_wrapper())
