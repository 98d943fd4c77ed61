"""A deck of pocket cards on sheets of paper."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from cardgen.errors import DoesNotFitError, Problem
from cardgen.layout.card_faces import SMALLEST, backs, front, safety_faces
from cardgen.layout.fit import steps_down
from cardgen.layout.kit import Kit
from cardgen.layout.measure import Measure, TooLargeError
from cardgen.layout.sheet import Card, sheets
from cardgen.model.content import Deck, Move
from cardgen.model.design import MM, CardSize, Paper, Theme
from cardgen.model.document import Document
from cardgen.model.library import Origin
from cardgen.model.page import Block

T = TypeVar("T")
_LARGEST_PART = 0.068
"""The largest type, as a part of the shorter side of a card."""


@dataclass(frozen=True, slots=True)
class FittedCards:
    """A deck that fits: its document, the smallest body size in points, and how many cards."""

    document: Document
    body: float
    cards: int


@dataclass(frozen=True, slots=True)
class _Press:
    """Makes faces for cards of one size, at the largest type that fits."""

    size: CardSize
    theme: Theme
    measure: Measure

    def kit(self, body: float) -> Kit:
        return Kit(self.theme, self.measure, body)

    @property
    def bodies(self) -> list[float]:
        shorter = min(self.size.width, self.size.height)
        return steps_down(max(SMALLEST, round(4 * _LARGEST_PART * shorter) / 4), SMALLEST)

    def largest(self, make: Callable[[Kit], T], origin: Origin) -> tuple[float, T]:
        """Return the largest body size at which `make` succeeds. Raises DoesNotFitError."""
        refused = TooLargeError(0)
        for body in self.bodies:
            try:
                return body, make(self.kit(body))
            except TooLargeError as error:
                refused = error
        raise DoesNotFitError([_problem(refused, self.size, origin)])


def _problem(error: TooLargeError, size: CardSize, origin: Origin) -> Problem:
    what = f"the word '{error.what}'" if error.what else "the text"
    message = (
        f"{what} is {error.points / MM:.1f} mm too large for a card of "
        f"{size.width / MM:g} x {size.height / MM:g} mm, at the smallest type ({SMALLEST:g} pt)"
    )
    return origin.problem(message, "Shorten it, or choose a larger card with --size")


def layout_cards(
    deck: Deck, size: CardSize, paper: Paper, theme: Theme, measure: Measure
) -> FittedCards:
    """Return the deck on sheets, all cards in one type size: the largest that fits them all.

    Raises DoesNotFitError, with every card that is too full, at the smallest type allowed.
    """
    press = _Press(size, theme, measure)
    fronts, front_body = _common(
        press, deck.moves, lambda move, kit: front(move, deck.name, size, kit)
    )
    faces, back_body = _common(press, deck.moves, lambda move, kit: _backs(move, deck, size, kit))
    safety_body, safety = press.largest(
        lambda kit: safety_faces(deck.safety, size, kit), deck.safety.origin
    )
    cards = [
        card
        for move, first, rest in zip(deck.moves, fronts, faces, strict=True)
        for card in _cards(move, first, rest, size)
    ]
    cards.append(Card("safety", *safety))
    pages = sheets(cards, paper, size, deck.print_hint, press.kit(SMALLEST))
    document = Document(
        tuple(pages), deck.title, deck.subject, deck.language, deck.date, two_sided=True
    )
    return FittedCards(document, min(front_body, back_body, safety_body), len(cards))


def _backs(move: Move, deck: Deck, size: CardSize, kit: Kit) -> list[Block]:
    """Return one back, or at the smallest type two: the second goes on a card of its own."""
    try:
        return backs(move, deck.safety, size, kit, split=False)
    except TooLargeError:
        if kit.body > SMALLEST:
            raise
        return backs(move, deck.safety, size, kit, split=True)


def _common(
    press: _Press, moves: Sequence[Move], make: Callable[[Move, Kit], T]
) -> tuple[list[T], float]:
    """Return what `make` gives for each move, all at the smallest of their largest sizes."""
    problems: list[Problem] = []
    bodies: list[float] = []
    for move in moves:
        try:
            bodies.append(press.largest(lambda kit, move=move: make(move, kit), move.origin)[0])
        except DoesNotFitError as error:
            problems.extend(error.problems)
    if problems:
        raise DoesNotFitError(problems)
    body = min(bodies)
    return [make(move, press.kit(body)) for move in moves], body


def _cards(move: Move, first: Block, rest: Sequence[Block], size: CardSize) -> list[Card]:
    blank = Block(size.width, size.height)
    extra = [Card(f"{move.number}", face, blank) for face in rest[1:]]
    return [Card(f"{move.number}", first, rest[0]), *extra]
