"""A programme is a file, too: it takes the place of a routine, and is refused by its lines."""

import datetime
import gc
from io import BytesIO

import pypdfium2
import pytest

from cardgen.api import render
from cardgen.documents import KINDS
from cardgen.documents.check import check_request
from cardgen.documents.handout_request import HandoutRequest
from cardgen.documents.programme import routine_of
from cardgen.documents.programme_changes import what_is_new
from cardgen.documents.programme_of import programme_of, programme_text
from cardgen.errors import CardgenError, InvalidDataError
from cardgen.files import load_programme
from cardgen.memo import forget
from cardgen.paths import built_in, definition_ids

TEXT = """\
title: Your first week
author: Sam Okoye
moves:
- cat-cow
- stretch: glute-bridge
  dose: {reps: 8}
  note: Breathe.
- cat-cow
"""
ROUTINES = definition_ids("routines", built_in())
TAKING = [name for name in KINDS if "programme" in KINDS[name].request.model_fields]
"""The kinds of documents that take one."""


def text_of(request, library):
    if KINDS.entries[request.kind].ending == ".html":
        return render(request, library).content.decode()
    with pypdfium2.PdfDocument(BytesIO(render(request, library).content)) as document:
        return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in document)


def written(project, text=TEXT, name="week.yaml"):
    return load_programme(project.write(name, text))


@pytest.mark.parametrize("kind", TAKING)
def test_every_kind_prints_it(project, library, kind):
    record = written(project)
    said = text_of(KINDS[kind].request(programme=record), library)
    for words in ("Your first week", "Cat-Cow", "Glute Bridge", "8 times"):
        assert words in said
    assert KINDS[kind].file_name(KINDS[kind].request(programme=record)) == f"week-{kind}"


def test_all_kinds_of_moves_take_one():
    assert {"handout", "cards", "booklet", "poster", "phone"} <= set(TAKING)


@pytest.mark.parametrize("routine", ROUTINES)
def test_one_that_is_made_of_a_routine_says_what_the_routine_says(project, library, routine):
    asked = HandoutRequest(routine)
    record = written(project, programme_text(programme_of(asked, library)))
    own, said = (
        text_of(HandoutRequest(**given, arrangement={"pages": 2}), library)
        for given in ({"programme": record}, {"routine": routine})
    )
    words, checked, _ = own.partition("Its moves were checked against their sources")
    assert checked
    if conditions := library.routines[routine].value.conditions:
        # A programme is one person's own: it tells what they have, and has no list for others.
        names = [library.conditions[id_].name for id_ in conditions]
        assert all(f"Changed for {name}: " in words for name in names)
        assert not any(f"Changed for {name}: " in said for name in names)
    else:
        assert words == said.partition("Checked against its sources")[0]


@pytest.mark.parametrize("routine", ROUTINES)
def test_whom_a_routine_is_not_for_does_no_move_of_its_programme(project, library, routine):
    record = written(project, programme_text(programme_of(HandoutRequest(routine), library)))
    found = library.routines[routine].value.not_for
    assert record.value.not_for == found
    for condition in {id_ for one in found for id_ in one.condition}:
        said = text_of(HandoutRequest(programme=record, conditions=(condition,)), library)
        assert "this page has no moves" in said


def test_why_comes_along_only_with_the_same_moves(library):
    whole = programme_of(
        HandoutRequest("post-run", changes={"cat-cow": {"dose": {"reps": 4}}}), library
    )
    routine = library.routines["post-run"].value
    assert whole.claims == routine.claims
    for other in ({"without": ["cat-cow"]}, {"add": ["bird-dog"]}):
        made = programme_of(HandoutRequest("post-run", **other), library)
        assert (made.claims, made.limits, made.frequency.sources) == ((), None, ())
        assert made.frequency.days == routine.frequency.days


def test_doses_are_put_together(project, library):
    asked = {"cat-cow#2": {"dose": {"reps": 3}}, "glute-bridge": {"dose": {"sets": 2}}}
    made = programme_of(HandoutRequest(programme=written(project), changes=asked), library)
    told = programme_text(made)
    assert told == (
        "title: Your first week\nmoves:\n- cat-cow\n- stretch: glute-bridge\n"
        "  dose: {sets: 2, reps: 8}\n  note: Breathe.\n"
        "- stretch: cat-cow\n  dose: {reps: 3}\nauthor: Sam Okoye\n"
    )
    assert written(project, told, "again.yaml").value == made


