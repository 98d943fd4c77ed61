"""Random texts: a page is sound, or cardgen refuses and says where, and by how much."""

import re

import pytest
from checks import deck_faults, handout_faults
from hypothesis import HealthCheck, Phase, event, given, settings
from hypothesis import strategies as st
from random_content import RandomMeasure, Shape, deck_of, handout_of, shapes
from samples import NOWHERE, PAPERS, SIZES, THEME, fitted_cards

from cardgen.errors import DoesNotFitError, Problem
from cardgen.layout.handout import layout_handout
from cardgen.load.data import load_paper
from cardgen.load.measures import find_size
from cardgen.model.arrangement import AS_FITS, LAYOUTS, Arrangement
from cardgen.model.request import CardsRequest

MEASURE = RandomMeasure()
ARRANGEMENTS = [
    AS_FITS,
    *(Arrangement(layout, pages) for layout in LAYOUTS for pages in (None, 1, 2)),
]
EXACT = re.compile(r"random\.yaml:7:3: \w+: .* (?!0\.0)\d+\.\d mm (too|wider)")
EXAMPLES = settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate, Phase.shrink],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def vague(error: DoesNotFitError) -> list[str]:
    """Return the problems that do not name file, line and by how many millimetres."""
    return [str(problem) for problem in error.problems if not EXACT.match(str(problem))]


@EXAMPLES
@given(shape=shapes, paper=st.sampled_from(PAPERS), arrangement=st.sampled_from(ARRANGEMENTS))
def test_a_handout_of_any_words_is_sound_or_refused(shape, paper, arrangement):
    content = handout_of(shape)
    try:
        fitted = layout_handout(content, load_paper(paper), THEME, MEASURE, arrangement)
    except DoesNotFitError as error:
        event("refused")
        faults = vague(error)
    else:
        event("fits")
        faults = list(handout_faults(fitted.document.pages, content, MEASURE, fitted.layout))
    assert faults == []


@pytest.mark.parametrize("size", SIZES)
@EXAMPLES
@given(shape=shapes, paper=st.sampled_from(PAPERS))
def test_cards_of_any_words_are_sound_or_refused(size, shape, paper):
    content, card = deck_of(shape), find_size(size, NOWHERE)
    try:
        fitted = fitted_cards(content, CardsRequest(size=size, paper=paper), MEASURE)
    except DoesNotFitError as error:
        event("refused")
        faults = vague(error)
    else:
        event("fits")
        faults = list(deck_faults(fitted.documents[0].pages, content, card, MEASURE))
    assert faults == []


MODEST = Shape(1, moves=3, steps=3, longest_text=8, longest_word=9, pictures=1, sources=3)


def test_modest_texts_fit():
    layout_handout(handout_of(MODEST), load_paper("a4"), THEME, MEASURE)
    for size in SIZES:
        fitted_cards(deck_of(MODEST), CardsRequest(size=size, paper="a4"), MEASURE)


@pytest.mark.parametrize(
    ("message", "is_exact"),
    [
        ("the page is 3.4 mm too tall", True),
        ("the word is 0.1 mm wider than its column", True),
        ("the page is 0.0 mm too tall", False),
        ("the page is too tall", False),
    ],
)
def test_a_refusal_without_a_measure_is_found(message, is_exact):
    problem = Problem("random.yaml", 7, 3, "items", message)
    assert (vague(DoesNotFitError([problem])) == []) == is_exact
    assert vague(DoesNotFitError([Problem("random.yaml", 0, 0, "items", message)]))
