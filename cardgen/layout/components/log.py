"""A log to tick by hand: a row for each week, a box for each day, and what the week was like."""

from collections.abc import Sequence
from dataclasses import replace

from cardgen.layout.blocks import decoration, stack
from cardgen.layout.type_scale import LINE, TypeScale
from cardgen.model.content import text
from cardgen.model.design import MM
from cardgen.model.handout import Log
from cardgen.model.page import Block, FontStyle, Placed, Rect, Role, Rule
from cardgen.typography.measure import style_width
from cardgen.typography.paragraph import centred, paragraph, shrunk
from cardgen.typography.style import Style

BOX = 5.2 * MM
"""The width of a box to tick."""
BLANK = 11 * MM
"""The length of a line to write a number on."""
TOUCH = 0.85
"""The most of a column that a box takes, so that boxes stand apart."""
PITCH = 1.3
"""From box to box of two weeks, in boxes."""
DAYS_APART = 0.4
"""The least space between two of their names, in type sizes."""
LEAST_DAY = 0.7
"""How far the names of days may shrink to stand over their boxes."""
HEADER = 0.17
"""The most that a column behind the days takes of the width, beyond its own words."""


def log_block(log: Log, width: float, scale: TypeScale) -> Block:
    """Return the heading, what to do, and the grid."""
    heading = paragraph(text(log.title), scale.heading(1.15), width, "H2")
    return stack([heading, *log_parts(log, width, scale)], scale.unit * 0.6, role="Sect")


def log_parts(log: Log, width: float, scale: TypeScale) -> list[Block]:
    """Return what stands below the heading of a log: what to do, and the grid, a table."""
    hint = paragraph(text(log.hint), scale.style(), min(width, LINE * scale.body))
    return [hint, _Grid(log, width, scale).block]


class _Grid:
    """Sets a log as a table of some width: a row with the names of the columns, one a week."""

    def __init__(self, log: Log, width: float, scale: TypeScale) -> None:
        self.log, self.width, self.scale = log, width, scale
        self.style = scale.style()
        self.box = max(BOX, 1.15 * scale.body)
        gap = 2 * scale.unit
        self.label = max(self._measure(week, "bold") for week in log.weeks) + gap
        behind = [
            (log.done, BLANK + self._measure(log.goal) + 0.35 * scale.body),
            (log.pain, BLANK),
        ]
        self.behind = [
            (name, max(least, min(self._measure(name), HEADER * width)) + gap)
            for name, least in behind
            if name
        ]
        self.day = (width - self.label - sum(wide for _, wide in self.behind)) / len(log.days)
        self.is_narrow = self._needed(log.letters or log.days) > self.day
        if self.is_narrow:
            self.day = width / len(log.days)

    @property
    def _least_day(self) -> float:
        """Return how far the names of days may shrink."""
        return max(LEAST_DAY, self.scale.least / self.style.size)

    def _needed(self, days: Sequence[str]) -> float:
        """Return the least width in points that a column needs for the name of any day."""
        return self._least_day * max(map(self._measure, days))

    def _measure(self, said: str, face: FontStyle = "regular") -> float:
        return style_width(said, self.style._replace(face=face)) + 1

    @property
    def block(self) -> Block:
        """Return the table."""
        rows = [self._names(), *(self._week(week) for week in self.log.weeks)]
        return replace(stack(rows, role="Table"), width=self.width, alt=self.log.alt)

    @property
    def _columns(self) -> list[tuple[float, float]]:
        """Return where each column but that of the weeks begins, and how wide it is.

        On a narrow page the days stand below the week, and have all of the width.
        """
        days, behind = len(self.log.days), [wide for _, wide in self.behind]
        widths = [self.day] * days + behind
        starts = [self.label + sum(widths[:i]) for i in range(len(widths))]
        if self.is_narrow:
            below = [i * self.day for i in range(days)]
            starts = [*below, *(self.width - sum(behind[i:]) for i in range(len(behind)))]
        return list(zip(starts, widths, strict=True))

    def _row(self, first: Block, cells: Sequence[Block]) -> Block:
        """Return a row of the table: its cells low in it, but for the first, which stands high."""
        days = len(self.log.days)
        beside = cells[days:] if self.is_narrow else cells
        line = max([first.height, *(cell.height for cell in beside)])
        low = line + max(cell.height for cell in cells[:days]) if self.is_narrow else line
        kids = [Placed(0, (line - first.height) / 2, first)]
        for i, (cell, (x, _)) in enumerate(zip(cells, self._columns, strict=True)):
            kids.append(Placed(x, (low if i < days else line) - cell.height, cell))
        return Block(self.width, low, tuple(kids), "TR")

    def _names(self) -> Block:
        """Return the names of the columns; the weeks name themselves."""
        shown = self._days()
        days = shrunk(max(shown, key=self._measure), self.style, self.day, self._least_day)
        styles = [days] * len(shown) + [self.style] * len(self.behind)
        names = [*shown, *(name for name, _ in self.behind)]
        heads = [
            centred(_said(name, wide, style, "column-header"))
            for name, style, (_, wide) in zip(names, styles, self._columns, strict=True)
        ]
        if shown is self.log.letters:
            # A letter is heard as the day that it stands for.
            told = zip(heads, self.log.days, strict=False)
            heads[: len(shown)] = [replace(head, alt=day) for head, day in told]
        return self._row(Block(self.label, 0, (), "TD"), heads)

    def _days(self) -> Sequence[str]:
        """Return the names of the days, or their letters where names would nearly touch."""
        widest = max(map(self._measure, self.log.days)) + DAYS_APART * self.style.size
        return self.log.days if widest <= self.day or not self.log.letters else self.log.letters

    def _week(self, week: str) -> Block:
        name = _said(week, self.label, self.scale.style(face="bold"), "row-header")
        height = max(PITCH * self.box, name.height)
        days, cells = len(self.log.days), []
        for i, (_, wide) in enumerate(self._columns):
            goal = self.log.goal if self.log.done and i == days else ""
            cells.append(self._box(wide, height) if i < days else self._blank(goal, wide, height))
        return self._row(name, cells)

    def _box(self, width: float, height: float) -> Block:
        side = min(self.box, TOUCH * width)
        x, y = (width - side) / 2, (height - side) / 2
        square = Rect(x, y, side, side, 1.5, stroke=self.scale.colours.ink, line=0.8)
        return _cell(decoration(width, height, square))

    def _blank(self, behind: str, width: float, height: float) -> Block:
        """Return a line to write a number on, and what stands behind it."""
        gap = 0.35 * self.style.size
        wide = self._measure(behind) if behind else 0
        x = (width - BLANK - wide - gap * bool(behind)) / 2
        said = _said(behind, wide, self.style, None) if behind else Block(0, 0)
        y = (height - said.height) / 2
        base = height / 2 + 0.4 * self.style.size
        line = Rule(x, base, x + BLANK, base, 0.8, self.scale.colours.ink)
        kids = (
            Placed(0, 0, decoration(width, height, line)),
            Placed(x + BLANK + gap, y, said),
        )
        return Block(width, height, kids, "TD")


def _cell(held: Block) -> Block:
    return Block(held.width, held.height, (Placed(0, 0, held),), "TD")


def _said(words: str, width: float, style: Style, role: Role | None) -> Block:
    return paragraph(text(words), style, width, role=role)