def test_doses_are_cut_for_who_does_another_form_and_typed_ones_are_not(project, library):
    asked = {"conditions": ("knee-pain",)}
    typed = {"changes": {"wall-squat-ball": {"dose": {"reps": 12}}}}
    for more, fields, told in (({}, {"note"}, "of 8,"), (typed, {"note", "reps"}, "of 12,")):
        made = programme_of(HandoutRequest("core-2", **asked, **more), library)
        (move,) = [one for one in made.moves if one.stretch == "wall-squat-ball"]
        assert move.dose.model_fields_set == fields
        record = written(project, programme_text(made))
        assert f"2 sets {told}" in text_of(HandoutRequest(programme=record), library)


def test_words_of_a_person_do_not_come_along(library):
    asked = HandoutRequest("post-run", recipient="Zebedee", note="Quagga", next_visit="Okapi")
    told = programme_text(programme_of(asked, library))
    assert not any(word in told for word in ("Zebedee", "Quagga", "Okapi"))


def test_nothing_of_it_stays(project, library):
    render(HandoutRequest(programme=written(project, TEXT.replace("Your", "Zorobabel's"))), library)
    forget()
    gc.collect()
    kept = [
        one
        for one in gc.get_objects()
        if isinstance(one, tuple) and "Zorobabel" in repr(one)[:2000]
    ]
    assert not kept


def test_what_is_new_is_told(project, library):
    old = written(project).value
    new = written(
        project,
        TEXT.replace("8}", "9}").replace("- cat-cow\n- ", "- bird-dog\n- ").replace("Sam", "Ann"),
    ).value
    held = "times, hold 2 seconds (Breathe.)"
    assert list(what_is_new(old, new, library)) == [
        "new: Bird-Dog: 6 times each side, hold 3 seconds",
        f"changed: Glute Bridge: 8 {held} -> 9 {held}",
        "gone: Cat-Cow",
        "in another order",
        "other words: author",
    ]
    assert not list(what_is_new(old, old, library))


@pytest.mark.parametrize(
    ("old", "new", "place", "said"),
    [
        ("- cat-cow\n-", "- cat-caw\n-", "week.yaml:4:3: moves[1].stretch", "there is no stretch"),
        ("reps: 8", "reps: many", "week.yaml:6:16: moves[2].dose.reps", "expected a whole number"),
        ("reps: 8", "hold: 60", "week.yaml:6:9: moves[2].dose", "expected `hold` (60) to be no"),
        ("author: S", "autor: S", "week.yaml:2:1: autor", "there is no such field"),
        ("title: Your first week\n", "", "week.yaml:1:1: title", "this field is missing"),
        ("Sam Okoye", "Sam\nsafety: hip", "week.yaml:3:9: safety", "there is no safety text 'hip'"),
        ("Sam Okoye", "Sam\nconditions: [gout]", "week.yaml:3:14: conditions[1]", "no condition"),
        ("Sam Okoye", "Sam\nclaims: [{text: It helps., sources: [nasm]}]",
         "week.yaml:3:37: claims[1].sources", "none of these sources has been verified"),
        ("Breathe.", "\U0001f422", "week.yaml:7:9: moves[2].note", "the typeface has no sign"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_by_its_line(project, library, old, new, place, said):
    with pytest.raises(InvalidDataError) as caught:
        check_request(
            HandoutRequest(programme=written(project, TEXT.replace(old, new, 1))), library
        )
    (problem,) = caught.value.problems
    assert str(problem).startswith(place)
    assert said in problem.message


def test_what_has_no_room_names_its_line(project, library):
    text = TEXT.replace("Your first week", "W" * 80)
    with pytest.raises(CardgenError) as caught:
        render(KINDS["cards"].request(programme=written(project, text)), library)
    assert {problem.file for problem in caught.value.problems} == {"week.yaml"}


def test_it_counts_as_put_together_by_its_author(project, library):
    record = routine_of(written(project), library)
    assert record.value.reviewed.by == "Sam Okoye"
    assert isinstance(record.value.reviewed.date, datetime.date)
    assert str(record.origin("items", 1, "note")[:3]) == "('week.yaml', 7, 9)"
    assert record.origin("items", 1, "note").field == "moves[2].note"
