"""Reads files of pixels."""

from cardgen.artwork.faults import Note
from cardgen.artwork.raster import read_raster
from cardgen.artwork.visibility import light_notes
from cardgen.model.design import Theme
from cardgen.model.picture import Artwork

_LOOKED_AT = 512
"""Pixels across at which a picture is looked at."""


def read_photo(content: bytes, ending: str, theme: Theme, digest: str) -> Artwork:
    """Return the picture in a file in the tones of a theme. Raises BrokenPictureError.

    `ending` is how the name of the file ends: ".jpg".
    """
    photo, notes, opened = read_raster(content)
    photo = photo.in_tones(theme.photos)
    if opened.endings and ending not in opened.endings:
        notes.append(
            wrong_ending(
                f"{_article(opened.format)} {opened.format} file", ending, opened.endings[0]
            )
        )
    # Dots of black are black, however few they are: what they stand for must be dark.
    looked_at = photo.in_tones("grey") if theme.photos == "black" else photo
    notes += light_notes(looked_at.pixels(_LOOKED_AT), theme.photos)
    width, height = photo.width, photo.height
    return Artwork(digest, width, height, photo, is_vector=False, notes=tuple(notes))


def _article(name: str) -> str:
    return "an" if name.startswith("A") else "a"


def wrong_ending(kind: str, ending: str, right: str) -> Note:
    """Return what is said of a file whose name tells another kind."""
    remedy = f"Rename it to end in {right}, so that other programs open it"
    return Note("file", f"it is {kind}, and its name ends in '{ending}'", remedy)
