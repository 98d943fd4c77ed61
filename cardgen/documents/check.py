"""What is wrong with a request by what the library has, before anything is laid out."""

from collections.abc import Iterator

from cardgen.documents import KINDS
from cardgen.documents.programme_check import programme_in, programme_problems
from cardgen.documents.request import Request
from cardgen.documents.spoken import spoken
from cardgen.documents.vocabulary import id_problems
from cardgen.errors import InvalidDataError, Problem
from cardgen.memo import forget
from cardgen.model.library import Library
from cardgen.model.origin import requested
from cardgen.model.request import fields_of


def check_request(request: Request, library: Library) -> None:
    """Look for all that is wrong with a request that can be told without laying it out.

    Raises InvalidDataError with every problem; `Problem.field` is the field of the request, or
    `Problem.file` that of a definition that cannot be used.
    """
    check_kind(request)
    try:
        if found := problems_with(request, library):
            raise InvalidDataError(found)
    finally:
        if request.private:
            forget()


def check_kind(request: object, kind: str = "") -> None:
    """Raise InvalidDataError where something is no request, or none for a kind of document."""
    if not isinstance(request, Request) or (kind and request.kind != kind):
        expected = f"a request for {kind}" if kind else "a request, such as HandoutRequest()"
        message = f"expected {expected}, found {type(request).__name__}"
        raise InvalidDataError([requested("request").problem(message)])


def problems_with(request: Request, library: Library) -> tuple[Problem, ...]:
    """Return what `check_request` raises: what every kind of document asks, and what this does."""
    library = spoken(request, library)
    unknown = (
        problem
        for field in fields_of(type(request)).values()
        if field.asked.ids != _MOVES
        for id_ in field.ids_in(request)
        for problem in id_problems(field.asked.ids, id_, field.name, library)
    )
    brought = programme_in(request)
    wrong = [*programme_problems(*brought, library)] if brought else []
    own = KINDS[request.kind].problems(request, library) if not wrong else ()
    return tuple(dict.fromkeys([*unknown, *_clashes(request), *wrong, *own]))


def _clashes(request: Request) -> Iterator[Problem]:
    """Yield what is wrong with fields that several kinds of document have, of which two clash."""
    values = dict(request)
    if values.get("printer") and "standards" in values and values["standards"].press:
        message = "`printer` and `press` do not go together: a shop knows its own machines"
        yield requested("printer").problem(message, "Leave out one")


_MOVES = "stretches"
"""What the kinds of documents look for themselves: not every move stands in a routine."""
