"""One person's own routine: items left out, added, changed, and what their conditions change."""

import datetime
from dataclasses import replace

import pytest
from spans import spans, text

from cardgen.documents import handout
from cardgen.documents.check import check_request
from cardgen.documents.handout_request import HandoutRequest
from cardgen.errors import InvalidDataError
from cardgen.lint.reading import grade
from cardgen.model.arrangement import Arrangement, Sides
from cardgen.model.dose import DoseChange

HOLD = {"figure-four": {"dose": {"hold": 20, "sets": 1}}}


def ids(content):
    return [move.id for move in content.moves]


def lines(content):
    return [line.plain for line in content.personal.lines]


def refused(library, **request):
    with pytest.raises(InvalidDataError) as caught:
        check_request(HandoutRequest("post-run", **request), library)
    return [str(problem) for problem in caught.value.problems]


def test_a_note_and_the_next_visit_print_as_given(handout_content):
    content = handout_content("post-run", note="Go <slowly>.", next_visit="May 3 & 9")
    assert lines(content) == ["Note: Go <slowly>.", "Next visit: May 3 & 9"]
    values = [line.spans[-1].text for line in content.personal.lines]
    assert values == ["Go <slowly>.", "May 3 & 9"]


def test_a_handout_for_nobody_has_nothing_personal(handout_content):
    assert not handout_content("post-run").personal


def test_a_changed_dose_prints_and_counts(handout_content):
    before, after = handout_content("post-run"), handout_content("post-run", changes=HOLD)
    (move,) = [move for move in after.moves if move.id == "figure-four"]
    assert move.dose_line.plain == "20 seconds, each side"
    assert [c.head.figures[1].number.plain for c in (before, after)] == ["12 min", "10 min"]


def test_a_setting_changes_a_dose_that_the_routine_has_changed(handout_content):
    changes = {"pelvic-tilt": {"dose": {"note": "softly"}}}
    (move,) = [m for m in handout_content("core-2", changes=changes).moves if m.id == "pelvic-tilt"]
    assert move.dose_line.plain.startswith("5 times")
    assert move.dose_line.plain.endswith("softly")


def test_moves_are_left_out_and_added_beside_those_of_their_posture(handout_content):
    content = handout_content("post-run", without=("cat-cow",), add=("heel-slide", "bird-dog"))
    assert ids(content) == [
        "pelvic-tilt",
        "double-knee-to-chest",
        "figure-four",
        "hamstring-strap",
        "hip-flexor-kneel",
        "glute-bridge",
        "heel-slide",
        "bird-dog",
    ]
    assert [move.number for move in content.moves] == list(range(1, 9))
    assert "8\u00a0moves" in content.head.opening.plain


def test_a_routine_says_whether_its_moves_may_change_places(example, handout_content):
    more = ("pelvic-tilt", "standing-calf-stretch", "figure-four", "cat-cow")
    example.change(
        "routines/short-run.yaml",
        "- stretch: cat-cow",
        "\n".join(f"- stretch: {id_}" for id_ in more),
    )
    example.change("routines/short-run.yaml", "    reps: 5", "    reps: 6")
    written = ids(handout_content("short-run", library=example.library()))
    example.change("routines/short-run.yaml", "items:", "order: by-posture\nitems:")
    grouped = ids(handout_content("short-run", library=example.library()))
    assert written == [
        "calf-stretch", "pelvic-tilt", "standing-calf-stretch", "figure-four", "cat-cow"
    ]  # fmt: skip
    assert grouped == [
        "calf-stretch", "standing-calf-stretch", "pelvic-tilt", "figure-four", "cat-cow"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("request_", "said"),
    [
        (
            {"without": ("cat-caw",)},
            "without: there is no move 'cat-caw' in the routine 'post-run'. Did you mean `",
        ),
        ({"add": ("cat-caw",)}, "add: there is no stretch 'cat-caw'. Did you mean `cat-cow`?"),
        (
            {"add": ("cat-cow",)},
            "add: 'cat-cow' is in the routine 'post-run' already. To change its dose, use",
        ),
        (
            {"changes": {"bird-dog": {"dose": {"hold": 20}}}},
            "changes.bird-dog: there is no move 'bird-dog' in the routine 'post-run'. There is: ",
        ),
        (
            {"changes": {"pelvic-tilt": {"dose": {"hold": 20}}}},
            "changes.pelvic-tilt.dose: expected `hold` (20) to be no longer than `rep_seconds`",
        ),
    ],
)
def test_what_cannot_be_done_is_refused(library, request_, said):
    (problem,) = refused(library, **request_)
    assert problem.startswith(said)


