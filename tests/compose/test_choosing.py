"""Lines to choose by bring the cautions of a move that is not on the page."""

import pytest

from cardgen.compose.choosing import choose_panel
from cardgen.compose.plan import planned

BAND = "You have a loop band:"


def told(library, locale, routine, conditions=(), *, own=False):
    plan = planned(library.routines[routine], library, conditions=conditions)
    panel = choose_panel(plan, library, locale, own=own or bool(conditions))
    return [line.plain for line in panel.texts] if panel else []


def test_a_page_for_anyone_says_who_does_not_do_the_other_move(library, locale):
    band, knees = told(library, locale, "runner-strength")
    assert band.startswith(BAND)
    for name in ("late pregnancy", "poor balance", "knee pain", "a recent birth", "blood thinners"):
        assert name in band.partition("Not with: ")[2]
    # These do none of the moves: the list says so.
    assert "flare" not in band
    assert knees.endswith("leave out the split squat.")


def test_a_page_for_one_person_has_the_cautions_of_that_person(library, locale):
    (line,) = [
        line
        for line in told(library, locale, "runner-strength", ("blood-thinners",))
        if line.startswith(BAND)
    ]
    assert line.endswith("2 times. Blood thinners: Clear the floor.")
    (line,) = [
        line
        for line in told(library, locale, "runner-strength", ("knee-pain",))
        if line.startswith(BAND)
    ]
    assert line.endswith("2 times. Knee pain: Bend your knees just a little.")
    assert not any(
        "Not with" in line for line in told(library, locale, "runner-strength", own=True)
    )
    wrists = told(library, locale, "flare-first-days", ("wrist-pain",))
    assert wrists[0].endswith("Do that 5 times. Sore wrists: Stay on your forearms.")


def test_what_anyone_can_feel_of_the_other_move_is_told(example, locale):
    example.change(
        "routines/short-run.yaml",
        "items:",
        "choose:\n- when: At home\n  do: Do the other one.\n  moves: [pelvic-tilt]\nitems:",
    )
    library = example.library()
    felt = next((c for c in library.stretches["pelvic-tilt"].value.cautions if c.when), None)
    (line,) = told(library, locale, "short-run", own=True)
    assert felt
    assert f"{felt.when}: {felt.advice}" in line


@pytest.mark.parametrize("routine", ["runner-strength", "flare-first-days"])
def test_each_caution_of_a_move_to_choose_is_on_the_page(library, locale, routine):
    record = library.routines[routine]
    usual = {item.stretch for item in record.value.items}
    barred = {id_ for one in record.value.not_for for id_ in one.condition}
    had = {*barred, *record.value.conditions}
    for choice, line in zip(record.value.choose, told(library, locale, routine), strict=True):
        for id_ in set(choice.moves) - usual:
            for caution in library.stretches[id_].value.cautions:
                assert all(
                    library.conditions[c].name in line for c in set(caution.conditions) - had
                )
