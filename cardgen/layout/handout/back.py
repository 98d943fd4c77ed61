"""The back of a handout: moves that go on there, the log, codes, why to do it, and the sources."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from cardgen.layout.blocks import lowered
from cardgen.layout.components.codes import codes_block
from cardgen.layout.components.log import log_block
from cardgen.layout.components.panels import panel_row
from cardgen.layout.components.references import sources
from cardgen.layout.components.rows import COLUMN_GAP, column_cells, in_columns, wide_rows
from cardgen.layout.type_scale import TypeScale
from cardgen.model.arrangement import Layout
from cardgen.model.content import Panel, text
from cardgen.model.handout import Handout
from cardgen.model.page import Block
from cardgen.typography.paragraph import paragraph

Extra = Callable[[float, TypeScale], Block]
"""Makes a part as wide as it is told."""


def extras(handout: Handout, *, on_back: bool) -> list[Extra]:
    """Return makers of what stands besides the moves: a log, codes."""
    found: list[Extra] = []
    if handout.log and (on_back or handout.log.asked):
        found.append(partial(log_block, handout.log))
    if handout.codes:
        found.append(partial(codes_block, handout.codes))
    return found


@dataclass(frozen=True, slots=True)
class Back:
    """What stands on the back of a handout, and how: first the moves that go over to it."""

    handout: Handout
    layout: Layout
    above: Sequence[Extra]
    panels: Sequence[Panel]

    def parts(self, width: float, scale: TypeScale, extra: float = 0) -> list[Block]:
        """Return its parts, from top to bottom, columns stretched by `extra` points."""
        handout = self.handout
        return [
            *self._moves(width, scale, extra),
            *(make(width, scale) for make in self.above),
            *([panel_row(self.panels, width, scale)] if self.panels else ()),
            sources(handout.references, width, scale),
            paragraph(handout.head.title, scale.second(scale.colours.quiet), width),
        ]

    def _moves(self, width: float, scale: TypeScale, extra: float) -> Iterator[Block]:
        if not self.handout.back:
            return
        title = self.handout.paging.again.format(title=self.handout.paging.moves)
        yield paragraph(text(title), scale.heading(1.15), width, "H2")
        if self.layout == "grid":
            column = (width - COLUMN_GAP) / 2
            cells = column_cells(self.handout.back, column, scale)
            yield lowered(in_columns(cells, extra, scale))
        else:
            yield from map(lowered, wide_rows(self.layout, self.handout.back, width, scale))
