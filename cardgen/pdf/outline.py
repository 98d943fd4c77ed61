"""Bookmarks: the outline that a reader shows beside the pages (ISO 32000-1, 12.3.3)."""

from collections.abc import Iterator, Sequence
from operator import add
from typing import NamedTuple

from cardgen.pdf.objects import literal


class Bookmark(NamedTuple):
    """A bookmark: its words, the entry that tells where it leads, and its level, from 0."""

    title: str
    leads: str
    level: int = 0


def deepest_told(levels: Sequence[int]) -> int:
    """Return the deepest level that an outline tells of, given those of a document's headings.

    It is the first of which there is more than one: a title alone says nothing new, and the
    headings within many titles say too much.
    """
    return next((level for level in sorted(set(levels)) if levels.count(level) > 1), 0)


def outline_of(marks: Sequence[Bookmark], outline: int, first: int) -> list[str]:
    """Return the bodies of an outline and its bookmarks, in their order.

    The outline has the number `outline`, its bookmarks those from `first` on. A bookmark stands
    within the last one before it that has a lower level; all are open.
    """
    kids: dict[int, list[int]] = {}
    parents = _parents(marks, outline, first)
    for number, parent in enumerate(parents, first):
        kids.setdefault(parent, []).append(number)
    around = dict(_neighbours(kids))
    below: dict[int, int] = {}
    for number, parent in reversed(list(enumerate(parents, first))):
        below[parent] = below.get(parent, 0) + 1 + below.get(number, 0)
    bodies = [f"<</Type/Outlines{_within(outline, kids, below)}>>"]
    for number, mark in enumerate(marks, first):
        bodies.append(
            f"<</Title{literal(mark.title)}/Parent {parents[number - first]} 0 R{around[number]}"
            f"{_within(number, kids, below)}{mark.leads}>>"
        )
    return bodies


def _parents(marks: Sequence[Bookmark], outline: int, first: int) -> list[int]:
    """Return the number of what each bookmark stands in."""
    found: list[int] = []
    above: list[tuple[int, int]] = []
    for number, mark in enumerate(marks, first):
        while above and above[-1][0] >= mark.level:
            above.pop()
        found.append(above[-1][1] if above else outline)
        above.append((mark.level, number))
    return found


def _neighbours(kids: dict[int, list[int]]) -> Iterator[tuple[int, str]]:
    for numbers in kids.values():
        before = ["", *[f"/Prev {number} 0 R" for number in numbers[:-1]]]
        after = [*[f"/Next {number} 0 R" for number in numbers[1:]], ""]
        yield from zip(numbers, map(add, before, after), strict=True)


def _within(number: int, kids: dict[int, list[int]], below: dict[int, int]) -> str:
    own = kids.get(number)
    return f"/First {own[0]} 0 R/Last {own[-1]} 0 R/Count {below[number]}" if own else ""
