"""A routine to the words of its handout."""

from collections.abc import Iterator, Sequence

from cardgen.choose.cite import Cite, Citer
from cardgen.choose.codes import codes_of
from cardgen.choose.dose import days_words, total_seconds, whole_minutes
from cardgen.choose.evidence import spoken, upright, with_evidence
from cardgen.choose.heading import footer, heading, is_old, last_words, personal
from cardgen.choose.moves import routine_doses, routine_moves
from cardgen.choose.order import cited
from cardgen.choose.own_style import OwnStyle
from cardgen.choose.personal import Plan, concerned, planned
from cardgen.choose.pick import pick
from cardgen.choose.safety import safety_words, sign_words
from cardgen.errors import Problem
from cardgen.model.content import (
    Figure,
    Handout,
    Log,
    PagingWords,
    Panel,
    Reference,
    SafetyWords,
    Span,
    Words,
    words,
)
from cardgen.model.design import Locale
from cardgen.model.library import Library, Record
from cardgen.model.request import HandoutRequest
from cardgen.model.routine import Routine
from cardgen.model.safety import BEFORE, DANGER, Safety
from cardgen.model.stretch import Stretch

MINUTES = "minutes"
"""The slot for how long it takes."""
BACK_DAYS = 14
"""How long the log of a back is, where nothing is said."""
OPTIONAL = "(optional)"
"""What the name of equipment ends in that a move can do without."""


def choose_handout(
    library: Library, request: HandoutRequest, locale: Locale, order: Sequence[str] = ()
) -> Handout:
    """Return the words of the handout that `request` asks for.

    Its sources are numbered as in `order`, which are all of them, where that is given. Raises
    InvalidDataError when there is no such routine, when what is asked of it cannot be done, or
    when the CSL style cannot be used.
    """
    plan = planned(pick(library.routines, request.routine, "routine"), library, request)
    record, routine = plan.record, plan.record.value
    order = order or cited(routine, library, request.conditions, request.arrangement)
    cite, references = _citing(library, request, locale, order)
    warnings = _safety(routine, library, request, locale, cite)
    minutes = _minutes(routine, library)
    return Handout(
        title=routine.title,
        file_title=_file_title(routine, request, locale),
        opening=_opening(routine, locale),
        lead=tuple(text for text in _lead(routine) if text),
        needs=_needs(routine, library, locale),
        heading=heading(request, locale),
        personal=personal(request, _conditions(plan, library, locale), locale),
        codes=codes_of(record, library, request, locale),
        paging=_paging_words(locale),
        log=_log(routine, library, request, locale),
        figures=_figures(routine, minutes, locale, cite),
        moves=routine_moves(record, library, locale, cite, request.conditions),
        why=_why(record, locale, cite),
        moving_on=_moving_on(record, locale),
        safety=warnings,
        last_words=last_words(warnings, request, locale),
        sources_title=locale.say("sources"),
        references=references,
        footer=footer(routine.reviewed, request.date or request.built, locale),
        language=locale.language,
        subject=locale.say("subject-handout"),
        date=request.date or request.built or routine.reviewed.date,
        minutes=minutes,
        origin=record.origin("items"),
        origins={name: record.origin(name) for name in ("title", "summary")},
        cited=tuple(order),
        warnings=tuple(_warnings(plan, library, request)),
    )


def _citing(
    library: Library, request: HandoutRequest, locale: Locale, order: Sequence[str]
) -> tuple[Cite, tuple[Reference, ...]]:
    """Return what gives the markers, and the list of sources that they lead to."""
    sources, csl = library.sources, request.csl
    citer = Citer(sources, order, csl) if csl else OwnStyle(sources, order)
    references = with_evidence(citer.references(), sources, locale)
    if request.arrangement.large_print:
        return spoken(citer, locale), tuple(map(upright, references))
    return citer, references


def _safety(
    routine: Routine, library: Library, request: HandoutRequest, locale: Locale, cite: Cite
) -> SafetyWords:
    safety = library.safety[routine.safety]
    country = pick(library.countries, country_of(request), "country")
    lists = sign_words(safety, (*BEFORE, *DANGER), country, cite)
    return safety_words(safety, lists, library.sources, locale)


def country_of(request: HandoutRequest) -> str:
    """Return whose emergency numbers print."""
    return request.letterhead.value.country if request.letterhead else "US"


def _file_title(routine: Routine, request: HandoutRequest, locale: Locale) -> str:
    if request.metadata_name and request.recipient:
        return f"{routine.title} ({locale.say('for')} {request.recipient})"
    return routine.title


def _opening(routine: Routine, locale: Locale) -> str:
    # A line may not end between the number and its noun.
    moves = locale.count("move", len(routine.items)).replace(" ", "\u00a0")
    return locale.say("opening", summary=routine.summary, moves=moves)


