"""Cards on sheets of paper, fronts and backs in register."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cardgen.layout.kit import Kit
from cardgen.layout.text import paragraph
from cardgen.model.content import words
from cardgen.model.design import MM, CardSize, Paper
from cardgen.model.page import Block, Page, Placed, Rule

UNPRINTABLE = 5 * MM
"""The band along each edge that home printers do not reach."""
MARK, MARK_GAP, HAIR = 4 * MM, 1 * MM, 0.35
RULER = 50 * MM


@dataclass(frozen=True, slots=True)
class Card:
    """The two faces of a card, and the part of the document that they are read as."""

    part: str
    front: Block
    back: Block


@dataclass(frozen=True, slots=True)
class Grid:
    """How many cards a sheet has, and where the first one lies; all stand edge to edge."""

    columns: int
    rows: int
    left: float
    top: float
    size: CardSize

    @property
    def count(self) -> int:
        """Return how many cards there are on one sheet."""
        return self.columns * self.rows

    def holding(self, count: int, *, back: bool) -> "Grid":
        """Return the part of the grid that holds the first `count` cards, or their backs."""
        columns, rows = min(count, self.columns), -(-count // self.columns)
        empty = (self.columns - columns) * self.size.width if back else 0
        return replace(self, columns=columns, rows=rows, left=self.left + empty)

    def place(self, index: int, *, back: bool) -> tuple[float, float]:
        """Return the corner of a card. Backs are mirrored, for a flip on the long edge."""
        row, column = divmod(index, self.columns)
        if back:
            column = self.columns - 1 - column
        return self.left + column * self.size.width, self.top + row * self.size.height


def grid(paper: Paper, size: CardSize) -> Grid:
    """Return the grid with as many cards as fit the printable area, in the middle of the paper."""
    columns = int((paper.width - 2 * UNPRINTABLE) / size.width + 1e-6)
    rows = int((paper.height - 2 * UNPRINTABLE) / size.height + 1e-6)
    left = (paper.width - columns * size.width) / 2
    top = (paper.height - rows * size.height) / 2
    return Grid(columns, rows, left, top, size)


def sheets(cards: Sequence[Card], paper: Paper, size: CardSize, hint: str, kit: Kit) -> list[Page]:
    """Return pages of fronts, each followed by the page of its backs."""
    where = grid(paper, size)
    pages = []
    for start in range(0, len(cards), where.count):
        batch = cards[start : start + where.count]
        for back in (False, True):
            placed = tuple(_placed(batch, where, back=back))
            used = where.holding(len(batch), back=back)
            marks = list(_marks(used, kit, lines=not back))
            bottom = used.top + used.rows * size.height
            advice = list(_hint(where, bottom, paper, hint, kit))
            guides = Block(paper.width, paper.height, (*marks, *advice), "Artifact")
            pages.append(Page(paper.width, paper.height, (*placed, ("", Placed(0, 0, guides)))))
    return pages


def _placed(cards: Sequence[Card], where: Grid, *, back: bool) -> Iterator[tuple[str, Placed]]:
    for index, card in enumerate(cards):
        x, y = where.place(index, back=back)
        yield card.part, Placed(x, y, card.back if back else card.front)


def _marks(where: Grid, kit: Kit, *, lines: bool) -> Iterator[Rule]:
    """Yield cut marks outside the cards and, where asked for, hair lines along their edges."""
    yield from _crop_marks(where, kit)
    if lines:
        yield from _cut_lines(where, kit)


def _edges(where: Grid) -> tuple[list[float], list[float]]:
    across = [where.left + i * where.size.width for i in range(where.columns + 1)]
    down = [where.top + i * where.size.height for i in range(where.rows + 1)]
    return across, down


def _crop_marks(where: Grid, kit: Kit) -> Iterator[Rule]:
    across, down = _edges(where)
    ink = kit.theme.ink
    for x in across:
        for y, way in ((down[0], -1), (down[-1], 1)):
            yield Rule(x, y + way * MARK_GAP, x, y + way * (MARK_GAP + MARK), HAIR, ink)
    for y in down:
        for x, way in ((across[0], -1), (across[-1], 1)):
            yield Rule(x + way * MARK_GAP, y, x + way * (MARK_GAP + MARK), y, HAIR, ink)


def _cut_lines(where: Grid, kit: Kit) -> Iterator[Rule]:
    across, down = _edges(where)
    for x in across:
        yield Rule(x, down[0], x, down[-1], HAIR, kit.theme.rule)
    for y in down:
        yield Rule(across[0], y, across[-1], y, HAIR, kit.theme.rule)


def _hint(where: Grid, bottom: float, paper: Paper, hint: str, kit: Kit) -> Iterator[Placed | Rule]:
    """Yield a line of advice above or below the cards, and a ruler to check the scale with.

    Where neither margin has the room there is none: it must not come near a card, nor near the
    edge of the paper. `bottom` is where the last row of cards ends.
    """
    room = where.columns * where.size.width
    text = paragraph(words(hint), kit.reference, max(RULER, room - RULER - 12), kit.measure)
    tall = text.height + MARK_GAP + MARK + 2 * MM
    if where.top - tall >= UNPRINTABLE:
        y = where.top - tall + text.height
    elif bottom + tall <= paper.height - UNPRINTABLE:
        y = bottom + tall
    else:
        return
    yield Placed(where.left, y - text.height, text)
    right, ink = where.left + room, kit.theme.ink
    yield Rule(right - RULER, y - 3, right, y - 3, HAIR, ink)
    for x in (right - RULER, right):
        yield Rule(x, y - 6, x, y, HAIR, ink)
