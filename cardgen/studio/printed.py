"""The doses that print otherwise than they were set, because of what the patient has."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from cardgen.compose.cuts import cuts_of
from cardgen.compose.personal import changed_doses
from cardgen.compose.plan import Plan
from cardgen.documents.handout_check import plan_of
from cardgen.documents.programme import routine_of
from cardgen.errors import CardgenError
from cardgen.model.address import addresses, id_of
from cardgen.model.dose import Dose
from cardgen.studio.order import Order


class Printed(NamedTuple):
    """A dose as it prints."""

    dose: Dose
    conditions: tuple[str, ...]
    """What changes it."""
    is_asked: bool
    """Whether it takes the place of a number that was asked for."""


def printed_doses(order: Order) -> Mapping[str, Printed]:
    """Return what prints for each move whose dose is not the one of the order."""
    request, library = order.request, order.desk.library
    if request is None or not order.content.conditions:
        return {}
    try:
        plan = plan_of(request, routine_of(request.moves, library), library)
        return dict(_printed(plan, order))
    except CardgenError:  # there is no page: its screen says why
        return {}


def _printed(plan: Plan, order: Order) -> Iterator[tuple[str, Printed]]:
    changes, moves = order.asked.changes, order.content.moves
    doses = {**dict(enumerate(plan.doses)), **changed_doses(plan, changes)}
    cut = {one.place: one.conditions for one in cuts_of(plan, changes, order.desk.library)}
    known = dict(zip(addresses(map(id_of, moves)), moves, strict=True))
    for place, address in enumerate(plan.addresses):
        move = known.get(address)
        if move and doses[place] != order.dose(move):
            changed = [id_ for id_, places in plan.changed if place in places]
            names = cut.get(place) or tuple(changed) or order.content.conditions
            yield move, Printed(doses[place], names, place in cut)
