"""The whole matrix: every routine, every condition, every pair of them. Words, not PDFs."""

from itertools import combinations

import pytest

from cardgen.compose.conditions import fitted
from cardgen.compose.left_out import condition_lines
from cardgen.compose.plan import planned
from cardgen.errors import InvalidDataError
from cardgen.lint.rules.conditions import contradicted
from cardgen.paths import built_in, definition_ids

EFFECTS = {"H": "hide", "R": "replace", "C": "change", "W": "warn", "K": ""}
CODES = {
    "BA": "balance", "FL": "flare", "HE": "hernia", "BP": "high-blood-pressure", "HP": "hip-pain",
    "HR": "hip-replacement", "HX": "hip-end-range", "KN": "knee-pain", "LP": "leg-pain",
    "NK": "neck-pain", "OS": "osteoporosis", "PL": "pregnant-late", "RB": "recent-birth",
    "ST": "spinal-stenosis", "SN": "strain", "WR": "wrist-pain", "BE": "bending-pain",
    "AR": "arching-pain", "BT": "blood-thinners",
}  # fmt: skip
MATRIX = """
move                        BA FL HE BP HP HR HX KN LP NK OS PL RB ST SN WR BE AR BT
band-side-steps             C H W W C W K C K K W C W K W K K K W
bird-dog                    K C W W W W K C C W K K C C C R K C K
cat-cow                     K C K K K K K C W C C C K C K R C C K
childs-pose                 K C K W C H R C W W R C K K K K R K K
double-knee-to-chest        K R R W R H R K R W H R R K W K R K K
double-leg-lower            K H H H R H R R R W R H H R H K K R K
figure-four-ball            W R K K C H R C W W C R K K K K C K K
figure-four                 K C K K C H R C W W C R K K K K C K K
glute-bridge                K C W W W K K K W W K R K C C K K C K
hamstring-strap             K C K K K C C K C W K R K K H K C K K
heel-slide                  K C W W C K K K C K K R K K C K K C K
hip-flexor-kneel            C C W K C W W C W K K C K C C K K C W
knee-to-opposite-shoulder   K R K K R H R C W W C R K K K K C K K
pelvic-tilt                 K K W W K K K K K K K R K K K K C K K
side-lying-wall-slide       K K K K C W K K W W K K K K W K K K K
single-leg-lower            K H R W R R R K R W R R R R H K K C K
standing-calf-stretch       W K K K K K K K W K K K K K H K K K K
wall-squat-ball             C C W W C C C C W K K C W K C K K C W
"""
"""What is to be, by move and condition: K keeps the move. No clinician has signed it off."""
OTHERWISE = {
    # No picture shows the hands off the knee, nor a squat without the ball.
    ("knee-to-opposite-shoulder", "knee-pain"): "replace",
    ("wall-squat-ball", "arching-pain"): "replace",
    # Who flattens the back only halfway in the pelvic tilt does so in what the tilt prepares for.
    ("single-leg-lower", "bending-pain"): "change",
    ("double-leg-lower", "bending-pain"): "change",
    # The step has the pad that the warning asks for.
    ("hip-flexor-kneel", "blood-thinners"): "change",
    # Hands are on a wall here as in the calf raise, which warns sore wrists.
    ("standing-calf-stretch", "wrist-pain"): "warn",
    # A fresh strain may be of the buttock, which these stretch: easy then.
    ("figure-four", "strain"): "warn",
    ("figure-four-ball", "strain"): "warn",
    ("knee-to-opposite-shoulder", "strain"): "warn",
}
GRAVEST = ("hide", "replace", "change", "warn")


def cells():
    head, *rows = (line.split() for line in MATRIX.strip().splitlines())
    for move, *letters in rows:
        for code, letter in zip(head[1:], letters, strict=True):
            condition = CODES[code]
            yield move, condition, OTHERWISE.get((move, condition), EFFECTS[letter])


def effect(library, move, condition):
    cautions = library.stretches[move].value.cautions
    found = {caution.effect for caution in cautions if condition in caution.conditions}
    return next((one for one in GRAVEST if one in found), "")


def test_each_cell_of_the_matrix_is_in_the_data(library):
    wanted = list(cells())
    assert len(wanted) == 18 * 19
    found = [(move, condition, effect(library, move, condition)) for move, condition, _ in wanted]
    assert [pair for pair in zip(found, wanted, strict=True) if pair[0] != pair[1]] == []


def groups(library):
    """Return every condition that stops no page, and every pair of them."""
    acting = [id_ for id_, one in library.conditions.items() if not one.stop]
    return [*combinations(acting, 1), *combinations(acting, 2)]


def test_no_move_says_or_shows_what_its_person_is_not_to_do(library):
    looked_at = 0
    for conditions in groups(library):
        for id_ in library.stretches:
            record = fitted(id_, library.stretches, conditions).record
            if record:
                looked_at += 1
                assert list(contradicted(record, conditions)) == [], (id_, conditions)
    assert looked_at > 1000


