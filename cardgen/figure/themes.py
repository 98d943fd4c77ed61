"""Themes, applied to a finished drawing: its colours and its line weights are replaced.

A baked SVG has a fixed palette and fixed weights, one for each role. That makes a theme, a skin
tone and a print size three plain replacements on the SVG's text, which any renderer can use:

    styled(svg, theme="ink", width_mm=35)
"""

import re
from typing import Literal, get_args

from cardgen.figure.palette import COLOUR, PALETTES, SKINS, WEIGHTS

Theme = Literal["colour", "grey", "ink"]
Skin = Literal["light", "medium", "tan", "dark"]
THEMES: tuple[str, ...] = get_args(Theme)
SKIN_TONES: tuple[str, ...] = tuple(SKINS)

NARROWEST_MM, WIDEST_MM = 25.0, 90.0
FINEST_LINE_MM, BOLDEST_LINE_MM = 0.25, 0.60
_SHARES = {"outline": 1.0, "far": 0.85, "detail": 0.7, "fine": 0.6, "hatch": 0.65}
_COLOURS = re.compile(r"#[0-9a-f]{6}")
_WIDTHS = re.compile(r'stroke-width="(\d+)"')
_BOX = re.compile(r'viewBox="(-?\d+) (-?\d+) (\d+) (\d+)"')


def styled(svg: str, theme: Theme = "colour", skin: Skin = "light", width_mm: float = 0) -> str:
    """Return a baked drawing in a theme, for a print `width_mm` wide (0: weights as baked)."""
    palette = dict(PALETTES[theme])
    if theme == "colour":
        palette["skin"], palette["skin-far"] = SKINS[skin]
    colours = {COLOUR[role]: palette[role] for role in COLOUR}
    svg = _COLOURS.sub(lambda m: colours.get(m[0], m[0]), svg)
    return _weighed(svg, width_mm) if width_mm else svg


def line_mm(weight: str, width_mm: float) -> float:
    """Return how thick a line prints in a picture `width_mm` wide: 0.25 to 0.60 mm.

    Lines grow with the picture, but slower: a small picture must stay legible, and a large one
    must not look like a poster.
    """
    share = (width_mm - NARROWEST_MM) / (WIDEST_MM - NARROWEST_MM)
    outline = 0.34 + 0.24 * min(max(share, 0), 1)
    return min(max(outline * _SHARES[weight], FINEST_LINE_MM), BOLDEST_LINE_MM)


def _weighed(svg: str, width_mm: float) -> str:
    box = _BOX.search(svg)
    if box is None:
        raise ValueError("expected a drawing of cardgen's, with a viewBox of whole numbers")
    units_per_mm = int(box[3]) / width_mm
    names = {value: name for name, value in WEIGHTS.items()}
    return _WIDTHS.sub(
        lambda m: f'stroke-width="{line_mm(names[int(m[1])], width_mm) * units_per_mm:.1f}"', svg
    )
