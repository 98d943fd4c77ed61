"""A handout in large print: what cannot wait and the first move, a move a page, and the rest."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial

from cardgen.layout.blocks import hairline, lowered, stack
from cardgen.layout.components.circles import circled
from cardgen.layout.components.log import log_parts
from cardgen.layout.components.references import entries, sources_title
from cardgen.layout.fitting.ladder import largest_that_fits, steps_down
from cardgen.layout.fitting.page import PageFitter
from cardgen.layout.fitting.pagination import Divisible, Section, flowed, placed
from cardgen.layout.handout.large_front import FrontPage, front_page
from cardgen.layout.handout.large_parts import OPEN, SMALLEST, LargeParts
from cardgen.model.content import Move, text
from cardgen.model.design import MM
from cardgen.model.handout import Handout
from cardgen.model.page import Block, Page, Placed, Role, with_role
from cardgen.typography.paragraph import flush_end, paragraph
from cardgen.typography.style import TooLargeError

LARGEST = 18.0
MARGIN_X, MARGIN_Y = 13 * MM, 12 * MM
APART = OPEN.apart
SOURCES_APART = (0.8, 0.6, 0.4, 1.2, 1.6)
"""Between two sources, in units: the first of these that leaves none alone on the last page."""
FOOT, MOST_FOOT = 0.3, 0.25
"""The part of the width that the number of the page has, and of the height that a foot may take."""
MOST = 99
"""A number of pages that leaves room for any other in the foot."""


def large_print(
    handout: Handout, fitter: PageFitter, margin: float = 0
) -> tuple[list[Page], float]:
    """Return the pages, and the size of their type in points: the largest that needs no page more.

    `margin` stays free along the edges, in points, where it is more than usual. Raises
    TooLargeError when a part is taller than a page, or a word wider, at 16 pt.
    """
    fitter = replace(fitter, margins=(max(MARGIN_X, margin), max(MARGIN_Y, margin)))
    fewest = len(_Book(handout, fitter, SMALLEST).leaves)

    def attempt(size: float) -> list[Page]:
        book = _Book(handout, fitter, size)
        if len(book.leaves) > fewest:
            raise TooLargeError(fitter.room)
        return book.pages()

    size, pages = largest_that_fits(steps_down(LARGEST, SMALLEST, 0.5), attempt)
    return pages, size


@dataclass(frozen=True, slots=True)
class _Leaf:
    """What stands on a page, and what it begins with."""

    blocks: Sequence[Block]
    begins: str = ""
    """What the page before says that comes next; "" where it says nothing."""


class _Book:
    """Lays a handout out in type of one size."""

    def __init__(self, handout: Handout, fitter: PageFitter, size: float) -> None:
        self.handout, self.fitter = handout, fitter
        self.width = fitter.width
        self.parts = LargeParts(handout, fitter.theme, self.width, size)
        self.scale = self.parts.scale
        foot = self._foot("", MOST, MOST).height
        if foot > fitter.room * MOST_FOOT:
            raise TooLargeError(foot - fitter.room * MOST_FOOT, origin=handout.head.title.origin)
        self.room = fitter.room - foot - APART

    def pages(self) -> list[Page]:
        """Return the pages."""
        count = len(self.leaves)
        following = [*(leaf.begins for leaf in self.leaves[1:]), ""]
        return [
            self._page(leaf.blocks, begins, number, count)
            for number, (leaf, begins) in enumerate(zip(self.leaves, following, strict=True), 1)
        ]

    @cached_property
    def leaves(self) -> list[_Leaf]:
        """Return what stands on each page. Raises TooLargeError."""
        moves = self.handout.moves
        front = front_page(self.parts, self.room) if moves else None
        known = self._flowed(self._known(front))
        signs = self.handout.safety.title if moves else ""
        leaves = [_Leaf(front.blocks)] if front else []
        leaves += [_Leaf(blocks, signs) for blocks in known]
        for move in moves[1:] if front else moves:
            leaves += self._move(move)
        help_, *rest = flowed(list(self._rest(front)), self.room, APART)
        return [*leaves, _Leaf(help_, signs), *map(_Leaf, (*rest, *self._sources()))]

    def _move(self, move: Move) -> Iterator[_Leaf]:
        """Yield the pages of a move; one that goes on is what comes next, too."""
        again, name = self.handout.paging.again, move.name.plain
        for number, blocks in enumerate(self.parts.move_pages(move, self.room)):
            yield _Leaf(blocks, again.format(title=name) if number else name)

    def _flowed(self, blocks: Sequence[Block | Divisible]) -> list[list[Block]]:
        return flowed([Section(None, None, blocks)], self.room, APART) if blocks else []

    def _known(self, front: FrontPage | None) -> list[Block | Divisible]:
        """Return what is to be known before the next move, but for what stands on the front page.

        That is all of it where what cannot wait and the first move have no room on one page.
        """
        parts, head, safety = self.parts, self.handout.head, self.handout.safety
        before = [parts.signs(signs) for signs in (*safety.stop, *safety.ask)]
        if front:
            return [*front.known, *before]
        told = [text for text in (head.opening, head.lead, head.needs) if text and text.plain]
        urgent = parts.urgent(safety.danger[0])
        return [*parts.top(told, head.figures), urgent, *parts.personal(), *before]

    def _rest(self, front: FrontPage | None) -> Iterator[Section]:
        """Yield what stands behind the moves.

        What cannot wait stands there again, a line for each sign, if it was told in short.
        """
        handout, width, scale = self.handout, self.width, self.scale
        safety, again = handout.safety, handout.paging.again
        boxes = [self.parts.signs(signs) for signs in safety.danger[1:]]
        if front and front.in_short:
            boxes.insert(0, self.parts.urgent(safety.danger[0]))
        intro = paragraph(safety.opening, scale.style(), width)
        yield Section(None, None, [intro, *boxes])
        if handout.notes:
            told = (paragraph(n, scale.style(), width, role="LBody") for n in handout.notes)
            notes = [_entry(circled(said, self.parts.looks)) for said in told]
            yield replace(self._section(handout.paging.notes, again, notes), role="UL")
        panels = [content for content in (*handout.guides, handout.why) if content]
        yield Section(None, None, [self.parts.panel(content) for content in panels])
        if handout.codes:
            yield Section(None, None, [self.parts.codes(handout.codes)])
        texts = (handout.last_words, text(handout.footer))
        yield Section(None, None, [paragraph(said, scale.style(), width) for said in texts])
        if handout.log and handout.log.asked:
            yield self._section(handout.log.title, again, log_parts(handout.log, width, scale))

    def _sources(self) -> list[list[Block]]:
        """Return the pages of sources, which begin on one of their own."""
        references = self.handout.references
        style = self.scale._replace(body=SMALLEST).reference
        listed = entries(references.listed, self.width, style)
        heading = partial(
            sources_title,
            listed=references.listed,
            width=self.width,
            style=self.parts.heading_style,
        )
        again = self.handout.paging.again.format(title=references.title)
        section = Section(heading(references.title), heading(again), [*map(lowered, listed)])
        role: Role = "OL" if references.labelled else "UL"
        for gap in SOURCES_APART:
            made = replace(section, role=role, tight=gap * self.scale.unit)
            pages = flowed([made], self.room, APART)
            if len(pages[-1][-1].kids) > 1:
                break  # none stands alone on the last page
        return pages

    def _section(self, title: str, again: str, blocks: Sequence[Block]) -> Section:
        heading = partial(paragraph, style=self.parts.heading_style, width=self.width, role="H2")
        repeated = heading(text(again.format(title=title)))
        return Section(heading(text(title)), repeated, [lowered(block) for block in blocks])

    def _page(self, blocks: Sequence[Block], following: str, number: int, count: int) -> Page:
        fitter = self.fitter
        paper, (x, y) = fitter.paper, fitter.margins
        foot = self._foot(following, number, count)
        end = Placed(x, paper.height - y - foot.height, foot)
        return Page(paper.width, paper.height, (*placed(blocks, x, y, APART), ("", end)))

    def _foot(self, following: str, number: int, count: int) -> Block:
        """Return what comes next, or else the title of the handout, and which page it is.

        A screen reader passes it over: it says nothing that is not said elsewhere.
        """
        paging, title = self.handout.paging, self.handout.head.title
        name = text(paging.following.format(name=following)) if following else title
        style = self.scale.fixed(SMALLEST, OPEN.lines.leading, self.scale.colours.quiet)
        said = text(paging.page.format(number=number, count=count))
        right = flush_end(paragraph(said, style, FOOT * self.width))
        left = paragraph(name, style, (1 - FOOT) * self.width)
        height = max(left.height, right.height)
        kids = (Placed(0, 0, left), Placed(self.width - right.width, 0, right))
        row = Block(self.width, height, kids)
        rule = hairline(self.width, self.scale.colours.rule)
        return with_role(stack([rule, row], self.scale.unit), "Artifact")


def _entry(body: Block) -> Block:
    """Return an entry of a list that has no label."""
    return Block(body.width, body.height, (Placed(0, 0, body),), "LI")


def dose_width(page: float) -> float:
    """Return the width in points of the dose of a move on a page that is so wide."""
    return page
