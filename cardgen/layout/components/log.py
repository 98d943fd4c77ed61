"""A grid to tick: days across, moves down, and a row for pain from 0 to 10."""

from collections.abc import Iterator
from dataclasses import replace

from cardgen.layout.blocks import decoration, stack
from cardgen.layout.type_scale import LINE, TypeScale
from cardgen.model.content import text
from cardgen.model.handout import Log
from cardgen.model.page import Block, Mark, Placed, Rect, Role, Rule
from cardgen.typography.measure import text_width
from cardgen.typography.paragraph import paragraph
from cardgen.typography.style import Style

LABELS = 0.32
"""How much of the width is for the names of the moves, at most."""
ROW, BOX = 1.75, 1.15
"""The height of a row, and of the box to tick in it, in body sizes."""
ACROSS = 14
"""The most days side by side, so that a pen hits the box; more of them make another grid."""
WORST = 10


def log_block(log: Log, width: float, scale: TypeScale) -> Block:
    """Return the heading, what to do, the grid, and the scale of pain."""
    heading = paragraph(text(log.title), scale.heading(1.15), width, "H2")
    return stack([heading, *log_parts(log, width, scale)], scale.unit * 0.6, role="Sect")


def log_parts(log: Log, width: float, scale: TypeScale) -> list[Block]:
    """Return what stands below the heading of a log: what to do, the grids, the scale of pain."""
    hint = paragraph(text(log.hint), scale.style(), min(width, LINE * scale.body))
    starts = range(0, log.days, ACROSS)
    days = [range(start, min(start + ACROSS, log.days)) for start in starts]
    return [hint, *(_grid(log, part, width, scale) for part in days), _scale(log, width, scale)]


def _grid(log: Log, days: range, width: float, scale: TypeScale) -> Block:
    """Return the grid, a table: a row with the days, and one for each name, with boxes to tick."""
    names = (*log.rows, log.pain)
    widest = max(text_width(name, "regular", scale.body) for name in names)
    label = min(widest + 2 * scale.unit, LABELS * width)
    day = (width - label) / min(ACROSS, log.days)
    rows = [_days(log, days, label, day, scale)]
    for name in names:
        tall = None if name == log.pain else BOX * scale.body
        rows.append(_row(name, len(days), label, day, tall, scale))
    alt = log.alt.format(first=days[0] + 1, last=days[-1] + 1, moves=len(log.rows))
    grid = stack(rows, role="Table")
    return replace(grid, width=width, alt=alt)


def _days(log: Log, days: range, label: float, day: float, scale: TypeScale) -> Block:
    """Return what the numbers are, and the number of each day over the middle of its column."""
    style, down = scale.second(scale.colours.quiet), 0.2 * scale.body
    kids = [Placed(0, down, _header(log.day, label, style, "column-header"))]
    for i, number in enumerate(days):
        wide = text_width(str(number + 1), "regular", style.size)
        block = _header(str(number + 1), wide + 1, style, "column-header")
        kids.append(Placed(label + i * day + (day - wide) / 2, down, block))
    return Block(label + len(days) * day, ROW * scale.body, tuple(kids), "TR")


def _row(
    name: str, days: int, label: float, day: float, tall: float | None, scale: TypeScale
) -> Block:
    """Return a name and a box for each day, `tall` points high, or as high as the row."""
    said = _header(name, label - scale.unit, scale.style(), "row-header")
    height = max(ROW * scale.body, said.height + scale.unit)
    boxes = tuple(_boxes(days, label, day, height, tall or height - scale.unit, scale))
    width = label + days * day
    cells = [Placed(label + i * day, 0, Block(day, height, (), "TD")) for i in range(days)]
    kids = (
        Placed(0, (height - said.height) / 2, said),
        Placed(0, 0, decoration(width, height, *boxes)),
        *cells,
    )
    return Block(width, height, kids, "TR")


def _header(said: str, width: float, style: Style, role: Role) -> Block:
    return paragraph(text(said), style, width, role=role)


def _boxes(
    days: int, label: float, day: float, height: float, tall: float, scale: TypeScale
) -> Iterator[Mark]:
    """Yield a hair line, and the box of each day: as tall as it is asked for, and no wider."""
    yield Rule(0, 0, label + days * day, 0, 0.5, scale.colours.rule)
    wide = min(tall, day - 2)
    for i in range(days):
        x, y = label + i * day + (day - wide) / 2, (height - tall) / 2
        yield Rect(x, y, wide, tall, 1, stroke=scale.colours.ink, line=0.7)


def _scale(log: Log, width: float, scale: TypeScale) -> Block:
    """Return the line of pain from 0 to 10, with the words for its ends."""
    style = scale.second()
    least, most = (paragraph(text(end), style, width / 4, role=None) for end in log.ends)
    reach = [max(mark.bounds[2] for mark, _, _ in end.marks()) for end in (least, most)]
    left, right = reach[0] + 2 * scale.unit, width - reach[1] - 2 * scale.unit
    step, height = (right - left) / WORST, max(least.height, most.height, 1.6 * scale.body)
    middle = 0.35 * scale.body
    marks: list[Mark] = [Rule(left, middle, right, middle, 0.8, scale.colours.ink)]
    marks += [
        Rule(left + i * step, middle - 3, left + i * step, middle + 3, 0.8, scale.colours.ink)
        for i in range(WORST + 1)
    ]
    kids = [Placed(0, 0, least), Placed(0, 0, Block(width, height, tuple(marks), "Artifact"))]
    for i in range(WORST + 1):
        wide = text_width(str(i), "regular", style.size)
        number = paragraph(text(str(i)), style, wide + 1, role=None)
        kids.append(Placed(left + i * step - wide / 2, middle + 3, number))
    kids.append(Placed(width - reach[1], 0, most))
    return Block(width, height + 3, tuple(kids), "P")
