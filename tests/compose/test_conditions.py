"""What conditions make of moves that are made up for it: by effect, in pairs, along chains."""

import json
from pathlib import Path

import pytest

from cardgen.compose.conditions import arranged, fitted
from cardgen.compose.lessened import as_wanted, lessened
from cardgen.model.dose import Dose, DoseChange
from cardgen.model.library import Record
from cardgen.model.stretch import Stretch

BODY = {
    "name": "Move",
    "kind": "stretch",
    "position": "standing",
    "start": "Stand.",
    "steps": ["Lean in.", "Hold."],
    "short_steps": ["Lean in. Hold."],
    "breathing": "Slow.",
    "dose": {"sets": 2, "hold": 30},
    "frequency": "Daily.",
    "targets": ["Calf"],
    "cue": "Heel down.",
    "mistake": "The heel lifts.",
    "easier": "Step back less.",
    "harder": "Step back more.",
    "claims": [{"text": "It helps.", "sources": ["ng2021"]}],
    "reviewed": {"date": "2026-11-22", "by": "the tests"},
}


def stretch(id_, *cautions, **fields):
    """Return a record of a move with these cautions, each with an advice where it has none."""
    told = [{"advice": "Mind it.", **one} for one in cautions] or [{"who": "All", "advice": "Go."}]
    value = Stretch.model_validate_json(
        json.dumps({**BODY, **fields, "name": id_, "cautions": told})
    )
    return Record(id_, value, f"{id_}.yaml", Path(), {(): (1, 1)})


def library(*records):
    return {record.id: record for record in records}


def hide(condition, **more):
    return {"condition": condition, "effect": "hide", **more}


def replace(condition, by, **more):
    return {"condition": condition, "effect": "replace", "replace_by": by, **more}


def change(condition, *steps, **more):
    fields = {name: more.pop(name) for name in ("cue", "dose") if name in more}
    words = {"steps": list(steps), "short_steps": list(steps)} if steps else {}
    return {"condition": condition, "effect": "change", "changes": {**words, **fields}, **more}


def warn(condition, **more):
    return {"condition": condition, **more}


def steps(found):
    return found.record.value.steps


def advice(found):
    return [caution.advice for caution in found.record.value.cautions]


ALL = hide("flare", instead="Rest."), replace("flare", "lunge"), change("flare", "Once.")


@pytest.mark.parametrize(
    ("cautions", "id_", "said"),
    [
        (ALL, "", None),
        (ALL[1:], "lunge", ("Lean in.", "Hold.")),
        (ALL[2:], "lean", ("Once.",)),
        ((warn("flare"),), "lean", ("Lean in.", "Hold.")),
    ],
)
def test_the_gravest_effect_counts(cautions, id_, said):
    moves = library(stretch("lean", *reversed(cautions)), stretch("lunge"))
    found = fitted("lean", moves, ("flare",))
    assert found.id == id_
    assert (found.record and steps(found)) == said
    assert fitted("lean", moves, ("strain",)).id == "lean"


def test_a_lasting_reason_is_told_beside_one_that_passes():
    moves = library(stretch("lean", *ALL[:1], replace("hernia", "lunge")), stretch("lunge"))
    found = arranged(["lean"], moves, ("hernia", "flare"))
    assert found.moves == ()
    assert [(one.conditions, one.instead) for one in found.left_out] == [
        (("flare",), ("Rest.",)),
        (("hernia",), ()),
    ]


def test_only_the_cautions_that_concern_a_person_stay():
    cautions = (
        {"when": "It pinches", "advice": "Stop."},
        warn("flare", advice="Half as far."),
        warn(["flare", "strain"], advice="Slow."),
        warn("hernia", advice="Breathe."),
        change("flare", "Once.", advice="Just once."),
    )
    moves = library(stretch("lean", *cautions))
    assert advice(fitted("lean", moves, ("flare",))) == ["Stop.", "Half as far.", "Slow."]
    assert advice(fitted("lean", moves, ("strain",))) == ["Stop.", "Slow."]
    assert advice(fitted("lean", moves, ())) == ["Stop."]


def test_a_caution_names_no_condition_of_other_people():
    moves = library(stretch("lean", warn(["flare", "strain", "hernia"])))
    (alone,) = fitted("lean", moves, ("strain",)).record.value.cautions
    assert alone.conditions == ("strain",)
    (both,) = fitted("lean", moves, ("hernia", "flare")).record.value.cautions
    assert both.conditions == ("flare", "hernia")


def test_a_replacement_is_looked_at_in_the_same_way():
    moves = library(
        stretch("lean", replace("flare", "lunge"), replace("flare", "squat")),
        stretch("lunge", hide("strain")),
        stretch("squat", change("strain", "Stay high.")),
    )
    assert fitted("lean", moves, ("flare",)).id == "lunge"
    found = fitted("lean", moves, ("flare", "strain"))
    assert (found.id, steps(found), found.conditions) == ("squat", ("Stay high.",), ("flare",))
    assert fitted("lean", moves, ("flare", "strain"), barred=("squat",)).id == ""


def test_moves_that_replace_each_other_come_to_an_end():
    moves = library(
        stretch("lean", replace("flare", "lunge")),
        stretch("lunge", replace("flare", "squat")),
        stretch("squat", replace("flare", "lean")),
    )
    found = fitted("lean", moves, ("flare",))
    assert (found.record, found.conditions, found.instead) == (None, ("flare",), ())


FIRM = change("flare", "Half."), change("strain", "Left leg.")


def test_changes_that_do_not_go_together_leave_the_move_out():
    moves = library(stretch("lean", *FIRM))
    found = fitted("lean", moves, ("flare", "strain"))
    assert (found.record, found.conditions) == (None, ("flare", "strain"))
    for condition, said in (("flare", "Half."), ("strain", "Left leg.")):
        assert steps(fitted("lean", moves, (condition,))) == (said,)


