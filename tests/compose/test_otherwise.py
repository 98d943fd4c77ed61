"""What a routine says to some people alone, in place of what it says to others."""

import pytest

from cardgen.compose.choosing import choose_panel
from cardgen.compose.conditions import fitted
from cardgen.compose.plan import planned
from cardgen.errors import InvalidDataError

WORK, EASY = "should feel like work", "eep it easy"
CORE = ("core-1", "core-2", "core-3", "runner-strength")


def routine_for(library, id_, *conditions, personal=False):
    plan = planned(library.routines[id_], library, conditions=conditions, personal=personal)
    return None if plan.stops else plan.record.value


@pytest.mark.parametrize("routine", CORE)
def test_each_person_reads_how_hard_to_work_and_no_other_does(library, routine):
    assert EASY in routine_for(library, routine).before
    assert "If not" in routine_for(library, routine).before
    for said in (
        routine_for(library, routine, personal=True),
        routine_for(library, routine, "knee-pain"),
    ):
        assert WORK in said.before
        assert EASY not in said.before
    strain = routine_for(library, routine, "strain", "knee-pain")
    assert EASY in strain.before
    assert WORK not in strain.before


@pytest.mark.parametrize("condition", ["flare", "strain"])
@pytest.mark.parametrize("routine", CORE)
def test_nobody_goes_on_before_it_is_over(library, routine, condition):
    said = routine_for(library, routine, condition)
    if said and said.move_up:
        assert said.move_up[0].startswith("First wait until the ")
    assert not (routine_for(library, routine).move_up or ("",))[0].startswith("First wait")


@pytest.mark.parametrize("condition", ["recent-birth", "pregnant-late", "strain"])
def test_who_is_not_to_run_reads_of_no_long_run(library, condition):
    assert "long run" in routine_for(library, "runner-strength").frequency.note
    assert routine_for(library, "runner-strength", condition).frequency.note == (
        "Never two days in a row."
    )
    # How often stays as it is.
    assert routine_for(library, "runner-strength", condition).frequency.days == (2, 2)


def test_no_routine_says_of_itself_what_only_some_of_its_pages_are(library):
    for record in library.routines.values():
        for claim in record.value.claims:
            assert "page may" not in claim.text, record.id


def test_an_error_of_such_words_names_their_line(library):
    record = library.routines["core-1"]
    plan = planned(record, library, conditions=("flare",))
    for path, there in (("before",), (0, "before")), (("move_up", 0), (1, "move_up", 0)):
        assert plan.record.origin(*path).line == record.origin("otherwise", *there).line


def test_a_line_to_choose_by_names_each_move_of_the_page_to_leave_out(library, locale):
    looked_at = 0
    for record in library.routines.values():
        for condition in ("", *library.conditions):
            conditions = (condition,) if condition else ()
            try:
                plan = planned(record, library, conditions=conditions)
            except InvalidDataError:
                continue
            panel = choose_panel(plan, library, locale, own=bool(condition))
            for line, one in zip(
                panel.texts if panel else (), plan.record.value.choose, strict=True
            ):
                if not one.condition:
                    continue
                had = (*record.value.conditions, *conditions, one.condition)
                for i, stretch in enumerate(plan.stretches, 1):
                    left = fitted(stretch.id, library.stretches, had).id != stretch.id
                    assert (f"{i}.\u00a0{stretch.value.called}" in line.plain) == left
                    looked_at += left
    assert looked_at > 10


def test_who_cannot_bend_or_arch_leaves_out_what_is_nothing_else(library, locale):
    plan = planned(library.routines["flare-first-days"], library, conditions=("bending-pain",))
    (line,) = choose_panel(plan, library, locale, own=True).texts
    assert line.plain.replace("\u00a0", " ") == (
        "Arching hurts: Leave out 4. Press-Up on Your Front, 5. Cow to Flat and "
        "6. Standing Back Bend. Do not arch in the other moves."
    )


@pytest.mark.parametrize(
    "condition",
    ["arching-pain", "bending-pain", "knee-pain", "neck-pain", "osteoporosis", "pregnant-late"],
)
def test_who_has_a_flare_as_well_goes_half_as_far_in_words_and_pictures(library, condition):
    stretch = fitted("cat-cow", library.stretches, ("flare", condition)).record.value
    assert "a little" in " ".join(stretch.steps)
    assert "Go half as far as you can." in stretch.steps
    assert "a little" in stretch.illustrations[-1].alt


@pytest.mark.parametrize("other", [(), ("hip-pain",), ("balance",), ("strain",)])
def test_a_thick_pad_takes_the_place_of_a_towel(library, other):
    for condition in ("blood-thinners", "knee-pain"):
        stretch = fitted("hip-flexor-kneel", library.stretches, (condition, *other)).record.value
        assert "thick pad" in stretch.equipment
        assert "folded towel" not in stretch.equipment
        assert "towel" not in " ".join(stretch.short_steps)


def test_a_move_that_two_conditions_bar_has_one_piece_of_advice(handout_content):
    content = handout_content("post-run", conditions=("hip-replacement", "hip-pain"))
    told = [line.plain for line in content.personal.lines if "Double Knee" in line.plain]
    assert len(told) == 2
    assert "Ask your surgeon first." in told[0]
    assert told[1] == "Left out for hip pain: Double Knee to Chest."
