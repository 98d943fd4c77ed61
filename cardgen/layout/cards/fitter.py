"""Makes the sides of cards of one size, at the largest type that fits."""

from collections.abc import Callable
from dataclasses import dataclass

from cardgen.errors import DoesNotFitError
from cardgen.layout.cards.backs import backs, safety_faces
from cardgen.layout.cards.cover import cover_back, cover_front
from cardgen.layout.cards.frame import SMALLEST, Frame
from cardgen.layout.cards.fronts import front
from cardgen.layout.fitting.ladder import largest_that_fits, steps_down
from cardgen.layout.fitting.refusal import refusal
from cardgen.layout.type_scale import CLOSE, OPEN, Spacing, TypeScale, type_scale
from cardgen.model.content import Move
from cardgen.model.deck import Cover, Deck
from cardgen.model.design import MM, Theme
from cardgen.model.origin import Origin
from cardgen.model.page import Block
from cardgen.typography.style import TooLargeError

LARGEST = 18.0
_LARGEST_PART = 0.068
"""The largest type, as a part of the shorter side of a card."""
_REMEDY = "Shorten it, or choose a larger size of card"


@dataclass(frozen=True, slots=True)
class CardFitter:
    """Makes the sides of cards in one frame and theme."""

    frame: Frame
    theme: Theme

    def scale(self, body: float, spacing: Spacing = OPEN) -> TypeScale:
        """Return what sides of a body size in points are set with."""
        return type_scale(self.theme, body, spacing)

    @property
    def bodies(self) -> list[float]:
        """Return the body sizes to try in points, the largest first."""
        shorter = min(self.frame.size.width, self.frame.size.height)
        largest = min(LARGEST, round(4 * _LARGEST_PART * shorter) / 4)
        return steps_down(max(SMALLEST, largest), SMALLEST)

    def cover(self, cover: Cover, body: float) -> list[Block]:
        """Return the two sides of the cover."""
        scale = self.scale(body)
        return [cover_front(cover, self.frame, scale), cover_back(cover, self.frame, scale)]

    def front(self, move: Move, deck: Deck, body: float) -> Block:
        """Return the front of a move."""
        return front(move, deck.name, self.frame, self.scale(body))

    def backs(self, move: Move, deck: Deck, body: float) -> list[Block]:
        """Return what stands behind the front of a move: one side, or more."""
        return backs(move, deck.safety, self.frame, self.scale(body, CLOSE))

    def safety(self, deck: Deck, body: float) -> list[Block]:
        """Return the sides of the safety card."""
        safety = deck.safety
        rest = (*safety.stop, *safety.danger[2:], *safety.ask)
        return safety_faces(deck, rest, self.frame, self.scale(body, CLOSE))

    def largest(
        self,
        make: Callable[[float], object],
        origin: Origin,
        least: float = SMALLEST,
        remedy: str = _REMEDY,
        what: str = "a card",
    ) -> float:
        """Return the largest body size at which `make` succeeds.

        `origin` is named where no one text is to blame, and `what` tells of which card it is.
        Raises DoesNotFitError.
        """
        sizes = [body for body in self.bodies if body >= least]
        try:
            return largest_that_fits(sizes, make)[0]
        except TooLargeError as error:
            size = self.frame.size
            place = f"{what} of {size.width / MM:g} x {size.height / MM:g} mm"
            problem = refusal(error, place, SMALLEST, origin, remedy)
            raise DoesNotFitError([problem]) from None

    def fewest(
        self,
        make: Callable[[float], list[Block]],
        sides: int,
        origin: Origin,
        least: float = SMALLEST,
    ) -> tuple[float, int]:
        """Return the largest body size that keeps to `sides`, and how many sides it takes.

        Where no size from `least` up keeps to them, the rest goes on the two sides of an extra
        card, and so on. Raises DoesNotFitError.
        """
        most = sides
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
        """Tell whether the smallest type needs only more than `most` sides, not larger ones."""
        try:
            return len(make(least)) > most
        except TooLargeError:
            return False
