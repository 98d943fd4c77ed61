"""What a person holds: sizes of type and widths of pictures, measured from the PDF."""

import sys
from pathlib import Path

import pytest

from cardgen.api import render
from cardgen.documents.handout_request import HandoutRequest

sys.path.insert(0, str(Path(__file__).parent.parent.parent / "benchmarks"))

from looks import READ, SMALL, look

ROUTINES = ("gym-bag", "post-run", "core-1")
PAPERS = ("letter", "a4")


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("routine", ROUTINES)
def test_all_that_a_patient_reads_is_large_enough_and_all_else_is_a_source(library, routine, paper):
    seen = look(render(HandoutRequest(routine, paper), library).content)
    assert seen.between == 0
    assert seen.least == pytest.approx(SMALL)
    assert seen.read >= 0.7
    assert READ > SMALL


@pytest.mark.parametrize("paper", PAPERS)
def test_the_gym_bag_stands_on_one_side_with_steps_and_pictures_large_enough(library, paper):
    seen = look(render(HandoutRequest("gym-bag", paper), library).content)
    assert seen.pages == 1
    assert seen.picture >= 35
    assert seen.read >= 0.7
