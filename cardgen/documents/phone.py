"""A page for a phone: what a handout says, with no paper to fit."""

from collections.abc import Iterator

from cardgen.compose.controls import controls_of, timer_words
from cardgen.compose.fields import MINUTES, dose_field
from cardgen.compose.personal import changed_doses, warnings_of
from cardgen.documents.countries import country_of
from cardgen.documents.laid_out import Fact, LaidOut, MergeField, Split
from cardgen.documents.person import Shared, person_writer, split_by
from cardgen.documents.phone_request import PhoneRequest
from cardgen.documents.pictures import picture_warnings
from cardgen.library.data import design_of
from cardgen.model.arrangement import Sides
from cardgen.model.authorship import PERSONAL
from cardgen.model.library import Library
from cardgen.model.web import value_hole
from cardgen.web.page import Looks, written
from cardgen.words import counted

ON_SCREEN = Sides(screen=True)


def split(request: PhoneRequest, library: Library) -> Split:
    """Return what a page depends on, and the words of one person. Raises CardgenError."""
    design = design_of(request, library, request.accent)
    # A browser breaks lines itself.
    made = split_by(request, library, design, lambda _, words: dict.fromkeys(words, 1))
    plan = made.shared.plan  # type: ignore[attr-defined]  # it is what `split_by` has made
    doses = changed_doses(plan, request.changes)
    timers = {_timer_field(i): timer_words(dose) or "" for i, dose in doses.items()}
    return made._replace(words={**made.words, **timers})


def _timer_field(index: int) -> str:
    """Return the name of the merge field for the timer of a move, whose index counts from 0."""
    return f"timer {index + 1}"


def lay_out(shared: Shared[PhoneRequest], library: Library) -> LaidOut:
    """Return the page. Raises CardgenError."""
    request, plan, design = shared.request, shared.plan, shared.design
    locale, clinic = design.locale, request.clinic
    located = country_of(request, library, design.paper, clinic)
    writer = person_writer(shared, library)
    content = writer.write(ON_SCREEN)
    numbers = (located.country.emergency, *([clinic.phone] if clinic and clinic.phone else []))
    page = written(
        content,
        controls_of(locale),
        Looks(design.theme.accent, design.paper),
        dict(_timers(shared)),
        numbers,
        PERSONAL if content.about.personal else "",
    )
    facts: tuple[Fact, ...] = (
        "one HTML file",
        counted(len(plan.stretches), "move"),
        *(() if plan.stops else (MergeField(MINUTES),)),
        counted(len(content.references.listed), "source"),
    )
    warnings = (
        *located.warnings,
        *warnings_of(plan, shared.warned, library),
        *content.references.notices,
        *picture_warnings(plan.stretches, writer.artworks, request.letterhead),
    )
    return LaidOut((page,), facts, warnings)


def _timers(shared: Shared[PhoneRequest]) -> Iterator[tuple[int, str]]:
    """Yield the index of each move that has a timer, and what that needs to know."""
    own = dict(shared.lines)
    for i, dose in enumerate(shared.plan.doses):
        if dose_field(i) in own:
            yield i, value_hole(_timer_field(i))
        elif words := timer_words(dose):
            yield i, words
