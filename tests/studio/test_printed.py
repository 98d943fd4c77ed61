"""What the dose screen says of a dose that a condition changes: it is what prints."""

import pytest
from chromiums import words

from cardgen.studio.order import Order
from cardgen.studio.printed import printed_doses

OWN = {"cat-cow.there": "1", "cat-cow.reps": "10", "knee-rolls.there": "1", "knee-rolls.reps": "12",
       "knee-rolls.side": "on"}  # fmt: skip
WEAK = {"conditions.there": "1", "conditions": "osteoporosis"}


def printed(browser):
    ((_, found),) = browser.studio.visits
    return printed_doses(Order(found.visit.content, browser.studio.desk))


@pytest.mark.parametrize("pack", ["", "flare-first-days"])
def test_a_dose_that_a_condition_makes_less_is_known_before_it_prints(browser, pack):
    visit = browser.begin(pack)
    browser.pick(visit, "cat-cow", "knee-rolls") if not pack else None
    browser.post(f"{visit}/dose", OWN)
    assert not printed(browser)
    browser.post(f"{visit}/person", {"paper": "a4", **WEAK})
    found = printed(browser)["knee-rolls"]
    assert (found.dose.reps, found.is_asked) == (5, True)
    assert "osteoporosis" in found.conditions
    text = words(browser.pdf(visit).body)
    assert "5 times each side" in text
    assert "12 times" not in text
    if not pack:
        assert "cat-cow" not in printed(browser)
        assert "10 slow" in text


def test_a_usual_dose_that_a_condition_changes_was_asked_by_nobody(browser):
    visit = browser.begin()
    browser.pick(visit, "knee-rolls")
    browser.post(f"{visit}/person", WEAK)
    found = printed(browser)["knee-rolls"]
    assert (found.dose.reps, found.is_asked) == (5, False)
