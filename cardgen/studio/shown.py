"""What the screens show: for each the values of its template in pages/."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from markupsafe import Markup

from cardgen.compose.dose import days_words, dose_words, total_seconds, whole_minutes
from cardgen.documents.programme import routine_words
from cardgen.kinds import ORIGINAL
from cardgen.library.data import load_locale
from cardgen.model.address import id_of
from cardgen.model.dose import Dose
from cardgen.model.routine import Frequency
from cardgen.model.stretch import Stretch
from cardgen.model.texts import OPTIONAL
from cardgen.studio.choices import by_name, choices_of
from cardgen.studio.conditions import Effect, effect, names_of, stops
from cardgen.studio.desk import PAPER, SIZE, Desk
from cardgen.studio.doses import NOTE
from cardgen.studio.forms import PERSON, PRINTING, SAME, settable
from cardgen.studio.news import new_lines, new_moves
from cardgen.studio.order import Order
from cardgen.studio.printed import printed_doses
from cardgen.studio.search import search
from cardgen.studio.tongue import Tongue
from cardgen.studio.visit import NOTHING, Visit

SCREENS = ("choose", "dose", "person", "page")
_ON_PAGE = (SIZE, PAPER, "phone", "booklet", "programme", "programme-name")
"""The fields that stand beside the page itself."""
FIELDS = (*PERSON, *PRINTING, "large_print", *_ON_PAGE)
"""The fields that are of no move."""
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


def label(field: str, tongue: Tongue) -> Markup:
    """Return how a person knows the field of a form."""
    move, _, name = field.rpartition(".")
    if not move:
        return tongue.say(f"field-{name if name in FIELDS else 'page'}")
    said = tongue.say("field-word" if name == NOTE else f"field-{name}")
    within = Markup(tongue.locale.within(said))  # noqa: S704 - its own words
    return tongue.say("field-of", name=tongue.own(tongue.stretch(move).name), field=within)


def place(field: str) -> str:
    """Return the screen that has a field."""
    return "page" if field in _ON_PAGE else "dose" if "." in field else "person"


def choose(visit: Visit, order: Order, tongue: Tongue) -> dict[str, Any]:
    """Return what the screen shows on which moves are picked."""
    library = tongue.library
    stretches = [record.value for record in order.desk.library.stretches.values()]
    found = _searched(visit, order, tongue)
    cards = _cards(visit, order, tongue)
    return {
        "shown": [one for one in cards if id_of(one.id) in found and _is_found(one, visit, order)],
        "added": new_moves(order),
        "tray": [_card(move, visit, order, tongue) for move in visit.content.moves],
        "postures": _used(library.postures, {one.position for one in stretches}),
        "kinds": _used(library.move_kinds, {one.kind for one in stretches}),
        "equipment": _equipment(order.desk, tongue),
        **_conditions(visit, order, tongue),
    }


def dose(visit: Visit, order: Order, tongue: Tongue) -> dict[str, Any]:
    """Return what the screen shows on which doses are set."""
    prints = _prints(order, tongue)
    rows = [_row(move, visit, order, tongue) for move in visit.content.moves]
    seconds = total_seconds([row.dose for row in rows], _SECONDS_BETWEEN) if rows else 0
    same = [name for name in SAME if any(name in row.fields for row in rows)]
    told: dict[str, Any] = {"news": _news(visit, order, tongue), "added": new_moves(order)}
    told |= {"prints": {move: words for move, (words, _) in prints.items()}}
    return {"rows": rows, "minutes": whole_minutes(seconds), "same": same, **told}


def person(visit: Visit, order: Order, tongue: Tongue) -> dict[str, Any]:
    """Return what the screen shows on which is said for whom the page is."""
    pack = tongue.library.routines.get(visit.content.pack)
    begun = visit.content.opened or (pack.value if pack else None)
    known = routine_words(tongue.library)
    title, often = begun.title if begun else order.title, ""
    if begun:
        often = _often(begun.frequency, tongue)
    usual = {
        "title": tongue.plain(known.get(title, title)),
        "frequency": tongue.plain(known.get(often, often)) or tongue.say("as-agreed"),
    }
    return {**_printing(order, tongue), **_conditions(visit, order, tongue), "usual": usual}


def _often(frequency: Frequency, tongue: Tongue) -> str:
    return frequency.rule or " ".join(days_words(frequency, tongue.locale))


def page(visit: Visit, order: Order, tongue: Tongue) -> dict[str, Any]:
    """Return what the screen shows beside the page itself."""
    return {
        **_printing(order, tongue),
        **_conditions(visit, order, tongue),
        "news": _news(visit, order, tongue),
        "shelf": order.desk.shelf,
    }


def _news(visit: Visit, order: Order, tongue: Tongue) -> tuple[Markup, ...] | None:
    """Return what is new since a programme was opened; None where nothing was changed yet."""
    return new_lines(order, tongue) if visit.rev else None


SHOWN: Mapping[str, Callable[[Visit, Order, Tongue], dict[str, Any]]] = {
    "choose": choose,
    "dose": dose,
    "person": person,
    "page": page,
}
"""By screen, what its template shows."""


def _used(known: Mapping[str, Any], ids: set[str]) -> dict[str, str]:
    return {id_: known[id_].name for id_ in known if id_ in ids}


def _cards(visit: Visit, order: Order, tongue: Tongue) -> Iterator[Card]:
    chosen = {id_of(move): move for move in visit.content.moves}
    for id_ in sorted(tongue.library.stretches, key=lambda one: tongue.stretch(one).name):
        yield _card(chosen.get(id_, id_), visit, order, tongue)


def _card(move: str, visit: Visit, order: Order, tongue: Tongue) -> Card:
    moves = visit.content.moves
    found = effect(move, visit.content.conditions, tongue)
    at = moves.index(move) + 1 if move in moves else 0
    usual = dose_line(order.usual(move), move, order, tongue)
    return Card(move, tongue.stretch(move), usual, found, at)


def _row(move: str, visit: Visit, order: Order, tongue: Tongue) -> Row:
    made, desk = order.dose(move), order.desk
    typed = visit.content.doses.get(move, NOTHING)
    card = _card(move, visit, order, tongue)
    usual = order.usual(move)
    fields = {name: _amount(getattr(usual, name), tongue) for name in settable(move, desk)}
    line = dose_line(made, move, order, tongue)
    return Row(card, line, made, fields, typed, made != desk.stretch(move).dose)


def _amount(amount: int | tuple[int, int] | None, tongue: Tongue) -> str:
    """Return a number as it may be typed, too."""
    if isinstance(amount, tuple):
        return tongue.say("range", low=amount[0], high=amount[1])
    return str(amount) if amount else ""


def dose_line(dose: Dose, move: str, order: Order, tongue: Tongue) -> str:
    """Return a dose in words, as it prints in a language."""
    original, said = order.desk.stretch(move).dose, tongue.stretch(move).dose
    own = {original.note: said.note, original.load: said.load}
    known = routine_words(tongue.library)
    words = {
        name: own.get(text, known.get(text, text))
        for name in ("note", "load")
        if (text := getattr(dose, name))
    }
    shown = dose.model_copy(update=words)
    return dose_words(shown, tongue.locale, tongue.stretch(move)).line


def _is_found(card: Card, visit: Visit, order: Order) -> bool:
    """Tell whether a move is of the posture and so on that were chosen."""
    asked, stretch = visit.search, order.desk.stretch(card.id)
    needs, wanted = _needs(stretch), asked.get("equipment", "")
    return (
        asked.get("posture") in (None, "", stretch.position)
        and asked.get("kind") in (None, "", stretch.kind)
        and (not wanted or wanted in needs or (wanted == _NO_EQUIPMENT and not needs))
    )


def _searched(visit: Visit, order: Order, tongue: Tongue) -> frozenset[str]:
    """Return the ids of the moves whose words were searched for, in either language."""
    library = order.desk.library
    known = {
        id_: " ".join(map(_known, (record.value, tongue.stretch(id_))))
        for id_, record in library.stretches.items()
    }
    return search(visit.search.get("words", ""), known, library)


def _known(stretch: Stretch) -> str:
    words = (stretch.name, *stretch.other_names, *stretch.targets, *stretch.equipment)
    return " ".join(words).casefold()


def _needs(stretch: Stretch) -> tuple[str, ...]:
    """Return the equipment that a move cannot be done without."""
    return tuple(one for one in stretch.equipment if not one.endswith(OPTIONAL))


def _equipment(desk: Desk, tongue: Tongue) -> dict[str, str]:
    """Return the equipment that moves need, and what each thing is called."""
    found: dict[str, str] = {}
    for id_, record in desk.library.stretches.items():
        said = tongue.stretch(id_).equipment
        pairs = zip(record.value.equipment, said, strict=True)
        found |= {one: words for one, words in pairs if one in _needs(record.value)}
    return by_name(found)


def _prints(order: Order, tongue: Tongue) -> dict[str, tuple[Markup, bool]]:
    """Return what is said of doses that print otherwise, and whether another was asked for."""
    found: dict[str, tuple[Markup, bool]] = {}
    for move, one in printed_doses(order).items():
        said = {
            "dose": dose_line(one.dose, move, order, tongue),
            "who": names_of(one.conditions, tongue),
        }
        words = tongue.say("prints", **said)
        if one.is_asked:
            asked = dose_line(order.dose(move), move, order, tongue)
            words = tongue.say("prints-asked", asked=asked, **said)
        found[move] = words, one.is_asked
    return found


def _effects(visit: Visit, order: Order, tongue: Tongue) -> Iterator[tuple[str, Markup]]:
    """Yield what becomes of the moves that conditions change, each by its name."""
    prints = _prints(order, tongue)
    for move in visit.content.moves:
        if found := effect(move, visit.content.conditions, tongue):
            words, is_asked = prints.get(move, (Markup(), False))
            said = [found.words, words] if is_asked else [found.words]
            yield tongue.stretch(move).name, tongue.row("sentences", said)


def _conditions(visit: Visit, order: Order, tongue: Tongue) -> dict[str, Any]:
    chosen = visit.content.conditions
    known = {id_: one.label for id_, one in tongue.library.conditions.items()}
    return {
        "conditions": by_name(known),
        "effects": list(_effects(visit, order, tongue)),
        "stops": stops(chosen, tongue),
    }


def _printing(order: Order, tongue: Tongue) -> dict[str, Any]:
    usual, head = order.desk.usual, order.desk.usual.letterhead
    choices, language = choices_of(tongue), order.language
    return {
        "choices": choices,
        "usually": {"paper": usual.paper, "theme": usual.theme, "language": usual.language},
        "clinic": head.value.name if head else "",
        "is_pack": order.is_pack,
        "printed": load_locale(language if language in choices["language"] else ORIGINAL),
        "is_spoken": language in choices["language"] and language != ORIGINAL,
    }
