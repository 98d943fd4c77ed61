"""A deck of pocket cards on sheets of paper."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from cardgen.errors import DoesNotFitError, Problem
from cardgen.layout.card_faces import SMALLEST, backs, front, safety_faces
from cardgen.layout.fit import largest_that_fits, steps_down
from cardgen.layout.kit import CLOSE, OPEN, Kit, Spacing
from cardgen.layout.measure import Measure, TooLargeError
from cardgen.layout.sheet import Card, sheets
from cardgen.model.content import Deck, Move
from cardgen.model.design import MM, CardSize, Paper, Theme
from cardgen.model.document import Document
from cardgen.model.library import Origin
from cardgen.model.page import Block
from cardgen.words import shortened

SAFETY_SMALLEST = 7.25
"""The least type of the safety card, as long as one sentence of it fits a face."""
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

    def kit(self, body: float, spacing: Spacing = OPEN) -> Kit:
        return Kit(self.theme, self.measure, body, spacing)

    @property
    def bodies(self) -> list[float]:
        shorter = min(self.size.width, self.size.height)
        return steps_down(max(SMALLEST, round(4 * _LARGEST_PART * shorter) / 4), SMALLEST)

    def front(self, move: Move, deck: Deck, body: float) -> Block:
        return front(move, deck.name, self.size, self.kit(body))

    def backs(self, move: Move, deck: Deck, body: float) -> list[Block]:
        return backs(move, deck.safety, self.size, self.kit(body, CLOSE))

    def safety(self, deck: Deck, body: float) -> list[Block]:
        return safety_faces(deck.safety, self.size, self.kit(body, CLOSE))

    def largest(
        self, make: Callable[[float], object], origin: Origin, least: float = SMALLEST
    ) -> float:
        """Return the largest body size at which `make` succeeds. Raises DoesNotFitError."""
        sizes = [body for body in self.bodies if body >= least]
        try:
            return largest_that_fits(sizes, make)[0]
        except TooLargeError as error:
            raise DoesNotFitError([_problem(error, self.size, origin)]) from None

    def fewest(
        self,
        make: Callable[[float], list[Block]],
        faces: int,
        origin: Origin,
        least: float = SMALLEST,
    ) -> tuple[float, int]:
        """Return the largest body size that keeps to `faces`, and how many faces it takes.

        Where no size from `least` up keeps to them, the rest goes on the two sides of an extra
        card, and so on. Raises DoesNotFitError.
        """
        most = faces
        while True:

            def within(body: float, most: int = most) -> None:
                if len(made := make(body)) > most:
                    raise TooLargeError(sum(block.height for block in made[most:]))

            try:
                return self.largest(within, origin, least), most
            except DoesNotFitError:
                if not self._spills(make, most, least):
                    raise
                most += 2

    def _spills(self, make: Callable[[float], list[Block]], most: int, least: float) -> bool:
        """Tell whether the smallest type needs only more than `most` faces, not larger ones."""
        try:
            return len(make(least)) > most
        except TooLargeError:
            return False


def _problem(error: TooLargeError, size: CardSize, origin: Origin) -> Problem:
    what = f"the word '{shortened(error.what)}'" if error.what else "the text"
    message = (
        f"{what} is {error.millimetres:.1f} mm too large for a card of "
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
    front_body, back_body, single = _bodies(press, deck)
    safety_body = _safety_body(press, deck)
    cards: list[Card] = []
    for move in deck.moves:
        faces = press.backs(move, deck, min(back_body, single[move.number]))
        cards += _paired(f"{move.number}", [press.front(move, deck, front_body), *faces], size)
    cards += _paired("safety", press.safety(deck, safety_body), size)
    pages = sheets(cards, paper, size, deck.print_hint, press.kit(SMALLEST))
    document = Document(
        tuple(pages), deck.title, deck.subject, deck.language, deck.date, two_sided=True
    )
    return FittedCards(document, min(front_body, safety_body, *single.values()), len(cards))


def _bodies(press: _Press, deck: Deck) -> tuple[float, float, dict[int, float]]:
    """Return the body size of all fronts, that of all backs, and the most of each back.

    A back that needs an extra card does not make the others smaller.
    """
    problems: list[Problem] = []
    fronts: list[float] = []
    backs_: list[float] = []
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
            backs_.append(body)
    if problems:
        raise DoesNotFitError(problems)
    return min(fronts), min(backs_, default=SMALLEST), most


def _safety_body(press: _Press, deck: Deck) -> float:
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
