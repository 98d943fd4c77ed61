"""What conditions have done to a routine, in lines of their own on the page."""

from collections.abc import Iterator, Mapping, Sequence

from cardgen.compose.conditions import LeftOut
from cardgen.compose.plan import Plan, Stop
from cardgen.model.content import Span, Text
from cardgen.model.design import Locale
from cardgen.model.vocabulary import Condition

Conditions = Mapping[str, Condition]


def condition_lines(plan: Plan, conditions: Conditions, locale: Locale) -> list[Text]:
    """Return what is told, a line for all that conditions left out, and one for what each changed.

    "Left out for late pregnancy: Figure-Four Stretch. Do it on a chair: see move 3."
    """
    return [
        *_told(plan, conditions, locale),
        *_left_out(plan, conditions, locale),
        *_changed(plan, conditions, locale),
    ]


def stop_words(stops: Sequence[Stop]) -> str:
    """Return what people do in place of all moves."""
    return " ".join(dict.fromkeys(stop.instead for stop in stops))


def stopped_by(stops: Sequence[Stop], conditions: Conditions, locale: Locale) -> str:
    """Return by which conditions a page has no moves."""
    ids = tuple(dict.fromkeys(stop.condition for stop in stops))
    return locale.say("no-moves", condition=_names(ids, conditions, locale))


def _told(plan: Plan, conditions: Conditions, locale: Locale) -> Iterator[Text]:
    """Yield what the routine says to people with these conditions alone."""
    for one in plan.record.value.only_for:
        if ids := tuple(id_ for id_ in plan.conditions if id_ in one.condition):
            yield _line("told", _names(ids, conditions, locale), one.say, locale)


def _left_out(plan: Plan, conditions: Conditions, locale: Locale) -> Iterator[Text]:
    by_conditions: dict[tuple[str, ...], dict[str, list[str]]] = {}
    for one in plan.left_out:
        alike = by_conditions.setdefault(one.conditions, {})
        alike.setdefault(_instead(one, plan, locale), []).append(one.name)
    for ids, moves in by_conditions.items():
        said = [f"{', '.join(names)}{instead}" for instead, names in moves.items()]
        yield _line("left-out", _names(ids, conditions, locale), " ".join(said), locale)


def _instead(one: LeftOut, plan: Plan, locale: Locale) -> str:
    """Return what is done instead of a move that was left out, to stand behind its name."""
    words = " ".join(one.instead) or locale.say("instead")
    if not one.place_of:
        return locale.say("left-out-instead", instead=words)
    number = plan.number(one.place_of)
    if not one.instead:
        return locale.say("left-out-see", number=number)
    return locale.say("left-out-instead-see", instead=words.rstrip("."), number=number)


def _changed(plan: Plan, conditions: Conditions, locale: Locale) -> Iterator[Text]:
    for id_, places in plan.changed:
        names = [f"{place + 1}. {plan.stretches[place].value.name}" for place in places]
        yield _line("changed", conditions[id_].name, f"{', '.join(names)}.", locale)


def _line(label: str, condition: str, said: str, locale: Locale) -> Text:
    return Text((Span(f"{locale.say(label, condition=condition)} ", bold=True), Span(said)))


def _names(ids: Sequence[str], conditions: Conditions, locale: Locale) -> str:
    """Return the names of conditions in a row: "weak bones, a hernia and late pregnancy"."""
    *others, last = (conditions[id_].name for id_ in ids)
    return locale.say("and", first=", ".join(others), last=last) if others else last
