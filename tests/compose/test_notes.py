"""What people with a condition do otherwise: each condition once, no caution lost."""

from collections import defaultdict

import pytest

from cardgen.compose.notes import condition_notes, is_felt, moves_to_leave_out
from cardgen.library.data import load_locale
from cardgen.paths import built_in, definition_ids

ENGLISH = load_locale("en")
ROUTINES = definition_ids("routines", built_in())
assert len(ROUTINES) >= 6


def records_of(library, routine):
    return [library.stretches[item.stretch] for item in library.routines[routine].value.items]


def said_of(library, records, routine):
    """Return all that is said of each move by the name of each condition, from the definitions.

    Whom the routine is not for has nothing of them.
    """
    barred = barred_by(library, routine)
    found = defaultdict(set)
    for number, record in enumerate(records, 1):
        for caution in record.value.cautions:
            names = [caution.who] if caution.who else []
            names = names or [library.conditions[id_].label for id_ in caution.conditions]
            for name in () if is_felt(caution, ENGLISH) else names:
                if name not in barred:
                    found[name].add((number, caution.advice, caution.sources))
    return found


def barred_by(library, routine):
    """Return whom a routine is not for, and what they do in its place."""
    return {
        library.conditions[id_].label: one.instead
        for one in library.routines[routine].value.not_for
        for id_ in one.condition
    }


def told_alone(library, routine):
    """Return what a routine says to people with each condition beside its moves."""
    return {
        library.conditions[id_].label: one.say
        for one in library.routines[routine].value.only_for
        for id_ in one.condition
    }


def names(note):
    """Return the conditions that a note is of, in small letters."""
    return note.spans[0].text.lower().split(", ")


def numbers(note):
    return [int(span.text) for span in note.spans if span.circled]


def cited_names(note):
    """Return the sources that stand behind each name of a row, the names in small letters."""
    found, name = {}, ""
    for span in note.spans[1:]:
        name = name if span.cites else span.text.removeprefix(", ").lower()
        found.setdefault(name, set()).update(span.cites)
    return found


def labels(library):
    """Return the names that hold a comma, which no row of names is to be split at."""
    return [one.label for one in library.conditions.values() if ", " in one.label]


@pytest.mark.parametrize("routine", ROUTINES)
def test_every_caution_of_a_condition_is_told_once_under_its_name(library, routine):
    records = records_of(library, routine)
    notes = condition_notes(records, library, ENGLISH, library.routines[routine])
    wanted, barred = said_of(library, records, routine), barred_by(library, routine)
    assert not set(labels(library)) & set(wanted)
    named = [name for note in notes for name in names(note)]
    alone = {n: said for n, said in told_alone(library, routine).items() if n not in barred}
    assert sorted(named) == sorted(name.lower() for name in {*wanted, *barred, *alone})
    for name, said in alone.items():
        (note,) = (note for note in notes if name.lower() in names(note))
        assert said.removesuffix(".").lower() in note.plain.replace("\u00a0", " ").lower()
    for name, instead in barred.items():
        (note,) = (note for note in notes if name.lower() in names(note))
        assert note.plain.replace("\u00a0", " ").lower().endswith(instead.lower().rstrip("."))
        assert numbers(note) == []
    for name, told in wanted.items():
        (note,) = (note for note in notes if name.lower() in names(note))
        plain = note.plain.replace("\u00a0", " ").lower()
        assert sorted(numbers(note)) == sorted({number for number, _, _ in told})
        advice = {one for _, one, _ in told} - {"Skip this one."}
        assert [a for a in advice if a.removesuffix(".").lower() not in plain] == []
        cited = {id_ for span in note.spans for id_ in span.cites}
        assert cited == {id_ for _, _, sources in told for id_ in sources}


@pytest.mark.parametrize("routine", ROUTINES)
def test_where_moves_are_left_out_each_move_with_a_caution_is_one_of_them(library, locale, routine):
    records = records_of(library, routine)
    notes = moves_to_leave_out(records, library, locale, library.routines[routine])
    wanted = said_of(library, records, routine)
    assert len(wanted) >= 8
    left_out = {name: sorted({number for number, _, _ in told}) for name, told in wanted.items()}
    others = {name for name, of in left_out.items() if len(of) > len(records) * 2 / 3}
    others |= set(barred_by(library, routine))
    first = sorted(map(str.lower, others))
    for note in notes[:1] if others else []:
        said = "".join(span.text for span in note.spans if not span.cites)
        assert cited_names(note) == {
            name.lower(): {id_ for _, _, ids in wanted[name] for id_ in ids} for name in others
        }
        assert said == f"Leave out all moves: {', '.join(first)}"
    alone = notes[1:] if others else notes
    assert {note.spans[0].text: numbers(note) for note in alone} == {
        name: of for name, of in left_out.items() if name not in others
    }
    assert [note.spans[0].text for note in alone] == sorted(
        wanted.keys() - others, key=str.casefold
    )
    cited = {id_ for told in wanted.values() for _, _, ids in told for id_ in ids}
    assert {id_ for note in notes for span in note.spans for id_ in span.cites} == cited
    for note in alone:
        cited = {id_ for span in note.spans for id_ in span.cites}
        assert cited == {id_ for _, _, ids in wanted[note.spans[0].text] for id_ in ids}


def test_who_would_leave_out_most_moves_is_told_first_to_leave_out_all(library, locale):
    notes = moves_to_leave_out(
        records_of(library, "post-run"), library, locale, library.routines["post-run"]
    )
    said = [note.plain for note in notes]
    names = "bending hurts, flare-up, fresh strain, late pregnancy, leg pain, neck pain"
    assert said[0] == f"Leave out all moves: {names}"
    assert "Hip pain\u00a03 4 6\u00a07" in said
    assert "Knee pain\u00a01 4\u00a06" in said


@pytest.mark.parametrize("routine", ROUTINES)
def test_notes_stand_in_the_order_of_the_alphabet(library, routine):
    notes = condition_notes(
        records_of(library, routine), library, ENGLISH, library.routines[routine]
    )
    first = [names(note)[0] for note in notes]
    assert first == sorted(first)


def test_conditions_of_which_the_same_is_said_share_a_line_and_two_of_a_move_run_on(library):
    notes = condition_notes(
        records_of(library, "gym-bag"), library, ENGLISH, library.routines["gym-bag"]
    )
    told = {note.spans[0].text: note.plain.replace("\u00a0", " ") for note in notes}
    both = told["Arching hurts, narrow spine"]
    assert both.endswith("1 round, then flat. No sinking; 5 tuck only. Do not slide")
    assert told["Leg pain"].endswith("; 3 5 ease off if it tingles or hurts; 4 knee bent, leg low. "
                                     "Hold 10 seconds")  # fmt: skip
    assert told["Fresh strain"] == (
        "Fresh strain do not run until the muscle has healed. Do these moves after a walk; "
        "3 ease off if it tingles or hurts; skip 4; "
        "5 do only the side that does not hurt"
    )


def test_what_a_routine_says_to_people_with_a_condition_stands_first_in_its_note(library, locale):
    routine = library.routines["walk-run-back"]
    notes = condition_notes(records_of(library, "walk-run-back"), library, locale, routine)
    said = {note.spans[0].text: note.plain for note in notes}
    assert (
        said["Leg pain"]
        .replace("\u00a0", " ")
        .startswith("Leg pain do not run while pain goes below your knee")
    )
    assert "before you run" in said["Poor balance"].replace("\u00a0", " ")
