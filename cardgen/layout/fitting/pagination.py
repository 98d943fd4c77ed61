"""Sections that flow over as many pages as they need, each page under a repeated heading."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from cardgen.layout.blocks import height_of, stack
from cardgen.model.page import Block, Placed, Role, with_role
from cardgen.typography.style import TooLargeError

TOGETHER = 2
"""So many entries of a block that goes on stand at least on a page, if it has more than that."""


@dataclass(frozen=True, slots=True)
class Divisible:
    """Entries in a block that goes on in others of its kind where it is taller than a page."""

    count: int
    made: Callable[[int, int], Block]
    """Makes the block of the entries from one up to another; all but the first say that they go
    on."""

    @property
    def whole(self) -> Block:
        """Return the block of all entries."""
        return self.made(0, self.count)

    def parts(self, left: float, room: float, *, fill: bool = False) -> Iterator[Block]:
        """Yield the whole, or its parts where it is taller than a page.

        A page has `room` points of height, and the one that it begins on has so many `left`: it is
        parted, too, to `fill` these.
        """
        if self.whole.height <= (left if fill else room):
            yield self.whole
            return
        start, space = 0, left
        if self._end(0, left) < TOGETHER:
            space = room
        while start < self.count:
            end = max(start + 1, self._end(start, space))
            if end == self.count - 1:
                end -= end - start > TOGETHER
            yield self.made(start, end)
            start, space = end, room

    def _end(self, start: int, space: float) -> int:
        """Return where a part from `start` ends that is no taller than a space."""
        ends = range(start + 1, self.count + 1)
        return start + bisect_right(ends, space, key=lambda end: self.made(start, end).height)


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks under a heading; a block is split over two pages only where it is `Divisible`."""

    heading: Block | None
    again: Block | None
    """The heading as it stands over what goes on on the next page."""
    blocks: Sequence[Block | Divisible]
    role: Role | None = None
    """What the blocks that stand on one page are together: a list."""
    tight: float | None = None
    """The gap between its blocks, where that is less than between those of other sections."""

    def joined(self, blocks: Sequence[Block], gap: float) -> list[Block]:
        """Return what blocks of it, on one page, are for that page."""
        if self.role is None and self.tight is None:
            return list(blocks)
        return [stack(blocks, gap if self.tight is None else self.tight, self.role)]


def flowed(sections: Sequence[Section], room: float, gap: float) -> list[list[Block]]:
    """Return the blocks of each page, which is `room` tall, with `gap` between two of them.

    A heading never stands without the first block of its section. Raises TooLargeError when a
    block is taller than a page.
    """
    pages: list[list[Block]] = [[]]
    for section in sections:
        parts: list[list[Block]] = [[]]
        heads = [section.heading] if section.heading else []
        above = [*pages[-1], *heads]
        again = [with_role(section.again, "Artifact")] if section.again else []
        for one in section.blocks:
            for block in _divided(one, section, [*above, *parts[-1]], room, gap):
                taller = section.joined([*parts[-1], block], gap)
                if (above or parts[-1]) and height_of([*above, *taller], gap) > room:
                    parts.append([])
                    above = again
                parts[-1].append(block)
                if (excess := height_of([*above, *section.joined(parts[-1], gap)], gap) - room) > 0:
                    raise TooLargeError(excess, among=parts[-1])
        _add(pages, section, parts, gap)
    return pages


def _divided(
    one: Block | Divisible, section: Section, above: Sequence[Block], room: float, gap: float
) -> Iterator[Block]:
    """Yield a block of a section, or its parts, below what its page has already."""
    if isinstance(one, Block):
        yield one
        return
    again = height_of([section.again], gap) + gap if section.again else 0.0
    used = height_of(above, gap) + gap if above else 0.0
    yield from one.parts(room - used, room - again)


def _add(pages: list[list[Block]], section: Section, parts: list[list[Block]], gap: float) -> None:
    """Add the parts of a section: the first to the last page, each other to one of its own."""
    first, *others = parts
    head = [section.heading] if section.heading else []
    if first:
        pages[-1] += [*head, *section.joined(first, gap)]
    again = [with_role(section.again, "Artifact")] if section.again else []
    for i, part in enumerate(others):
        top = again if first or i else head
        pages.append([*top, *section.joined(part, gap)])


def placed(blocks: Sequence[Block], x: float, y: float, gap: float) -> list[tuple[str, Placed]]:
    """Return blocks one below the other from (x, y), as parts of a page."""
    found = []
    for block in blocks:
        found.append(("", Placed(x, y, block)))
        y += block.height + gap
    return found
