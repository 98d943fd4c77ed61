"""The screens without a script: what they say, what they take, and the page that they make."""

import datetime
import html
import re

import pytest
from studios import QUIET, TODAY, elements

from cardgen import HandoutRequest, Programme, build_handout
from cardgen.studio import visits
from cardgen.studio.desk import open_desk
from cardgen.studio.order import Order
from cardgen.studio.shown import SCREENS

FIVE = ("figure-four", "cat-cow", "bird-dog", "glute-bridge", "childs-pose")
NAME = "Zoë Nowák-Ångström"


def words(answer):
    return " ".join(html.unescape(re.sub("<[^>]+>", " ", answer.text)).split())


def test_a_pack_as_it_is_prints_as_the_command_line_prints_it(browser, run, tmp_path):
    visit = browser.begin("core-1")
    browser.post(f"{visit}/dose", {"glute-bridge.there": "1", "glute-bridge.sets": "4",
                                   "glute-bridge.note": ""})  # fmt: skip
    browser.post(f"{visit}/person", {"recipient": NAME, "date": "2026-11-30", "note": "Go slowly.",
                                     "next_visit": "2026-12-01", "paper": "a4", "country": "UK",
                                     "theme": "ink", "log_days": "2w",
                                     "conditions.there": "1",
                                     "conditions": ["osteoporosis", "wrist-pain"]})  # fmt: skip
    done = run("handout", "core-1", "--for", NAME, "--date", "2026-11-30", "--note", "Go slowly.",
               "--next", "2026-12-01", "--page", "a4", "--country", "UK", "--theme", "ink",
               "--log", "2w", "--condition", "osteoporosis", "--condition", "wrist-pain",
               "--set", "glute-bridge.dose.sets=4", "-o", tmp_path / "own.pdf")  # fmt: skip
    assert done.exit_code == 0, done.stderr
    answer = browser.pdf(visit)
    assert answer.head("content-disposition") == 'attachment; filename="exercises.pdf"'
    assert answer.body == (tmp_path / "own.pdf").read_bytes()


def test_moves_of_ones_own_print_as_a_programme(browser, work, tmp_path):
    visit = browser.begin()
    browser.pick(visit, *FIVE)
    browser.post(f"{visit}/choose", {"do": "up cat-cow"})
    browser.post(f"{visit}/dose", {"figure-four.there": "1", "figure-four.hold": "45",
                                   "figure-four.side": "on"})  # fmt: skip
    browser.post(f"{visit}/person", {"recipient": NAME, "title": "For the run", "large_print": "on",
                                     "frequency": "every run day", "paper": "a4"})  # fmt: skip
    programme = Programme(
        "For the run",
        [
            "cat-cow",
            {"stretch": "figure-four", "dose": {"hold": 45}},
            "bird-dog",
            "glute-bridge",
            "childs-pose",
        ],
        frequency="every run day",
    )
    request = HandoutRequest(programme, "a4", NAME, TODAY, arrangement={"large_print": True})
    build_handout(request, tmp_path / "own.pdf", work.folder)
    assert browser.pdf(visit).body == (tmp_path / "own.pdf").read_bytes()


def test_the_page_for_a_phone_is_that_of_the_command_line(browser, run, tmp_path):
    visit = browser.begin("gym-bag")
    browser.post(f"{visit}/person", {"recipient": NAME, "large_print": "on", "paper": "a4"})
    answer = browser.pdf(visit, "phone")
    done = run("phone", "gym-bag", "--for", NAME, "--date", TODAY, "--page", "a4",
               "-o", tmp_path / "own.html")  # fmt: skip
    assert done.exit_code == 0, done.stderr
    assert answer.head("content-disposition") == 'attachment; filename="exercises.html"'
    assert answer.body == (tmp_path / "own.html").read_bytes()


def test_a_pack_that_was_changed_keeps_its_doses_but_not_its_reasons(browser):
    visit = browser.begin("core-1")
    assert "Why do this?" in words(browser.get(f"{visit}/page"))
    browser.pick(visit, "childs-pose")
    page = words(browser.get(f"{visit}/page"))
    assert "There is no page yet" not in page
    assert "Why do this?" not in page
    assert "Why do this?" in words(browser.get(f"{visit}/choose"))


