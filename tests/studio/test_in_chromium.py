"""What a person does in a real browser: keys and focus, scripts or none, and how soon it shows."""

import time
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from chromiums import FIVE, NAME, begin, fill, saved, tab_to, words
from studios import TODAY

from cardgen import HandoutRequest, Programme, build_handout

AXE = Path(__file__).parents[2] / ".axe/node_modules/axe-core/axe.min.js"
# They share one browser, and time what it does.
pytestmark = pytest.mark.xdist_group("chromium")


def expected(folder, **request):
    """Return what the command line and Python make of the same."""
    programme = Programme("Your exercises", [{"stretch": FIVE[0], "dose": {"hold": 45}}, *FIVE[1:]])
    asked = HandoutRequest(programme, recipient=NAME, date=TODAY, built=TODAY, **request)
    build_handout(asked, folder / "own.pdf", folder)
    return (folder / "own.pdf").read_bytes()


def test_by_keyboard_alone_from_the_start_to_the_pdf(opened, tmp_path):  # noqa: PLR0915 - a visit
    page = opened()
    keys = page.keyboard
    tab_to(page, "new")
    keys.press("Enter")
    page.wait_for_selector("#q")
    keys.press("/")
    for number, move in enumerate(FIVE, 1):
        page.focus("#q")
        keys.press("Control+A")
        keys.type(move.replace("-", " ").replace("childs pose", "child"))
        page.wait_for_selector(f"#add-{move}")
        page.wait_for_function("() => document.querySelectorAll('.grid li').length < 4")
        tab_to(page, f"add-{move}")
        keys.press("Space" if number % 2 else "Enter")
        page.wait_for_selector(f"#add-{move}[aria-pressed=true]")
        assert page.evaluate("document.activeElement.id") == f"add-{move}", "focus is lost"
        page.wait_for_function(
            "n => document.getElementById('status').textContent.includes(`${n} chosen`)", arg=number
        )
    tab_to(page, "down-figure-four")
    keys.press("Alt+ArrowDown")
    page.wait_for_selector("[data-move=figure-four]:nth-child(2)")
    assert page.evaluate("document.activeElement.id") == "down-figure-four"
    keys.press("Alt+ArrowUp")
    page.wait_for_selector("[data-move=figure-four]:nth-child(1)")
    tab_to(page, "remove-childs-pose")
    keys.press("Delete")
    page.wait_for_selector("#undo")
    assert page.evaluate("document.activeElement.id") == "undo"
    keys.press("Enter")
    page.wait_for_selector("[data-move=childs-pose]")
    tab_to(page, "go-dose", "Shift+Tab")
    keys.press("Enter")
    page.wait_for_url("**/dose")
    tab_to(page, "figure-four.hold")
    keys.type("45")
    keys.press("Enter")  # reckons again, and stays
    page.wait_for_selector("#row-figure-four .line >> text=45 seconds")
    assert page.url.endswith("/dose")
    assert page.evaluate("document.activeElement.id") == "figure-four.hold"
    tab_to(page, "go-person", "Shift+Tab")
    keys.press("Enter")
    page.wait_for_url("**/person")
    tab_to(page, "recipient")
    keys.type(NAME)
    tab_to(page, "go-page", "Shift+Tab")
    keys.press("Enter")
    page.wait_for_selector("img.sheet")
    keys.press("?")
    assert page.evaluate("document.activeElement.parentElement.id") == "help"
    tab_to(page, "save", "Shift+Tab")
    pdf = saved(page, lambda: keys.press("Enter"))
    assert NAME in words(pdf)
    assert "45 s" in words(pdf)
    assert pdf == expected(tmp_path)
    assert {urlsplit(url).hostname for url in page.asked} == {"127.0.0.1"}
    assert not [url for url in page.asked if "%C3" in url or "?" in url]
    assert [text for text in page.told if "Security" in text or "rror" in text] == []


def test_without_scripts(opened, tmp_path):
    page = opened(java_script_enabled=False)
    fill(page)
    page.select_option("#paper", "a4")
    page.click("text=Update the page")
    page.wait_for_selector("text=A4 ·")
    assert saved(page) == expected(tmp_path, paper="a4")


FORM = {"Sec-Fetch-Site": "same-origin"}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LOOKS = {
    "en": [(320, "light", RULES), (1280, "dark", RULES), (320, "dark", ["color-contrast"]),
           (1280, "light", ["color-contrast"])],
    "ar": [(320, "light", RULES)],
    "zh": [(1280, "dark", RULES)],
}  # fmt: skip
"""By language, at which widths and in which colours its screens are looked at."""


@contextmanager
def speaking(page, language):
    """Let the studio speak a language; it is one studio for all tests."""
    choose_language(page, language)
    try:
        yield
    finally:
        page.goto(page.url.partition("visit/")[0].partition("exercises")[0].partition("clinic")[0])
        choose_language(page, "en")


def choose_language(page, language):
    if page.locator("#tongues:not([open])").count():
        page.click("#tongues summary")
    page.click(f"#tongue-{language}")
    page.wait_for_selector(f"html[lang^={language}]")


def faults(page, language):
    """Yield what axe finds on a screen, and where it is wider than the window."""
    for width, scheme, tags in LOOKS[language]:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        page.evaluate(AXE.read_text())
        result = page.evaluate("tags => axe.run(document, {runOnly: tags})", tags)
        assert result["passes"], "axe looked at nothing"
        for fault in result["violations"]:
            yield scheme, width, fault["id"], [node["html"][:150] for node in fault["nodes"]]
        if (wide := page.evaluate("document.documentElement.scrollWidth")) > width:
            yield scheme, width, "wide", wide


