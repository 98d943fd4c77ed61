"""The sheets of a poster: one, or as many as it takes, each whole in itself."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import product
from typing import NamedTuple

from cardgen.errors import DoesNotFitError
from cardgen.layout.blocks import hairline, stack
from cardgen.layout.components.panels import before_row
from cardgen.layout.components.references import run_on
from cardgen.layout.components.safety import safety_box
from cardgen.layout.fitting.page import GAP, PageFitter
from cardgen.layout.fitting.refusal import nearest, refusal
from cardgen.layout.poster.rows import LINES, rows
from cardgen.layout.type_scale import TypeScale
from cardgen.model.content import text
from cardgen.model.design import Paper, Theme
from cardgen.model.page import Block, Page
from cardgen.model.poster import Poster
from cardgen.typography.paragraph import paragraph
from cardgen.typography.style import TooLargeError

LARGEST, SMALLEST, STEP = 40.0, 11.0, 0.25
"""The type of a cue, in points, read at arm's length at least, and how much one size is more."""
TITLE = 2.2
"""The size of the title in those of a cue."""
RULED = 0.6
"""Between the line above a row and the row, in units of space."""


class Sheets(NamedTuple):
    """The pages of a poster, and the type size in points that they reached."""

    pages: tuple[Page, ...]
    body: float


def layout_poster(words: Poster, paper: Paper, theme: Theme, margin: float) -> Sheets:
    """Return a poster on the fewest sheets that it fits on, upright or on their side.

    Each has some of the moves and all else, so that it may hang alone. Raises DoesNotFitError
    where a sheet has too little room for one move.
    """
    ways = (paper, paper.model_copy(update={"width": paper.height, "height": paper.width}))
    errors: list[TooLargeError] = []
    for count, line in product(range(1, len(words.moves) + 1), LINES):
        sheets = words.shared_out(count)
        best: Sheets | None = None
        errors.clear()
        for turned in ways:
            fitter = PageFitter(turned, theme, (margin, margin))
            try:
                best = _fitted(sheets, fitter, best.body + STEP if best else SMALLEST, line)
            except TooLargeError as error:
                errors.append(error.with_traceback(None))
        if best:
            return best
    place, near = f"a poster on {paper.name}", nearest(errors)
    problem = refusal(near, place, SMALLEST, words.origin, "Choose larger paper")
    raise DoesNotFitError([problem], near.words)


def _fitted(sheets: Sequence[Poster], fitter: PageFitter, least: float, line: float) -> Sheets:
    """Return sheets in the largest type that all of them take; `line` is as `rows` has it.

    Raises TooLargeError where one does not fit at the `least` size.
    """
    body = LARGEST
    makers = [partial(_parts, words, line) for words in sheets]
    for maker in makers:
        body = fitter.best([maker], (body, least)).size
    pages = [fitter.page(fitter.set_at(maker, body)) for maker in makers]
    return Sheets(tuple(pages), body)


def _parts(words: Poster, line: float, width: float, scale: TypeScale, extra: float) -> list[Block]:
    """Return the parts of the page, from top to bottom, its rows stretched by `extra` points."""
    name = paragraph(words.name, scale.heading(TITLE), width, role="H1")
    told = [said for said in (words.before, *words.personal) if said.plain]
    own = [paragraph(said, scale.style(), width) for said in told]
    if words.page:
        quiet = scale.second(scale.colours.quiet)
        own.insert(0, paragraph(text(words.page), quiet, width))
    grid = rows(words.moves, width, scale, GAP * scale.unit, line)
    return [
        stack([name, *own, before_row(words.safety, width, scale)], scale.unit),
        *(_stretched(row, extra / len(grid), scale) for row in grid),
        safety_box(words.safety, width, scale),
        run_on(words.safety.sources, width, scale.reference, words.foot),
    ]


def _stretched(row: Block, extra: float, scale: TypeScale) -> Block:
    ruled = stack([hairline(row.width, scale.colours.rule), row], RULED * scale.unit)
    return replace(ruled, height=ruled.height + extra)
