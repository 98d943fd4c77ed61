"""Makes the faces of cards of one size, at the largest type that fits."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from math import inf
from typing import Generic, NamedTuple, TypeVar

from cardgen.errors import DoesNotFitError
from cardgen.layout.cards.backs import MANNERS, RUN_IN, Manner, backs
from cardgen.layout.cards.cover import cover_faces
from cardgen.layout.cards.frame import Frame
from cardgen.layout.cards.fronts import front, panel_room
from cardgen.layout.cards.names import front_name
from cardgen.layout.cards.safety import SafetyCards
from cardgen.layout.cards.sizes import SMALLEST, CardScale, CardType, card_scale
from cardgen.layout.fitting.ladder import largest_that_fits, steps_down
from cardgen.layout.fitting.refusal import PicturesTooLargeError, refusal
from cardgen.memo import kept
from cardgen.model.content import Move
from cardgen.model.deck import Cover, Deck
from cardgen.model.design import MM, Theme
from cardgen.model.origin import Origin
from cardgen.model.page import Block
from cardgen.typography.style import TooLargeError

R = TypeVar("R")
COMFORTABLE = 0.85
"""Type smaller than this, in its largest sizes, is not taken where another card would do."""
_REMEDY = "Shorten it, or choose a larger size of card"
_WITHOUT_COVER = "Name fewer moves, leave the cover out (`skip` cover), or choose larger cards"


class Fitted(NamedTuple, Generic[R]):
    """Faces that fit, and the size of their running text in points."""

    body: float
    made: list[R]


@dataclass(frozen=True, slots=True)
class CardFitter:
    """Makes the faces of cards in one frame and theme."""

    frame: Frame
    theme: Theme

    @property
    def types(self) -> CardType:
        """Return the largest sizes of type of such a card."""
        return CardType.of(self.frame.size)

    def front_size(self, move: Move) -> float:
        """Return the largest size of the steps of a move. Raises DoesNotFitError."""
        make = partial(front, move, self.frame)
        return self._largest(make, self.types.steps, move.origin)[0]

    def named(self, move: Move, body: float) -> Move:
        """Return a move by the name that its front has, with steps in `body` points."""
        scale = card_scale(self.theme, self.types, body, self.types.steps)
        return replace(move, name=front_name(move, self.frame, scale))

    def fronts(self, moves: Sequence[Move], body: float) -> list[Block]:
        """Return the fronts of moves, their steps in `body` points.

        Their panels are alike; only pictures that would come out too small have a taller one.
        """
        scale = card_scale(self.theme, self.types, body, self.types.steps)
        most = min((panel_room(move, self.frame, scale) for move in moves), default=inf)
        return [self._front(move, scale, most) for move in moves]

    def _front(self, move: Move, scale: CardScale, most: float) -> Block:
        try:
            return front(move, self.frame, scale, most)
        except PicturesTooLargeError:
            return front(move, self.frame, scale)

    def backs(self, move: Move, tag: str) -> Fitted[Block]:
        """Return what stands behind the front of a move. Raises DoesNotFitError.

        `tag` tells which card of several one is.
        """
        for manner in MANNERS:
            with suppress(DoesNotFitError):
                one = self._backs(move, tag, manner)
                if len(one.made) == 1:
                    return one
        return self._backs(move, tag, MANNERS[0])

    def _backs(self, move: Move, tag: str, manner: Manner) -> Fitted[Block]:
        def make(scale: CardScale) -> list[Block]:
            return backs(move, self.frame, scale, tag, manner)

        if manner not in RUN_IN:
            return self._fewest(make, move.origin, before=1)
        # It is what keeps to one card, so it may take the least size for that.
        return self._within(make, SMALLEST, move.origin, _REMEDY, "a card", 1)

    def cover(self, cover: Cover, tag: str) -> Fitted[Block]:
        """Return the sides of the cover. Raises DoesNotFitError."""

        def make(scale: CardScale) -> list[Block]:
            return cover_faces(cover, self.frame, scale, tag)

        what = "the cover, with its list of moves, on a card"
        return self._fewest(make, cover.origin, _WITHOUT_COVER, what)

    def safety(self, deck: Deck) -> Fitted[Block]:
        """Return the safety cards, each face at its largest size. Raises DoesNotFitError."""
        label = deck.sources.spans[:1] if deck.sources else ()
        first = [one._replace(spans=(*label, *one.spans)) for one in deck.safety.sources[:1]]
        opening = None if deck.cover else deck.safety.opening
        own = (*first, *deck.safety.sources[1:]), deck.translated if deck.cover else deck.imprint
        return self._safety(SafetyCards(deck.safety, opening, *own, deck.card_tag, self.frame))

    @kept(16)
    def _safety(self, cards: SafetyCards) -> Fitted[Block]:
        """Return the same: they are alike in all decks of a size with the same signs."""
        origin, usual = cards.safety.origin, self.types.back
        packed = self._fewest(cards.packed, origin)
        count = len(packed.made)
        faces = [
            self._largest(partial(cards.face, pieces, number, count), usual, origin)
            for number, pieces in enumerate(packed.made)
        ]
        return Fitted(min(body for body, _ in faces), [face for _, face in faces])

    def _fewest(
        self,
        make: Callable[[CardScale], list[R]],
        origin: Origin,
        remedy: str = _REMEDY,
        what: str = "a card",
        before: int = 0,
    ) -> Fitted[R]:
        """Return the fewest cards that a comfortable size takes, at the largest such size.

        `before` is how many faces these cards have besides those that are made. Smaller type is
        taken only where one text would not fit a face otherwise. Raises DoesNotFitError.
        """
        told = origin, remedy, what, before
        with suppress(DoesNotFitError):
            return self._within(make, max(SMALLEST, COMFORTABLE * self.types.back), *told)
        return self._within(make, SMALLEST, *told)

    def _within(
        self,
        make: Callable[[CardScale], list[R]],
        least: float,
        origin: Origin,
        remedy: str,
        what: str,
        before: int,
    ) -> Fitted[R]:
        usual = self.types.back
        # The least size that is tried: the most faces are those that it takes.
        least = steps_down(usual, min(usual, least))[-1]
        try:
            most = len(make(card_scale(self.theme, self.types, least, usual)))
        except TooLargeError:
            most = 0
        most += (most + before) % 2

        def attempt(scale: CardScale) -> list[R]:
            made = make(scale)
            if len(made) > most:
                raise TooLargeError(self.frame.height * (len(made) - most))
            return made

        return Fitted(*self._largest(attempt, usual, origin, remedy, what, least))

    def _largest(
        self,
        make: Callable[[CardScale], R],
        usual: float,
        origin: Origin,
        remedy: str = _REMEDY,
        what: str = "a card",
        least: float = SMALLEST,
    ) -> tuple[float, R]:
        """Return the largest size of running text from `usual` down, and what is made at it.

        `origin` is named where no one text is to blame, and `what` tells of which card it is.
        Raises DoesNotFitError.
        """

        def attempt(body: float) -> R:
            return make(card_scale(self.theme, self.types, body, usual))

        try:
            return largest_that_fits(steps_down(usual, min(usual, least)), attempt)
        except TooLargeError as error:
            size = self.frame.size
            place = f"{what} of {size.width / MM:g} x {size.height / MM:g} mm"
            problem = refusal(error, place, least, origin, remedy)
            raise DoesNotFitError([problem], error.words) from None
