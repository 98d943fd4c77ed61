"""The documents that cardgen makes of its own library, laid out once for all tests."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from cardgen.choose.booklet import booklet_deck, booklet_words
from cardgen.choose.deck import choose_deck
from cardgen.choose.handout import choose_handout
from cardgen.choose.hints import print_hints
from cardgen.layout.booklet.fit import layout_booklet
from cardgen.layout.cards import FittedCards, layout_cards
from cardgen.layout.handout import layout_handout
from cardgen.load.data import load_locale, load_paper, load_theme
from cardgen.load.library import load_library
from cardgen.load.measures import find_sheet, find_size
from cardgen.load.pictures import load_pictures
from cardgen.model.arrangement import Layout
from cardgen.model.content import Handout, Shown
from cardgen.model.deck import Deck
from cardgen.model.design import CardSize
from cardgen.model.document import Document
from cardgen.model.page import Face
from cardgen.model.picture import Artwork
from cardgen.model.printing import Printing
from cardgen.model.request import CardsRequest, HandoutRequest
from cardgen.paths import built_in, data_ids, roots
from cardgen.printer import in_reading_order
from cardgen.render.fonts import glyphs, text_width

PAPERS = data_ids("papers")
SIZES = data_ids("sizes")
SHEETS = data_ids("sheets")
ROUTINES = sorted(path.stem for path in (built_in() / "routines").glob("*.yaml"))
# A scan that found nothing would make tests that cannot fail.
assert len(PAPERS) >= 2
assert len(SIZES) >= 10
assert len(SHEETS) >= 12
assert len(ROUTINES) >= 6

LOCALE = load_locale("en")
THEME = load_theme("colour")
NOWHERE = Path("no-such-folder")
"""A folder without definitions of a person's own."""


@dataclass(frozen=True, eq=False)
class TrueMeasure:
    """The measures of the typeface that is printed, and of pictures that were read."""

    artwork: Mapping[Path, Artwork]

    def width(self, text: str, face: Face, size: float) -> float:
        return text_width(text, face, size)

    def aspect(self, file: Path) -> float:
        return self.artwork[file].aspect


@dataclass(frozen=True)
class Sample:
    """A document, and what it was made of."""

    content: Handout | Deck
    document: Document
    measure: TrueMeasure
    layout: Layout | None = None


@cache
def library():
    return load_library(roots(built_in()), glyphs())


def artwork_of(pictures: Iterable[Shown]) -> dict[Path, Artwork]:
    return {shown.file: _picture(shown) for shown in pictures}


@cache
def _picture(shown: Shown) -> Artwork:
    return load_pictures([shown], THEME)[shown.file]


@cache
def handout(request: HandoutRequest) -> Sample:
    """Return a handout that is laid out once; a request with a letterhead cannot be."""
    return laid_out(request)


def laid_out(request: HandoutRequest) -> Sample:
    first = choose_handout(library(), request, LOCALE)
    measure = TrueMeasure(artwork_of(first.pictures))
    paper, theme = load_paper(request.paper), load_theme("colour", request.pairing)
    content, fitted = in_reading_order(
        first,
        lambda cited: choose_handout(library(), request, LOCALE, cited),
        lambda chosen: layout_handout(chosen, paper, theme, measure, request.arrangement),
    )
    return Sample(content, fitted.document, measure, fitted.layout)


@cache
def deck(request: CardsRequest) -> Sample:
    content = choose_deck(library(), request, LOCALE)
    measure = TrueMeasure(artwork_of(content.pictures))
    return Sample(content, fitted_cards(content, request, measure).documents[0], measure)


def booklet(request: CardsRequest) -> Sample:
    content = booklet_deck(library(), request, LOCALE)
    measure = TrueMeasure(artwork_of(content.pictures))
    paper = load_paper(request.paper)
    fitted = layout_booklet(content, booklet_words(LOCALE), paper, THEME, measure)
    return Sample(content, fitted.document, measure)


def fitted_cards(content: Deck, request: CardsRequest, measure) -> FittedCards:
    size, printing = printing_of(request)
    hints = print_hints(request.options, LOCALE)
    theme = load_theme("colour", request.pairing)
    return layout_cards(content, size, printing, hints, theme, measure)


def printing_of(request: CardsRequest) -> tuple[CardSize, Printing]:
    if request.sheet:
        sheet, paper = find_sheet(request.sheet, NOWHERE)
        return sheet, Printing(paper, request.options, sheet)
    paper = load_paper(request.paper)
    return find_size(request.size, NOWHERE), Printing(paper, request.options)
