"""A picture that has been read and found whole."""

from dataclasses import dataclass, field
from typing import Any


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
    """A ReportLab drawing for vectors, or an RGB image of Pillow's with nothing but its pixels."""
    is_vector: bool = True
    unit: float = 0
    """In one of cardgen's own drawings, the points in a unit of its line weights; else 0."""

    @property
    def aspect(self) -> float:
        """Return width divided by height."""
        return self.width / self.height
