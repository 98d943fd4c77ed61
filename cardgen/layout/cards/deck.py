"""A deck of pocket cards on paper."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from cardgen.errors import DoesNotFitError, Problem
from cardgen.layout.cards.fitter import CardFitter
from cardgen.layout.cards.frame import SMALLEST, Frame
from cardgen.layout.imposition.impose import Card
from cardgen.layout.imposition.sheets import on_paper
from cardgen.model.deck import Cover, Deck, PrintHints
from cardgen.model.design import CardSize, Theme
from cardgen.model.document import Document
from cardgen.model.page import Block
from cardgen.model.printing import Printing

SAFETY_SMALLEST = 7.25
"""The least type of the safety card, as long as one sentence of it fits a face."""
_WITHOUT_COVER = "Name fewer moves, leave the cover out (`skip` cover), or choose larger cards"
COVER, SAFETY = "cover", "safety"
"""The parts of a document that the cards with these names are read as."""


@dataclass(frozen=True, slots=True)
class FittedCards:
    """A deck that fits: its documents, the smallest body size in points, and how many cards."""

    documents: tuple[Document, ...]
    """One, or that of the fronts and that of the backs."""
    body: float
    cards: int


@dataclass(frozen=True, slots=True)
class _Bodies:
    """Type sizes: each kind of face has one throughout a deck."""

    front: float
    back: float
    single: dict[int, float]
    """The most that each back may have, by the number of its move."""
    cover: float
    safety: float

    @property
    def smallest(self) -> float:
        return min(self.front, self.back, self.cover, self.safety, *self.single.values())


def layout_cards(
    deck: Deck,
    size: CardSize,
    printing: Printing,
    hints: PrintHints,
    theme: Theme,
) -> FittedCards:
    """Return the deck on paper, each kind of face in one type size: the largest that fits all.

    Raises DoesNotFitError, with every card that is too full, at the smallest type allowed.
    """
    fitter = CardFitter(Frame(size, printing.options.hole), theme)
    bodies = _bodies(fitter, deck)
    cards = _cards(fitter, deck, bodies)
    copied = [
        replace(card, part=card.part if copy == 1 else f"{card.part} ({copy})")
        for copy in range(1, printing.options.copies + 1)
        for card in cards
    ]
    laid = on_paper(copied, size, printing, hints, fitter.scale(SMALLEST))
    duplex = None if printing.options.single else laid.duplex
    documents = tuple(Document(pages, deck.about, duplex) for pages in laid.files)
    return FittedCards(documents, bodies.smallest, len(copied))


def _cards(fitter: CardFitter, deck: Deck, bodies: _Bodies) -> list[Card]:
    size = fitter.frame.size
    cards: list[Card] = []
    if deck.cover:
        cards += _paired(COVER, fitter.cover(deck.cover, bodies.cover), size)
    for move in deck.moves:
        faces = fitter.backs(move, deck, min(bodies.back, bodies.single[move.number]))
        front = fitter.front(move, deck, bodies.front)
        cards += _paired(f"{move.number}", [front, *faces], size)
    return cards + _paired(SAFETY, fitter.safety(deck, bodies.safety), size)


def _bodies(fitter: CardFitter, deck: Deck) -> _Bodies:
    """Return the body sizes; a back that needs an extra card makes the others no smaller."""
    problems: list[Problem] = []
    fronts: list[float] = []
    backs: list[float] = []
    most: dict[int, float] = {}
    for move in deck.moves:
        try:
            fronts.append(fitter.largest(partial(fitter.front, move, deck), move.origin))
            body, faces = fitter.fewest(partial(fitter.backs, move, deck), 1, move.origin)
        except DoesNotFitError as error:
            problems.extend(error.problems)
            continue
        most[move.number] = body
        if faces == 1:
            backs.append(body)
    if problems:
        # What stands on every card is told once.
        raise DoesNotFitError(dict.fromkeys(problems))
    # A name that is too long for its card is too long for the cover: it is told once.
    cover = _cover(fitter, deck.cover) if deck.cover else fitter.bodies[0]
    return _Bodies(min(fronts), min(backs, default=SMALLEST), most, cover, _safety(fitter, deck))


def _cover(fitter: CardFitter, cover: Cover) -> float:
    make, what = partial(fitter.cover, cover), "the cover, with its list of moves, on a card"
    return fitter.largest(make, cover.origin, remedy=_WITHOUT_COVER, what=what)


def _safety(fitter: CardFitter, deck: Deck) -> float:
    """Return the body size of the safety card: a second card rather than type that is too small."""
    make, origin = partial(fitter.safety, deck), deck.safety.origin
    try:
        return fitter.fewest(make, 2, origin, min(SAFETY_SMALLEST, fitter.bodies[0]))[0]
    except DoesNotFitError:
        return fitter.fewest(make, 2, origin)[0]


def _paired(part: str, faces: Sequence[Block], size: CardSize) -> list[Card]:
    """Return faces two by two, as the two sides of cards; an odd one has an empty back."""
    blank = Block(size.width, size.height)
    padded = [*faces, blank] if len(faces) % 2 else list(faces)
    return [Card(part, padded[i], padded[i + 1]) for i in range(0, len(padded), 2)]
