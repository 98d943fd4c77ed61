"""Posters: each routine fits, with pictures large enough, on one sheet or more that are whole."""

from dataclasses import replace

import pytest
from geometry import blocks, page_blocks, paragraphs

from cardgen.documents.poster import PosterRequest, lay_out
from cardgen.documents.spoken import spoken
from cardgen.errors import DoesNotFitError
from cardgen.files import read_library
from cardgen.layout.poster.cells import PICTURE
from cardgen.layout.poster.rows import GAP, shared
from cardgen.model.page import Picture, Rect
from cardgen.paths import built_in
from cardgen.typography.style import TooLargeError

LIBRARY = read_library(built_in())
HAIR = 0.01
SAFETY = ("Call911", "youcannotholdpoop", "Stopthemovefor")


def pages_of(routine, paper="a3", language="en"):
    request = PosterRequest(routine, paper=paper, language=language, country="US")
    return lay_out(request, spoken(request, LIBRARY)).documents[0].pages


def pictures_on(pages):
    return [mark for page in pages for mark, _, _ in page.marks() if isinstance(mark, Picture)]


def moves_of(routine):
    items = LIBRARY.routines[routine].value.items
    return [LIBRARY.stretches[item.stretch].value for item in items]


def needed_pictures(routine):
    """Return how many pictures a routine's moves cannot do without."""
    moves = moves_of(routine)
    ends = [sum(one.moment == "end" for one in move.illustrations) for move in moves]
    return sum(max(1, count) for count in ends)


@pytest.mark.parametrize("routine", LIBRARY.routines)
@pytest.mark.parametrize("language", ["en", "es", "vi", "zh", "ar"])
def test_every_routine_fits_on_a3_in_every_language(routine, language):
    pictures = pictures_on(pages_of(routine, "a3", language))
    assert len(pictures) == needed_pictures(routine)
    least = min(max(picture.width, picture.height) for picture in pictures)
    assert least >= PICTURE - HAIR


@pytest.mark.parametrize("routine", LIBRARY.routines)
def test_every_routine_fits_on_tabloid(routine):
    assert len(pictures_on(pages_of(routine, "tabloid"))) == needed_pictures(routine)


@pytest.mark.parametrize("language", ["en", "es"])
def test_words_beside_a_picture_are_not_narrow_where_a_sheet_has_room(language):
    (page,) = pages_of("post-run", language=language)
    names = [
        sum(1 for _ in block.all_lines())
        for placed in page_blocks(page)
        for block, _, _, roles in blocks(placed)
        if roles[-1:] == ("H2",)
        and block.role == "H2"
        and any(isinstance(mark, Rect) for mark, _, _ in block.marks())
    ]
    # The number in its circle is a line of its own.
    assert names == [2] * len(moves_of("post-run"))


def words_of(page):
    """Return the words of a page without blanks, for names may stand on two lines."""
    return "".join("".join(line.text.split()) for line in page.all_lines())


def names(moves):
    return ["".join(move.name.split()) for move in moves]


def test_a_move_of_two_positions_shows_both_over_their_captions():
    (page,) = pages_of("post-run")
    said = [line.text.strip() for line in page.all_lines()]
    assert (said.count("Cow"), said.count("Cat")) == (1, 1)


def test_moves_that_one_sheet_has_no_room_for_hang_on_sheets_that_are_whole():
    pages = pages_of("core-2")
    assert len(pages) == 2
    for number, page in enumerate(pages, 1):
        for wanted in (f"Page{number}of2", *SAFETY):
            assert wanted in words_of(page)
    moves = names(moves_of("core-2"))
    first, second = map(words_of, pages)
    assert [name for name in moves if name in first] == moves[:4]
    assert [name for name in moves if name in second] == moves[4:]


def test_it_tells_on_how_many_sheets_a_poster_stands():
    request = PosterRequest("core-2", country="US")
    assert lay_out(request, LIBRARY).facts[0] == "2 pages"


@pytest.mark.parametrize("routine", ["core-2", "post-run"])
def test_all_names_of_a_sheet_are_of_one_size(routine):
    names = {move.called for move in moves_of(routine)}
    found = [p for page in pages_of(routine) for p in paragraphs(page_blocks(page))]
    shown = [p for p in found if p.text in names]
    assert len({p.text for p in shown}) > 5
    assert len({run.size for p in shown for line in p.lines for run in line.runs}) == 1


def test_one_sheet_says_of_no_page_which_it_is():
    (page,) = pages_of("post-run")
    assert "Page1" not in words_of(page)


SECTION = "Cool-down"


def in_parts(library):
    """Return a library in which the moves of `core-2` stand under two headings, 2 and 6 of them."""
    record = library.routines["core-2"]
    items = tuple(
        item.model_copy(update={"heading": "Warm-up" if i < 2 else SECTION})
        for i, item in enumerate(record.value.items)
    )
    changed = replace(record, value=record.value.model_copy(update={"items": items}))
    return replace(library, routines={**library.routines, "core-2": changed})


def test_the_heading_of_a_part_stands_again_where_a_sheet_begins_within_it():
    request = PosterRequest("core-2", country="US")
    pages = lay_out(request, in_parts(LIBRARY)).documents[0].pages
    assert len(pages) == 2
    assert [words_of(page).count(SECTION) for page in pages] == [1, 1]


def test_widths_are_equal_as_far_as_each_has_what_it_needs():
    room = 300 + 2 * GAP
    assert shared([50, 60, 70], room) == [100, 100, 100]
    assert shared([50, 160, 70], room) == [70, 160, 70]
    with pytest.raises(TooLargeError):
        shared([150, 160], 300)


def test_a_sheet_with_no_room_for_one_move_is_refused_by_its_size():
    request = PosterRequest("post-run", paper="a5", country="US")
    with pytest.raises(DoesNotFitError) as caught:
        lay_out(request, LIBRARY)
    (problem,) = caught.value.problems
    assert "too tall for a poster on A5" in problem.message
    assert problem.remedy == "Choose larger paper"
