"""What accessibility costs: a whole build with the structure tree, and one without it.

Run it with `make bench`. Both are timed in turns in one process, so that the ratio holds when
the machine's speed does not.
"""

import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

from cardgen.build import build_handout
from cardgen.model.request import HandoutRequest
from cardgen.render import pdf
from cardgen.render.painter import Painter
from cardgen.render.structure import Element

ROUNDS = 15
GOAL = 1.15


class Untagged(Painter):
    """Draws as ever, and says nothing of what it draws."""

    @contextmanager
    def _content(self, element: Element) -> Iterator[None]:  # noqa: ARG002 - as Painter has it
        """Draw without marks."""
        yield


def seconds(build: Callable[[], object]) -> float:
    """Return how long `build` takes."""
    start = time.perf_counter()
    build()
    return time.perf_counter() - start


def main() -> None:
    """Time both in turns, and print the medians and their ratio."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "handout.pdf")

        def tagged() -> None:
            build_handout(HandoutRequest(), file, Path(folder))

        def untagged() -> None:
            with (
                mock.patch.object(pdf, "Painter", Untagged),
                mock.patch.object(pdf, "write_structure", return_value=0),
            ):
                tagged()

        tagged()
        size = file.stat().st_size
        pairs = [(seconds(tagged), seconds(untagged)) for _ in range(ROUNDS)]
    ratio = statistics.median(first / second for first, second in pairs)
    with_tags, without = (statistics.median(times) for times in zip(*pairs, strict=True))
    print(f"a handout, tagged     {1000 * with_tags:7.1f} ms   {size / 1024:.0f} KB")
    print(f"a handout, untagged   {1000 * without:7.1f} ms")
    print(f"ratio, median of {ROUNDS} {ratio:9.3f}      goal: at most {GOAL}")


if __name__ == "__main__":
    main()
