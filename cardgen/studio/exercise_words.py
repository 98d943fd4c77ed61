"""What the fields of a move are called on the form, and what there is to choose from."""

import re
from collections.abc import Iterator, Mapping

from markupsafe import Markup

from cardgen.errors import Problem
from cardgen.library.spoken import MARK
from cardgen.studio.choices import by_name
from cardgen.studio.exercise_form import EVERYONE, Data
from cardgen.studio.tongue import Tongue

FIELDS = (
    "name", "short_name", "other_names", "kind", "position", "side", "start", "steps",
    "short_steps", "breathing", "frequency", "targets", "equipment", "cue", "mistake", "easier",
    "harder", "video", "by", "dose.sets", "dose.reps", "dose.hold", "dose.rep_seconds",
    "dose.rest", "dose.times_a_day", "dose.unit", "dose.load", "dose.note", "dose.each_side",
)  # fmt: skip
"""In the order in which the form has them."""
ROWS = (
    "picture.file", "picture.caption", "picture.alt", "picture.moment", "picture.side",
    "picture.credit", "caution.condition", "caution.when", "caution.effect", "caution.advice",
    "claim.text", "claim.source",
)  # fmt: skip
"""The fields that each picture, caution and claim has."""
_ROW = re.compile(r"(\w+)\.(\d+)\.(\w+)")
_MISSING = "this field is missing"
_PLAIN = {
    "`rep_seconds` (seconds a repetition), or `hold` with one repetition": "give-seconds",
    "`who` (the people it concerns)": "give-who",
}
"""What to do in the words of the form, by what a file is told."""


def told_plainly(problem: Problem, tongue: Tongue) -> Markup:
    """Return a problem with a file as a person knows it who sees the form."""
    if problem.message.startswith(_MISSING):
        return tongue.say("fill-in")
    plain = (tongue.say(key) for said, key in _PLAIN.items() if said in problem.message)
    return next(plain, None) or tongue.told(problem)


def in_order(fields: Mapping[str, Markup]) -> dict[str, Markup]:
    """Return what is told of fields in the order in which the form has them."""
    return dict(sorted(fields.items(), key=lambda pair: _place(pair[0])))


def _place(field: str) -> int:
    return FIELDS.index(field) if field in FIELDS else len(FIELDS)


def label_of(field: str, tongue: Tongue) -> Markup:
    """Return what a field of the form is called where it stands."""
    found = _ROW.fullmatch(field)
    name = f"{found[1]}.{found[3]}" if found else field
    return tongue.say(f"move-{name}" if name in (*FIELDS, *ROWS) else "move")


def named(field: str, tongue: Tongue) -> Markup:
    """Return how a person knows a field of the form elsewhere: of a picture, with its number."""
    label, found = label_of(field, tongue), _ROW.fullmatch(field)
    if not found:
        return label
    row = tongue.say(f"{found[1]}-n", n=found[2])
    return tongue.say("field-in-row", field=label, row=Markup(tongue.locale.within(row)))  # noqa: S704 - its own words


def caution_lines(data: Data, tongue: Tongue) -> Iterator[Markup]:
    """Yield for each caution of a file whom it is for, and what it does."""
    known = tongue.library.conditions
    for one in data.get("cautions") or ():
        given = one.get("condition") or ()
        ids = [given] if isinstance(given, str) else [*given]
        names = [tongue.own(known[i].label) if i in known else str(i) for i in ids]
        said = one.get("who") or one.get("when")
        who = tongue.core(str(said)) if said else tongue.row("names", names)
        effect = str(one.get("effect", "warn"))
        yield tongue.say(f"caution-{effect}", who=who) if effect in _EFFECTS else who


_EFFECTS = ("warn", "hide", "replace", "change")


def choices_of_move(tongue: Tongue) -> Mapping[str, Mapping[str, str]]:
    """Return the values that the fields may have, with what they are called."""
    library, say = tongue.library, tongue.say
    conditions = {id_: one.label for id_, one in library.conditions.items()}
    foreign = "" if tongue.is_original else MARK
    sources = {
        id_: f"{foreign}{record.value.title} ({id_})"
        for id_, record in library.sources.items()
        if record.value.prints
    }
    return {
        "kind": {id_: one.name for id_, one in library.move_kinds.items()},
        "position": {id_: one.name for id_, one in library.postures.items()},
        "side": {
            "": say("choice-no-side"),
            "left": say("choice-left"),
            "right": say("choice-right"),
        },
        "dose.unit": {
            "": say("choice-time"),
            "round": say("choice-round"),
            "step": say("choice-step"),
        },
        "moment": {"end": say("choice-end"), "start": say("choice-start")},
        "condition": {EVERYONE: say("choice-everyone"), **by_name(conditions)},
        "effect": {"warn": say("choice-warn"), "hide": say("choice-hide")},
        "source": {"": say("choice-no-source"), **by_name(sources)},
    }
