"""The cards of every routine, in every size, on every paper."""

import pytest
from checks import deck_faults, faces, parts
from geometry import paragraphs
from samples import LIBRARY, ROUTINES, SHEETS, SIZES, deck_of, size_of

from cardgen.documents.cards import CardsRequest
from cardgen.library.sizes import find_size
from cardgen.model.page import Picture


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("routine", ROUTINES)
def test_cards_are_sound_and_all_there_in_order(routine, size):
    sample = deck_of(CardsRequest((routine,), size, "a4"))
    card = find_size(size, LIBRARY)
    assert list(deck_faults(sample.document.pages, sample.content, card)) == []


@pytest.mark.parametrize("size", SIZES)
def test_a_card_of_every_stretch_is_sound(size):
    every = tuple(LIBRARY.stretches)
    assert len(every) >= 18
    sample = deck_of(CardsRequest(every, size, "a4"))
    card = find_size(size, LIBRARY)
    assert list(deck_faults(sample.document.pages, sample.content, card)) == []


@pytest.mark.parametrize("sheet", SHEETS)
def test_cards_on_a_maker_s_sheet_are_sound(sheet):
    request = CardsRequest(("post-run",), sheet=sheet)
    card = size_of(request)
    sample = deck_of(request)
    assert list(deck_faults(sample.document.pages, sample.content, card)) == []


@pytest.mark.parametrize("size", SIZES)
def test_the_first_face_of_each_card_has_the_name_the_dose_and_the_picture(size):
    sample = deck_of(CardsRequest(("post-run",), size))
    cards = parts(sample.document.pages)
    _, *fronts, _ = [sides[0] for sides in cards.values()]
    for front, move in zip(fronts, sample.content.moves, strict=True):
        texts = [paragraph.text for paragraph in paragraphs([front])]
        shown = [mark for mark, _, _ in front.block.marks() if isinstance(mark, Picture)]
        assert {move.name.plain, move.short_name.plain} & set(texts)
        assert move.dose.figure in texts
        assert {mark.artwork for mark in shown} <= {picture.artwork for picture in move.pictures}
        assert shown


@pytest.mark.parametrize("size", SIZES)
def test_the_safety_card_says_every_sign(size):
    sample = deck_of(CardsRequest(("gym-bag",), size))
    said = " ".join(p.text for p in paragraphs(parts(sample.document.pages)["safety"])).lower()
    safety = LIBRARY.safety["low-back"].value
    signs = [sign.text for _, _, level in safety.by_urgency(LIBRARY.levels) for sign in level.signs]
    assert len(signs) >= 20
    assert [sign for sign in signs if sign.lower() not in said] == []


def test_stretches_named_one_by_one_make_cards_in_that_order():
    sample = deck_of(CardsRequest(("pelvic-tilt", "cat-cow"), "poker"))
    assert list(parts(sample.document.pages)) == ["cover", "1", "2", "safety"]
    assert [move.id for move in sample.content.moves] == ["pelvic-tilt", "cat-cow"]
    size = find_size("poker", LIBRARY)
    assert list(deck_faults(sample.document.pages, sample.content, size)) == []
    assert len(faces(sample.document.pages)) % 2 == 0
