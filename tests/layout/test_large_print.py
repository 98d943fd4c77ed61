"""Large print: at least 16 pt, nothing raised or slanted, headings again, nothing missing."""

from dataclasses import replace

import pytest
from checks import page_faults
from geometry import blocks, page_blocks, paragraphs, tidy
from given import texts
from hypothesis import given, settings
from hypothesis import strategies as st
from random_content import random_handout, shapes
from samples import LIBRARY, PAPERS, ROUTINES, THEME, handout_of, library_with, paper_of

from cardgen.documents.handout_request import HandoutRequest
from cardgen.documents.spoken import spoken
from cardgen.errors import DoesNotFitError
from cardgen.layout.fitting.pagination import Divisible, Section, flowed
from cardgen.layout.handout.pages import layout_handout
from cardgen.model.arrangement import Arrangement
from cardgen.model.design import MM
from cardgen.model.page import Block, Picture
from cardgen.typography.style import TooLargeError

LARGE = Arrangement(large_print=True)
FLOOR = 16
LANGUAGES = ("en", "es", "vi", "zh", "ar")


def large(routine, paper="letter", library=LIBRARY, **request):
    asked = HandoutRequest(routine, paper, arrangement=LARGE, **request)
    return handout_of(asked, spoken(asked, library))


def said(pages):
    """Return the texts that are read, without those that only stand again."""
    found = paragraphs(placed for page in pages for placed in page_blocks(page))
    return [p for p in found if "Artifact" not in p.roles]


def faults(pages, content):
    """Return what is wrong with pages of large print, without their feet."""
    wrong = [fault for page in pages for fault in page_faults(page)]
    read = " ".join(p.text for p in said(pages))
    missing = [text for text in wanted(content) if tidy(text) not in read]
    missing += without_steps(content.moves[:1], read)
    sizes = [run.size for p in said(pages) for line in p.lines for run in line.runs]
    return [*wrong, *missing, *(size for size in sizes if size < FLOOR)]


def without_steps(moves, read):
    """Return the steps of moves that have neither all of theirs nor all of the short ones."""
    ways = [(move, texts(steps)) for move in moves for steps in (move.steps, move.short_steps)]
    whole = {m.id for m, steps in ways if all(tidy(step) in read for step in steps)}
    return [f"steps of {move.id}" for move in moves if move.id not in whole]


def wanted(content):
    """Yield every text that a large page must have, but for the steps of the first move."""
    safety, head = content.safety, content.head
    leads = head.leads or (head.lead,)
    yield from texts((head.title, head.opening, *leads, *(t for t in (head.needs,) if t)))
    yield from texts((*safety.before, *safety.danger, safety.opening, content.last_words))
    for number, move in enumerate(content.moves):
        yield from texts((move.name, move.dose_line, *move.advice, *move.felt))
        yield from texts(move.steps if number else ())
    yield from texts(content.notes)
    for panel in (*content.guides, content.why):
        yield from texts(panel.texts) if panel else ()
    yield from (reference.text.plain for reference in content.references.listed)
    if content.log and content.log.asked:
        yield from (content.log.hint, *content.log.weeks)
    if content.codes:
        yield from dict(content.codes.links)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("routine", ROUTINES)
def test_large_print_is_sound_and_whole(routine, paper):
    sample = large(routine, paper, log_days=14, qr="moves", note="Go slowly.")
    pages = sample.document.pages
    assert faults(pages, sample.content) == []
    assert 4 <= len(pages) <= len(sample.content.moves) + 9


@pytest.mark.parametrize("routine", ROUTINES)
def test_large_print_of_a_small_page_is_sound_and_whole(routine):
    sample = large(routine, "a5", log_days=14, qr="moves", note="Go slowly.")
    assert faults(sample.document.pages, sample.content) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("routine", ROUTINES)
