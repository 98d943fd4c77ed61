"""A form that is left: what was typed is kept, or it is asked before it is lost."""

import pytest
from studios import elements
from test_clinic import digest
from test_exercises import filled, own, sent


def home(answer):
    """Return what leads from a screen to the start."""
    return [one for one in elements(answer.text, "a", "button") if one.get("id") == "home"]


@pytest.mark.parametrize("screen", ["choose", "dose", "person", "page"])
def test_a_visit_keeps_what_was_typed_when_it_is_left(browser, screen):
    visit = browser.begin("gym-bag")
    (button,) = home(browser.get(f"{visit}/{screen}"))
    assert (button["form"], button["name"], button["value"]) == ("fields", "go", "leave")
    browser.post(f"{visit}/{screen}", {"recipient": "x" * 130, "paper": "a4", "go": "leave"})
    assert browser.at == browser.guard.base
    if screen in ("person", "page"):
        assert f'value="{"x" * 130}"' in browser.get(f"{visit}/person").text


def test_a_clinic_that_was_changed_is_not_left_unasked(browser, project):
    typed = {"seen": digest(browser.get("clinic")), "name": "Riverside", "do": "leave"}
    answer = browser.post("clinic", typed)
    assert "Leave without saving?" in answer.text
    assert 'value="Riverside"' in answer.text
    (leads,) = [one for one in elements(answer.text, "a") if one.get("id") == "leave-now"]
    assert leads["href"] == browser.guard.base
    assert not (project.folder / "clinic.yaml").exists()
    browser.post("clinic", {**typed, "name": ""})
    assert browser.at == browser.guard.base


def test_a_clinic_that_was_saved_is_left_at_once(browser):
    browser.post("clinic", {"seen": digest(browser.get("clinic")), "name": "Ours", "do": "save"})
    text = browser.get("clinic").text
    found = elements(text, "input")
    typed = {one["name"]: one.get("value", "") for one in found if "name" in one}
    browser.post("clinic", {**typed, "do": "leave"})
    assert browser.at == browser.guard.base


@pytest.mark.parametrize("id_", ["cat-cow", "side-bend"])
@pytest.mark.parametrize(("do", "where"), [("leave", ""), ("leave-list", "exercises")])
def test_a_move_that_was_changed_is_not_left_unasked(browser, project, id_, do, where):
    fields = {**filled(browser, id_), "do": do}
    sent(browser, id_, fields)
    assert browser.at == browser.guard.base + where
    answer = sent(browser, id_, {**fields, "cue": "Mine."})
    assert "Leave without saving?" in answer.text
    assert 'value="Mine."' in answer.text
    (leads,) = [one for one in elements(answer.text, "a") if one.get("id") == "leave-now"]
    assert leads["href"] == browser.guard.base + where
    assert not own(project, id_).exists()


def test_a_picture_that_was_chosen_is_not_left_unasked(browser):
    fields = {**filled(browser, "cat-cow"), "do": "leave"}
    answer = sent(browser, "cat-cow", fields, {"picture.4.new": ("a.jpg", b"no picture")})
    assert "Leave without saving?" in answer.text