def test_or_what_one_of_them_names_takes_its_place():
    clashing = FIRM[0], {**FIRM[1], "replace_by": "lunge"}
    moves = library(stretch("lean", *clashing), stretch("lunge"))
    assert fitted("lean", moves, ("flare", "strain")).id == "lunge"
    assert fitted("lean", moves, ("strain",)).id == "lean"


@pytest.mark.parametrize("order", [1, -1])
def test_a_change_that_gives_way_leaves_its_advice(order):
    soft = {**FIRM[1], "gives_way": True, "advice": "Use the left leg."}
    moves = library(stretch("lean", *[FIRM[0], soft][::order]))
    found = fitted("lean", moves, ("flare", "strain"))
    assert steps(found) == ("Half.",)
    assert (advice(found), found.changed) == (["Use the left leg."], ("flare",))
    alone = fitted("lean", moves, ("strain",))
    assert (steps(alone), advice(alone)) == (("Left leg.",), [])


def test_of_two_that_give_way_the_first_stands():
    soft = [{**one, "gives_way": True} for one in FIRM]
    found = fitted("lean", library(stretch("lean", *soft)), ("strain", "flare"))
    assert (steps(found), found.changed) == (("Half.",), ("flare",))


def test_changes_of_different_fields_and_equal_ones_go_together():
    same = change("hernia", "Half.", cue="Slow.")
    found = fitted(
        "lean",
        library(stretch("lean", FIRM[0], same, change("strain", dose={"hold": 10}))),
        ("flare", "strain", "hernia"),
    )
    assert (steps(found), found.record.value.cue) == (("Half.",), "Slow.")
    assert (found.changed, len(found.doses)) == (("flare", "strain", "hernia"), 1)


def test_a_problem_in_changed_words_names_their_line():
    record = stretch("lean", FIRM[0])
    places = {("steps", 0): (6, 3), ("cautions", 0, "changes", "steps", 0): (40, 7)}
    record = Record(record.id, record.value, record.file, record.root, places)
    found = fitted("lean", {"lean": record}, ("flare",))
    assert found.record.origin("steps", 0)[:3] == ("lean.yaml", 40, 7)
    assert record.origin("steps", 0)[:3] == ("lean.yaml", 6, 3)


def test_what_takes_a_place_stands_once_and_not_where_it_is_already():
    moves = library(
        stretch("lean", replace("flare", "lunge")),
        stretch("bow", replace("flare", "lunge", instead="Step out.")),
        stretch("sit", replace("flare", "reach")),
        stretch("lunge"),
        stretch("reach"),
    )
    made = arranged(("lean", "bow", "sit", "reach"), moves, ("flare",))
    assert [(place, found.id) for place, found in made.moves] == [(0, "lunge"), (3, "reach")]
    assert [(one.name, one.place_of) for one in made.left_out] == [
        ("lean", "lunge"), ("bow", "lunge"), ("sit", "reach"),
    ]  # fmt: skip
    assert made.left_out[1].instead == ("Step out.",)


@pytest.mark.parametrize(
    ("changes", "usual", "expected"),
    [
        ([{"hold": 10, "sets": 3}], {}, (3, 10)),
        ([{"hold": 10, "sets": 3}], {"hold": 10, "sets": 1}, (1, 10)),
        ([{"hold": 15}, {"hold": 10}], {}, (2, 10)),
        ([{"hold": 15}, {"sets": 1}], {}, (1, 15)),
        ([{"hold": 45}], {}, (2, 30)),
        ([{"hold": [10, 20]}, {"hold": 15}], {}, (2, 15)),
        ([], {"hold": 20}, (2, 20)),
    ],
)
def test_of_numbers_of_a_dose_the_least_counts(changes, usual, expected):
    dose = Dose(sets=2, hold=30)
    found = lessened(
        dose, [DoseChange(**one) for one in changes], DoseChange(**usual).applied_to(dose)
    )
    assert (found.sets, found.hold) == expected


def test_two_changes_never_make_a_hold_longer_than_its_repetition():
    dose = Dose(reps=5, hold=3, rep_seconds=6)
    found = lessened(dose, [DoseChange(hold=5), DoseChange(rep_seconds=4)], dose)
    assert found.hold <= found.rep_seconds


@pytest.mark.parametrize(
    ("changes", "wanted", "expected"),
    [
        ([], {"reps": 12}, (2, 12, 3)),
        ([{"hold": 2}], {"reps": 12}, (2, 12, 2)),
        ([{"reps": 4}], {"reps": 12, "sets": 3}, (3, 4, 3)),
        ([{"reps": 4}], {"reps": 2}, (2, 2, 3)),
        ([{"reps": 4}], {"reps": [3, 8]}, (2, 4, 3)),
        ([{"hold": 2}], {"hold": 9}, (2, 8, 2)),
    ],
)
def test_a_number_that_was_asked_for_stands_where_no_condition_changes_it(
    changes, wanted, expected
):
    told = [DoseChange(**one) for one in changes]
    dose = Dose(sets=2, reps=8, hold=3, rep_seconds=6)
    found = as_wanted(lessened(dose, told, dose), DoseChange(**wanted), told)
    assert (found.sets, found.reps, found.hold) == expected


def test_a_side_that_a_condition_leaves_out_does_not_come_back():
    told, dose = [DoseChange(each_side=False)], Dose(hold=30, each_side=True)
    found = as_wanted(lessened(dose, told, dose), DoseChange(each_side=True, hold=20), told)
    assert (found.each_side, found.hold) == (False, 20)
