"""The back of a handout: moves that go on there, the log, codes, why to do it, and the sources."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from cardgen.layout.codes import codes_block
from cardgen.layout.kit import Kit
from cardgen.layout.log import log_block
from cardgen.layout.panels import panel_row
from cardgen.layout.references import sources
from cardgen.layout.rows import COLUMN_GAP, column_cells, in_columns, wide_rows
from cardgen.layout.text import paragraph
from cardgen.model.arrangement import Layout
from cardgen.model.content import Handout, Move, Panel, words
from cardgen.model.page import Block

Extra = Callable[[float, Kit], Block]
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
    """What stands on the back of a handout, and how."""

    handout: Handout
    layout: Layout
    moves: Sequence[Move]
    """Those that go on here; often none."""
    above: Sequence[Extra]
    panels: Sequence[Panel]

    def parts(self, width: float, kit: Kit, extra: float = 0) -> list[Block]:
        """Return its parts, from top to bottom, columns stretched by `extra` points."""
        handout = self.handout
        return [
            *self._moves(width, kit, extra),
            *(make(width, kit) for make in self.above),
            panel_row(self.panels, width, kit),
            sources(handout, width, kit),
            paragraph(words(handout.title), kit.second(kit.theme.quiet), width, kit.measure),
        ]

    def _moves(self, width: float, kit: Kit, extra: float) -> Iterator[Block]:
        if not self.moves:
            return
        title = self.handout.paging.again.format(title=self.handout.paging.moves)
        yield paragraph(words(title), kit.heading(1.15), width, kit.measure, "H2")
        if self.layout == "grid":
            column = (width - COLUMN_GAP) / 2
            yield in_columns(column_cells(self.moves, column, kit), extra, kit)
        else:
            yield from wide_rows(self.layout, self.moves, width, kit)
