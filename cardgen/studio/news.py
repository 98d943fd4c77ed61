"""What is new since the programme that was opened: what a clinician looks at before printing."""

from cardgen.documents.programme_changes import what_is_new
from cardgen.documents.programme_of import programme_of
from cardgen.errors import CardgenError
from cardgen.studio.order import Order
from cardgen.words import upper_first

_OTHERS = "other words"
_NAMES = {
    "claims": "why to do this",
    "limits": "what is not known",
    "frequency": "how often",
    "conditions": "what the patient has",
    "title": "heading",
    "author": "put together by",
}


def new_lines(order: Order) -> tuple[str, ...] | None:
    """Return a line for each thing that is new, as `cardgen programme --compare` tells it.

    None where no programme was opened, and as long as anything is wrong.
    """
    opened, request = order.content.opened, order.request
    if opened is None or request is None:
        return None
    try:
        made = programme_of(request, order.desk.library)
    except CardgenError:  # the page says what is wrong
        return None
    lines = what_is_new(opened, made, order.desk.library)
    return tuple(upper_first(_plainly(line)).replace(" -> ", " → ") for line in lines)


def _plainly(line: str) -> str:
    """Return a line with what the form calls the fields of a programme."""
    start, colon, names = line.partition(": ")
    if start != _OTHERS:
        return line
    return f"{start}{colon}{', '.join(_NAMES.get(name, name) for name in names.split(', '))}"


def new_moves(order: Order) -> frozenset[str]:
    """Return the moves that the opened programme has not."""
    opened = order.content.opened
    return (
        frozenset(order.content.moves) - {*order.desk.moves_of(order.content)}
        if opened
        else frozenset()
    )
