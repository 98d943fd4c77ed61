"""The parts of a handout's front, from top to bottom."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from cardgen.layout.blocks import height_of, stack
from cardgen.layout.components.header import flushed, header
from cardgen.layout.components.panels import (
    before_panel,
    before_row,
    panel,
    panel_row,
    personal_box,
)
from cardgen.layout.components.rows import COLUMN_GAP, column_cells, in_columns, wide_rows
from cardgen.layout.components.safety import safety_box
from cardgen.layout.fitting.page import GAP
from cardgen.layout.type_scale import TypeScale
from cardgen.model.arrangement import Layout
from cardgen.model.content import Panel, text
from cardgen.model.handout import Handout
from cardgen.model.page import Block, Placed
from cardgen.typography.paragraph import paragraph


@dataclass(frozen=True, slots=True)
class Front:
    """What stands on the front of a handout, and how."""

    handout: Handout
    layout: Layout
    panels: Sequence[Panel]
    """Those behind the moves."""
    below: Sequence[Callable[[float, TypeScale], Block]]
    """Makers of what stands between the danger signs and the foot, each as wide as it is told."""

    def parts(self, width: float, scale: TypeScale, extra: float = 0) -> list[Block]:
        """Return its parts, from top to bottom, the columns stretched by `extra` points."""
        handout = self.handout
        head = [header(handout.head, width, scale)]
        if handout.personal:
            head.append(personal_box(handout.personal, width, scale))
        return [
            stack(head, scale.unit),
            *min(self._ways(width, scale, extra), key=partial(height_of, gap=GAP * scale.unit)),
            *self._turn_over(width, scale),
            safety_box(handout.safety, width, scale),
            *(make(width, scale) for make in self.below),
            footer(handout, width, scale),
        ]

    def _ways(self, width: float, scale: TypeScale, extra: float) -> Iterator[list[Block]]:
        """Yield ways to lay out what to know first, the moves, and the panels."""
        moves, panels = self.handout.front, self.panels
        first = before_row(self.handout.safety, width, scale)
        below = [panel_row(panels, width, scale)] if panels else []
        if not moves and not panels:
            yield [first]
            return
        if self.layout != "grid":
            yield [first, *wide_rows(self.layout, moves, width, scale), *below]
            return
        column = (width - COLUMN_GAP) / 2
        cells = column_cells(moves, column, scale)
        inside = [panel(content, column, scale) for content in panels]
        boxed = before_panel(self.handout.safety, column, scale)
        yield [first, in_columns([*cells, *inside], extra, scale)]
        yield [in_columns([boxed, *cells, *inside], extra, scale)]
        if panels:
            yield [first, in_columns(cells, extra, scale), *below]
            yield [in_columns([boxed, *cells], extra, scale), *below]

    def _turn_over(self, width: float, scale: TypeScale) -> Iterator[Block]:
        """Yield which moves are on the back, if any are."""
        if others := self.handout.back:
            paging = self.handout.paging
            pattern = paging.over if others[1:] else paging.over_one
            said = pattern.format(first=others[0].number, last=others[-1].number)
            style = scale.style(colour=scale.colours.accent, face="bold")
            yield paragraph(text(said), style, width)


def footer(handout: Handout, width: float, scale: TypeScale) -> Block:
    """Return the last words at the left, and at the right who has checked the page."""
    style = scale.reference
    left = paragraph(handout.last_words, style, width * 0.5)
    right = flushed([text(handout.footer)], width * 0.5, style)
    height = max(left.height, right.height)
    return Block(width, height, (Placed(0, 0, left), Placed(width - right.width, 0, right)))
