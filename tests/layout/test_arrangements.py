"""Layouts, backs, logs and codes: what stands where, and how large it is."""

from dataclasses import replace

import pytest
from checks import handout_faults
from geometry import boxes, page_blocks, paragraphs
from samples import PAPERS, ROUTINES, THEME, handout

from cardgen.errors import DoesNotFitError
from cardgen.layout.handout import COMFORTABLE, layout_handout
from cardgen.layout.pictures import LEAST
from cardgen.load.data import load_paper
from cardgen.model.arrangement import LAYOUTS, Arrangement
from cardgen.model.design import MM
from cardgen.model.page import Code, Picture
from cardgen.model.request import HandoutRequest

BOTH = Arrangement(pages=2)
WEEKS = 14


def body(sample):
    """Return the size of the steps, which is that of the body."""
    first = sample.content.moves[0].short_steps[0]
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
    return handout(HandoutRequest(routine, paper, arrangement=arrangement, **request))


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("routine", ROUTINES)
def test_both_sides_are_sound_and_the_front_has_larger_type(routine, paper):
    sample = asked(routine, paper, BOTH, log_days=WEEKS)
    pages = sample.document.pages
    assert len(pages) == 2
    assert sample.document.duplex == "long"
    assert list(handout_faults(pages, sample.content, sample.measure, sample.layout)) == []
    assert body(sample) >= body(handout(HandoutRequest(routine, paper))) + 0.75
    assert body(sample) >= 10.5


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("routine", ROUTINES)
def test_every_layout_of_every_routine_is_sound_and_comfortable_to_read(routine, paper, layout):
    sample = asked(routine, paper, Arrangement(layout, 2))
    pages = sample.document.pages
    assert sample.layout == layout
    assert body(sample) >= COMFORTABLE
    assert list(handout_faults(pages, sample.content, sample.measure, layout)) == []


@pytest.mark.parametrize("layout", ["list", "steps"])
def test_moves_go_over_to_the_back_and_the_front_says_so(layout):
    sample = asked("post-run", "letter", Arrangement(layout))
    front, back = (words(sample, number) for number in range(2))
    names = [move.name for move in sample.content.moves]
    here = [name for name in names if name in front]
    there = [name for name in names if name in back]
    assert here
    assert there
    assert here + there == names
    first, last = len(here) + 1, len(names)
    assert f"Turn over for moves {first} to {last}." in front
    assert back[0] == "Your moves, continued"
    assert sample.content.safety.emergency.action in front
    assert sample.content.log.title not in back


def test_a_single_move_on_the_back_is_called_by_its_number():
    sample = handout(HandoutRequest("gym-bag"))
    content = replace(sample.content, moves=sample.content.moves[:2])
    tall = [replace(move, short_steps=("Lie down. " * 200,)) for move in content.moves]
    content = replace(content, moves=tuple(tall))
    fitted = layout_handout(
        content, load_paper("letter"), THEME, sample.measure, Arrangement("list")
    )
    said = [p.text for p in paragraphs(page_blocks(fitted.document.pages[0]))]
    assert "Turn over for move 2." in said


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
    assert list(markers) == [reference.id for reference in sample.content.references]
    assert len(markers) >= 5


def test_steps_shows_every_picture_over_its_caption():
    sample = asked("post-run", "a4", Arrangement("steps", 2))
    given = [picture for move in sample.content.moves for picture in move.pictures]
    assert [mark.file for mark in pictures(sample)] == [picture.file for picture in given]
    said = [text for number in range(2) for text in words(sample, number)]
    assert [picture.caption for picture in given if picture.caption not in said] == []


@pytest.mark.parametrize("routine", ROUTINES)
def test_the_layout_that_is_chosen_takes_the_largest_type(routine):
    chosen = handout(HandoutRequest(routine))
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
    shown = {mark.file for mark in found}
    for move in sample.content.moves:
        needed = [picture for picture in move.pictures if picture.needed]
        assert needed
        assert {picture.file for picture in needed} <= shown


def test_cat_and_cow_are_both_shown():
    files = [mark.file.name for mark in pictures(handout(HandoutRequest("post-run")))]
    assert files[:2] == ["cat-cow-cow.svg", "cat-cow-cat.svg"]


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
    assert all(2 * mark.x + mark.side >= 15 * MM - 0.01 for mark in found)


@pytest.mark.parametrize("arrangement", [Arrangement(), BOTH, Arrangement("list", 2)], ids=str)
def test_danger_signs_are_on_the_front_whatever_is_asked_for(arrangement):
    sample = asked("gym-bag", "a4", arrangement)
    front = " ".join(words(sample, 0)).lower()
    names = ("emergency", "same_day", "runners", "book", "stop", "ask_first")
    lists = [getattr(sample.content.safety, name) for name in names]
    texts = [sign[0].text.lower() for signs in lists for sign in signs.signs]
    assert len(texts) > 30
    assert [text for text in texts if text not in front] == []


def test_what_does_not_fit_one_side_that_was_asked_for_says_how_to_get_two():
    sample = handout(HandoutRequest("core-1"))
    move = sample.content.moves[0]
    tall = replace(move, short_steps=tuple("Lie down. " * 30 for _ in range(4)))
    content = replace(sample.content, moves=(tall, *sample.content.moves[1:]))
    with pytest.raises(DoesNotFitError, match="or leave out --pages 1"):
        layout_handout(content, load_paper("letter"), THEME, sample.measure, Arrangement(pages=1))


@pytest.mark.parametrize("layout", ["list", "steps"])
def test_a_layout_that_takes_more_room_than_there_is_says_which_takes_less(layout):
    with pytest.raises(DoesNotFitError, match="or use --layout grid"):
        asked("core-1", "letter", Arrangement(layout, 1))
