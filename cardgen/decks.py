"""Decks of cards and booklets: from what is asked for to documents that can be drawn."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from cardgen.choose.booklet import booklet_deck, booklet_words
from cardgen.choose.deck import choose_deck
from cardgen.choose.hints import print_hints
from cardgen.layout.booklet.fit import layout_booklet
from cardgen.layout.cards import layout_cards
from cardgen.layout.measure import Measure
from cardgen.load.data import load_locale, load_paper, load_theme
from cardgen.load.measures import find_sheet, find_size
from cardgen.model.content import Shown
from cardgen.model.design import CardSize, Theme
from cardgen.model.document import Document
from cardgen.model.library import Library
from cardgen.model.picture import Artwork
from cardgen.model.printing import Printing
from cardgen.model.request import CardsRequest

Pictures = Callable[[Sequence[Shown], Theme], Mapping[Path, Artwork]]
"""Reads pictures in the tones of a theme, and lets the measure know their shapes."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What decks are made with: definitions, a person's folder, pictures and measures."""

    library: Library
    folder: Path
    pictures: Pictures
    measure: Measure


@dataclass(frozen=True, slots=True)
class LaidOut:
    """Documents with their pictures, and what is in them, in words."""

    documents: tuple[Document, ...]
    artwork: Mapping[Path, Artwork]
    facts: tuple[str, ...]


def lay_out_cards(request: CardsRequest, desk: Desk) -> LaidOut:
    """Return the cards that are asked for: in one document, or fronts and backs in two.

    Raises CardgenError.
    """
    locale, theme = load_locale("en"), load_theme(request.theme, request.pairing)
    size, printing = _printing(request, desk.folder)
    deck = choose_deck(desk.library, request, locale)
    artwork = desk.pictures(deck.pictures, theme)
    hints = print_hints(request.options, locale)
    fitted = layout_cards(deck, size, printing, hints, theme, desk.measure)
    facts = (
        locale.count("page", sum(len(document.pages) for document in fitted.documents)),
        "a page for each face" if request.options.single else printing.paper.name,
        locale.count("card", fitted.cards),
        size.name,
        f"body {fitted.body:g} pt",
    )
    return LaidOut(fitted.documents, artwork, facts)


def _printing(request: CardsRequest, folder: Path) -> tuple[CardSize, Printing]:
    sheet, paper = (
        find_sheet(request.sheet, folder) if request.sheet else (None, load_paper(request.paper))
    )
    printing = Printing(paper, request.options, sheet)
    if printer := request.printer:
        printing = replace(printing, margin=printer.margin, front=printer.front, back=printer.back)
    return sheet or find_size(request.size, folder), printing


def lay_out_booklet(request: CardsRequest, desk: Desk) -> LaidOut:
    """Return the booklet that is asked for. Raises CardgenError."""
    locale, paper = load_locale("en"), load_paper(request.paper)
    theme = load_theme(request.theme, request.pairing)
    deck = booklet_deck(desk.library, request, locale)
    artwork = desk.pictures(deck.pictures, theme)
    fitted = layout_booklet(deck, booklet_words(locale), paper, theme, desk.measure)
    moves = locale.count("move", len(deck.moves))
    facts = ("8 pages on one sheet", paper.name, moves, f"body {fitted.body:g} pt")
    return LaidOut((fitted.document,), artwork, facts)