def test_settings_hold_as_for_the_command_line(project, make, run, tmp_path):
    project.write("clinic.yaml", "name: Riverside Clinic\nclinician: Sam Okoye\ncountry: UK\n")
    project.write("cardgen.yaml", "clinic: clinic.yaml\npaper: a4\ntheme: grey\n")
    browser = make()
    visit = browser.begin("gym-bag")
    asked_ = browser.get(f"{visit}/person").text
    chosen = [one["value"] for one in elements(asked_, "option") if "selected" in one]
    assert chosen[:2] == ["a4", "grey"]
    assert "Riverside Clinic" in asked_
    run("handout", "gym-bag", "--date", TODAY, "-o", tmp_path / "own.pdf")
    assert browser.pdf(visit).body == (tmp_path / "own.pdf").read_bytes()
    browser.post(f"{visit}/person", {"letterhead": "no", "paper": "a4"})
    assert "Riverside" not in words(browser.get(f"{visit}/page")).partition("Letterhead")[0]


@pytest.mark.parametrize(
    ("screen", "fields", "field", "said"),
    [
        ("dose", {"cat-cow.there": "1", "cat-cow.sets": "many"}, "cat-cow.sets", "whole number"),
        ("dose", {"cat-cow.there": "1", "cat-cow.sets": "0"}, "cat-cow.sets", "over 0"),
        ("dose", {"cat-cow.there": "1", "cat-cow.reps": "9" * 30}, "cat-cow.reps", "whole number"),
        ("dose", {"cat-cow.there": "1", "cat-cow.note": "x" * 61}, "cat-cow.note", "60 characters"),
        ("person", {"recipient": "x" * 121}, "recipient", "120 characters"),
        ("person", {"recipient": "a\x07"}, "recipient", "does not print"),
        ("person", {"date": "soon"}, "date", "date"),
        ("person", {"title": "x" * 81}, "title", "80 characters"),
        ("person", {"frequency": "x" * 25}, "frequency", "24 characters"),
        ("person", {"paper": "a99"}, "paper", "a99"),
        ("person", {"log_days": "9w"}, "log_days", "28"),
    ],
)
def test_what_is_wrong_stands_beside_its_field_and_nothing_is_lost(
    browser, screen, fields, field, said
):
    visit = browser.begin()
    browser.pick(visit, "cat-cow")
    answer = browser.post(f"{visit}/{screen}", {**fields, "go": "page"})
    assert browser.at.endswith(screen)
    (wrong,) = (one for one in elements(answer.text, "input", "select") if one.get("id") == field)
    assert (wrong["aria-invalid"], wrong["aria-describedby"]) == ("true", f"wrong-{field}")
    if "value" in wrong:
        assert wrong["value"] == fields[field]
    assert re.search(rf'<p class="wrong" id="wrong-{field}">[^<]*{said}', answer.text)
    assert f'href="#{field}"' in answer.text
    assert "To mend" in answer.text
    page = browser.get(f"{visit}/page")
    assert "There is no page yet" in page.text
    assert browser.pdf(visit).status == 409


def test_a_hold_may_be_longer_than_the_repetition_that_it_is_a_part_of(browser):
    visit = browser.begin()
    browser.pick(visit, "bird-dog")
    answer = browser.post(f"{visit}/dose", {"bird-dog.there": "1", "bird-dog.side": "on",
                                            "bird-dog.hold": "12"})  # fmt: skip
    assert "hold 12 seconds" in words(answer)
    assert "to mend" not in answer.text


def test_the_same_for_all_leaves_what_means_nothing_for_a_move(browser):
    visit = browser.begin()
    browser.pick(visit, "figure-four", "bird-dog")
    answer = words(browser.post(f"{visit}/dose", {"do": "all", "all.sets": "4", "all.reps": "7"}))
    assert "30 seconds, 4 times each side" in answer
    assert "4 sets of 7 each side" in answer


def test_moves_are_found_by_words_posture_purpose_and_equipment(browser, library):
    visit = browser.begin()

    def found(**search):
        answer = browser.post(f"{visit}/choose", {"words": "", **search})
        ids = [one.get("id", "") for one in elements(answer.text, "button")]
        return {id_.removeprefix("add-") for id_ in ids if id_.startswith("add-")}

    assert found() == {*library.stretches}
    assert found(words="CAMEL cat") == {"cat-cow"}
    assert found(words="zzz") == set()
    assert found(posture="standing") == {
        id_ for id_, one in library.stretches.items() if one.value.position == "standing"
    }
    assert found(kind="mobility", posture="hands-and-knees") >= {"cat-cow"}
    needs = {id_: one.value.equipment for id_, one in library.stretches.items()}
    mats = {id_ for id_, own in needs.items() if "mat" in own}
    assert mats
    assert found(equipment="mat") == mats
    assert "cat-cow" not in found(equipment="nothing")


