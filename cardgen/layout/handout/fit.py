"""Sets a side in the roomiest sizes in which it fits, and shares out the room that is left."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from cardgen.layout.blocks import height_of
from cardgen.layout.fitting.pagination import placed
from cardgen.layout.handout.sides import Maker, Side
from cardgen.layout.handout.sizes import Ladder
from cardgen.layout.looks import Sizes, looks_of
from cardgen.model.design import MM, Paper, Theme
from cardgen.model.page import Block, Page, Placed
from cardgen.typography.style import TooLargeError

NARROW = 212 * MM
"""Paper that is no wider, such as A4, has smaller margins at its sides."""
UNREACHED = 12.7 * MM
"""So near the lower edge many printers stop: the foot alone stands there where there is room."""
MOST_GAP, MOST_ROW = 2 * MM, 10 * MM
"""The most that a gap and a row have of the room that is left."""
MOST_ALONE = 28.0
"""The most that a gap has of it where there are no rows, or they have their most, in points."""
LONGER = 1.0
"""The gap before the foot, in gaps."""


@dataclass(frozen=True, slots=True)
class Margins:
    """What stays free along the edges of a page, in points."""

    top: float
    side: float
    bottom: float

    def at_least(self, least: float) -> "Margins":
        """Return margins no smaller than what a printer does not reach."""
        return Margins(max(self.top, least), max(self.side, least), max(self.bottom, least))

    def below(self, head: float) -> "Margins":
        """Return margins that leave room for a head so tall."""
        return replace(self, top=self.top + head)


def margins_of(paper: Paper, *, sides: int, least: float) -> Margins:
    """Return what stays free along the edges of a page of a handout."""
    if sides > 1:
        return Margins(8 * MM, 9 * MM, 7 * MM).at_least(least)
    if paper.width < NARROW:
        return Margins(9 * MM, 7 * MM, 7 * MM).at_least(least)
    return Margins(6 * MM, 8 * MM, 6 * MM).at_least(least)


@dataclass(frozen=True, slots=True)
class FittedSide:
    """A side that fits: its page, the sizes that it reached, and how far down its words reach."""

    page: Page
    sizes: Sizes
    low: float
    """How far the lowest part but the foot stands from the lower edge, in points."""


@dataclass(frozen=True, slots=True)
class SideFitter:
    """Makes sides on one paper, in one theme."""

    paper: Paper
    theme: Theme
    margins: Margins

    @property
    def width(self) -> float:
        """Return the width between the margins."""
        return self.paper.width - 2 * self.margins.side

    def best(self, make: Maker, ladder: Ladder) -> FittedSide:
        """Return a side in the first sizes of a ladder in which it fits.

        On the last rungs the lowest part may come nearer to the edge. Raises the TooLargeError of
        the last rung where none fits.
        """

        @cache
        def side(sizes: Sizes) -> Side:
            return make(self.width, looks_of(self.theme, sizes), 0)

        # What is too tall on the last rung is so on all: nearly all that does not fit ends here.
        self._check(side(ladder.rungs[-1]), ladder.rungs[-1], 0)
        tried = ladder.rungs[ladder.usual :]
        rungs = [(sizes, UNREACHED) for sizes in tried[: ladder.open_edge]]
        rungs += [(sizes, 0.0) for sizes in tried]
        sizes, band = next(rung for rung in rungs if self._fits(side, *rung))
        if (sizes, band) == rungs[0]:
            sizes = self._roomier(side, ladder.rungs[: ladder.usual][::-1], sizes)
        return self._set(make, side(sizes), sizes, band)

    def below(self, head: float) -> "SideFitter":
        """Return what makes sides below a head so tall."""
        return replace(self, margins=self.margins.below(head))

    def flowed(self, make: Maker, sizes: Sizes, *, divide: bool = False) -> list[Page]:
        """Return as many pages as the parts of a side take in some sizes.

        What may go on does so where it is to `divide`, to fill them. Its foot stands on the last
        of them. Raises TooLargeError for a part that is taller than a page.
        """
        side = make(self.width, looks_of(self.theme, sizes), 0)
        room, gap = self._room(side, sizes, 0), sizes.gap
        pages: list[list[Block]] = [[]]
        for whole in (*side.above, *side.rows, *side.below):
            going_on = side.going_on.get(whole) if divide else None
            left = room - height_of(pages[-1], gap) - gap
            for block in going_on.parts(left, room, fill=True) if going_on else [whole]:
                if pages[-1] and height_of([*pages[-1], block], gap) > room:
                    pages.append([])
                pages[-1].append(block)
                if block.height > room:
                    raise TooLargeError(block.height - room, among=[block, *side.everything[-1:]])
        *first, last = pages
        found = [self._page(blocks, gap, None) for blocks in first]
        return [*found, self._page(last, gap, side.foot)]

    def _page(self, blocks: Sequence[Block], gap: float, foot: Block | None) -> Page:
        x, top = self.margins.side, self.margins.top
        parts = placed(blocks, x, top, gap)
        if foot:
            low = self.paper.height - self.margins.bottom - foot.height
            parts.append(("", Placed(x, low, foot)))
        return Page(self.paper.width, self.paper.height, tuple(parts))

    def _check(self, side: Side, sizes: Sizes, band: float) -> None:
        """Raise TooLargeError for a side, as tight as it may be, that is too tall."""
        excess = height_of(side.parts, sizes.gap) - self._room(side, sizes, band)
        if excess > 0:
            raise TooLargeError(excess, among=side.everything)

    def _fits(self, side: Callable[[Sizes], Side], sizes: Sizes, band: float) -> bool:
        try:
            self._check(side(sizes), sizes, band)
        except TooLargeError:
            return False
        return True

    def _room(self, side: Side, sizes: Sizes, band: float) -> float:
        """Return the height for all parts but the foot."""
        kept = side.foot.height + LONGER * sizes.gap if side.foot else 0
        foot = self.paper.height - self.margins.bottom - kept
        return min(foot, self.paper.height - band) - self.margins.top

    def _roomier(
        self, side: Callable[[Sizes], Side], larger: Sequence[Sizes], usual: Sizes
    ) -> Sizes:
        """Return the largest sizes in which a side fits, and its moves take no line more."""
        found = usual
        for sizes in larger:
            if not self._fits(side, sizes, UNREACHED):
                break
            if _lines(side(sizes)) > _lines(side(usual)):
                break
            found = sizes
        return found

    def _set(self, make: Maker, side: Side, sizes: Sizes, band: float) -> FittedSide:
        """Return a page on which the room that is left is shared out.

        Each gap has a part of it as large as a row has, but no more than looks well; all else goes
        to the rows, up to a most, and only then again to the gaps.
        """
        gaps, rows = max(1, len(side.parts) - 1), len(side.rows)
        spare = max(0.0, self._room(side, sizes, band) - height_of(side.parts, sizes.gap))
        apart = min(MOST_GAP, spare / (gaps + rows))
        share = min(MOST_ROW, (spare - gaps * apart) / rows) if rows else 0.0
        spread = make(self.width, looks_of(self.theme, sizes), share)
        gap = min(sizes.gap + MOST_ALONE,
                  (self._room(side, sizes, band) - height_of(spread.parts)) / gaps)  # fmt: skip
        page = self._page(spread.parts, max(sizes.gap, gap), spread.foot)
        _, last = page.placed[-2]
        return FittedSide(page, sizes, self.paper.height - last.bounds[3])


def _lines(side: Side) -> int:
    return sum(1 for row in side.rows for _ in row.all_lines())


def raised(page: Page, height: float) -> Page:
    """Return a page whose blocks stand higher."""
    higher = ((part, replace(at, y=at.y - height)) for part, at in page.placed)
    return replace(page, placed=tuple(higher))
