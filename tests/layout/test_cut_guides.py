"""Cut guides: where they come from, and that they lie behind each other."""

import pytest
from sheet_checks import (
    HAIR,
    corners_on,
    cut_lines,
    guides_on,
    rules_on,
    uncut,
)
from sheet_samples import CUTS, each_paper, faults_of, full, pages_of

from cardgen.documents.cards import CardsRequest
from cardgen.model.design import MM


@each_paper
@pytest.mark.parametrize("cut", CUTS)
def test_cut_guides_come_from_the_cards_alone(request_, cut):
    rounded = {"radius": 3 * MM} if cut == "outline" else {}
    for count in (1, full(request_)):
        front, back = pages_of(count, request_, cut=cut, **rounded)
        assert faults_of(front) == []
        assert not guides_on(back)
        assert len(corners_on(front)) == (4 * count if cut == "outline" else 0)
        assert bool(cut_lines(front)) == (cut in ("lines", "outline"))
        assert list(uncut(front, 3 * MM)) == [] or cut in ("marks", "none")
        if cut == "none":
            assert not guides_on(front)


@each_paper
def test_guides_on_both_sides_lie_behind_each_other(request_):
    front, back = pages_of(2, request_, cut="lines", cut_backs=True)[:2]
    turned = [(back.width - r, t, back.width - x, b) for x, t, r, b in rules_on(back)]
    assert len(turned) == len(rules_on(front)) > 4
    for rule in rules_on(front):
        assert any(rule == pytest.approx(other, abs=2 * HAIR) for other in turned)


def test_guides_are_usual_for_their_paper():
    assert cut_lines(pages_of(2, CardsRequest())[0])
    assert not guides_on(pages_of(2, CardsRequest(sheet="avery-5371"))[0])
    assert cut_lines(pages_of(2, CardsRequest(sheet="poker-9-a4"))[0])
    bleeding = pages_of(2, CardsRequest(), bleed=3 * MM)[0]
    assert rules_on(bleeding)
    assert not cut_lines(bleeding)
