"""Cautions where they are needed: what anyone can feel, and what people with a condition do.

The first stands under its move, in one line. The second stands once for all moves of a page, by
condition, with the numbers of the moves.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, repeat
from typing import NamedTuple, TypeVar

from cardgen.compose.care import caution_groups, short_of, sources_of
from cardgen.compose.citations import cited
from cardgen.compose.said import said
from cardgen.model.caution import Caution
from cardgen.model.content import Span, Text
from cardgen.model.library import Library, Record
from cardgen.model.locale import Locale
from cardgen.model.origin import Origin
from cardgen.model.routine import NotFor, OnlyFor, Routine
from cardgen.model.stretch import Stretch

_ON_A_LINE = 7
"""So many numbers of moves stay on one line."""
_ALL_OVER = 2 / 3
"""Who would leave out more than this share of the moves leaves out all."""
Told = TypeVar("Told", NotFor, OnlyFor)
_ByMove = Mapping[int, Sequence[Caution]]
"""The cautions of one condition by the number of the move."""
_NO_BREAK = "\u00a0"
"""No line ends between a name and its first number, or between a number and what is said of it."""


def felt(record: Record[Stretch], locale: Locale) -> tuple[Text, ...]:
    """Return what anyone who does a stretch may feel, and what they do: "Cramp? Feet closer."."""
    groups = caution_groups([one for one in record.value.cautions if is_felt(one, locale)])
    return tuple(
        Text((Span(_one_line(group, locale)), *cited(sources_of(group))), record.origin("cautions"))
        for group in groups
    )


def is_felt(caution: Caution, locale: Locale) -> bool:
    """Tell whether a caution is of what anyone can feel, and not of a condition."""
    return caution.when is not None or _is_for_all(caution, locale)


def _is_for_all(caution: Caution, locale: Locale) -> bool:
    """Tell whether a caution concerns everyone, and says nothing of a sign."""
    return caution.who == locale.say("everyone")


def _one_line(group: Sequence[Caution], locale: Locale) -> str:
    """Return cautions of the same advice in one line."""
    if short := short_of(group):
        return short
    if any(_is_for_all(caution, locale) for caution in group):
        return group[0].advice
    signs = locale.listed(caution.when or caution.who or "" for caution in group)
    return locale.say("felt", sign=signs, advice=group[0].advice)


class _Entry(NamedTuple):
    """What people with one condition do otherwise; equal ones share a line."""

    advice: tuple[tuple[str, tuple[int, ...]], ...]
    """What is said, and the numbers of the moves that it is said of, in their order."""
    sources: tuple[str, ...]


def condition_notes(
    records: Sequence[Record[Stretch]],
    library: Library,
    locale: Locale,
    routine: Record[Routine],
    *,
    own: bool = False,
) -> tuple[Text, ...]:
    """Return what people with each condition do otherwise, with the numbers of the moves.

    "**Weak bones** skip (3); (1) do not round up", in the order of the alphabet. Conditions of
    which the same is said share a line. Whom the `routine` is not for has what it says in place of
    its moves. With `own` the page is one person's, whose conditions stand under the moves.
    """
    found = _by_name(records, library, locale, routine, own=own)
    barred = {} if own else _by_label(routine.value.not_for, library)
    entries = {name: _entry(by_move, locale) for name, by_move in found.items()}
    for name, told in ({} if own else _by_label(routine.value.only_for, library)).items():
        more = entries.get(name, _Entry((), ()))
        entries[name] = _Entry(((told.say, ()), *more.advice), more.sources)
    entries |= {name: _Entry(((told.instead, ()),), ()) for name, told in barred.items()}
    sharing: dict[_Entry, list[str]] = {}
    for name in sorted(entries, key=str.casefold):
        sharing.setdefault(entries[name], []).append(name)
    return tuple(
        _line(
            locale.listed(names),
            entry.sources,
            _told(entry, locale),
            _origin(records, found.get(names[0]), routine),
        )
        for entry, names in sharing.items()
    )


def moves_to_leave_out(
    records: Sequence[Record[Stretch]],
    library: Library,
    locale: Locale,
    routine: Record[Routine],
) -> tuple[Text, ...]:
    """Return the moves that people with each condition leave out: "**Weak bones** (1) (3)".

    It is stricter than what `condition_notes` tells: of each caution, warnings too, the move is
    left out. So no caution is lost where there is no room to say what to do in its place. Whom the
    `routine` is not for, and who would leave out over two thirds of it, is told first to leave out
    all.
    """
    found = _by_name(records, library, locale, routine)
    limit = _ALL_OVER * len(records)
    all_ = {name for name, by_move in found.items() if len(by_move) > limit}
    all_ |= set(_by_label(routine.value.not_for, library))
    numbered = (
        _line(
            name,
            _entry(found[name], locale).sources,
            _alone(found[name], locale),
            _origin(records, found[name], routine),
        )
        for name in sorted(found.keys() - all_, key=str.casefold)
    )
    if not all_:
        return tuple(numbered)
    names = sorted(all_, key=str.casefold)
    origin = _origin(records, found.get(names[0]), routine)
    return (Text(_leaves_out_all(names, found, locale), origin), *numbered)


def _leaves_out_all(
    names: Sequence[str], found: Mapping[str, _ByMove], locale: Locale
) -> tuple[Span, ...]:
    """Return who leaves out all moves, each with the marks of the sources of their cautions."""
    spans: list[Span] = []
    for i, name in enumerate(names):
        before = locale.rows["names"].between if i else ""
        spans.append(Span(before + locale.within(name), bold=True))
        spans += cited(_entry(found.get(name, {}), locale).sources)
    return said(locale, "leave-out-all", conditions=spans)


def _by_label(told: Iterable[Told], library: Library) -> dict[str, Told]:
    """Return what a routine says of people with conditions, by the printed names of these."""
    return {
        library.conditions[id_].label: one
        for one in told
        for id_ in one.condition
        if id_ in library.conditions
    }


def _by_name(
    records: Sequence[Record[Stretch]],
    library: Library,
    locale: Locale,
    routine: Record[Routine],
    *,
    own: bool = False,
) -> Mapping[str, _ByMove]:
    """Return the cautions that stand by condition, by its printed name.

    Those whom the routine is not for do none of its moves: of them no caution is told.
    """
    barred = {id_ for one in routine.value.not_for for id_ in one.condition}
    found: dict[str, dict[int, list[Caution]]] = {}
    for number, record in enumerate(records, 1):
        for caution in record.value.cautions:
            if is_felt(caution, locale) or (own and caution.conditions):
                continue
            for name in _names(caution, library, barred):
                found.setdefault(name, {}).setdefault(number, []).append(caution)
    return found


def _names(caution: Caution, library: Library, barred: Collection[str]) -> tuple[str, ...]:
    """Return whom a caution concerns, without those who are `barred`, by the ids of conditions."""
    ids = [id_ for id_ in caution.conditions if id_ not in barred]
    if caution.who:
        return (caution.who,) if ids or not caution.conditions else ()
    return tuple(dict.fromkeys(library.conditions[id_].label for id_ in ids))


def _entry(by_move: _ByMove, locale: Locale) -> _Entry:
    numbers: dict[str, list[int]] = {}
    for number, cautions in by_move.items():
        advice = locale.row("sentences", dict.fromkeys(caution.advice for caution in cautions))
        numbers.setdefault(advice, []).append(number)
    sources = dict.fromkeys(
        id_ for cautions in by_move.values() for caution in cautions for id_ in caution.sources
    )
    return _Entry(tuple((advice, tuple(of)) for advice, of in numbers.items()), tuple(sources))


def _told(entry: _Entry, locale: Locale) -> Iterator[Span]:
    # What is said once before all numbers.
    skip = locale.say("skip-this")
    for i, (advice, numbers) in enumerate(entry.advice):
        if i:
            yield Span(locale.rows["notes"].between)
        if advice == skip:
            yield Span(f" {locale.say('skip')}")
            yield from _numbered(numbers, _together(numbers, _NO_BREAK), locale)
        else:
            first = " " if i else _NO_BREAK
            yield from _numbered(numbers, _together(numbers, first), locale)
            yield Span(f"{_NO_BREAK}{locale.within(advice).removesuffix(locale.stop)}")


def _together(numbers: Collection[int], first: str) -> list[str]:
    """Return the blanks before numbers that stay with each other, and so with what is said of them.

    Of very many only the last do: they have no room on a line.
    """
    return [first, *[" "] * (len(numbers) - _ON_A_LINE), *[_NO_BREAK] * (_ON_A_LINE - 1)]


def _alone(numbers: Collection[int], locale: Locale) -> Iterator[Span]:
    """Yield numbers of which nothing is said behind them: no line begins with the last alone."""
    blanks = [_NO_BREAK, *[" "] * (len(numbers) - 2), _NO_BREAK]
    return _numbered(numbers, blanks, locale)


def _numbered(numbers: Iterable[int], blanks: Iterable[str], locale: Locale) -> Iterator[Span]:
    """Yield numbers in circles, with the `blanks` before the first of them: else usual ones."""
    for number, blank in zip(numbers, chain(blanks, repeat(" ")), strict=False):
        yield Span(blank)
        yield Span(str(number), bold=True, circled=locale.say("move-number", number=number))


def _line(name: str, sources: tuple[str, ...], told: Iterable[Span], origin: Origin) -> Text:
    return Text((Span(name, bold=True), *cited(sources), *told), origin)


def _origin(
    records: Sequence[Record[Stretch]], by_move: _ByMove | None, routine: Record[Routine]
) -> Origin:
    """Return where it stands what people do otherwise: with a move, or else with the routine."""
    return records[min(by_move) - 1].origin("cautions") if by_move else routine.origin("not_for")
