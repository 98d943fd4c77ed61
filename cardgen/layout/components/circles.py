"""The numbers of moves in a text, in filled circles as beside their names."""

from collections.abc import Iterator
from dataclasses import replace

from cardgen.layout.blocks import decoration
from cardgen.layout.looks import Looks
from cardgen.model.page import CAPITAL, Block, Line, Placed, Rect, Run
from cardgen.typography.measure import letters_width, run_width


def circled(block: Block, looks: Looks) -> Block:
    """Return a paragraph with circles behind the numbers of moves that stand in it."""
    lines = [line for line in block.texts if isinstance(line, Line)]
    discs = [disc for line in lines for disc in _discs(line, looks.colours.accent)]
    if not discs:
        return block
    kids = tuple(replace(line, runs=tuple(_white(line.runs, looks))) for line in lines)
    said = replace(block, kids=kids)
    ground = decoration(block.width, block.height, *discs)
    return Block(block.width, block.height, (Placed(0, 0, ground), Placed(0, 0, said)))


def _white(runs: tuple[Run, ...], looks: Looks) -> Iterator[Run]:
    for run in runs:
        yield run._replace(colour=looks.colours.paper) if run.circled else run


def _discs(line: Line, colour: str) -> Iterator[Rect]:
    for run, start in zip(line.runs, line.starts, strict=False):
        if run.circled:
            width = run_width(run)
            left = line.x + start - (width - letters_width(run)) / 2
            middle = line.y - CAPITAL * run.size / 2
            tall = min(width, 1.06 * run.size)
            yield Rect(left, middle - tall / 2, width, tall, tall / 2, fill=colour)
