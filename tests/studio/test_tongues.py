"""The language that the studio speaks: of every screen, and of no page."""

import re

import pytest
from marked_language import pseudo, routine_words, unmarked
from studios import elements
from test_clinic import digest
from test_exercises import NEW, filled, sent
from test_exercises import save as save_move
from test_studio_programmes import upload

from cardgen.studio import shown, voice
from cardgen.studio.shown import SCREENS
from cardgen.studio.words import languages, load_words

NAME = "Zoë Nowák"
OWN = (NAME, "Your exercises", "Riverside", "cardgen studio", "https://", "Alt", "Delete", "Enter")
BROKEN = b"title: A\nmoves:\n- stretch: cat-cow\n  dose: {sets: many}\n"


def visit_screens(browser):
    """Yield the screens of a visit, as they are and with what goes wrong."""
    yield "start", browser.get("")
    yield "a wrong file", upload(browser, "week.yaml", BROKEN)
    yield "no file", upload(browser, "", b"")
    empty = browser.begin()
    for screen in SCREENS:
        yield f"empty {screen}", browser.get(f"{empty}/{screen}")
    visit = browser.begin("core-1")
    browser.pick(visit, "cat-cow")
    ticks = {"conditions.there": "1", "conditions": ["osteoporosis", "wrist-pain"]}
    yield "choose", browser.post(f"{visit}/choose", {"words": "", **ticks})
    yield "added", browser.post(f"{visit}/choose", {"do": "toggle childs-pose"})
    yield "shifted", browser.post(f"{visit}/choose", {"do": "up childs-pose"})
    yield "taken out", browser.post(f"{visit}/choose", {"do": "remove childs-pose"})
    yield "undone", browser.post(f"{visit}/choose", {"do": "undo"})
    yield "nothing found", browser.post(f"{visit}/choose", {"words": "zzz"})
    typed = {"cat-cow.there": "1", "cat-cow.sets": "many"}
    yield "a wrong dose", browser.post(f"{visit}/dose", typed)
    yield "the same for all", browser.post(f"{visit}/dose", {"do": "all", "all.sets": "2"})
    yield "dose", browser.post(f"{visit}/dose", {**typed, "cat-cow.sets": "", "cat-cow.reps": "9"})
    yield "a wrong name", browser.post(f"{visit}/person", {"recipient": "9" * 130})
    yield "no page", browser.get(f"{visit}/page")
    yield "person", browser.post(f"{visit}/person", {"recipient": NAME, "language": "es"})
    yield "page", browser.get(f"{visit}/page")
    yield "sure", browser.get(f"{visit}/sure")
    stale = {"rev": "0", "recipient": "9", "go": "page"}
    yield "another tab", browser.post(f"{visit}/person", stale)
    yield "changed", browser.post(f"{visit}/exercises.pdf", {"rev": "0"})
    visit = browser.begin()
    browser.pick(visit, "cat-cow", "childs-pose")
    rev = {"rev": browser.rev(visit)}
    programme = browser.post(f"{visit}/exercises.pdf", {**rev, "as": "programme"}).body
    yield "opened", upload(browser, "week.yaml", programme)
    again = browser.at.rpartition("/")[0]
    browser.post(f"{again}/choose", {"do": "remove cat-cow"})
    browser.pick(again, "figure-four")
    browser.post(f"{again}/dose", {"childs-pose.there": "1", "childs-pose.hold": "50"})
    browser.post(f"{again}/person", {"title": "9", "frequency": "9", "conditions.there": "1"})
    yield "news", browser.get(f"{again}/dose")
    stopped = {"conditions.there": "1", "conditions": "recent-surgery"}
    yield "stopped", browser.post(f"{again}/person", stopped)
    one = browser.begin()
    browser.pick(one, "cat-cow")
    browser.post(f"{one}/dose", {"cat-cow.there": "1", "cat-cow.reps": "9"})
    yield "usual", browser.get(f"{one}/usual/1")
    yield "usual stale", browser.post(f"{one}/usual/1", {"seen": ""})
    seen = digest(browser.get(f"{one}/usual/1"))
    yield "usual saved", browser.post(f"{one}/usual/1", {"seen": seen})
    browser.post(f"{one}/dose", {"cat-cow.there": "1", "cat-cow.reps": "5"})
    yield "usual own", browser.get(f"{one}/usual/1")


