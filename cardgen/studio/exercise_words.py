"""What the fields of a move are called on the form, and what there is to choose from."""

import re
from collections.abc import Iterator, Mapping

from cardgen.errors import Problem
from cardgen.studio.desk import Desk
from cardgen.studio.exercise_form import EVERYONE, Data
from cardgen.studio.problems import told

LABELS = {
    "name": "Name",
    "short_name": "The same in at most 23 letters",
    "other_names": "Other names, one a line",
    "kind": "What it is",
    "position": "Posture",
    "side": "Side that steps and pictures start with",
    "start": "Start position",
    "steps": "Steps, one a line",
    "short_steps": "The same in at most four short lines",
    "breathing": "Breathing",
    "frequency": "How often",
    "targets": "What is stretched or worked, one a line",
    "equipment": "What is needed, one a line",
    "cue": "One line to remember",
    "mistake": "What often goes wrong",
    "easier": "Easier",
    "harder": "Harder",
    "video": "Link to a video",
    "by": "Checked by",
    "dose.sets": "Sets",
    "dose.reps": "Times",
    "dose.hold": "Hold, seconds",
    "dose.rep_seconds": "Seconds for one time",
    "dose.rest": "Rest, seconds",
    "dose.times_a_day": "Times a day",
    "dose.unit": "One time is called",
    "dose.load": "How heavy",
    "dose.note": "A word on how",
    "dose.each_side": "Each side",
}
_ROWS = {
    "picture.file": "Picture",
    "picture.caption": "Words under it",
    "picture.alt": "What it shows, for who cannot see it",
    "picture.moment": "It shows",
    "picture.side": "Side that is worked in it",
    "picture.credit": "Who made it, and who may print it",
    "caution.condition": "Who",
    "caution.when": "When they feel",
    "caution.effect": "Then",
    "caution.advice": "Advice",
    "claim.text": "What is known",
    "claim.source": "Source",
}
_ROW = re.compile(r"(\w+)\.(\d+)\.(\w+)")


_MISSING = "this field is missing"
_PLAIN = {
    "`rep_seconds` (seconds a repetition), or `hold` with one repetition": (
        "Give the seconds to hold, or the seconds for one time."
    ),
    "`who` (the people it concerns)": "Say when they feel it, or choose who has it.",
}
"""What to do in the words of the form, by what a file is told."""


def told_plainly(problem: Problem) -> str:
    """Return a problem with a file as a person knows it who sees the form."""
    if problem.message.startswith(_MISSING):
        return "Fill this in."
    plain = (words for said, words in _PLAIN.items() if said in problem.message)
    return next(plain, "") or told(problem)


def in_order(fields: Mapping[str, str]) -> dict[str, str]:
    """Return what is told of fields in the order in which the form has them."""
    order = [*LABELS]
    return dict(sorted(fields.items(), key=lambda pair: _place(pair[0], order)))


def _place(field: str, order: list[str]) -> int:
    return order.index(field) if field in order else len(order)


def label_of(field: str) -> str:
    """Return how a person knows a field of the form."""
    if found := _ROW.fullmatch(field):
        return f"{_ROWS.get(f'{found[1]}.{found[3]}', found[1])} ({found[1]} {found[2]})"
    return LABELS.get(field, "The move")


def caution_lines(data: Data, desk: Desk) -> Iterator[str]:
    """Yield for each caution of a file whom it is for, and what it does."""
    known = desk.library.conditions
    for one in data.get("cautions") or ():
        given = one.get("condition") or ()
        ids = [given] if isinstance(given, str) else [*given]
        names = ", ".join(known[id_].label if id_ in known else str(id_) for id_ in ids)
        does = _DOES.get(one.get("effect", "warn"), "")
        yield f"{one.get('who') or one.get('when') or names} ({does})"


_DOES = {
    "warn": "takes care",
    "hide": "leaves it out",
    "replace": "does another move",
    "change": "does it otherwise",
}


def choices_of(desk: Desk) -> Mapping[str, Mapping[str, str]]:
    """Return the values that the fields may have, with what they are called."""
    library = desk.library
    sides = {"": "None", "left": "Left", "right": "Right"}
    conditions = {id_: one.label for id_, one in library.conditions.items()}
    sources = {
        id_: f"{record.value.title} ({id_})"
        for id_, record in library.sources.items()
        if record.value.prints
    }
    return {
        "kind": {id_: one.name for id_, one in library.move_kinds.items()},
        "position": {id_: one.name for id_, one in library.postures.items()},
        "side": sides,
        "dose.unit": {"": "Time", "round": "Round", "step": "Step"},
        "moment": {"end": "Where the move arrives", "start": "Where it starts"},
        "condition": {EVERYONE: "Everyone"}
        | dict(sorted(conditions.items(), key=lambda p: p[1].casefold())),
        "effect": {"warn": "Take care", "hide": "Leave the move out"},
        "source": {"": "Choose a source"}
        | dict(sorted(sources.items(), key=lambda p: p[1].casefold())),
    }
