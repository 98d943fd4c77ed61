"""Cut guides, derived from where the cards lie: nothing is drawn inside a card, or twice."""

from collections.abc import Iterable, Iterator, Sequence

from cardgen.layout.type_scale import Colours
from cardgen.model.design import MM
from cardgen.model.page import Arc, Bounds, Rule
from cardgen.model.printing import Cut

MARK, MARK_GAP, HAIR = 4 * MM, 1 * MM, 0.35
REACH = MARK + MARK_GAP
"""How far marks reach from a card."""
_SHORTEST = 0.4 * MM
_NEAR = 0.02
_PART = 0.4
"""The most of a narrow margin that may lie between a card and its mark."""
Segment = tuple[float, float, float]
"""Where a level or an upright line stands, and from where to where it goes."""


def crop_marks(
    cut: Cut,
    cards: Sequence[Bounds],
    printable: Bounds,
    radius: float,
    clear: float,
    colours: Colours,
) -> list[Rule | Arc]:
    """Return the cut guides of some cards.

    They stay on the `printable` part of the paper and, where `clear` is more than 0, that far
    from every card: so far reaches its bleed.
    """
    found: list[Rule | Arc] = []
    if cut in ("marks", "lines"):
        found += _marks(cards, printable, clear, colours.ink)
    if cut == "lines":
        found += _rules(cards, 0, colours.rule)
    if cut == "outline":
        found += [*_rules(cards, radius, colours.rule), *_corners(cards, radius, colours.rule)]
    return found


def _flipped(boxes: Iterable[Bounds]) -> list[Bounds]:
    """Return boxes with across and down changed over."""
    return [(top, left, bottom, right) for left, top, right, bottom in boxes]


def _marks(cards: Sequence[Bounds], printable: Bounds, clear: float, colour: str) -> Iterator[Rule]:
    """Yield short lines that lead away from the corners of cards, each once."""
    for y, x, x2 in sorted(set(_ticks(cards, printable, clear))):
        yield Rule(x, y, x2, y, HAIR, colour)
    (flipped,) = _flipped([printable])
    for x, y, y2 in sorted(set(_ticks(_flipped(cards), flipped, clear))):
        yield Rule(x, y, x, y2, HAIR, colour)


def _ticks(cards: Sequence[Bounds], printable: Bounds, clear: float) -> Iterator[Segment]:
    for left, top, right, bottom in cards:
        for y in (top, bottom):
            for start, way, edge in ((left, -1, printable[0]), (right, 1, printable[2])):
                room = min(_room(start, way, y, cards), (edge - start) * way)
                gap = max(min(MARK_GAP, _PART * room), clear)
                length = min(MARK, room - gap)
                if length >= _SHORTEST:
                    ends = sorted((start + way * gap, start + way * (gap + length)))
                    yield round(y, 2), round(ends[0], 2), round(ends[1], 2)


def _room(x: float, way: int, y: float, cards: Sequence[Bounds]) -> float:
    """Return how far a mark may reach from x: half the way to the next card at this height."""
    found = float("inf")
    for left, top, right, bottom in cards:
        if top - _NEAR <= y <= bottom + _NEAR:
            nearest = left if way > 0 else right
            distance = (nearest - x) * way
            if distance > -_NEAR:
                found = min(found, distance / 2)
    return found


def _rules(cards: Sequence[Bounds], radius: float, colour: str) -> Iterator[Rule]:
    """Yield the edges of cards, less a radius at each end, and what two cards share only once."""
    for y, x, x2 in _joined(_edges(cards, radius)):
        yield Rule(x, y, x2, y, HAIR, colour)
    for x, y, y2 in _joined(_edges(_flipped(cards), radius)):
        yield Rule(x, y, x, y2, HAIR, colour)


def _edges(cards: Sequence[Bounds], radius: float) -> Iterator[Segment]:
    for left, top, right, bottom in cards:
        for y in (top, bottom):
            yield round(y, 2), left + radius, right - radius


def _joined(edges: Iterable[Segment]) -> Iterator[Segment]:
    """Yield lines with those that touch or overlap made one."""
    open_: Segment | None = None
    for at, start, end in sorted(edges):
        if open_ and at == open_[0] and start <= open_[2] + _NEAR:
            open_ = (at, open_[1], max(end, open_[2]))
            continue
        if open_:
            yield open_
        open_ = at, start, end
    if open_:
        yield open_


def _corners(cards: Sequence[Bounds], radius: float, colour: str) -> Iterator[Arc]:
    for left, top, right, bottom in cards:
        for x, across in ((left, 1), (right, -1)):
            for y, down in ((top, 1), (bottom, -1)):
                start, end = (x + across * radius, y), (x, y + down * radius)
                yield Arc(*start, *end, HAIR, colour)
