"""A handout in large print: what cannot wait and the first move, a move a page, and the rest."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property, partial

from cardgen.layout.blocks import hairline, height_of, lowered, stack
from cardgen.layout.components.circles import circled
from cardgen.layout.components.codes import codes_block
from cardgen.layout.components.header import figures, heading
from cardgen.layout.components.lists import numbered
from cardgen.layout.components.log import log_parts
from cardgen.layout.components.panels import panel, personal_box
from cardgen.layout.components.references import entries
from cardgen.layout.components.signs import Ground, boxed, dark, outlined, sign_list
from cardgen.layout.fitting.ladder import largest_that_fits, steps_down
from cardgen.layout.fitting.page import PageFitter
from cardgen.layout.fitting.pagination import Section, flowed, placed
from cardgen.layout.handout.large_move import MOST_PICTURES, caution, name_line, shown_pictures
from cardgen.layout.handout.sizes import TWO_SIDES
from cardgen.layout.looks import looks_of
from cardgen.layout.type_scale import Spacing, type_scale
from cardgen.model.content import Figure, Move, Signs, joined, text
from cardgen.model.design import MM
from cardgen.model.handout import Handout
from cardgen.model.page import Block, Page, Placed, Role, with_role
from cardgen.typography.paragraph import flush_end, paragraph
from cardgen.typography.style import TooLargeError

LARGEST, SMALLEST = 18.0, 16.0
STEPS = 20.0
"""The largest type of the steps of a move that has a page, in points."""
LINES = Spacing(1.28, 0.35)
TITLE, DOSE, HEADING = 26.0, 21.0, 21.0
"""Sizes in points of the title, of the dose of a move, and of headings."""
MARGIN_X, MARGIN_Y = 13 * MM, 12 * MM
APART = 4 * MM
"""Between the parts of a page."""
SOURCES_APART = (0.8, 0.6, 0.4, 1.2, 1.6)
"""Between two sources, in units: the first of these that leaves none alone on the last page."""
PAD = (6 * MM, 4.5 * MM)
"""Round the words of a box: at the sides, above and below."""
FOOT, MOST_FOOT = 0.3, 0.25
"""The part of the width that the number of the page has, and of the height that a foot may take."""
MOST = 99
"""A number of pages that leaves room for any other in the foot."""
NO_BREAK = "\u00a0"


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
    """What stands on a page, and the move that comes next."""

    blocks: Sequence[Block]
    following: Move | None = None


class _Book:
    """Lays a handout out in type of one size."""

    def __init__(self, handout: Handout, fitter: PageFitter, size: float) -> None:
        self.handout, self.fitter = handout, fitter
        self.width = fitter.width
        self.scale = type_scale(fitter.theme, size, LINES, least=SMALLEST)
        self.warning = looks_of(fitter.theme, TWO_SIDES[0]).colours.warning
        foot = self._foot(None, MOST, MOST).height
        if foot > fitter.room * MOST_FOOT:
            raise TooLargeError(foot - fitter.room * MOST_FOOT, origin=handout.head.title.origin)
        self.room = fitter.room - foot - APART

    def pages(self) -> list[Page]:
        """Return the pages."""
        count = len(self.leaves)
        return [self._page(leaf, number, count) for number, leaf in enumerate(self.leaves, 1)]

    @cached_property
    def leaves(self) -> list[_Leaf]:
        """Return what stands on each page. Raises TooLargeError."""
        moves = list(self.handout.moves)
        first, started, left = self._first(moves)
        opening = moves[0] if moves else None
        leaves = [_Leaf(first[-1], moves[started] if moves[started:] else None)]
        leaves = [*(_Leaf(blocks, opening) for blocks in first[:-1]), *leaves]
        for i, move in enumerate(moves[started:], started + 1):
            following = moves[i] if moves[i:] else None
            leaves.append(_Leaf(self._with_some(move, left), following))
        rest = [_Leaf(blocks) for blocks in flowed(list(self._rest(left)), self.room, APART)]
        return [*leaves, *rest, *(_Leaf(blocks) for blocks in self._sources())]

    def _with_some(self, move: Move, left: list[Block]) -> list[Block]:
        """Return a page with a move, and below it the first of what is `left` where that fits."""
        if left:
            with suppress(TooLargeError):
                blocks = self.move(move, self.room - left[0].height - APART)
                return [*blocks, left.pop(0)]
        return self.move(move, self.room)

    def _first(self, moves: Sequence[Move]) -> tuple[list[list[Block]], int, list[Block]]:
        """Return the first pages, how many moves they hold, and what is left for a later one.

        What cannot wait shares the first page with the first move, in its short steps and in 16 pt
        where that is what it takes, and when to stop stands on the next. Else all that is to be
        known before the first move stands before it.
        """
        handout, safety = self.handout, self.handout.safety
        own = [personal_box(handout.personal, self.width, self.scale)] if handout.personal else []
        stop, ask = (
            [self._signs(signs, outlined(self.scale.colours)) for signs in some]
            for some in (safety.stop, safety.ask)
        )
        for size in (self.scale.body, SMALLEST) if moves and not own else ():
            small = _Book(handout, self.fitter, size)
            top = [*small.top(), small.urgent()]
            room = self.room - height_of(top, APART) - APART
            for steps in (moves[0].steps, moves[0].short_steps):
                with suppress(TooLargeError):
                    first = replace(moves[0], steps=steps)
                    return [[*top, *small.move(first, room)]], 1, [*stop, *ask]
        blocks = [*self.top(), self.urgent(), *own, *stop, *ask]
        return flowed([Section(None, None, blocks)], self.room, APART), 0, []

    def top(self) -> Iterator[Block]:
        """Yield who gives the handout to whom, its title, and what to know."""
        head, style = self.handout.head, self.scale.style()
        if head.heading:
            yield heading(head.heading, self.width, self.scale)
        loud = self.scale.fixed(TITLE, 1.12, face=self.scale.headings)
        told = [t for t in (head.opening, head.lead, head.needs) if t and t.plain]
        yield stack(
            [
                paragraph(head.title, loud, self.width, role="H1"),
                paragraph(joined(told), style, self.width),
                self._figures(head.figures),
            ],
            0.6 * self.scale.unit,
        )

    def _figures(self, shown: Sequence[Figure]) -> Block:
        """Return how many, how long, how often: on a line, or large where one is a merge field."""
        if any(figure.number.lines for figure in shown):
            return figures(shown, self.scale)
        said = [joined([figure.number, figure.label], NO_BREAK) for figure in shown]
        bold = self.scale.style(colour=self.scale.colours.accent, face="bold")
        return paragraph(joined(said, " · "), bold, self.width)

    def urgent(self) -> Block:
        """Return what cannot wait: the only dark box."""
        colours, (first, *_) = self.scale.colours, self.handout.safety.danger
        return self._signs(first, dark(colours), colours.paper)

    def _signs(self, signs: Signs, ground: Ground, colour: str | None = None) -> Block:
        """Return an action over its signs in a box as wide as the page."""
        loud = self.scale.fixed(HEADING, 1.2, colour, self.scale.headings)
        listed = sign_list(signs, self.width - 2 * PAD[0], loud, self.scale.style(colour=colour))
        return boxed(listed, self.width, ground, PAD)

    def move(self, move: Move, room: float) -> list[Block]:
        """Return a move that takes at most `room` points of height, its pictures all that is left.

        Its steps are larger where it has the room. Raises TooLargeError.
        """
        sizes = steps_down(max(STEPS, self.scale.body), self.scale.body, 0.5)
        for gap in (2 * self.scale.unit, self.scale.unit):
            with suppress(TooLargeError):
                return largest_that_fits(sizes, partial(self._move_at, move, room, gap))[1]
        return self._move_at(move, room, self.scale.unit, self.scale.body)

    def _move_at(self, move: Move, room: float, gap: float, size: float) -> list[Block]:
        first, *others = self._words(move, size)
        left = room - height_of([first, *others], gap)
        if left < 0:
            raise TooLargeError(-left, among=[first, *others])
        shown = []
        if move.pictures:
            most = min(left - gap, MOST_PICTURES)
            shown = [shown_pictures(move.pictures, self.width, most, self.scale)]
            left -= gap + shown[0].height
        apart = gap + min(left / (2 * len(others) + 2), gap)
        return [stack([first, *shown, *others], apart, "Sect")]

    def _words(self, move: Move, size: float) -> list[Block]:
        """Return the name and the dose of a move in one, then all its other words."""
        scale = self.scale._replace(body=size)
        width, style = self.width, scale.style()
        loud = scale.fixed(DOSE, 1.24, scale.colours.accent, "bold", SMALLEST)
        bold = style._replace(face="bold")
        above = [paragraph(said, bold, width, "H2") for said in (move.heading,) if said]
        name = [name_line(move, width, self.scale), paragraph(move.dose_line, loud, width)]
        noted = [move.note] if move.note else []
        told = [paragraph(said, style, width) for said in (*noted, *move.advice)]
        steps = numbered(move.steps, style, scale.colours.quiet, width, 0.25 * scale.unit)
        care = [caution(said, width, self.scale, self.warning) for said in move.felt]
        return [stack([*above, *name]), *told, steps, *care]

    def _rest(self, left: Sequence[Block]) -> Iterator[Section]:
        """Yield what stands behind the moves: first what was `left` for want of room."""
        handout, width, scale = self.handout, self.width, self.scale
        safety, again = handout.safety, handout.paging.again
        boxes = [self._signs(signs, outlined(scale.colours)) for signs in safety.danger[1:]]
        intro = paragraph(safety.opening, scale.style(), width)
        yield Section(None, None, [*left, intro, *boxes])
        if handout.notes:
            looks = looks_of(self.fitter.theme, TWO_SIDES[0])
            told = (paragraph(n, scale.style(), width, role="LBody") for n in handout.notes)
            notes = [_entry(circled(said, looks)) for said in told]
            yield replace(self._section(handout.paging.notes, again, notes), role="UL")
        panels = [content for content in (*handout.guides, handout.why) if content]
        yield Section(None, None, [panel(content, width, scale) for content in panels])
        if handout.codes:
            yield Section(None, None, [codes_block(handout.codes, width, scale)])
        texts = (handout.last_words, text(handout.footer))
        yield Section(None, None, [paragraph(said, scale.style(), width) for said in texts])
        if handout.log and handout.log.asked:
            yield self._section(handout.log.title, again, log_parts(handout.log, width, scale))

    def _sources(self) -> list[list[Block]]:
        """Return the pages of sources, which begin on one of their own."""
        references = self.handout.references
        style = self.scale._replace(body=SMALLEST).reference
        listed = entries(references.listed, self.width, style)
        section = self._section(references.title, self.handout.paging.again, listed)
        role: Role = "OL" if references.labelled else "UL"
        for gap in SOURCES_APART:
            made = replace(section, role=role, tight=gap * self.scale.unit)
            pages = flowed([made], self.room, APART)
            if len(pages[-1][-1].kids) > 1:
                break  # none stands alone on the last page
        return pages

    def _section(self, title: str, again: str, blocks: Sequence[Block]) -> Section:
        style = self.scale.fixed(HEADING, 1.2, face=self.scale.headings)
        heading = partial(paragraph, style=style, width=self.width, role="H2")
        repeated = heading(text(again.format(title=title)))
        return Section(heading(text(title)), repeated, [lowered(block) for block in blocks])

    def _page(self, leaf: _Leaf, number: int, count: int) -> Page:
        fitter = self.fitter
        paper, (x, y) = fitter.paper, fitter.margins
        foot = self._foot(leaf.following, number, count)
        end = Placed(x, paper.height - y - foot.height, foot)
        return Page(paper.width, paper.height, (*placed(leaf.blocks, x, y, APART), ("", end)))

    def _foot(self, following: Move | None, number: int, count: int) -> Block:
        """Return what comes next, or else the title of the handout, and which page it is.

        A screen reader passes it over: it says nothing that is not said elsewhere.
        """
        paging, title = self.handout.paging, self.handout.head.title
        name = text(paging.following.format(name=following.name.plain)) if following else title
        style = self.scale.fixed(SMALLEST, LINES.leading, self.scale.colours.quiet)
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
