"""A routine to the words of its handout."""

import datetime

from cardgen.choose.cite import OWN_STYLE, Cite, Citer, Collector
from cardgen.choose.dose import days_words, total_seconds, whole_minutes
from cardgen.choose.moves import routine_doses, routine_moves
from cardgen.choose.pick import pick
from cardgen.choose.safety import safety_words, sign_words
from cardgen.model.content import (
    Figure,
    Handout,
    Heading,
    Panel,
    Reference,
    SafetyWords,
    Shown,
    Span,
    Words,
    words,
)
from cardgen.model.design import Locale
from cardgen.model.letterhead import Letterhead
from cardgen.model.library import Library, Record
from cardgen.model.request import HandoutRequest
from cardgen.model.routine import Routine
from cardgen.model.safety import BEFORE, DANGER

RECIPIENT, DATE, MINUTES = "recipient", "date", "minutes"
"""Names of the slots for words that differ from person to person."""
OPTIONAL = "(optional)"
"""What the name of equipment ends in that a move can do without."""


def choose_handout(library: Library, request: HandoutRequest, locale: Locale) -> Handout:
    """Return the words of the handout that `request` asks for.

    Raises InvalidDataError when there is no such routine or the CSL style cannot be used.
    """
    record = pick(library.routines, request.routine, "routine")
    # Numbers follow the order of first use, and some styles sort: read once, then write.
    first = Collector(library.sources)
    _handout(record, library, request, locale, first, ())
    citer = Citer(library.sources, first.order, request.csl or OWN_STYLE)
    return _handout(record, library, request, locale, citer, citer.references())


def _handout(
    record: Record[Routine],
    library: Library,
    request: HandoutRequest,
    locale: Locale,
    cite: Cite,
    references: tuple[Reference, ...],
) -> Handout:
    routine, letterhead = record.value, request.letterhead
    country = letterhead.value.country if letterhead else "US"
    safety = library.safety[routine.safety]
    # In the order of the page, since the markers number themselves as they are made.
    figures = _figures(routine, library, locale, cite)
    before = sign_words(safety, BEFORE, country, cite)
    moves = routine_moves(record, library, locale, cite)
    panels = _panels(routine, locale, cite)
    danger = sign_words(safety, DANGER, country, cite)
    warnings = safety_words(safety, {**before, **danger}, library.sources, locale)
    return Handout(
        title=routine.title,
        file_title=_file_title(routine, request, locale),
        lead=tuple(text for text in (*_lead(routine), _needs(routine, library, locale)) if text),
        heading=heading(request, locale),
        figures=figures,
        moves=moves,
        panels=panels,
        safety=warnings,
        last_words=_last_words(warnings, request, locale),
        sources_title=locale.say("sources"),
        references=references,
        footer=_footer(routine, locale),
        language=locale.language,
        subject=locale.say("subject-handout"),
        date=request.date or request.built or routine.reviewed.date,
        minutes=_minutes(routine, library),
        origin=record.origin("items"),
    )


def _file_title(routine: Routine, request: HandoutRequest, locale: Locale) -> str:
    if request.metadata_name and request.recipient:
        return f"{routine.title} ({locale.say('for')} {request.recipient})"
    return routine.title


def _lead(routine: Routine) -> tuple[str | None, ...]:
    return routine.summary, routine.before, routine.rule, routine.frequency.note


def _minutes(routine: Routine, library: Library) -> int:
    return whole_minutes(total_seconds(routine_doses(routine, library), routine.transition))


def _figures(routine: Routine, library: Library, locale: Locale, cite: Cite) -> tuple[Figure, ...]:
    count = len(routine.items)
    figure, label = days_words(routine.frequency, locale)
    marker = cite(routine.frequency.sources)
    return (
        Figure(str(count), words(locale.units["move"].of(count))),
        Figure(
            locale.say("minutes", n=_minutes(routine, library)),
            words(locale.say("in-all")),
            MINUTES,
        ),
        Figure(figure, (Span(label), *marker)),
    )


def _panels(routine: Routine, locale: Locale, cite: Cite) -> tuple[Panel, ...]:
    why = tuple((Span(claim.text), *cite(claim.sources)) for claim in routine.claims)
    if routine.limits:
        why += (words(routine.limits),)
    moving = tuple(words(text) for text in (routine.move_up, routine.move_down) if text)
    panels = [Panel(locale.say("why"), why)]
    if moving:
        panels.append(Panel(locale.say("moving-on"), moving))
    return tuple(panels)


def heading(request: HandoutRequest, locale: Locale) -> Heading | None:
    """Return the lines of the heading: the clinic's at the left, the recipient's at the right."""
    letterhead = request.letterhead
    clinic: list[Words] = []
    recipient: list[Words] = []
    if request.recipient:
        recipient.append((Span(f"{locale.say('for')} "), _recipient(request.recipient)))
    date = date_words(request.date, locale) if request.date else None
    clinician = None
    if letterhead:
        value = letterhead.value
        clinician = value.clinician
        clinic.append(words(value.name, bold=True))
        clinic += _joined(value.address, value.phone, value.web)
    recipient += _joined(date, clinician, slot=DATE)
    if not clinic and not recipient:
        return None
    logo = _logo(letterhead) if letterhead else None
    return Heading(tuple(clinic), tuple(recipient), logo)


def _recipient(name: str) -> Span:
    return Span(name, bold=True, slot=RECIPIENT)


def _joined(*texts: str | None, slot: str | None = None) -> list[Words]:
    """Return the texts that are there as one line, or no line."""
    line = " · ".join(text for text in texts if text)
    return [words(line, slot=slot)] if line else []


def _logo(letterhead: Record[Letterhead]) -> Shown | None:
    logo = letterhead.value.logo
    if logo is None:
        return None
    name = letterhead.value.name
    return Shown(letterhead.root / logo, name, letterhead.origin("logo"))


def date_words(date: datetime.date, locale: Locale) -> str:
    """Return a date as people write it: "November 22, 2026"."""
    return locale.say("date", month=locale.months[date.month - 1], day=date.day, year=date.year)


def _footer(routine: Routine, locale: Locale) -> str:
    """Return who has checked the words, and when: a clinician, or nobody yet but us."""
    review = routine.reviewed
    label = "signed-off" if review.clinician else "reviewed"
    month = locale.months[review.date.month - 1]
    said = locale.say(label, name=review.clinician, month=month, year=review.date.year)
    return f"{said} · {locale.say('made')}"


def _last_words(safety: SafetyWords, request: HandoutRequest, locale: Locale) -> str:
    """Return the disclaimer, and whom to call with questions."""
    phone = request.letterhead.value.phone if request.letterhead else None
    questions = locale.say("questions", phone=phone) if phone else ""
    return f"{safety.disclaimer} {questions}".strip()


def _needs(routine: Routine, library: Library, locale: Locale) -> str | None:
    """Return what must be at hand: the equipment of all moves that is not optional."""
    stretches = (library.stretches[item.stretch].value for item in routine.items)
    things = dict.fromkeys(thing for stretch in stretches for thing in stretch.equipment)
    needed = [thing for thing in things if OPTIONAL not in thing]
    return locale.say("need", things=", ".join(needed)) if needed else None