def test_no_sign_is_missing_on_a_small_page_in_any_language(routine, language):
    sample = large(routine, "a5", language=language, country="US")
    pages = [bare(p.text for p in said([page])) for page in sample.document.pages]
    for signs in (*sample.content.safety.before, *sample.content.safety.danger):
        for text in texts((signs.action, *signs.signs)):
            assert any(bare([text]) in page for page in pages)


def test_a_box_taller_than_a_page_goes_on_under_its_heading():
    sample = large("post-run", "a5", country="US")
    urgent, *_ = sample.content.safety.danger
    first, second = (said([page]) for page in sample.document.pages[:2])
    assert urgent.action.plain in [p.text for p in first]
    shown = paragraphs(page_blocks(sample.document.pages[1]))
    assert shown[0].text == f"{urgent.action.plain}, continued"
    assert "Artifact" in shown[0].roles
    found = [p.text for page in (first, second) for p in page]
    signs = [tidy(text) for text in texts(urgent.signs)]
    assert [text for text in found if text in signs] == signs


def test_a_move_that_a_small_page_has_no_room_for_goes_on_under_its_name():
    pages = large("post-run", "a5").document.pages
    told = [[p.text for p in paragraphs(page_blocks(page))] for page in pages]
    (at,) = [i for i, page in enumerate(told) if "Figure-Four Stretch, continued" in page]
    assert told[at - 1][-2] == "Next: Figure-Four Stretch, continued"
    assert any(isinstance(mark, Picture) for mark, _, _ in pages[at - 1].marks())


def test_days_of_a_log_stand_below_the_week_where_a_page_is_narrow():
    sample = large("post-run", "a5", log_days=14, language="es", country="US")
    placed = [one for page in sample.document.pages for one in page_blocks(page)]
    found = {
        tidy(block.texts[0].text).casefold(): y
        for one in placed
        for block, _, y, roles in blocks(one)
        if "Table" in roles and block.texts
    }
    assert found["lun"] > found["días hechos"]
    assert found["semana 2"] - found["semana 1"] > 2 * FLOOR


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("routine", ROUTINES)
def test_sources_have_pages_of_their_own_and_none_stands_alone_on_the_last(routine, paper):
    sample = large(routine, paper)
    listed = {tidy(reference.text.plain) for reference in sample.content.references.listed}
    pages = [[p.text for p in said([page])][:-2] for page in sample.document.pages]
    with_sources = [page for page in pages if listed.intersection(page)]
    assert with_sources == pages[-len(with_sources) :]
    assert len(listed.intersection(pages[-1])) > 1
    for page in with_sources:
        assert set(page) <= {*listed, sample.content.references.title}


@pytest.mark.parametrize("routine", ROUTINES)
def test_each_move_has_a_page_and_large_pictures(routine):
    sample = large(routine)
    found = [
        [mark for mark, _, _ in page.marks() if isinstance(mark, Picture)]
        for page in sample.document.pages
    ]
    with_pictures = [shown for shown in found if shown]
    assert len(with_pictures) == len(sample.content.moves)
    for shown in with_pictures:
        least = 70 if shown[1:] else 90
        assert all(max(m.width, m.height / 0.8) >= (least - 0.1) * MM for m in shown)
        assert len({round(m.width / m.artwork.width, 5) for m in shown}) == 1


@pytest.mark.parametrize("routine", ROUTINES)
def test_nothing_is_raised_or_slanted_and_no_source_is_numbered(routine):
    pages = large(routine).document.pages
    runs = [run for p in said(pages) for line in p.lines for run in line.runs]
    assert len(runs) > 100
    assert [run for run in runs if run.rise or "italic" in run.face] == []
    assert "(source" not in " ".join(p.text for p in said(pages))


def test_the_first_page_has_what_to_do_first_and_what_cannot_wait():
    sample = large("post-run", note="Go slowly. " * 54)
    first = " ".join(p.text for p in said(sample.document.pages[:1]))
    for text in (
        tidy(sample.content.head.opening.plain),
        sample.content.safety.danger[0].action.plain,
        *texts(sample.content.safety.danger[0].signs),
    ):
        assert text in first


