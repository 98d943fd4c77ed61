"""What a person should know of the pictures of a document, whatever its kind."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from cardgen.artwork.faults import Note
from cardgen.artwork.sharpness import coarse_notes
from cardgen.compose.moves import picture_places
from cardgen.errors import Problem
from cardgen.layout.components.header import logo_width
from cardgen.library.pictures import noted
from cardgen.model.letterhead import Letterhead
from cardgen.model.library import Record
from cardgen.model.picture import Artwork
from cardgen.model.stretch import Stretch


def picture_warnings(
    records: Iterable[Record[Stretch]],
    artworks: Mapping[Path, Artwork],
    letterhead: Record[Letterhead] | None = None,
) -> tuple[Problem, ...]:
    """Return what to know of the pictures of moves, and of a logo, as they were read."""
    told = [(file, note) for file, artwork in artworks.items() for note in artwork.notes]
    if letterhead and (logo := letterhead.value.logo):
        file = letterhead.root / logo
        told += [(file, note) for note in logo_notes(artworks[file])]
    places = picture_places(records, letterhead) if told else {}
    return tuple(noted(places[file], note) for file, note in told)


def logo_notes(logo: Artwork) -> list[Note]:
    """Return what to know of a logo at the size at which it prints."""
    pixels = logo.natural_pixels
    return coarse_notes(pixels, logo_width(logo.aspect), "as a logo") if pixels else []
