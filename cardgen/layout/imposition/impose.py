"""Cards on sheets of paper, fronts and backs in register."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cardgen.layout.blocks import decoration
from cardgen.layout.imposition.bleed import bled
from cardgen.layout.imposition.crop_marks import MARK, REACH, crop_marks
from cardgen.layout.imposition.grid import Grid, around
from cardgen.layout.imposition.slug import hint
from cardgen.layout.type_scale import TypeScale
from cardgen.model.deck import PrintHints
from cardgen.model.design import MM, Paper
from cardgen.model.page import Block, Bounds, Page, Placed, Turn
from cardgen.model.printing import Duplex, Printing

_OFF_BLEED = 0.5 * MM
"""How far marks stand from the bleed."""
_FLAT, _ALL_ROUND = 180, 360


@dataclass(frozen=True, slots=True)
class Card:
    """The two faces of a card, and the part of the document that they are read as.

    A card without a back is printed on one side.
    """

    part: str
    front: Block
    back: Block | None


@dataclass(frozen=True, slots=True)
class SheetSides:
    """The two sides of one sheet of paper."""

    front: Page
    back: Page | None


def impose(
    cards: Sequence[Card],
    grid: Grid,
    printing: Printing,
    hints: PrintHints,
    radius: float,
    scale: TypeScale,
) -> list[SheetSides]:
    """Return sheets of cards, the first card at the first free place of the first sheet."""
    batches = list(_batches(cards, grid, printing.options.start_at - 1))
    maker = _SheetMaker(grid, printing, radius, scale)
    sides = []
    for number, batch in enumerate(batches, 1):
        texts = (_numbered(text, number, len(batches)) for text in (hints.front, hints.back))
        sides.append(maker.sides(batch, PrintHints(*texts)))
    return sides


def _numbered(text: str, number: int, count: int) -> str:
    return text.replace("{sheet}", str(number)).replace("{sheets}", str(count))


def _batches(cards: Sequence[Card], grid: Grid, used: int) -> Iterator[list[tuple[Bounds, Card]]]:
    """Yield the cards of each sheet with their places; `used` places are gone from the first."""
    placed = [(index + used, card) for index, card in enumerate(cards)]
    for start in range(0, len(cards) + used, grid.count):
        batch = placed[max(0, start - used) : start - used + grid.count]
        yield [(grid.cell(index % grid.count), card) for index, card in batch]


@dataclass(frozen=True, slots=True)
class _SheetMaker:
    grid: Grid
    printing: Printing
    radius: float
    scale: TypeScale

    def sides(self, batch: Sequence[tuple[Bounds, Card]], advice: PrintHints) -> SheetSides:
        paper, duplex = self.printing.paper, self.printing.options.duplex
        fronts = [(card.part, box, card.front) for box, card in batch]
        grid, turn = self.grid.bounds, self.grid.turn
        front = self._page(fronts, grid, turn, advice.front, guided=True)
        backs = [
            (card.part, behind(box, paper, duplex), card.back)
            for box, card in batch
            if card.back is not None
        ]
        if not backs:
            return SheetSides(front, None)
        guided = self.printing.options.cut_backs
        grid, turn = behind(grid, paper, duplex), turned_behind(turn, paper, duplex)
        return SheetSides(front, self._page(backs, grid, turn, advice.back, guided=guided))

    def _page(
        self,
        faces: Sequence[tuple[str, Bounds, Block]],
        grid: Bounds,
        turn: Turn,
        advice: str,
        *,
        guided: bool,
    ) -> Page:
        paper = self.printing.paper
        placed = [
            (part, Placed(box[0], box[1], bled(face, self.printing.options.bleed), turn))
            for part, box, face in faces
        ]
        boxes = [box for _, box, _ in faces]
        if guided:
            placed.append(("", self._crop_marks(boxes)))
        if advice and (note := self._advice(advice, boxes)):
            placed.append(("", note))
        # The grid of a maker need not lie in the middle of the paper.
        return Page(paper.width, paper.height, tuple(placed), around=grid[0] + grid[2])

    @property
    def _printable(self) -> Bounds:
        paper, margin = self.printing.paper, self.printing.margin
        return margin, margin, paper.width - margin, paper.height - margin

    def _crop_marks(self, boxes: Sequence[Bounds]) -> Placed:
        printing = self.printing
        marks = crop_marks(
            printing.guides, boxes, self._printable, self.radius, self._clear, self.scale.colours
        )
        return Placed(0, 0, decoration(printing.paper.width, printing.paper.height, *marks))

    @property
    def _clear(self) -> float:
        """Return how far from a card its marks begin, at least."""
        bleed = self.printing.options.bleed
        return bleed + _OFF_BLEED if bleed else 0

    def _advice(self, text: str, boxes: Sequence[Bounds]) -> Placed | None:
        printing = self.printing
        # What is left of a maker's sheet is used later: nothing is printed there.
        whole = printing.sheet is not None and printing.sheet.precut
        area = self.grid.bounds if whole else around(boxes)
        reach = printing.options.bleed
        if printing.guides in ("marks", "lines"):
            reach = max(REACH, self._clear + MARK)
        return hint(text, area, boxes[0], self._printable, reach, self.scale)


def _is_like_a_page(paper: Paper, duplex: Duplex) -> bool:
    """Tell whether the paper is turned about an upright edge, as the page of a book is."""
    return (duplex == "short") == (paper.width > paper.height)


def behind(box: Bounds, paper: Paper, duplex: Duplex) -> Bounds:
    """Return where the back of a card lies, as its side of the paper is seen."""
    left, top, right, bottom = box
    if _is_like_a_page(paper, duplex):
        return paper.width - right, top, paper.width - left, bottom
    return left, paper.height - bottom, right, paper.height - top


def turned_behind(turn: Turn, paper: Paper, duplex: Duplex) -> Turn:
    """Return how a back is turned, so that a card is turned over like a page of a book."""
    start = 0 if _is_like_a_page(paper, duplex) else _FLAT
    turns: tuple[Turn, ...] = (0, 90, 180, 270)
    return turns[(start - turn) % _ALL_ROUND // 90]
