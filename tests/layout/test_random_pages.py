"""Random texts: a page is sound, or cardgen refuses and says where, and by how much."""

import re
from dataclasses import replace
from functools import partial

import pytest
from checks import deck_faults, handout_faults
from hypothesis import HealthCheck, Phase, event, example, given, settings
from hypothesis import strategies as st
from random_content import Shape, random_deck, random_handout, shapes
from samples import LIBRARY, LOCALE, PAPERS, SIZES, THEME, paper_of

from cardgen.compose.hints import print_hints
from cardgen.errors import DoesNotFitError, Problem
from cardgen.layout.cards.deck import layout_cards
from cardgen.layout.handout.pages import layout_handout
from cardgen.library.sizes import find_size
from cardgen.model.arrangement import AS_FITS, LAYOUTS, Arrangement
from cardgen.model.printing import Printing

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


def cards(deck, size, paper):
    printing = Printing(paper_of(paper))
    hints = print_hints(printing.options, LOCALE)
    return layout_cards(deck, find_size(size, LIBRARY), printing, hints, THEME)


def vague(error: DoesNotFitError) -> list[str]:
    """Return the problems that do not name file, line and by how many millimetres."""
    return [str(problem) for problem in error.problems if not EXACT.match(str(problem))]


@EXAMPLES
@given(shape=shapes, paper=st.sampled_from(PAPERS), arrangement=st.sampled_from(ARRANGEMENTS))
def test_a_handout_of_any_words_is_sound_or_refused(shape, paper, arrangement):
    write = partial(random_handout, shape)
    try:
        fitted = layout_handout(write, arrangement, paper_of(paper), THEME)
    except DoesNotFitError as error:
        event("refused")
        faults = vague(error)
    else:
        event("fits")
        faults = list(
            handout_faults(fitted.document.pages, fitted.content, fitted.sides, fitted.layout)
        )
    assert faults == []


# A move has cards of its own; three share all that cards share: a size of type, a height of panels.
decks = shapes.map(lambda shape: replace(shape, moves=min(shape.moves, 3)))
UPRIGHT = Shape(750191985, moves=3, steps=3, longest_text=2, longest_word=14, pictures=2, sources=5)
"""A deck with pictures that need a taller panel than the words of another move leave."""


@pytest.mark.parametrize("size", SIZES)
@EXAMPLES
@given(shape=decks, paper=st.sampled_from(PAPERS))
@example(shape=UPRIGHT, paper="a4")
def test_cards_of_any_words_are_sound_or_refused(size, shape, paper):
    content, card = random_deck(shape), find_size(size, LIBRARY)
    try:
        fitted = cards(content, size, paper)
    except DoesNotFitError as error:
        event("refused")
        faults = vague(error)
    else:
        event("fits")
        faults = list(deck_faults(fitted.documents[0].pages, content, card))
    assert faults == []


MODEST = Shape(1, moves=3, steps=3, longest_text=8, longest_word=9, pictures=1, sources=3)


def test_modest_texts_fit():
    write = partial(random_handout, MODEST)
    layout_handout(write, AS_FITS, paper_of("a4"), THEME)
    for size in SIZES:
        cards(random_deck(MODEST), size, "a4")


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
