"""What all pages for one person are made of: a plan, its words, and what they depend on."""

import datetime
from collections.abc import Callable, Mapping
from typing import Generic, NamedTuple, TypeVar

from cardgen.compose.cuts import cut_warnings
from cardgen.compose.dates import is_old
from cardgen.compose.fields import MINUTES, person_words
from cardgen.compose.handout import HandoutWriter
from cardgen.compose.moves import picture_places
from cardgen.compose.plan import Plan
from cardgen.documents.countries import country_of
from cardgen.documents.handout_check import plan_of
from cardgen.documents.laid_out import Split
from cardgen.documents.person_request import PersonRequest
from cardgen.documents.programme import routine_of
from cardgen.library.data import Design
from cardgen.library.pictures import load_pictures
from cardgen.model.library import Library
from cardgen.typography.printable import refusal

PERSONAL = ("recipient", "date", "note", "next_visit")
"""The fields of a request whose words are those of merge fields."""
_SHARED = {**dict.fromkeys(PERSONAL), "changes": (), "today": None, "metadata_name": False}
R = TypeVar("R", bound=PersonRequest)
Lines = Callable[[Plan, Mapping[str, str]], Mapping[str, int]]
"""Tells how many lines each merge field takes that has words."""


class Shared(NamedTuple, Generic[R]):
    """All that the pages for some people depend on."""

    request: R
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


def split_by(request: R, library: Library, design: Design, lines: Lines) -> Split:
    """Return what pages depend on, and the words of one person. Raises CardgenError."""
    record = routine_of(request.moves, library)
    plan = plan_of(request, record, library)
    given = {field: getattr(request, field) for field in PERSONAL}
    words, minutes = person_words(given, plan, request.changes, design.locale)
    found = tuple(lines(plan, words).items())
    words[MINUTES] = minutes
    day, warned = request.date or request.built, request.date or request.today
    routine = plan.record.value
    title = None
    if request.metadata_name and request.recipient:
        title = design.locale.say("title-for", title=routine.title, name=request.recipient)
    shared = Shared(
        request.with_checked(_SHARED),
        design,
        plan,
        found,
        is_old(routine.reviewed.date, day),
        warned if is_old(plan.oldest, warned) else None,
    )
    told = cut_warnings(plan, request.changes, library)
    return Split(shared, words, day, title, tuple(told))


def person_writer(shared: Shared[R], library: Library, qr: str | None = None) -> HandoutWriter:
    """Return what writes the words of a page."""
    request, letterhead = shared.request, shared.request.letterhead
    places = picture_places(shared.plan.stretches, letterhead)
    return HandoutWriter(
        plan=shared.plan,
        library=library,
        locale=shared.design.locale,
        country=country_of(request, library, shared.design.paper, request.clinic).country,
        artworks=load_pictures(places, shared.design.theme),
        lines=dict(shared.lines),
        letterhead=letterhead,
        csl=request.csl,
        refusal=refusal,
        qr=qr,
        log_days=request.log_days,
        blank=request.blank,
        old=shared.old,
        date=request.built,
    )
