"""What was typed of a dose, as a change of the usual one."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from cardgen.errors import CardgenError
from cardgen.model.amount import middle, most
from cardgen.model.dose import Dose, DoseChange
from cardgen.studio.problems import sentence, told
from cardgen.studio.visit import Typed

NUMBERS = ("sets", "reps", "hold", "rest", "times_a_day")
NOTE, SIDE = "note", "side"
_LONGEST_NUMBER = 4
"""In digits: a longer one is refused as it was typed."""


class TypedDose(NamedTuple):
    """What a form says of a dose."""

    change: DoseChange | None
    """None where it stays as it is, and where something is wrong."""
    errors: dict[str, str]
    """By field of the form, what is wrong."""


def read_dose(typed: Typed, usual: Dose) -> TypedDose:
    """Return what was typed in place of the `usual` dose."""
    values = dict(_changes(typed, usual))
    if not values:
        return TypedDose(None, {})
    try:
        change = DoseChange(**values)
        if usual.rep_seconds and change.hold:
            # A hold is a part of its repetition: the rest of that stays as long as it was.
            moving = usual.rep_seconds - middle(usual.hold or 0)
            longer = max(moving + middle(change.hold), float(most(change.hold)))
            change = DoseChange(**values, rep_seconds=longer)
    except CardgenError as error:
        return TypedDose(None, {form_field(p.field): told(p) for p in error.problems})
    if clash := change.clash(usual):
        return TypedDose(None, {form_field(""): sentence(clash)})
    return TypedDose(change, {})


def _changes(typed: Typed, usual: Dose) -> Iterator[tuple[str, Any]]:
    """Yield the fields of a dose that were typed otherwise than they are."""
    for name in NUMBERS:
        if words := typed.get(name, "").strip():
            is_number = words.isdecimal() and len(words) <= _LONGEST_NUMBER
            yield name, int(words) if is_number else words
    if typed and (typed.get(SIDE) == "on") != usual.each_side:
        yield "each_side", not usual.each_side
    note = typed.get(NOTE, "").strip()
    if typed and note != (usual.note or ""):
        yield NOTE, note or None


def untouched(usual: Dose) -> Typed:
    """Return the fields of a dose as a form has them before anybody types."""
    return {NOTE: usual.note or "", SIDE: "on" if usual.each_side else ""}


def form_field(name: str) -> str:
    """Return the field of a form that a field of a dose is typed in; of a whole dose, the first."""
    return {"rep_seconds": "hold", "each_side": SIDE, "": NUMBERS[0]}.get(name, name)