@pytest.mark.skipif(not AXE.is_file(), reason="needs axe-core, which .ci/run installs")
@pytest.mark.parametrize("language", LOOKS)
def test_every_screen_is_accessible(opened, language):
    page, found = opened(), {}

    def look(name):
        found[name] = list(faults(page, language))
        page.set_viewport_size({"width": 1280, "height": 900})

    with speaking(page, language):
        look_at_all(page, look)
    assert {name: faults for name, faults in found.items() if faults} == {}


def look_at_all(page, look):  # noqa: PLR0915 - all screens
    page.click("#tongues summary")
    look("start")
    visit = begin(page, "figure-four", "cat-cow", "childs-pose")
    page.click("#has summary")
    page.check("#c-osteoporosis")
    page.wait_for_selector(".tray .care")
    look("choose")
    page.click("#go-dose")
    page.click("#all summary")
    page.fill("[id='cat-cow.sets']", "many")
    page.keyboard.press("Tab")
    page.wait_for_selector("#errors")
    look("dose")
    page.fill("[id='cat-cow.sets']", "")
    page.click("#go-person")
    page.fill("#recipient", "x" * 130)
    page.keyboard.press("Enter")
    page.wait_for_selector("#errors")
    assert page.evaluate("document.activeElement.id") == "errors"
    look("person")
    page.fill("#recipient", NAME)
    page.click("#go-page")
    page.wait_for_selector("img.sheet")
    page.click("#words-1 summary")
    page.click("#help summary")
    page.click("#others summary")
    page.click("#next-week summary")
    look("page")
    page.evaluate("document.getElementById('quiet').showModal()")
    look("quiet")
    page.goto(f"{visit}/sure")
    look("sure")
    page.goto(page.url.partition("visit/")[0] + "clinic")
    page.fill("#accent", "#ffff00")
    page.keyboard.press("Tab")
    page.wait_for_selector("#errors")
    page.fill("#accent", "")
    page.fill("#name", "Riverside")
    page.keyboard.press("Tab")
    page.wait_for_selector(".look img")
    look("clinic")
    page.click("#leave")
    page.wait_for_selector("#leave-now")
    look("leave")
    page.goto(page.url.replace("clinic", "exercises/cat-cow"))
    page.fill("#cue", "Utilise it.")
    page.fill("[id='dose.sets']", "many")
    page.click("#look")
    page.wait_for_selector("#errors")
    look("exercise")
    page.goto(f"{visit}/elsewhere")
    look("gone")


def test_a_language_is_chosen_without_scripts_and_what_was_typed_stays(opened):
    page = opened(java_script_enabled=False)
    begin(page, "cat-cow")
    page.click("#go-person")
    page.fill("#recipient", NAME)
    with speaking(page, "ar"):
        assert page.evaluate("document.dir") == "rtl"
        assert page.input_value("#recipient") == NAME
        page.click("#home")
        page.wait_for_selector("#new")


def test_a_language_is_chosen_and_a_form_left_with_scripts(opened):
    page = opened()
    visit = begin(page, "cat-cow")
    page.click("#go-dose")
    page.fill("[id='cat-cow.reps']", "9")
    with speaking(page, "ar"):
        assert page.input_value("[id='cat-cow.reps']") == "9"
        page.wait_for_selector("#usual-1")
        page.fill("[id='cat-cow.reps']", "7")
        page.keyboard.press("Enter")  # the first button of the form is not another language
        page.wait_for_function("() => document.querySelector('.line').textContent.includes('7')")
        assert page.url.endswith("/dose")
        page.click("#home")
        page.wait_for_selector("#new")
        page.goto(page.url + "clinic")
        page.fill("#name", "Riverside")
        page.click("#leave")
        page.wait_for_selector("#leave-now")
        assert page.input_value("#name") == "Riverside"
        page.click("#leave-now")
        page.wait_for_selector("#new")
        page.goto(f"{visit}/dose")
        assert page.input_value("[id='cat-cow.reps']") == "7"


def test_a_change_shows_at_once(opened, record_property):
    page = opened()
    fill(page)
    times = []
    for paper in ("a4", "letter") * 4:
        old, start = page.get_attribute("img.sheet", "src"), time.perf_counter()
        page.select_option("#paper", paper)
        page.wait_for_function(
            "old => { const i = document.querySelector('img.sheet');"
            "return i && i.getAttribute('src') !== old && i.complete && i.naturalWidth }", arg=old
        )  # fmt: skip
        times.append(time.perf_counter() - start)
    times.sort()
    record_property("preview", f"median {times[4]:.2f} s, worst {times[-1]:.2f} s")
    # 0.15 s on a quiet machine; this one may have much else to do.
    assert times[4] < 2


def test_twenty_tabs_at_once_have_each_its_own_page(run_studio, opened):
    pages, origin = [opened()], f"http://127.0.0.1:{run_studio.port}"
    pages += [pages[0].context.new_page() for _ in range(19)]
    visits = []
    for number, page in enumerate(pages):
        answer = page.request.post(f"{run_studio.base}new", form={"pack": "gym-bag"},
                                   headers=FORM | {"Origin": origin}, max_redirects=0)  # fmt: skip
        page.goto(origin + answer.headers["location"].replace("/dose", "/person"))
        page.fill("#recipient", f"Patient {number} of 20")
        visits.append(page.url.rpartition("/")[0])
    for page in pages:
        page.evaluate("document.getElementById('go-page').click()")
    for number, page in enumerate(pages):
        page.wait_for_selector("img.sheet")
        assert f"Patient {number} of 20" in page.inner_text("h1")
        assert f"Patient {number} of 20" in page.text_content("pre")
        pdf = words(saved(page))
        assert f"Patient {number} of 20" in pdf
    assert len(set(visits)) == 20
