"""Pages depend on what definitions say, and never on an id that may mean something else."""

import gc
from dataclasses import replace

from holders import holders
from merged import pages_with

from cardgen.documents import cards, handout
from cardgen.documents.cards import CardsRequest
from cardgen.documents.handout_request import HandoutRequest
from cardgen.model.routine import Item


def with_moves(library, *moves):
    """Return a library with a routine "visit" of these stretches."""
    record = library.routines["post-run"]
    value = record.value.model_copy(update={"items": tuple(Item(stretch=id_) for id_ in moves)})
    visit = replace(record, id="visit", value=value)
    return replace(library, routines={**library.routines, "visit": visit})


def document_of(library, **request):
    shared, *_ = handout.split(HandoutRequest(**request), library)
    return handout.lay_out(shared, library).documents[0]


def said(document):
    return "".join(line.text for page in document.pages for line in page.all_lines())


def test_other_moves_under_the_same_id_are_other_pages(library):
    first = document_of(with_moves(library, "cat-cow", "bird-dog"), routine="visit")
    second = document_of(with_moves(library, "heel-slide", "glute-bridge"), routine="visit")
    assert first != second
    assert "Cat-Cow" in said(first)
    assert "Cat-Cow" not in said(second)
    assert "Heel Slide" in said(second)
    again = document_of(with_moves(library, "cat-cow", "bird-dog"), routine="visit")
    assert again == first


def test_another_text_under_the_same_id_is_another_page_and_card(library):
    record = library.stretches["cat-cow"]
    value = record.value.model_copy(update={"name": "Cat and Cow", "cue": "Head leads."})
    changed = {**library.stretches, "cat-cow": replace(record, value=value)}
    other = replace(library, stretches=changed)
    assert "Cat and Cow" in said(document_of(other, routine="gym-bag"))
    assert "Cat and Cow" not in said(document_of(library, routine="gym-bag"))
    request = CardsRequest(("gym-bag",))
    decks = [cards.lay_out(request, one).documents[0] for one in (library, other)]
    assert ["head leads." in said(deck) for deck in decks] == [False, True]


def test_another_picture_in_a_file_of_the_same_name_is_another_page(project):
    project.borrow("stretches/cat-cow.yaml")
    before = document_of(project.library(), routine="gym-bag")
    picture = project.folder / "images" / "cat-cow-cat.svg"
    other = project.folder / "images" / "cat-cow-cow.svg"
    assert picture.read_bytes() != other.read_bytes()
    picture.write_bytes(other.read_bytes())
    assert document_of(project.library(), routine="gym-bag") != before


def test_no_object_holds_the_words_of_a_person_when_their_page_is_made(library):
    # Put together here, so that it is no constant of this test.
    word = "arbeZ"[::-1]

    def make():
        request = HandoutRequest(
            recipient=f"{word} Quux",
            note=f"{word} note",
            next_visit=f"after {word}",
            changes={"figure-four": {"dose": {"note": f"{word} dose"}}},
        )
        shared, words, *_ = handout.split(request, library)
        (document,) = handout.lay_out(shared, library).documents
        return said(replace(document, pages=pages_with(document, words)))

    # Its back has the name again.
    assert make().count(word) == 5
    gc.collect()
    assert holders(f"{word} ") == []
    assert holders(f"after {word}") == []