def test_a_condition_says_at_once_what_it_changes(browser, library):
    visit = browser.begin()
    browser.pick(visit, "cat-cow", "childs-pose", "double-knee-to-chest")
    ticks = {"conditions.there": "1", "conditions": ["osteoporosis"]}
    for screen in ("choose", "person"):
        answer = words(browser.post(f"{visit}/{screen}", {"words": "", **ticks}))
        assert "Weak bones: Sink, then flat." in answer
        assert "Left out. Weak bones:" in answer
        assert "In its place: Hip Hinge." in answer
    stopped = words(browser.post(f"{visit}/person", {**ticks, "conditions": ["recent-surgery"]}))
    assert library.conditions["recent-surgery"].stop in stopped
    assert "There is no page yet" not in words(browser.get(f"{visit}/page"))


def test_nothing_of_a_patient_is_in_a_path_a_title_or_a_name_of_a_file(browser):
    visit = browser.begin()
    browser.pick(visit, *FIVE)
    browser.post(f"{visit}/person", {"recipient": NAME, "note": NAME})
    for screen in SCREENS:
        text = browser.get(f"{visit}/{screen}").text
        assert "Zo" not in re.search("<title>(.*?)</title>", text)[1]
        links = [one.get("href") or one.get("src") or one.get("action") or ""
                 for one in elements(text, "a", "img", "form", "link", "script")]  # fmt: skip
        assert links
        assert not [link for link in links if "Zo" in link or "%C3" in link or "?" in link]
        assert {one.get("method", "get") for one in elements(text, "form")} <= {"post", "dialog"}
    answer = browser.pdf(visit, "page")
    assert answer.head("content-disposition") == 'inline; filename="exercises.pdf"'


def test_no_field_is_kept_by_the_browser(browser):
    visit = browser.begin()
    browser.pick(visit, *FIVE)
    seen = 0
    for screen in SCREENS:
        fields = elements(browser.get(f"{visit}/{screen}").text, "input", "select", "textarea")
        shown = [one for one in fields if one.get("type") != "hidden"]
        seen += len(shown)
        # On each field: whatever the form says, Firefox keeps the others in its session file.
        assert [one for one in shown if one.get("autocomplete") != "off"] == [], screen
    assert seen > 60


def test_nothing_of_a_page_comes_from_elsewhere(browser):
    visit = browser.begin()
    for path in ("", *(f"{visit}/{screen}" for screen in SCREENS)):
        text = browser.get(path).text
        assert "http" not in text
        assert elements(text, "style") == []
        assert not [one for one in elements(text, "script") if "src" not in one]
        assert " style=" not in text
        assert not re.search(r"\son\w+=", text)


def test_what_is_printed_is_what_was_shown(browser):
    visit = browser.begin("core-1")
    browser.post(f"{visit}/person", {"recipient": "Ann"})
    shown = browser.rev(visit)
    browser.post(f"{visit}/person", {"recipient": "Bob"})
    answer = browser.post(f"{visit}/exercises.pdf", {"rev": shown, "as": "file"})
    assert (answer.status, answer.head("content-type").partition(";")[0]) == (409, "text/html")
    assert "nothing was printed" in answer.text
    assert browser.raw("GET", f"{visit}/side/{shown}/1.png").status == 404


def test_an_outdated_tab_loses_nothing_and_overwrites_nothing(browser):
    visit = browser.begin("core-1")
    old = browser.rev(visit)
    browser.post(f"{visit}/person", {"rev": old, "recipient": "Ann", "note": "Hers"})
    answer = browser.post(f"{visit}/person", {"rev": old, "recipient": "Bob", "go": "page"})
    assert answer.status == 409
    assert "Another tab has changed this visit" in answer.text
    assert 'value="Bob"' in answer.text
    assert "Hers" in answer.text
    assert 'value="Ann"' in browser.get(f"{visit}/person").text
    again = re.search(r'name="rev" value="(\d+)"', answer.text)[1]
    browser.post(f"{visit}/person", {"rev": again, "recipient": "Bob"})
    assert 'value="Bob"' in browser.get(f"{visit}/person").text


def test_a_visit_that_is_over_takes_and_shows_nothing(browser):
    visit = browser.begin("core-1")
    browser.post(f"{visit}/person", {"recipient": NAME})
    browser.post(f"{visit}/end", {"sure": "yes"})
    for screen in SCREENS:
        assert browser.get(f"{visit}/{screen}").status == 404
        assert browser.post(f"{visit}/{screen}", {"recipient": "Bob"}).status == 404
    assert browser.post(f"{visit}/exercises.pdf", {"rev": "1"}).status == 404
    assert browser.raw("POST", f"{visit}/stay").status == 410
    assert len(browser.studio.visits) == 0


