"""Layouts, backs, logs and codes: what stands where, and how large it is."""

import pytest
from checks import handout_faults
from geometry import boxes, page_blocks, paragraphs
from samples import LIBRARY, PAPERS, ROUTINES, handout_of, library_with

from cardgen.documents.handout_request import HandoutRequest
from cardgen.errors import DoesNotFitError
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
def test_both_sides_are_sound_and_can_be_read(routine, paper):
    sample = asked(routine, paper, BOTH, log_days=WEEKS)
    pages = sample.document.pages
    assert 2 <= len(pages) <= 4  # sources, and the log, go over to a second sheet
    assert sample.document.duplex == "long"
    assert list(handout_faults(pages, sample.content, sample.sides, sample.layout)) == []
    assert body(sample) >= 10.5


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("routine", ROUTINES)
def test_every_layout_of_every_routine_is_sound(routine, paper, layout):
    sample = asked(routine, paper, Arrangement(layout, pages=2))
    pages = sample.document.pages
    assert 2 <= len(pages) <= 3
    assert sample.layout == layout
    assert body(sample) >= 10.5
    assert list(handout_faults(pages, sample.content, sample.sides, layout)) == []


@pytest.mark.parametrize("routine", ROUTINES)
def test_the_front_of_two_sides_says_that_the_back_must_be_read(routine):
    sample = asked(routine, "letter", BOTH)
    front, back = (words(sample, number) for number in range(2))
    told = front.index("Before you start, read the back once.")
    assert front[told + 1] == "It says when to call 911. Turn over."
    assert told < front.index(sample.content.moves[0].name.plain)
    assert sample.content.safety.stop[0].action.plain in front
    assert back[:2] == [sample.content.head.title.plain, "2 of 2"]
    assert back[3] == sample.content.safety.danger[0].action.plain


ARRANGEMENTS = [
    Arrangement(),
    BOTH,
    Arrangement("list"),
    Arrangement("grid", pages=2),
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


def test_a_list_shows_start_and_end_of_a_move_at_one_scale():
    sample = asked("post-run", "a4", BOTH)
    given = [picture for move in sample.content.moves for picture in move.pictures]
    shown = pictures(sample)
    assert [mark.artwork for mark in shown] == [picture.artwork for picture in given]
    scales = {mark.artwork: mark.width / mark.artwork.width for mark in shown}
    for move in sample.content.moves:
        own = [scales[picture.artwork] for picture in move.pictures]
        assert own == pytest.approx([own[0]] * len(own))


@pytest.mark.parametrize("arrangement", [Arrangement(), BOTH, Arrangement(large_print=True)])
@pytest.mark.parametrize("routine", ROUTINES)
def test_no_picture_is_too_small_and_none_that_is_needed_is_missing(routine, arrangement):
    sample = asked(routine, "letter", arrangement)
    found = pictures(sample)
    # Of a pair one may be narrow, and of two that are needed each is smaller.
    wide, tall = (36.9, 21) if len(sample.document.pages) == 1 else (28, 21)
    assert [m for m in found if m.width < wide * MM and m.height < tall * MM] == []
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
def test_a_log_is_on_a_single_side_or_behind_the_front(routine):
    sample = asked(routine, "a4", Arrangement(), log_days=7)
    count = len(sample.document.pages)
    (place,) = (n for n in range(count) if sample.content.log.title in words(sample, n))
    assert place > 0 or count == 1


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


@pytest.mark.parametrize("arrangement", [Arrangement(), BOTH, Arrangement("grid")], ids=str)
@pytest.mark.parametrize("routine", ROUTINES)
def test_danger_signs_are_all_there_whatever_is_asked_for(routine, arrangement):
    sample = asked(routine, "a4", arrangement)
    said = " ".join(words(sample, 0) + words(sample, -1)).lower()
    safety = sample.content.safety
    levels = (*safety.danger, *safety.before)
    texts = [sign.spans[0].text.lower() for level in levels for sign in level.signs]
    assert len(levels) >= 6
    assert len(texts) > 25
    assert [text for text in texts if text not in said] == []


def test_what_does_not_fit_one_side_that_was_asked_for_says_how_to_get_two():
    tall = library_with("pelvic-tilt", short_steps=("Lie down. " * 30,) * 4)
    with pytest.raises(DoesNotFitError, match="or let it have two pages"):
        handout_of(HandoutRequest("core-1", arrangement=Arrangement(pages=1)), tall)