@pytest.mark.parametrize("routine", definition_ids("routines", built_in()))
def test_each_move_that_is_left_out_says_what_to_do_instead(library, locale, routine):
    record, empty = library.routines[routine], []
    for conditions in groups(library):
        try:
            plan = planned(record, library, conditions=conditions)
        except InvalidDataError as error:
            empty.append((conditions, str(error)))
            continue
        said = " ".join(line.plain for line in condition_lines(plan, library.conditions, locale))
        if plan.stops:
            assert not plan.stretches
            assert all(stop.instead for stop in plan.stops)
            continue
        ids = [stretch.id for stretch in plan.stretches]
        assert len(ids) == len(set(ids))
        for one in plan.left_out:
            assert one.name in said
            assert one.conditions
            if one.place_of:
                number = f"move\u00a0{plan.number(one.place_of)}"
                anyway = one.is_there and not one.instead
                told = f"{number} does this work." if anyway else f"see {number}."
                assert told in said
        for condition, places in plan.changed:
            for place in places:
                assert f"{place + 1}.\u00a0{plan.stretches[place].value.called}" in said, condition
    # Nobody gets a page without moves and without a word: the command says what to do.
    assert all("Choose another routine" in told for _, told in empty)


@pytest.mark.parametrize("routine", definition_ids("routines", built_in()))
def test_no_line_to_choose_by_speaks_of_a_move_that_people_do_not_do(library, routine):
    record = library.routines[routine]
    usual = {item.stretch for item in record.value.items}
    for conditions in groups(library):
        try:
            plan = planned(record, library, conditions=conditions)
        except InvalidDataError:
            continue
        there = {stretch.id for stretch in plan.stretches}
        for one in plan.record.value.choose:
            assert usual.intersection(one.moves) <= there, (conditions, one.do)
            for id_ in set(one.moves) - usual:
                assert fitted(id_, library.stretches, conditions).id == id_, (conditions, one.do)


def needs(handout_content, routine, *conditions):
    return handout_content(routine, conditions=conditions).head.needs.plain


def test_a_page_needs_what_its_cautions_say_and_nothing_that_another_thing_serves_for(
    handout_content,
):
    assert "pillow for the bump" in needs(handout_content, "post-run", "pregnant-late")
    assert "pillow for your head" in needs(handout_content, "post-run", "neck-pain")
    assert "thick pad" in needs(handout_content, "core-1", "blood-thinners")
    # What gives way in its words is needed all the same.
    assert "thick pad" in needs(handout_content, "core-1", "hip-pain", "knee-pain")
    chairs = needs(handout_content, "core-1", "balance")
    assert chairs.count("chair") == 1


def test_what_takes_a_place_is_done_as_seldom_as_the_routine_asks(library):
    plan = planned(library.routines["gym-bag"], library, conditions=("pregnant-late",))
    doses = dict(zip((one.id for one in plan.stretches), plan.doses, strict=True))
    assert library.stretches["seated-figure-four"].value.dose.sets == 2
    assert doses["seated-figure-four"].sets == 1
    assert doses["standing-pelvic-tilt"].reps == 5


def test_a_routine_says_to_people_with_a_condition_what_holds_for_all_of_it(library, locale):
    for routine in ("post-run", "gym-bag", "runner-strength"):
        plan = planned(library.routines[routine], library, conditions=("recent-birth",))
        lines = [line.plain for line in condition_lines(plan, library.conditions, locale)]
        assert any(
            line.startswith("For a recent birth: Do not run in the first 3 months")
            for line in lines
        )
    assert planned(library.routines["runner-strength"], library, conditions=("flare",)).stops
    for condition in ("hip-replacement", "osteoporosis"):
        assert planned(library.routines["walk-run-back"], library, conditions=(condition,)).stops


def test_pictures_show_what_two_conditions_have_people_hold(library):
    for move, firm, shown in (
        ("hip-flexor-kneel", "strain", "hip-flexor-kneel-chair.svg"),
        ("hip-flexor-kneel", "hip-pain", "hip-flexor-kneel-chair-tall.svg"),
        ("wall-squat-ball", "knee-pain", "wall-squat-ball-chair-quarter.svg"),
    ):
        alone = fitted(move, library.stretches, (firm,)).record
        found = fitted(move, library.stretches, (firm, "balance"))
        both = found.record
        assert found.changed == (firm, "balance")
        assert both.value.steps == alone.value.steps
        assert "chair" in " ".join(one.advice for one in both.value.cautions)
        assert shown not in [one.file for one in alone.value.illustrations]
        last = len(both.value.illustrations) - 1
        assert both.value.illustrations[last].file == shown
        # An error names the line of the picture that is there.
        written = library.stretches[move]
        paths = [path for path in written.places if "beside" in path and path[-1] == "alt"]
        here = both.origin("illustrations", last, "alt")
        assert here.line in [written.origin(*path).line for path in paths]
