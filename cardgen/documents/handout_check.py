"""What is wrong with a request for a handout by what the library has, and what to know of it."""

import datetime
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from cardgen.compose.codes import page_link
from cardgen.compose.dates import is_old
from cardgen.compose.personal import Plan, changed_doses, concerned, planned
from cardgen.documents.handout_request import HandoutRequest
from cardgen.documents.programme import Programme, routine_of
from cardgen.documents.programme_check import programme_problems
from cardgen.errors import CardgenError, Problem, gathered
from cardgen.model.library import Library, Record
from cardgen.model.origin import requested
from cardgen.model.routine import MOST_ITEMS, Routine
from cardgen.words import suggestion


def problems(request: HandoutRequest, library: Library) -> Iterator[Problem]:
    """Yield what is wrong with the moves, the doses, the code and the clinic of a handout."""
    yield from _clinic(request, library)
    routine = request.routine
    found = list(programme_problems(routine, library)) if isinstance(routine, Programme) else []
    try:
        record = routine_of(routine, library) if not found else None
    except CardgenError as error:
        found += error.problems
    yield from found
    if not found and record:
        yield from _plan(request, record, library)


def _clinic(request: HandoutRequest, library: Library) -> Iterator[Problem]:
    letterhead = request.letterhead
    if letterhead and letterhead.value.country not in library.countries:
        message = f"there are no emergency numbers for '{letterhead.value.country}'"
        remedy = suggestion(letterhead.value.country, list(library.countries))
        yield requested("letterhead").problem(message, remedy)


def _plan(request: HandoutRequest, record: Record[Routine], library: Library) -> Iterator[Problem]:
    if misnamed := list(_misnamed(request, record, library)):
        yield from misnamed
        return
    try:
        plan = planned(record, library, request.without, request.add, request.conditions)
    except CardgenError as error:
        yield from error.problems
        return
    own = [item for item in record.value.items if item.stretch not in request.without]
    if not own:
        yield requested("without").problem(
            f"no move of the routine '{record.id}' is left, and its title and its reasons would "
            "stand over others",
            "Leave out fewer moves, or name another routine",
        )
    if (count := len(plan.stretches)) > MOST_ITEMS:
        yield requested("add").problem(
            f"a handout has room for at most {MOST_ITEMS} moves, found {count}", "Add fewer"
        )
    yield from gathered(lambda: changed_doses(plan, request.changes))
    if request.qr == "page":
        web = request.letterhead.value.web if request.letterhead else None
        yield from gathered(lambda: page_link(plan.record, web))


def _misnamed(
    request: HandoutRequest, record: Record[Routine], library: Library
) -> Iterator[Problem]:
    """Yield a Problem for each stretch that cannot be left out, added or changed."""
    there = [item.stretch for item in record.value.items]
    for id_ in request.without:
        if id_ not in there:
            yield _unknown("without", id_, there, record.id)
    left = [id_ for id_ in there if id_ not in request.without]
    for id_ in request.add:
        if id_ not in library.stretches:
            yield from gathered(partial(library.pick, "stretches", id_, "stretch", "add"))
        elif id_ in left:
            message = f"'{id_}' is in the routine '{record.id}' already"
            yield requested("add").problem(message, "To change its dose, use `changes`")
        left.append(id_)
    for id_, _ in request.changes:
        if id_ not in left:
            yield _unknown(f"changes.{id_}", id_, left, record.id)


def _unknown(field: str, id_: str, known: Sequence[str], routine: str) -> Problem:
    message = f"there is no move '{id_}' in the routine '{routine}'"
    return requested(field).problem(message, suggestion(id_, known))


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