def test_a_short_first_move_stands_below_few_signs_that_cannot_wait():
    content = large("post-run").content
    urgent, *others = content.safety.danger
    few = replace(content.safety, danger=(replace(urgent, signs=urgent.signs[:7]), *others))
    first = replace(content.moves[0], felt=content.moves[0].felt[:1])
    short = replace(content, safety=few, moves=(first, *content.moves[1:]))
    fitted = layout_handout(lambda _: short, LARGE, paper_of("letter"), THEME)
    pages = [" ".join(p.text for p in said([page])) for page in fitted.document.pages]
    assert first.name.plain in pages[0]
    steps = (first.steps[-1].plain, first.short_steps[-1].plain)
    assert any(tidy(said) in pages[0] for said in steps)
    assert "Stop the move for" in pages[1]


def bare(texts):
    """Return texts without blanks, for in Chinese lines may end anywhere."""
    return "".join("".join(tidy(text).split()) for text in texts)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("routine", ROUTINES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_page_has_what_cannot_wait_and_the_first_move(routine, paper, language):
    sample = large(routine, paper, language=language, country="US")
    first = bare(p.text for p in said(sample.document.pages[:1]))
    urgent, move = sample.content.safety.danger[0], sample.content.moves[0]
    assert "911" in urgent.action.plain
    for text in texts((urgent.action, move.name, move.dose_line, *move.felt)):
        assert bare([text]) in first
    for ways in ((urgent.signs, urgent.short), (move.steps, move.short_steps)):
        assert any(all(bare([text]) in first for text in texts(way)) for way in ways)
    assert any(isinstance(mark, Picture) for mark, _, _ in sample.document.pages[0].marks())


def test_signs_that_share_a_line_on_the_first_page_have_their_own_behind_the_moves():
    sample = large("post-run")
    pages = [" ".join(p.text for p in said([page])) for page in sample.document.pages]
    urgent = sample.content.safety.danger[0]
    own = [tidy(text) for text in texts(urgent.signs)]
    assert not all(text in pages[0] for text in own)
    last_move = max(i for i, page in enumerate(pages) if "Glute Bridge" in page)
    (again,) = [i for i, page in enumerate(pages) if all(text in page for text in own)]
    assert again == last_move + 1


def test_what_the_first_page_has_no_room_for_stands_on_the_next():
    sample = large("chair-standing", language="ar", country="US")
    pages = [" ".join(p.text for p in said([page])) for page in sample.document.pages]
    head, safety = sample.content.head, sample.content.safety
    first, *later = head.leads
    assert tidy(first.plain) in pages[0]
    for told in texts((head.opening, *later, *(signs.action for signs in safety.before))):
        assert tidy(told) in pages[1]


@pytest.mark.parametrize("paper", PAPERS)
def test_whom_a_page_is_not_for_is_told_before_its_first_move(paper):
    sample = large("walk-run-back", paper)
    first = " ".join(p.text for p in said(sample.document.pages[:1]))
    assert "Not late in pregnancy, or in the 3 months after a birth." in first
    assert first.index("Not with weak bones") < first.index("Standing Back Bend")


def test_all_that_is_to_be_known_stands_before_the_first_move_where_a_note_is_long():
    sample = large("post-run", note="Go slowly. " * 54)
    pages = [" ".join(p.text for p in said([page])) for page in sample.document.pages]
    start = next(i for i, page in enumerate(pages) if sample.content.moves[0].dose.figure in page)
    assert start > 0
    before = " ".join(pages[:start])
    for signs in (sample.content.safety.danger[0], *sample.content.safety.before):
        assert signs.action.plain in before


def test_words_of_one_person_stand_above_the_first_move():
    sample = large("post-run", note="Go slowly.")
    first = " ".join(p.text for p in said(sample.document.pages[:1]))
    assert sample.content.moves[0].name.plain in first
    assert "Go slowly." in first


def test_every_page_says_which_it_is_and_what_comes_next():
    sample = large("post-run")
    pages, moves = sample.document.pages, sample.content.moves
    feet = [[p.text for p in paragraphs(page_blocks(page))][-2:] for page in pages]
    assert [number for _, number in feet] == [
        f"Page {number} of {len(pages)}" for number in range(1, len(pages) + 1)
    ]
    following = [left for left, _ in feet]
    signs = "Next: When to stop and get help"
    names = [f"Next: {move.name.plain}" for move in moves[1:]]
    title = sample.content.head.title.plain
    assert [left for left in following if left != title] == [signs, *names, signs]
    assert following[-1] == title
    for page, left in zip(pages[1:], following[:-1], strict=True):
        first = " ".join(p.text for p in said([page]))
        if left in names:
            assert left.removeprefix("Next: ") in first
        elif left == signs:
            assert any(word.action.plain in first for word in sample.content.safety.before) or (
                sample.content.safety.danger[0].action.plain in first
            )


@settings(max_examples=15, deadline=None, derandomize=True)
@given(shape=shapes, paper=st.sampled_from(PAPERS))
def test_any_words_are_sound_in_large_print_or_refused(shape, paper):
    content = random_handout(replace(shape, sources=max(1, shape.sources)), markers=False)
    try:
        fitted = layout_handout(lambda _: content, LARGE, paper_of(paper), THEME)
    except DoesNotFitError as error:
        wrong = [problem for problem in error.problems if " mm " not in str(problem)]
    else:
        wrong = faults(fitted.document.pages, content)
    assert wrong == []


def test_a_part_taller_than_a_page_says_of_which_type():
    tall = library_with("pelvic-tilt", steps=("Lie down. " * 400,))
    with pytest.raises(DoesNotFitError, match=r"pelvic-tilt.yaml.* smallest type \(16 pt\)"):
        large("gym-bag", library=tall)


def block(height, role=None):
    return Block(10, height, (), role)


def heights(pages):
    return [[b.height for b in page] for page in pages]


def test_sections_flow_with_their_headings():
    first, again = block(2), block(1)
    sections = [Section(first, again, [block(4) for _ in range(4)])]
    assert heights(flowed(sections, 12, 1)) == [[2, 4, 4], [1, 4, 4]]


def test_a_heading_goes_with_its_first_block():
    sections = [Section(None, None, [block(8)]), Section(block(2), None, [block(4)])]
    assert heights(flowed(sections, 12, 0)) == [[8], [2, 4]]


def test_what_is_a_list_on_one_page_is_one_list():
    sections = [Section(None, None, [block(4, "LI") for _ in range(5)], "OL")]
    pages = flowed(sections, 9, 1)
    assert [[b.role for b in page] for page in pages] == [["OL"], ["OL"], ["OL"]]
    assert sum(len(page[0].kids) for page in pages) == 5


def divisible(count):
    """Return entries 2 points tall each in a block with a heading of 1."""
    return Divisible(count, lambda start, end: block(1 + 2 * (end - start)))


def test_a_block_of_entries_goes_on_where_it_is_taller_than_a_page():
    sections = [Section(None, None, [block(4), divisible(8)])]
    assert heights(flowed(sections, 10, 1)) == [[4, 5], [9], [5]]


def test_no_entry_stands_alone_at_either_end_of_a_block_that_goes_on():
    sections = [Section(None, None, [block(6), divisible(9)])]
    assert heights(flowed(sections, 10, 1)) == [[6], [9], [7], [5]]


def test_a_block_of_entries_that_a_page_has_room_for_stays_whole():
    sections = [Section(None, None, [block(4), divisible(4)])]
    assert heights(flowed(sections, 10, 1)) == [[4], [9]]


def test_a_block_taller_than_a_page_is_refused():
    with pytest.raises(TooLargeError) as caught:
        flowed([Section(None, None, [block(20)])], 12, 0)
    assert caught.value.points == 8
