"""What one person does otherwise, and what a clinician should know of a plan."""

import datetime
from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from cardgen.compose.dates import is_old
from cardgen.compose.lessened import as_wanted
from cardgen.compose.plan import Plan
from cardgen.errors import InvalidDataError, Problem
from cardgen.model.address import meant
from cardgen.model.dose import Dose, DoseChange
from cardgen.model.findings import explanation
from cardgen.model.library import Library, Record
from cardgen.model.origin import requested

Changes = tuple[tuple[str, DoseChange], ...]
"""Addresses of moves, and what one person does otherwise with them."""


def changed_doses(plan: Plan, changes: Changes) -> dict[int, Dose]:
    """Return the doses that changes lead to, by the index of their move.

    Of a number that a condition changes as well, the least counts. Raises InvalidDataError with
    each that clashes with what the stretch says.
    """
    wanted = {
        one: (address, change)
        for address, change in changes
        for one in meant(address, plan.addresses)
    }
    found: dict[int, Dose] = {}
    problems: list[Problem] = []
    for i, (full, dose) in enumerate(zip(plan.addresses, plan.doses, strict=True)):
        if full in wanted:
            address, change = wanted[full]
            try:
                found[i] = change.applied_to(dose)
            except ValidationError as error:
                detail = error.errors()[0]
                said = explanation(detail["loc"], detail)
                field = ".".join((f"changes.{address}.dose", *map(str, detail["loc"])))
                problems.append(requested(field).problem(said, "Change it, or leave it out"))
                continue
            if plan.dosed[i]:
                found[i] = as_wanted(dose, change, plan.dosed[i])
    if problems:
        raise InvalidDataError(problems)
    return found


def does_nothing(plan: Plan, condition: str, library: Library) -> bool:
    """Tell whether a condition neither leaves out nor changes a move, nor says anything."""
    cautions = (caution for record in plan.stretches for caution in record.value.cautions)
    return not (
        plan.stops
        or library.conditions[condition].say
        or any(condition in one.condition for one in plan.record.value.only_for)
        or any(condition in one.conditions for one in plan.left_out)
        or any(condition == id_ for id_, _ in plan.changed)
        or any(condition in caution.conditions for caution in cautions)
    )


def warnings_of(plan: Plan, day: datetime.date | None, library: Library) -> Iterator[Problem]:
    """Yield what a person should know before they hand a handout out on a day."""
    for condition in plan.conditions:
        if does_nothing(plan, condition, library):
            message = f"nothing of '{plan.record.id}' is changed by it"
            yield requested(f"conditions.{condition}").problem(message)
    safety = library.safety[plan.record.value.safety]
    checked: tuple[Record[Any], ...] = (plan.record, *plan.stretches, safety)
    for record in checked:
        if is_old(record.value.reviewed.date, day):
            message = f"it was last checked on {record.value.reviewed.date}, over two years ago"
            remedy = "Check it against its sources, and change the date"
            yield record.origin("reviewed", "date").problem(message, remedy)
