"""What must hold of cards on a sheet of paper; each check yields a line for each fault."""

from collections.abc import Iterator
from itertools import combinations

from cardgen.model.design import MM
from cardgen.model.page import Arc, Page, Placed, Rule

HAIR = 0.01 * MM
MARGIN = 5 * MM
"""The band along each edge of the paper that home printers do not reach."""


def cards_on(page: Page) -> list[Placed]:
    return [placed for part, placed in page.placed if part]


def guides_on(page: Page, kind=Rule):
    """Return every line outside the cards that is no part of the advice."""
    whole = [p for part, p in page.placed if not part and covers(page, p)]
    return [(m, x, y) for p in whole for m, x, y in p.block.marks(p.x, p.y) if type(m) is kind]


def covers(page: Page, placed: Placed) -> bool:
    """Tell whether a block is as large as the page, as that of the cut guides is."""
    return (placed.block.width, placed.block.height) == (page.width, page.height)


def advice_on(page: Page) -> list[Placed]:
    """Return what is printed beside the cards for whoever stands at the printer."""
    return [placed for part, placed in page.placed if not part and not covers(page, placed)]


def rules_on(page: Page) -> list[tuple[float, float, float, float]]:
    """Return the ends of every cut guide, the lesser first."""
    found = []
    for mark, x, y in guides_on(page):
        (left, right), (top, low) = sorted((mark.x, mark.x2)), sorted((mark.y, mark.y2))
        found.append((left + x, top + y, right + x, low + y))
    return found


def corners_on(page: Page) -> list[Arc]:
    return [mark for mark, _, _ in guides_on(page, Arc)]


def cut_lines(page: Page) -> list[tuple[float, float, float, float]]:
    """Return the guides that run along a card: the others are marks outside."""
    return [rule for rule in rules_on(page) if any(_along(rule, card) for card in cards_on(page))]


def _along(rule, card: Placed) -> bool:
    """Tell whether a line shares more than a point with the edge of a card."""
    x, y, x2, y2 = card.bounds
    left, top, right, low = rule
    across, down = min(right, x2) - max(left, x), min(low, y2) - max(top, y)
    return min(across, down) > -HAIR and max(across, down) > HAIR


def off_paper(page: Page, margin: float = MARGIN) -> Iterator[str]:
    """Yield cards off the paper, and guides that cannot be printed."""
    for card in cards_on(page):
        x, y, x2, y2 = card.bounds
        if min(x, y, page.width - x2, page.height - y2) < -HAIR:
            yield f"card at {x:.1f}, {y:.1f}"
    for rule in set(rules_on(page)) - set(cut_lines(page)):
        if min(rule[0], rule[1], page.width - rule[2], page.height - rule[3]) < margin - HAIR:
            yield f"mark at {rule}"


def lie_on_each_other(page: Page) -> Iterator[str]:
    """Yield cards that overlap."""
    for one, other in combinations([card.bounds for card in cards_on(page)], 2):
        across = min(one[2], other[2]) - max(one[0], other[0])
        if min(across, min(one[3], other[3]) - max(one[1], other[1])) > HAIR:
            yield f"{one} and {other}"


def marks_inside(page: Page) -> Iterator[str]:
    """Yield lines that cross a card, and not just its edge."""
    for left, top, right, low in rules_on(page):
        for card in cards_on(page):
            x, y, x2, y2 = card.bounds
            across, down = min(right, x2) - max(left, x), min(low, y2) - max(top, y)
            along_edge = left == right and not x + HAIR < left < x2 - HAIR
            along_edge |= top == low and not y + HAIR < top < y2 - HAIR
            if across >= 0 and down >= 0 and max(across, down) > HAIR and not along_edge:
                yield f"line {left:.1f}, {top:.1f}, {right:.1f}, {low:.1f}"


def drawn_twice(page: Page) -> Iterator[str]:
    """Yield lines that lie on each other."""
    for one, other in combinations(rules_on(page), 2):
        across = min(one[2], other[2]) - max(one[0], other[0])
        down = min(one[3], other[3]) - max(one[1], other[1])
        if min(across, down) > -HAIR and max(across, down) > HAIR:
            yield f"{one} and {other}"


def uncut(page: Page, less: float = 0) -> Iterator[str]:
    """Yield edges of cards that no cut line runs along; `less` may be missing at their ends."""
    lines = cut_lines(page)
    for card in cards_on(page):
        x, y, x2, y2 = card.bounds
        across, down = (x + less, x2 - less), (y + less, y2 - less)
        edges = [(across[0], at, across[1], at) for at in (y, y2)]
        edges += [(at, down[0], at, down[1]) for at in (x, x2)]
        for edge in edges:
            if not any(_covers(line, edge) for line in lines):
                yield f"edge {edge}"


def _covers(line, edge) -> bool:
    near = 2 * HAIR
    return all(line[i] <= edge[i] + near and line[i + 2] >= edge[i + 2] - near for i in (0, 1))


def crooked(page: Page) -> Iterator[str]:
    """Yield where a grid does not lie in the middle of the paper."""
    bounds = [card.bounds for card in cards_on(page)]
    left, top = min(b[0] for b in bounds), min(b[1] for b in bounds)
    right, low = max(b[2] for b in bounds), max(b[3] for b in bounds)
    for name, one, other in (
        ("across", left, page.width - right),
        ("down", top, page.height - low),
    ):
        if abs(one - other) > HAIR:
            yield f"{name}: {one / MM:.3f} and {other / MM:.3f} mm"
