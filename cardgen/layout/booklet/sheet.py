"""Eight pages on one side of a sheet, so that folding and one cut make a booklet of them."""

from collections.abc import Iterator, Sequence

from cardgen.layout.blocks import decoration
from cardgen.layout.type_scale import TypeScale
from cardgen.model.content import text
from cardgen.model.design import MM, CardSize, Paper
from cardgen.model.page import Block, Page, Placed, Rule
from cardgen.model.printing import UNPRINTABLE
from cardgen.typography.paragraph import paragraph

COLUMNS, ROWS = 4, 2
ORDER = ((1, 3), (0, 3), (0, 2), (0, 1), (0, 0), (1, 0), (1, 1), (1, 2))
"""The row and column of each page, from the cover on: round the cut, so that pages that follow
each other share a fold. Those of the upper row stand on their head."""
SAFE = 5 * MM
"""How far words and grounds stay from the folds, and from edges that printers do not reach."""
DASH, HAIR = 3.0, 0.4


def booklet_size(paper: Paper, margin: float = 0) -> CardSize:
    """Return the size of a page: an eighth of the paper, which lies on its side.

    `margin` is what a printer does not reach, in points, where that is more than usual.
    """
    return CardSize.model_construct(
        name=paper.name,
        width=paper.height / COLUMNS,
        height=paper.width / ROWS,
        radius=0.0,
        safe=max(SAFE, margin),
        source="an eighth of the paper",
        status="computed",
    )


def booklet_sheet(
    pages: Sequence[Block], paper: Paper, hints: tuple[str, str], scale: TypeScale, book: int = 1
) -> Page:
    """Return the sheet of a `book`; `hints` are the words beside the cut and beside a fold."""
    width, height = paper.height, paper.width
    across, down = width / COLUMNS, height / ROWS
    placed = [
        (f"{book}.{number}", Placed(column * across, row * down, page, 180 if row == 0 else 0))
        for number, (page, (row, column)) in enumerate(zip(pages, ORDER, strict=True), 1)
    ]
    guides = decoration(width, height, *_guides(width, height, scale))
    notes = [("", note) for note in _notes(width, height, hints, scale)]
    return Page(width, height, (*placed, ("", Placed(0, 0, guides)), *notes))


def _guides(width: float, height: float, scale: TypeScale) -> Iterator[Rule]:
    """Yield the cut, between the four pages in the middle, and the folds."""
    across, middle, colours = width / COLUMNS, height / 2, scale.colours
    yield Rule(across, middle, width - across, middle, HAIR, colours.ink)
    for start, end in ((UNPRINTABLE, across), (width - across, width - UNPRINTABLE)):
        yield Rule(start, middle, end, middle, HAIR, colours.rule, DASH)
    for column in range(1, COLUMNS):
        x = column * across
        yield Rule(x, UNPRINTABLE, x, height - UNPRINTABLE, HAIR, colours.rule, DASH)


def _notes(
    width: float, height: float, hints: tuple[str, str], scale: TypeScale
) -> Iterator[Placed]:
    """Yield what the lines are, beside them, where no page has words."""
    across = width / COLUMNS
    for said, x in zip(hints, (across + SAFE, SAFE), strict=True):
        room = across - 2 * SAFE
        note = paragraph(text(said), scale.reference, room, role="Artifact")
        yield Placed(x, height / 2 + 0.8 * MM, note)
