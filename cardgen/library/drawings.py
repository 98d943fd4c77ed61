"""Reads SVG: cardgen's own drawings, and those of other people."""

from typing import Any

from PIL import Image

from cardgen.artwork.back_to_svg import Vectors
from cardgen.artwork.comparison import shows, small
from cardgen.artwork.faults import BrokenPictureError, Note
from cardgen.artwork.operators import vectors
from cardgen.artwork.rendering import Rendering
from cardgen.artwork.svg_file import SvgFile, read_svg, view_box
from cardgen.artwork.svg_plain import plain_svg
from cardgen.artwork.svg_text import text_notes
from cardgen.artwork.tones import (
    black_below,
    loses_edges,
    merges_colours,
    toned_drawing,
    toned_operators,
)
from cardgen.artwork.visibility import is_blank, light_notes
from cardgen.library.compiled import CompiledDrawing, with_roles
from cardgen.library.photos import wrong_ending
from cardgen.library.tones import baked_palette, is_own
from cardgen.model.design import Theme
from cardgen.model.picture import Artwork

_ENDINGS = (".svg", ".svgz")


def read_drawing(content: bytes, ending: str, theme: Theme, digest: str) -> Artwork:
    """Return the drawing in an SVG file in the tones of a theme. Raises BrokenPictureError.

    `ending` is how the name of the file ends: ".svg".
    """
    if own := _own(content, theme, digest):
        return own
    file = read_svg(content)
    notes = text_notes(file.root)
    if ending not in _ENDINGS:
        notes.append(wrong_ending("an SVG file", ending, _ENDINGS[0]))
    return _other(file, theme, digest, notes)


def is_exact(content: bytes) -> bool:
    """Tell whether the vectors of an SVG file show what resvg shows. Raises BrokenPictureError."""
    file = read_svg(content)
    return _exact(file, small(file.text, file.width, file.height)) is not None


def compiled(content: bytes) -> CompiledDrawing:
    """Return one of cardgen's own drawings as operators. Raises BrokenPictureError."""
    file = read_svg(content)
    drawn = vectors(file.root)
    box = view_box(file.root)
    unit = drawn.width / box[2] if box else 0.0
    lines = with_roles(drawn.operators, baked_palette())
    return CompiledDrawing(drawn.width, drawn.height, unit, lines)


def _own(content: bytes, theme: Theme, digest: str) -> Artwork | None:
    """Return a drawing in the manner of cardgen's own, or None for what is none.

    Those that come with cardgen are compiled; this one somebody has drawn, or changed by hand.
    """
    if is_own(content.decode(errors="replace")) and is_exact(content):
        return compiled(content).artwork(theme, digest)
    return None


def _other(file: SvgFile, theme: Theme, digest: str, notes: list[Note]) -> Artwork:
    """Return a drawing that is not ours, with notes on what will not be seen of it."""
    text, tones = file.text, theme.photos
    looked_at = small(text, file.width, file.height)
    if is_blank(looked_at):
        raise BrokenPictureError("it shows nothing")
    level = black_below(looked_at)
    shown = toned_drawing(looked_at, tones, level)
    told = (*notes, *light_notes(shown, tones))
    drawn = _exact(file, looked_at)
    if drawn and not (
        merges_colours(drawn.operators, tones, level) and loses_edges(looked_at, tones, level)
    ):
        kept = toned_operators(drawn.operators, tones, level)
        return Artwork(digest, drawn.width, drawn.height, kept, notes=told)
    content: Any = Rendering(text, file.width / file.height, tones, level)
    return Artwork(digest, file.width, file.height, content, is_vector=False, notes=told)


def _exact(file: SvgFile, looked_at: Image.Image) -> Vectors | None:
    """Return the vectors of a drawing where they show what `looked_at` does, or None."""
    plain = plain_svg(file)
    if plain is None:
        return None
    try:
        drawn = vectors(plain)
    except BrokenPictureError:
        return None
    return drawn if shows(drawn, looked_at) else None
