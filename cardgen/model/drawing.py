"""What cardgen's own drawings are made of: colours by role, and line weights by name.

A drawing is baked with one colour for each role and one number for each weight, all different.
So a theme, and lines that are right for the size of the print, are plain replacements.
"""

import re
from collections.abc import Mapping
from typing import Final

ROLES: Final = (
    "line",
    "line-far",
    "seam",
    "skin",
    "skin-far",
    "shirt",
    "shirt-far",
    "trousers",
    "trousers-far",
    "hair",
    "mat",
    "mat-edge",
    "mat-line",
    "prop",
    "strap",
    "wall",
    "hot",
    "hatch",
    "arrow",
    "paper",
)
CREDIT: Final = "Drawn by cardgen, CC BY 4.0"
"""What each drawing says of its maker and its licence, and is known by."""
Palette = Mapping[str, str]
"""A colour for each role."""

WEIGHTS: Final[dict[str, int]] = {"outline": 17, "far": 14, "detail": 11, "fine": 8, "hatch": 9}
"""Line weights in a drawing as baked, in its units (2000 a stature); all are different."""
_NAMES: Final = {value: name for name, value in WEIGHTS.items()}
_SHARES: Final = {"outline": 1.0, "far": 0.85, "detail": 0.7, "fine": 0.6, "hatch": 0.65}

NARROWEST_MM, WIDEST_MM = 25.0, 90.0
FINEST_LINE_MM, BOLDEST_LINE_MM = 0.25, 0.60
COLOURS: Final = re.compile(r"#[0-9a-f]{6}")


def short(value: float) -> str:
    """Return a number to a thousandth, as operators have it: ".5"."""
    said = f"{round(value, 3):g}"
    return said.replace("0.", ".", 1) if said.startswith(("0.", "-0.")) else said


def line_mm(weight: str, width_mm: float) -> float:
    """Return how thick a line prints in a picture `width_mm` wide: 0.25 to 0.60 mm.

    Lines grow with the picture, but slower: a small picture must stay legible, and a large one
    must not look like a poster.
    """
    share = (width_mm - NARROWEST_MM) / (WIDEST_MM - NARROWEST_MM)
    outline = 0.34 + 0.24 * min(max(share, 0), 1)
    return min(max(outline * _SHARES[weight], FINEST_LINE_MM), BOLDEST_LINE_MM)


def weighed(baked: float, width_mm: float, units_per_mm: float) -> float:
    """Return the line width, in units of the drawing, for a print `width_mm` wide.

    `baked` is the width in the drawing as it was baked; one that is no weight of ours stays.
    """
    name = _NAMES.get(round(baked)) if baked == round(baked) else None
    return line_mm(name, width_mm) * units_per_mm if name else baked


def recoloured(svg: str, baked: Palette, palette: Palette) -> str:
    """Return a drawing with each colour of `baked` replaced by that of its role in `palette`."""
    colours = {baked[role]: palette[role] for role in ROLES}
    return COLOURS.sub(lambda match: colours.get(match[0], match[0]), svg)
