"""How a handout looks: heads of later pages, shared room, numbers that stay with their words."""

import re
from itertools import pairwise

import pytest
from geometry import blocks, page_blocks, paragraphs
from samples import LIBRARY, ROUTINES, handout_of, library_with

from cardgen.documents.cards import CardsRequest
from cardgen.documents.cards import lay_out as lay_out_cards
from cardgen.documents.handout_request import HandoutRequest
from cardgen.documents.spoken import spoken
from cardgen.errors import DoesNotFitError
from cardgen.model.arrangement import Arrangement
from cardgen.model.design import MM
from cardgen.model.page import Line, Rect, Rule

BOTH = Arrangement(pages=2)
LANGUAGES = ("en", "es", "vi", "zh", "ar")
LONE = re.compile(r"\d+[.;,]?")
_TOLD = ("For ", "Left out for", "Changed for")
HOLE = 8 * MM
"""No part of a front stands so far from the next."""


def handout(routine, language="en", **asked):
    request = HandoutRequest(routine, language=language, country="US", **asked)
    return handout_of(request, spoken(request, LIBRARY))


def lines_of(pages):
    found = [p for page in pages for p in paragraphs(page_blocks(page))]
    return [line.text.strip() for paragraph in found for line in paragraph.lines]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_back_says_again_what_it_is_of_and_for_whom(language):
    sample = handout("core-1", language, recipient="Maria Álvarez", arrangement=BOTH)
    _, back = sample.document.pages
    head = paragraphs(page_blocks(back))[:3]
    said = [p.text for p in head]
    assert said[0] == sample.content.head.title.plain
    assert "Maria Álvarez" in said[1]
    assert said[2].strip("\u2067\u2069").count("2") == 2
    # A screen reader has them on the front.
    assert all("Artifact" in p.roles for p in head)


@pytest.mark.parametrize("conditions", [(), ("osteoporosis",), ("osteoporosis", "neck-pain")])
@pytest.mark.parametrize("routine", ROUTINES)
def test_a_front_has_no_holes_between_its_parts(routine, conditions):
    sample = handout(routine, conditions=conditions, arrangement=BOTH)
    if not sample.content.moves:
        return
    placed = [placed for _, placed in sample.document.pages[0].placed]
    gaps = [low.y - high.bounds[3] for high, low in pairwise(placed)]
    assert max(gaps) < HOLE
    assert min(gaps) > 0.9 * MM


@pytest.mark.parametrize("routine", ROUTINES)
def test_steps_of_a_front_for_anyone_are_11_points_or_more(routine):
    sample = handout(routine, arrangement=BOTH)
    first = sample.content.moves[0].short_steps[0].plain
    found = paragraphs(page_blocks(sample.document.pages[0]))
    assert next(p for p in found if p.text == first).lines[0].size >= 11


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("routine", ["post-run", "core-1"])
def test_no_line_begins_with_the_number_of_a_move_alone(routine, language):
    pages = handout(routine, language).document.pages
    found = [p for page in pages for p in paragraphs(page_blocks(page)) if "LBody" in p.roles]
    later = [line.text.strip() for p in found for line in p.lines[1:]]
    assert later
    assert [line for line in later if LONE.fullmatch(line)] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("asked", [BOTH, Arrangement(large_print=True)])
def test_numbers_of_moves_stay_with_what_is_said_of_them(asked, language):
    sample = handout("post-run", language, arrangement=asked)
    runs = [line.runs for page in sample.document.pages for line in page.all_lines() if line.runs]
    assert any(run.circled for line in runs for run in line)
    if not sample.sides.leaving_out:
        assert [line for line in runs if line[-1].circled] == []


def test_a_number_to_look_up_stays_with_its_word():
    pages = handout("core-3", conditions=("osteoporosis",)).document.pages
    assert [line for line in lines_of(pages) if "move\u00a02." in line]


def test_what_several_conditions_change_uses_the_width():
    conditions = ("pregnant-late", "leg-pain", "high-blood-pressure")
    page, *_ = handout("gym-bag", conditions=conditions).document.pages
    told = [
        x
        for placed in page_blocks(page)
        for block, x, _, _ in blocks(placed)
        if any(line.text.startswith(_TOLD) for line in block.texts)
    ]
    assert len(set(map(round, told))) == 2


