"""The first page of large print: what cannot wait, and the first move below it."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from itertools import product
from typing import NamedTuple

from cardgen.layout.blocks import height_of, stack
from cardgen.layout.handout.large_parts import CLOSE, SMALLEST, LargeParts
from cardgen.model.content import Figure, Text, joined
from cardgen.model.handout import Head
from cardgen.model.page import Block
from cardgen.typography.style import TooLargeError


class FrontPage(NamedTuple):
    """The blocks of the first page, and what it had no room for."""

    blocks: list[Block]
    known: list[Block]
    """What to know before starting: for the next page."""
    in_short: bool
    """Whether signs of one kind share a line there, so that all of them stand behind the moves."""


class _Told(NamedTuple):
    """What the first page tells of what to know, and what the next does."""

    texts: tuple[Text, ...]
    figures: tuple[Figure, ...]
    later: tuple[Text, ...] = ()
    figures_later: tuple[Figure, ...] = ()


class _Way(NamedTuple):
    """How the first page is made."""

    parts: LargeParts
    short: bool
    told: _Told
    beside: bool


def front_page(parts: LargeParts, room: float) -> FrontPage | None:
    """Return the first page, with as much as it has room for; None where that is too little.

    It has all signs that cannot wait, if need be in the lines that those of one kind share, and
    the first move, if need be in its short steps and beside its picture. What to know before
    starting stands there as far as it can; words of one person in any case.
    """
    for way in _ways(parts):
        with suppress(TooLargeError):
            known = parts.known(way.told.later, way.told.figures_later)
            return FrontPage(_made(way, room), known, way.short)
    return None


def _ways(parts: LargeParts) -> Iterator[_Way]:
    """Yield how the page may be made, that with the most on it first."""
    small = replace(parts, size=SMALLEST)
    close = replace(small, air=CLOSE)
    whole, *less = _told(parts.handout.head)
    for made in (parts, small):
        yield _Way(made, short=False, told=whole, beside=False)
    for told, beside, made in product((whole, *less), (False, True), (parts, small, close)):
        yield _Way(made, short=True, told=told, beside=beside)


def _told(head: Head) -> Iterator[_Told]:
    """Yield what the page may tell beside its title: all, less and less of it, nothing."""
    opening, asked = [head.opening], [text for text in (head.lead, head.needs) if text]
    opening, asked = ([text for text in some if text.plain] for some in (opening, asked))
    yield _Told((*opening, *asked), head.figures)
    yield _Told(tuple(asked), (), tuple(opening), head.figures)
    if head.leads:
        # Whom a page is not for is to know it before its first move.
        first, *rest = head.leads
        later = [*opening, joined(rest), *asked[1:]]
        yield _Told((first,), (), tuple(later), head.figures)
    yield _Told((), (), (*opening, *asked), head.figures)


def _made(way: _Way, room: float) -> list[Block]:
    """Return the blocks of the page. Raises TooLargeError."""
    parts, told = way.parts, way.told
    apart, handout = parts.air.apart, parts.handout
    urgent, move = handout.safety.danger[0], handout.moves[0]
    signs = replace(urgent, signs=urgent.short) if way.short else urgent
    boxes = [box.whole for box in (*parts.personal(), parts.urgent(signs))]
    above = [*parts.top(told.texts, told.figures), *boxes]
    left = room - height_of(above, apart) - apart
    make = parts.move_beside if way.beside else parts.move
    try:
        below = make(move, left)
    except TooLargeError:
        below = make(replace(move, steps=move.short_steps), left)
    # Its parts stand nearer to each other than those of other pages may.
    return [stack([*above, *below], apart)]
