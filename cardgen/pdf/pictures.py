"""Pictures to objects that pages draw: drawings of lines as forms, all others as images."""

from functools import lru_cache
from math import ceil
from typing import TYPE_CHECKING

from cardgen.model.design import MM
from cardgen.model.drawing import short, weighed
from cardgen.model.page import Picture
from cardgen.model.picture import Artwork
from cardgen.pdf.colour import PROCESS, Inks
from cardgen.pdf.colour_spaces import ColourSpaces
from cardgen.pdf.deflate import compressed
from cardgen.pdf.objects import Objects, rectangle

if TYPE_CHECKING:
    from cardgen.pdf.images import EncodedImage

_WIDE = " w"
"""The operator that sets the width of lines."""
_INCH = 72.0
_STEP = 32
"""Images are so many pixels wide, or a multiple, so that prints of nearly one size share them."""


def print_width(picture: Picture) -> float:
    """Return the width in mm, to half a millimetre, that a picture's lines are drawn for.

    0 for a picture whose lines are not ours to weigh.
    """
    art = picture.artwork
    return round(2 * picture.width / MM) / 2 if art.is_vector and art.unit else 0


def add_picture(
    objects: Objects, art: Artwork, width: float, printed: float, spaces: ColourSpaces
) -> int:
    """Add the XObject of a picture, and return its number.

    The lines of a drawing are as heavy as suits a print `width` mm wide; where that is 0, as in
    its file. `printed` is the width in points of the largest print of it: pixels are as fine as
    that needs.
    """
    if art.is_vector:
        entries, content = drawing_stream(art, width, spaces.inks)
        return objects.stream(entries + spaces.resources, content)
    pixels = _STEP * ceil(printed / _INCH * art.content.dots / _STEP)
    image = _image(art, pixels)
    entries = image.entries
    if image.mask:
        entries += f"/SMask {objects.stream(*image.mask)} 0 R"
    return objects.stream(entries, image.content)


@lru_cache(maxsize=128)
def _image(art: Artwork, width: int) -> "EncodedImage":
    """Return a picture at most `width` pixels wide, as few bytes as it takes."""
    from cardgen.pdf.images import encoded, smallest

    return smallest(encoded(art.content.pixels(width)), art.content.jpeg, width)


@lru_cache(maxsize=256)
def drawing_stream(art: Artwork, width: float, inks: Inks = PROCESS) -> tuple[str, bytes]:
    """Return a drawing as a form: the entries of its dictionary, and its content, packed."""
    # What a drawing has outside its own frame does not show: the box clips it.
    box = rectangle((0, 0, art.width, art.height))
    content = compressed(_vectors(art, width, inks))
    return f"/Subtype/Form/BBox{box}/Filter/FlateDecode", content


def _vectors(art: Artwork, width: float, inks: Inks) -> bytes:
    """Return a drawing with its lines as heavy as suits a print `width` mm wide."""
    lines = [inks.line(line) for line in art.content]
    if width:
        units_per_mm = art.width / art.unit / width
        lines = [
            f"{short(weighed(float(line[: -len(_WIDE)]), width, units_per_mm))}{_WIDE}"
            if line.endswith(_WIDE)
            else line
            for line in lines
        ]
    return "\n".join((*lines, "")).encode()
