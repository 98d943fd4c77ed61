"""Random texts: a page is sound, or cardgen refuses and says where, and by how much."""

import re

import pytest
from checks import deck_faults, handout_faults
from hypothesis import HealthCheck, Phase, event, given, settings
from hypothesis import strategies as st
from random_content import RandomMeasure, deck_of, handout_of, shapes
from samples import PAPERS, SIZES, THEME

from cardgen.errors import DoesNotFitError
from cardgen.layout.cards import layout_cards
from cardgen.layout.handout import layout_handout
from cardgen.load.data import load_paper, load_size

MEASURE = RandomMeasure()
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
    event("refused")
    return [str(problem) for problem in error.problems if not EXACT.match(str(problem))]


@EXAMPLES
@given(shape=shapes, paper=st.sampled_from(PAPERS))
def test_a_handout_of_any_words_is_sound_or_refused(shape, paper):
    content = handout_of(shape)
    try:
        fitted = layout_handout(content, load_paper(paper), THEME, MEASURE)
    except DoesNotFitError as error:
        faults = vague(error)
    else:
        event("fits")
        (page,) = fitted.document.pages
        faults = list(handout_faults(page, content, MEASURE))
    assert faults == []


@pytest.mark.parametrize("size", SIZES)
@EXAMPLES
@given(shape=shapes, paper=st.sampled_from(PAPERS))
def test_cards_of_any_words_are_sound_or_refused(size, shape, paper):
    content, card = deck_of(shape), load_size(size)
    try:
        fitted = layout_cards(content, card, load_paper(paper), THEME, MEASURE)
    except DoesNotFitError as error:
        faults = vague(error)
    else:
        event("fits")
        faults = list(deck_faults(fitted.document.pages, content, card, MEASURE))
    assert faults == []
