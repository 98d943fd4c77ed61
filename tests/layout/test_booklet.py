"""The booklet of every routine: sound pages, all of its words, nothing under its floor."""

from itertools import pairwise

import pytest
from checks import text_faults, without_repeats
from geometry import boxes, misshapen, outside, overlaps
from given import booklet_given
from samples import LIBRARY, LOCALE, PAPERS, ROUTINES, booklet_of, library_with, paper_of

from cardgen.compose.booklet import booklet_words
from cardgen.documents.booklet import BookletRequest
from cardgen.errors import DoesNotFitError, InvalidDataError
from cardgen.layout.booklet.sheet import ORDER, booklet_size
from cardgen.model.page import Placed

WORDS = booklet_words(LOCALE)
SOME = ["cat-cow", "pelvic-tilt", "glute-bridge", "bird-dog"]


def fitted(paper="letter", targets=("gym-bag",), library=LIBRARY, **asked):
    return booklet_of(BookletRequest(tuple(targets), paper, **asked), library)


def pages_of(document):
    """Return the pages of the booklet in order, each as it is read."""
    (sheet,) = document.pages
    return [Placed(0, 0, placed.block) for part, placed in sheet.placed if part]


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize(
    "targets", [*[(routine,) for routine in ROUTINES], SOME[:1], SOME], ids="-".join
)
def test_every_page_is_sound_and_every_word_there(targets, paper):
    booklet = fitted(paper, targets)
    size, pages = booklet_size(paper_of(paper)), pages_of(booklet.document)
    assert len(pages) == 8
    safe = (size.safe, size.safe, size.width - size.safe, size.height - size.safe)
    faults = []
    for page in pages:
        found = boxes([page])
        faults += [*outside(found, safe), *overlaps(found), *misshapen(found)]
    texts = without_repeats(pages)
    faults += text_faults(texts, booklet_given(booklet.content, WORDS))
    assert faults == []
    assert booklet.body >= 6.5


def test_each_of_six_pages_has_one_move_and_more_moves_share_the_last():
    for count, shared in ((5, 0), (6, 0), (7, 1), (8, 2)):
        routine = ("core-1",) if count > 5 else ("gym-bag",)
        skip = tuple(move.id for move in fitted(targets=routine).content.moves[count:])
        booklet = fitted(targets=routine, skip=skip)
        assert len(booklet.content.moves) == count
        heads = [
            [block.text for block in without_repeats([page]) if "H1" in block.roles]
            for page in pages_of(booklet.document)
        ]
        assert [len(head) for head in heads[1:7]].count(4) == shared


def test_a_page_that_is_left_over_has_boxes_to_tick():
    booklet = fitted(targets=SOME)
    texts = [t.text for page in pages_of(booklet.document) for t in without_repeats([page])]
    assert [t for t in texts if t.startswith("Week ")] == [f"Week {n}" for n in range(1, 9)]


def test_the_pages_go_round_the_cut_and_share_their_folds():
    assert sorted(ORDER) == [(row, column) for row in range(2) for column in range(4)]
    for (row, column), (next_row, next_column) in pairwise(ORDER):
        assert abs(row - next_row) + abs(column - next_column) == 1


STEPS = LIBRARY.stretches["cat-cow"].value.steps


@pytest.mark.parametrize(
    ("asked", "error", "said"),
    [
        ({"skip": ("cover",)}, InvalidDataError, "a booklet has its cover"),
        (
            {"targets": tuple(LIBRARY.stretches)[:15]},
            DoesNotFitError,
            "a booklet has room for 12 moves, and here are 15",
        ),
        (
            {"library": library_with("cat-cow", steps=STEPS * 4)},
            DoesNotFitError,
            "cat-cow.yaml:",
        ),
    ],
)
def test_what_does_not_fit_is_refused(asked, error, said):
    with pytest.raises(error) as refused:
        fitted(**asked)
    assert said in str(refused.value)
