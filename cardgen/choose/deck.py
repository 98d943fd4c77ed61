"""A routine, or some stretches, to the words of their cards."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace

from cardgen.choose.cite import no_markers
from cardgen.choose.cover import first_source, make_cover, make_imprint, own_link
from cardgen.choose.moves import item_dose, make_move
from cardgen.choose.pick import pick
from cardgen.choose.safety import safety_words, sign_words
from cardgen.choose.skip import COVER, without
from cardgen.errors import InvalidDataError, Problem
from cardgen.model.content import Move, Span, Words
from cardgen.model.deck import Deck
from cardgen.model.design import Locale
from cardgen.model.dose import Dose
from cardgen.model.library import Library, Record
from cardgen.model.request import DEFAULT_ROUTINE, CardsRequest
from cardgen.model.routine import Routine
from cardgen.model.safety import BEFORE, DANGER
from cardgen.model.stretch import Stretch
from cardgen.words import suggestion


@dataclass(frozen=True, slots=True)
class _Chosen:
    """Stretches with their doses, in order; `routine` is None when they were named one by one."""

    stretches: tuple[tuple[Record[Stretch], Dose], ...]
    routine: Record[Routine] | None


def choose_deck(library: Library, request: CardsRequest, locale: Locale) -> Deck:
    """Return the words of the cards that `request` asks for: one routine, or some stretches.

    Raises InvalidDataError when a name is neither.
    """
    chosen = _chosen(library, request)
    # Single stretches still come with a safety card: that of the default routine.
    routine = chosen.routine or pick(library.routines, DEFAULT_ROUTINE, "routine")
    name = chosen.routine.value.name if chosen.routine else locale.say("chosen-stretches")
    made = request.date or request.built
    moves = tuple(
        _card_move(number, record, dose, library, locale, made)
        for number, (record, dose) in enumerate(chosen.stretches, 1)
    )
    safety = library.safety[routine.value.safety]
    country = pick(library.countries, request.country, "country")
    lists = sign_words(safety, (*BEFORE, *DANGER), country, no_markers)
    newest = _newest(routine, chosen)
    cover = make_cover(
        name,
        moves,
        [dose for _, dose in chosen.stretches],
        chosen.routine,
        own_link(request.url, locale) if request.url else _source_link(chosen, library, locale),
        make_imprint(newest, made, locale),
        locale,
    )
    return Deck(
        title=locale.say("cards-title", name=name),
        name=name,
        cover=None if COVER in request.skip else cover,
        moves=moves,
        safety=safety_words(safety, lists, library.sources, locale),
        imprint=make_imprint(safety.value.reviewed.date, made, locale),
        language=locale.language,
        subject=locale.say("subject-cards"),
        date=made or newest,
    )


def _chosen(library: Library, request: CardsRequest) -> _Chosen:
    targets = request.targets
    if len(targets) == 1 and targets[0] in library.routines:
        routine = library.routines[targets[0]]
        items = [
            (library.stretches[item.stretch], item_dose(item, library.stretches))
            for item in routine.value.items
        ]
        return _Chosen(without(request.skip, items, library), routine)
    problems = [_unknown(target, library) for target in targets if target not in library.stretches]
    if problems:
        raise InvalidDataError(problems)
    records = [library.stretches[target] for target in targets]
    named = [(record, record.value.dose) for record in records]
    return _Chosen(without(request.skip, named, library), None)


def _unknown(target: str, library: Library) -> Problem:
    if target in library.routines:
        message = f"'{target}' is a routine: name one routine alone, or stretches only"
        return Problem("", 0, 0, "", message)
    known = [*library.stretches, *library.routines]
    message = f"there is no stretch or routine '{target}'"
    return Problem("", 0, 0, "", message, suggestion(target, known))


def _newest(routine: Record[Routine], chosen: _Chosen) -> datetime.date:
    dates = (record.value.reviewed.date for record, _ in chosen.stretches)
    return max(routine.value.reviewed.date, *dates)


def _card_move(
    number: int,
    record: Record[Stretch],
    dose: Dose,
    library: Library,
    locale: Locale,
    made: datetime.date | None,
) -> Move:
    move = make_move(number, record, dose, library, locale, no_markers)
    imprint = make_imprint(record.value.reviewed.date, made, locale)
    return replace(move, tips=_tips(record.value, locale), imprint=imprint)


def _tips(stretch: Stretch, locale: Locale) -> tuple[Words, ...]:
    return tuple(
        (Span(f"{locale.say(f'tip-{field}')}: ", bold=True), Span(getattr(stretch, field)))
        for field in ("breathing", "mistake", "easier", "harder")
    )


def _source_link(chosen: _Chosen, library: Library, locale: Locale) -> tuple[str, str] | None:
    told: Sequence[Routine | Stretch] = (
        [chosen.routine.value]
        if chosen.routine
        else [record.value for record, _ in chosen.stretches]
    )
    cited = (source for told_ in told for claim in told_.claims for source in claim.sources)
    return first_source(cited, library.sources, locale)
