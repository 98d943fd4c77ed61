"""What a routine may have beside a list of moves: headings, notes, choices, a plan; moves twice."""

import pytest

from cardgen.api import render
from cardgen.documents import KINDS
from cardgen.documents.booklet import BookletRequest
from cardgen.documents.cards import CardsRequest
from cardgen.documents.check import check_request
from cardgen.documents.handout_request import HandoutRequest
from cardgen.documents.poster import PosterRequest
from cardgen.documents.programme import Programme
from cardgen.documents.rows import RowReader
from cardgen.errors import InvalidDataError
from cardgen.library.rosters import open_roster
from cardgen.model.address import addresses, meant, shortest
from cardgen.model.arrangement import Arrangement
from cardgen.model.dose import DoseChange

ROUTINE = """
title: Warm up, get strong
name: Full Day
summary: For a calm back.
before: Walk 3 minutes.
frequency: {days: 3, times_a_day: [2, 3]}
items:
- {stretch: cat-cow, heading: Warm-up, note: Half as far.}
- {stretch: pelvic-tilt}
- stretch: glute-bridge
  heading: Strength
  dose: {sets: 2 to 3, reps: [8, 12], rest: "1:30", load: a hard band}
- {stretch: bird-dog, dose: {side: left}}
- {stretch: figure-four, heading: Cool-down, dose: {times_a_day: 2}}
- {stretch: cat-cow, dose: {reps: 4}, note: Slow it down.}
choose: [{when: Bending hurts, do: Leave out move 5.}]
plan: [{do: Run 1 minute, minutes: 21}, {do: Run 2 minutes}]
move_up: [Do each step twice., Then add 2 minutes.]
move_down: Worse the next day? Go back one step.
help_if: It is no better in 2 weeks.
claims: [{text: Hold each stretch 10 to 30 seconds., sources: [garber2011]}]
safety: low-back
reviewed: {date: 2026-11-29, by: me}
"""
FIRST, SECOND = "cat-cow#1", "cat-cow#2"


@pytest.fixture
def full(project):
    project.write("routines/full.yaml", ROUTINE)
    return project.library()


def parts(content):
    return [(m.name.plain, m.heading and m.heading.plain, m.section) for m in content.moves]


def test_a_heading_stands_above_the_first_of_its_moves(full, handout_content):
    content = handout_content("full", library=full)
    assert parts(content) == [
        ("Cat-Cow", "Warm-up", "Warm-up"),
        ("Pelvic Tilt", None, "Warm-up"),
        ("Glute Bridge", "Strength", "Strength"),
        ("Bird-Dog", None, "Strength"),
        ("Figure-Four Stretch", "Cool-down", "Cool-down"),
        ("Cat-Cow", None, "Cool-down"),
    ]


def test_a_heading_stays_when_the_first_of_its_moves_is_left_out(full, handout_content):
    content = handout_content("full", library=full, without=(FIRST, "glute-bridge"))
    assert [heading for _, heading, _ in parts(content)] == [
        "Warm-up", "Strength", "Cool-down", None
    ]  # fmt: skip


def test_a_move_that_is_added_stands_under_the_heading_of_its_neighbour(full, handout_content):
    content = handout_content("full", library=full, add=("heel-slide",))
    assert ("Heel Slide", None, "Cool-down") in parts(content)


def test_moves_that_are_brought_together_stay_below_their_headings(project, handout_content):
    project.write("routines/full.yaml", f"{ROUTINE}order: by-posture\n")
    found = parts(handout_content("full", library=project.library()))
    assert [section for *_, section in found] == [
        "Warm-up", "Warm-up", "Strength", "Strength", "Cool-down", "Cool-down"
    ]  # fmt: skip


def test_each_of_two_has_its_own_dose_and_note(full, handout_content, deck_content):
    for content in (handout_content("full", library=full), deck_content("full", library=full)):
        first, last = content.moves[0], content.moves[-1]
        assert (first.dose.figure, first.note.plain) == ("8 slow rounds", "Half as far.")
        assert (last.dose.figure, last.note.plain) == ("4 slow rounds", "Slow it down.")


