"""Pages for anyone whom a routine is for: what all of them have, and whom it is not for."""

from dataclasses import replace
from itertools import product

import pytest

from cardgen.compose.cuts import cuts_of
from cardgen.compose.handout import HandoutWriter
from cardgen.compose.left_out import condition_lines
from cardgen.compose.notes import felt
from cardgen.compose.plan import planned
from cardgen.documents.handout_request import HandoutRequest
from cardgen.documents.spoken import spoken
from cardgen.library.data import load_locale
from cardgen.model.arrangement import Sides
from cardgen.model.programme import ProgrammeRecord


def said(plan):
    """Return all cautions of a plan as (move, whom or when, advice)."""
    return {
        (record.id, one.conditions or one.when or one.who, one.advice)
        for record in plan.stretches
        for one in record.value.cautions
    }


@pytest.fixture
def flare(library):
    return library.routines["flare-first-days"]


def test_moves_are_as_what_all_have_changes_them_with_the_cautions_for_others(library, flare):
    plan = planned(flare, library)
    assert [record.value.called for record in plan.stretches] == [
        "Pelvic Tilt", "Knee Rolls", "Half Heel Slide", "Single Knee to Chest",
        "Small Cat-Cow", "Standing Back Bend",
    ]  # fmt: skip
    assert plan.conditions == ()
    found = said(plan)
    assert not any("flare" in whom for _, whom, _ in found if isinstance(whom, tuple))
    assert ("standing-back-bend", "Flare-up", "Start small. Stop if it gets worse.") in found
    named = {id_ for _, whom, _ in found if isinstance(whom, tuple) for id_ in whom}
    usual = {
        id_
        for item in flare.value.items
        for caution in library.stretches[item.stretch].value.cautions
        # What is changed for everyone is no change for others who have it changed so.
        if caution.effect != "change" or "flare" not in caution.conditions
        for id_ in caution.conditions
    }
    assert named == usual - {"flare"}
    assert ("heel-slide", ("leg-pain",), "Slide only halfway.") not in found


def test_a_page_of_one_person_has_no_cautions_for_others(library, flare):
    for plan in (
        planned(flare, library, personal=True),
        planned(flare, library, conditions=("neck-pain",)),
    ):
        named = {id_ for _, whom, _ in said(plan) if isinstance(whom, tuple) for id_ in whom}
        assert named <= {"neck-pain"}
        assert "flare" not in [id_ for id_, _ in plan.changed]
        assert ("standing-back-bend", "Flare-up", "Start small. Stop if it gets worse.") in said(
            plan
        )


def test_a_programme_is_one_persons_and_tells_what_was_changed(library, flare):
    own = ProgrammeRecord(flare.id, flare.value, flare.file, flare.root, flare.places)
    plan = planned(own, library)
    assert plan.conditions == ("flare",)
    assert "flare" in [id_ for id_, _ in plan.changed]


def test_whom_it_is_not_for_reads_no_way_to_do_its_moves(library, locale):
    plan = planned(library.routines["walk-run-back"], library)
    writer = HandoutWriter(plan, library, locale, library.countries["US"], {}, {})
    notes = {note.spans[0].text: note.plain for note in writer._notes(Sides(back=True))}
    assert notes["Late pregnancy"].replace("\u00a0", " ") == (
        "Late pregnancy do not start to run late in pregnancy. Walk, and ask your doctor or midwife"
    )
    first, *others = (note.plain for note in writer._notes(Sides()))
    assert first.startswith("Leave out all moves: ")
    assert "weak bones" in first
    assert not any("Weak bones" in other for other in others)
    named = replace(writer, lines={"recipient": 1})
    assert named._notes(Sides(back=True)) == () or not any(
        "pregnan" in note.plain for note in named._notes(Sides(back=True))
    )


BARRED_FROM_RUNNING = (
    *("flare", "pregnant-late", "recent-birth", "strain"),
    *("osteoporosis", "hip-replacement", "leg-pain"),
)


@pytest.mark.parametrize("condition", BARRED_FROM_RUNNING)
def test_who_is_not_to_run_is_not_told_to_do_it_on_run_days(library, condition):
    routine = library.routines["gym-bag"]
    assert planned(routine, library).record.value.frequency.rule == "any run day"
    own = planned(routine, library, conditions=(condition,))
    assert own.record.value.frequency.rule == "any day"


@pytest.mark.parametrize("conditions", [("hip-pain",), ("flare",), ("flare", "hip-pain")])
def test_what_is_changed_for_everyone_is_not_told_of_as_changed_for_one(library, flare, conditions):
    plan = planned(flare, library, conditions=conditions)
    assert plan.stretches[2].value.called == "Half Heel Slide"
    assert plan.changed == ()
    own = planned(library.routines["buttock-leg-pain"], library, conditions=("hip-pain",))
    assert "hip-pain" in [id_ for id_, _ in own.changed]


