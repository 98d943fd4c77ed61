"""A picture that has been read and found whole."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

ENDINGS = (
    *("svg", "svgz", "png", "apng", "jpg", "jpeg", "jfif", "jpe", "mpo", "webp", "avif"),
    *("heic", "heif", "hif", "tif", "tiff", "gif", "bmp", "jp2", "j2k", "jpx", "ppm", "pgm"),
    *("ico", "tga", "psd", "pcx", "qoi", "dds", "icns"),
)
"""How names of pictures end; what a file holds is what it is read as."""
NAMED = rf"\.({'|'.join((*ENDINGS, *map(str.upper, ENDINGS)))})$"
"""The pattern of that."""


class PictureNote(Protocol):
    """What a person should know of a picture that prints."""

    @property
    def kind(self) -> str:
        """Return "light" for what can hardly be seen, "coarse" for what is not sharp, or "file"."""

    @property
    def message(self) -> str:
        """Return what it is, after the name of the file and a colon."""

    @property
    def remedy(self) -> str:
        """Return what to do about it."""


@dataclass(frozen=True, slots=True)
class Artwork:
    """The content of a picture file, with its natural size in its own units.

    Two are equal where they come from the same bytes, in the same tones.
    """

    digest: str
    """Of the bytes of the file, and of the tones that it was read in."""
    width: float
    height: float
    content: Any = field(compare=False, repr=False)
    """The operators of vectors, in points, one a line; or what gives pixels of any width."""
    is_vector: bool = True
    unit: float = 0
    """In one of cardgen's own drawings, the points in a unit of its line weights; else 0."""

    notes: Sequence[PictureNote] = field(default=(), compare=False, repr=False)

    @property
    def natural_pixels(self) -> int:
        """Return how many pixels wide its file is; 0 for what is as sharp as it is drawn."""
        return 0 if self.is_vector else self.content.natural

    @property
    def aspect(self) -> float:
        """Return width divided by height."""
        return self.width / self.height
