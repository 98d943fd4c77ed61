"""The booklet of every routine: sound pages, all of its words, nothing under its floor."""

from itertools import pairwise

import pytest
from checks import text_faults, without_repeats
from geometry import blocks, boxes, misshapen, outside, overlaps, page_blocks, paragraphs, tidy
from given import booklet_given
from samples import LIBRARY, LOCALE, PAPERS, ROUTINES, THEME, booklet_of, library_with, paper_of

from cardgen.compose.booklet import booklet_words
from cardgen.documents.booklet import BookletRequest
from cardgen.documents.spoken import spoken
from cardgen.errors import DoesNotFitError, InvalidDataError
from cardgen.layout.booklet.sheet import ORDER, booklet_size
from cardgen.layout.components.log import log_parts
from cardgen.layout.type_scale import type_scale
from cardgen.library.data import load_locale
from cardgen.model.design import MM
from cardgen.model.page import Placed, Rect

WORDS = booklet_words(LOCALE)
SOME = ["cat-cow", "pelvic-tilt", "glute-bridge", "bird-dog"]


def fitted(paper="letter", targets=("gym-bag",), library=LIBRARY, **asked):
    return booklet_of(BookletRequest(tuple(targets), paper, **asked), library)


def pages_of(document):
    """Return the pages of the booklet in order, each as it is read: of all its books."""
    placed = [one for sheet in document.pages for one in sheet.placed]
    return [Placed(0, 0, placed.block) for part, placed in placed if part]


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize(
    "targets", [*[(routine,) for routine in ROUTINES], SOME[:1], SOME], ids="-".join
)
def test_every_page_is_sound_and_every_word_there(targets, paper):
    booklet = fitted(paper, targets)
    size, pages = booklet_size(paper_of(paper)), pages_of(booklet.document)
    assert len(pages) == 8 * len(booklet.document.pages)
    safe = (size.safe, size.safe, size.width - size.safe, size.height - size.safe)
    faults = []
    for page in pages:
        found = boxes([page])
        faults += [*outside(found, safe), *overlaps(found), *misshapen(found)]
    told = paragraphs(pages)
    listed = {text.text for text in told}
    run_in = frozenset(
        move.id
        for move in booklet.content.moves
        if not all(tidy(one.plain) in listed for one in move.care)
    )
    # A list that is too long for its page is run in; most have room.
    assert len(run_in) <= len(booklet.content.moves) / 2
    faults += text_faults(told, booklet_given(booklet.content, WORDS, run_in))
    assert faults == []
    assert booklet.body >= 8


@pytest.mark.parametrize("paper", PAPERS)
def test_every_stretch_has_room_on_a_page(paper):
    """A list that is too long for its page is run in, and none of it is lost."""
    booklet = fitted(paper, tuple(LIBRARY.stretches))
    said = " ".join(t.text for t in paragraphs(pages_of(booklet.document)))
    for move in booklet.content.moves:
        ways = (move.care, move.brief)
        assert any(all(tidy(one.plain) in said for one in way) for way in ways), move.id


def test_each_book_has_the_whole_citation_of_every_source_of_its_signs():
    booklet = fitted()
    said = tidy(booklet.content.sources.plain)
    for sheet in booklet.document.pages:
        texts = [t for _, placed in sheet.placed for t in paragraphs([placed])]
        (found,) = [t for t in texts if t.text == said]
        assert min(line.size for line in found.lines) >= 6.5
    for source in booklet.content.safety.sources:
        assert tidy(source.plain) in said
    assert "Finucane LM, et al. J Orthop Sports Phys Ther 2020;50(7):" in said
    assert "nuffieldhealth.com. What is Cauda Equina Syndrome? · " in said


@pytest.mark.parametrize(("count", "books"), [(1, [1]), (3, [3]), (4, [2, 2]), (7, [3, 2, 2])])
def test_more_moves_than_pages_make_another_whole_book(count, books):
    targets = tuple(LIBRARY.stretches)[:count]
    sheets = fitted(targets=targets).document.pages
    heads = [
        [p for part, placed in sheet.placed if part for p in paragraphs([placed])]
        for sheet in sheets
    ]
    numbers = [[t.text for t in head if t.text.isdigit() and "H1" in t.roles] for head in heads]
    assert [len(found) for found in numbers] == books
    for head in heads:
        texts = " ".join(t.text for t in head)
        for said in ("Stop the move for", "Ask your doctor first", "Call 911", "ordinary visit"):
            assert texts.count(said) == 1


