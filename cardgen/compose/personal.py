"""One person's own routine: what is left out, added and changed, by wish or by condition."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pydantic import ValidationError

from cardgen.compose.dates import is_old
from cardgen.compose.dose import total_seconds
from cardgen.compose.moves import item_dose
from cardgen.errors import InvalidDataError, Problem
from cardgen.memo import kept
from cardgen.model.address import addresses, meant, next_address
from cardgen.model.dose import Dose, DoseChange
from cardgen.model.findings import explanation
from cardgen.model.library import Library, Record
from cardgen.model.origin import requested
from cardgen.model.routine import Item, Routine, with_headings
from cardgen.model.stretch import Stretch
from cardgen.model.value import HashedOnce, hashed_once


@hashed_once
@dataclass(frozen=True, slots=True)
class Plan(HashedOnce):
    """A routine as some people do it, but for the changes to its doses."""

    record: Record[Routine]
    hidden: tuple[tuple[str, tuple[str, ...]], ...]
    """Ids of the stretches that are left out, by condition."""
    addresses: tuple[str, ...]
    """The full address of each move that is left, as the routine is written."""
    stretches: tuple[Record[Stretch], ...]
    doses: tuple[Dose, ...]
    """As the routine has them."""
    seconds: float
    """How long these take together."""
    oldest: datetime.date
    """The day when that of its texts was checked which was checked first."""


@kept(256)
def planned(
    record: Record[Routine],
    library: Library,
    without: tuple[str, ...] = (),
    add: tuple[str, ...] = (),
    conditions: tuple[str, ...] = (),
) -> Plan:
    """Return a routine without some moves, with others, and as conditions change it.

    Doses are the routine's own. The moves that are named are there. Raises InvalidDataError when
    nothing is left to do.
    """
    moves = _wanted(record.value, library, without, add)
    hidden = {
        condition: tuple(
            dict.fromkeys(
                item.stretch for _, item in moves if _hides(library, item.stretch, condition)
            )
        )
        for condition in conditions
    }
    gone = {id_ for ids in hidden.values() for id_ in ids}
    left = [(address, item) for address, item in moves if item.stretch not in gone]
    if not left:
        message = f"nothing of the routine '{record.id}' is left to do"
        if gone:
            problem = requested("conditions").problem(message, "Choose another routine")
        else:
            problem = requested("without").problem(message, "Leave out fewer moves")
        raise InvalidDataError([problem])
    if record.value.order == "by-posture":
        left = _grouped(left, library)
    named, items = zip(*left, strict=True)
    routine = record.value.model_copy(update={"items": items})
    stretches = tuple(library.stretches[item.stretch] for item in items)
    doses = tuple(item_dose(item, library.stretches) for item in items)
    checked: tuple[Record[Any], ...] = (record, *stretches, library.safety[routine.safety])
    oldest = min(one.value.reviewed.date for one in checked)
    seconds = total_seconds(doses, routine.transition)
    own = replace(record, value=routine)
    return Plan(own, tuple(hidden.items()), named, stretches, doses, seconds, oldest)


_Placed = tuple[str, Item]
"""A move of a routine with its full address."""


def _wanted(
    routine: Routine, library: Library, without: Sequence[str], add: Sequence[str]
) -> list[_Placed]:
    """Return the moves of a routine without some and with others, each under its heading."""
    items = with_headings(routine.items)
    full = [*addresses(item.stretch for item in items)]
    gone = {one for address in without for one in meant(address, full)}
    moves = [move for move in zip(full, items, strict=True) if move[0] not in gone]
    for id_ in add:
        full.append(next_address(id_, full))
        place = _place(id_, [item for _, item in moves], library)
        near = moves[max(0, place - 1)][1].heading if moves else None
        moves.insert(place, (full[-1], Item(stretch=id_, heading=near)))
    return moves


Changes = tuple[tuple[str, DoseChange], ...]
"""Addresses of moves, and what one person does otherwise with them."""


def changed_doses(plan: Plan, changes: Changes) -> dict[int, Dose]:
    """Return the doses that changes lead to, by the index of their move.

    Raises InvalidDataError with each that clashes with what the stretch says.
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
    if problems:
        raise InvalidDataError(problems)
    return found


def _place(id_: str, items: Sequence[Item], library: Library) -> int:
    """Return where a move goes in: behind the last one of the same posture, or at the end."""
    posture = library.stretches[id_].value.position
    same = [i for i, item in enumerate(items) if _posture(item, library) == posture]
    return same[-1] + 1 if same else len(items)


def _posture(item: Item, library: Library) -> str:
    return library.stretches[item.stretch].value.position


def _grouped(moves: Sequence[_Placed], library: Library) -> list[_Placed]:
    """Return the moves with those of one posture together, postures by first appearance.

    Each stays below its heading.
    """
    headings = list(dict.fromkeys(item.heading for _, item in moves))
    postures = list(dict.fromkeys(_posture(item, library) for _, item in moves))
    return sorted(
        moves,
        key=lambda move: (
            headings.index(move[1].heading),
            postures.index(_posture(move[1], library)),
        ),
    )


def _hides(library: Library, id_: str, condition: str) -> bool:
    cautions = library.stretches[id_].value.cautions
    return any(condition in c.conditions and c.effect == "hide" for c in cautions)


def concerned(stretch: Stretch, condition: str) -> bool:
    """Tell whether a stretch has a caution for a condition."""
    return any(condition in caution.conditions for caution in stretch.cautions)


def warnings_of(plan: Plan, day: datetime.date | None, library: Library) -> Iterator[Problem]:
    """Yield what a person should know before they hand a handout out on a day."""
    for condition, hidden in plan.hidden:
        if not hidden and not any(concerned(record.value, condition) for record in plan.stretches):
            message = f"no move of '{plan.record.id}' has a caution for it: nothing is changed"
            yield requested(f"conditions.{condition}").problem(message)
    safety = library.safety[plan.record.value.safety]
    checked: tuple[Record[Any], ...] = (plan.record, *plan.stretches, safety)
    for record in checked:
        if is_old(record.value.reviewed.date, day):
            message = f"it was last checked on {record.value.reviewed.date}, over two years ago"
            remedy = "Check it against its sources, and change the date"
            yield record.origin("reviewed", "date").problem(message, remedy)