def test_all_that_cannot_be_done_is_told_at_once(library):
    changes = (("z", DoseChange(sets=2)),)
    assert len(refused(library, without=("x",), add=("y",), changes=changes)) == 3


def test_a_routine_of_which_nothing_is_left_is_refused(library):
    everything = tuple(item.stretch for item in library.routines["post-run"].value.items)
    (problem,) = refused(library, without=everything)
    assert problem.startswith(
        "without: nothing of the routine 'post-run' is left to do. Leave out fe"
    )


def test_a_condition_changes_a_move_and_says_so(handout_content):
    content = handout_content("post-run", conditions=("osteoporosis",))
    cow = content.moves[0]
    assert (cow.name.plain, cow.id) == ("Cow to Flat", "cat-cow")
    assert [picture.caption for picture in cow.pictures] == ["Flat", "Cow"]
    assert "Do not round." in text(cow.short_steps)
    assert "Round your back up" not in text((*cow.steps, *cow.short_steps))
    assert "double-knee-to-chest" not in ids(content)
    assert lines(content) == [
        (
            "For weak bones: Do not run unless your doctor has said that you may. If not, do these "
            "moves after a walk."
        ),
        (
            "Left out for weak bones: Double Knee to Chest. In daily life, bend from your hips, "
            "with a flat back."
        ),
        "Changed for weak bones: 1.\u00a0Cow to Flat, 3.\u00a0Figure-Four Stretch.",
    ]


def test_a_page_for_a_person_has_the_cautions_of_that_person(handout_content):
    def said(**request):
        content = handout_content("gym-bag", **request)
        return [words.plain for move in content.moves for words in (*move.advice, *move.cautions)]

    assert said(recipient="Ann") == ["It hurts to flatten: Stop."]
    assert sorted(said(conditions=("knee-pain",))) == [
        "It hurts to flatten: Stop.",
        "Knee pain: Stop if the knee hurts.",
    ]
    assert len(said()) > 10


def test_each_page_for_a_condition_says_its_own_danger_sign(handout_content, library):
    said = library.conditions["pregnant-late"].say
    for routine in library.routines:
        content = handout_content(routine, conditions=("pregnant-late",))
        assert f"For late pregnancy: {said}" in lines(content)
    assert not [line for line in lines(handout_content("post-run")) if "waters" in line]


def test_two_conditions_that_hide_the_same_move_say_so_once(handout_content):
    content = handout_content("core-3", conditions=("high-blood-pressure", "hernia"))
    (line,) = [line for line in lines(content) if "Double-Leg Lower" in line]
    assert line.startswith(
        "Left out for high blood pressure and a hernia: Double-Leg Lower. Ask your "
    )


STOP = "Use the sheet of your surgery team."


def test_a_condition_that_stops_a_page_leaves_its_danger_signs_alone(handout_content):
    whole = handout_content("core-1")
    content = handout_content(
        "core-1", conditions=("recent-surgery", "flare"), recipient="Ann", qr="moves", log_days=14
    )
    head = content.head
    assert (head.opening.plain, head.figures, head.needs) == (STOP, (), None)
    assert head.lead.plain == "For recent surgery, this page has no moves."
    assert (content.moves, content.why, content.moving_on) == ((), None, None)
    assert (content.log, content.codes) == (None, None)
    assert [len(level.signs) for level in content.safety.danger] == [
        len(level.signs) for level in whole.safety.danger
    ]
    assert (content.safety.good_news, content.safety.before) == ((), ())


def test_nobody_gets_a_plan_to_run_whom_it_is_not_for(handout_content):
    for condition in ("pregnant-late", "recent-birth", "flare", "strain"):
        content = handout_content("walk-run-back", conditions=(condition,))
        assert content.head.opening.plain.startswith("Do not ")
        assert (content.moves, content.plan, content.moving_on) == ((), None, None)


