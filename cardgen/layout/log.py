"""A grid to tick: days across, moves down, and a row for pain from 0 to 10."""

from collections.abc import Iterator

from cardgen.layout.blocks import stack
from cardgen.layout.kit import LINE, Kit
from cardgen.layout.text import paragraph
from cardgen.model.content import Log, words
from cardgen.model.page import Block, Ground, Mark, Placed, Rule

LABELS = 0.32
"""How much of the width is for the names of the moves, at most."""
ROW, BOX = 1.75, 1.15
"""The height of a row, and of the box to tick in it, in body sizes."""
ACROSS = 14
"""The most days side by side, so that a pen hits the box; more of them make another grid."""
WORST = 10


def log_block(log: Log, width: float, kit: Kit) -> Block:
    """Return the heading, what to do, the grid, and the scale of pain."""
    heading = paragraph(words(log.title), kit.heading(1.15), width, kit.measure, "H2")
    return stack([heading, *log_parts(log, width, kit)], kit.unit * 0.6, role="Sect")


def log_parts(log: Log, width: float, kit: Kit) -> list[Block]:
    """Return what stands below the heading of a log: what to do, the grids, the scale of pain."""
    hint = paragraph(words(log.hint), kit.style(), min(width, LINE * kit.body), kit.measure)
    starts = range(0, log.days, ACROSS)
    days = [range(start, min(start + ACROSS, log.days)) for start in starts]
    return [hint, *(_grid(log, part, width, kit) for part in days), _scale(log, width, kit)]


def _grid(log: Log, days: range, width: float, kit: Kit) -> Block:
    """Return the grid as a figure, since what is to be read in it is said by its words alone."""
    names = (*log.rows, log.pain)
    widest = max(kit.measure.width(name, "regular", kit.body) for name in names)
    label = min(widest + 2 * kit.unit, LABELS * width)
    day = (width - label) / min(ACROSS, log.days)
    kids = list(_days(log, days, label, day, kit))
    y = ROW * kit.body
    for name in names:
        text = paragraph(words(name), kit.style(), label - kit.unit, kit.measure, role=None)
        height = max(ROW * kit.body, text.height + kit.unit)
        tall = height - kit.unit if name == log.pain else BOX * kit.body
        boxes = tuple(_boxes(len(days), label, day, height, tall, kit))
        kids.append(Placed(0, y + (height - text.height) / 2, text))
        kids.append(Placed(0, y, Block(width, height, boxes, "Artifact")))
        y += height
    alt = log.alt.format(first=days[0] + 1, last=days[-1] + 1, moves=len(log.rows))
    return Block(width, y, tuple(kids), "Figure", alt)


def _days(log: Log, days: range, label: float, day: float, kit: Kit) -> Iterator[Placed]:
    """Yield what the numbers are, and the number of each day over the middle of its column."""
    style, down = kit.second(kit.theme.quiet), 0.2 * kit.body
    yield Placed(0, down, paragraph(words(log.day), style, label, kit.measure, role=None))
    for i, number in enumerate(days):
        text = str(number + 1)
        wide = kit.measure.width(text, "regular", style.size)
        block = paragraph(words(text), style, wide + 1, kit.measure, role=None)
        yield Placed(label + i * day + (day - wide) / 2, down, block)


def _boxes(
    days: int, label: float, day: float, height: float, tall: float, kit: Kit
) -> Iterator[Mark]:
    """Yield a hair line, and the box of each day: as tall as it is asked for, and no wider."""
    yield Rule(0, 0, label + days * day, 0, 0.5, kit.theme.rule)
    wide = min(tall, day - 2)
    for i in range(days):
        x, y = label + i * day + (day - wide) / 2, (height - tall) / 2
        yield Ground(x, y, wide, tall, 1, stroke=kit.theme.ink, line=0.7)


def _scale(log: Log, width: float, kit: Kit) -> Block:
    """Return the line of pain from 0 to 10, with the words for its ends."""
    style = kit.second()
    least, most = (
        paragraph(words(text), style, width / 4, kit.measure, role=None) for text in log.ends
    )
    reach = [max(mark.bounds[2] for mark, _, _ in end.marks()) for end in (least, most)]
    left, right = reach[0] + 2 * kit.unit, width - reach[1] - 2 * kit.unit
    step, height = (right - left) / WORST, max(least.height, most.height, 1.6 * kit.body)
    middle = 0.35 * kit.body
    marks: list[Mark] = [Rule(left, middle, right, middle, 0.8, kit.theme.ink)]
    marks += [
        Rule(left + i * step, middle - 3, left + i * step, middle + 3, 0.8, kit.theme.ink)
        for i in range(WORST + 1)
    ]
    kids = [Placed(0, 0, least), Placed(0, 0, Block(width, height, tuple(marks), "Artifact"))]
    for i in range(WORST + 1):
        wide = kit.measure.width(str(i), "regular", style.size)
        number = paragraph(words(str(i)), style, wide + 1, kit.measure, role=None)
        kids.append(Placed(left + i * step - wide / 2, middle + 3, number))
    kids.append(Placed(width - reach[1], 0, most))
    return Block(width, height + 3, tuple(kids), "P")
