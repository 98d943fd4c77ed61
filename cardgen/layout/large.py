"""A handout in large print: one column, at least 16 pt, on as many pages as that takes."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from cardgen.layout.blocks import hairline, stack
from cardgen.layout.codes import codes_block
from cardgen.layout.fit import largest_that_fits, steps_down
from cardgen.layout.flow import Section, flowed, placed
from cardgen.layout.header import figures, heading
from cardgen.layout.kit import OPEN, Kit
from cardgen.layout.log import log_parts
from cardgen.layout.measure import TooLargeError, from_place
from cardgen.layout.panels import before_panel, panel, personal_box
from cardgen.layout.press import MARGIN_X, MARGIN_Y, Press
from cardgen.layout.references import entries
from cardgen.layout.rows import cell, ruled
from cardgen.layout.safety import levels
from cardgen.layout.text import paragraph
from cardgen.model.content import Handout, words
from cardgen.model.design import MM
from cardgen.model.page import Block, Page, Placed

LARGEST, SMALLEST = 18.0, 16.0
PICTURE = 54 * MM
TITLE, HEADING = 1.45, 1.2
MOST = 99
"""A number of pages that leaves room for any other in the foot."""
SPACE = 2.0
"""Between two blocks of a page, in units."""


def large_print(handout: Handout, press: Press) -> tuple[list[Page], float]:
    """Return the pages, and the size of their type: the largest that needs no page more.

    Raises TooLargeError when a part is taller than a page, or a word wider, at 16 pt.
    """
    fewest = len(_pages(handout, press, SMALLEST))

    def attempt(size: float) -> list[Page]:
        made = _pages(handout, press, size)
        if len(made) > fewest:
            raise TooLargeError(press.room)
        return made

    size, pages = largest_that_fits(steps_down(LARGEST, SMALLEST, 0.5), attempt)
    return pages, size


def _pages(handout: Handout, press: Press, size: float) -> list[Page]:
    kit = Kit(press.theme, press.measure, size, OPEN, least=SMALLEST)
    gap = SPACE * kit.unit
    room = press.room - _foot(handout, MOST, MOST, press, kit).height - gap
    made = flowed(list(_sections(handout, press.width, kit)), room, gap)
    return [
        _page(blocks, _foot(handout, number, len(made), press, kit), press, gap)
        for number, blocks in enumerate(made, 1)
    ]


def _page(blocks: Sequence[Block], foot: Block, press: Press, gap: float) -> Page:
    end = Placed(MARGIN_X, press.paper.height - MARGIN_Y - foot.height, foot)
    parts = (*placed(blocks, MARGIN_X, MARGIN_Y, gap), ("", end))
    return Page(press.paper.width, press.paper.height, parts)


def _foot(handout: Handout, number: int, count: int, press: Press, kit: Kit) -> Block:
    """Return the title of the handout and the number of the page, under a hair line."""
    text = handout.paging.page.format(title=handout.title, number=number, count=count)
    block = paragraph(words(text), kit.style(colour=kit.theme.quiet), press.width, kit.measure)
    return stack([hairline(press.width, kit.theme.rule), block], kit.unit)


def _sections(handout: Handout, width: float, kit: Kit) -> Iterator[Section]:
    """Yield what the pages hold: what to do and the danger signs first, always."""
    safety = handout.safety
    again = handout.paging.again
    yield Section(None, None, [*_top(handout, width, kit)])
    with from_place(safety.origin):
        yield _section(safety.title, again, levels(safety, width, kit), width, kit)
        before = before_panel(safety, width, kit)
    # A long note may not push what cannot wait off the first page.
    own = [personal_box(handout.personal, width, kit)] if handout.personal else []
    yield Section(None, None, [*own, before])
    moves = [ruled(cell(move, width, kit, PICTURE, move.posture), kit) for move in handout.moves]
    yield _section(handout.paging.moves, again, moves, width, kit)
    panels = [content for content in (handout.moving_on, handout.why) if content]
    yield Section(None, None, [panel(content, width, kit) for content in panels])
    if handout.codes:
        yield Section(None, None, [codes_block(handout.codes, width, kit)])
    if handout.log and handout.log.asked:
        yield _section(handout.log.title, again, log_parts(handout.log, width, kit), width, kit)
    last = kit.style()
    texts = (handout.last_words, handout.footer)
    yield Section(None, None, [paragraph(words(t), last, width, kit.measure) for t in texts])
    listed = entries(handout.references, width, kit)
    sources = _section(handout.sources_title, again, listed, width, kit)
    labelled = any(reference.label for reference in handout.references)
    yield replace(sources, role="OL" if labelled else "UL", tight=kit.unit)


def _section(title: str, again: str, blocks: Sequence[Block], width: float, kit: Kit) -> Section:
    style = kit.heading(HEADING)
    set_ = partial(paragraph, style=style, width=width, measure=kit.measure, role="H2")
    return Section(set_(words(title)), set_(words(again.format(title=title))), blocks)


def _top(handout: Handout, width: float, kit: Kit) -> Iterator[Block]:
    """Yield who gives the handout to whom, its title, what to do today, and the figures."""
    if handout.heading:
        yield heading(handout.heading, width, kit)
    with from_place(handout.origins.get("title")):
        style = kit.heading(TITLE)
        title = paragraph(words(handout.title), style, width, kit.measure, role="H1")
    with from_place(handout.origins.get("summary")):
        opening = paragraph(words(handout.opening), kit.style(face="bold"), width, kit.measure)
        texts = (text for text in (" ".join(handout.lead), handout.needs) if text)
        lead = [paragraph(words(text), kit.style(), width, kit.measure) for text in texts]
    yield stack([title, opening, *lead], kit.unit * 0.6)
    yield figures(handout.figures, kit)
