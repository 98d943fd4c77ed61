"""A handout: on one side, or on two where it asks for them or does not fit on one."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import lru_cache

from cardgen.errors import DoesNotFitError
from cardgen.layout.fitting.page import PageFitter
from cardgen.layout.fitting.refusal import refusal
from cardgen.layout.handout.again import head_again
from cardgen.layout.handout.fit import UNREACHED, SideFitter, margins_of, raised
from cardgen.layout.handout.flowing import TIGHT, WHOLE, fewest_pages
from cardgen.layout.handout.large_parts import SMALLEST as SMALLEST_PRINT
from cardgen.layout.handout.large_print import large_print
from cardgen.layout.handout.moves import StopPlace, stop_place
from cardgen.layout.handout.sides import back, front, one_side
from cardgen.layout.handout.sizes import (
    BACK,
    FRONT_LIST,
    SMALL_LIST,
    Ladder,
    front_columns,
    small_columns,
)
from cardgen.layout.handout.sizes import one_side as one_side_sizes
from cardgen.layout.looks import LEAST, looks_of
from cardgen.model.arrangement import Arrangement, Layout, Sides
from cardgen.model.correction import Correction
from cardgen.model.design import MM, Paper, Theme
from cardgen.model.document import Document
from cardgen.model.handout import Handout, Log
from cardgen.model.page import Block, Page, Placed
from cardgen.model.printing import Duplex
from cardgen.typography.style import TooLargeError

_BACKS = (
    (True, WHOLE._replace(logged=True)),
    (False, WHOLE._replace(logged=True)),
    (False, WHOLE._replace(compact=True, logged=True)),
    (True, WHOLE),
    (False, WHOLE._replace(compact=True)),
    (False, TIGHT),
    (False, TIGHT._replace(close=True)),
)
"""What a back may be like: whether each level of urgency has a box as wide as the page, and its
parts."""
_LEAVING_OUT = TIGHT._replace(close=True, leaving_out=True)
"""What it is like sooner than on several pages."""
MOST_PAGES = 9
"""A number of pages that leaves room for any other in their heads."""
Write = Callable[[Sides], Handout]
"""Gives the words of a handout whose parts stand on these sides: they are read in that order."""


@dataclass(frozen=True, slots=True)
class Reach:
    """What a printer reaches, and what undoes its faults."""

    margin: float = 0
    """The band along each edge that stays free, in points, where it is more than usual."""
    front: Correction | None = None
    back: Correction | None = None


@dataclass(frozen=True, slots=True)
class FittedHandout:
    """A handout that fits, its words, the size of its steps in points, and what is to be told."""

    document: Document
    content: Handout
    body: float
    sides: Sides
    """How its parts are shared out."""
    layout: Layout
    too_tall: float | None = None
    """By how many millimetres it was too tall for one side, where it has two for that reason."""
    low: float | None = None
    """How near the lower edge words stand, in millimetres, where many printers stop before."""


def layout_handout(
    write: Write,
    arrangement: Arrangement,
    paper: Paper,
    theme: Theme,
    reach: Reach = Reach(),
) -> FittedHandout:
    """Return a handout as its arrangement asks for it.

    Raises DoesNotFitError when it is too large at the smallest sizes that are allowed.
    """
    # The same words are asked for on several ways to share them out.
    handout = _Layout(lru_cache(maxsize=32)(write), arrangement, paper, theme, reach)
    try:
        return handout.fitted()
    except TooLargeError as error:
        large = arrangement.large_print
        sides = {1: "one {} page", 2: "two sides of {} paper"}
        place = sides[1 if large or arrangement.pages == 1 else 2].format(paper.name)
        least = SMALLEST_PRINT if large else LEAST
        # Of a word that is too wide it is not told, and whether large print has room costs time.
        remedy = "" if error.what else handout.remedy()
        problem = refusal(error, place, least, write(Sides()).origin, remedy)
        raise DoesNotFitError([problem], error.words) from None


@dataclass(frozen=True, slots=True)
class _Layout:
    write: Write
    arrangement: Arrangement
    paper: Paper
    theme: Theme
    reach: Reach

    def fitted(self) -> FittedHandout:
        """Return the pages. Raises TooLargeError."""
        if self.arrangement.large_print:
            return self._large_print()
        if self.arrangement.pages == 2:  # noqa: PLR2004 - sides of a sheet
            return self._two_sides()
        try:
            return self._one_side()
        except TooLargeError as error:
            if self.arrangement.pages == 1:
                raise
            too_tall = None if error.what else error.millimetres
        return replace(self._two_sides(), too_tall=too_tall)

    def remedy(self) -> str:
        """Return what makes a handout less tall, or gives it more room."""
        less = ["take out a move or a claim", "shorten `short_steps` and `cautions`"]
        if self.arrangement.pages == 1:
            less.append("let it have two pages")
        elif not self.arrangement.large_print and self._has_large_print:
            less.append("ask for large print, which takes as many pages as it needs")
        return "Shorten it: " + ", or ".join([*less, "choose larger paper"])

    @property
    def _has_large_print(self) -> bool:
        """Tell whether there is room for it: a small page has too little for its largest parts."""
        with suppress(TooLargeError):
            return bool(self._large_print())
        return False

    def _large_print(self) -> FittedHandout:
        sides = Sides(large_print=True)
        content = self.write(sides)
        fitter = PageFitter(self.paper, self.theme)
        pages, body = large_print(content, fitter, self.reach.margin)
        return self._made(content, pages, body, sides, "list")

    def _fitter(self, sides: int) -> SideFitter:
        margins = margins_of(self.paper, sides=sides, least=self.reach.margin)
        return SideFitter(self.paper, self.theme, margins)

    def _one_side(self) -> FittedHandout:
        """Return a single side: with all reasons, or else with the first alone."""
        layout = self.arrangement.layout or "grid"
        fitter = self._fitter(1)
        ladder = one_side_sizes(fitter.width)
        error = TooLargeError(0)
        for brief, sizes in ((False, ladder.first(ladder.usual + 2)), (True, ladder)):
            sides, content, place = self._placed(layout, brief=brief)
            make = one_side(content, layout, place, brief=brief)
            try:
                side = fitter.best(make, sizes)
            except TooLargeError as refused:
                error = refused.with_traceback(None)
                continue
            low = round(side.low / MM, 1) if side.low < UNREACHED - 0.1 else None
            made = self._made(content, [side.page], side.sizes.step, sides, layout)
            return replace(made, low=low)
        try:
            raise error
        finally:
            del error  # else it would hold, by its traceback, the frame that holds it

    def _placed(self, layout: Layout, *, brief: bool) -> tuple[Sides, Handout, StopPlace]:
        """Return the words in the order in which they are read, and where it says when to stop."""
        moves = self.write(Sides()).moves
        place: StopPlace = "strip" if layout == "list" else stop_place(moves)
        sides = Sides(brief=brief, stop_first=place != "last cell")
        return sides, self.write(sides), place

    def _two_sides(self) -> FittedHandout:
        """Return the moves in front and all else behind, on more pages where two are too few."""
        fitter = self._fitter(2)
        head = self._again(self.write(WHOLE), fitter, MOST_PAGES, MOST_PAGES).height
        content, sides, behind = self._behind(fitter.below(head))
        ahead, step, layout = self._ahead(content, fitter, head)
        pages = [*ahead, *behind]
        again = [
            self._headed(
                page,
                # A row of moves has a line above it.
                self._again(content, fitter, number, len(pages), ruled=number > len(ahead)),
                fitter,
            )
            for number, page in enumerate(pages[1:], 2)
        ]
        return self._made(content, [*pages[:1], *again], step, sides, layout)

    def _again(
        self, content: Handout, fitter: SideFitter, number: int, count: int, *, ruled: bool = True
    ) -> Block:
        looks = looks_of(self.theme, BACK.rungs[0])
        return head_again(content, number, count, fitter.width, looks, ruled=ruled)

    def _headed(self, page: Page, head: Block, fitter: SideFitter) -> Page:
        """Return a page below its head."""
        margins = fitter.margins
        return replace(page, placed=(("", Placed(margins.side, margins.top, head)), *page.placed))

    def _ahead(
        self, content: Handout, fitter: SideFitter, head: float
    ) -> tuple[list[Page], float, Layout]:
        """Return the moves in a list, or else in two columns, and the size of their steps.

        `head` is how tall the head of each page but the first is.
        """
        columns = front_columns(fitter.width)
        ways: list[tuple[Layout, Ladder]] = [
            ("list", FRONT_LIST), ("grid", columns), ("list", SMALL_LIST),
            ("grid", small_columns(fitter.width)),
        ]  # fmt: skip
        asked = [way for way in ways if self.arrangement.layout in (None, way[0])]
        for layout, ladder in asked:
            with suppress(TooLargeError):
                side = fitter.best(front(content, layout), ladder)
                return [side.page], side.sizes.step, layout
        layout, ladder = asked[0]
        sizes = ladder.rungs[ladder.flowed]
        below = fitter.below(head)
        count = len(below.flowed(front(content, layout), sizes))
        first, *others = below.flowed(front(content, layout, count + 1), sizes)
        return [raised(first, head), *others], sizes.step, layout

    def _behind(self, fitter: SideFitter) -> tuple[Handout, Sides, list[Page]]:
        """Return the back: with full references and a log, as far as there is room for them."""
        for spread, sides in _BACKS:
            if found := self._back(fitter, sides, spread=spread):
                return found
        # First, so that a text for which no page has room is named.
        fewest = fewest_pages(self.write, fitter)
        return self._back(fitter, _LEAVING_OUT, spread=False) or fewest

    def _back(
        self, fitter: SideFitter, sides: Sides, *, spread: bool
    ) -> tuple[Handout, Sides, list[Page]] | None:
        """Return a back of one page; None where it does not fit."""
        content = self.write(sides)
        if _may_have(content.log, logged=sides.logged):
            with suppress(TooLargeError):
                side = fitter.best(back(content, sides, spread=spread), BACK)
                return content, sides, [side.page]
        return None

    def _made(
        self,
        content: Handout,
        pages: Sequence[Page],
        body: float,
        sides: Sides,
        layout: Layout,
    ) -> FittedHandout:
        corrections = (self.reach.front, self.reach.back)
        turned = [
            replace(page, correction=corrections[number % 2]) for number, page in enumerate(pages)
        ]
        duplex: Duplex | None = "long" if len(pages) > 1 else None
        document = Document(tuple(turned), content.about, duplex)
        return FittedHandout(document, content, body, sides, layout)


def _may_have(log: Log | None, *, logged: bool) -> bool:
    """Tell whether a back may be with a log, or without one."""
    return log is not None if logged else log is None or not log.asked