def _lead(routine: Routine) -> tuple[str | None, ...]:
    return routine.before, routine.rule, routine.frequency.note


def _minutes(routine: Routine, library: Library) -> int:
    return whole_minutes(total_seconds(routine_doses(routine, library), routine.transition))


def _figures(routine: Routine, minutes: int, locale: Locale, cite: Cite) -> tuple[Figure, ...]:
    count = len(routine.items)
    figure, label = days_words(routine.frequency, locale)
    marker = cite(routine.frequency.sources)
    return (
        Figure(str(count), words(locale.units["move"].of(count))),
        Figure(locale.say("minutes", n=minutes), words(locale.say("in-all")), slot=MINUTES),
        Figure(figure, (Span(label), *marker)),
    )


def _why(record: Record[Routine], locale: Locale, cite: Cite) -> Panel:
    routine = record.value
    texts = [(Span(claim.text), *cite(claim.sources)) for claim in routine.claims]
    if routine.limits:
        texts.append(words(routine.limits))
    return Panel(locale.say("why"), tuple(texts), record.origin("claims"))


def _moving_on(record: Record[Routine], locale: Locale) -> Panel | None:
    texts = [text for text in (record.value.move_up, record.value.move_down) if text]
    if not texts:
        return None
    title = "moving-on" if record.value.move_up else "moving-back"
    return Panel(locale.say(title), tuple(map(words, texts)), record.origin("move_up"))


def _log(routine: Routine, library: Library, request: HandoutRequest, locale: Locale) -> Log | None:
    """Return the grid to tick, for any page or for a back alone, if there may be one."""
    if request.log_days == 0:
        return None
    names = (library.stretches[item.stretch].value.name for item in routine.items)
    return Log(
        title=locale.say("log"),
        hint=locale.say("log-hint"),
        days=request.log_days or BACK_DAYS,
        asked=request.log_days is not None,
        rows=tuple(f"{number}. {name}" for number, name in enumerate(names, 1)),
        day=locale.say("log-day"),
        pain=locale.say("log-pain"),
        ends=(locale.say("no-pain"), locale.say("worst-pain")),
        alt=locale.labels["log-alt"],
    )


def _paging_words(locale: Locale) -> PagingWords:
    # Their braces are filled when the pages are known.
    return PagingWords(
        moves=locale.say("your-moves"),
        again=locale.labels["continued"],
        page=locale.labels["page-of"],
        over=locale.labels["turn-over"],
        over_one=locale.labels["turn-over-one"],
    )


def _conditions(plan: Plan, library: Library, locale: Locale) -> Iterator[Words]:
    """Yield what each condition has left out of the routine, and what it has changed in it."""
    for condition, hidden in plan.hidden:
        said = locale.say(f"condition-{condition}")
        left_out = [library.stretches[id_].value.name for id_ in hidden]
        changed = [
            f"{number}. {library.stretches[item.stretch].value.name}"
            for number, item in enumerate(plan.record.value.items, 1)
            if concerned(library.stretches[item.stretch].value, condition)
        ]
        for label, names in (("left-out", left_out), ("changed", changed)):
            if names:
                bold = Span(f"{locale.say(label, condition=said)} ", bold=True)
                yield (bold, Span(f"{', '.join(names)}."))


def _warnings(plan: Plan, library: Library, request: HandoutRequest) -> Iterator[Problem]:
    """Yield what a person should know before they hand the page out."""
    routine = plan.record.value
    stretches = [library.stretches[item.stretch] for item in routine.items]
    for condition, hidden in plan.hidden:
        if not hidden and not any(concerned(record.value, condition) for record in stretches):
            message = f"no move of '{plan.record.id}' has a caution for it: nothing is changed"
            yield Problem("", 0, 0, f"--condition {condition}", message)
    day = request.date or request.today
    checked: list[Record[Routine] | Record[Stretch] | Record[Safety]]
    checked = [plan.record, *stretches, library.safety[routine.safety]]
    for record in checked:
        if is_old(record.value.reviewed, day):
            date = record.value.reviewed.date
            message = f"it was last checked on {date}, over two years ago"
            remedy = "Check it against its sources, and change the date"
            yield record.origin("reviewed", "date").problem(message, remedy)


def _needs(routine: Routine, library: Library, locale: Locale) -> str:
    """Return what must be at hand: the equipment of all moves that is not optional."""
    stretches = (library.stretches[item.stretch].value for item in routine.items)
    things = dict.fromkeys(thing for stretch in stretches for thing in stretch.equipment)
    needed = [thing for thing in things if OPTIONAL not in thing]
    return locale.say("need", things=", ".join(needed)) if needed else ""
