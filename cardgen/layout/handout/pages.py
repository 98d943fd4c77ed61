"""A handout: its front, and where that is asked for or needed its back."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from math import ceil

from cardgen.errors import DoesNotFitError
from cardgen.layout.components.references import sources
from cardgen.layout.components.rows import WIDE
from cardgen.layout.fitting.ladder import largest_that_fits, steps_down
from cardgen.layout.fitting.page import USUAL, FittedPage, PageFitter
from cardgen.layout.fitting.refusal import refusal
from cardgen.layout.handout.back import Back, Extra, extras
from cardgen.layout.handout.front import Front
from cardgen.layout.handout.large_print import SMALLEST as SMALLEST_PRINT
from cardgen.layout.handout.large_print import large_print
from cardgen.layout.type_scale import SMALLEST_BODY
from cardgen.model.arrangement import LAYOUTS, Arrangement, Layout, Sides
from cardgen.model.content import Panel
from cardgen.model.design import Paper, Theme
from cardgen.model.document import Document
from cardgen.model.handout import Handout
from cardgen.model.page import Block, Page
from cardgen.model.printing import Duplex
from cardgen.typography.style import TooLargeError

LARGEST = 14.0
COMFORTABLE = 10.5
"""The least type of a front that has room for codes or a log, or for all moves."""
LEAST_IN_FRONT = 1 / 3
"""The part of the moves that the front has at least, so that it is worth reading by itself."""

Write = Callable[[Sides], Handout]
"""Gives the words of a handout whose parts stand on these sides: they are read in that order."""


@dataclass(frozen=True, slots=True)
class FittedHandout:
    """A handout that fits, its words, and the body size that it reached, in points."""

    document: Document
    content: Handout
    body: float


def layout_handout(
    write: Write, arrangement: Arrangement, moves: int, paper: Paper, theme: Theme
) -> FittedHandout:
    """Return a handout of so many moves at the largest type that fits.

    Raises DoesNotFitError when it is too large at the smallest type that is allowed.
    """
    handout = _Layout(write, arrangement, moves, PageFitter(paper, theme))
    try:
        return handout.fitted()
    except TooLargeError as error:
        large = arrangement.large_print
        least = SMALLEST_PRINT if large else SMALLEST_BODY
        origin = write(Sides()).origin
        place, remedy = f"one {paper.name} page", _remedy(arrangement)
        raise DoesNotFitError([refusal(error, place, least, origin, remedy)]) from None


@dataclass(frozen=True, slots=True)
class _Layout:
    write: Write
    arrangement: Arrangement
    moves: int
    fitter: PageFitter

    @property
    def layouts(self) -> Sequence[Layout]:
        return (self.arrangement.layout,) if self.arrangement.layout else LAYOUTS

    def fitted(self) -> FittedHandout:
        """Return the pages: on one side, or with a back. Raises TooLargeError.

        A back is there when it is asked for, and when one side is too small, or would have small
        type for the sake of codes or a log, and nothing is asked for. Moves go over to it where
        they would have small type on the front alone.
        """
        if self.arrangement.large_print:
            content = self.write(Sides(large_print=True))
            pages, body = large_print(content, self.fitter)
            return _made(content, pages, body)
        if self.arrangement.pages == 1:
            return self._one_side(SMALLEST_BODY)
        if self.arrangement.pages is None:
            with suppress(TooLargeError):
                return self._one_side(None)
        with suppress(TooLargeError):
            return self._two_sides(COMFORTABLE)
        with suppress(TooLargeError):
            return self._split()
        return self._two_sides(SMALLEST_BODY)

    def _one_side(self, least: float | None) -> FittedHandout:
        content = self.write(Sides())
        asked = extras(content, on_back=False)
        if least is None:
            least = COMFORTABLE if asked else SMALLEST_BODY
        below: list[Extra] = [*asked, partial(sources, content.references)]
        front = self._front(content, _panels(content.why, *content.guides), below, least)
        return self._pages(content, front)

    def _two_sides(self, least: float) -> FittedHandout:
        """Return all moves in front, and why to do them, a log and the sources behind."""
        content = self.write(Sides(back=True))
        front = self._front(content, content.guides, (), least)
        back = Back(content, "grid", extras(content, on_back=True), _panels(content.why))
        return self._pages(content, front, self.fitter.best([back.parts], (LARGEST, SMALLEST_BODY)))

    def _front(
        self, content: Handout, panels: Sequence[Panel], below: Sequence[Extra], least: float
    ) -> FittedPage:
        fronts = [Front(content, layout, panels, below) for layout in self.layouts]
        return self.fitter.best([front.parts for front in fronts], (LARGEST, least))

    def _split(self) -> FittedHandout:
        """Return the moves shared out over both sides, both in the largest type in which they fit.

        Of several splits that reach it, the one whose fuller side is least full.
        """
        first = ceil(LEAST_IN_FRONT * self.moves)
        ways = [
            (content, layout)
            for layout in self.layouts
            for content in (
                self.write(Sides(back=True, in_front=count)) for count in range(first, self.moves)
            )
        ]
        best: tuple[float, int, float] = (SMALLEST_BODY, 0, 0)
        found: FittedHandout | None = None
        for content, layout in ways:
            with suppress(TooLargeError):
                size, spare, sides = self._both(content, layout, best[0])
                rank = size, self.layouts.index(layout), spare
                if found is None or rank > best:
                    best, found = rank, self._pages(content, *sides)
        if found is None:
            raise TooLargeError(self.fitter.room)
        return found

    def _both(
        self, content: Handout, layout: Layout, least: float
    ) -> tuple[float, float, list[FittedPage]]:
        """Return the largest size of both sides, what the fuller has to spare, and both."""
        fitter = self.fitter
        panels = _panels(content.why, *content.guides)
        makers = (
            Front(content, layout, (), ()).parts,
            Back(content, layout, extras(content, on_back=False), panels).parts,
        )

        def attempt(size: float) -> list[list[Block]]:
            return [fitter.tightest(maker, size) for maker in makers]

        size, made = largest_that_fits(steps_down(LARGEST, least), attempt, USUAL)
        spare = min(fitter.spare(parts, size) for parts in made)
        sides = [
            FittedPage(size, fitter.stretched(size, maker, parts))
            for maker, parts in zip(makers, made, strict=True)
        ]
        return size, spare, sides

    def _pages(self, content: Handout, *sides: FittedPage) -> FittedHandout:
        return _made(content, [self.fitter.page(side.parts) for side in sides], sides[0].size)


def _panels(*panels: Panel | None) -> list[Panel]:
    return [panel for panel in panels if panel]


def _made(content: Handout, pages: Sequence[Page], body: float) -> FittedHandout:
    duplex: Duplex | None = "long" if len(pages) > 1 else None
    return FittedHandout(Document(tuple(pages), content.about, duplex), content, body)


def _remedy(arrangement: Arrangement) -> str:
    """Return what makes a handout less tall, or gives it more room."""
    less = ["take out a move or a claim", "shorten `short_steps` and `cautions`"]
    if arrangement.layout in WIDE:
        less.append("ask for the layout grid")
    if arrangement.pages == 1:
        less.append("let it have two pages")
    elif not arrangement.large_print:
        less.append("ask for large print, which takes as many pages as it needs")
    return "Shorten it: " + ", or ".join(less)
