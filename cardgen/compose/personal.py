"""One person's own routine: what is left out, added and changed, by wish or by condition."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pydantic import ValidationError

from cardgen.compose.conditions import Arranged, Fitted, LeftOut, arranged, lessened
from cardgen.compose.dates import is_old
from cardgen.compose.dose import total_seconds
from cardgen.compose.moves import item_dose
from cardgen.errors import InvalidDataError, Problem
from cardgen.memo import kept
from cardgen.model.dose import Dose, DoseChange
from cardgen.model.findings import explanation
from cardgen.model.library import Library, Record
from cardgen.model.origin import requested
from cardgen.model.routine import Item, Routine
from cardgen.model.stretch import Stretch
from cardgen.model.value import HashedOnce, hashed_once


@hashed_once
@dataclass(frozen=True, slots=True)
class Plan(HashedOnce):
    """A routine as some people do it, but for the changes to its doses."""

    record: Record[Routine]
    conditions: tuple[str, ...]
    """The conditions that they have."""
    left_out: tuple[LeftOut, ...]
    """The moves that conditions leave out, and what takes their place."""
    changed: tuple[tuple[str, tuple[int, ...]], ...]
    """By condition, the places of the moves that it changes, from 0 on."""
    stops: tuple[str, ...]
    """What they do in place of any move, where a condition stops the page as a whole."""
    stretches: tuple[Record[Stretch], ...]
    """As conditions change them, with the cautions that concern these people."""
    doses: tuple[Dose, ...]
    """As the routine has them."""
    seconds: float
    """How long these take together."""
    oldest: datetime.date
    """The day when that of its texts was checked which was checked first."""

    def number(self, id_: str) -> int:
        """Return the number of the first move with a stretch, from 1 on."""
        return [record.id for record in self.stretches].index(id_) + 1


@kept(256)
def planned(
    record: Record[Routine],
    library: Library,
    without: tuple[str, ...] = (),
    add: tuple[str, ...] = (),
    conditions: tuple[str, ...] = (),
    *,
    personal: bool = False,
) -> Plan:
    """Return a routine without some moves, with others, and as conditions change it.

    Doses are the routine's own. The moves that are named are there. A `personal` plan, and one with
    conditions, has the cautions of these people alone. Raises InvalidDataError when nothing is left
    to do, and no condition says what to do then.
    """
    routine = record.value
    items = [item for item in routine.items if item.stretch not in without]
    for id_ in add:
        items.insert(_place(id_, items, library), Item(stretch=id_))
    given = tuple(dict.fromkeys((*routine.conditions, *conditions)))
    stops = _stops(routine, library, given)
    made = _arranged([] if stops else items, library, given, without, own=personal or bool(given))
    if not made.moves and not stops:
        raise InvalidDataError([_nothing_left(record.id, items, made)])
    moves = made.moves
    if routine.order == "by-posture":
        moves = _grouped(moves, library)
    stretches = tuple(found.record for _, found in moves if found.record)
    doses = tuple(_dose(item, found, library) for item, found in moves)
    checked: tuple[Record[Any], ...] = (record, *stretches, library.safety[routine.safety])
    own = routine.model_copy(update={"items": tuple(item for item, _ in moves)})
    return Plan(
        record=replace(record, value=own),
        conditions=given,
        left_out=made.left_out,
        changed=tuple(_changed(moves, given)),
        stops=stops,
        stretches=stretches,
        doses=doses,
        seconds=total_seconds(doses, routine.transition),
        oldest=min(one.value.reviewed.date for one in checked),
    )


Moves = tuple[tuple[Item, Fitted], ...]


def _stops(routine: Routine, library: Library, conditions: Sequence[str]) -> tuple[str, ...]:
    """Return what people with conditions do in place of the routine as a whole, if any does so."""
    said = [library.conditions[id_].stop for id_ in conditions]
    for one in routine.not_for:
        said += [one.instead] * (not set(one.condition).isdisjoint(conditions))
    return tuple(dict.fromkeys(words for words in said if words))


def _arranged(
    items: Sequence[Item],
    library: Library,
    conditions: tuple[str, ...],
    barred: tuple[str, ...],
    *,
    own: bool,
) -> Arranged:
    if own:
        return arranged(items, library.stretches, conditions, barred)
    return Arranged(tuple((item, Fitted(library.stretches[item.stretch])) for item in items), ())


def _nothing_left(id_: str, items: Sequence[Item], made: Arranged) -> Problem:
    if not items:
        message = f"nothing of the routine '{id_}' is left to do"
        return requested("without").problem(message, "Leave out fewer moves")
    said = dict.fromkeys(words for one in made.left_out for words in one.instead)
    told = f" What their cautions say: {' '.join(said)}" if said else ""
    message = f"nothing of the routine '{id_}' is left to do, by what its moves say of conditions"
    return requested("conditions").problem(message, f"Choose another routine.{told}")


def _dose(item: Item, found: Fitted, library: Library) -> Dose:
    """Return the dose of a move: what conditions make of it, or else the routine's own."""
    usual = item_dose(item, library.stretches)
    if not found.changed and not found.doses:
        return usual
    return lessened(library.stretches[item.stretch].value.dose, found.doses, usual)


