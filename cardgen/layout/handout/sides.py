"""The sides of a handout: what stands on each, from top to bottom."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from cardgen.layout.blocks import longest_line, stack
from cardgen.layout.components.by_condition import by_condition, run_on
from cardgen.layout.components.codes import codes_block
from cardgen.layout.components.header import flushed
from cardgen.layout.components.help import help_box, help_boxes, stop_strip
from cardgen.layout.components.log import log_block
from cardgen.layout.components.reading import (
    ask_first,
    compact_sources,
    source_list,
    steps_box,
    why_box,
    why_in_brief,
    why_panel,
)
from cardgen.layout.components.signs import boxed, dark
from cardgen.layout.components.top import foot, scale_of, top
from cardgen.layout.fitting.pagination import Divisible
from cardgen.layout.handout.moves import StopPlace, grid, listed
from cardgen.layout.looks import Looks
from cardgen.model.arrangement import Layout, Sides
from cardgen.model.content import Panel, text
from cardgen.model.design import MM
from cardgen.model.handout import Handout
from cardgen.model.page import Block, Placed, Role
from cardgen.typography.measure import style_width
from cardgen.typography.paragraph import paragraph

COLUMNS = (2, 3)
"""The columns that a full list of sources may have."""
NOTE_COLUMNS, TIGHT_COLUMNS = (2,), (2, 3)
"""The columns that what people with each condition do otherwise may have: on a back, and on one
that is short of room. On a single side the notes run on."""

Box = Callable[[Panel, float, Looks], Block]
"""Makes a quiet box of a width in points."""


@dataclass(frozen=True, slots=True)
class Side:
    """The parts of a side, and its rows of moves, which share the room that is left."""

    above: Sequence[Block]
    rows: Sequence[Block]
    below: Sequence[Block] = ()
    foot: Block | None = None
    going_on: Mapping[Block, Divisible] = field(default_factory=dict)
    """Those of its parts that may go on on the next page."""

    @property
    def everything(self) -> list[Block]:
        """Return its parts, and its foot."""
        return [*self.parts, *([self.foot] if self.foot else [])]

    @property
    def parts(self) -> list[Block]:
        """Return its parts from top to bottom, the rows as one, but for the foot."""
        return [*self.above, *([stack(self.rows)] if self.rows else []), *self.below]


BACK_PAGE = 2
"""The page that is the back of the first."""
Maker = Callable[[float, Looks, float], Side]
"""Makes a side as wide as it is told, in some sizes, its rows so much taller than they must be."""


def one_side(handout: Handout, layout: Layout, place: StopPlace, *, brief: bool = False) -> Maker:
    """Return what makes a single side that holds all; `brief` as in `Sides`."""

    def make(width: float, looks: Looks, extra: float) -> Side:
        return Side(
            _above(handout, layout, place, width, looks),
            _rows(handout, layout, place, width, looks, extra),
            [
                *_to_know(handout, width, looks, brief=brief),
                *_asked(handout, width, looks),
                compact_sources(handout.references, width, looks),
            ],
            foot(handout.last_words, handout.footer, width, looks),
        )

    return make


def front(handout: Handout, layout: Layout, behind: int = BACK_PAGE) -> Maker:
    """Return what makes the front of two sides: the moves, and when to stop one.

    `behind` is the page on which all else begins.
    """

    def make(width: float, looks: Looks, extra: float) -> Side:
        heading, *stop = _above(handout, layout, "strip", width, looks)
        return Side(
            [heading, _turn_over(handout, width, looks, behind), *stop],
            _rows(handout, layout, "strip", width, looks, extra),
        )

    return make


def back(handout: Handout, sides: Sides, *, spread: bool) -> Maker:
    """Return what makes the back: when to get help, whom to ask, why, a log, and the sources.

    `spread` is whether each level of urgency has a box as wide as the page.
    """

    def make(width: float, looks: Looks, _: float) -> Side:
        asked = _asked(handout, width, looks, log=sides.logged)
        columns = TIGHT_COLUMNS if sides.tight else NOTE_COLUMNS
        quiet = partial(why_in_brief, close=sides.close) if sides.tight else why_panel
        notes = _notes_going_on(handout, width, looks, columns)
        return Side(
            [
                paragraph(handout.safety.opening, looks.text, width),
                *(
                    help_boxes(handout.safety.danger, width, looks)
                    if spread
                    else [help_box(handout.safety.danger, width, looks)]
                ),
                *_ask(handout, width, looks, columns),
                *_quiet(handout, quiet, width, looks),
                *asked,
                _sources(handout, sides, width, looks),
            ],
            (),
            (),
            foot(handout.last_words, handout.footer, width, looks),
            {notes.whole: notes} if notes else {},
        )

    return make


def _sources(handout: Handout, sides: Sides, width: float, looks: Looks) -> Block:
    if sides.compact:
        return compact_sources(handout.references, width, looks)
    return source_list(handout.references, width, looks, COLUMNS)


def _above(
    handout: Handout, layout: Layout, place: StopPlace, width: float, looks: Looks
) -> list[Block]:
    parts = [top(handout.head, handout.personal, width, looks)]
    if handout.safety.stop and (layout == "list" or place == "strip"):
        parts.append(stop_strip(handout.safety.stop, width, looks))
    return parts


def _rows(
    handout: Handout, layout: Layout, place: StopPlace, width: float, looks: Looks, extra: float
) -> list[Block]:
    if layout == "list":
        return listed(handout.moves, width, looks, extra)
    return grid(handout.moves, handout.safety.stop, place, width, looks, extra)


def _ask(handout: Handout, width: float, looks: Looks, columns: Sequence[int]) -> list[Block]:
    """Return whom to ask first, and what people with a condition do otherwise.

    The latter has one of these numbers of `columns`; where they leave moves out, it runs on.
    """
    parts = [ask_first(handout.safety.ask, width, looks)] if handout.safety.ask else []
    if handout.notes and handout.leaves_out:
        parts.append(run_on(handout.paging.notes, handout.notes, width, looks))
    elif notes := _notes_going_on(handout, width, looks, columns):
        parts.append(notes.whole)
    return parts


def _notes_going_on(
    handout: Handout, width: float, looks: Looks, columns: Sequence[int]
) -> Divisible | None:
    """Return what people with a condition do otherwise, if that is told."""
    title, notes = handout.paging.notes, handout.notes
    if not notes or handout.leaves_out:
        return None

    def made(start: int, end: int) -> Block:
        said = handout.paging.again.format(title=title) if start else title
        role: Role = "Artifact" if start else "H2"
        return by_condition(said, notes[start:end], width, columns, looks, role)

    return Divisible(len(notes), made)


def _quiet(handout: Handout, box: Box, width: float, looks: Looks) -> list[Block]:
    """Return what goes with the moves, each in a `box`; steps have a line each in any case."""
    panels = [*([handout.why] if handout.why else ()), *handout.guides]
    return [(steps_box if one.numbered else box)(one, width, looks) for one in panels]


def _to_know(handout: Handout, width: float, looks: Looks, *, brief: bool) -> list[Block]:
    box = why_in_brief if brief else why_box
    return [
        *_ask(handout, width, looks, NOTE_COLUMNS),
        *_quiet(handout, box, width, looks),
        paragraph(handout.safety.opening, looks.text, width),
        help_box(handout.safety.danger, width, looks),
    ]


def _asked(handout: Handout, width: float, looks: Looks, *, log: bool = False) -> list[Block]:
    """Return a log and codes, where they are asked for; a log where there is room for it, too."""
    scale = scale_of(looks, looks.sizes.text + 1)
    parts = []
    if handout.log and (log or handout.log.asked):
        parts.append(log_block(handout.log, width, scale))
    if handout.codes:
        parts.append(codes_block(handout.codes, width, scale))
    return parts


def _turn_over(handout: Handout, width: float, looks: Looks, behind: int) -> Block:
    """Return that the page `behind` must be read: the dark bar before the moves."""
    paging = handout.paging
    read, told = paging.read_back, paging.turn_over
    if behind != BACK_PAGE:
        read, told = paging.read_page.format(number=behind), paging.said_there
    pad, paper = 4 * MM, looks.colours.paper
    room, size = width - 2 * pad, looks.sizes.heading
    left = paragraph(text(read), looks.head(size + 1, colour=paper), room)
    start = longest_line(left) + 2 * pad
    style = looks.plain(size, colour=paper)
    said = text(told)
    if style_width(said.plain, style) > 2 * (room - start):
        below = stack([left, paragraph(said, style, room)])
        return boxed(below, width, dark(looks.colours), (pad, 1.6 * MM))
    right = flushed([said], room - start, style)
    height = max(left.height, right.height)
    row = Block(room, height, (Placed(0, (height - left.height) / 2, left),
                                Placed(start, (height - right.height) / 2, right)))  # fmt: skip
    return boxed(row, width, dark(looks.colours), (pad, 1.6 * MM))
