"""Each check of a page finds the fault that it is there for."""

from dataclasses import replace

import pytest
from checks import deck_faults, handout_faults
from samples import LIBRARY, deck_of, handout_of

from cardgen.documents.cards import CardsRequest
from cardgen.documents.handout_request import HandoutRequest
from cardgen.library.sizes import find_size
from cardgen.model.page import Block, Line, Page, Picture, Placed

SIZE = find_size("poker", LIBRARY)


def changed(block: Block, kind, change) -> Block:
    """Return a block with the first mark of a kind changed, or left out for None."""
    kids, done = [], False
    for kid in block.kids:
        new = kid
        if not done and isinstance(kid, Placed):
            new = replace(kid, block=changed(kid.block, kind, change))
            done = new != kid
        elif not done and isinstance(kid, kind):
            new, done = change(kid), True
        kids += [] if new is None else [new]
    return replace(block, kids=tuple(kids))


def page_with(page: Page, kind, change) -> Page:
    """Return a page with the first mark of a kind changed."""
    placed = list(page.placed)
    for i, (part, whole) in enumerate(placed):
        block = changed(whole.block, kind, change)
        if block != whole.block:
            placed[i] = part, replace(whole, block=block)
            break
    return replace(page, placed=tuple(placed))


def smaller(line: Line) -> Line:
    return replace(line, runs=tuple(run._replace(size=run.size / 8) for run in line.runs))


def misspelt(line: Line) -> Line:
    return replace(line, runs=(line.runs[0]._replace(text="wrong "), *line.runs[1:]))


MARKS = {
    "outside": (Line, lambda line: replace(line, x=-400)),
    "overlap": (Picture, lambda picture: replace(picture, x=picture.x + 100)),
    "shape": (Picture, lambda picture: replace(picture, height=picture.height / 2)),
    "floor": (Line, smaller),
    "text 1 is": (Line, misspelt),
    "texts laid out": (Line, lambda _: None),
}


@pytest.mark.parametrize("fault", MARKS)
def test_a_fault_in_a_handout_is_found(fault):
    sample = handout_of(HandoutRequest("gym-bag"))
    first, *others = sample.document.pages
    pages = [page_with(first, *MARKS[fault]), *others]
    assert faults_named(fault, handout_faults(pages, sample.content, sample.sides, sample.layout))


ON_CARDS = {**MARKS, "overlap": (Picture, lambda picture: replace(picture, y=picture.y + 70))}


@pytest.mark.parametrize("fault", ON_CARDS)
def test_a_fault_on_a_card_is_found(fault):
    sample = deck_of(CardsRequest(("gym-bag",), "poker"))
    front, *others = sample.document.pages
    pages = (page_with(front, *ON_CARDS[fault]), *others)
    assert faults_named(fault, deck_faults(pages, sample.content, SIZE))


def faults_named(fault, found):
    # A text that is left out shows as the next one in its place.
    names = ("texts laid out", "text 1 is") if fault == "texts laid out" else (fault,)
    return [line for line in found if any(name in line for name in names)]


@pytest.mark.parametrize("swap", [(0, 1), (1, 3)])
def test_cards_out_of_order_are_found(swap):
    sample = deck_of(CardsRequest(("gym-bag",), "poker"))
    front, back, *others = sample.document.pages
    placed = list(front.placed)
    one, other = swap
    placed[one], placed[other] = placed[other], placed[one]
    backs = list(back.placed)
    backs[one], backs[other] = backs[other], backs[one]
    pages = (
        replace(front, placed=tuple(placed)),
        replace(back, placed=tuple(backs)),
        *others,
    )
    found = deck_faults(pages, sample.content, SIZE)
    assert faults_named("cards are", found)


def test_swapped_paragraphs_are_found():
    sample = handout_of(HandoutRequest("gym-bag"))
    page, *behind = sample.document.pages
    first, second, *others = page.placed
    swapped = replace(page, placed=(second, first, *others))
    faults = handout_faults([swapped, *behind], sample.content, sample.sides, sample.layout)
    assert faults_named("text 1 is", faults)


def test_a_text_that_is_said_twice_is_found():
    sample = handout_of(HandoutRequest("gym-bag"))
    *before, page = sample.document.pages
    twice = replace(page, placed=(*page.placed, page.placed[-1]))
    faults = handout_faults([*before, twice], sample.content, sample.sides, sample.layout)
    assert faults_named("texts laid out", faults)
