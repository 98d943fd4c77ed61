"""Doses in seconds and in words, held against the figures that were reckoned by hand."""

import pytest

from cardgen.compose.dose import days_words, dose_words, total_seconds, whole_minutes
from cardgen.compose.moves import routine_doses
from cardgen.model.dose import Dose
from cardgen.model.routine import Frequency

EACH = "30 seconds, 2 times each side"
REST_20, REST_30 = "rest 20 seconds between", "rest 30 seconds between"
STRETCHES = {
    "band-side-steps": (120, f"2 sets of 10 steps each way, {REST_20}"),
    "bird-dog": (60, "6 times each side, hold 3 seconds"),
    "cat-cow": (48, "8 slow rounds, 6 seconds each"),
    "childs-pose": (70, "30 seconds, 2 times, rest 10 seconds between"),
    "clam": (140, f"2 sets of 10 each side, {REST_20}"),
    "dead-bug": (140, f"2 sets of 6 each side, {REST_20}"),
    "double-knee-to-chest": (50, "20 seconds, 2 times, rest 10 seconds between"),
    "double-leg-lower": (102, f"2 sets of 6, {REST_30}"),
    "figure-four": (135, EACH),
    "figure-four-ball": (135, EACH),
    "glute-bridge": (60, "10 times, hold 2 seconds"),
    "hamstring-strap": (135, EACH),
    "heel-slide": (100, "10 times each side"),
    "hip-flexor-kneel": (135, EACH),
    "knee-to-opposite-shoulder": (135, EACH),
    "knee-rolls": (64, "8 times each side, hold 2 seconds"),
    "pelvic-tilt": (70, "10 times, hold 5 seconds"),
    "side-lying-wall-slide": (80, "10 times each side"),
    "prone-press-up": (40, "10 times, hold 2 seconds"),
    "side-plank-knees": (100, "5 times each side, hold 8 seconds"),
    "single-knee-to-chest": (75, "15 seconds, 2 times each side"),
    "standing-calf-stretch": (135, EACH),
    "single-leg-lower": (174, f"2 sets of 6 each side, {REST_30}"),
    "wall-squat-ball": (110, f"2 sets of 8, {REST_30}"),
    "calf-raise": (126, f"2 sets of 12, hold 1 second, {REST_30}"),
    "hip-hinge": (110, f"2 sets of 10, {REST_30}"),
    "seated-figure-four": (135, EACH),
    "split-squat": (158, f"2 sets of 8 each side, {REST_30}"),
    "standing-back-bend": (20, "5 times, hold 2 seconds"),
    "standing-pelvic-tilt": (70, "10 times, hold 5 seconds"),
}
# Seconds in all, minutes as printed, and each item's seconds.
ROUTINES = {
    "post-run": (693, 12, {"cat-cow": 48, "pelvic-tilt": 70, "double-knee-to-chest": 50,
                           "figure-four": 135, "hamstring-strap": 135, "hip-flexor-kneel": 135,
                           "glute-bridge": 60}),
    "gym-bag": (298, 5, {"cat-cow": 36, "pelvic-tilt": 35, "figure-four": 65,
                         "hamstring-strap": 65, "hip-flexor-kneel": 65}),
    "buttock-leg-pain": (729, 12, {"pelvic-tilt": 56, "heel-slide": 80, "figure-four": 135,
                                   "hamstring-strap": 95, "hip-flexor-kneel": 135,
                                   "glute-bridge": 48, "band-side-steps": 120}),
    "core-1": (704, 12, {"pelvic-tilt": 70, "heel-slide": 100, "glute-bridge": 126, "cat-cow": 48,
                         "wall-squat-ball": 110, "band-side-steps": 50, "figure-four": 65,
                         "hip-flexor-kneel": 65}),
    "core-2": (845, 14, {"pelvic-tilt": 35, "single-leg-lower": 174, "glute-bridge": 150,
                         "wall-squat-ball": 130, "band-side-steps": 120, "cat-cow": 36,
                         "figure-four": 65, "hip-flexor-kneel": 65}),
    "core-3": (831, 14, {"pelvic-tilt": 35, "double-leg-lower": 102, "glute-bridge": 174,
                         "wall-squat-ball": 150, "band-side-steps": 120,
                         "double-knee-to-chest": 50, "figure-four": 65, "hip-flexor-kneel": 65}),
    "chair-standing": (654, 11, {"seated-figure-four": 135, "standing-pelvic-tilt": 70,
                                 "hip-hinge": 84, "calf-raise": 100, "band-side-steps": 50,
                                 "standing-calf-stretch": 135, "standing-back-bend": 20}),
    "walk-run-back": (162, 3, {"standing-back-bend": 20, "hip-hinge": 32, "calf-raise": 40,
                               "split-squat": 40}),
    "runner-strength": (834, 14, {"glute-bridge": 150, "dead-bug": 140, "side-plank-knees": 100,
                                  "hip-hinge": 110, "split-squat": 158, "calf-raise": 126}),
    "flare-first-days": (250, 4, {"pelvic-tilt": 35, "knee-rolls": 40, "heel-slide": 50,
                                  "single-knee-to-chest": 25, "cat-cow": 30,
                                  "standing-back-bend": 20}),
}  # fmt: skip