def warnings(library, **request):
    shared, *_ = handout.split(HandoutRequest("post-run", **request), library)
    return [str(warning) for warning in handout.lay_out(shared, library).warnings]


def test_a_condition_that_changes_nothing_is_told_to_the_clinician(library, handout_content):
    without = ("hip-flexor-kneel",)
    asked = {"conditions": ("blood-thinners",), "without": without}
    assert not handout_content("post-run", **asked).personal
    assert any(
        warning.startswith("conditions.blood-thinners: nothing of 'post-run' is changed by it")
        for warning in warnings(library, **asked)
    )


def test_every_condition_has_its_words(library):
    assert len(library.conditions) >= 15
    assert all(condition.name for condition in library.conditions.values())


def test_lines_to_write_on_stand_for_what_is_not_given(handout_content):
    everything = handout_content("post-run", blank=True).personal
    assert (everything.blanks, everything.notes) == (("Name", "Date", "Next visit"), "Notes")
    some = handout_content("post-run", blank=True, recipient="Ann", note="Go slowly.").personal
    assert (some.blanks, some.notes) == (("Date", "Next visit"), None)


def test_numbers_are_those_of_the_moves_that_are_left(handout_content):
    content = handout_content(
        "core-1", without=("heel-slide",), conditions=("osteoporosis", "hernia")
    )
    told = "Changed for weak bones: 3.\u00a0Cow to Flat"
    assert any(line.startswith(told) for line in lines(content))


@pytest.mark.parametrize(("year", "old"), [(2026, False), (2028, False), (2029, True)])
def test_a_text_that_was_checked_long_ago_warns(library, handout_content, year, old):
    day = datetime.date(year, 11, 22)
    assert ("over two years old" in handout_content("post-run", date=day).footer) == old
    assert any("over two years ago" in told for told in warnings(library, date=day)) == old


def test_the_day_of_the_build_warns_and_does_not_print(library, handout_content):
    content = handout_content("post-run", today=datetime.date(2040, 1, 1))
    assert warnings(library, today=datetime.date(2040, 1, 1))
    assert "2040" not in text(content)
    assert "over two years" not in content.footer


def test_evidence_is_told_in_words(handout_content):
    full = handout_content("post-run", Sides(back=True))
    said = {r.id: r.text.plain for r in full.references.listed}
    assert said["gobbo2019"].startswith("11 studies together. Gobbo S")
    assert said["owen2020"].startswith("89 studies together. Owen PJ")
    assert said["chen2014"].startswith("One trial. Chen HM")


def test_large_print_has_no_numbers_of_sources_and_nothing_slanted(handout_content):
    plain_print = handout_content("post-run")
    large = handout_content("post-run", arrangement=Arrangement(large_print=True))
    assert any(span.marker for span in spans(plain_print))
    assert any(span.italic for span in spans(plain_print))
    # What cards have in place of a list of sources does not print here.
    moves = tuple(replace(move, sources=()) for move in large.moves)
    printed = replace(large, moves=moves, safety=replace(large.safety, sources=()))
    assert not any(span.marker or span.italic for span in spans(printed))
    listed = [reference.id for reference in large.references.listed]
    assert sorted(listed) == sorted(r.id for r in plain_print.references.listed)
    assert [reference.label for reference in large.references.listed] == [""] * len(listed)


@pytest.mark.parametrize("routine", ["post-run", "core-1", "core-2", "gym-bag"])
def test_all_that_a_page_says_reads_at_its_grade(handout_content, routine):
    some = ("hip-pain", "knee-pain", "neck-pain")
    content = handout_content(routine, conditions=some, blank=True, log_days=14)
    steps = " ".join(step.plain for move in content.moves for step in move.short_steps)
    assert grade(steps) <= 6
    head = content.head
    for said in (head.opening.plain, head.lead.plain, content.log.hint, *lines(content)):
        assert grade(said) <= 6, said
    for move in content.moves:
        assert grade(" ".join(said.plain for said in (*move.advice, *move.cautions))) <= 6
    full = handout_content(routine, Sides(back=True), conditions=some)
    evidence = [r.text.plain.split(". ")[0] for r in full.references.listed]
    assert grade(" ".join(f"{words}." for words in evidence)) <= 8
    assert (
        grade(" ".join(span.text for claim in content.why.texts for span in claim.spans[:1])) <= 8
    )
