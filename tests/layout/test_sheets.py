"""Cards on sheets of paper: in the middle, in register, and easy to cut."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

import pytest
from checks import MARGIN
from geometry import boxes, outside, tidy
from samples import LOCALE, PAPERS, SIZES, THEME, TrueMeasure

from cardgen.layout.kit import Kit
from cardgen.layout.sheet import Card, grid, sheets
from cardgen.load.data import load_paper, load_size
from cardgen.model.design import MM, CardSize
from cardgen.model.page import Block, Page, Placed, Rule

HAIR = 0.01 * MM
each_sheet = pytest.mark.parametrize(
    ("size", "paper"), [(size, paper) for size in SIZES for paper in PAPERS]
)


def deck_of(count, size, paper):
    """Return the sheets of `count` cards that hold nothing."""
    card, sheet = load_size(size), load_paper(paper)
    blank = Block(card.width, card.height)
    cards = [Card(str(number), blank, blank) for number in range(count)]
    kit = Kit(THEME, TrueMeasure({}), 6.5)
    return sheets(cards, sheet, card, LOCALE.say("print-hint"), kit)


def cards_on(page: Page) -> list[Placed]:
    return [placed for part, placed in page.placed if part]


def rules_on(page: Page) -> list[tuple[float, float, float, float]]:
    """Return the ends of every line outside the cards, the lesser first."""
    found = []
    for mark, x, y in (m for part, p in page.placed if not part for m in p.block.marks(p.x, p.y)):
        if isinstance(mark, Rule):
            (left, right), (top, low) = sorted((mark.x, mark.x2)), sorted((mark.y, mark.y2))
            found.append((left + x, top + y, right + x, low + y))
    return found


def cut_lines(page: Page) -> list[tuple[float, float, float, float]]:
    """Return the lines that run along a card: the others are marks outside."""
    cards = cards_on(page)
    left, right = min(c.x for c in cards), max(c.x + c.block.width for c in cards)
    top, low = min(c.y for c in cards), max(c.y + c.block.height for c in cards)
    return [
        rule
        for rule in rules_on(page)
        if rule[0] > left - HAIR
        and rule[2] < right + HAIR
        and rule[1] > top - HAIR
        and rule[3] < low + HAIR
    ]


def off_paper(page: Page) -> Iterator[str]:
    """Yield cards in the unprintable band, and marks off the paper."""
    for card in cards_on(page):
        right, low = card.x + card.block.width, card.y + card.block.height
        if min(card.x, card.y, page.width - right, page.height - low) < MARGIN - HAIR:
            yield f"card at {card.x:.1f}, {card.y:.1f}"
    for rule in rules_on(page):
        if min(rule) < 0 or rule[2] > page.width or rule[3] > page.height:
            yield f"mark at {rule}"


def out_of_register(front: Page, back: Page) -> Iterator[str]:
    """Yield cards whose sides do not meet when the paper is turned over on its long edge."""
    for one, other in zip(cards_on(front), cards_on(back), strict=True):
        turned = back.width - other.x - other.block.width
        if abs(one.x - turned) > HAIR or abs(one.y - other.y) > HAIR:
            yield f"front at {one.x:.1f}, {one.y:.1f}, back at {turned:.1f}, {other.y:.1f}"


def marks_inside(page: Page) -> Iterator[str]:
    """Yield lines that cross a card, and not just its edge."""
    for left, top, right, low in rules_on(page):
        for card in cards_on(page):
            across = min(right, card.x + card.block.width) - max(left, card.x)
            down = min(low, card.y + card.block.height) - max(top, card.y)
            along_edge = left == right and not (
                card.x + HAIR < left < card.x + card.block.width - HAIR
            )
            along_edge |= top == low and not (
                card.y + HAIR < top < card.y + card.block.height - HAIR
            )
            if across >= 0 and down >= 0 and max(across, down) > HAIR and not along_edge:
                yield f"line {left:.1f}, {top:.1f}, {right:.1f}, {low:.1f}"


def drawn_twice(page: Page) -> Iterator[str]:
    """Yield lines that lie on each other."""
    for one, other in combinations(rules_on(page), 2):
        across = min(one[2], other[2]) - max(one[0], other[0])
        down = min(one[3], other[3]) - max(one[1], other[1])
        if min(across, down) > -HAIR and max(across, down) > HAIR:
            yield f"{one} and {other}"


def uncut(page: Page) -> Iterator[str]:
    """Yield edges of cards that no cut line runs along."""
    lines = cut_lines(page)
    for card in cards_on(page):
        x, y, x2, y2 = card.x, card.y, card.x + card.block.width, card.y + card.block.height
        for edge in ((x, y, x2, y), (x, y2, x2, y2), (x, y, x, y2), (x2, y, x2, y2)):
            if not any(
                line[0] <= edge[0] + HAIR
                and line[1] <= edge[1] + HAIR
                and line[2] >= edge[2] - HAIR
                and line[3] >= edge[3] - HAIR
                for line in lines
            ):
                yield f"edge {edge}"


@each_sheet
def test_the_grid_lies_in_the_middle_and_off_the_edges_of_the_paper(size, paper):
    card, sheet = load_size(size), load_paper(paper)
    where = grid(sheet, card)
    right = sheet.width - where.left - where.columns * card.width
    low = sheet.height - where.top - where.rows * card.height
    assert where.count >= 2
    assert where.left == pytest.approx(right, abs=HAIR)
    assert where.top == pytest.approx(low, abs=HAIR)
    assert min(where.left, where.top) >= MARGIN


@each_sheet
def test_the_grid_holds_as_many_cards_as_there_is_room_for(size, paper):
    card, sheet = load_size(size), load_paper(paper)
    where = grid(sheet, card)
    assert where.left - card.width / 2 < MARGIN
    assert where.top - card.height / 2 < MARGIN


@pytest.mark.parametrize(
    ("size", "paper", "columns", "rows"),
    [("id-1", "a4", 2, 5), ("id-1", "letter", 2, 4), ("business", "letter", 2, 5)],
)
def test_the_grid_is_that_of_the_sheets_that_people_buy(size, paper, columns, rows):
    where = grid(load_paper(paper), load_size(size))
    assert (where.columns, where.rows) == (columns, rows)


@each_sheet
def test_every_number_of_cards_is_placed_in_order_in_register_and_can_be_cut(size, paper):
    full = grid(load_paper(paper), load_size(size)).count
    for count in range(1, full + 3):
        pages = deck_of(count, size, paper)
        assert len(pages) == 2 * -(-count // full)
        for side in (pages[::2], pages[1::2]):
            laid = [part for page in side for part, _ in page.placed if part]
            assert laid == [str(number) for number in range(count)]
        for front, back in zip(pages[::2], pages[1::2], strict=True):
            faults = [
                fault
                for page in (front, back)
                for check in (off_paper, marks_inside, drawn_twice)
                for fault in check(page)
            ]
            assert [*faults, *out_of_register(front, back), *uncut(front)] == []


@each_sheet
def test_cards_are_read_along_the_rows_of_the_front(size, paper):
    front, _ = deck_of(grid(load_paper(paper), load_size(size)).count, size, paper)
    places = [(card.y, card.x) for card in cards_on(front)]
    assert places == sorted(places)


@each_sheet
def test_cut_lines_are_on_fronts_only_and_marks_on_both_sides(size, paper):
    front, back = deck_of(2, size, paper)
    assert cut_lines(front)
    assert not cut_lines(back)
    assert len(rules_on(back)) >= 8


@each_sheet
@pytest.mark.parametrize("count", [1, 2, 8])
def test_the_hint_can_be_printed_and_its_ruler_is_as_long_as_it_says(size, paper, count):
    for page in deck_of(count, size, paper):
        guides = [placed for part, placed in page.placed if not part]
        hint = boxes(guides)
        frame = (MARGIN, MARGIN, page.width - MARGIN, page.height - MARGIN)
        assert list(outside(hint, frame)) == []
        lengths = [round((right - left) / MM, 3) for left, _, right, _ in rules_on(page)]
        assert (50 in lengths) == bool(hint)
        assert not hint or "is 50 mm long" in tidy("".join(box.mark.text for box in hint))


def test_a_large_sheet_has_room_for_the_hint():
    front, back = deck_of(1, "id-1", "letter")
    assert all(boxes(p for part, p in page.placed if not part) for page in (front, back))


def _with_card(page: Page, **changes) -> Page:
    (part, placed), *others = page.placed
    return replace(page, placed=((part, replace(placed, **changes)), *others))


def _with_rule(page: Page, *ends: float) -> Page:
    block = Block(page.width, page.height, (Rule(*ends, 0.35, "#000000"),), "Artifact")
    return replace(page, placed=(*page.placed, ("", Placed(0, 0, block))))


def test_each_check_of_a_sheet_finds_its_fault():
    front, back = deck_of(8, "id-1", "letter")
    card: CardSize = load_size("id-1")
    first = cards_on(front)[0]
    line = cut_lines(front)[0]
    assert list(off_paper(_with_card(front, x=4 * MM)))
    assert list(off_paper(_with_rule(front, -1, 5, 9, 5)))
    assert list(out_of_register(front, _with_card(back, x=first.x)))
    assert list(out_of_register(_with_card(front, y=first.y + 0.1 * MM), back))
    middle = first.y + card.height / 2
    assert list(marks_inside(_with_rule(front, first.x - 9, middle, first.x + 2, middle)))
    assert list(drawn_twice(_with_rule(front, *line)))
    assert list(uncut(back))
