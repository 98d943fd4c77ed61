"""A routine, or some stretches, to the words of their cards."""

import datetime

from cardgen.choose.cite import Cite, no_markers
from cardgen.choose.moves import make_move, routine_moves
from cardgen.choose.pick import pick
from cardgen.choose.safety import safety_words, sign_words
from cardgen.errors import InvalidDataError, Problem
from cardgen.model.content import Deck, Move
from cardgen.model.design import Locale
from cardgen.model.library import Library, Record
from cardgen.model.request import DEFAULT_ROUTINE, CardsRequest
from cardgen.model.routine import Routine
from cardgen.model.safety import BEFORE, DANGER
from cardgen.words import suggestion


def choose_deck(library: Library, request: CardsRequest, locale: Locale) -> Deck:
    """Return the words of the cards that `request` asks for: one routine, or some stretches.

    Raises InvalidDataError when a name is neither.
    """
    targets = request.targets
    if len(targets) == 1 and targets[0] in library.routines:
        routine = library.routines[targets[0]]
        name = routine.value.name
        moves = routine_moves(routine, library, locale, no_markers)
    else:
        # Single stretches still come with a safety card: that of the default routine.
        routine = pick(library.routines, DEFAULT_ROUTINE, "routine")
        name = locale.say("chosen-stretches")
        moves = _stretch_moves(targets, library, locale, no_markers)
    safety = library.safety[routine.value.safety]
    country = pick(library.countries, request.country, "country")
    lists = sign_words(safety, (*BEFORE, *DANGER), country, no_markers)
    return Deck(
        title=locale.say("cards-title", name=name),
        name=name,
        moves=moves,
        safety=safety_words(safety, lists, library.sources, locale),
        print_hint=locale.say("print-hint"),
        language=locale.language,
        subject=locale.say("subject-cards"),
        date=request.built or _newest(routine, moves, library),
    )


def _newest(routine: Record[Routine], moves: tuple[Move, ...], library: Library) -> datetime.date:
    dates = (library.stretches[move.id].value.reviewed.date for move in moves)
    return max(routine.value.reviewed.date, *dates)


def _stretch_moves(
    targets: tuple[str, ...], library: Library, locale: Locale, cite: Cite
) -> tuple[Move, ...]:
    problems = [_unknown(target, library) for target in targets if target not in library.stretches]
    if problems:
        raise InvalidDataError(problems)
    records = (library.stretches[target] for target in targets)
    return tuple(
        make_move(number, record, record.value.dose, library, locale, cite)
        for number, record in enumerate(records, 1)
    )


def _unknown(target: str, library: Library) -> Problem:
    if target in library.routines:
        message = f"'{target}' is a routine: name one routine alone, or stretches only"
        return Problem("", 0, 0, "", message)
    known = [*library.stretches, *library.routines]
    message = f"there is no stretch or routine '{target}'"
    return Problem("", 0, 0, "", message, suggestion(target, known))