def test_a_visit_is_not_emptied_unasked(browser):
    visit = browser.begin("core-1")
    assert "Empty this visit?" in browser.post(f"{visit}/end").text
    assert len(browser.studio.visits) == 1
    browser.pdf(visit)
    answer = browser.send(f"{visit}/end")
    assert (answer.status, answer.head("clear-site-data")) == (303, '"cache"')
    assert len(browser.studio.visits) == 0


def test_visits_stay_apart(browser):
    one, other = browser.begin("core-1"), browser.begin("gym-bag")
    browser.post(f"{one}/person", {"recipient": "Ann"})
    browser.post(f"{other}/person", {"recipient": "Bob"})
    assert "Bob" not in browser.get(f"{one}/page").text
    assert "Ann" not in browser.get(f"{other}/page").text
    start = browser.get("").text
    assert (start.count("Begun at"), "Ann" in start) == (2, False)


def test_no_more_visits_are_opened_than_can_be_overseen(browser):
    for _ in range(visits.MOST):
        browser.begin()
    assert "Too many visits are open" in browser.post("new").text
    assert len(browser.studio.visits) == visits.MOST


def test_the_studio_ends_and_forgets(make):
    ended = []
    browser = make(stop=lambda: ended.append(True))
    browser.begin("core-1")
    answer = browser.send("end")
    assert (answer.head("clear-site-data"), len(ended)) == ('"cache"', 1)
    assert len(browser.studio.visits) == 0


def test_a_page_tells_how_long_a_visit_is_kept(browser):
    visit = browser.begin()
    text = browser.get(f"{visit}/choose").text
    assert f'data-quiet="{QUIET}"' in text
    assert "after 15 quiet minutes" in text


def test_a_name_that_is_markup_is_text(browser):
    visit = browser.begin("core-1")
    name = '<b>Ann</b> & "Bob" {{ 7 * 7 }}'
    browser.post(f"{visit}/person", {"recipient": name})
    text = browser.get(f"{visit}/page").text
    assert html.escape(name, quote=False) in text.replace("&#34;", '"')
    assert "<b>" not in text


def test_a_language_is_offered_in_its_own_words_and_says_who_has_checked_it(browser):
    visit = browser.begin("gym-bag")
    text = browser.get(f"{visit}/person").text
    assert re.search(r'<option value="es" lang="es">\s*Español', text)
    assert "has checked its translation" not in text
    answer = browser.post(f"{visit}/person", {"language": "es"})
    assert "In Español . The page says which clinician" in words(answer)
    assert 'id="spoken"' in browser.get(f"{visit}/page").text


def test_this_day_stands_on_a_new_page(work, browser):
    assert f'value="{TODAY}"' in browser.get(f"{browser.begin()}/person").text
    assert open_desk(work).first_fields()["date"] == datetime.date(2026, 11, 30).isoformat()


@pytest.mark.parametrize("name", ["..%2fapp.py", "../app.py", "app.py", "none"])
def test_only_its_own_files_are_served(browser, name):
    assert browser.raw("GET", f"static/{name}").status == 404
    assert b"import" not in browser.raw("GET", f"picture/{name}").body


@pytest.mark.parametrize(
    ("settings", "head", "country", "printed"),
    [
        ("", "VN", "", "5 December 2026"),
        ("", "US", "VN", "5 December 2026"),
        ("country: UK\n", "", "", "5 December 2026"),
        ("country: US\n", "", "", "12 May 2026"),
        ("date_order: month-day-year\n", "VN", "", "12 May 2026"),
    ],
)
def test_the_next_visit_is_read_as_the_country_writes_dates(
    make, project, settings, head, country, printed
):
    project.write("clinic.yaml", f"name: Ours\ncountry: {head or 'EU'}\n")
    project.write("cardgen.yaml", f"clinic: clinic.yaml\n{settings}" if head else settings)
    browser = make()
    visit = browser.begin("gym-bag")
    typed = {"recipient": "Ann", "next_visit": "05/12/2026", "country": country, "paper": "a4"}
    text = browser.post(f"{visit}/person", typed).text
    assert "To mend" not in text
    order = Order(next(iter(browser.studio.visits))[1].visit.content, browser.studio.desk)
    assert f"{order.asked.next_visit:%-d %B %Y}" == printed


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("05/12/2026", "may be 2026-12-05 or 2026-05-12. Write the month as a word: 7 Dec 2026."),
        ("31.02.2026", "There is no 31 February in that year. Write the month as a word: 7 Dec"),
    ],
)
def test_a_date_that_is_not_clear_is_to_have_its_month_as_a_word(browser, typed, said):
    visit = browser.begin("gym-bag")
    text = browser.post(f"{visit}/person", {"next_visit": typed}).text
    assert said in html.unescape(text)
    assert "cardgen.yaml" not in text
