"""Drawings that print as pixels: what vectors cannot show exactly, or what tones would merge."""

from dataclasses import dataclass, field

from PIL import Image

from cardgen.artwork.resvg import rendered
from cardgen.artwork.tones import Tones, toned_drawing

DOTS, SHARP = 350, 600
"""Dots an inch of a print: in greys or colours, and of pure black, which have no soft edges."""
MOST_PIXELS = 5000


@dataclass(frozen=True, slots=True)
class Rendering:
    """An SVG as resvg draws it, in the tones of a theme."""

    svg: str = field(repr=False)
    aspect: float
    """Width divided by height."""
    tones: Tones
    level: int
    """What is darker is black in ink."""
    jpeg: None = None
    natural: int = 0
    """It has as many pixels as are asked for."""

    @property
    def dots(self) -> int:
        """Return how many dots an inch it prints with."""
        return SHARP if self.tones == "black" else DOTS

    def pixels(self, width: int) -> Image.Image:
        """Return it `width` pixels wide, in its tones."""
        longest = MOST_PIXELS * min(1.0, self.aspect)
        image = rendered(self.svg, max(1, round(min(width, longest))))
        return toned_drawing(image, self.tones, self.level)
