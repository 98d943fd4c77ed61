"""Lines are short enough to follow, and no word is left alone on the last of them."""

import pytest
from geometry import page_blocks, paragraphs
from samples import PAPERS, ROUTINES, handout_of

from cardgen.documents.handout_request import HandoutRequest
from cardgen.model.arrangement import Arrangement

LONGEST = 80
ARRANGEMENTS = {
    "as fits": Arrangement(),
    "both sides": Arrangement(pages=2),
    "large print": Arrangement(large_print=True),
}


def texts(routine, paper, arrangement):
    sample = handout_of(HandoutRequest(routine, paper, arrangement=ARRANGEMENTS[arrangement]))
    return [p for page in sample.document.pages for p in paragraphs(page_blocks(page))]


@pytest.mark.parametrize("arrangement", ARRANGEMENTS)
@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("routine", ROUTINES)
def test_what_to_do_is_in_lines_that_are_easy_to_follow(routine, paper, arrangement):
    found = [p for p in texts(routine, paper, arrangement) if "LBody" in p.roles]
    # The sources are read by few, and are small so that they are complete.
    lines = [line.text for p in found for line in p.lines if line.size > 7]
    assert len(lines) > 50
    assert [line for line in lines if len(line) > LONGEST] == []


@pytest.mark.parametrize("arrangement", ARRANGEMENTS)
@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("routine", ROUTINES)
def test_no_word_is_left_alone_on_a_last_line(routine, paper, arrangement):
    several = [p for p in texts(routine, paper, arrangement) if len(p.lines) > 1]
    assert len(several) > 10
    alone = [p.lines[-1].text for p in several if len(p.lines[-1].text.split()) == 1]
    # A DOI is one long word, and a name may end in one.
    assert [word for word in alone if len(word) < 6 and not word.startswith("doi:")] == []