def _changed(moves: Moves, conditions: Sequence[str]) -> Iterator[tuple[str, tuple[int, ...]]]:
    for id_ in conditions:
        if places := tuple(i for i, (_, found) in enumerate(moves) if id_ in found.changed):
            yield id_, places


Changes = tuple[tuple[str, DoseChange], ...]
"""Stretches, and what one person does otherwise with them."""


def changed_doses(plan: Plan, changes: Changes) -> dict[int, Dose]:
    """Return the doses that changes lead to, by the index of their move.

    Raises InvalidDataError with each that clashes with what the stretch says.
    """
    wanted = dict(changes)
    found: dict[int, Dose] = {}
    problems: list[Problem] = []
    for i, (stretch, dose) in enumerate(zip(plan.stretches, plan.doses, strict=True)):
        if stretch.id in wanted:
            try:
                found[i] = wanted[stretch.id].applied_to(dose)
            except ValidationError as error:
                detail = error.errors()[0]
                said = explanation(detail["loc"], detail)
                field = ".".join((f"changes.{stretch.id}.dose", *map(str, detail["loc"])))
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


def _grouped(moves: Moves, library: Library) -> Moves:
    """Return the moves with those of one posture together, postures by first appearance."""
    postures = list(dict.fromkeys(_posture(item, library) for item, _ in moves))
    return tuple(sorted(moves, key=lambda move: postures.index(_posture(move[0], library))))


def does_nothing(plan: Plan, condition: str) -> bool:
    """Tell whether a condition neither leaves out nor changes a move, nor warns of one."""
    cautions = (caution for record in plan.stretches for caution in record.value.cautions)
    return not (
        plan.stops
        or any(condition in one.conditions for one in plan.left_out)
        or any(condition == id_ for id_, _ in plan.changed)
        or any(condition in caution.conditions for caution in cautions)
    )


def warnings_of(plan: Plan, day: datetime.date | None, library: Library) -> Iterator[Problem]:
    """Yield what a person should know before they hand a handout out on a day."""
    for condition in plan.conditions:
        if does_nothing(plan, condition):
            message = f"no move of '{plan.record.id}' has a caution for it: nothing is changed"
            yield requested(f"conditions.{condition}").problem(message)
    safety = library.safety[plan.record.value.safety]
    checked: tuple[Record[Any], ...] = (plan.record, *plan.stretches, safety)
    for record in checked:
        if is_old(record.value.reviewed.date, day):
            message = f"it was last checked on {record.value.reviewed.date}, over two years ago"
            remedy = "Check it against its sources, and change the date"
            yield record.origin("reviewed", "date").problem(message, remedy)
