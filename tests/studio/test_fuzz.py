"""Whatever is typed or sent, no form is a fault of the studio's."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cardgen.studio.exercise_form import DOSE, LISTS, PICKS, PICTURE, TEXTS
from cardgen.studio.forms import MOST_FIELDS
from cardgen.studio.shown import SCREENS

FIELDS = (
    "do go rev as sure pack words posture conditions conditions.there recipient date note",
    "next_visit title frequency author paper country theme language log_days large_print",
    "programme-name name there cards-size poster-paper",
    "letterhead all.sets cat-cow.there cat-cow.sets cat-cow.hold cat-cow.rest cat-cow.side",
)


VALUES = ("toggle cat-cow", "up cat-cow", "all", "cards", "poster", "1", "on")


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    screen=st.sampled_from((*SCREENS, "exercises.pdf", "programme", "end", "stay")),
    fields=st.dictionaries(
        st.sampled_from(" ".join(FIELDS).split()),
        st.text(max_size=80)
        | st.sampled_from(("toggle cat-cow", "up cat-cow", "all", "cards", "poster", "1", "on")),
    ),
)
def test_no_form_is_a_fault(fuzzed, screen, fields):
    browser, visit = fuzzed
    assert browser.send(f"{visit}/{screen}", fields).status < 500
    assert browser.get(f"{visit}/{screen}").status < 500
    assert browser.send(screen, fields).status < 500
    if not browser.studio.visits.find(visit.rpartition("/")[2]):
        fuzzed[1] = browser.begin("core-1")


MOVE = (
    *(*TEXTS, *LISTS, *PICKS, *(f"dose.{name}" for name in DOSE), "dose.each_side", "by", "seen"),
    *(f"picture.{n}.{name}" for n in (1, 4) for name in ("file", "out", *PICTURE)),
    *(
        "caution.1.advice",
        "caution.9.condition",
        "caution.9.when",
        "claim.1.text",
        "claim.1.source",
    ),
)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    id_=st.sampled_from(("cat-cow", "new-move")),
    fields=st.dictionaries(st.sampled_from(MOVE), st.text(max_size=60) | st.sampled_from(VALUES)),
    do=st.sampled_from(("look", "save")),
)
def test_no_form_of_a_move_is_a_fault(fuzzed, id_, fields, do):
    browser, visit = fuzzed
    assert browser.send(f"exercises/{id_}", {**fields, "do": do}).status < 500
    assert browser.get(f"exercises/{id_}").status < 500
    assert browser.send(f"{visit}/usual/1", fields).status < 500


@pytest.fixture
def fuzzed(browser, project):
    project.write("cardgen.yaml", "programmes: kept\n")
    browser.studio._settle()  # as after a change on the clinic's screen
    return [browser, browser.begin("core-1")]


@pytest.mark.parametrize("body", [b"\xff=\xfe", b"&".join([b"a=b"] * (MOST_FIELDS + 1)), b"%", b""])
def test_what_is_no_form_is_no_fault(browser, body):
    visit = browser.begin()
    assert browser.raw("POST", f"{visit}/person", body).status in (303, 400)


KIND = "multipart/form-data; boundary=x"


@pytest.mark.parametrize("kind", [KIND, "multipart/form-data", KIND.replace("x", '"x"')])
@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"--x",
        b"--x--",
        b"--x\r\n\r\n\r\n--x--",
        b"\r\n--x" * 2000,
        b'--x\r\nContent-Disposition: form-data; name="\xff"\r\n\r\n--x--',
    ],
)
def test_what_is_no_form_with_files_is_no_fault(browser, kind, body):
    assert browser.raw("POST", "programme", body, **{"Content-Type": kind}).status in (200, 400)
