"""The parts of a handout's front, from top to bottom."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from cardgen.layout.blocks import height_of, stack
from cardgen.layout.header import flushed, header
from cardgen.layout.kit import Kit
from cardgen.layout.panels import before_panel, before_row, panel, panel_row, personal_box
from cardgen.layout.rows import COLUMN_GAP, column_cells, in_columns, wide_rows
from cardgen.layout.safety import safety_box
from cardgen.layout.text import paragraph
from cardgen.model.arrangement import Layout
from cardgen.model.content import Handout, Move, Panel, words
from cardgen.model.page import Block, Placed

GAP = 1.2
"""The least gap between the parts of a page, in units of space."""


@dataclass(frozen=True, slots=True)
class Front:
    """What stands on the front of a handout, and how."""

    handout: Handout
    layout: Layout
    moves: Sequence[Move]
    """All of them, or the first: the others are on the back."""
    panels: Sequence[Panel]
    """Those behind the moves."""
    below: Sequence[Callable[[float, Kit], Block]]
    """Makers of what stands between the danger signs and the foot, each as wide as it is told."""

    def parts(self, width: float, kit: Kit, extra: float = 0) -> list[Block]:
        """Return its parts, from top to bottom, the columns stretched by `extra` points."""
        handout = self.handout
        head = [header(handout, width, kit)]
        if handout.personal:
            head.append(personal_box(handout.personal, width, kit))
        return [
            stack(head, kit.unit),
            *min(self._ways(width, kit, extra), key=lambda way: _height(way, kit)),
            *self._turn_over(width, kit),
            safety_box(handout.safety, width, kit),
            *(make(width, kit) for make in self.below),
            footer(handout, width, kit),
        ]

    def _ways(self, width: float, kit: Kit, extra: float) -> Iterator[list[Block]]:
        """Yield ways to lay out what to know first, the moves, and the panels."""
        moves, panels = self.moves, self.panels
        first = before_row(self.handout.safety, width, kit)
        below = [panel_row(panels, width, kit)] if panels else []
        if self.layout != "grid":
            yield [first, *wide_rows(self.layout, moves, width, kit), *below]
            return
        column = (width - COLUMN_GAP) / 2
        cells = column_cells(moves, column, kit)
        inside = [panel(content, column, kit) for content in panels]
        boxed = before_panel(self.handout.safety, column, kit)
        yield [first, in_columns([*cells, *inside], extra, kit)]
        yield [in_columns([boxed, *cells, *inside], extra, kit)]
        if panels:
            yield [first, in_columns(cells, extra, kit), *below]
            yield [in_columns([boxed, *cells], extra, kit), *below]

    def _turn_over(self, width: float, kit: Kit) -> Iterator[Block]:
        """Yield which moves are on the back, if any are."""
        others = self.handout.moves[len(self.moves) :]
        if others:
            said = self.handout.paging.over if others[1:] else self.handout.paging.over_one
            text = said.format(first=others[0].number, last=others[-1].number)
            style = kit.style(colour=kit.theme.accent, face="bold")
            yield paragraph(words(text), style, width, kit.measure)


def _height(blocks: Sequence[Block], kit: Kit) -> float:
    return height_of(blocks, GAP * kit.unit)


def footer(handout: Handout, width: float, kit: Kit) -> Block:
    """Return the last words at the left, and at the right who has checked the page."""
    style = kit.reference
    left = paragraph(words(handout.last_words), style, width * 0.5, kit.measure)
    right = flushed([words(handout.footer)], width * 0.5, style, kit)
    height = max(left.height, right.height)
    return Block(width, height, (Placed(0, 0, left), Placed(width - right.width, 0, right)))