def test_what_goes_with_the_moves_prints_in_panels(full, handout_content):
    guides = handout_content("full", library=full).guides
    assert [(panel.title, [text.plain for text in panel.texts]) for panel in guides] == [
        ("Step by step", ["Run 1 minute (21 min)", "Run 2 minutes"]),
        ("Choose what suits you", ["Bending hurts: Leave out move 5."]),
        ("When to move on", [
            "Do each step twice.",
            "Then add 2 minutes.",
            "Worse the next day? Go back one step.",
            "Get help: It is no better in 2 weeks.",
        ]),
    ]  # fmt: skip
    assert [panel.numbered for panel in guides] == [True, False, False]


SAID = ("Warm-up", "Strength", "Cool-down", "Half as far.", "Slow it down.", "a hard band",
        "left side only", "steps and pictures show the right", "rest 90 seconds between",
        "2 times a day", "2 or 3 times a day", "2 or 3 sets of 8 to 12")  # fmt: skip
HANDOUTS = [Arrangement(), Arrangement(pages=2), Arrangement(layout="list"),
            Arrangement(large_print=True)]  # fmt: skip


def lines_of(kind, request, library):
    """Return all words that a request lays out."""
    split = kind.split(request, library) if kind.split else None
    made = kind.lay_out(split.shared if split else request, library)
    pages = [page for document in made.documents for page in document.pages]
    return " ".join(" ".join(line.text for page in pages for line in page.all_lines()).split())


@pytest.mark.parametrize("arrangement", HANDOUTS, ids=repr)
def test_a_handout_prints_it_all_in_every_layout(full, arrangement):
    request = HandoutRequest("full", arrangement=arrangement)
    said = lines_of(KINDS["handout"], request, full)
    for words in (*SAID, "Step by step", "Bending hurts:", "Get help:"):
        assert words in said


@pytest.mark.parametrize(
    ("kind", "request_"),
    [
        ("cards", CardsRequest(("full",), size="index-3x5")),
        ("cards", CardsRequest(("full",))),
        ("booklet", BookletRequest(("full",))),
        ("poster", PosterRequest("full")),
    ],
)
def test_cards_booklets_and_posters_print_what_belongs_to_the_moves(full, kind, request_):
    said = lines_of(KINDS[kind], request_, full)
    # A poster does not say how often; a deck does, on its cover.
    wanted = [words for words in SAID if kind != "poster" or words != "2 or 3 times a day"]
    assert [words for words in wanted if words not in said] == []


# Addresses.


def test_an_address_names_a_move_by_its_turn():
    full = addresses(["cat-cow", "bird-dog", "cat-cow"])
    assert full == ("cat-cow#1", "bird-dog#1", "cat-cow#2")
    assert meant("cat-cow", full) == ("cat-cow#1", "cat-cow#2")
    assert meant("cat-cow#2", full) == ("cat-cow#2",)
    assert meant("cat-cow#3", full) == meant("heel-slide", full) == ()
    assert [shortest(one, full) for one in full] == ["cat-cow#1", "bird-dog", "cat-cow#2"]


def told(request, library):
    with pytest.raises(InvalidDataError) as caught:
        check_request(request, library)
    return [str(problem) for problem in caught.value.problems]


WHICH = "'cat-cow' stands 2 times in the routine 'full'. Say which: cat-cow#1, cat-cow#2"


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"without": ("cat-cow",)}, f"without: {WHICH}"),
        ({"changes": {"cat-cow": DoseChange(reps=3)}}, f"changes.cat-cow: {WHICH}"),
        ({"without": ("cat-cow#3",)},
         "without: there is no move 'cat-cow#3' in the routine 'full'. Did you mean `cat-cow#"),
        ({"changes": {"bird-dog": DoseChange(reps=3), "bird-dog#1": DoseChange(sets=2)}},
         "changes.bird-dog#1: it is changed twice. Put its changes together"),
        ({"without": (FIRST,), "changes": {FIRST: DoseChange(reps=3)}},
         "changes.cat-cow#1: there is no move 'cat-cow#1' in the routine 'full'"),
    ],
)  # fmt: skip
def test_an_address_that_could_be_several_moves_or_none_is_refused(full, asked, said):
    (problem,) = told(HandoutRequest("full", **asked), full)
    assert problem.startswith(said)


def test_a_card_that_could_be_several_is_refused_and_one_of_them_can_be_left_out(
    full, deck_content
):
    (problem,) = told(CardsRequest(("full",), skip=("cat-cow",)), full)
    assert problem == "skip: 'cat-cow' stands 2 times in this deck. Say which: cat-cow#1, cat-cow#2"
    deck = deck_content("full", library=full, skip=(FIRST,))
    assert [move.note.plain for move in deck.moves if move.id == "cat-cow"] == ["Slow it down."]


