"""Conditions in every kind of document."""

import pytest
from pypdfium2 import PdfDocument

from cardgen.api import render
from cardgen.documents import handout
from cardgen.documents.booklet import BookletRequest
from cardgen.documents.cards import CardsRequest
from cardgen.documents.handout_request import HandoutRequest
from cardgen.documents.poster import PosterRequest
from cardgen.errors import InvalidDataError
from cardgen.model.arrangement import Arrangement

KINDS = [
    (CardsRequest, lambda id_: (id_,)),
    (BookletRequest, lambda id_: (id_,)),
    (PosterRequest, str),
]
STOP = "Use the sheet of your surgery team."


@pytest.mark.parametrize(
    "arrangement",
    [{}, {"layout": "grid"}, {"layout": "list"}, {"pages": 2}, {"pages": 1},
     {"large_print": True}],
)  # fmt: skip
def test_a_page_without_moves_is_laid_out_in_every_way(library, arrangement):
    request = HandoutRequest(
        "core-1", conditions=("recent-surgery",), arrangement=Arrangement(**arrangement)
    )
    shared, *_ = handout.split(request, library)
    assert "0 moves" in handout.lay_out(shared, library).facts


@pytest.mark.parametrize(("kind", "named"), KINDS)
def test_what_is_nothing_without_moves_is_refused_with_the_words(library, kind, named):
    with pytest.raises(InvalidDataError) as refusal:
        render(kind(named("core-1"), conditions=("recent-surgery",)), library)
    (problem,) = refusal.value.problems
    assert str(problem).startswith(f"conditions: there are no moves for this: {STOP} A handout ")


@pytest.mark.parametrize(("kind", "named"), KINDS)
def test_a_condition_holds_for_every_kind_of_document(library, kind, named):
    made = render(kind(named("core-3"), conditions=("osteoporosis",)), library)
    said = " ".join(" ".join(_words(made.content)).split())
    assert "Left out for weak bones:" in said
    assert "Flare or new pain" not in said
    assert "Late pregnancy" not in said


def _words(content):
    with PdfDocument(content) as document:
        for page in document:
            yield page.get_textpage().get_text_bounded().replace("\r\n", " ")
