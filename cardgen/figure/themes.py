"""Themes, applied to a finished drawing: its colours and its line weights are replaced.

A baked SVG has a fixed palette and fixed weights, one for each role. That makes a theme, a skin
tone and a print size three plain replacements on the SVG's text, which any renderer can use:

    styled(svg, theme="ink", width_mm=35)
"""

import re
from typing import Literal

from cardgen.figure.palette import COLOUR, SKINS
from cardgen.library.data import load_theme
from cardgen.model.drawing import recoloured, weighed

Theme = Literal["colour", "grey", "ink"]
Skin = Literal["light", "medium", "tan", "dark"]

_WIDTHS = re.compile(r'stroke-width="(\d+)"')
_BOX = re.compile(r'viewBox="(-?\d+) (-?\d+) (\d+) (\d+)"')


def styled(svg: str, theme: Theme = "colour", skin: Skin = "light", width_mm: float = 0) -> str:
    """Return a baked drawing in a theme, for a print `width_mm` wide (0: weights as baked)."""
    palette = dict(load_theme(theme).drawing)
    if theme == "colour":
        palette["skin"], palette["skin-far"] = SKINS[skin]
    svg = recoloured(svg, COLOUR, palette)
    return _weighed(svg, width_mm) if width_mm else svg


def _weighed(svg: str, width_mm: float) -> str:
    box = _BOX.search(svg)
    if box is None:
        raise ValueError("expected a drawing of cardgen's, with a viewBox of whole numbers")
    scale = int(box[3]) / width_mm
    return _WIDTHS.sub(lambda m: f'stroke-width="{weighed(int(m[1]), width_mm, scale):.2f}"', svg)
