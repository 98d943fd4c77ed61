"""The pictures that rules look at, as they print in each theme."""

from collections.abc import Iterator
from pathlib import Path

from cardgen.compose.moves import picture_places
from cardgen.documents.pictures import logo_notes
from cardgen.errors import InvalidDataError, Problem
from cardgen.library.data import load_theme
from cardgen.library.pictures import load_pictures, noted
from cardgen.lint.context import LintContext
from cardgen.model.library import Record
from cardgen.model.origin import Origin
from cardgen.model.picture import Artwork
from cardgen.model.stretch import Stretch

_THEMES = ("colour", "grey", "ink")
"""One of each tones."""


def pixel_pictures(stretch: Record[Stretch]) -> Iterator[int]:
    """Yield the places of the pictures of a stretch that print as pixels, from 0 on."""
    for i, picture in enumerate(stretch.value.illustrations):
        file = stretch.root / "images" / picture.file
        artwork = _artwork(file, stretch.origin("illustrations", i, "file"), "colour")
        if artwork and not artwork.is_vector:
            yield i


def picture_notes(subject: LintContext, *kinds: str) -> Iterator[Problem]:
    """Yield what to know of pictures and logos in any theme, once, of these kinds of notes."""
    for file, origin in picture_places(subject.stretches).items():
        yield from _notes(file, origin, kinds)
    for letterhead in subject.letterheads:
        for file, origin in picture_places((), letterhead).items():
            yield from _notes(file, origin, kinds)
            artwork = _artwork(file, origin, "colour")
            for note in logo_notes(artwork) if artwork else ():
                if note.kind in kinds:
                    yield noted(origin, note)


def _notes(file: Path, origin: Origin, kinds: tuple[str, ...]) -> Iterator[Problem]:
    """Yield what to know of a file; what it says in colour holds in the other themes, too."""
    told: set[str] = set()
    for theme in _THEMES:
        artwork = _artwork(file, origin, theme)
        for note in artwork.notes if artwork else ():
            if note.kind in kinds and note.kind not in told:
                yield noted(origin, note)
        told |= {note.kind for note in (artwork.notes if artwork else ())}


def _artwork(file: Path, origin: Origin, theme: str) -> Artwork | None:
    """Return a picture in a theme; None for one that is told of as an error already."""
    try:
        return load_pictures({file: origin}, load_theme(theme))[file]
    except InvalidDataError:
        return None
