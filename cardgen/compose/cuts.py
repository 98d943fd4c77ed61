"""Where the doses that a clinician asks for are made less by what a person has."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from cardgen.compose.personal import Changes, changed_doses
from cardgen.compose.plan import Plan
from cardgen.compose.plan_doses import NUMBERS
from cardgen.errors import Problem
from cardgen.model.address import meant, shortest
from cardgen.model.dose import DoseChange
from cardgen.model.library import Library
from cardgen.model.origin import Origin, requested
from cardgen.model.programme import ProgrammeRecord
from cardgen.model.stretch import Stretch


class Cut(NamedTuple):
    """A field of a dose that prints otherwise than it was asked for."""

    place: int
    """That of its move, from 0 on."""
    field: str
    asked: Any
    printed: Any
    conditions: tuple[str, ...]
    """The conditions that change it."""


def cuts_of(plan: Plan, changes: Changes, library: Library) -> Iterator[Cut]:
    """Yield what of the doses that a programme and `changes` ask for prints otherwise."""
    if not (any(plan.dosed) or plan.changed):
        return
    doses = {**dict(enumerate(plan.doses)), **changed_doses(plan, changes)}
    for place, wanted in _wanted(plan, changes).items():
        stretch = library.stretches[plan.stretches[place].id].value
        for field, asked in wanted.items():
            names = _naming(stretch, field, plan) or _reforming(place, field, plan)
            if names and (printed := getattr(doses[place], field)) != asked:
                yield Cut(place, field, asked, printed, names)


def cut_warnings(plan: Plan, changes: Changes, library: Library) -> Iterator[Problem]:
    """Yield the same as a person should know it who hands the page out."""
    if not (cuts := list(cuts_of(plan, changes, library))):
        return
    asked = {one for address, _ in changes for one in meant(address, plan.addresses)}
    for cut in cuts:
        address = plan.addresses[cut.place]
        field = f"{shortest(address, plan.addresses)}.dose.{cut.field}"
        place = requested(f"changes.{field}") if address in asked else _in_file(plan, field)
        names = " and ".join(f"`{one}`" for one in cut.conditions)
        printed, wanted = _written(cut.printed), _written(cut.asked)
        yield place.problem(f"{printed} prints, not {wanted} as asked, because of {names}")


def _in_file(plan: Plan, field: str) -> Origin:
    return plan.record.origin("items")._replace(field=f"moves.{field}")


def _wanted(plan: Plan, changes: Changes) -> Mapping[int, Mapping[str, Any]]:
    """Return the fields of doses that were asked for, by the place of their move."""
    found: dict[int, dict[str, Any]] = {}
    if isinstance(plan.record, ProgrammeRecord):
        for place, item in enumerate(plan.record.value.items):
            found[place] = _fields(item.dose)
    for address, change in changes:
        for one in meant(address, plan.addresses):
            place = plan.addresses.index(one)
            found[place] = {**found.get(place, {}), **_fields(change)}
    return found


def _fields(change: DoseChange | None) -> dict[str, Any]:
    return {name: getattr(change, name) for name in change.model_fields_set} if change else {}


def _naming(stretch: Stretch, field: str, plan: Plan) -> tuple[str, ...]:
    """Return the conditions by which a field of a dose is changed."""
    had = dict.fromkeys((*plan.record.value.conditions, *plan.conditions))
    told = {
        id_
        for caution in stretch.cautions
        for _, changes in caution.all_changes()
        if changes.dose and field in changes.dose.model_fields_set
        for id_ in caution.conditions
    }
    return tuple(id_ for id_ in had if id_ in told)


def _reforming(place: int, field: str, plan: Plan) -> tuple[str, ...]:
    """Return the conditions that put another form of a move there, which has numbers of its own."""
    return tuple(id_ for id_, places in plan.changed if field in NUMBERS and place in places)


def _written(value: Any) -> str:  # noqa: ANN401 - a value of a dose
    if isinstance(value, tuple):
        return f"{value[0]} to {value[1]}"
    return str(value).lower() if isinstance(value, bool) else str(value)
