"""Cards on sheets of paper: in the middle, in register, easy to cut, from where a person says."""

from dataclasses import replace

import pytest
from geometry import boxes, tidy
from samples import LIBRARY, SIZES, paper_of, size_of
from sheet_checks import (
    HAIR,
    MARGIN,
    advice_on,
    cards_on,
    crooked,
    cut_lines,
    drawn_twice,
    lie_on_each_other,
    marks_inside,
    off_paper,
    rules_on,
    uncut,
)
from sheet_samples import (
    each_paper,
    each_plain,
    each_sheet,
    faults_of,
    full,
    laid,
    out_of_register,
    outside_margin,
    pages_of,
)

from cardgen.documents.cards import CardsRequest
from cardgen.errors import DoesNotFitError, InvalidDataError
from cardgen.layout.imposition.grid import plain_grid
from cardgen.library.sizes import find_sheet, find_size
from cardgen.model.design import MM
from cardgen.model.page import Block, Page, Placed, Rule


@each_paper
def test_a_full_sheet_lies_in_the_middle_of_the_paper(request_):
    front, *_ = pages_of(full(request_), request_)
    uneven = request_.sheet is not None and find_sheet(request_.sheet, LIBRARY)[0].uneven
    assert len(cards_on(front)) >= 1
    assert bool(list(crooked(front))) == uneven


@each_plain
def test_plain_paper_holds_as_many_cards_as_there_is_room_for_off_its_edges(request_):
    size, paper = size_of(request_), paper_of(request_.paper)
    front, *_ = pages_of(full(request_), request_)
    assert list(outside_margin(front)) == []
    most = max(
        int((paper.width - 2 * MARGIN) / a + 1e-6) * int((paper.height - 2 * MARGIN) / b + 1e-6)
        for a, b in ((size.width, size.height), (size.height, size.width))
    )
    assert plain_grid(paper, size.width, size.height, count=most, margin=MARGIN).count == most


@pytest.mark.parametrize(
    ("size", "paper", "count", "columns", "rows", "turn"),
    [
        ("id-1", "a4", 8, 2, 5, 0),
        ("id-1", "letter", 8, 2, 4, 0),
        ("id-1", "letter", 9, 3, 3, 270),  # on their side, nine fit one sheet
        ("business", "letter", 8, 2, 5, 0),
        ("a6", "a4", 1, 1, 1, 0),
        ("a6", "a4", 2, 1, 2, 270),
    ],
)
def test_cards_lie_on_their_side_only_where_that_saves_paper(
    size, paper, count, columns, rows, turn
):
    card, sheet = find_size(size, LIBRARY), paper_of(paper)
    grid = plain_grid(sheet, card.width, card.height, count=count, margin=MARGIN)
    assert (grid.columns, grid.rows, grid.turn) == (columns, rows, turn)


def test_a_card_larger_than_the_paper_is_refused():
    with pytest.raises(DoesNotFitError) as error:
        laid(1, CardsRequest(size="200x280mm"))
    assert "10.7 mm too large for Letter" in str(error.value)


@each_paper
@pytest.mark.parametrize("edge", ["long", "short"])
def test_every_number_of_cards_is_placed_in_order_in_register_and_can_be_cut(request_, edge):
    most = full(request_)
    for count in range(1, most + 3):
        pages = pages_of(count, request_, duplex=edge, cut="lines")
        for side in (pages[::2], pages[1::2]):
            order = [part for page in side for part, _ in page.placed if part]
            assert order == [str(number) for number in range(count)]
        for front, back in zip(pages[::2], pages[1::2], strict=True):
            faults = [*faults_of(front), *faults_of(back), *uncut(front)]
            assert [*faults, *out_of_register(front, back, edge)] == []


@each_paper
def test_cards_are_read_along_the_rows_of_the_front(request_):
    front, *_ = pages_of(full(request_), request_)
    places = [(card.y, card.x) for card in cards_on(front)]
    assert places == sorted(places)


@each_sheet
def test_the_first_card_goes_to_the_place_that_is_asked_for(request_):
    most = full(request_)
    whole = [placed.bounds for placed in cards_on(pages_of(most, request_)[0])]
    for start in {2, most} if most > 1 else ():
        pages = pages_of(most, request_, start_at=start)
        first, second = pages[0], pages[2]
        assert [placed.bounds for placed in cards_on(first)] == whole[start - 1 :]
        assert [placed.bounds for placed in cards_on(second)] == whole[: start - 1]
        assert list(out_of_register(first, pages[1])) == []
    with pytest.raises(InvalidDataError, match=f"from 1 to {most}"):
        laid(1, request_, start_at=most + 1)


@each_paper
def test_split_sides_are_two_files_of_the_same_sheets(request_):
    together = pages_of(3, request_)
    apart = laid(3, request_, split=True)
    fronts, backs = apart.files
    assert apart.duplex == "none"
    for one, other in zip(together[::2], fronts, strict=True):
        assert cards_on(one) == cards_on(other)
    for one, other in zip(together[1::2], backs, strict=True):
        assert cards_on(one) == cards_on(other)


def test_without_duplex_all_fronts_come_before_all_backs():
    pages = pages_of(9, CardsRequest(size="business", paper="a4"), duplex="none", start_at=6)
    assert len(pages) == 4
    assert [len(cards_on(page)) for page in pages] == [5, 4, 5, 4]