def other_screens(browser):
    """Yield the screens of files, as they are and with what goes wrong."""
    yield "clinic", browser.get("clinic")
    typed = {"seen": digest(browser.get("clinic"))}
    wrong = {**typed, "accent": "#ffff00", "paper": "a99"}
    yield "a wrong colour", browser.post("clinic", {**wrong, "do": "look"})
    yield "left", browser.post("clinic", {**typed, "name": "Riverside", "do": "leave"})
    yield "clinic stale", browser.post("clinic", {**typed, "seen": ""})
    saved = {**typed, "name": "Riverside", "programmes": "9", "do": "save"}
    yield "clinic saved", browser.post("clinic", saved)
    visit = browser.begin("gym-bag")
    keep = {"rev": browser.rev(visit)}
    yield "kept", browser.post(f"{visit}/programme", {**keep, "programme-name": "9"})
    yield "page with a shelf", browser.get(f"{visit}/page")
    yield "no name", browser.post(f"{visit}/programme", {**keep, "programme-name": ""})
    yield "a wrong name", browser.post(f"{visit}/programme", {**keep, "programme-name": "9/9"})
    browser.post(f"{visit}/person", {"paper": "a4"})
    browser.post(f"{visit}/dose", {"cat-cow.there": "1", "cat-cow.reps": "9"})
    keep = {"rev": browser.rev(visit), "programme-name": "9"}
    yield "there already", browser.post(f"{visit}/programme", keep)
    yield "start with a shelf", browser.get("")
    yield "exercises", browser.get("exercises")
    yield "no letters", browser.post("exercises", {"name": "-"})
    yield "new", browser.get("exercises/9")
    typed = filled(browser, "9")
    yield "new, looked through", sent(browser, "9", {**typed, "do": "look"})
    yield "new, left", sent(browser, "9", {**typed, "cue": "9", "do": "leave-list"})
    yield "copy", browser.get("exercises/bird-dog")
    typed = filled(browser, "bird-dog")
    hard = {**typed, "cue": "Utilise contralateral musculature.", "do": "look"}
    yield "copy with warnings", sent(browser, "bird-dog", hard)
    yield "copy stale", sent(browser, "bird-dog", {**typed, "cue": "9", "seen": "9", "do": "save"})
    yield "gone", browser.get("visit/x/page")


def broken_screens(browser, project):
    """Yield the screens of files that cannot be used, and the last one."""
    project.write("stretches/side-bend.yaml", "name: [\n")
    yield "broken", browser.get("exercises/side-bend")
    yield "closed", browser.post("end")


@pytest.fixture
def foreign(make, monkeypatch):
    """A studio that speaks a language that is made up."""
    made = {}

    def tongue_of(_, library):
        return made.setdefault(hash(library), pseudo(library))

    monkeypatch.setattr(voice, "tongue_of", tongue_of)
    monkeypatch.setattr(shown, "routine_words", routine_words)
    return make()


def test_no_word_on_any_screen_is_of_another_language(foreign, project):
    found, seen = {}, 0
    own = (*OWN, str(project.folder), "cardgen.yaml", "clinic.yaml", "week.yaml", "cat-cow.yaml",
           "bird-dog.yaml", "9.yaml", "stretches", "cardgen", "#0b6577", "a99")  # fmt: skip
    walks = (visit_screens(foreign), other_screens(foreign), broken_screens(foreign, project))
    for walk in walks:
        for name, answer in walk:
            assert answer.head("content-type").startswith("text/html"), name
            seen += 1
            assert "«" in answer.text, name
            if words := unmarked(answer.text, *own):
                found[name] = words
    assert found == {}
    assert seen > 50


def language_of(answer):
    (one,) = elements(answer.text, "html")
    return one["lang"], one["dir"]


def said(language, key, **values):
    return load_words(language).labels[key].format(**values)


