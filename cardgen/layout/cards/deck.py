"""A deck of pocket cards on paper."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cardgen.errors import DoesNotFitError
from cardgen.layout.cards.fitter import CardFitter, Fitted
from cardgen.layout.cards.frame import Frame
from cardgen.layout.cards.sizes import SMALLEST
from cardgen.layout.imposition.impose import Card
from cardgen.layout.imposition.sheets import on_paper
from cardgen.layout.type_scale import type_scale
from cardgen.model.content import Move
from cardgen.model.deck import Deck, PrintHints
from cardgen.model.design import CardSize, Theme
from cardgen.model.document import Document
from cardgen.model.page import Block, Page
from cardgen.model.printing import Printing

SHEET_TYPE = 6.5
"""The size of what stands beside the cards on a sheet, in points."""
COVER, SAFETY = "cover", "safety"
"""The parts of a document that the cards with these names are read as."""


@dataclass(frozen=True, slots=True)
class FittedCards:
    """A deck that fits: its documents, the smallest body size in points, and how many cards."""

    documents: tuple[Document, ...]
    """One, or that of the fronts and that of the backs."""
    body: float
    cards: int
    low: float | None
    """How near the lower edge of the paper a card comes, in points; None on pages of their own."""


def layout_cards(
    deck: Deck,
    size: CardSize,
    printing: Printing,
    hints: PrintHints,
    theme: Theme,
) -> FittedCards:
    """Return the deck on paper, its fronts in one type size: the largest that fits all.

    Raises DoesNotFitError, with every card that is too full, at the smallest type allowed.
    """
    fitter = CardFitter(Frame(size, printing.options.hole), theme)
    body, cards = _cards(fitter, deck)
    copied = [
        replace(card, part=card.part if copy == 1 else f"{card.part} ({copy})")
        for copy in range(1, printing.options.copies + 1)
        for card in cards
    ]
    laid = on_paper(copied, size, printing, hints, type_scale(theme, SHEET_TYPE))
    duplex = None if printing.options.single else laid.duplex
    documents = tuple(Document(pages, deck.about, duplex) for pages in laid.files)
    low = None if printing.options.single else min(map(_low, documents[0].pages))
    return FittedCards(documents, body, len(copied), low)


def _low(page: Page) -> float:
    """Return how near the lower edge of a page its lowest card comes, in points."""
    return page.height - max(placed.bounds[3] for part, placed in page.placed if part)


def _cards(fitter: CardFitter, deck: Deck) -> tuple[float, list[Card]]:
    """Return the least size of running text in points, and the cards in order."""
    refused: list[DoesNotFitError] = []
    sizes: list[float] = []
    sized: list[Move] = []
    backs: list[Fitted[Block]] = []
    for move in deck.moves:
        try:
            sizes.append(fitter.front_size(move))
            sized.append(move)
        except DoesNotFitError as error:
            refused.append(error.with_traceback(None))
    body = min(sizes, default=SMALLEST)
    moves = [fitter.named(move, body) for move in sized]
    for move in moves:
        try:
            backs.append(fitter.backs(move, deck.card_tag))
        except DoesNotFitError as error:
            refused.append(error.with_traceback(None))
    if refused:
        # What stands on every card is told once.
        raise DoesNotFitError.all_of(refused)
    # A name that is too long for its card is too long for the cover: it is told once.
    cover = [fitter.cover(deck.cover, deck.card_tag)] if deck.cover else []
    safety, fronts = fitter.safety(deck), fitter.fronts(moves, body)
    cards = [card for one in cover for card in _paired(COVER, one.made, fitter.frame.size)]
    for move, face, behind in zip(moves, fronts, backs, strict=True):
        cards += _paired(f"{move.number}", [face, *behind.made], fitter.frame.size)
    cards += _paired(SAFETY, safety.made, fitter.frame.size)
    return min(body, *(one.body for one in (*cover, *backs, safety))), cards


def _paired(part: str, faces: Sequence[Block], size: CardSize) -> Iterator[Card]:
    """Yield faces two by two, as the two sides of cards; an odd one has an empty back."""
    blank = Block(size.width, size.height)
    padded = [*faces, blank] if len(faces) % 2 else list(faces)
    for i in range(0, len(padded), 2):
        yield Card(part, padded[i], padded[i + 1])
