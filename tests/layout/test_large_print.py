"""Large print: at least 16 pt, nothing raised or slanted, headings again, nothing missing."""

from dataclasses import replace

import pytest
from checks import page_faults
from geometry import page_blocks, paragraphs, tidy
from hypothesis import given, settings
from hypothesis import strategies as st
from random_content import random_handout, shapes
from samples import LIBRARY, PAPERS, ROUTINES, THEME, handout_of, library_with, paper_of

from cardgen.documents.handout_request import HandoutRequest
from cardgen.errors import DoesNotFitError
from cardgen.layout.fitting.pagination import Section, flowed
from cardgen.layout.handout.pages import layout_handout
from cardgen.model.arrangement import Arrangement
from cardgen.model.design import MM
from cardgen.model.page import Block, Picture
from cardgen.typography.style import TooLargeError

LARGE = Arrangement(large_print=True)
FLOOR = 16


def large(routine, paper="letter", library=LIBRARY, **request):
    return handout_of(HandoutRequest(routine, paper, arrangement=LARGE, **request), library)


def said(pages):
    """Return the texts that are read, without those that only stand again."""
    found = paragraphs(placed for page in pages for placed in page_blocks(page))
    return [p for p in found if "Artifact" not in p.roles]


def faults(pages, content):
    """Return what is wrong with pages of large print, without their feet."""
    wrong = [fault for page in pages for fault in page_faults(page)]
    texts = [p.text for p in said(pages)]
    missing = [text for text in told(content) if not any(text in one for one in texts)]
    sizes = [run.size for p in said(pages) for line in p.lines for run in line.runs]
    return [*wrong, *missing, *(size for size in sizes if size < FLOOR)]


def told(content):
    """Return what large print must say, each text as far as no marker stands in it."""
    safety, steps = content.safety, [step for move in content.moves for step in move.steps]
    cautions = [caution for move in content.moves for caution in move.cautions]
    signs = [sign for level in safety.danger for sign in level.signs]
    every = (content.head.title, *steps, *cautions, *signs, *safety.good_news, safety.intro)
    listed = [reference.text for reference in content.references.listed]
    panels = [text for panel in (content.why, content.moving_on) if panel for text in panel.texts]
    return [tidy(text.spans[0].text) for text in (*every, *listed, *panels)]


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("routine", ROUTINES)
def test_large_print_is_sound_and_whole(routine, paper):
    sample = large(routine, paper, log_days=14, qr="moves", note="Go slowly.")
    pages = sample.document.pages
    assert faults(pages, sample.content) == []
    assert 4 <= len(pages) <= 12


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("routine", ROUTINES)
def test_no_source_stands_alone_on_the_last_page(routine, paper):
    sample = large(routine, paper)
    labels = {reference.label for reference in sample.content.references.listed}
    last = [p.text for p in said(sample.document.pages[-1:])]
    assert len(labels.intersection(last)) > 1


@pytest.mark.parametrize("routine", ROUTINES)
def test_pictures_are_large(routine):
    pages = large(routine).document.pages
    shown = [m.width for page in pages for m, _, _ in page.marks() if isinstance(m, Picture)]
    assert len(shown) > 4
    assert min(shown) >= 39.9 * MM


@pytest.mark.parametrize("routine", ROUTINES)
def test_nothing_is_raised_or_slanted(routine):
    runs = [
        run for p in said(large(routine).document.pages) for line in p.lines for run in line.runs
    ]
    assert len(runs) > 100
    assert [run for run in runs if run.rise or "italic" in run.face] == []


def test_the_first_page_has_what_to_do_first_and_what_cannot_wait():
    sample = large("post-run", note="Go slowly. " * 54)
    first = " ".join(p.text for p in said(sample.document.pages[:1]))
    for text in (
        tidy(sample.content.head.opening.plain),
        sample.content.safety.danger[0].action.plain,
        "Chest pain with the back pain",
    ):
        assert text in first


def test_a_section_that_goes_on_has_its_heading_again():
    sample = large("post-run")
    again = [
        p.text
        for page in sample.document.pages
        for p in paragraphs(page_blocks(page))
        if "Artifact" in p.roles
    ]
    assert "Your moves, continued" in again
    assert "Your moves, continued" not in [p.text for p in said(sample.document.pages)]


def test_every_page_says_which_it_is():
    pages = large("post-run").document.pages
    for number, page in enumerate(pages, 1):
        last = paragraphs(page_blocks(page))[-1].text
        assert last == f"After your run: ease your lower back · page {number} of {len(pages)}"


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
    tall = library_with("cat-cow", steps=("Lie down. " * 400,))
    with pytest.raises(DoesNotFitError, match=r"cat-cow.yaml.* smallest type \(16 pt\)"):
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


def test_a_block_taller_than_a_page_is_refused():
    with pytest.raises(TooLargeError) as caught:
        flowed([Section(None, None, [block(20)])], 12, 0)
    assert caught.value.points == 8