def test_the_signs_of_an_emergency_have_a_dark_page_off_the_edges_of_the_paper():
    size = booklet_size(paper_of("letter"))
    page = pages_of(fitted().document)[5]
    (dark,) = [(m, x, y) for m, x, y in page.block.marks() if isinstance(m, Rect)]
    mark, x, y = dark
    assert mark.fill == THEME.ink
    assert (x, y) == (size.safe, size.safe) == pytest.approx((5 * MM, 5 * MM))
    assert mark.height == pytest.approx(size.height - 2 * size.safe)
    texts = paragraphs([page])
    assert [t.text for t in texts].count("•") == 10
    assert min(run.size for t in texts for line in t.lines for run in line.runs) >= 8


@pytest.mark.parametrize("targets", [("gym-bag",), ("post-run",)])
def test_no_colour_runs_to_an_edge_of_a_page(targets):
    size = booklet_size(paper_of("letter"))
    grounds = [
        (x + mark.x, y + mark.y, x + mark.x + mark.width, y + mark.y + mark.height)
        for page in pages_of(fitted(targets=targets).document)
        for mark, x, y in page.block.marks()
        if isinstance(mark, Rect)
    ]
    assert len(grounds) > 10
    for left, top, right, low in grounds:
        assert min(left, top, size.width - right, size.height - low) > 5 * MM - 0.01


def test_a_page_that_is_left_over_has_boxes_to_tick():
    booklet = fitted(targets=SOME[:2])
    texts = [t.text for page in pages_of(booklet.document) for t in without_repeats([page])]
    assert [t for t in texts if t.startswith("Week ")] == [f"Week {n}" for n in range(1, 9)]


@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_names_of_days_in_a_log_stand_apart_and_are_heard_whole(language):
    locale = load_locale(language)
    log = booklet_words(locale).logs[0]
    grid = log_parts(log, 62 * MM, type_scale(THEME, 10))[1]
    heads = [
        (placed.x + line.x, line.width, placed.block.alt)
        for row in grid.kids[:1]
        for placed in row.block.kids
        for line in placed.block.all_lines()
    ]
    assert [alt for _, _, alt in heads] == list(locale.weekdays)
    for (start, width, _), (following, _, _) in pairwise(heads):
        assert following - start - width > 1.5


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
            {"library": library_with("cat-cow", short_steps=STEPS[:4] * 4)},
            DoesNotFitError,
            "cat-cow.yaml:",
        ),
    ],
)
def test_what_does_not_fit_is_refused(asked, error, said):
    with pytest.raises(error) as refused:
        fitted(**asked)
    assert said in str(refused.value)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("language", ["es", "vi", "zh", "ar"])
def test_what_cannot_wait_has_room_in_every_language_where_no_country_is_known(paper, language):
    asked = BookletRequest(("gym-bag",), paper, language=language)
    spoke = spoken(asked, LIBRARY)
    booklet = booklet_of(asked, spoke)
    assert len(pages_of(booklet.document)) == 16
    said = "".join(line.text for page in booklet.document.pages for line in page.all_lines())
    last = spoke.safety["low-back"].value.emergency.short[-1].text
    assert "".join(last.split()) in "".join(said.split())


def _names_a_condition(line):
    return any("bold" in run.face and ":" in run.text for run in line.runs)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("routine", ROUTINES)
def test_cautions_of_every_move_are_a_list_in_english(routine, paper):
    document = fitted(paper, (routine,), country="US").document
    items = [
        block
        for page in document.pages
        for placed in page_blocks(page)
        for block, _, _, _ in blocks(placed)
        if block.role == "LI" and any(_names_a_condition(line) for line in block.all_lines())
    ]
    assert items
    for item in items:
        roles = [kid.block.role for kid in item.kids if isinstance(kid, Placed)]
        assert roles == ["Lbl", "LBody"]