def test_a_page_whose_moves_take_several_says_where_to_read_first():
    pages = handout("post-run", paper="a5").document.pages
    first, *others = (" ".join(lines_of([page])) for page in pages)
    (number,) = re.findall(r"read page (\d+) once", first)
    assert "Turn over" not in first
    assert ["Call 911" in page for page in others].index(True) + 2 == int(number)


@pytest.mark.parametrize("language", ["es", "ar"])
def test_notes_have_one_column_where_two_are_too_narrow(language):
    assert handout("post-run", language, paper="a5").document.pages


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("routine", sorted(LIBRARY.routines))
def test_every_handout_has_room_on_a5(routine, language):
    assert len(handout(routine, language, paper="a5").document.pages) <= 6


def filled(page):
    """Return the share of a page that stands above its foot."""
    *_, (_, last), _ = page.placed
    return last.bounds[3] / page.height


def test_the_last_page_of_a5_is_not_left_mostly_empty():
    pages = handout("post-run", paper="a5").document.pages
    assert filled(pages[-1]) > 0.6
    told = [p.text for p in paragraphs(page_blocks(pages[-1]))]
    assert "Change the move if you have, continued" in told


def test_large_print_is_not_named_where_it_has_no_room():
    long = ("Lie down. " * 400,)
    tall = library_with("pelvic-tilt", steps=long, short_steps=long)
    with pytest.raises(DoesNotFitError, match="or choose larger paper") as refused:
        handout_of(HandoutRequest("core-1", paper="a5"), tall)
    assert "large print" not in str(refused.value)


def test_cards_of_one_move_say_which_of_them_each_is():
    request = CardsRequest(("core-1",), language="es", country="US")
    document = lay_out_cards(request, spoken(request, LIBRARY)).documents[0]
    found = [
        (part, line.text.strip())
        for page in document.pages
        for part, placed in page.placed
        for line in placed.block.all_lines()
        if re.fullmatch(r"\d de \d", line.text.strip())
    ]
    # Its front has none: the first is behind it.
    assert [said for part, said in found if part == "6"].count("2 de 2") == 2
    assert "1 de 2" in [said for part, said in found if part == "6"]


@pytest.mark.parametrize("conditions", [("flare",), ("osteoporosis",)])
def test_bank_cards_in_spanish_have_room_for_what_conditions_change(conditions):
    asked = CardsRequest(("core-1",), language="es", country="US", conditions=conditions)
    assert lay_out_cards(asked, spoken(asked, LIBRARY)).documents


@pytest.mark.parametrize("paper", ["letter", "a5"])
def test_a_heading_stands_apart_from_lines_that_begin_in_bold(paper):
    lines = lines_of(handout("runner-strength", paper=paper).document.pages)
    at = lines.index("Choose what suits you")
    assert lines[at + 1].startswith("You have a loop band")


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_the_box_of_when_to_stop_is_off_the_line_below(paper):
    (page,) = handout("post-run", paper=paper).document.pages
    marks = list(page.marks())
    rules = [y + mark.y for mark, _, y in marks if isinstance(mark, Rule)]
    words = next(y for mark, _, y in marks if isinstance(mark, Line) and "Stop the" in mark.text)
    boxes = [(y, y + mark.height) for mark, _, y in marks if isinstance(mark, Rect) and mark.stroke]
    low = next(bottom for top, bottom in boxes if top < words < bottom)
    assert min(rule - low for rule in rules if rule > low - 1 * MM) > 1 * MM


@pytest.mark.parametrize("asked", [BOTH, Arrangement(large_print=True)])
def test_the_title_of_sources_stands_where_their_lines_start(asked):
    sample = handout("post-run", "ar", arrangement=asked)
    title = sample.content.references.title
    marks = [mark for page in sample.document.pages for mark in page.marks()]
    titles = [line.x + x for line, x, _ in marks if isinstance(line, Line) and title in line.text]
    # Pages are turned round when they are drawn: their far edge is where Latin letters start.
    assert titles
    assert min(titles) > sample.document.pages[0].width / 2
