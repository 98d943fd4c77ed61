"""Layouts, backs, logs and codes: what stands where, and how large it is."""

import pytest
from checks import handout_faults, layout_of
from geometry import boxes, page_blocks, paragraphs
from samples import LIBRARY, PAPERS, ROUTINES, handout_of, library_with

from cardgen.documents.handout_request import HandoutRequest
from cardgen.errors import DoesNotFitError
from cardgen.layout.components.pictures import LEAST
from cardgen.layout.handout.pages import COMFORTABLE
from cardgen.model.arrangement import LAYOUTS, Arrangement
from cardgen.model.design import MM
from cardgen.model.page import Code, Picture

BOTH = Arrangement(pages=2)
WEEKS = 14


def body(sample):
    """Return the size of the steps, which is that of the body."""
    first = sample.content.moves[0].short_steps[0].plain
    found = [p for page in sample.document.pages for p in paragraphs(page_blocks(page))]
    steps = [p for p in found if p.text == first and "LBody" in p.roles]
    return steps[0].lines[0].size


def words(sample, number):
    return [p.text for p in paragraphs(page_blocks(sample.document.pages[number]))]


def pictures(sample):
    return [
        box.mark
        for page in sample.document.pages
        for box in boxes(page_blocks(page))
        if isinstance(box.mark, Picture)
    ]


def asked(routine, paper, arrangement, **request):
    return handout_of(HandoutRequest(routine, paper, arrangement=arrangement, **request))


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("routine", ROUTINES)
def test_both_sides_are_sound_and_the_front_has_larger_type(routine, paper):
    sample = asked(routine, paper, BOTH, log_days=WEEKS)
    pages = sample.document.pages
    assert len(pages) == 2
    assert sample.document.duplex == "long"
    assert list(handout_faults(pages, sample.content)) == []
    assert body(sample) >= body(handout_of(HandoutRequest(routine, paper))) + 0.5
    assert body(sample) >= 10.5


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("routine", ROUTINES)
def test_every_layout_of_every_routine_is_sound_and_comfortable_to_read(routine, paper, layout):
    sample = asked(routine, paper, Arrangement(layout, 2))
    pages = sample.document.pages
    assert layout_of(pages, sample.content) == layout
    assert body(sample) >= COMFORTABLE
    assert list(handout_faults(pages, sample.content, layout)) == []


@pytest.mark.parametrize("layout", ["list", "steps"])
def test_moves_go_over_to_the_back_and_the_front_says_so(layout):
    sample = asked("post-run", "letter", Arrangement(layout))
    front, back = (words(sample, number) for number in range(2))
    names = [move.name.plain for move in sample.content.moves]
    here = [name for name in names if name in front]
    there = [name for name in names if name in back]
    assert here
    assert there
    assert here + there == names
    first, last = len(here) + 1, len(names)
    assert f"Turn over for moves {first} to {last}." in front
    assert back[0] == "Your moves, continued"
    assert sample.content.safety.danger[0].action.plain in front
    assert sample.content.log.title not in back


def test_a_single_move_on_the_back_is_called_by_its_number():
    first, second, *others = (item.stretch for item in LIBRARY.routines["gym-bag"].value.items)
    tall = ("Lie down. " * 200,)
    library = library_with(first, short_steps=tall)
    library = library_with(second, library, short_steps=tall)
    request = HandoutRequest("gym-bag", arrangement=Arrangement("list"), without=tuple(others))
    assert "Turn over for move 2." in words(handout_of(request, library), 0)


ARRANGEMENTS = [
    Arrangement(),
    BOTH,
    Arrangement(large_print=True),
    Arrangement("list"),
    Arrangement("steps", 2),
]


@pytest.mark.parametrize("arrangement", ARRANGEMENTS, ids=str)
@pytest.mark.parametrize("routine", ROUTINES)
def test_sources_are_numbered_in_the_order_of_reading(routine, arrangement):
    sample = asked(routine, "letter", arrangement)
    found = [p for page in sample.document.pages for p in paragraphs(page_blocks(page))]
    links = [run.link for p in found for line in p.lines for run in line.runs if run.link]
    markers = dict.fromkeys(link[1:] for link in links if link.startswith("#"))
    assert list(markers) == [reference.id for reference in sample.content.references.listed]
    assert len(markers) >= 5


