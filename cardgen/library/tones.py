"""cardgen's own drawings in the colours of a theme, by the role of each colour."""

from typing import Any

from cardgen.library.data import load_theme
from cardgen.model.design import Theme
from cardgen.model.drawing import COLOURS, CREDIT, recoloured


def is_own(svg: str) -> bool:
    """Tell whether a drawing is cardgen's own, in the colours that it was baked in."""
    return CREDIT in svg and set(COLOURS.findall(svg)) <= set(_baked().values())


def in_theme(svg: str, theme: Theme) -> str:
    """Return one of cardgen's own drawings in the colours of a theme."""
    return recoloured(svg, _baked(), theme.drawing)


def _baked() -> Any:
    return load_theme("colour").drawing
