"""What the screens show: for each the values of its template in pages/."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from cardgen.compose.dose import days_words, dose_words, total_seconds, whole_minutes
from cardgen.kinds import ORIGINAL
from cardgen.model.address import id_of
from cardgen.model.dose import Dose
from cardgen.model.routine import Frequency
from cardgen.model.stretch import Stretch
from cardgen.studio.conditions import Effect, effect, stops
from cardgen.studio.desk import PAPER, SIZE, Desk
from cardgen.studio.forms import SAME, settable
from cardgen.studio.news import new_lines, new_moves
from cardgen.studio.order import TITLE, Order
from cardgen.studio.visit import NOTHING, Visit

SCREENS = {"choose": "Choose", "dose": "Dose", "person": "For whom", "page": "Page"}
LABELS = {
    "recipient": "Name",
    "date": "Date",
    "next_visit": "Next visit",
    "note": "Note to the patient",
    "title": "Heading of the page",
    "author": "Put together by",
    "frequency": "How often",
    "paper": "Paper",
    "theme": "Printed in",
    "language": "Language",
    "country": "Emergency numbers of",
    "log_days": "Boxes to tick",
    "large_print": "Large print",
    "sets": "Sets",
    "reps": "Times",
    "hold": "Hold, seconds",
    "rest": "Rest, seconds",
    "times_a_day": "Times a day",
    "side": "Each side",
    SIZE: "Size of the cards",
    PAPER: "Paper of the poster",
    "phone": "Phone page",
    "booklet": "Booklet",
    "programme": "Programme",
    "programme-name": "Name of the programme",
}
"""What a field is called on the screens; `note` of a dose is "A word on how"."""
WORD = "A word on how"
_ON_PAGE = (SIZE, PAPER, "phone", "booklet", "programme", "programme-name")
"""The fields that stand beside the page itself."""
_OPTIONAL = " (optional)"
_NO_EQUIPMENT = "nothing"
_SECONDS_BETWEEN = 10


class Card(NamedTuple):
    """A move as a screen shows it."""

    id: str
    stretch: Stretch
    usual: str
    """Its dose in words, where nothing was typed."""
    effect: Effect | None
    at: int = 0
    """Its number on the page; 0 where it was not chosen."""


class Row(NamedTuple):
    """A move with its dose."""

    card: Card
    line: str
    """Its dose in words, as it prints."""
    dose: Dose
    fields: Mapping[str, str]
    """The numbers that may be set, each as it usually is."""
    typed: Mapping[str, str]
    differs: bool
    """Whether the dose is another than the usual one of the move."""


def label(field: str, desk: Desk) -> str:
    """Return how a person knows the field of a form."""
    move, _, name = field.rpartition(".")
    if not move:
        return LABELS.get(name, "The page")
    return f"{desk.stretch(move).name}, {(WORD if name == 'note' else LABELS[name]).lower()}"


def place(field: str) -> str:
    """Return the screen that has a field."""
    return "page" if field in _ON_PAGE else "dose" if "." in field else "person"


def choose(visit: Visit, order: Order, desk: Desk) -> dict[str, Any]:
    """Return what the screen shows on which moves are picked."""
    return {
        "shown": [card for card in _cards(visit, order, desk) if _is_found(card, visit)],
        "added": new_moves(order),
        "tray": [_card(move, visit, order, desk) for move in visit.content.moves],
        "postures": _used(desk.library.postures, {r.value.position for r in _stretches(desk)}),
        "kinds": _used(desk.library.move_kinds, {r.value.kind for r in _stretches(desk)}),
        "equipment": sorted({need for r in _stretches(desk) for need in _needs(r.value)}),
        **_conditions(visit, order, desk),
    }


def dose(visit: Visit, order: Order, desk: Desk) -> dict[str, Any]:
    """Return what the screen shows on which doses are set."""
    rows = [_row(move, visit, order, desk) for move in visit.content.moves]
    seconds = total_seconds([row.dose for row in rows], _SECONDS_BETWEEN) if rows else 0
    same = [name for name in SAME if any(name in row.fields for row in rows)]
    told = {"news": new_lines(order), "added": new_moves(order)}
    return {"rows": rows, "minutes": whole_minutes(seconds), "same": same, **told}


def person(visit: Visit, order: Order, desk: Desk) -> dict[str, Any]:
    """Return what the screen shows on which is said for whom the page is."""
    begun = visit.content.opened or desk.routine(visit.content)
    often = _often(begun.frequency, desk) if begun else ""
    usual = {"title": begun.title if begun else TITLE, "frequency": often or "as agreed"}
    return {**_printing(visit, order, desk), **_conditions(visit, order, desk), "usual": usual}


def _often(frequency: Frequency, desk: Desk) -> str:
    return frequency.rule or " ".join(days_words(frequency, desk.locale))


def page(visit: Visit, order: Order, desk: Desk) -> dict[str, Any]:
    """Return what the screen shows beside the page itself."""
    return {
        **_printing(visit, order, desk),
        **_conditions(visit, order, desk),
        "news": new_lines(order),
        "shelf": desk.shelf,
    }


SHOWN: Mapping[str, Callable[[Visit, Order, Desk], dict[str, Any]]] = {
    "choose": choose,
    "dose": dose,
    "person": person,
    "page": page,
}
"""By screen, what its template shows."""


def _stretches(desk: Desk) -> Any:  # noqa: ANN401 - records of stretches
    return desk.library.stretches.values()


def _used(known: Mapping[str, Any], ids: set[str]) -> dict[str, str]:
    return {id_: known[id_].name for id_ in known if id_ in ids}


def _cards(visit: Visit, order: Order, desk: Desk) -> Iterator[Card]:
    chosen = {id_of(move): move for move in visit.content.moves}
    for id_ in sorted(desk.library.stretches, key=lambda one: desk.stretch(one).name):
        yield _card(chosen.get(id_, id_), visit, order, desk)


def _card(move: str, visit: Visit, order: Order, desk: Desk) -> Card:
    moves = visit.content.moves
    found = effect(move, visit.content.conditions, desk.library)
    at = moves.index(move) + 1 if move in moves else 0
    return Card(move, desk.stretch(move), _line(order.usual(move), move, desk), found, at)


def _row(move: str, visit: Visit, order: Order, desk: Desk) -> Row:
    made = order.dose(move)
    typed = visit.content.doses.get(move, NOTHING)
    card = _card(move, visit, order, desk)
    usual = order.usual(move)
    fields = {name: _amount(getattr(usual, name), desk) for name in settable(move, desk)}
    return Row(card, _line(made, move, desk), made, fields, typed, made != desk.stretch(move).dose)


def _amount(amount: int | tuple[int, int] | None, desk: Desk) -> str:
    return desk.locale.amount(amount) if amount else ""


def _line(dose: Dose, move: str, desk: Desk) -> str:
    return dose_words(dose, desk.locale, desk.stretch(move)).line


def _is_found(card: Card, visit: Visit) -> bool:
    """Tell whether a move is among those that were searched for."""
    search, stretch = visit.search, card.stretch
    known = " ".join((stretch.name, *stretch.other_names, *stretch.targets, *stretch.equipment))
    needs, wanted = _needs(stretch), search.get("equipment", "")
    return (
        all(word in known.casefold() for word in search.get("words", "").casefold().split())
        and search.get("posture") in (None, "", stretch.position)
        and search.get("kind") in (None, "", stretch.kind)
        and (not wanted or wanted in needs or (wanted == _NO_EQUIPMENT and not needs))
    )


def _needs(stretch: Stretch) -> tuple[str, ...]:
    """Return the equipment that a move cannot be done without."""
    return tuple(one for one in stretch.equipment if not one.endswith(_OPTIONAL))


def _conditions(visit: Visit, order: Order, desk: Desk) -> dict[str, Any]:  # noqa: ARG001 - as others
    chosen = visit.content.conditions
    known = {id_: one.label for id_, one in desk.library.conditions.items()}
    found = ((move, effect(move, chosen, desk.library)) for move in visit.content.moves)
    return {
        "conditions": dict(sorted(known.items(), key=lambda pair: pair[1].casefold())),
        "effects": [(desk.stretch(move).name, one.words) for move, one in found if one],
        "stops": stops(chosen, desk.library),
    }


def _printing(visit: Visit, order: Order, desk: Desk) -> dict[str, Any]:
    usual, head = desk.usual, desk.usual.letterhead
    return {
        "choices": desk.choices,
        "usually": {"paper": usual.paper, "theme": usual.theme, "language": usual.language},
        "clinic": head.value.name if head else "",
        "is_pack": order.is_pack,
        "spoken": _spoken(visit, desk),
    }


def _spoken(visit: Visit, desk: Desk) -> str:
    """Return what to know of a page that is not in the language of the library; else ""."""
    language = visit.content.fields.get("language") or desk.usual.language
    if language == ORIGINAL or language not in desk.choices["language"]:
        return ""
    name = desk.choices["language"][language]
    return (
        f"In {name}. The page says which clinician has checked its translation, or that none has."
    )
