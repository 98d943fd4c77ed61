"""A picture that has been read and found whole."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True, eq=False)
class Artwork:
    """The content of a picture file, with its natural size in its own units.

    `content` is a ReportLab drawing for an SVG, or an RGB image of Pillow's, stripped of
    everything but its pixels.
    """

    file: Path
    width: float
    height: float
    content: Any
    unit: float = 0
    """In one of cardgen's own drawings, the points in a unit of its line weights; else 0."""

    @property
    def aspect(self) -> float:
        """Return width divided by height."""
        return self.width / self.height
