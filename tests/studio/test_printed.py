"""What the dose screen says of a dose that a condition changes: it is what prints."""

import html
import re

import pytest
from chromiums import words
from studios import elements

from cardgen.studio.order import Order
from cardgen.studio.printed import printed_doses
from cardgen.studio.problems import facts

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
    said = html.unescape(browser.get(f"{visit}/dose").text)
    assert "Prints 5 times each side" in said
    assert "You asked for 12 times each side" in said
    assert "You asked for 12 times" in html.unescape(browser.get(f"{visit}/page").text)
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
    said = browser.get(f"{visit}/dose").text
    assert "Prints 5 times each side" in said
    assert "You asked for" not in said


def test_what_is_advised_of_one_condition_names_it_once(browser):
    visit = browser.begin()
    browser.pick(visit, "bird-dog", "cat-cow", "glute-bridge", "knee-rolls", "clam")
    for condition in browser.studio.desk.library.conditions:
        browser.post(f"{visit}/person", {"conditions.there": "1", "conditions": condition})
        label = browser.studio.desk.library.conditions[condition].label
        for line in re.findall("<li><strong>.*?</li>", browser.get(f"{visit}/person").text):
            assert line.count(f"{label}: ") <= 1, line


def test_a_page_without_moves_leads_to_them(browser):
    visit = browser.begin()
    links = [one["href"] for one in elements(browser.get(f"{visit}/page").text, "a")]
    assert any(link.endswith("/choose") for link in links)


def test_a_page_of_two_sides_is_told_to_be_too_long_for_one():
    said = facts(("2 pages", "one side is 7.7 mm too short", "body 11 pt"))
    assert said == "2 pages · 7.7 mm too long for one side · type 11 pt"
