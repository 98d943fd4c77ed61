"""What printers reach: margins of documents, and what is told where they are not kept."""

import pytest
from geometry import boxes, outside, page_blocks
from samples import LIBRARY

from cardgen.documents import KINDS
from cardgen.documents.booklet import BookletRequest
from cardgen.documents.cards import CardsRequest
from cardgen.documents.poster import PosterRequest
from cardgen.model.design import MM
from cardgen.model.printer import PrinterProfile
from cardgen.model.printing import SheetOptions

WIDE = 12.7 * MM


def laid_out(request):
    kind = KINDS[request.kind]
    return kind.lay_out(kind.split(request, LIBRARY).shared, LIBRARY)


@pytest.mark.parametrize(
    "request_", [CardsRequest(margin=WIDE), PosterRequest(margin=WIDE)], ids=lambda r: r.kind
)
def test_nothing_stands_nearer_to_an_edge_than_a_printer_reaches(request_):
    for document in laid_out(request_).documents:
        for page in document.pages:
            frame = (WIDE, WIDE, page.width - WIDE, page.height - WIDE)
            assert list(outside(boxes(page_blocks(page)), frame)) == []


def test_a_deck_that_needs_more_than_some_printers_reach_says_so():
    said = "down to 5.0 mm from the edge, where some printers stop at 12.7"
    assert said in laid_out(BookletRequest()).facts
    facts = laid_out(CardsRequest(size="poker")).facts
    assert any("from the edge, where some printers stop at 12.7" in str(f) for f in facts)
    wide = laid_out(CardsRequest(margin=WIDE)).facts
    assert not any("some printers" in str(fact) for fact in wide)


def test_a_measured_printer_is_heeded_by_each_kind():
    printer = PrinterProfile.model_validate({"x": "1 mm", "margin": "9 mm"})
    for request in (PosterRequest(printer=printer), CardsRequest(printer=printer)):
        (document,) = laid_out(request).documents
        assert document.pages[0].correction == printer.front


@pytest.mark.parametrize(
    "asked", [{"options": SheetOptions(single=True)}, {"sheet": "avery-5371"}], ids=str
)
def test_a_margin_does_not_go_with_cards_that_have_their_place(asked):
    with pytest.raises(Exception, match="do not go together"):
        CardsRequest(margin=WIDE, **asked)
