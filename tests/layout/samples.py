"""The documents that cardgen makes of its own library, laid out once for all tests."""

from dataclasses import dataclass, replace
from functools import cache

from merged import content_with, pages_with

from cardgen.compose.booklet import as_booklet
from cardgen.documents import booklet as booklets
from cardgen.documents import cards, handout
from cardgen.documents.booklet import BookletRequest
from cardgen.documents.cards import CardsRequest
from cardgen.documents.countries import country_of
from cardgen.documents.handout_request import HandoutRequest
from cardgen.files import read_library
from cardgen.library.data import design_of, find_theme, load_locale
from cardgen.library.sizes import find_paper, find_sheet, find_size
from cardgen.model.arrangement import Layout, Sides
from cardgen.model.deck import Deck
from cardgen.model.design import CardSize, Paper
from cardgen.model.document import Document
from cardgen.model.handout import Handout
from cardgen.model.library import Library
from cardgen.model.printing import Printing, SheetOptions
from cardgen.paths import built_in


def _filmed(library: Library) -> Library:
    """Return the library with a film of each stretch, for QR codes to lead to."""
    filmed = {
        id_: replace(
            record, value=record.value.model_copy(update={"video": f"https://films.example/{id_}"})
        )
        for id_, record in library.stretches.items()
    }
    return replace(library, stretches=filmed)


LIBRARY = _filmed(read_library(built_in()))
PAPERS = ("a4", "letter")
"""The papers of a home printer."""
SIZES = tuple(LIBRARY.sizes)
SHEETS = tuple(LIBRARY.sheets)
ROUTINES = tuple(LIBRARY.routines)
# A scan that found nothing would make tests that cannot fail.
assert set(LIBRARY.papers) >= set(PAPERS)
assert len(SIZES) >= 10
assert len(SHEETS) >= 12
assert len(ROUTINES) >= 6

LOCALE = load_locale("en")
THEME = find_theme("colour", "plain", LIBRARY)


@dataclass(frozen=True, eq=False)
class Sample:
    """A document with the words of one person in it, what it says, and its facts."""

    content: Handout | Deck
    document: Document
    facts: tuple[str, ...]
    sides: Sides = Sides()  # noqa: RUF009 - a value
    layout: Layout = "grid"

    @property
    def body(self) -> float:
        """Return the size of its type in points, as it is told to people."""
        (size,) = (fact for fact in map(str, self.facts) if fact.startswith("body "))
        return float(size.split()[1])


@cache
def handout_of(request: HandoutRequest, library: Library = LIBRARY) -> Sample:
    """Return a handout."""
    shared, words, *_ = handout.split(request, library)
    made = handout.lay_out(shared, library)
    fitted = handout.fitted(shared, handout.writer_of(shared, library))
    pages = pages_with(fitted.document, words)
    content = content_with(fitted.content, words)
    document = replace(fitted.document, pages=pages)
    return Sample(content, document, made.facts, fitted.sides, fitted.layout)


@cache
def deck_of(request: CardsRequest, library: Library = LIBRARY) -> Sample:
    """Return a deck of cards; its fronts alone, where the sides are in two documents."""
    made = cards.lay_out(request, library)
    return Sample(_words_of(request, library), made.documents[0], made.facts)


@cache
def booklet_of(request: BookletRequest, library: Library = LIBRARY) -> Sample:
    """Return a booklet."""
    made = booklets.lay_out(request, library)
    deck = as_booklet(_words_of(request, library), LOCALE)
    return Sample(deck, made.documents[0], made.facts)


def _words_of(request: CardsRequest | BookletRequest, library: Library) -> Deck:
    design = design_of(request, library)
    paper = printing_of(request).paper if isinstance(request, CardsRequest) else design.paper
    country = country_of(request, library, paper).country
    return cards.write_deck(request, library, design, country)


def library_with(id_: str, library: Library = LIBRARY, /, **fields: object) -> Library:
    """Return a library with other fields of a stretch, which nobody has checked."""
    record = library.stretches[id_]
    changed = replace(record, value=record.value.model_copy(update=fields))
    return replace(library, stretches={**library.stretches, id_: changed})


def paper_of(name: str) -> Paper:
    """Return a paper by its id."""
    return find_paper(name, LIBRARY)


def printing_of(request: CardsRequest, **options: object) -> Printing:
    """Return the paper of a request, printed on with some options."""
    if request.sheet:
        sheet, paper = find_sheet(request.sheet, LIBRARY)
        return Printing(paper, SheetOptions(**options), sheet)
    return Printing(paper_of(request.paper), SheetOptions(**options))


def size_of(request: CardsRequest) -> CardSize:
    """Return the size of the cards that are asked for."""
    if request.sheet:
        return find_sheet(request.sheet, LIBRARY)[0]
    return find_size(request.size, LIBRARY)
