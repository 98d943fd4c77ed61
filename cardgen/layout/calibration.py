"""The calibration page: scales about the middle of the paper, and a grid to hold to the light."""

from collections.abc import Iterator

from cardgen.layout.blocks import decoration, stack
from cardgen.layout.components.lists import numbered
from cardgen.layout.type_scale import TypeScale, type_scale
from cardgen.model.content import text
from cardgen.model.deck import CalibrationSide
from cardgen.model.design import MM, Paper, Theme
from cardgen.model.page import Block, Mark, Page, Placed, Rule
from cardgen.model.printer import LINE, SCALES_APART
from cardgen.typography.measure import text_width
from cardgen.typography.paragraph import paragraph
from cardgen.typography.style import Style

BODY = 9.0
REACH, LABELLED = 10, 5
"""How many millimetres a scale reaches either way, and how many there are between numbers."""
GRID_WIDTH, GRID_HEIGHT, CELL = 100 * MM, 60 * MM, 10 * MM
EDGES = range(1, 13)
"""The distances from the edge, in millimetres, at which there is a line."""
HAIR, FINE = 0.35, 0.2
_TEXT_WIDTH = 150 * MM
_STAIR, _EDGE = 5 * MM, 18 * MM
_TICKS = (1.2 * MM, 2.4 * MM, 4 * MM)
"""How long the ticks of half, whole and numbered millimetres are."""
_NUMBERED = 2


def calibration_page(side: CalibrationSide, paper: Paper, theme: Theme) -> Page:
    """Return one side of the page. What it shows lies about the middle of the paper."""
    scale = type_scale(theme, BODY)
    x, y = paper.width / 2, paper.height / 2
    upper, lower = y - SCALES_APART / 2, y + SCALES_APART / 2
    told = _text(side, scale)
    across = _scale(side.labels[0], side.alt, scale)
    below = _scale(side.labels[1], side.alt, scale)
    upright = _scale(side.labels[2], side.alt, scale)
    placed = [
        Placed((paper.width - _TEXT_WIDTH) / 2, upper + 12 * MM, told),
        Placed(x - across.width / 2, upper, across),
        Placed(x - below.width / 2, lower, below),
        # Turned so that it reads down the page, as its numbers grow.
        Placed(paper.width - 22 * MM, y - upright.width / 2, upright, 90),
        Placed(x - GRID_WIDTH / 2, y + 8 * MM, _grid(scale)),
        *_edges(paper, scale),
    ]
    if side.line_label:
        line = _line(side.line_label, scale)
        placed.append(Placed((paper.width - LINE) / 2, lower + 14 * MM, line))
    return Page(paper.width, paper.height, tuple(("", one) for one in placed))


def _text(side: CalibrationSide, scale: TypeScale) -> Block:
    title = paragraph(text(side.title), scale.style(1.5, face="bold"), _TEXT_WIDTH, role=side.role)
    steps = numbered(side.steps, scale.style(), scale.colours.quiet, _TEXT_WIDTH, 1.5)
    return stack([title, steps], scale.unit)


def _scale(label: str, alt: str, scale: TypeScale) -> Block:
    """Return a scale in millimetres about its middle, and under it what is read there."""
    middle = (REACH + LABELLED) * MM
    tall = _TICKS[-1]
    ticks: list[Mark] = [
        Rule(middle - REACH * MM, 0, middle + REACH * MM, 0, HAIR, scale.colours.ink)
    ]
    kids: list[Mark | Placed] = []
    for half in range(-2 * REACH, 2 * REACH + 1):
        x = middle + half / 2 * MM
        kind = 2 * (half % (2 * LABELLED) == 0) or (half % 2 == 0)
        ticks.append(Rule(x, 0, x, _TICKS[kind], (FINE, HAIR, HAIR)[kind], scale.colours.ink))
        if kind == _NUMBERED:
            kids.append(_centred(str(half // 2), x, tall, scale.style(0.8)))
    low = tall + scale.style(0.8).line + 1
    kids.append(_centred(label, middle, low, scale.style(face="bold")))
    height = low + scale.style().line
    return Block(2 * middle, height, (*ticks, *kids), "Figure", f"{alt} {label}")


def _centred(said: str, x: float, y: float, style: Style) -> Placed:
    width = text_width(said, style.face, style.size)
    block = paragraph(text(said), style, width + 1, role=None)
    return Placed(x - width / 2, y, block)


def _line(label: str, scale: TypeScale) -> Block:
    ink, tall = scale.colours.ink, _TICKS[-1]
    ends = [Rule(x, 0, x, tall, HAIR, ink) for x in (0, LINE)]
    line = decoration(LINE, tall, Rule(0, tall / 2, LINE, tall / 2, HAIR, ink), *ends)
    return stack([line, paragraph(text(label), scale.style(), LINE)], 1)


def _grid(scale: TypeScale) -> Block:
    """Return squares that lie behind those of the other side, where a printer is true."""
    colour = scale.colours.rule
    across = [x * CELL for x in range(round(GRID_WIDTH / CELL) + 1)]
    down = [y * CELL for y in range(round(GRID_HEIGHT / CELL) + 1)]
    rules = [Rule(x, 0, x, GRID_HEIGHT, FINE, colour) for x in across]
    rules += [Rule(0, y, GRID_WIDTH, y, FINE, colour) for y in down]
    return decoration(GRID_WIDTH, GRID_HEIGHT, *rules)


def _edge(scale: TypeScale) -> Block:
    """Return lines at whole millimetres from an edge: the first seen is how near it prints."""
    style = scale.style(0.72, scale.colours.quiet)
    kids: list[Rule | Placed] = []
    for number in EDGES:
        x, y = number * _STAIR, number * MM
        kids.append(Rule(x, y, x + 4 * MM, y, HAIR, scale.colours.ink))
        label = paragraph(text(str(number)), style, _STAIR, role=None)
        kids.append(Placed(x, (EDGES[-1] + 1) * MM, label))
    return Block(_STAIR * (EDGES[-1] + 1), _EDGE, tuple(kids), "Artifact")


def _edges(paper: Paper, scale: TypeScale) -> Iterator[Placed]:
    """Yield such lines at all four edges, each as seen from its edge."""
    edge, start = _edge(scale), 30 * MM
    yield Placed(start, 0, edge)
    yield Placed(start, paper.height - _EDGE, edge, 180)
    yield Placed(0, start, edge, 270)
    yield Placed(paper.width - _EDGE, start, edge, 90)
