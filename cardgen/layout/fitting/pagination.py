"""Sections that flow over as many pages as they need, each page under a repeated heading."""

from collections.abc import Sequence
from dataclasses import dataclass

from cardgen.layout.blocks import height_of, stack
from cardgen.model.page import Block, Placed, Role, with_role
from cardgen.typography.style import TooLargeError


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks under a heading; none of them is split over two pages."""

    heading: Block | None
    again: Block | None
    """The heading as it stands over what goes on on the next page."""
    blocks: Sequence[Block]
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
        for block in section.blocks:
            taller = section.joined([*parts[-1], block], gap)
            if (above or parts[-1]) and height_of([*above, *taller], gap) > room:
                parts.append([])
                above = [with_role(section.again, "Artifact")] if section.again else []
            parts[-1].append(block)
            if (excess := height_of([*above, *section.joined(parts[-1], gap)], gap) - room) > 0:
                raise TooLargeError(excess, among=parts[-1])
        _add(pages, section, parts, gap)
    return pages


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
