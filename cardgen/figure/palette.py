"""Colours and line weights (data): every role has a colour of its own in every drawing.

Drawings are baked in the colours of COLOUR. As no two roles share a colour there, another theme
is one replacement of colours: see themes.py.
"""

from typing import Final

Palette = dict[str, str]

COLOUR: Final[Palette] = {
    "line": "#1d2733",
    "line-far": "#6a7178",
    "skin": "#f2c9a9",
    "skin-far": "#f5d4bb",
    "shirt": "#3f8fa3",
    "shirt-far": "#97c3cd",
    "trousers": "#2f3f5c",
    "trousers-far": "#8f97a7",
    "hair": "#4a342b",
    "mat": "#dfe7ea",
    "mat-edge": "#c3d0d5",
    "mat-line": "#9fb0b8",
    "prop": "#e8b04a",
    "strap": "#d9822b",
    "wall": "#eceff1",
    "hot": "#f0684a",
    "hatch": "#ffd9cc",
    "arrow": "#c93a20",
    "paper": "#ffffff",
}
GREY: Final[Palette] = {
    "line": "#000000",
    "line-far": "#5c5c5c",
    "skin": "#ffffff",
    "skin-far": "#fcfcfc",
    "shirt": "#cfcfcf",
    "shirt-far": "#e9e9e9",
    "trousers": "#7d7d7d",
    "trousers-far": "#c6c6c6",
    "hair": "#2b2b2b",
    "mat": "#efefef",
    "mat-edge": "#d9d9d9",
    "mat-line": "#8a8a8a",
    "prop": "#e4e4e4",
    "strap": "#222222",
    "wall": "#f4f4f4",
    "hot": "#fefefe",
    "hatch": "#010101",
    "arrow": "#020202",
    "paper": "#ffffff",
}
INK: Final[Palette] = {
    role: "#000000"
    if role in ("line", "line-far", "hair", "mat-line", "strap", "hatch", "arrow")
    else "#ffffff"
    for role in COLOUR
}
PALETTES: Final[dict[str, Palette]] = {"colour": COLOUR, "grey": GREY, "ink": INK}

SKINS: Final[dict[str, tuple[str, str]]] = {
    "light": ("#f2c9a9", "#f5d4bb"),
    "medium": ("#d9a074", "#e6c09f"),
    "tan": ("#b97a4e", "#d0a585"),
    "dark": ("#7d4f33", "#a98873"),
}
"""Skin tones, each near and far."""

WEIGHTS: Final[dict[str, int]] = {"outline": 17, "far": 14, "detail": 11, "fine": 8, "hatch": 9}
"""Line weights in a drawing as baked, in its units (2000 a stature); all are different."""