@each_paper
def test_on_the_short_edge_a_card_still_turns_like_the_page_of_a_book(request_):
    front, back = pages_of(2, request_, duplex="short")[:2]
    long_back = pages_of(2, request_)[1]
    turns = {(f.turn, b.turn) for f, b in zip(cards_on(front), cards_on(back), strict=True)}
    assert turns <= {(0, 180), (270, 270)}
    assert {placed.turn for placed in cards_on(long_back)} <= {0, 90}


@each_paper
@pytest.mark.parametrize("count", [1, 2, 8])
def test_the_hint_can_be_printed_and_its_ruler_is_as_long_as_it_says(request_, count):
    for page in pages_of(count, request_)[::2]:
        (hint,) = advice_on(page)
        left, top, right, low = hint.bounds
        assert min(left, top, page.width - right, page.height - low) >= MARGIN - HAIR
        for x, y, x2, y2 in [card.bounds for card in cards_on(page)] + rules_on(page):
            assert right <= x or left >= x2 or low <= y or top >= y2
        ruled = [m.x2 - m.x for m, _, _ in hint.block.marks() if isinstance(m, Rule)]
        assert max(ruled) == pytest.approx(50 * MM)
        words = tidy("".join(box.mark.text for box in boxes([Placed(0, 0, hint.block)])))
        assert "100 %" in words
        assert "50 mm" in words


@each_sheet
def test_nothing_is_printed_on_what_is_left_of_a_maker_s_sheet(request_):
    sheet, _ = find_sheet(request_.sheet, LIBRARY)
    if not sheet.precut:
        return
    whole = [placed.bounds for placed in cards_on(pages_of(full(request_), request_)[0])]
    front, back = pages_of(1, request_, start_at=2)
    for page in (front, back):
        for placed in advice_on(page):
            x, y, x2, y2 = placed.bounds
            assert all(x2 <= a or x >= c or y2 <= b or y >= d for a, b, c, d in whole)


@pytest.mark.parametrize(("sheet", "fits"), [("avery-8373", True), ("avery-5371", False)])
def test_colour_never_reaches_the_next_card(sheet, fits):
    if fits:
        assert len(pages_of(2, CardsRequest(sheet=sheet), bleed=3 * MM)) == 2
        return
    with pytest.raises(InvalidDataError, match="the colour of one would reach the next"):
        laid(2, CardsRequest(sheet=sheet), bleed=3 * MM)


def test_fold_over_cards_have_their_back_beside_their_front():
    (page,) = pages_of(2, CardsRequest(), fold=True)
    assert len(cards_on(page)) == 2
    for placed in cards_on(page):
        front, back, fold = placed.block.kids
        assert (front.x, back.x) == (0, front.block.width)
        (line,) = fold.block.kids
        assert (line.x, line.x2) == (back.x, back.x)
        assert (line.y, line.y2) == (0, front.block.height)
        assert line.dash
        assert placed.turn == 0
    assert faults_of(page) == []


@pytest.mark.parametrize("size", SIZES)
def test_all_of_a_bleed_can_be_printed(size):
    page = pages_of(9, CardsRequest(size=size, paper="a4"), bleed=3 * MM)[0]
    for placed in cards_on(page):
        left, top, right, low = placed.bounds
        edge = min(left, top, page.width - right, page.height - low)
        assert edge >= MARGIN + 3 * MM - HAIR


def test_each_face_can_be_a_page_with_its_bleed():
    size = find_size("id-1", LIBRARY)
    pages = pages_of(2, CardsRequest(), single=True, bleed=3 * MM)
    assert len(pages) == 4
    for page in pages:
        assert page.width == pytest.approx(size.width + 6 * MM)
        assert page.trim == pytest.approx(
            (3 * MM, 3 * MM, 3 * MM + size.width, 3 * MM + size.height)
        )


def _with_card(page: Page, **changes) -> Page:
    (part, placed), *others = page.placed
    return replace(page, placed=((part, replace(placed, **changes)), *others))


def _with_rule(page: Page, *ends: float) -> Page:
    block = Block(page.width, page.height, (Rule(*ends, 0.35, "#000000"),), "Artifact")
    return replace(page, placed=(*page.placed, ("", Placed(0, 0, block))))


def test_each_check_of_a_sheet_finds_its_fault():
    front, back = pages_of(8, CardsRequest())
    card = find_size("id-1", LIBRARY)
    first, second = cards_on(front)[:2]
    line = cut_lines(front)[0]
    assert list(off_paper(_with_card(front, x=-1)))
    assert list(off_paper(_with_rule(front, 9, 40, 9, 50)))
    assert list(lie_on_each_other(_with_card(front, x=second.x - 9)))
    assert list(crooked(_with_card(front, x=first.x - 1)))
    assert list(out_of_register(front, _with_card(back, x=first.x)))
    assert list(out_of_register(_with_card(front, y=first.y + 0.1 * MM), back))
    middle = first.y + card.height / 2
    assert list(marks_inside(_with_rule(front, first.x - 9, middle, first.x + 2, middle)))
    assert list(drawn_twice(_with_rule(front, *line)))
    assert list(uncut(back))
