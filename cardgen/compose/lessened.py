"""Doses that conditions change, and what a clinician asks for beside that."""

from collections.abc import Mapping, Sequence
from typing import Any

from cardgen.model.amount import least, most
from cardgen.model.dose import Dose, DoseChange

_NUMBERS = ("sets", "reps", "hold")
"""The fields of a dose of which the least counts."""
_AMOUNT = (int, float, tuple)


def lessened(dose: Dose, changes: Sequence[DoseChange], usual: Dose) -> Dose:
    """Return a dose as conditions change it.

    Of the numbers of several `changes` the least counts. Where that takes longer than the `usual`
    dose of the routine, so does the least of both.
    """
    merged: dict[str, Any] = {}
    for change in changes:
        for field in change.model_fields_set:
            value = getattr(change, field)
            merged[field] = _least(merged[field], value) if field in merged else value
    found = _applied(dose, merged)
    if found.seconds <= usual.seconds:
        return found
    both = {field: _least(getattr(found, field), getattr(usual, field)) for field in _NUMBERS}
    return _applied(found, both)


def as_asked(dose: Dose, asked: DoseChange | None) -> Dose:
    """Return the dose of what takes a place where fewer of another move were `asked` for."""
    fewer = {
        field: _least(own, wanted)
        for field in _NUMBERS
        if (own := getattr(dose, field)) and (wanted := getattr(asked, field, None))
    }
    return _applied(dose, fewer)


def as_wanted(dose: Dose, wanted: DoseChange, changes: Sequence[DoseChange]) -> Dose:
    """Return a dose with what one person is to do otherwise, as they are told to.

    `dose` is what conditions make of it, by `changes`. A number that none of them names is as
    `wanted`; of one that they name, the least counts, and all else that they name is theirs.
    """
    named = {field for change in changes for field in change.model_fields_set}
    values = {name: getattr(wanted, name) for name in wanted.model_fields_set}
    for field in named & values.keys():
        values[field] = _lesser(values[field], getattr(dose, field))
    return _applied(dose, values)


def _lesser(wanted: Any, changed: Any) -> Any:  # noqa: ANN401 - a value of a dose
    return _least(wanted, changed) if _are_amounts(wanted, changed) else changed


def _least(one: Any, other: Any) -> Any:  # noqa: ANN401 - a value of a dose
    """Return the lesser of two amounts; of other values the first, unless there is none."""
    if not _are_amounts(one, other):
        return one or other
    return min(one, other, key=lambda amount: (most(amount), least(amount)))


def _are_amounts(*values: object) -> bool:
    return all(isinstance(one, _AMOUNT) and not isinstance(one, bool) for one in values)


def _applied(dose: Dose, values: Mapping[str, Any]) -> Dose:
    """Return a dose with other values; a hold is never longer than the repetition it is in."""
    tempo = values.get("rep_seconds") or dose.rep_seconds
    hold = values.get("hold") or dose.hold
    if tempo and hold and most(hold) > tempo:
        values = {**values, "rep_seconds": float(most(hold))}
    return DoseChange(**values).applied_to(dose)
