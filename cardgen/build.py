"""The whole: load → choose → layout → render → write. Nothing else sees more than one stage."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from cardgen.choose.booklet import booklet_deck, booklet_words
from cardgen.choose.deck import choose_deck
from cardgen.choose.handout import choose_handout
from cardgen.choose.hints import print_hints
from cardgen.errors import InvalidDataError, Problem
from cardgen.layout.booklet.fit import layout_booklet
from cardgen.layout.cards import layout_cards
from cardgen.layout.handout import layout_handout
from cardgen.load.data import load_countries, load_locale, load_paper, load_theme
from cardgen.load.files import read_record
from cardgen.load.glyphs import checked_text
from cardgen.load.library import load_library
from cardgen.load.measures import find_sheet, find_size
from cardgen.load.pictures import load_pictures
from cardgen.load.settings import read_settings
from cardgen.model.design import CardSize, Theme
from cardgen.model.dose import DoseChange
from cardgen.model.letterhead import Letterhead
from cardgen.model.library import Record
from cardgen.model.printing import Printing
from cardgen.model.request import CardsRequest, HandoutRequest
from cardgen.paths import roots
from cardgen.render.fonts import glyphs
from cardgen.render.measure import TrueMeasure
from cardgen.render.pdf import render_pdf
from cardgen.write import write_whole

SIDES = ("fronts", "backs")
"""What the names of two files end in."""


@dataclass(frozen=True, slots=True)
class Made:
    """A file that was written, and what is in it, in words."""

    path: Path
    facts: tuple[str, ...]
    warnings: tuple[Problem, ...] = ()
    others: tuple[Path, ...] = ()
    """What was written beside it."""


def load_letterhead(path: Path) -> Record[Letterhead]:
    """Return the letterhead in a clinic file. Raises InvalidDataError."""
    record = read_record(path.resolve(), Letterhead, glyphs())
    countries = list(load_countries())
    if record.value.country not in countries:
        message = f"there are no emergency numbers for '{record.value.country}'"
        remedy = f"There is: {', '.join(countries)}"
        raise InvalidDataError([record.origin("country").problem(message, remedy)])
    return replace(record, root=path.resolve().parent)


def personal_text(text: str | None, option: str) -> str | None:
    """Return the text of an option made fit to print, or None where it was not given.

    Raises InvalidDataError when it cannot be printed.
    """
    return None if text is None else checked_text(text, option, glyphs())


def dose_changes(settings: Sequence[str]) -> tuple[tuple[str, DoseChange], ...]:
    """Return what settings such as "figure-four.dose.hold=20" change. Raises InvalidDataError."""
    return read_settings(settings, glyphs())


def _theme(request: HandoutRequest) -> Theme:
    """Return the theme, where it is one of colours with the clinic's own."""
    theme = load_theme(request.theme)
    accent = request.letterhead.value.accent if request.letterhead else None
    if accent is None or theme.photos != "colour":
        return theme
    return theme.model_copy(update={"accent": accent})


def build_handout(request: HandoutRequest, output: Path, folder: Path) -> Made:
    """Write the handout that `request` asks for; `folder` may hold a person's own definitions.

    Raises CardgenError; nothing is written then.
    """
    locale, theme = load_locale("en"), _theme(request)
    paper = load_paper(request.paper)
    handout = choose_handout(load_library(roots(folder), glyphs()), request, locale)
    artwork = load_pictures(handout.pictures, theme)
    fitted = layout_handout(handout, paper, theme, TrueMeasure(artwork), request.arrangement)
    write_whole(output, render_pdf(fitted.document, artwork, archival=request.archival))
    return Made(
        output,
        (
            locale.count("page", len(fitted.document.pages)),
            paper.name,
            f"body {fitted.body:g} pt",
            locale.count("move", len(handout.moves)),
            locale.say("minutes", n=handout.minutes),
            locale.count("source", len(handout.references)),
        ),
        handout.warnings,
    )


def build_cards(request: CardsRequest, output: Path, folder: Path) -> Made:
    """Write the cards that `request` asks for; `folder` may hold a person's own definitions.

    Fronts and backs go into two files where that is asked for. Raises CardgenError; nothing is
    written then.
    """
    locale, theme = load_locale("en"), load_theme(request.theme)
    size, printing = _printing(request, folder)
    deck = choose_deck(load_library(roots(folder), glyphs()), request, locale)
    artwork = load_pictures(deck.pictures, theme)
    hints = print_hints(request.options, locale)
    fitted = layout_cards(deck, size, printing, hints, theme, TrueMeasure(artwork))
    contents = [
        render_pdf(document, artwork, archival=request.archival) for document in fitted.documents
    ]
    paths = [output] if len(contents) == 1 else [_named(output, side) for side in SIDES]
    for path, content in zip(paths, contents, strict=True):
        write_whole(path, content)
    return Made(
        paths[0],
        (
            locale.count("page", sum(len(document.pages) for document in fitted.documents)),
            "one card each" if request.options.single else printing.paper.name,
            locale.count("card", fitted.cards),
            size.name,
            f"body {fitted.body:g} pt",
        ),
        others=tuple(paths[1:]),
    )


def _printing(request: CardsRequest, folder: Path) -> tuple[CardSize, Printing]:
    sheet, paper = (
        find_sheet(request.sheet, folder) if request.sheet else (None, load_paper(request.paper))
    )
    printing = Printing(paper, request.options, sheet)
    if printer := request.printer:
        printing = replace(printing, margin=printer.margin, front=printer.front, back=printer.back)
    return sheet or find_size(request.size, folder), printing


def _named(output: Path, side: str) -> Path:
    return output.with_name(f"{output.stem}-{side}{output.suffix}")


def build_booklet(request: CardsRequest, output: Path, folder: Path) -> Made:
    """Write the booklet that `request` asks for; `folder` may hold a person's own definitions.

    Raises CardgenError; nothing is written then.
    """
    locale, theme, paper = load_locale("en"), load_theme(request.theme), load_paper(request.paper)
    deck = booklet_deck(load_library(roots(folder), glyphs()), request, locale)
    artwork = load_pictures(deck.pictures, theme)
    fitted = layout_booklet(deck, booklet_words(locale), paper, theme, TrueMeasure(artwork))
    write_whole(output, render_pdf(fitted.document, artwork, archival=request.archival))
    moves = locale.count("move", len(deck.moves))
    return Made(output, ("8 pages on one sheet", paper.name, moves, f"body {fitted.body:g} pt"))