def test_a_language_that_is_chosen_stays_through_a_visit(browser):
    visit = browser.begin()
    answer = browser.post(f"{visit}/choose", {"tongue": "ar", "go": "choose"})
    assert language_of(answer) == ("ar", "rtl")
    browser.pick(visit, "cat-cow")
    for path in (*(f"{visit}/{screen}" for screen in SCREENS), "", "clinic", "exercises"):
        assert language_of(browser.get(path)) == ("ar", "rtl"), path
    assert "القطة والبقرة" in browser.get(f"{visit}/choose").text
    browser.post("language", {"tongue": "en", "back": browser.studio.app().routes[0].path})
    assert language_of(browser.get(f"{visit}/dose")) == ("en-US", "ltr")


def test_every_language_names_itself_on_every_screen(browser):
    visit = browser.begin("gym-bag")
    for path in ("", "clinic", "exercises", f"{visit}/page", f"{visit}/sure", "nowhere"):
        text = browser.get(path).text
        names = dict(re.findall(r'<button[^>]* name="tongue" value="(\w+)"[^>]*>([^<]+)<', text))
        assert names == {"ar": "العربية", "en": "English", "es": "Español", "vi": "Tiếng Việt",
                         "zh": "简体中文"}, path  # fmt: skip


def test_the_language_of_the_studio_changes_no_page(browser):
    visit = browser.begin("core-1")
    browser.post(f"{visit}/person", {"recipient": NAME, "paper": "a4"})
    made = {browser.pdf(visit).body}
    for language in languages():
        browser.post("language", {"tongue": language})
        assert said(language, "ready") in browser.get(f"{visit}/page").text
        made.add(browser.pdf(visit).body)
        chosen = elements(browser.get(f"{browser.begin()}/person").text, "option")
        assert [one["value"] for one in chosen if "selected" in one and one["value"] in languages()
                ] == ["en"]  # fmt: skip
    assert len(made) == 1
    browser.post(f"{visit}/person", {"language": "es"})
    assert language_of(browser.get(f"{visit}/page"))[0] == "zh-Hans"
    assert 'lang="es"' in re.search("<pre[^>]*>", browser.get(f"{visit}/page").text)[0]


def test_what_is_typed_is_kept_when_a_language_is_chosen(browser):
    visit = browser.begin("gym-bag")
    rev = browser.rev(visit)
    answer = browser.post(
        f"{visit}/person", {"rev": rev, "recipient": NAME, "note": "Slow.", "tongue": "vi"}
    )
    assert language_of(answer)[0] == "vi"
    assert f'value="{NAME}"' in answer.text
    assert "Slow." in answer.text
    typed = {"seen": digest(browser.get("clinic")), "name": "Riverside", "tongue": "es"}
    answer = browser.post("clinic", typed)
    assert (language_of(answer)[0], 'value="Riverside"' in answer.text) == ("es", True)
    answer = sent(
        browser, "cat-cow", {**filled(browser, "cat-cow"), "cue": "Mine.", "tongue": "zh"}
    )
    assert (language_of(answer)[0], 'value="Mine."' in answer.text) == ("zh-Hans", True)


def test_a_settled_language_is_the_first_and_saving_another_changes_nothing(project, make):
    project.write("cardgen.yaml", "language: es\n")
    browser = make()
    answer = browser.raw("GET", "", **{"Accept-Language": "zh"})
    assert language_of(answer)[0] == "es"
    typed = {"seen": digest(browser.get("clinic")), "language": "vi", "do": "save"}
    assert language_of(browser.post("clinic", typed))[0] == "es"
    chosen = elements(browser.get(f"{browser.begin()}/person").text, "option")
    assert "vi" in [one["value"] for one in chosen if "selected" in one]
    assert language_of(make().get(""))[0] == "vi"


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("vi-VN,vi;q=0.9,en;q=0.8", "vi"),
        ("fr", "en-US"),
        ("fr,ar;q=0.3", "ar"),
        ("\xff;;", "en-US"),
    ],
)
def test_the_browser_says_what_is_first_where_nothing_is_settled(make, accepted, language):
    browser = make()
    assert language_of(browser.raw("GET", "", **{"Accept-Language": accepted}))[0] == language
    later = browser.raw("GET", "", **{"Accept-Language": "zh"})
    assert language_of(later)[0] == (language if language != "en-US" else "zh-Hans")


