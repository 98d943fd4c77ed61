"""A poster of one routine, for the wall of a clinic or a gym."""

from collections.abc import Iterable
from typing import Annotated, ClassVar

from cardgen.compose.cuts import cut_warnings
from cardgen.compose.moves import picture_places
from cardgen.compose.plan import Plan, moves_of
from cardgen.compose.poster import PosterWriter
from cardgen.documents.countries import country_of
from cardgen.documents.kind import DocumentKind
from cardgen.documents.laid_out import LaidOut, printed
from cardgen.documents.pictures import picture_warnings
from cardgen.documents.programme import ProgrammeField, named_by, routine_of
from cardgen.documents.request import (
    MOVES,
    BuiltField,
    ConditionsField,
    CountryField,
    HomeField,
    Id,
    LanguageField,
    MarginField,
    MixedField,
    PairingField,
    PaperField,
    PrinterField,
    Request,
    ThemeField,
    free_margin,
)
from cardgen.errors import Problem, gathered
from cardgen.kinds import ORIGINAL
from cardgen.layout.fitting.hyphens import with_hyphens
from cardgen.layout.poster.sheets import layout_poster
from cardgen.library.data import design_of
from cardgen.library.pictures import load_pictures
from cardgen.model.asked import Asked
from cardgen.model.design import MM
from cardgen.model.document import About, Document
from cardgen.model.library import Library
from cardgen.model.request import DEFAULT_ROUTINE
from cardgen.model.standards import FileForm, Standards
from cardgen.words import counted

MARGIN = 7 * MM
"""What stays free along the edges, as long as nobody asks for more."""


class PosterRequest(Request):
    """A poster of one routine."""

    kind: ClassVar = "poster"
    first: ClassVar = ("routine", "paper")

    routine: Annotated[Id, Asked(name="Routine", group=MOVES, ids="routines", option=False)] = (
        DEFAULT_ROUTINE
    )
    """An id from `cardgen list`."""
    programme: ProgrammeField = None
    paper: PaperField = "a3"
    theme: ThemeField = "colour"
    pairing: PairingField = "plain"
    language: LanguageField = ORIGINAL
    allow_mixed: MixedField = False
    country: CountryField = None
    home: HomeField = None
    conditions: ConditionsField = ()
    margin: MarginField = None
    printer: PrinterField = None
    standards: Standards = Standards()
    built: BuiltField = None


def lay_out(request: PosterRequest, library: Library) -> LaidOut:
    """Return the poster, upright or on its side. Raises CardgenError."""
    design = design_of(request, library)
    locale, paper, theme = design.locale, design.paper, design.theme
    located, plan = country_of(request, library, paper), _plan(request, library)
    artworks = load_pictures(picture_places(plan.stretches), theme)
    words = PosterWriter(plan, library, locale, located.country, artworks).write()
    margin = max(MARGIN, free_margin(request.margin, request.printer))
    sheets = with_hyphens(
        lambda soften: layout_poster(soften(words), paper, theme, margin), locale.hyphenation
    )
    routine = plan.record.value
    title, subject = locale.say("poster-title", name=routine.name), locale.say("subject-poster")
    date, to_left = request.built or routine.reviewed.date, locale.is_right_to_left
    about = About(title, subject, locale.language, date, to_left=to_left)
    count = counted(len(sheets.pages), "page")
    facts = (count, paper.name, f"body {sheets.body:g} pt", counted(len(words.moves), "move"))
    told = picture_warnings(plan.stretches, artworks)
    warnings = (*located.warnings, *cut_warnings(plan, (), library), *told)
    document = printed(Document(sheets.pages, about), request.printer)
    return LaidOut((document,), facts, warnings, FileForm(request.standards, theme.second_ink))


def problems(request: PosterRequest, library: Library) -> Iterable[Problem]:
    """Return what is wrong with the moves of a poster."""
    there = request.programme or request.routine in library.routines
    return gathered(lambda: _plan(request, library)) if there else ()


def _plan(request: PosterRequest, library: Library) -> Plan:
    """Return the routine as people with the conditions do it. Raises InvalidDataError."""
    record = routine_of(request.programme or request.routine, library)
    return moves_of(record, library, conditions=request.conditions)


KIND = DocumentKind(
    name="poster",
    lay_out=lay_out,
    problems=problems,
    about="""Pictures of 9 cm at least, names, doses, one line to remember, and the danger signs.
    ROUTINE is an id from `cardgen list`; post-run when left out. The paper lies on its side if
    that takes larger type. Where one sheet has no room for all moves, it makes more, each with all
    the danger signs, and says so.

    \b
    Examples:
      cardgen poster
      cardgen poster core-1 --paper a2
      cardgen poster gym-bag --paper tabloid --theme ink
    """,
    request=PosterRequest,
    argument="routine",
    metavar="[ROUTINE]",
    file_name=lambda request: f"{named_by(request.programme or request.routine)}-poster",
    in_batches=False,
)
