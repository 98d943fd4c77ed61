"""Sets a page at the largest type that fits, then as openly as that leaves room for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from math import sqrt

from cardgen.layout.blocks import height_of
from cardgen.layout.fitting.ladder import largest_that_fits, loosest_that_fits, steps_down
from cardgen.layout.fitting.pagination import placed
from cardgen.layout.fitting.refusal import nearest
from cardgen.layout.type_scale import SPACINGS, Spacing, TypeScale, type_scale
from cardgen.model.design import MM, Paper, Theme
from cardgen.model.page import Block, Page, Placed
from cardgen.typography.style import TooLargeError

MARGIN_X, MARGIN_Y = 9 * MM, 7 * MM
GAP = 1.2
"""The least gap between the parts of a page, in units of space."""
WIDEST_GAP = 14.0
MOST_STRETCH = 60.0
USUAL = 10.5
"""A size that many pages reach, or nearly: it is tried first."""
STRETCH = 0.7
"""How much of the room that is left goes into the columns; the rest into the gaps of the page."""

Maker = Callable[[float, TypeScale, float], list[Block]]
"""Makes the parts of a page of some width, from top to bottom, stretched by so many points."""


@dataclass(frozen=True, slots=True)
class FittedPage:
    """The parts of a page, the type size in points that they reached."""

    size: float
    parts: list[Block]


@dataclass(frozen=True, slots=True)
class PageFitter:
    """Makes pages on one paper, in one theme. Lengths are points."""

    paper: Paper
    theme: Theme
    margins: tuple[float, float] = (MARGIN_X, MARGIN_Y)
    """At the sides, and above and below."""

    @property
    def width(self) -> float:
        """Return the width between the margins."""
        return self.paper.width - 2 * self.margins[0]

    @property
    def room(self) -> float:
        """Return the height between the margins."""
        return self.paper.height - 2 * self.margins[1]

    def best(self, makers: Sequence[Maker], sizes: tuple[float, float]) -> FittedPage:
        """Return what the one of `makers` makes that takes the largest type.

        `sizes` are the largest and the smallest in points. Of several that reach the same the
        last is taken. Raises the TooLargeError that tells most when none fits at the smallest size.
        """
        largest, smallest = sizes
        best: tuple[float, Maker, list[Block]] | None = None
        errors = []
        for maker in makers:
            least, start = (best[0], best[0]) if best else (smallest, USUAL)
            attempt = partial(self.tightest, maker)
            try:
                size, made = largest_that_fits(
                    steps_down(largest, least), attempt, start, self._likely
                )
            except TooLargeError as error:
                errors.append(error.with_traceback(None))
            else:
                best = size, maker, made
        if best is None:
            raise nearest(errors)
        size, maker, parts = best
        return FittedPage(size, self.stretched(size, maker, parts))

    def set_at(self, maker: Maker, size: float) -> list[Block]:
        """Return the parts at a size at which they fit. Raises TooLargeError where they do not."""
        return self.stretched(size, maker, self.tightest(maker, size))

    def _scale(self, size: float, spacing: Spacing = SPACINGS[-1]) -> TypeScale:
        return type_scale(self.theme, size, spacing)

    def tightest(self, maker: Maker, size: float) -> list[Block]:
        """Return the parts in the tightest spacing. Raises TooLargeError."""
        return self._fitting(maker, size, SPACINGS[-1])

    def spare(self, parts: Sequence[Block], size: float) -> float:
        """Return the height in points that parts leave free in the tightest spacing."""
        return self.room - height_of(parts, GAP * self._scale(size).unit)

    def _likely(self, size: float, made: list[Block] | TooLargeError) -> float:
        """Return the size that would just fit: a page grows with its square, or nearly."""
        if isinstance(made, TooLargeError):
            height = self.room + made.points
        else:
            height = height_of(made, GAP * SPACINGS[-1].unit * size)
        return size * sqrt(self.room / height)

    def stretched(self, size: float, maker: Maker, tightest: list[Block]) -> list[Block]:
        """Return the parts in the most open spacing in which they fit, stretched.

        `tightest` is how they fit in the tightest. Stretching gives columns more height and
        nothing another width.
        """
        spacing, parts = loosest_that_fits(partial(self._fitting, maker, size), tightest)
        scale = self._scale(size, spacing)
        spare = self.room - height_of(parts, GAP * scale.unit)
        return maker(self.width, scale, min(STRETCH * spare, MOST_STRETCH))

    def _fitting(self, maker: Maker, size: float, spacing: Spacing) -> list[Block]:
        """Return the parts of a page. Raises TooLargeError when they are taller than it."""
        scale = self._scale(size, spacing)
        parts = maker(self.width, scale, 0)
        if (excess := height_of(parts, GAP * scale.unit) - self.room) > 0:
            raise TooLargeError(excess, among=parts)
        return parts

    def page(self, parts: Sequence[Block]) -> Page:
        """Return a page of parts, room that is left shared among the gaps; the last is the foot."""
        *above, foot = parts
        spare = self.room - sum(part.height for part in parts)
        gap = min(WIDEST_GAP, spare / max(1, len(above)))
        x, top = self.margins
        end = Placed(x, top + self.room - foot.height, foot)
        return Page(self.paper.width, self.paper.height, (*placed(above, x, top, gap), ("", end)))