def test_a_language_that_is_none_changes_nothing_and_leads_nowhere_else(browser):
    for back in ("//evil.example/", "https://evil.example", "../..", "\r\nSet-Cookie: a=b"):
        answer = browser.send("language", {"tongue": "xx", "back": back})
        assert answer.status == 303
        assert answer.head("location").startswith(browser.guard.base)
        assert answer.head("set-cookie") == ""
    assert language_of(browser.get(""))[0] == "en-US"


def test_a_page_that_nobody_may_see_is_in_the_language_of_the_browser(browser):
    other = {"Cookie": None, "Accept-Language": "es"}
    answer = browser.raw("GET", "", **other)
    assert (answer.status, language_of(answer)) == (403, ("es", "ltr"))
    assert said("es", "shut-about") in answer.text


@pytest.mark.parametrize("language", ["ar", "zh"])
def test_what_core_code_says_is_marked_as_english(browser, language):
    browser.post("language", {"tongue": language})
    visit = browser.begin()
    browser.pick(visit, "cat-cow")
    text = browser.post(f"{visit}/dose", {"cat-cow.there": "1", "cat-cow.sets": "many"}).text
    english = r'<span lang="en" dir="ltr">Expected a whole number'
    assert re.search(rf'id="wrong-cat-cow.sets">{english}', text)
    assert text.count('<span lang="en" dir="ltr">Expected a whole number') == 2


def test_a_move_that_is_not_translated_is_marked_and_found(browser):
    save_move(browser, "side-bend", **NEW, equipment="mat")
    browser.post("language", {"tongue": "es"})
    visit = browser.begin()
    text = browser.post(f"{visit}/choose", {"words": "side bend"}).text
    assert '<strong><span lang="en" dir="ltr">Side Bend</span></strong>' in text
    assert "[en]" not in text
    found = browser.post(f"{visit}/choose", {"words": "gato"}).text
    assert 'id="add-cat-cow"' in found
    assert 'id="add-cat-cow"' in browser.post(f"{visit}/choose", {"words": "cat-cow"}).text
    mat = browser.post(f"{visit}/choose", {"words": "", "equipment": "mat"}).text
    assert re.search(r'<option value="mat" selected>\s*(?!mat)', mat)
    browser.pick(visit, "side-bend")
    assert 'aria-label="Subir Side Bend"' in browser.get(f"{visit}/choose").text


def test_a_heading_that_nobody_typed_is_in_the_language_of_the_page(browser):
    visit = browser.begin()
    browser.pick(visit, "cat-cow")
    text = browser.post(f"{visit}/person", {"language": "es"}).text
    (title,) = (one for one in elements(text, "input") if one.get("id") == "title")
    assert title["placeholder"] == said("es", "page-title")
    assert said("es", "page-title") in browser.post(f"{visit}/page", {"title": ""}).text


@pytest.mark.parametrize("n", [0, 1, 2, 3, 11, 100])
def test_numbers_have_their_plural_form(browser, n):
    browser.post("language", {"tongue": "ar"})
    found = browser.studio._views.tongue.count("found", n)
    wanted = {0: "0 تمرين", 1: "تمرين واحد", 2: "تمرينان", 3: "3 تمارين", 11: "11 تمريناً",
              100: "100 تمرين"}  # fmt: skip
    assert found == wanted[n]


def test_english_loads_no_other_language(browser, monkeypatch):
    monkeypatch.setattr("cardgen.studio.tongue.in_language", None)
    monkeypatch.setattr("cardgen.model.plural._of", None)
    visit = browser.begin("core-1")
    for path in ("", *(f"{visit}/{screen}" for screen in SCREENS), "clinic", "exercises"):
        assert browser.get(path).status == 200


def test_what_is_too_large_is_told_in_the_language_that_was_chosen(browser):
    browser.post("language", {"tongue": "ar"})
    answer = browser.raw("POST", "programme", b"", **{"Content-Length": str(2**20)})
    assert (answer.status, language_of(answer)) == (413, ("ar", "rtl"))
    assert said("ar", "too-large-about", most="64 KB") in answer.text
    assert said("ar", "go-back") in answer.text
