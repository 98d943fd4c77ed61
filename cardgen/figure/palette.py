"""Colours of a drawing: every role has one of its own in every drawing.

Drawings are baked in the colours of COLOUR, which is the drawing part of the colour theme in
cardgen/data/themes. As no two roles share a colour there, another theme is one replacement of
colours: see themes.py.
"""

from typing import Final

from cardgen.library.data import load_theme
from cardgen.model.drawing import Palette

COLOUR: Final[Palette] = load_theme("colour").drawing

SKINS: Final[dict[str, tuple[str, str]]] = {
    "light": ("#f2c9a9", "#f5d4bb"),
    "medium": ("#d9a074", "#e6c09f"),
    "tan": ("#b97a4e", "#d0a585"),
    "dark": ("#7d4f33", "#a98873"),
}
"""Skin tones, each near and far."""
