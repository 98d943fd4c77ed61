"""Cards on their paper, in the order in which it goes through the printer."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cardgen.errors import DoesNotFitError, InvalidDataError, Problem
from cardgen.layout.blocks import beside, decoration
from cardgen.layout.imposition.bleed import bled
from cardgen.layout.imposition.crop_marks import HAIR
from cardgen.layout.imposition.grid import Grid, plain_grid, sheet_grid
from cardgen.layout.imposition.impose import Card, SheetSides, impose
from cardgen.layout.type_scale import TypeScale
from cardgen.model.deck import PrintHints
from cardgen.model.design import MM, CardSize
from cardgen.model.origin import requested
from cardgen.model.page import Block, Page, Placed, Rule
from cardgen.model.printing import Duplex, Printing
from cardgen.typography.style import TooLargeError

_NEAR = 0.01
DASH = 3.0
"""The length of the dashes where a card is folded."""


@dataclass(frozen=True, slots=True)
class Laid:
    """Pages by file, how the printer turns them, and how many cards a sheet holds."""

    files: tuple[tuple[Page, ...], ...]
    duplex: Duplex
    to_a_sheet: int


def on_paper(
    cards: Sequence[Card], size: CardSize, printing: Printing, hints: PrintHints, scale: TypeScale
) -> Laid:
    """Return cards on paper. Raises DoesNotFitError where a sheet holds not one of them."""
    options = printing.options
    if options.single:
        sides = [_single(card, options.bleed) for card in cards]
        return Laid(_files(sides, printing), options.duplex, 1)
    units = [_folded(card, scale) for card in cards] if options.fold else list(cards)
    grid = _grid(units[0].front, len(units), size, printing)
    radius = size.radius if options.radius is None else options.radius
    sides = [
        _corrected(side, printing) for side in impose(units, grid, printing, hints, radius, scale)
    ]
    one_sided = options.split or options.fold
    duplex: Duplex = "none" if one_sided else options.duplex
    return Laid(_files(sides, printing), duplex, grid.count)


def _corrected(sides: SheetSides, printing: Printing) -> SheetSides:
    """Return a sheet with what its printer needs, so that it lies true on the paper."""
    back = sides.back and replace(sides.back, correction=printing.back)
    return SheetSides(replace(sides.front, correction=printing.front), back)


def _grid(unit: Block, count: int, size: CardSize, printing: Printing) -> Grid:
    options = printing.options
    if printing.sheet is not None:
        grid = sheet_grid(printing.sheet)
        if 2 * options.bleed > min(grid.pitch_x - grid.width, grid.pitch_y - grid.height) + _NEAR:
            raise InvalidDataError([_no_gap()])
    else:
        try:
            grid = plain_grid(
                printing.paper,
                unit.width,
                unit.height,
                count=count + options.start_at - 1,
                margin=printing.margin + options.bleed,
                gap=2 * options.bleed,
            )
        except TooLargeError as error:
            raise DoesNotFitError([_no_room(error, size, printing)]) from None
    if options.start_at > grid.count:
        message = f"expected a place from 1 to {grid.count} on the sheet, got {options.start_at}"
        raise InvalidDataError([requested("start_at").problem(message)])
    return grid


def _no_gap() -> Problem:
    message = "the cards of this sheet stand too close: the colour of one would reach the next"
    remedy = "Leave the bleed out, or print on plain paper"
    return requested("bleed").problem(message, remedy)


def _no_room(error: TooLargeError, size: CardSize, printing: Printing) -> Problem:
    what = "a card with its back beside it" if printing.options.fold else "a card"
    message = (
        f"{what} of {size.width / MM:g} x {size.height / MM:g} mm is {error.millimetres:.1f} mm "
        f"too large for {printing.paper.name}, of which {printing.margin / MM:g} mm on every side "
        "cannot be printed"
    )
    return requested("size").problem(message, "Choose a smaller card or larger paper")


def _folded(card: Card, scale: TypeScale) -> Card:
    """Return front and back side by side: the back folds behind, and both stand upright."""
    back = card.back or Block(card.front.width, card.front.height)
    x, low = card.front.width, card.front.height
    fold = decoration(0, low, Rule(x, 0, x, low, HAIR, scale.colours.ink, DASH))
    both = beside([card.front, back])
    return Card(card.part, replace(both, kids=(*both.kids, Placed(0, 0, fold))), None)


def _single(card: Card, bleed: float) -> SheetSides:
    back = None if card.back is None else _alone(card.part, card.back, bleed)
    return SheetSides(_alone(card.part, card.front, bleed), back)


def _alone(part: str, face: Block, bleed: float) -> Page:
    """Return a page that is one face, as large as its bleed."""
    trim = (bleed, bleed, bleed + face.width, bleed + face.height)
    width, height = face.width + 2 * bleed, face.height + 2 * bleed
    return Page(width, height, ((part, Placed(bleed, bleed, bled(face, bleed))),), trim)


def _files(sides: Sequence[SheetSides], printing: Printing) -> tuple[tuple[Page, ...], ...]:
    fronts = tuple(side.front for side in sides)
    backs = tuple(side.back for side in sides if side.back is not None)
    if not backs:
        return (fronts,)
    if printing.options.split:
        return fronts, backs
    if printing.options.duplex == "none":
        return ((*fronts, *backs),)
    pages = [page for side in sides for page in (side.front, side.back) if page is not None]
    return (tuple(pages),)
