"""What all pages for one person are made of: a plan, its words, and what they depend on."""

import datetime
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import Any, Generic, TypeVar, cast

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
from cardgen.memo import kept
from cardgen.model.library import Library
from cardgen.model.value import HashedOnce, hashed_once
from cardgen.typography.printable import refusal

PERSONAL = ("recipient", "date", "note", "next_visit")
"""The fields of a request whose words are those of merge fields."""
_OFF_PAGES = frozenset((*PERSONAL, "changes", "today", "metadata_name"))
"""The fields of a request that pages do not depend on, but for which merge fields there are."""
R = TypeVar("R", bound=PersonRequest)
Lines = Callable[[Plan, Mapping[str, str]], Mapping[str, int]]
"""Tells how many lines each merge field takes that has words."""


@hashed_once
@dataclass(frozen=True, slots=True)
class Shared(HashedOnce, Generic[R]):
    """All that the pages for some people depend on."""

    request: R
    """Without the fields that pages do not depend on.

    Of a person there remain which conditions and moves were asked for, and a programme: pages
    depend on these.
    """
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
    _, values = _on_pages(type(request))
    title = None
    if request.metadata_name and request.recipient:
        title = design.locale.say("title-for", title=routine.title, name=request.recipient)
    shared = _shared(
        type(request),
        values(vars(request)),
        design,
        plan,
        found,
        is_old(routine.reviewed.date, day),
        warned if is_old(plan.oldest, warned) else None,
    )
    told = cut_warnings(plan, request.changes, library)
    return Split(shared, words, day, title, tuple(told))


@kept(64)
def _shared(
    kind: type[R],
    values: tuple[Hashable, ...],
    design: Design,
    plan: Plan,
    lines: tuple[tuple[str, int], ...],
    old: bool,  # noqa: FBT001 - what `kept` knows it by has no names
    warned: datetime.date | None,
) -> Shared[R]:
    """Return the same for the same values, so that each row of a batch finds it at once.

    `values` are those of the fields of a request that pages depend on.
    """
    fields, _ = _on_pages(kind)
    given: dict[str, Any] = dict(zip(fields, values, strict=True))
    request = cast("R", kind.model_construct(**given))
    return Shared(request, design, plan, lines, old, warned)


@lru_cache(8)
def _on_pages(kind: type[R]) -> tuple[tuple[str, ...], Callable[[Mapping[str, Any]], Any]]:
    """Return the fields of a request that pages depend on, and what takes their values."""
    fields = tuple(name for name in kind.model_fields if name not in _OFF_PAGES)
    return fields, itemgetter(*fields)


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
