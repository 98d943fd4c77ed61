"""What is wrong with a request for a handout by what the library has."""

from collections.abc import Iterator, Sequence

from cardgen.compose.codes import page_link
from cardgen.compose.personal import changed_doses
from cardgen.compose.plan import Plan, planned
from cardgen.documents.person_request import PersonRequest
from cardgen.documents.programme import routine_of
from cardgen.errors import CardgenError, Problem, gathered
from cardgen.kinds import kind_in
from cardgen.model.address import addresses, meant, misnamed, next_address
from cardgen.model.library import Library, Record
from cardgen.model.origin import requested
from cardgen.model.routine import Routine
from cardgen.words import suggestion


def problems(request: PersonRequest, library: Library) -> Iterator[Problem]:
    """Yield what is wrong with the moves, the doses, the code and the clinic of a handout."""
    yield from _clinic(request, library)
    # Whether there is a routine of an id, every kind of document asks.
    if not isinstance(request.moves, str) or request.moves in library.routines:
        yield from _plan(request, routine_of(request.moves, library), library)


def plan_of(request: PersonRequest, record: Record[Routine], library: Library) -> Plan:
    """Return the routine of a request as the people do it whom it is for.

    A page with a name is for that person: it has no cautions for others. Raises InvalidDataError.
    """
    return planned(
        record,
        library,
        request.without,
        request.add,
        request.conditions,
        personal=bool(request.recipient),
    )


def _clinic(request: PersonRequest, library: Library) -> Iterator[Problem]:
    letterhead = request.letterhead
    country = letterhead.value.country if letterhead else None
    if not country or country in library.countries:
        return
    # It may lack a translation into the language of the page.
    wrong = library.problems_of("countries", country)
    yield from wrong
    if not wrong:
        message = f"there are no emergency numbers for '{country}'"
        remedy = suggestion(country, list(library.countries))
        yield requested("letterhead").problem(message, remedy)


def _plan(request: PersonRequest, record: Record[Routine], library: Library) -> Iterator[Problem]:
    if misnamed := list(_misnamed(request, record, library)):
        yield from misnamed
        return
    try:
        plan = plan_of(request, record, library)
    except CardgenError as error:
        yield from error.problems
        return
    full = _addresses(record)
    if len(request.without) >= len(full) and not _left(request, full):
        yield requested("without").problem(
            f"no move of the routine '{record.id}' is left, and its title and its reasons would "
            "stand over others",
            "Leave out fewer moves, or name another routine",
        )
    yield from gathered(lambda: changed_doses(plan, request.changes))
    if getattr(request, "qr", None) == "page":
        web = request.letterhead.value.web if request.letterhead else None
        yield from gathered(lambda: page_link(plan.record, web))


def _misnamed(
    request: PersonRequest, record: Record[Routine], library: Library
) -> Iterator[Problem]:
    """Yield a Problem for each move that cannot be left out, added or changed."""
    full, place = _addresses(record), f"the routine '{record.id}'"
    for address in request.without:
        yield from misnamed("without", address, full, place)
    left = _left(request, full)
    for id_ in request.add:
        if id_ not in library.stretches:
            yield from _lacking("stretches", id_, "add", library)
        elif meant(id_, left):
            message = f"'{id_}' is in {place} already"
            yield requested("add").problem(message, "To change its dose, use `changes`")
        full = (*full, next_address(id_, full))
        left.append(full[-1])
    changed: set[str] = set()
    for address, _ in request.changes:
        yield from (wrong := misnamed(f"changes.{address}", address, left, place))
        if not wrong and changed & {*meant(address, left)}:
            message = "it is changed twice"
            yield requested(f"changes.{address}").problem(message, "Put its changes together")
        changed |= {*meant(address, left)}


def _addresses(record: Record[Routine]) -> tuple[str, ...]:
    return addresses(item.stretch for item in record.value.items)


def _left(request: PersonRequest, full: Sequence[str]) -> list[str]:
    """Return the addresses of a routine that a request does not leave out."""
    gone = {one for address in request.without for one in meant(address, full)}
    return [address for address in full if address not in gone]


def _lacking(folder: str, id_: str, field: str, library: Library) -> tuple[Problem, ...]:
    return gathered(lambda: library.pick(folder, id_, kind_in(folder).words, field))
