"""The numbers of moves in a text, in circles: filled as beside their names, or open ones."""

from collections.abc import Iterator
from dataclasses import replace

from cardgen.layout.blocks import decoration
from cardgen.layout.looks import Looks
from cardgen.model.page import CAPITAL, Block, Line, Placed, Rect, Run
from cardgen.typography.measure import letters_width, run_width

OUTLINE = 0.8
"""The line of an open circle, in points."""


def circled(block: Block, looks: Looks) -> Block:
    """Return a paragraph with filled circles behind the numbers of moves that stand in it."""
    disc = Rect(0, 0, 0, 0, fill=looks.colours.accent)
    return _with_circles(block, disc, looks.colours.paper)


def ringed(block: Block, looks: Looks) -> Block:
    """Return a paragraph with open circles round the numbers of moves that are left out."""
    ring = Rect(0, 0, 0, 0, stroke=looks.text.colour, line=OUTLINE)
    return _with_circles(block, ring, looks.text.colour)


def _with_circles(block: Block, circle: Rect, colour: str) -> Block:
    """Return a paragraph, each number of a move in it of that `colour` and upon such a circle."""
    lines = [line for line in block.texts if isinstance(line, Line)]
    circles = [_around(circle, line, at) for line in lines for at in _numbers(line)]
    if not circles:
        return block
    kids = tuple(replace(line, runs=tuple(_coloured(line.runs, colour))) for line in lines)
    said = replace(block, kids=kids)
    ground = decoration(block.width, block.height, *circles)
    return Block(block.width, block.height, (Placed(0, 0, ground), Placed(0, 0, said)))


def _coloured(runs: tuple[Run, ...], colour: str) -> Iterator[Run]:
    for run in runs:
        yield run._replace(colour=colour) if run.circled else run


def _numbers(line: Line) -> Iterator[tuple[Run, float]]:
    """Yield the numbers of moves in a line, and where each starts, from the start of the line."""
    return (at for at in zip(line.runs, line.starts, strict=False) if at[0].circled)


def _around(circle: Rect, line: Line, at: tuple[Run, float]) -> Rect:
    run, start = at
    # An outline reaches as far as a filled circle does.
    width = run_width(run) - circle.line
    left = line.x + start - (width - letters_width(run)) / 2
    middle = line.y - CAPITAL * run.size / 2
    tall = min(width, 1.06 * run.size)
    return replace(circle, x=left, y=middle - tall / 2, width=width, height=tall, radius=tall / 2)
