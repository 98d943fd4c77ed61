"""A request for a handout to the programme that it asks for, and that to the text of a file."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import yaml

from cardgen.compose.personal import changed_doses
from cardgen.compose.plan import Plan, planned
from cardgen.compose.plan_doses import form_dose
from cardgen.documents.check import check_request
from cardgen.documents.handout_request import HandoutRequest
from cardgen.documents.programme import Programme, ProgrammeMove, routine_of
from cardgen.model.address import meant
from cardgen.model.dose import DoseChange
from cardgen.model.library import Library
from cardgen.model.programme import ProgrammeRecord
from cardgen.model.routine import Frequency, Item, Routine

_WIDTH = 100
_OF_THESE_MOVES = ("claims", "limits")
"""What a routine says of its moves as a whole: it does not hold for others."""


def programme_of(request: HandoutRequest, library: Library) -> Programme:
    """Return the moves that a request asks for, with their doses, as a programme.

    Nothing that it says of a person comes along but what they have, and notes to doses. Why to do
    it, and what is not known, come along as long as the moves are those that it was said of.
    Conditions are noted, and change the moves when a page is made. Raises CardgenError.
    """
    check_request(request, library)
    record = routine_of(request.moves, library)
    routine = record.value
    # As it is written: conditions change it when it prints, and may be others by then.
    free = replace(record, value=routine.model_copy(update={"conditions": (), "not_for": ()}))
    plan = planned(free, library, request.without, request.add)
    changed_doses(plan, request.changes)  # raises for what clashes
    same = [item.stretch for item in routine.items] == [r.id for r in plan.stretches]
    said = {name: getattr(routine, name) for name in _FIELDS}
    said |= {"conditions": tuple(dict.fromkeys((*routine.conditions, *request.conditions)))}
    if isinstance(record, ProgrammeRecord):
        said["author"] = routine.reviewed.by
    said = said if same else said_of_others(said)
    usual = {name: field.get_default() for name, field in Programme.model_fields.items()}
    given = {name: value for name, value in said.items() if value and value != usual[name]}
    items = [_fitting(item, request, routine, library) for item in plan.record.value.items]
    return Programme(**given, moves=tuple(_moves(plan, items, request)))


_FIELDS = tuple(name for name in Programme.model_fields if name in Routine.model_fields)


def said_of_others(said: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a programme says that holds for other moves as well: no reasons, no sources."""
    kept = {name: value for name, value in said.items() if name not in _OF_THESE_MOVES}
    if often := kept.get("frequency"):
        fields = often.model_fields_set - {"sources"}
        kept["frequency"] = Frequency(**{name: getattr(often, name) for name in fields})
    return kept


def _fitting(item: Item, request: HandoutRequest, routine: Routine, library: Library) -> Item:
    """Return a move with the dose that holds for it in the form that conditions will give it.

    What they are asked for with is not cut: that was chosen for them.
    """
    if item.dose is None:
        return item
    dose = form_dose(
        item.stretch, item.dose, library.stretches, request.conditions, routine.conditions
    )
    return item.model_copy(update={"dose": dose if dose.model_fields_set else None})


def _moves(plan: Plan, items: Sequence[Item], request: HandoutRequest) -> Iterator[ProgrammeMove]:
    changes = {
        one: change for address, change in request.changes for one in meant(address, plan.addresses)
    }
    above = None
    for address, item in zip(plan.addresses, items, strict=True):
        heading, above = item.heading if item.heading != above else None, item.heading
        dose = _dose(item, changes.get(address))
        said = {"stretch": item.stretch, "dose": dose, "note": item.note, "heading": heading}
        yield ProgrammeMove.model_validate({name: one for name, one in said.items() if one})


def _dose(item: Item, change: DoseChange | None) -> DoseChange | None:
    if change is None or item.dose is None:
        return change or item.dose
    return item.dose.model_copy(
        update={name: getattr(change, name) for name in change.model_fields_set}
    )


def programme_text(programme: Programme) -> str:
    """Return a programme as the text of a YAML file."""
    said = programme.model_dump(mode="json", exclude_unset=True)
    said["moves"] = [_or_id(move, "stretch") for move in said["moves"]]
    if "frequency" in said:
        said["frequency"] = _or_id(said["frequency"], "rule")
    order = [name for name in Programme.model_fields if name in said]
    return yaml.safe_dump(
        {name: said[name] for name in order},
        sort_keys=False,
        allow_unicode=True,
        width=_WIDTH,
        default_flow_style=None,
    )


def _or_id(fields: Mapping[str, Any], name: str) -> Any:  # noqa: ANN401 - what YAML takes
    """Return the one field that is said of something in its place."""
    return fields[name] if fields.keys() == {name} else dict(fields)
