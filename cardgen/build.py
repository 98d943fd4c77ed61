"""The whole: load → choose → layout → render → write. Nothing else sees more than one stage."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from cardgen.choose.deck import choose_deck
from cardgen.choose.handout import choose_handout
from cardgen.errors import InvalidDataError, Problem
from cardgen.layout.cards import layout_cards
from cardgen.layout.handout import layout_handout
from cardgen.load.data import load_countries, load_locale, load_paper, load_size, load_theme
from cardgen.load.files import read_record
from cardgen.load.glyphs import checked_text
from cardgen.load.library import load_library
from cardgen.load.pictures import load_pictures
from cardgen.load.settings import read_settings
from cardgen.model.design import Theme
from cardgen.model.dose import DoseChange
from cardgen.model.letterhead import Letterhead
from cardgen.model.library import Library, Record
from cardgen.model.page import Face
from cardgen.model.picture import Artwork
from cardgen.model.request import CardsRequest, HandoutRequest
from cardgen.paths import roots
from cardgen.render.fonts import glyphs, text_width
from cardgen.render.pdf import render_pdf
from cardgen.write import write_whole


@dataclass(frozen=True, slots=True)
class Made:
    """A file that was written, and what is in it, in words."""

    path: Path
    facts: tuple[str, ...]
    warnings: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class _Measure:
    """Lends layout the measures of the typeface and of the pictures."""

    artwork: Mapping[Path, Artwork]

    def width(self, text: str, face: Face, size: float) -> float:
        return text_width(text, face, size)

    def aspect(self, file: Path) -> float:
        return self.artwork[file].aspect


def load_letterhead(path: Path) -> Record[Letterhead]:
    """Return the letterhead in a clinic file. Raises InvalidDataError."""
    record = read_record(path.resolve(), Letterhead, glyphs())
    countries = list(load_countries())
    if record.value.country not in countries:
        message = f"there are no emergency numbers for '{record.value.country}'"
        remedy = f"There is: {', '.join(countries)}"
        raise InvalidDataError([record.origin("country").problem(message, remedy)])
    return replace(record, root=path.resolve().parent)


def read_library(folder: Path) -> Library:
    """Return all definitions that a person in `folder` has: their own, and the built-in ones.

    Raises InvalidDataError with every problem in them.
    """
    return load_library(roots(folder), glyphs())


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
    fitted = layout_handout(handout, paper, theme, _Measure(artwork), request.arrangement)
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

    Raises CardgenError; nothing is written then.
    """
    locale, theme = load_locale("en"), load_theme(request.theme)
    paper, size = load_paper(request.paper), load_size(request.size)
    deck = choose_deck(load_library(roots(folder), glyphs()), request, locale)
    artwork = load_pictures(deck.pictures, theme)
    fitted = layout_cards(deck, size, paper, theme, _Measure(artwork))
    write_whole(output, render_pdf(fitted.document, artwork, archival=request.archival))
    return Made(
        output,
        (
            locale.count("page", len(fitted.document.pages)),
            paper.name,
            locale.count("card", fitted.cards),
            size.name,
            f"body {fitted.body:g} pt",
        ),
    )
