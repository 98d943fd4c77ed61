"""Makes faces of cards of one size, at the largest type that fits."""

from collections.abc import Callable
from dataclasses import dataclass

from cardgen.errors import DoesNotFitError, Problem
from cardgen.layout.faces.backs import backs, safety_faces
from cardgen.layout.faces.cover import cover_back, cover_front
from cardgen.layout.faces.frame import SMALLEST, Frame
from cardgen.layout.faces.fronts import front
from cardgen.layout.fit import largest_that_fits, steps_down
from cardgen.layout.kit import CLOSE, OPEN, Kit, Spacing
from cardgen.layout.measure import Measure, TooLargeError
from cardgen.model.content import Move
from cardgen.model.deck import Cover, Deck
from cardgen.model.design import MM, CardSize, Theme
from cardgen.model.library import Origin
from cardgen.model.page import Block
from cardgen.words import shortened

LARGEST = 18.0
_LARGEST_PART = 0.068
"""The largest type, as a part of the shorter side of a card."""


@dataclass(frozen=True, slots=True)
class Press:
    """Makes faces in one frame and theme."""

    frame: Frame
    theme: Theme
    measure: Measure

    def kit(self, body: float, spacing: Spacing = OPEN) -> Kit:
        """Return what faces of a body size are drawn with."""
        return Kit(self.theme, self.measure, body, spacing)

    @property
    def bodies(self) -> list[float]:
        """Return the body sizes to try, the largest first."""
        shorter = min(self.frame.size.width, self.frame.size.height)
        largest = min(LARGEST, round(4 * _LARGEST_PART * shorter) / 4)
        return steps_down(max(SMALLEST, largest), SMALLEST)

    def cover(self, cover: Cover, body: float) -> list[Block]:
        """Return the two faces of the cover."""
        kit = self.kit(body)
        return [cover_front(cover, self.frame, kit), cover_back(cover, self.frame, kit)]

    def front(self, move: Move, deck: Deck, body: float) -> Block:
        """Return the front of a move."""
        return front(move, deck.name, self.frame, self.kit(body))

    def backs(self, move: Move, deck: Deck, body: float) -> list[Block]:
        """Return what stands behind the front of a move: one face, or more."""
        return backs(move, deck.safety, self.frame, self.kit(body, CLOSE))

    def safety(self, deck: Deck, body: float) -> list[Block]:
        """Return the faces of the safety card."""
        safety = deck.safety
        rest = (safety.stop, safety.runners, safety.book, safety.ask_first)
        return safety_faces(safety, rest, deck.imprint, self.frame, self.kit(body, CLOSE))

    def largest(
        self, make: Callable[[float], object], origin: Origin, least: float = SMALLEST
    ) -> float:
        """Return the largest body size at which `make` succeeds. Raises DoesNotFitError."""
        sizes = [body for body in self.bodies if body >= least]
        try:
            return largest_that_fits(sizes, make)[0]
        except TooLargeError as error:
            raise DoesNotFitError([_problem(error, self.frame.size, origin)]) from None

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
