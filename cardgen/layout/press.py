"""Sets a page at the largest type that fits, then as openly as that leaves room for."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from math import sqrt
from typing import TypeVar

from cardgen.layout.blocks import height_of
from cardgen.layout.fit import largest_that_fits, steps_down
from cardgen.layout.front import GAP
from cardgen.layout.kit import SPACINGS, Kit, Spacing
from cardgen.layout.measure import Measure, TooLargeError
from cardgen.model.design import MM, Paper, Theme
from cardgen.model.page import Block, Page, Placed

MARGIN_X, MARGIN_Y = 9 * MM, 7 * MM
WIDEST_GAP = 14.0
MOST_STRETCH = 60.0

USUAL = 10.5
"""A size that many pages reach, or nearly: it is tried first."""

STRETCH = 0.7
"""How much of the room that is left goes into the columns; the rest into the gaps of the page."""

T = TypeVar("T")
Maker = Callable[[float, Kit, float], list[Block]]
"""Makes the parts of a page of some width, from top to bottom, stretched by so many points."""


@dataclass(frozen=True, slots=True)
class Best:
    """The parts of a page, the type size that they reached, and which maker made them."""

    size: float
    index: int
    parts: list[Block]


@dataclass(frozen=True, slots=True)
class Press:
    """Makes pages on one paper, in one theme."""

    paper: Paper
    theme: Theme
    measure: Measure

    @property
    def width(self) -> float:
        """Return the width between the margins."""
        return self.paper.width - 2 * MARGIN_X

    @property
    def room(self) -> float:
        """Return the height between the margins."""
        return self.paper.height - 2 * MARGIN_Y

    def best(self, makers: Sequence[Maker], largest: float, smallest: float) -> Best:
        """Return what the one of `makers` makes that takes the largest type.

        Raises the TooLargeError of the first when none fits at the smallest size.
        """
        attempts = [partial(self.tightest, maker) for maker in makers]
        size, index, parts = self.largest(attempts, largest, smallest, self._likely)
        return Best(size, index, self.openly(size, makers[index], parts))

    def largest(
        self,
        attempts: Sequence[Callable[[float], T]],
        largest: float,
        smallest: float,
        likely: Callable[[float, T | TooLargeError], float] | None = None,
    ) -> tuple[float, int, T]:
        """Return the largest size of type, which of `attempts` took it, and what that gave.

        Of several that reach it the last is taken. `likely` is as for `largest_that_fits`.
        Raises the TooLargeError of the first when none fits at the smallest size.
        """
        best: tuple[float, int, T] | None = None
        errors = []
        for index, attempt in enumerate(attempts):
            least, start = (best[0], best[0]) if best else (smallest, USUAL)
            try:
                size, made = largest_that_fits(steps_down(largest, least), attempt, start, likely)
            except TooLargeError as error:
                errors.append(error.with_traceback(None))
            else:
                best = size, index, made
        if best is None:
            raise errors[0]
        return best

    def excess(self, maker: Maker, size: float) -> float:
        """Return how much taller than the page the parts are in the tightest spacing."""
        return self._excess(maker(self.width, self._kit(size), 0), self._kit(size))

    def _kit(self, size: float, spacing: Spacing = SPACINGS[-1]) -> Kit:
        return Kit(self.theme, self.measure, size, spacing)

    def tightest(self, maker: Maker, size: float) -> list[Block]:
        """Return the parts in the tightest spacing. Raises TooLargeError."""
        return self._fitting(maker, self._kit(size))

    def _likely(self, size: float, made: list[Block] | TooLargeError) -> float:
        """Return the size that would just fit: a page grows with its square, or nearly."""
        if isinstance(made, TooLargeError):
            height = self.room + made.points
        else:
            height = height_of(made, GAP * SPACINGS[-1].unit * size)
        return size * sqrt(self.room / height)

    def openly(self, size: float, maker: Maker, tightest: list[Block]) -> list[Block]:
        """Return the parts in the most open spacing in which they fit, stretched.

        `tightest` is how they fit in the tightest. What does not fit is taken not to fit more
        openly either. Stretching gives columns more height and nothing another width.
        """
        kit, parts = self._kit(size), tightest
        with suppress(TooLargeError):
            for spacing in reversed(SPACINGS[:-1]):
                wider = self._kit(size, spacing)
                parts = self._fitting(maker, wider)
                kit = wider
        spare = self.room - height_of(parts, GAP * kit.unit)
        return maker(self.width, kit, min(STRETCH * spare, MOST_STRETCH))

    def _fitting(self, maker: Maker, kit: Kit) -> list[Block]:
        """Return the parts of a page. Raises TooLargeError when they are taller than it."""
        parts = maker(self.width, kit, 0)
        if (excess := self._excess(parts, kit)) > 0:
            raise TooLargeError(excess)
        return parts

    def _excess(self, parts: Sequence[Block], kit: Kit) -> float:
        return height_of(parts, GAP * kit.unit) - self.room

    def page(self, parts: Sequence[Block]) -> Page:
        """Return a page of parts, room that is left shared among the gaps; the last is the foot."""
        *above, foot = parts
        spare = self.room - sum(part.height for part in parts)
        gap = min(WIDEST_GAP, spare / max(1, len(above)))
        placed = []
        y = MARGIN_Y
        for part in above:
            placed.append(("", Placed(MARGIN_X, y, part)))
            y += part.height + gap
        placed.append(("", Placed(MARGIN_X, MARGIN_Y + self.room - foot.height, foot)))
        return Page(self.paper.width, self.paper.height, tuple(placed))