def test_what_takes_the_place_of_a_move_is_not_told_of_as_changed(library):
    plan = planned(library.routines["core-2"], library, conditions=("hip-end-range",))
    swapped = [place for one in plan.left_out if one.place_of
               for place in [plan.number(one.place_of) - 1]]  # fmt: skip
    assert swapped
    assert not {place for _, places in plan.changed for place in places} & set(swapped)


@pytest.mark.parametrize(("level", "weeks"), [(1, (1, 2)), (2, (3, 4)), (3, (5, 6))])
def test_the_log_has_the_weeks_of_its_routine(library, locale, level, weeks):
    plan = planned(library.routines[f"core-{level}"], library)
    writer = HandoutWriter(plan, library, locale, library.countries["US"], {}, {})
    assert writer._log.weeks == tuple(f"Week {n}" for n in weeks)
    assert replace(writer, log_days=28)._log.weeks[0] == f"Week {weeks[0]}"


def test_what_a_note_needs_is_needed_where_the_note_stands(library, locale):
    record = library.routines["chair-standing"]
    plan = planned(record, library, conditions=("hip-replacement",))
    writer = HandoutWriter(plan, library, locale, library.countries["US"], {}, {})
    assert "firm chair without wheels" in writer._needs.plain


def test_a_line_of_changes_calls_a_move_as_its_heading_does(library, locale):
    plan = planned(library.routines["core-1"], library, conditions=("arching-pain",))
    told = " ".join(one.plain for one in condition_lines(plan, library.conditions, locale))
    assert "8.\u00a0Kneeling Hip Stretch" in told
    assert "Kneeling Hip Flexor Stretch" not in told


@pytest.mark.parametrize(
    ("language", "told"),
    [("en", "Weak bones, blood thinners? Clear the floor."), ("ar", "هشاشة العظام، مميعات الدم؟")],
)
def test_several_that_all_have_are_told_in_a_row_as_the_language_has_it(library, language, told):
    request = HandoutRequest("core-1", language=language)
    spoke = spoken(request, library)
    record = spoke.routines["core-1"]
    conditions = ("osteoporosis", "blood-thinners")
    value = record.value.model_copy(update={"conditions": conditions})
    plan = planned(replace(record, value=value), spoke)
    (steps,) = [one for one in plan.stretches if one.id == "band-side-steps"]
    lines = [line.plain for line in felt(steps, load_locale(language))]
    assert [line for line in lines if line.startswith(told)]
    assert len(lines) == len(set(lines))


def test_a_programme_asks_for_no_more_sets_of_another_form_of_a_move(library):
    routine = library.routines["runner-strength"]
    own = ProgrammeRecord(routine.id, routine.value, routine.file, routine.root, routine.places)
    for condition in ("strain", "spinal-stenosis"):
        plans = [planned(one, library, conditions=(condition,)) for one in (routine, own)]
        assert plans[0].stretches[0].value.called == "Half Bridge"
        assert [plan.doses[0].sets for plan in plans] == [1, 1]
        told = [(cut.field, cut.asked, cut.printed) for cut in cuts_of(plans[1], (), library)]
        assert ("sets", 2, 1) in told


def test_a_routine_of_what_all_have_says_its_danger_sign_to_everyone(library, locale):
    value = library.routines["post-run"].value.model_copy(update={"conditions": ("recent-birth",)})
    routine = replace(library.routines["post-run"], value=value)
    for asked in ((), ("recent-birth",)):
        lines = condition_lines(
            planned(routine, library, conditions=asked), library.conditions, locale
        )
        assert [line.plain for line in lines if "Bleeding that gets heavier" in line.plain]
    told = [line.plain for line in lines]
    assert [one for one in told if one.startswith("For a recent birth: Do not run")]


def test_a_programme_asks_for_no_more_of_another_form_of_a_move(library):
    for id_, acting in product(library.routines, library.conditions):
        routine = library.routines[id_]
        own = ProgrammeRecord(routine.id, routine.value, routine.file, routine.root, routine.places)
        plans = [planned(one, library, conditions=(acting,)) for one in (routine, own)]
        for record, theirs, dose in zip(plans[0].stretches, *(p.doses for p in plans), strict=True):
            for field in ("sets", "reps", "hold", "rep_seconds"):
                here, there = getattr(theirs, field), getattr(dose, field)
                assert here == there or there <= here, (id_, acting, record.id, field)


def test_a_programme_has_what_was_chosen_for_its_own_conditions(library):
    routine = library.routines["core-2"]
    own = ProgrammeRecord(routine.id, routine.value, routine.file, routine.root, routine.places)
    named = replace(own, value=own.value.model_copy(update={"conditions": ("knee-pain",)}))
    for record, reps in ((own, 8), (named, 10)):
        plan = planned(record, library, conditions=("knee-pain",))
        doses = dict(zip((one.id for one in plan.stretches), plan.doses, strict=True))
        assert doses["wall-squat-ball"].reps == reps
