"""A deck of pocket cards on paper."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from cardgen.errors import DoesNotFitError, Problem
from cardgen.layout.faces.frame import SMALLEST, Frame
from cardgen.layout.faces.press import Press
from cardgen.layout.measure import Measure
from cardgen.layout.sheet.impose import Card
from cardgen.layout.sheet.paper import Laid, on_paper
from cardgen.model.deck import Deck, PrintHints
from cardgen.model.design import CardSize, Theme
from cardgen.model.document import Document
from cardgen.model.page import Block
from cardgen.model.printing import Printing

SAFETY_SMALLEST = 7.25
"""The least type of the safety card, as long as one sentence of it fits a face."""
COVER, SAFETY = "cover", "safety"
"""The parts of a document that the cards with these names are read as."""


@dataclass(frozen=True, slots=True)
class FittedCards:
    """A deck that fits: its documents, the smallest body size in points, and what it takes."""

    documents: tuple[Document, ...]
    """One, or that of the fronts and that of the backs."""
    body: float
    cards: int
    laid: Laid


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
    measure: Measure,
) -> FittedCards:
    """Return the deck on paper, each kind of face in one type size: the largest that fits all.

    Raises DoesNotFitError, with every card that is too full, at the smallest type allowed.
    """
    press = Press(Frame(size, printing.options.hole), theme, measure)
    bodies = _bodies(press, deck)
    cards = _cards(press, deck, bodies)
    copied = [
        replace(card, part=card.part if copy == 1 else f"{card.part} ({copy})")
        for copy in range(1, printing.options.copies + 1)
        for card in cards
    ]
    laid = on_paper(copied, size, printing, hints, press.kit(SMALLEST))
    duplex = None if printing.options.single else laid.duplex
    documents = tuple(
        Document(pages, deck.title, deck.subject, deck.language, deck.date, duplex)
        for pages in laid.files
    )
    return FittedCards(documents, bodies.smallest, len(copied), laid)


def _cards(press: Press, deck: Deck, bodies: _Bodies) -> list[Card]:
    size = press.frame.size
    cards: list[Card] = []
    if deck.cover:
        cards += _paired(COVER, press.cover(deck.cover, bodies.cover), size)
    for move in deck.moves:
        faces = press.backs(move, deck, min(bodies.back, bodies.single[move.number]))
        front = press.front(move, deck, bodies.front)
        cards += _paired(f"{move.number}", [front, *faces], size)
    return cards + _paired(SAFETY, press.safety(deck, bodies.safety), size)


def _bodies(press: Press, deck: Deck) -> _Bodies:
    """Return the body sizes; a back that needs an extra card makes the others no smaller."""
    problems: list[Problem] = []
    fronts: list[float] = []
    backs: list[float] = []
    most: dict[int, float] = {}
    for move in deck.moves:
        try:
            fronts.append(press.largest(partial(press.front, move, deck), move.origin))
            body, faces = press.fewest(partial(press.backs, move, deck), 1, move.origin)
        except DoesNotFitError as error:
            problems.extend(error.problems)
            continue
        most[move.number] = body
        if faces == 1:
            backs.append(body)
    if problems:
        raise DoesNotFitError(problems)
    # A name that is too long for its card is too long for the cover: it is told once.
    cover = (
        press.largest(partial(press.cover, deck.cover), deck.cover.origin)
        if deck.cover
        else press.bodies[0]
    )
    return _Bodies(min(fronts), min(backs, default=SMALLEST), most, cover, _safety(press, deck))


def _safety(press: Press, deck: Deck) -> float:
    """Return the body size of the safety card: a second card rather than type that is too small."""
    make, origin = partial(press.safety, deck), deck.safety.origin
    try:
        return press.fewest(make, 2, origin, min(SAFETY_SMALLEST, press.bodies[0]))[0]
    except DoesNotFitError:
        return press.fewest(make, 2, origin)[0]


def _paired(part: str, faces: Sequence[Block], size: CardSize) -> list[Card]:
    """Return faces two by two, as the two sides of cards; an odd one has an empty back."""
    blank = Block(size.width, size.height)
    padded = [*faces, blank] if len(faces) % 2 else list(faces)
    return [Card(part, padded[i], padded[i + 1]) for i in range(0, len(padded), 2)]
