"""What is new since the programme that was opened: what a clinician looks at before printing."""

from markupsafe import Markup

from cardgen.documents.programme import in_words_of
from cardgen.documents.programme_changes import Change, changes
from cardgen.documents.programme_of import programme_of
from cardgen.errors import CardgenError
from cardgen.studio.order import Order
from cardgen.studio.tongue import Tongue


def new_lines(order: Order, tongue: Tongue) -> tuple[Markup, ...] | None:
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
    library = tongue.library
    before, now = in_words_of(opened, library), in_words_of(made, library)
    found = changes(before, now, library, tongue.locale)
    return tuple(_line(one, tongue) for one in found)


def _line(change: Change, tongue: Tongue) -> Markup:
    fields = tongue.row("names", (tongue.say(f"news-of-{name}") for name in change.fields))
    said = {"name": change.name, "before": change.before, "now": change.now}
    values = {name: tongue.own(words) for name, words in said.items()}
    return tongue.say(f"news-{change.what}", fields=fields, **values)


def new_moves(order: Order) -> frozenset[str]:
    """Return the moves that the opened programme has not."""
    opened = order.content.opened
    return (
        frozenset(order.content.moves) - {*order.desk.moves_of(order.content)}
        if opened
        else frozenset()
    )
