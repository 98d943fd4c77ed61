"""The colours that cardgen's own drawings were baked in, by their roles."""

from cardgen.library.data import load_theme
from cardgen.model.drawing import COLOURS, CREDIT, Palette


def is_own(svg: str) -> bool:
    """Tell whether a drawing is cardgen's own, in the colours that it was baked in."""
    return CREDIT in svg and set(COLOURS.findall(svg)) <= set(baked_palette().values())


def baked_palette() -> Palette:
    """Return the colour of each role in a drawing as it was baked."""
    return load_theme("colour").drawing
