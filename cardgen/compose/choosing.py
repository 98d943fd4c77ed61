"""Lines to choose by, each with the cautions of moves that the page has nowhere else."""

from collections.abc import Collection, Iterator

from cardgen.compose.care import cautions_of
from cardgen.compose.conditions import fitted, for_whom
from cardgen.compose.left_out import numbered
from cardgen.compose.notes import is_felt
from cardgen.compose.plan import Plan
from cardgen.compose.said import said
from cardgen.model.caution import Caution
from cardgen.model.content import Panel, Span, Text
from cardgen.model.library import Library, Record
from cardgen.model.locale import Locale
from cardgen.model.routine import Choice
from cardgen.model.stretch import Stretch


def choose_panel(plan: Plan, library: Library, locale: Locale, *, own: bool) -> Panel | None:
    """Return the lines to choose by, if there are any.

    Behind one that brings in another move stands what is told of that: on one's `own` page the
    cautions for this person, on any other page also for whom it is not: whoever has a condition
    that any of its cautions is of.
    """
    texts = tuple(
        Text((*_line(one, plan, library, locale, own=own),), plan.record.origin("choose", i))
        for i, one in enumerate(plan.record.value.choose)
    )
    return Panel(locale.say("choose"), texts) if texts else None


def _line(
    one: Choice, plan: Plan, library: Library, locale: Locale, *, own: bool
) -> Iterator[Span]:
    do = locale.row("sentences", (*_leave_out(one, plan, library, locale), one.do))
    yield from said(locale, "when", when=one.when, do=do)
    there = {record.id for record in plan.stretches}
    moves = [library.stretches[id_] for id_ in one.moves if id_ not in there]
    between = Span(locale.rows["sentences"].between)
    for record in moves:
        cautions = (for_whom(one, _had(plan)) for one in record.value.cautions)
        told = [one for one in cautions if is_felt(one, locale) or _concerns(one, plan)]
        for text in cautions_of(told, record, library.conditions, locale):
            yield between
            # Nothing else in these lines is numbered: what is said here is a choice.
            yield from (span for span in text.spans if not span.cites)
    if others := () if own else _others(moves, plan, library, locale):
        yield between
        yield Span(locale.say("choose-not", conditions=locale.row("names", others)))


def _leave_out(one: Choice, plan: Plan, library: Library, locale: Locale) -> Iterator[str]:
    """Yield the moves of the page that people leave out for whom a line holds, if it says so."""
    if not one.condition:
        return
    had = (*_had(plan), one.condition)
    names = [
        numbered(number, record.value.called, locale)
        for number, record in enumerate(plan.stretches, 1)
        if fitted(record.id, library.stretches, had).id != record.id
    ]
    if names:
        yield locale.say("choose-leave", moves=locale.row("and", names))


def _concerns(caution: Caution, plan: Plan) -> bool:
    """Tell whether a caution, of those conditions alone that people have, is told of a choice.

    What it changes is told to whom the page names: the move itself is not printed. Whom the whole
    routine is for reads it in the line.
    """
    named = set(plan.conditions).difference(plan.record.value.conditions)
    own = not named.isdisjoint(caution.conditions)
    return bool(caution.conditions) and caution.effect in (("warn", "change") if own else ("warn",))


def _others(
    moves: Collection[Record[Stretch]], plan: Plan, library: Library, locale: Locale
) -> tuple[str, ...]:
    """Return the conditions of others by which one takes care with some move, by their names.

    Whom the routine is not for does none of its moves.
    """
    barred = {id_ for one in plan.record.value.not_for for id_ in one.condition}
    found = {id_ for record in moves for one in record.value.cautions for id_ in one.conditions}
    names = {library.conditions[id_].name for id_ in found - barred - _had(plan)}
    return tuple(sorted(names, key=locale.within))


def _had(plan: Plan) -> set[str]:
    """Return the conditions of all whom a page is for."""
    return {*plan.conditions, *plan.record.value.conditions}
