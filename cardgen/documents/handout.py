"""A handout of one routine, for one person or for anyone."""

from collections.abc import Iterator, Mapping

from cardgen.compose.fields import MINUTES
from cardgen.compose.handout import HandoutWriter
from cardgen.compose.personal import warnings_of
from cardgen.compose.plan import Plan
from cardgen.documents.boxes import boxes
from cardgen.documents.countries import country_of
from cardgen.documents.handout_request import HandoutRequest
from cardgen.documents.laid_out import Fact, LaidOut, MergeField, Split
from cardgen.documents.person import Shared, person_writer, split_by
from cardgen.documents.pictures import picture_warnings
from cardgen.layout.fitting.hyphens import with_hyphens
from cardgen.layout.handout.pages import FittedHandout, Reach, layout_handout
from cardgen.library.data import design_of
from cardgen.model.library import Library
from cardgen.model.standards import FileForm
from cardgen.words import counted

Handed = Shared[HandoutRequest]
"""All that the pages of a handout depend on."""
_LEAVES_OUT = "people with a condition leave moves out, and {} tells what they change"


def split(request: HandoutRequest, library: Library) -> Split:
    """Return what pages depend on, and the words of one person. Raises CardgenError."""
    design = design_of(request, library, request.accent)

    def lines(plan: Plan, words: Mapping[str, str]) -> dict[str, int]:
        margin = margin_of(request)
        found = boxes(plan, request.arrangement, request.clinic, design, margin)
        return {field: found[field].lines(words) for field in words}

    return split_by(request, library, design, lines)


def fitted(shared: Handed, writer: HandoutWriter) -> FittedHandout:
    """Return a handout whose words a writer writes, laid out. Raises CardgenError."""
    design, asked = shared.design, shared.request
    return with_hyphens(
        lambda soften: layout_handout(
            lambda sides: soften(writer.write(sides)),
            asked.arrangement,
            design.paper,
            design.theme,
            reach_of(asked),
        ),
        design.locale.hyphenation,
    )


def reach_of(request: HandoutRequest) -> Reach:
    """Return what the printer of a request reaches, and what undoes its faults."""
    printer, margin = request.printer, margin_of(request)
    return Reach(margin, printer.front, printer.back) if printer else Reach(margin)


def margin_of(request: HandoutRequest) -> float:
    """Return what is to stay free at the edges, in points."""
    margin, printer = request.margin or 0, request.printer
    return max(margin, printer.margin) if printer else margin


def lay_out(shared: Handed, library: Library) -> LaidOut:
    """Return the pages of a handout. Raises CardgenError."""
    request, plan = shared.request, shared.plan
    paper, theme = shared.design.paper, shared.design.theme
    unlocated = country_of(request, library, paper, request.clinic).warnings
    writer = writer_of(shared, library)
    made = fitted(shared, writer)
    facts: tuple[Fact, ...] = (
        counted(len(made.document.pages), "page"),
        paper.name,
        *_where(made),
        f"body {made.body:g} pt",
        counted(len(plan.stretches), "move"),
        *(() if plan.stops else (MergeField(MINUTES),)),
        counted(len(made.content.references.listed), "source"),
    )
    warnings = (
        *unlocated,
        *warnings_of(plan, shared.warned, library),
        *made.content.references.notices,
        *picture_warnings(plan.stretches, writer.artworks, request.letterhead),
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
        yield _LEAVES_OUT.format("--condition" if made.sides.back else "--pages 2")
    if made.low is not None:
        yield f"words down to {made.low:g} mm from the edge, where some printers stop at 12.7"


def writer_of(shared: Handed, library: Library) -> HandoutWriter:
    """Return what writes the words of a handout. Raises CardgenError."""
    return person_writer(shared, library, shared.request.qr)
