"""A handout of one routine, for one person or for anyone."""

import datetime
from collections.abc import Iterator
from typing import NamedTuple

from cardgen.compose.dates import is_old
from cardgen.compose.fields import MINUTES, person_words
from cardgen.compose.handout import HandoutWriter
from cardgen.compose.moves import picture_places
from cardgen.compose.personal import warnings_of
from cardgen.compose.plan import Plan
from cardgen.documents.boxes import boxes
from cardgen.documents.countries import country_of
from cardgen.documents.handout_check import plan_of
from cardgen.documents.handout_request import HandoutRequest
from cardgen.documents.laid_out import Fact, LaidOut, MergeField, Split
from cardgen.documents.pictures import picture_warnings
from cardgen.documents.programme import routine_of
from cardgen.layout.fitting.hyphens import with_hyphens
from cardgen.layout.handout.pages import FittedHandout, Reach, layout_handout
from cardgen.library.data import Design, design_of
from cardgen.library.pictures import load_pictures
from cardgen.model.letterhead import Letterhead
from cardgen.model.library import Library
from cardgen.model.standards import FileForm
from cardgen.typography.printable import refusal

PERSONAL = ("recipient", "date", "note", "next_visit")
"""The fields of a request whose words are those of merge fields."""
_SHARED = {**dict.fromkeys(PERSONAL), "changes": (), "today": None, "metadata_name": False}


class Shared(NamedTuple):
    """All that the pages of a handout depend on."""

    request: HandoutRequest
    """Without the words of its merge fields."""
    design: Design
    plan: Plan
    """Without the doses that are one person's own."""
    lines: tuple[tuple[str, int], ...]
    """How many lines each merge field takes."""
    old: bool
    """Whether its texts were checked long before the day that it is for."""
    warned: datetime.date | None
    """The day by which some text is too old to be handed out; None where none is."""


def split(request: HandoutRequest, library: Library) -> Split:
    """Return what pages depend on, and the words of one person. Raises CardgenError."""
    letterhead = _head(request)
    record = routine_of(request.routine, library)
    design = design_of(request, library, letterhead.accent if letterhead else None)
    plan = plan_of(request, record, library)
    found = boxes(plan, request.arrangement, letterhead, design, reach_of(request).margin)
    given = {field: getattr(request, field) for field in PERSONAL}
    words, minutes = person_words(given, plan, request.changes, design.locale)
    lines = tuple([(field, found[field].lines(words)) for field in words])
    words[MINUTES] = minutes
    day, warned = request.date or request.built, request.date or request.today
    routine = plan.record.value
    title = None
    if request.metadata_name and request.recipient:
        title = f"{routine.title} ({design.locale.say('for')} {request.recipient})"
    shared = Shared(
        request.with_checked(_SHARED),
        design,
        plan,
        lines,
        is_old(routine.reviewed.date, day),
        warned if is_old(plan.oldest, warned) else None,
    )
    return Split(shared, words, day, title)


def fitted(shared: Shared, library: Library) -> FittedHandout:
    """Return a handout, laid out. Raises CardgenError."""
    design = shared.design
    writer = writer_of(shared, library)
    asked = shared.request
    return with_hyphens(
        lambda soften: layout_handout(
            lambda sides: soften(writer.write(sides)),
            asked.arrangement,
            design.paper,
            design.theme,
            reach_of(asked),
        )
    )


def reach_of(request: HandoutRequest) -> Reach:
    """Return what the printer of a request reaches, and what undoes its faults."""
    printer, margin = request.printer, request.margin or 0
    if printer is None:
        return Reach(margin)
    return Reach(max(margin, printer.margin), printer.front, printer.back)


def lay_out(shared: Shared, library: Library) -> LaidOut:
    """Return the pages of a handout. Raises CardgenError."""
    request, plan, locale = shared.request, shared.plan, shared.design.locale
    paper, theme = shared.design.paper, shared.design.theme
    unlocated = country_of(request, library, paper, _head(request)).warnings
    made = fitted(shared, library)
    facts: tuple[Fact, ...] = (
        locale.count("page", len(made.document.pages)),
        paper.name,
        *_where(made),
        f"body {made.body:g} pt",
        locale.count("move", len(plan.stretches)),
        *(() if plan.stops else (MergeField(MINUTES),)),
        locale.count("source", len(made.content.references.listed)),
    )
    warnings = (
        *unlocated,
        *warnings_of(plan, shared.warned, library),
        *made.content.references.notices,
        *picture_warnings(plan.stretches, theme, request.letterhead),
    )
    return LaidOut((made.document,), facts, warnings, FileForm(request.standards, theme.second_ink))


def _where(made: FittedHandout) -> Iterator[str]:
    """Yield what follows from its sides.

    That is why it has two that nobody asked for, what one cannot tell, and what a printer may cut
    off.
    """
    if made.too_tall is not None:
        yield f"one side is {made.too_tall:g} mm too short"
    if made.content.leaves_out:
        yield "people with a condition leave moves out, and --pages 2 tells what they change"
    if made.low is not None:
        yield f"words down to {made.low:g} mm from the edge, where some printers stop at 12.7"


def _head(request: HandoutRequest) -> Letterhead | None:
    return request.letterhead.value if request.letterhead else None


def writer_of(shared: Shared, library: Library) -> HandoutWriter:
    """Return what writes the words of a handout. Raises CardgenError."""
    request, letterhead = shared.request, shared.request.letterhead
    places = picture_places(shared.plan.stretches, letterhead)
    return HandoutWriter(
        plan=shared.plan,
        library=library,
        locale=shared.design.locale,
        country=country_of(request, library, shared.design.paper, _head(request)).country,
        artworks=load_pictures(places, shared.design.theme),
        lines=dict(shared.lines),
        letterhead=letterhead,
        csl=request.csl,
        refusal=refusal,
        qr=request.qr,
        log_days=request.log_days,
        blank=request.blank,
        old=shared.old,
        date=request.built,
    )
