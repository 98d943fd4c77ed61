"""The same moves as a booklet of eight small pages."""

from typing import TYPE_CHECKING, Annotated, ClassVar

from cardgen.documents.cards import (
    TargetsField,
    deck_name,
    deck_warnings,
    problems,
    within_reach,
    write_deck,
)
from cardgen.documents.kind import DocumentKind
from cardgen.documents.programme import ProgrammeField
from cardgen.documents.request import (
    MOVES,
    BuiltField,
    ConditionsField,
    CountryField,
    DatedCardField,
    HomeField,
    Ids,
    LanguageField,
    MarginField,
    MixedField,
    PairingField,
    PaperField,
    PrinterField,
    Request,
    ThemeField,
    WebField,
    free_margin,
)
from cardgen.kinds import ORIGINAL
from cardgen.model.asked import Asked
from cardgen.model.request import DEFAULT_DECK
from cardgen.model.standards import FileForm, Standards
from cardgen.words import counted

if TYPE_CHECKING:
    from cardgen.documents.laid_out import LaidOut
    from cardgen.model.library import Library


class BookletRequest(Request):
    """A booklet of one routine, or of some stretches: eight small pages from each sheet."""

    kind: ClassVar = "booklet"
    first: ClassVar = ("targets", "paper")

    targets: TargetsField = (DEFAULT_DECK,)
    programme: ProgrammeField = None
    paper: PaperField = "letter"
    theme: ThemeField = "colour"
    pairing: PairingField = "plain"
    language: LanguageField = ORIGINAL
    allow_mixed: MixedField = False
    country: CountryField = None
    home: HomeField = None
    skip: Annotated[
        Ids, Asked(name="Moves left out", group=MOVES, metavar="STRETCH", ids="stretches")
    ] = ()
    """Leave a move out."""
    conditions: ConditionsField = ()
    url: WebField = None
    margin: MarginField = None
    printer: PrinterField = None
    date: DatedCardField = None
    standards: Standards = Standards()
    built: BuiltField = None


def lay_out(request: BookletRequest, library: "Library") -> "LaidOut":
    """Return the booklet. Raises CardgenError."""
    from cardgen.compose.booklet import as_booklet, booklet_words
    from cardgen.documents.countries import country_of
    from cardgen.documents.laid_out import LaidOut, printed
    from cardgen.layout.booklet.fit import layout_booklet
    from cardgen.layout.fitting.hyphens import with_hyphens
    from cardgen.library.data import design_of

    design = design_of(request, library)
    locale, paper = design.locale, design.paper
    located = country_of(request, library, paper)
    deck = as_booklet(write_deck(request, library, design, located.country), locale)
    margin = free_margin(request.margin, request.printer)
    words, theme = booklet_words(locale), design.theme
    fitted = with_hyphens(
        lambda soften: layout_booklet(soften(deck), words, paper, theme, margin),
        locale.hyphenation,
    )
    moves = counted(len(deck.moves), "move")
    sheets = len(fitted.document.pages)
    pages = "8 pages on one sheet" if sheets == 1 else f"{sheets} booklets of 8 pages"
    facts = (pages, paper.name, moves, f"body {fitted.body:g} pt", *within_reach(fitted.low))
    warnings = (*located.warnings, *deck_warnings(request, library, design.theme))
    document = printed(fitted.document, request.printer)
    form = FileForm(request.standards, design.theme.second_ink)
    return LaidOut((document,), facts, warnings, form)


KIND = DocumentKind(
    name="booklet",
    about="""Print it on one side, at 100 %. Fold the sheet in half three times and open it. Cut the
    line in the middle. Fold it the long way, and push the ends together into a book. Four moves or
    more make several such books.

    \b
    Examples:
      cardgen booklet
      cardgen booklet post-run --page a4
      cardgen booklet core-1 --skip glute-bridge --theme ink
    """,
    request=BookletRequest,
    lay_out=lay_out,
    problems=problems,
    argument="targets",
    metavar="[ROUTINE | STRETCH...]",
    file_name=lambda request: f"{deck_name(request)}-booklet",
)
