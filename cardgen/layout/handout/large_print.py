"""A handout in large print: one column, at least 16 pt, on as many pages as that takes."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from cardgen.layout.blocks import hairline, lowered, stack
from cardgen.layout.components.codes import codes_block
from cardgen.layout.components.header import figures, heading
from cardgen.layout.components.log import log_parts
from cardgen.layout.components.moves import under_heading
from cardgen.layout.components.panels import before_panel, panel, personal_box
from cardgen.layout.components.references import entries
from cardgen.layout.components.rows import GUTTER, cell, ruled
from cardgen.layout.components.safety import levels
from cardgen.layout.fitting.ladder import largest_that_fits, steps_down
from cardgen.layout.fitting.page import MARGIN_X, MARGIN_Y, PageFitter
from cardgen.layout.fitting.pagination import Section, flowed, placed
from cardgen.layout.type_scale import OPEN, TypeScale, type_scale
from cardgen.model.content import text
from cardgen.model.design import MM, Paper
from cardgen.model.handout import Handout, Head
from cardgen.model.page import Block, Page, Placed
from cardgen.typography.paragraph import paragraph
from cardgen.typography.style import TooLargeError

LARGEST, SMALLEST = 18.0, 16.0
PICTURE = 54 * MM
TITLE, HEADING = 1.45, 1.2
MOST = 99
"""A number of pages that leaves room for any other in the foot."""
MOST_FOOT = 0.25
"""The part of a page that its foot may take, which has the title of the handout."""
SPACE = 2.0
"""Between two blocks of a page, in units."""


def large_print(handout: Handout, fitter: PageFitter) -> tuple[list[Page], float]:
    """Return the pages, and the size of their type in points: the largest that needs no page more.

    Raises TooLargeError when a part is taller than a page, or a word wider, at 16 pt.
    """
    fewest = len(_pages(handout, fitter, SMALLEST))

    def attempt(size: float) -> list[Page]:
        made = _pages(handout, fitter, size)
        if len(made) > fewest:
            raise TooLargeError(fitter.room)
        return made

    size, pages = largest_that_fits(steps_down(LARGEST, SMALLEST, 0.5), attempt)
    return pages, size


def _pages(handout: Handout, fitter: PageFitter, size: float) -> list[Page]:
    scale = type_scale(fitter.theme, size, OPEN, least=SMALLEST)
    gap = SPACE * scale.unit
    foot = _foot(handout, MOST, MOST, fitter.width, scale).height
    if foot > fitter.room * MOST_FOOT:
        raise TooLargeError(foot - fitter.room * MOST_FOOT, origin=handout.head.title.origin)
    room = fitter.room - foot - gap
    made = flowed(list(_sections(handout, fitter.width, scale)), room, gap)
    return [
        _page(blocks, _foot(handout, number, len(made), fitter.width, scale), fitter.paper, gap)
        for number, blocks in enumerate(made, 1)
    ]


def _page(blocks: Sequence[Block], foot: Block, paper: Paper, gap: float) -> Page:
    end = Placed(MARGIN_X, paper.height - MARGIN_Y - foot.height, foot)
    parts = (*placed(blocks, MARGIN_X, MARGIN_Y, gap), ("", end))
    return Page(paper.width, paper.height, parts)


def _foot(handout: Handout, number: int, count: int, width: float, scale: TypeScale) -> Block:
    """Return the title of the handout and the number of the page, under a hair line."""
    title = handout.head.title
    said = handout.paging.page.format(title=title.plain, number=number, count=count)
    block = paragraph(text(said, title.origin), scale.style(colour=scale.colours.quiet), width)
    return stack([hairline(width, scale.colours.rule), block], scale.unit)


def _sections(handout: Handout, width: float, scale: TypeScale) -> Iterator[Section]:
    """Yield what the pages hold: what to do and the danger signs first, always."""
    safety, again = handout.safety, handout.paging.again
    yield Section(None, None, [*_top(handout.head, width, scale)])
    yield _section(safety.title, again, levels(safety, width, scale), width, scale)
    # A long note may not push what cannot wait off the first page.
    own = [personal_box(handout.personal, width, scale)] if handout.personal else []
    yield Section(None, None, [*own, before_panel(safety, width, scale)])
    moves = [
        under_heading(move, ruled(cell(move, width, scale, PICTURE, move.posture), scale), scale)
        for move in handout.moves
    ]
    yield _section(handout.paging.moves, again, moves, width, scale)
    panels = [content for content in (*handout.guides, handout.why) if content]
    yield Section(None, None, [panel(content, width, scale) for content in panels])
    if handout.codes:
        yield Section(None, None, [codes_block(handout.codes, width, scale)])
    if handout.log and handout.log.asked:
        yield _section(handout.log.title, again, log_parts(handout.log, width, scale), width, scale)
    texts = (handout.last_words, text(handout.footer))
    yield Section(None, None, [paragraph(said, scale.style(), width) for said in texts])
    references = handout.references
    listed = entries(references.listed, width, scale.reference)
    sources = _section(references.title, again, listed, width, scale)
    yield replace(sources, role="OL" if references.labelled else "UL", tight=scale.unit)


def _section(
    title: str, again: str, blocks: Sequence[Block], width: float, scale: TypeScale
) -> Section:
    heading = partial(paragraph, style=scale.heading(HEADING), width=width, role="H2")
    again = again.format(title=title)
    return Section(heading(text(title)), heading(text(again)), [lowered(b) for b in blocks])


def dose_width(width: float) -> float:
    """Return the width in points of the dose of a move on a page that is `width` wide."""
    return width - PICTURE - GUTTER


def _top(head: Head, width: float, scale: TypeScale) -> Iterator[Block]:
    """Yield who gives the handout to whom, its title, what to do today, and the figures."""
    if head.heading:
        yield heading(head.heading, width, scale)
    title = paragraph(head.title, scale.heading(TITLE), width, role="H1")
    opening = paragraph(head.opening, scale.style(face="bold"), width)
    told = [t for t in (head.lead, head.needs) if t and t.plain]
    lead = [paragraph(t, scale.style(), width) for t in told]
    yield stack([title, opening, *lead], scale.unit * 0.6)
    yield figures(head.figures, scale)
