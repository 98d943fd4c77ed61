"""What a clinic settles: its letterhead, paper and colours, in files that all commands read."""

import html
import re

import pytest
from studios import TODAY, elements

from cardgen.studio.clinic import HEAD, HOLDS, find_files

RIVERSIDE = {"name": "Riverside Clinic", "phone": "01 234", "country": "UK", "paper": "a4"}
HEAD_FILE = (
    "# Ours\nname: Riverside   # short\naddress: |\n  12 Mill Lane\n  Springfield\ncountry: UK\n"
)


def digest(answer):
    (seen,) = (one for one in elements(answer.text, "input") if one.get("name") == "seen")
    return seen["value"]


def save(browser, **typed):
    return browser.post("clinic", {"seen": digest(browser.get("clinic")), "do": "save", **typed})


def test_what_is_saved_holds_for_the_page_and_for_the_command_line(browser, project, run, tmp_path):
    answer = save(browser, **RIVERSIDE)
    assert "Saved to cardgen.yaml and clinic.yaml" in answer.text
    assert (project.folder / "cardgen.yaml").read_text() == "clinic: clinic.yaml\npaper: a4\n"
    visit = browser.begin("gym-bag")
    pdf = browser.pdf(visit).body
    run("handout", "gym-bag", "--date", TODAY, "-o", tmp_path / "own.pdf")
    assert pdf == (tmp_path / "own.pdf").read_bytes()
    assert "Riverside Clinic" in browser.get(f"{visit}/page").text


def test_nothing_is_saved_unasked(browser, project):
    answer = browser.post("clinic", {**RIVERSIDE, "seen": digest(browser.get("clinic"))})
    assert 'value="Riverside Clinic"' in answer.text
    picture = re.search(r"clinic/look/\d+\.png", answer.text)[0]
    assert browser.get(picture).body.startswith(b"\x89PNG")
    assert [path.name for path in project.folder.iterdir() if path.is_file()] == []


def test_comments_and_other_settings_stay(browser, project):
    project.write(
        "cardgen.yaml", "# All of us\nclinic: ours.yaml\noutput: pages  # here\ntheme: ink\n"
    )
    project.write("ours.yaml", HEAD_FILE)
    answer = browser.get("clinic")
    assert 'value="12 Mill Lane' in answer.text
    save(
        browser,
        name="Riverside",
        address="12 Mill Lane\n  Springfield",
        phone="01: 234",
        theme="grey",
    )
    assert (project.folder / "cardgen.yaml").read_text() == (
        "# All of us\nclinic: ours.yaml\noutput: pages  # here\ntheme: grey\n"
    )
    text = (project.folder / "ours.yaml").read_text()
    assert text.startswith("# Ours\nname: Riverside   # short\n")
    assert "country" not in text
    assert find_files(project.folder).values()["phone"] == "01: 234"


def test_a_file_that_changed_meanwhile_is_not_overwritten(browser, project):
    old = digest(browser.get("clinic"))
    project.write("clinic.yaml", "name: Hillside\n")
    answer = browser.post("clinic", {**RIVERSIDE, "seen": old, "do": "save"})
    assert (answer.status, "nothing was written" in answer.text) == (409, True)
    assert 'value="Riverside Clinic"' in answer.text
    assert (project.folder / "clinic.yaml").read_text() == "name: Hillside\n"
    assert not (project.folder / "cardgen.yaml").exists()


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [("accent", "#ffff00", "contrast"), ("accent", "green", "colour"), ("logo", "no.svg", "no.svg"),
     ("credentials", "PT", "clinician")],
)  # fmt: skip
def test_what_is_wrong_is_told_and_not_saved(browser, project, field, value, said):
    answer = save(browser, **{"name": "Riverside", field: value})
    assert said in html.unescape(answer.text)
    assert "To mend" in answer.text
    assert [path for path in project.folder.iterdir() if path.is_file()] == []


def test_a_page_that_was_shown_before_is_not_printed(browser):
    visit = browser.begin("gym-bag")
    shown = browser.rev(visit)
    save(browser, **RIVERSIDE)
    assert browser.post(f"{visit}/exercises.pdf", {"rev": shown}).status == 409


def test_a_file_that_cannot_be_read_is_told_of(browser, project):
    project.write("cardgen.yaml", "clinic: [\n")
    answer = browser.get("clinic")
    assert (answer.status, "cannot be read" in answer.text) == (409, True)


def test_every_field_of_a_letterhead_is_asked(browser):
    names = {one.get("name") for one in elements(browser.get("clinic").text, "input", "select")}
    assert {*HEAD, *HOLDS} - names <= {"language"}
