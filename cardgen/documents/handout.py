"""A handout of one routine, for one person or for anyone."""

import datetime
from typing import NamedTuple

from cardgen.compose.dates import is_old
from cardgen.compose.fields import MINUTES, doses_words, own_words
from cardgen.compose.handout import HandoutWriter
from cardgen.compose.moves import picture_places
from cardgen.compose.personal import Plan, planned
from cardgen.documents.boxes import boxes
from cardgen.documents.handout_check import warnings_of
from cardgen.documents.handout_request import HandoutRequest
from cardgen.documents.laid_out import LaidOut, MergeField, Split
from cardgen.documents.programme import routine_of
from cardgen.layout.handout.pages import layout_handout
from cardgen.library.data import find_theme, load_locale
from cardgen.library.pictures import load_pictures
from cardgen.library.sizes import find_paper
from cardgen.model.design import Theme
from cardgen.model.library import Library

PERSONAL = ("recipient", "date", "note", "next_visit")
"""The fields of a request whose words are those of merge fields."""
_SHARED = {**dict.fromkeys(PERSONAL), "changes": (), "today": None, "metadata_name": False}


class Shared(NamedTuple):
    """All that the pages of a handout depend on."""

    request: HandoutRequest
    """Without the words of its merge fields."""
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
    locale, paper = load_locale(request.language), find_paper(request.paper, library)
    record = routine_of(request.routine, library)
    plan = planned(record, library, request.without, request.add, request.conditions)
    words = own_words({field: getattr(request, field) for field in PERSONAL}, locale)
    doses, minutes = doses_words(plan, request.changes, locale)
    words |= doses
    letterhead = request.letterhead.value if request.letterhead else None
    found = boxes(plan, request.arrangement, letterhead, paper, locale)
    lines = tuple([(field, found[field].lines(words)) for field in words])
    words[MINUTES] = minutes
    day, warned = request.date or request.built, request.date or request.today
    routine = plan.record.value
    title = None
    if request.metadata_name and request.recipient:
        title = f"{routine.title} ({locale.say('for')} {request.recipient})"
    shared = Shared(
        request.with_checked(_SHARED),
        plan,
        lines,
        is_old(routine.reviewed.date, day),
        warned if is_old(plan.oldest, warned) else None,
    )
    return Split(shared, words, day, title)


def lay_out(shared: Shared, library: Library) -> LaidOut:
    """Return the pages of a handout. Raises CardgenError."""
    request, plan = shared.request, shared.plan
    locale = load_locale(request.language)
    warnings = tuple(warnings_of(plan, shared.warned, library))
    accent = request.letterhead.value.accent if request.letterhead else None
    theme = find_theme(request.theme, request.pairing, library, accent)
    paper = find_paper(request.paper, library)
    writer = writer_of(shared, library, theme)
    made = layout_handout(writer.write, request.arrangement, len(plan.stretches), paper, theme)
    facts = (
        locale.count("page", len(made.document.pages)),
        paper.name,
        f"body {made.body:g} pt",
        locale.count("move", len(plan.stretches)),
        MergeField(MINUTES),
        locale.count("source", len(made.content.references.listed)),
    )
    return LaidOut((made.document,), facts, warnings, request.archival)


def writer_of(shared: Shared, library: Library, theme: Theme) -> HandoutWriter:
    """Return what writes the words of a handout. Raises CardgenError."""
    request, letterhead = shared.request, shared.request.letterhead
    return HandoutWriter(
        plan=shared.plan,
        library=library,
        locale=load_locale(request.language),
        country=library.countries[letterhead.value.country if letterhead else "US"],
        artworks=load_pictures(picture_places(shared.plan.stretches, letterhead), theme),
        lines=dict(shared.lines),
        letterhead=letterhead,
        csl=request.csl,
        qr=request.qr,
        log_days=request.log_days,
        blank=request.blank,
        old=shared.old,
        date=request.built,
    )