def test_a_change_by_address_changes_that_move_alone(full, handout_content):
    changes = {SECOND: {"dose": {"reps": "3 to 5", "note": "softly"}}}
    moves = handout_content("full", library=full, changes=changes).moves
    assert moves[0].dose_line.plain == "8 slow rounds, 6 seconds each"
    assert moves[-1].dose_line.plain == "3 to 5 slow rounds, 6 seconds each, softly"


def test_the_one_that_is_left_of_two_needs_no_turn(full, handout_content):
    asked = {"without": (FIRST,), "changes": {"cat-cow": DoseChange(reps=3)}}
    check_request(HandoutRequest("full", **asked), full)
    moves = handout_content("full", library=full, **asked).moves
    assert moves[-1].dose_line.plain == "3 slow rounds, 6 seconds each"


@pytest.mark.parametrize("said", ["\u0668", "\u096e", "\uff18"])
def test_a_dose_may_be_in_the_figures_of_any_script(full, project, said):
    path = project.write("people.csv", f"routine,cat-cow#2.dose.reps\nfull,{said}\n")
    roster = open_roster(path)
    (row,) = map(RowReader(roster.columns, full).read, roster.rows())
    assert row.changes == ((SECOND, DoseChange(reps=8)),)
    assert DoseChange(hold=said).hold == 8


def test_seconds_may_be_in_the_figures_of_any_script():
    assert DoseChange(hold="\u0661:\u0663\u0660").hold == 90
    assert DoseChange(rep_seconds="\u0662\u066b\u0665").rep_seconds == 2.5


def test_a_roster_has_a_column_for_each_of_two(full, project):
    text = "routine,cat-cow#2.dose.reps,cat-cow#1.dose.side,without\nfull,8 to 12,left,pelvic-tilt"
    path = project.write("people.csv", f"{text}\nfull,3,,cat-cow#1\n")
    roster = open_roster(path)
    reader = RowReader(roster.columns, full)
    assert reader.check_columns() == []
    one, other = map(reader.read, roster.rows())
    assert one.changes == ((SECOND, DoseChange(reps=(8, 12))), (FIRST, DoseChange(side="left")))
    assert (other.changes, other.without) == (((SECOND, DoseChange(reps=3)),), (FIRST,))
    assert [problem for row in roster.rows() for problem in reader.check(row)] == []


# Long routines.


@pytest.mark.parametrize("count", [13, 20])
def test_a_routine_may_have_more_moves_than_a_page_has_room_for(project, deck_content, count):
    items = "items:\n" + "- stretch: cat-cow\n" * count
    head, tail = ROUTINE.split("items:", maxsplit=1)[0], ROUTINE[ROUTINE.index("claims:") :]
    project.write("routines/long.yaml", f"{head}{items}{tail}")
    library = project.library()
    assert len(deck_content("long", library=library).moves) == count
    assert render(CardsRequest(("long",)), library).facts
    assert render(HandoutRequest("long", arrangement=Arrangement(large_print=True)), library).facts


def test_a_programme_has_headings_notes_and_the_same_move_twice(handout_content):
    moves = [{"stretch": "cat-cow", "heading": "Warm-up", "note": "Slow."}, "bird-dog", "cat-cow"]
    programme = Programme("For Ana", moves, frequency={"days": 3, "times_a_day": 2})
    changes = {SECOND: {"dose": {"reps": 3}}}
    content = handout_content(programme, changes=changes)
    assert parts(content) == [
        ("Cat-Cow", "Warm-up", "Warm-up"), ("Bird-Dog", None, "Warm-up"),
        ("Cat-Cow", None, "Warm-up"),
    ]  # fmt: skip
    assert content.moves[0].note.plain == "Slow."
    assert content.moves[2].dose_line.plain == "3 slow rounds, 6 seconds each"
    assert content.head.figures[2].label.plain == "a week, 2 times a day"


@pytest.mark.parametrize("field", ["heading", "note"])
def test_words_of_a_programme_must_be_such_as_can_print(field):
    with pytest.raises(InvalidDataError) as caught:
        Programme("For Ana", [{"stretch": "cat-cow", field: "\U0001f422"}])
    assert [problem.field for problem in caught.value.problems] == [f"moves[1].{field}"]
