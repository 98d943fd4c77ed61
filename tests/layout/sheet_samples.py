"""Cards that hold nothing, on every paper and every maker's sheet."""

import pytest
from samples import LOCALE, PAPERS, SHEETS, SIZES, THEME, printing_of, size_of
from sheet_checks import (
    HAIR,
    MARGIN,
    cards_on,
    drawn_twice,
    lie_on_each_other,
    marks_inside,
    off_paper,
)

from cardgen.compose.hints import print_hints
from cardgen.documents.cards import CardsRequest
from cardgen.layout.imposition.impose import Card
from cardgen.layout.imposition.sheets import on_paper
from cardgen.layout.type_scale import type_scale
from cardgen.model.page import Block, Page

CUTS = ("marks", "lines", "outline", "none")
PLAIN = [CardsRequest(size=size, paper=paper) for size in SIZES for paper in PAPERS]
MADE = [CardsRequest(sheet=sheet) for sheet in SHEETS]


def name(request):
    return request.sheet or f"{request.size}-{request.paper}"


each_paper = pytest.mark.parametrize("request_", [*PLAIN, *MADE], ids=name)
each_plain = pytest.mark.parametrize("request_", PLAIN, ids=name)
each_sheet = pytest.mark.parametrize("request_", MADE, ids=name)


def laid(count, request, **options):
    """Return what becomes of `count` cards that hold nothing."""
    size, printing = size_of(request), printing_of(request, **options)
    blank = Block(size.width, size.height)
    cards = [Card(str(number), blank, blank) for number in range(count)]
    hints = print_hints(printing.options, LOCALE)
    return on_paper(cards, size, printing, hints, type_scale(THEME, 6.5))


def pages_of(count, request, **options):
    (pages,) = laid(count, request, **options).files
    return pages


def full(request):
    """Return how many cards a sheet holds that is filled with them."""
    count = laid(1, request).to_a_sheet
    return laid(count, request).to_a_sheet


def faults_of(page: Page):
    checks = (off_paper, lie_on_each_other, marks_inside, drawn_twice)
    return [fault for check in checks for fault in check(page)]


def out_of_register(front: Page, back: Page, edge="long"):
    """Yield cards whose sides do not meet when the paper is turned over on an edge."""
    for one, other in zip(cards_on(front), cards_on(back), strict=True):
        left, top, right, low = other.bounds
        if edge == "long":
            turned = (back.width - right, top, back.width - left, low)
        else:
            turned = (left, back.height - low, right, back.height - top)
        if any(abs(a - b) > HAIR for a, b in zip(one.bounds, turned, strict=True)):
            yield f"front at {one.bounds}, back at {turned}"


def outside_margin(page: Page):
    for card in cards_on(page):
        left, top, right, low = card.bounds
        if min(left, top, page.width - right, page.height - low) < MARGIN - HAIR:
            yield f"card at {left}, {top}"