def test_steps_shows_every_picture_over_its_caption():
    sample = asked("post-run", "a4", Arrangement("steps", 2))
    given = [picture for move in sample.content.moves for picture in move.pictures]
    assert [mark.artwork for mark in pictures(sample)] == [picture.artwork for picture in given]
    said = [text for number in range(2) for text in words(sample, number)]
    assert [picture.caption for picture in given if picture.caption not in said] == []


@pytest.mark.parametrize("routine", ROUTINES)
def test_the_layout_that_is_chosen_takes_the_largest_type(routine):
    chosen = handout_of(HandoutRequest(routine))
    for layout in LAYOUTS:
        try:
            other = asked(routine, "letter", Arrangement(layout, 1))
        except DoesNotFitError:
            continue
        assert body(chosen) >= body(other)


@pytest.mark.parametrize("arrangement", [Arrangement(), BOTH, Arrangement(large_print=True)])
@pytest.mark.parametrize("routine", ROUTINES)
def test_no_picture_is_under_28_mm_and_none_that_is_needed_is_missing(routine, arrangement):
    sample = asked(routine, "letter", arrangement)
    found = pictures(sample)
    assert pytest.approx(28 * MM) == LEAST
    assert [mark for mark in found if max(mark.width, mark.height) < LEAST - 0.01] == []
    shown = {mark.artwork for mark in found}
    for move in sample.content.moves:
        needed = [picture for picture in move.pictures if picture.needed]
        assert needed
        assert {picture.artwork for picture in needed} <= shown


def test_cat_and_cow_are_both_shown():
    sample = handout_of(HandoutRequest("post-run"))
    files = [one.file for one in LIBRARY.stretches["cat-cow"].value.illustrations]
    assert files[:2] == ["cat-cow-cow.svg", "cat-cow-cat.svg"]
    given = [picture.artwork for picture in sample.content.moves[0].pictures]
    assert [mark.artwork for mark in pictures(sample)][:2] == given


@pytest.mark.parametrize("routine", ROUTINES)
def test_a_log_is_on_the_front_if_the_type_stays_comfortable_and_else_on_the_back(routine):
    sample = asked(routine, "a4", Arrangement(), log_days=7)
    front = words(sample, 0)
    if len(sample.document.pages) == 1:
        assert body(sample) >= COMFORTABLE
        assert sample.content.log.title in front
    else:
        assert sample.content.log.title not in front
        assert sample.content.log.title in words(sample, 1)


def test_a_short_routine_has_its_log_on_the_front():
    short = ("figure-four", "hamstring-strap", "hip-flexor-kneel", "pelvic-tilt")
    sample = asked("gym-bag", "a4", Arrangement(), log_days=7, without=short)
    assert len(sample.document.pages) == 1
    assert sample.content.log.title in words(sample, 0)


def test_codes_are_at_least_15_mm_one_for_each_move():
    sample = asked("gym-bag", "a4", BOTH, qr="moves")
    links = sample.content.codes.links
    assert len(links) == len(sample.content.moves)
    found = [
        mark
        for page in sample.document.pages
        for _, placed in page.placed
        for mark, _, _ in placed.block.marks()
        if isinstance(mark, Code)
    ]
    assert len(found) == len(links)
    assert all(mark.side >= 15 * MM - 0.01 for mark in found)


@pytest.mark.parametrize("arrangement", [Arrangement(), BOTH, Arrangement("list", 2)], ids=str)
def test_danger_signs_are_on_the_front_whatever_is_asked_for(arrangement):
    sample = asked("gym-bag", "a4", arrangement)
    front = " ".join(words(sample, 0)).lower()
    safety = sample.content.safety
    levels = (*safety.danger, *safety.before)
    texts = [sign.spans[0].text.lower() for level in levels for sign in level.signs]
    assert len(levels) == 7
    assert len(texts) > 30
    assert [text for text in texts if text not in front] == []


def test_what_does_not_fit_one_side_that_was_asked_for_says_how_to_get_two():
    tall = library_with("pelvic-tilt", short_steps=("Lie down. " * 30,) * 4)
    with pytest.raises(DoesNotFitError, match="or let it have two pages"):
        handout_of(HandoutRequest("core-1", arrangement=Arrangement(pages=1)), tall)


@pytest.mark.parametrize("layout", ["list", "steps"])
def test_a_layout_that_takes_more_room_than_there_is_says_which_takes_less(layout):
    with pytest.raises(DoesNotFitError, match="or ask for the layout grid"):
        asked("core-1", "letter", Arrangement(layout, 1))
