"""What conditions have done to a routine, in lines of their own on the page."""

from collections.abc import Iterator, Mapping, Sequence

from cardgen.compose.conditions import LeftOut
from cardgen.compose.personal import Plan
from cardgen.model.content import Span, Text
from cardgen.model.design import Locale
from cardgen.model.vocabulary import Condition

Conditions = Mapping[str, Condition]


def condition_lines(plan: Plan, conditions: Conditions, locale: Locale) -> list[Text]:
    """Return a line for all that some conditions left out, and one for what each changed.

    "Left out for late pregnancy: Figure-Four Stretch. Do it on a chair: see move 3."
    """
    return [
        *_left_out(plan, conditions, locale),
        *_changed(plan, conditions, locale),
    ]


def _left_out(plan: Plan, conditions: Conditions, locale: Locale) -> Iterator[Text]:
    by_conditions: dict[tuple[str, ...], list[LeftOut]] = {}
    for one in plan.left_out:
        by_conditions.setdefault(one.conditions, []).append(one)
    for ids, moves in by_conditions.items():
        said = [_instead(one, plan, locale) for one in moves]
        yield _line("left-out", _names(ids, conditions, locale), " ".join(said), locale)


def _instead(one: LeftOut, plan: Plan, locale: Locale) -> str:
    """Return the name of a move that was left out, and what is done instead."""
    words = " ".join(one.instead) or locale.say("instead")
    if not one.place_of:
        return locale.say("left-out-move", move=one.name, instead=words)
    number = plan.number(one.place_of)
    if not one.instead:
        return locale.say("left-out-see", move=one.name, number=number)
    led = words.rstrip(".")
    return locale.say("left-out-instead", move=one.name, instead=led, number=number)


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
