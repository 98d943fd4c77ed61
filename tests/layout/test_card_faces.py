"""The faces of cards: what each size shows where, a corner for a ring, and colour that bleeds."""

from dataclasses import replace

import pytest
from checks import deck_faults, faces
from geometry import boxes
from samples import LIBRARY, SIZES, deck_of

from cardgen.documents.cards import CardsRequest
from cardgen.layout.cards.frame import HOLE, HOLE_EDGE
from cardgen.layout.imposition.bleed import bled
from cardgen.library.sizes import find_size
from cardgen.model.design import MM
from cardgen.model.page import Block, Picture, Placed, Rect
from cardgen.model.printing import SheetOptions

HOLED = SheetOptions(hole=True)


def zone(back, size):
    """Return where the hole is, with a millimetre round it."""
    left = size.width - HOLE_EDGE - HOLE if back else HOLE_EDGE
    return left - MM, HOLE_EDGE - MM, left + HOLE + MM, HOLE_EDGE + HOLE + MM


@pytest.mark.parametrize("routine", ["gym-bag", "core-3"])
@pytest.mark.parametrize("size", SIZES)
def test_words_and_pictures_keep_clear_of_the_ring_on_both_sides(size, routine):
    card = find_size(size, LIBRARY)
    sample = deck_of(CardsRequest((routine,), size, "a4", options=HOLED))
    pages = sample.document.pages
    for back in (False, True):
        for page in pages[back::2]:
            left, top, right, low = zone(back, card)
            for _, placed in page.placed:
                if placed.block.width != card.width:
                    continue
                for box in boxes([Placed(0, 0, placed.block)]):
                    x, y, x2, y2 = box.bounds
                    clear = x >= right or x2 <= left or y >= low or y2 <= top
                    assert clear, f"{box} on the {'back' if back else 'front'}"
    assert list(deck_faults(pages, sample.content, card)) == []


def test_the_hole_is_at_the_same_place_of_a_card_on_both_sides():
    card = find_size("poker", LIBRARY)
    front, back = deck_of(CardsRequest(size="poker", options=HOLED)).document.pages[:2]
    for one, other in zip(faces((front,)), faces((back,)), strict=True):
        (left,), (right,) = holes(one.block), holes(other.block)
        assert left == pytest.approx(card.width - right - HOLE)
    plain = deck_of(CardsRequest(size="poker")).document.pages[0]
    assert not any(holes(placed.block) for placed in faces((plain,)))


def holes(face: Block):
    grounds = [(m, x) for m, x, _ in face.marks() if isinstance(m, Rect)]
    return [x + m.x for m, x in grounds if m.width == HOLE and m.radius == HOLE / 2]


@pytest.mark.parametrize("size", SIZES)
def test_steps_stand_beside_the_picture_on_a_large_card_and_behind_it_on_a_small_one(size):
    card = find_size(size, LIBRARY)
    sample = deck_of(CardsRequest(("gym-bag",), size, "a4"))
    move = sample.content.moves[0]
    (front,) = [
        placed.block
        for page in sample.document.pages[::2]
        for part, placed in page.placed
        if part == "1"
    ]
    found = boxes([Placed(0, 0, front)])
    labels = [box for box in found if not isinstance(box.mark, Picture) and box.mark.text == "2. "]
    pictures = [box for box in found if isinstance(box.mark, Picture)]
    assert card.holds_steps == (size in ("index-3x5", "index-4x6", "a6", "a5"))
    assert bool(labels) == card.holds_steps
    assert pictures
    for label in labels:
        assert all(label.bounds[0] > picture.bounds[2] for picture in pictures)
    if card.holds_steps:
        texts = " ".join(box.mark.text for box in found if not isinstance(box.mark, Picture))
        assert move.steps[-1].plain.split()[0] in texts


def test_grounds_at_the_edge_reach_beyond_it_and_no_others():
    edge = Rect(0, 0, 40, 100, fill="#123456")
    inner, frame = replace(edge, x=10, y=10, width=5), replace(edge, fill=None, stroke="#000000")
    inside = Block(60, 100, (inner, frame))
    face = Block(100, 100, (Placed(0, 0, Block(40, 100, (edge,))), Placed(40, 0, inside)))
    first, second = (kid.block for kid in bled(face, 9).kids)
    assert first.kids[0].bounds == (-9, -9, 40, 109)
    assert second.kids == inside.kids
    assert bled(face, 0) == face


@pytest.mark.parametrize("size", SIZES)
def test_every_front_has_a_ground_that_bleeds(size):
    options = SheetOptions(single=True, bleed=3 * MM)
    pages = deck_of(CardsRequest(size=size, options=options)).document.pages
    for page in pages[:-2:2]:  # but the safety card, which is white
        ((_, placed),) = page.placed
        grounds = [
            (placed.x + x + mark.x, placed.y + y + mark.y)
            for mark, x, y in placed.block.marks()
            if isinstance(mark, Rect)
        ]
        if len(page.placed[0][0]) < 6:
            assert any(x == pytest.approx(0) for x, _ in grounds)


def test_copies_are_whole_decks_one_after_the_other():
    pages = deck_of(CardsRequest(options=SheetOptions(copies=2))).document.pages
    parts = list(dict.fromkeys(part for page in pages for part, _ in page.placed if part))
    once = ["cover", "1", "2", "3", "4", "5", "safety"]
    assert parts == [*once, *(f"{part} (2)" for part in once)]