def test_the_tables_cover_the_library(library):
    assert STRETCHES.keys() == library.stretches.keys()
    assert ROUTINES.keys() == library.routines.keys()


@pytest.mark.parametrize("stretch", STRETCHES)
def test_the_dose_of_a_stretch_is_as_reckoned(library, locale, stretch):
    dose = library.stretches[stretch].value.dose
    assert (dose.seconds, dose_words(dose, locale).line) == STRETCHES[stretch]


@pytest.mark.parametrize("routine", ROUTINES)
def test_the_seconds_of_a_routine_are_as_reckoned(library, routine):
    total, _, items = ROUTINES[routine]
    record = library.routines[routine].value
    doses = routine_doses(record, library)
    found = {item.stretch: dose.seconds for item, dose in zip(record.items, doses, strict=True)}
    assert list(found.items()) == list(items.items())
    assert total_seconds(doses, record.transition) == total


@pytest.mark.parametrize("routine", ROUTINES)
def test_the_minutes_that_print_are_the_seconds_rounded(handout_content, routine):
    content = handout_content(routine)
    minutes = ROUTINES[routine][1]
    assert content.head.figures[1].number.plain == f"{minutes} min"


@pytest.mark.parametrize(
    ("routine", "stretch", "line"),
    [
        ("post-run", "figure-four", EACH),
        ("gym-bag", "figure-four", "30 seconds, each side"),
        ("gym-bag", "cat-cow", "6 slow rounds, 6 seconds each"),
        ("buttock-leg-pain", "hamstring-strap", "10 seconds, 3 times each side"),
        ("core-1", "glute-bridge", f"2 sets of 8, hold 2 seconds, {REST_30}"),
        ("core-1", "band-side-steps", "10 steps each way"),
        (
            "core-3",
            "band-side-steps",
            f"2 sets of 10 steps each way, {REST_20}, a stronger band if that is easy",
        ),
        ("core-2", "wall-squat-ball", f"2 sets of 10, {REST_30}, as low as shown"),
    ],
)
def test_a_routine_says_its_own_dose(handout_content, routine, stretch, line):
    (move,) = [move for move in handout_content(routine).moves if move.id == stretch]
    assert move.dose_line.plain == move.dose.line == line


