"""Sources are numbered once, in the order in which the pages are read."""

from dataclasses import replace

import pytest

from cardgen.documents import cards, handout
from cardgen.documents.cards import CardsRequest
from cardgen.documents.handout_request import HandoutRequest
from cardgen.model.arrangement import LAYOUTS, Arrangement
from cardgen.paths import built_in, definition_ids

ARRANGEMENTS = [
    Arrangement(),
    *(Arrangement(layout, pages) for layout in LAYOUTS for pages in (None, 2)),
]
ROUTINES = definition_ids("routines", built_in())
assert len(ROUTINES) >= 6


def runs(document):
    return [run for page in document.pages for line in page.all_lines() for run in line.runs]


def markers(document):
    """Return the number that stands at each place that leads to a source, and the source."""
    linked = [run for run in runs(document) if run.link and run.link.startswith("#")]
    return [(int(run.text), run.link.removeprefix("#")) for run in linked]


def listed(document):
    """Return the ids of the list of sources, in its order."""
    anchors = []
    for page in document.pages:
        waiting = [placed.block for _, placed in page.placed]
        while waiting:
            block = waiting.pop(0)
            anchors += [block.anchor] if block.anchor else []
            waiting[:0] = [kid.block for kid in block.kids if hasattr(kid, "block")]
    return anchors


def document_of(library, **request):
    shared, *_ = handout.split(HandoutRequest(**request), library)
    (document,) = handout.lay_out(shared, library).documents
    return document


@pytest.mark.parametrize("arrangement", ARRANGEMENTS, ids=str)
@pytest.mark.parametrize("routine", ROUTINES)
def test_numbers_ascend_as_they_are_read_whatever_a_person_has(library, routine, arrangement):
    for condition in (None, *library.conditions):
        conditions = (condition,) if condition else ()
        document = document_of(
            library, routine=routine, arrangement=arrangement, conditions=conditions
        )
        found = markers(document)
        first = dict.fromkeys(found)
        assert [number for number, _ in first] == list(range(1, len(first) + 1)), condition
        assert [source for _, source in first] == listed(document), condition
        assert len(first) >= 5


@pytest.mark.parametrize("routine", ROUTINES)
def test_large_print_lists_its_sources_without_numbers(library, routine):
    large = document_of(library, routine=routine, arrangement=Arrangement(large_print=True))
    sources = listed(large)
    assert markers(large) == []
    assert len(sources) == len(set(sources))
    both = document_of(library, routine=routine, arrangement=Arrangement(pages=2))
    assert set(listed(both)) <= set(sources)


def test_a_log_codes_and_one_person_s_moves_change_no_number(library):
    film = {"video": "https://films.example/move"}
    filmed = {
        id_: replace(record, value=record.value.model_copy(update=film))
        for id_, record in library.stretches.items()
    }
    library = replace(library, stretches=filmed)
    document = document_of(
        library, log_days=28, qr="moves", blank=True, add=("bird-dog",), without=("cat-cow",)
    )
    assert [source for _, source in dict.fromkeys(markers(document))] == listed(document)


def test_the_back_goes_on_with_the_numbers_of_the_front(library):
    document = document_of(library, arrangement=Arrangement(pages=2))
    front, back = document.pages
    on_front = {
        run.link for line in front.all_lines() for run in line.runs if run.rise and run.link
    }
    on_back = [run.link for line in back.all_lines() for run in line.runs if run.rise and run.link]
    new = [link for link in dict.fromkeys(on_back) if link not in on_front]
    order = [f"#{source}" for source in listed(document)]
    assert new
    assert order == [*order[: len(on_front)], *new]
    assert set(order[: len(on_front)]) == on_front


def test_cards_have_no_numbers_of_sources(library):
    made = cards.lay_out(CardsRequest(("post-run",)), library)
    assert [markers(document) for document in made.documents] == [[]]
