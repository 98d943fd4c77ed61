"""The documents that cardgen makes of its own library, laid out once for all tests."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from cardgen.choose.deck import choose_deck
from cardgen.choose.handout import choose_handout
from cardgen.layout.cards import layout_cards
from cardgen.layout.handout import layout_handout
from cardgen.load.data import load_locale, load_paper, load_size, load_theme
from cardgen.load.library import load_library
from cardgen.load.pictures import load_pictures
from cardgen.model.arrangement import Layout
from cardgen.model.content import Deck, Handout, Shown
from cardgen.model.document import Document
from cardgen.model.page import Face
from cardgen.model.picture import Artwork
from cardgen.model.request import CardsRequest, HandoutRequest
from cardgen.paths import built_in, data_ids, roots
from cardgen.render.fonts import glyphs, text_width

PAPERS = data_ids("papers")
SIZES = data_ids("sizes")
ROUTINES = sorted(path.stem for path in (built_in() / "routines").glob("*.yaml"))
# A scan that found nothing would make tests that cannot fail.
assert len(PAPERS) >= 2
assert len(SIZES) >= 4
assert len(ROUTINES) >= 6

LOCALE = load_locale("en")
THEME = load_theme("colour")


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


def _artwork(pictures: Iterable[Shown]) -> dict[Path, Artwork]:
    return {shown.file: _picture(shown) for shown in pictures}


@cache
def _picture(shown: Shown) -> Artwork:
    return load_pictures([shown], THEME)[shown.file]


@cache
def handout(request: HandoutRequest) -> Sample:
    """Return a handout that is laid out once; a request with a letterhead cannot be."""
    return laid_out(request)


def laid_out(request: HandoutRequest) -> Sample:
    content = choose_handout(library(), request, LOCALE)
    measure = TrueMeasure(_artwork(content.pictures))
    paper = load_paper(request.paper)
    fitted = layout_handout(content, paper, THEME, measure, request.arrangement)
    return Sample(content, fitted.document, measure, fitted.layout)


@cache
def deck(request: CardsRequest) -> Sample:
    content = choose_deck(library(), request, LOCALE)
    measure = TrueMeasure(_artwork(content.pictures))
    size, paper = load_size(request.size), load_paper(request.paper)
    fitted = layout_cards(content, size, paper, THEME, measure)
    return Sample(content, fitted.document, measure)