@pytest.mark.parametrize(
    ("dose", "seconds", "line"),
    [
        ({"hold": 30}, 30, "30 seconds, 1 time"),
        ({"hold": 30, "each_side": True}, 65, "30 seconds, each side"),
        ({"sets": 3, "hold": 20, "rest": 10}, 80, "20 seconds, 3 times, rest 10 seconds between"),
        ({"sets": 3, "hold": 20, "each_side": True}, 145, "20 seconds, 3 times each side"),
        ({"reps": 1, "rep_seconds": 4}, 4, "1 time"),
        ({"reps": 6, "rep_seconds": 2.5}, 15, "6 times"),
        ({"reps": 6, "rep_seconds": 2.5, "unit": "round"}, 15, "6 slow rounds, 2.5 seconds each"),
        ({"sets": 3, "reps": 5, "rep_seconds": 2, "rest": 10}, 50,
         "3 sets of 5, rest 10 seconds between"),
        ({"reps": 1, "rep_seconds": 4, "unit": "step"}, 4, "1 step"),
        ({"hold": 30, "note": "soft knee"}, 30, "30 seconds, 1 time, soft knee"),
        # One second, one set, one a day.
        ({"hold": 1}, 1, "1 second, 1 time"),
        ({"reps": 9, "rep_seconds": 2, "hold": 1}, 18, "9 times, hold 1 second"),
        ({"reps": 9, "rep_seconds": 1, "unit": "round"}, 9, "9 slow rounds, 1 second each"),
        ({"sets": 2, "reps": 9, "rep_seconds": 1, "rest": 1}, 19,
         "2 sets of 9, rest 1 second between"),
        ({"hold": 9, "times_a_day": 1}, 9, "9 seconds, 1 time, once a day"),
        # A range is reckoned as its middle.
        ({"reps": [8, 12], "rep_seconds": 3}, 30, "8 to 12 times"),
        ({"sets": [2, 3], "reps": "8 to 12", "rep_seconds": 3, "rest": "1:30"}, 210,
         "2 or 3 sets of 8 to 12, rest 90 seconds between"),
        ({"hold": "10-30 s", "each_side": True}, 45, "10 to 30 seconds, each side"),
        ({"hold": "2 min"}, 120, "120 seconds, 1 time"),
        ({"hold": 30, "times_a_day": [2, 3]}, 30, "30 seconds, 1 time, 2 or 3 times a day"),
        # A rest between two holds takes the place of our own reckoning of a change of sides.
        ({"hold": 10, "each_side": True, "rest": 20}, 40,
         "10 seconds, each side, rest 20 seconds between"),
        ({"hold": 10, "rest": 20}, 10, "10 seconds, 1 time"),
        ({"sets": 2, "reps": 8, "rep_seconds": 4, "load": "a band that is hard by the last one"},
         64, "2 sets of 8, a band that is hard by the last one"),
        ({"reps": 8, "rep_seconds": 4, "side": "left"}, 32, "8 times, left side only"),
    ],
)  # fmt: skip
def test_a_dose_is_reckoned_and_said(locale, dose, seconds, line):
    made = Dose(**dose)
    assert (made.seconds, dose_words(made, locale).line) == (seconds, line)


def test_the_figure_of_a_dose_is_what_is_read_first(locale):
    words = dose_words(Dose(sets=2, hold=30, each_side=True), locale)
    assert (words.figure, words.rest) == ("30 seconds", "2 times each side")


@pytest.mark.parametrize(
    ("seconds", "minutes"), [(1, 1), (89, 1), (90, 2), (149, 2), (150, 3), (693, 12), (845, 14)]
)
def test_minutes_are_to_the_nearest_and_never_none(seconds, minutes):
    assert whole_minutes(seconds) == minutes


@pytest.mark.parametrize(
    ("frequency", "said"),
    [
        ({"days": (3, 5)}, ("3\u20135 days", "a week")),
        ({"days": (3, 3)}, ("3 days", "a week")),
        ({"days": (1, 1)}, ("1 day", "a week")),
        ({"rule": "any run day"}, ("any run day", "how often")),
    ],
)
def test_how_often_is_said_in_days_or_in_words(locale, frequency, said):
    assert days_words(Frequency(**frequency), locale) == said
