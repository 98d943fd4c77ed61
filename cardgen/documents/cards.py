"""Pocket cards of one routine, or of some stretches.

What makes them is imported when it is needed, so that a help text loads little.
"""

import datetime
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, ClassVar, Protocol, Self

from pydantic import BeforeValidator, Field, model_validator

from cardgen.documents.kind import DocumentKind, named_after
from cardgen.documents.programme import Programme, ProgrammeField, named_by, routine_of
from cardgen.documents.request import (
    MOVES,
    PAGE,
    BuiltField,
    ConditionsField,
    CountryField,
    DatedCardField,
    HomeField,
    Id,
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
from cardgen.errors import Problem, gathered
from cardgen.kinds import ORIGINAL
from cardgen.model.asked import Asked
from cardgen.model.design import MM
from cardgen.model.findings import ValuesClashError
from cardgen.model.library import Record
from cardgen.model.printing import SELDOM_REACHED, Printing, SheetOptions
from cardgen.model.request import DEFAULT_DECK, as_tuple
from cardgen.model.standards import FileForm, Standards
from cardgen.words import counted

if TYPE_CHECKING:
    from cardgen.compose.deck import Chosen
    from cardgen.documents.laid_out import LaidOut
    from cardgen.library.data import Design
    from cardgen.model.country import Country
    from cardgen.model.deck import Deck
    from cardgen.model.design import CardSize, Paper, Theme
    from cardgen.model.library import Library

TargetsField = Annotated[
    tuple[Id, ...],
    BeforeValidator(as_tuple),
    Field(min_length=1, description="A routine, or the stretches to make cards of."),
    Asked(name="Routine, or stretches", group=MOVES, aliases=("routine",), option=False),
]


class CardsRequest(Request):
    """Cards of one routine, or of some stretches."""

    kind: ClassVar = "cards"
    first: ClassVar = ("targets", "size", "paper")

    targets: TargetsField = (DEFAULT_DECK,)
    programme: ProgrammeField = None
    size: Annotated[Id, Asked(name="Size", group=PAGE, metavar="SIZE", ids="sizes")] = "id-1"
    """An id from `cardgen list sizes`, or measures: 70x100mm. id-1 is a bank card."""
    paper: PaperField = "letter"
    sheet: Annotated[
        Id | None, Asked(name="Maker's sheet", group=PAGE, metavar="SHEET", ids="sheets")
    ] = None
    """A maker's sheet, from `cardgen list sheets`; it has its own size and paper."""
    theme: ThemeField = "colour"
    pairing: PairingField = "plain"
    language: LanguageField = ORIGINAL
    allow_mixed: MixedField = False
    country: CountryField = None
    home: HomeField = None
    skip: Annotated[
        Ids, Asked(name="Cards left out", group=MOVES, metavar="STRETCH", ids="stretches")
    ] = ()
    """Leave a card out; also `cover`."""
    conditions: ConditionsField = ()
    url: WebField = None
    date: DatedCardField = None
    options: SheetOptions = SheetOptions()
    margin: MarginField = None
    printer: PrinterField = None
    standards: Standards = Standards()
    built: BuiltField = None

    @model_validator(mode="after")
    def _go_together(self) -> Self:
        for name in ("printer", "margin"):
            if getattr(self, name) and self.options.single:
                message = f"`{name}` and `single` do not go together"
                raise ValuesClashError(message, "Leave out one", name)
        if self.sheet:
            for name in ("size", "paper"):
                if name in self.model_fields_set:
                    message = f"`sheet` has its own size and paper: leave out `{name}`"
                    raise ValuesClashError(message, "Name either of the two", "sheet")
            if self.margin:
                message = "`sheet` and `margin` do not go together: cards have their place"
                raise ValuesClashError(message, "Leave out one of the two", "sheet")
            for name in ("fold", "single"):
                if getattr(self.options, name):
                    message = f"`sheet` and `{name}` do not go together: cards have their place"
                    raise ValuesClashError(message, "Leave out one of the two", "sheet")
        return self


class DeckRequest(Protocol):
    """What is asked for of cards and of a booklet alike: the words of a deck."""

    @property
    def targets(self) -> tuple[str, ...]: ...  # noqa: D102 - as in the requests
    @property
    def programme(self) -> Record[Programme] | None: ...  # noqa: D102
    @property
    def skip(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def conditions(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def country(self) -> str | None: ...  # noqa: D102
    @property
    def home(self) -> str | None: ...  # noqa: D102
    @property
    def url(self) -> str | None: ...  # noqa: D102
    @property
    def date(self) -> datetime.date | None: ...  # noqa: D102
    @property
    def built(self) -> datetime.date | None: ...  # noqa: D102


def problems(request: DeckRequest, library: "Library") -> Iterable[Problem]:
    """Return what is wrong with the moves that a deck is to have."""
    return gathered(lambda: _chosen(request, library))


def _chosen(request: DeckRequest, library: "Library") -> "Chosen":
    """Return the moves of a deck. Raises InvalidDataError."""
    from cardgen.compose.deck import chosen

    own = routine_of(request.programme, library) if request.programme else None
    return chosen(library, request.targets, request.skip, request.conditions, own)


def lay_out(request: CardsRequest, library: "Library") -> "LaidOut":
    """Return the cards: in one document, or fronts and backs in two. Raises CardgenError."""
    from cardgen.compose.hints import print_hints
    from cardgen.documents.countries import country_of
    from cardgen.documents.laid_out import LaidOut
    from cardgen.layout.cards.deck import layout_cards
    from cardgen.layout.fitting.hyphens import with_hyphens
    from cardgen.library.data import design_of

    design = design_of(request, library)
    locale = design.locale
    size, printing = _printing(request, library, design.paper)
    located = country_of(request, library, printing.paper)
    deck = write_deck(request, library, design, located.country)
    hints = print_hints(request.options, locale)
    fitted = with_hyphens(
        lambda soften: layout_cards(soften(deck), size, printing, hints, design.theme),
        locale.hyphenation,
    )
    facts = (
        counted(sum(len(document.pages) for document in fitted.documents), "page"),
        "a page for each face" if request.options.single else printing.paper.name,
        counted(fitted.cards, "card"),
        size.name,
        f"body {fitted.body:g} pt",
        *within_reach(fitted.low),
    )
    warnings = (*located.warnings, *deck_warnings(request, library, design.theme))
    form = FileForm(request.standards, design.theme.second_ink)
    return LaidOut(fitted.documents, facts, warnings, form)


def within_reach(low: float | None) -> tuple[str, ...]:
    """Return what to tell of a page that needs more than some printers reach.

    `low` is how near the lower edge it prints, in points; None for a page that is cut there.
    """
    if low is None or low >= SELDOM_REACHED:
        return ()
    return (f"down to {low / MM:.1f} mm from the edge, where some printers stop at 12.7",)


def write_deck(
    request: DeckRequest, library: "Library", design: "Design", country: "Country"
) -> "Deck":
    """Return the words of a deck for a country. Raises InvalidDataError."""
    from cardgen.compose.deck import DeckWriter
    from cardgen.compose.moves import picture_places
    from cardgen.library.pictures import load_pictures

    named = _chosen(request, library)
    writer = DeckWriter(
        chosen=named,
        library=library,
        locale=design.locale,
        country=country,
        artworks=load_pictures(picture_places(named.records), design.theme),
        skip=request.skip,
        url=request.url,
        made=request.date or request.built,
    )
    return writer.write()


def deck_warnings(request: DeckRequest, library: "Library", theme: "Theme") -> tuple[Problem, ...]:
    """Return what to know of the pictures and the doses of a deck. Raises CardgenError."""
    from cardgen.compose.cuts import cut_warnings
    from cardgen.compose.moves import picture_places
    from cardgen.documents.pictures import picture_warnings
    from cardgen.library.pictures import load_pictures

    deck = _chosen(request, library)
    cut = cut_warnings(deck.plan, (), library)
    artworks = load_pictures(picture_places(deck.records), theme)
    return (*cut, *picture_warnings(deck.records, artworks))


def deck_name(request: DeckRequest) -> str:
    """Return what the name of a file starts with that is made of a deck."""
    own = request.programme
    return named_after((named_by(own),) if own else request.targets)


def _printing(
    request: CardsRequest, library: "Library", paper: "Paper"
) -> "tuple[CardSize, Printing]":
    from cardgen.library.sizes import find_sheet, find_size

    sheet, paper = find_sheet(request.sheet, library) if request.sheet else (None, paper)
    margin = free_margin(request.margin, request.printer)
    printing = Printing(paper, request.options, sheet, margin)
    if printer := request.printer:
        printing = replace(printing, front=printer.front, back=printer.back)
    return sheet or find_size(request.size, library), printing


KIND = DocumentKind(
    name="cards",
    about="""Fronts and backs are on facing sides of each sheet: print on both sides, at 100 %, and
    flip on the long edge. A cover and a safety card are among them.

    \b
    Examples:
      cardgen cards
      cardgen cards post-run --size poker --theme ink
      cardgen cards --sheet avery-5371 --start-at 4
      cardgen cards post-run --size index-3x5 --split-sides
      cardgen cards cat-cow pelvic-tilt --page a4 --fold
      cardgen cards --size a6 --bleed 3mm --one-per-page
    """,
    request=CardsRequest,
    lay_out=lay_out,
    problems=problems,
    argument="targets",
    metavar="[ROUTINE | STRETCH...]",
    file_name=lambda request: f"{deck_name(request)}-cards",
)
