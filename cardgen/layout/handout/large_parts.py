"""The parts of a handout in large print, in type of one size."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from typing import NamedTuple

from cardgen.layout.blocks import height_of, stack
from cardgen.layout.cards.pictures import SLIP
from cardgen.layout.components.codes import codes_block
from cardgen.layout.components.header import figures, heading
from cardgen.layout.components.lists import numbered
from cardgen.layout.components.panels import panel, personal_box
from cardgen.layout.components.signs import Ground, boxed, dark, outlined, sign_list
from cardgen.layout.fitting.ladder import largest_that_fits, steps_down
from cardgen.layout.fitting.pagination import Divisible, Section, flowed
from cardgen.layout.handout.large_move import (
    LEAST_HEIGHT,
    MOST_PICTURES,
    beside_picture,
    caution,
    name_line,
    shown_pictures,
)
from cardgen.layout.handout.sizes import BACK
from cardgen.layout.looks import Looks, looks_of
from cardgen.layout.type_scale import Spacing, TypeScale, type_scale
from cardgen.model.content import Figure, Move, Panel, Signs, Text, joined, text
from cardgen.model.design import MM, Theme
from cardgen.model.handout import Codes, Handout
from cardgen.model.page import Block, Role
from cardgen.typography.paragraph import paragraph
from cardgen.typography.style import Style, TooLargeError

SMALLEST = 16.0
STEPS = 20.0
"""The largest type of the steps of a move that has a page, in points."""
TITLE, DOSE, HEADING = 26.0, 21.0, 21.0
"""Sizes in points of the title, of the dose of a move, and of headings."""
NO_BREAK = "\u00a0"


class Air(NamedTuple):
    """How much room is left between lines, between parts, and round the words of a box."""

    lines: Spacing
    apart: float
    pad: tuple[float, float]
    """At the sides of a box, and above and below, in points."""


OPEN = Air(Spacing(1.28, 0.35), 4 * MM, (6 * MM, 4.5 * MM))
CLOSE = Air(Spacing(1.16, 0.28), 3 * MM, (5 * MM, 3 * MM))
"""For a page that has to hold much."""


@dataclass(frozen=True)
class LargeParts:
    """Makes the parts of a handout, as wide as the page."""

    handout: Handout
    theme: Theme
    width: float
    size: float
    air: Air = OPEN

    @property
    def scale(self) -> TypeScale:
        """Return what its type is set with."""
        return type_scale(self.theme, self.size, self.air.lines, least=SMALLEST)

    @property
    def looks(self) -> Looks:
        """Return the looks of what large print shares with two sides."""
        return looks_of(self.theme, BACK.rungs[0])

    @property
    def heading_style(self) -> Style:
        """Return the style of a heading."""
        return self.scale.fixed(HEADING, 1.2, face=self.scale.headings)

    def top(self, told: Sequence[Text], shown: Sequence[Figure]) -> list[Block]:
        """Return who gives the handout to whom, its title, and some of what to know."""
        head = self.handout.head
        given = [heading(head.heading, self.width, self.scale)] if head.heading else []
        loud = self.scale.fixed(TITLE, 1.12, face=self.scale.headings)
        title = paragraph(head.title, loud, self.width, role="H1")
        return [*given, stack([title, *self._known(told, shown)], 0.6 * self.scale.unit)]

    def known(self, told: Sequence[Text], shown: Sequence[Figure]) -> list[Block]:
        """Return what to know, where it stands on a page without the title; or nothing."""
        blocks = self._known(told, shown)
        return [stack(blocks, 0.6 * self.scale.unit)] if blocks else []

    def _known(self, told: Sequence[Text], shown: Sequence[Figure]) -> list[Block]:
        said = [paragraph(joined(told), self.scale.style(), self.width)] if told else []
        return [*said, *([self._figures(shown)] if shown else [])]

    def _figures(self, shown: Sequence[Figure]) -> Block:
        """Return how many, how long, how often: on a line, or large where one is a merge field."""
        if any(figure.number.lines for figure in shown):
            return figures(shown, self.scale)
        said = [joined([figure.number, figure.label], NO_BREAK) for figure in shown]
        bold = self.scale.style(colour=self.scale.colours.accent, face="bold")
        return paragraph(joined(said, " · "), bold, self.width)

    def personal(self) -> list[Divisible]:
        """Return what is for one person alone, or nothing."""
        own = self.handout.personal
        count = max(1, len(own.lines))

        def made(start: int, end: int) -> Block:
            some = replace(own, lines=own.lines[start:end])
            if end < count:
                some = replace(some, blanks=(), notes=None)
            return personal_box(some, self.width, self.scale)

        return [Divisible(count, made)] if own else []

    def urgent(self, signs: Signs) -> Divisible:
        """Return what cannot wait: the only dark box."""
        colours = self.scale.colours
        return self._signs(signs, dark(colours), colours.paper)

    def signs(self, signs: Signs) -> Divisible:
        """Return an action over its signs in a box as wide as the page."""
        return self._signs(signs, outlined(self.scale.colours))

    def _signs(self, signs: Signs, ground: Ground, colour: str | None = None) -> Divisible:
        across, _ = pad = self.air.pad
        loud = self.scale.fixed(HEADING, 1.2, colour, self.scale.headings)
        body = self.scale.style(colour=colour)
        again = replace(signs, action=self._again(signs.action))

        def made(start: int, end: int) -> Block:
            some = replace(again if start else signs, signs=signs.signs[start:end])
            role: Role = "Artifact" if start else "H2"
            listed = sign_list(some, self.width - 2 * across, loud, body, role=role)
            return boxed(listed, self.width, ground, pad)

        return Divisible(len(signs.signs), made)

    def panel(self, content: Panel) -> Divisible:
        """Return a quiet box as wide as the page."""
        again = self.handout.paging.again.format(title=content.title)

        def made(start: int, end: int) -> Block:
            title = again if start else content.title
            some = replace(content, title=title, texts=content.texts[start:end])
            return panel(some, self.width, self.scale, first=start + 1)

        return Divisible(len(content.texts), made)

    def codes(self, codes: Codes) -> Divisible:
        """Return codes with their names, in rows."""

        def made(start: int, end: int) -> Block:
            some = replace(codes, links=codes.links[start:end])
            return codes_block(some, self.width, self.scale)

        return Divisible(len(codes.links), made)

    def _again(self, title: Text) -> Text:
        """Return a heading as it stands over what goes on."""
        return text(self.handout.paging.again.format(title=title.plain), title.origin)

    def move(self, move: Move, room: float) -> list[Block]:
        """Return a move that takes at most `room` points of height, its pictures all that is left.

        Its steps are larger where it has the room. Raises TooLargeError.
        """
        sizes = steps_down(max(STEPS, self.size), self.size, 0.5)
        with suppress(TooLargeError):
            attempt = partial(self._move_at, move, room, 2 * self.scale.unit)
            return largest_that_fits(sizes, attempt)[1]
        # Nearer to each other, its parts have what room is left.
        return self._move_at(move, room, self.scale.unit, self.size)

    def move_pages(self, move: Move, room: float) -> list[list[Block]]:
        """Return the blocks of each page of a move: one, or more where one has too little room.

        Its name stands above what goes on. Raises TooLargeError.
        """
        with suppress(TooLargeError):
            return [self.move(move, room)]
        fewest = len(self._move_over(move, room, self.size))

        def attempt(size: float) -> list[list[Block]]:
            pages = self._move_over(move, room, size)
            if len(pages) > fewest:
                raise TooLargeError(room)
            return pages

        return largest_that_fits(steps_down(max(STEPS, self.size), self.size, 0.5), attempt)[1]

    def _move_over(self, move: Move, room: float, size: float) -> list[list[Block]]:
        gap = 2 * self.scale.unit
        first = self._named(move)
        if move.pictures:
            left = room - first.height - gap - SLIP
            if (missing := LEAST_HEIGHT - left) > 0:
                raise TooLargeError(missing, among=[first])
            shown = shown_pictures(move.pictures, self.width, left, self.scale)
            first = stack([first, shown], gap)
        again = name_line(replace(move, name=self._again(move.name)), self.width, self.scale)
        told = self._told(move, size, self.width)
        return flowed([Section(None, again, [first, *told], "Sect", gap)], room, gap)

    def _move_at(self, move: Move, room: float, gap: float, size: float) -> list[Block]:
        first, others = self._named(move), _whole(self._told(move, size, self.width))
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

    def move_beside(self, move: Move, room: float) -> list[Block]:
        """Return a move whose words stand beside its picture, in `room` points of height at most.

        Raises TooLargeError, also where it cannot be understood by one picture.
        """
        gap = self.scale.unit

        def told(width: float) -> Block:
            return stack(_whole(self._told(move, self.size, width)), gap)

        row = beside_picture(move.pictures, self.width, told, self.scale)
        made = stack([self._named(move), row], gap, "Sect")
        if (excess := made.height - room) > 0:
            raise TooLargeError(excess, among=[made])
        return [made]

    def _named(self, move: Move) -> Block:
        """Return the name and the dose of a move, under the heading that begins with it."""
        scale, width = self.scale, self.width
        loud = scale.fixed(DOSE, 1.24, scale.colours.accent, "bold", SMALLEST)
        bold = scale.style(face="bold")
        above = [paragraph(said, bold, width, "H2") for said in (move.heading,) if said]
        return stack(
            [*above, name_line(move, width, scale), paragraph(move.dose_line, loud, width)]
        )

    def _told(self, move: Move, size: float, width: float) -> list[Block | Divisible]:
        """Return all other words of a move."""
        scale = self.scale._replace(body=size)
        style = scale.style()
        noted = [move.note] if move.note else []
        told = [paragraph(said, style, width) for said in (*noted, *move.advice)]
        warning = self.looks.colours.warning
        felt = (caution(said, width, self.scale, warning) for said in move.felt)

        def steps(start: int, end: int) -> Block:
            some, quiet = move.steps[start:end], scale.colours.quiet
            return numbered(some, style, quiet, width, 0.25 * scale.unit, start + 1)

        return [*told, Divisible(len(move.steps), steps), *felt]


def _whole(blocks: Sequence[Block | Divisible]) -> list[Block]:
    return [one if isinstance(one, Block) else one.whole for one in blocks]
