"""Lines of a page from right to left: layout counts from its right edge, paper from its left."""

from collections.abc import Iterator
from dataclasses import replace

from cardgen.model.page import Line
from cardgen.typography.measure import letters_width, run_width


def mirrored_line(line: Line, width: float) -> Line:
    """Return a line that starts at the right of what is `width` points wide.

    Its runs change places; the letters of a run do not.
    """
    x = width - line.x - line.width
    if len(line.runs) == 1 and not line.starts:
        return replace(line, x=x)
    starts = line.starts or tuple(following(line))
    ends = (start + letters_width(run) for start, run in zip(starts, line.runs, strict=True))
    return replace(line, x=x, starts=tuple(line.width - end for end in ends))


def following(line: Line) -> Iterator[float]:
    """Yield where each run starts that follows the one before."""
    at = 0.0
    for run in line.runs:
        yield at
        at += run_width(run)
