"""What conditions have done to a routine, in lines of their own on the page."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from cardgen.compose.conditions import LeftOut
from cardgen.compose.plan import Plan, Stop
from cardgen.compose.said import said
from cardgen.model.content import Text
from cardgen.model.locale import Locale
from cardgen.model.vocabulary import Condition

_NO_BREAK = "\u00a0"
Conditions = Mapping[str, Condition]


class _Instead(NamedTuple):
    """What is done instead of a move that was left out."""

    label: str
    """The sentence that tells of it."""
    words: str
    number: int | None
    """The number of the move that takes its place."""


def condition_lines(plan: Plan, conditions: Conditions, locale: Locale) -> list[Text]:
    """Return what is told, a line for all that conditions left out, and one for what each changed.

    "Left out for late pregnancy: Figure-Four Stretch. Do it on a chair: see move 3."
    """
    return [
        *_told(plan, conditions, locale),
        *_left_out(plan, conditions, locale),
        *_changed(plan, conditions, locale),
    ]


def stop_words(stops: Sequence[Stop], locale: Locale) -> str:
    """Return what people do in place of all moves."""
    return locale.row("sentences", dict.fromkeys(stop.instead for stop in stops))


def stopped_by(stops: Sequence[Stop], conditions: Conditions, locale: Locale) -> str:
    """Return by which conditions a page has no moves."""
    ids = tuple(dict.fromkeys(stop.condition for stop in stops))
    return locale.say("no-moves", condition=_names(ids, conditions, locale))


def _told(plan: Plan, conditions: Conditions, locale: Locale) -> Iterator[Text]:
    """Yield what the conditions say themselves, and the routine to people with them alone."""
    # All whom a routine is for have its own, too.
    for id_ in dict.fromkeys((*plan.record.value.conditions, *plan.conditions)):
        if words := conditions[id_].say:
            yield _line("told", conditions[id_].name, locale, words=words)
    for one in plan.record.value.only_for:
        if ids := tuple(id_ for id_ in plan.conditions if id_ in one.condition):
            yield _line("told", _names(ids, conditions, locale), locale, words=one.say)


def _left_out(plan: Plan, conditions: Conditions, locale: Locale) -> Iterator[Text]:
    by_conditions: dict[tuple[str, ...], dict[_Instead, list[str]]] = {}
    for one in plan.left_out:
        alike = by_conditions.setdefault(one.conditions, {})
        alike.setdefault(_instead(one, plan, locale), []).append(one.name)
    for ids, moves in by_conditions.items():
        told = [
            _kept_number(
                locale.say(label, moves=locale.row("names", names), instead=words, number=number),
                number,
            )
            for (label, words, number), names in moves.items()
        ]
        words = locale.row("sentences", told)
        yield _line("left-out", _names(ids, conditions, locale), locale, words=words)


def _instead(one: LeftOut, plan: Plan, locale: Locale) -> _Instead:
    """Return what is done instead of a move that was left out."""
    if one.is_other:
        return _Instead("left-out-too", "", None)
    words = locale.row("sentences", one.instead) or locale.say("instead")
    if not one.place_of:
        return _Instead("left-out-instead", words, None)
    number = plan.number(one.place_of)
    if not one.instead:
        # Nothing new comes in for a move whose work is done anyway.
        return _Instead("left-out-there" if one.is_there else "left-out-see", "", number)
    return _Instead("left-out-instead-see", words.removesuffix(locale.stop), number)


def _changed(plan: Plan, conditions: Conditions, locale: Locale) -> Iterator[Text]:
    for id_, places in plan.changed:
        names = (
            numbered(place + 1, plan.stretches[place].value.called, locale) for place in places
        )
        yield _line("changed", conditions[id_].name, locale, moves=locale.row("names", names))


def _kept_number(sentence: str, number: int | None) -> str:
    """Return a sentence in which a number stays with the word before it: "see move 3."."""
    return sentence.replace(f" {number}", f"{_NO_BREAK}{number}")


def numbered(number: int, name: str, locale: Locale) -> str:
    """Return the name of a move behind its number: no line ends between them."""
    return locale.say("numbered", number=number, name=name).replace(" ", _NO_BREAK, 1)


def _line(label: str, condition: str, locale: Locale, **words: str) -> Text:
    return Text(said(locale, label, condition=condition, **words))


def _names(ids: Sequence[str], conditions: Conditions, locale: Locale) -> str:
    """Return the names of conditions in a row: "weak bones, a hernia and late pregnancy"."""
    return locale.row("and", (conditions[id_].name for id_ in ids))
