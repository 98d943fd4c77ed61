"""What a person should know of the pictures of a document, whatever its kind."""

from collections.abc import Iterable

from cardgen.artwork.faults import Note
from cardgen.artwork.sharpness import coarse_notes
from cardgen.compose.moves import picture_places
from cardgen.errors import Problem
from cardgen.layout.components.header import logo_width
from cardgen.library.pictures import load_pictures, noted
from cardgen.model.design import Theme
from cardgen.model.letterhead import Letterhead
from cardgen.model.library import Record
from cardgen.model.picture import Artwork
from cardgen.model.stretch import Stretch


def picture_warnings(
    records: Iterable[Record[Stretch]],
    theme: Theme,
    letterhead: Record[Letterhead] | None = None,
) -> tuple[Problem, ...]:
    """Return what to know of the pictures of moves, and of a logo, in the tones of a theme.

    Raises InvalidDataError for a picture that cannot be printed.
    """
    places = picture_places(records, letterhead)
    artworks = load_pictures(places, theme)
    found = [noted(places[file], note) for file in places for note in artworks[file].notes]
    if letterhead and (logo := letterhead.value.logo):
        file = letterhead.root / logo
        found += [noted(places[file], note) for note in logo_notes(artworks[file])]
    return tuple(found)


def logo_notes(logo: Artwork) -> list[Note]:
    """Return what to know of a logo at the size at which it prints."""
    pixels = logo.natural_pixels
    return coarse_notes(pixels, logo_width(logo.aspect), "as a logo") if pixels else []
