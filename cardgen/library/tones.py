"""The tones of pictures in a theme: of our own drawings by role, of all others by lightness."""

from collections.abc import Iterator
from typing import Any, Literal

from PIL import Image
from reportlab.lib.colors import Color

from cardgen.library.data import load_theme
from cardgen.model.design import Theme
from cardgen.model.drawing import COLOURS, CREDIT, recoloured

Photos = Literal["colour", "grey", "black"]


def is_own(svg: str) -> bool:
    """Tell whether a drawing is cardgen's own, in the colours that it was baked in."""
    return CREDIT in svg and set(COLOURS.findall(svg)) <= set(_baked().values())


def in_theme(svg: str, theme: Theme) -> str:
    """Return one of cardgen's own drawings in the colours of a theme."""
    return recoloured(svg, _baked(), theme.drawing)


def toned_image(image: Image.Image, photos: Photos) -> Image.Image:
    """Return a photograph as it is, in greys, or in dots of pure black."""
    if photos == "colour":
        return image
    return image.convert("L" if photos == "grey" else "1").convert("RGB")


def tone_drawing(drawing: Any, photos: Photos) -> None:
    """Turn every colour of a ReportLab drawing into a grey, or into black or white."""
    if photos == "colour":
        return
    for shape in _shapes(drawing):
        for name in ("fillColor", "strokeColor"):
            if isinstance(colour := getattr(shape, name, None), Color):
                setattr(shape, name, _toned(colour, photos))


def _baked() -> Any:
    return load_theme("colour").drawing


def _shapes(group: Any) -> Iterator[Any]:
    for shape in group.contents:
        yield shape
        if hasattr(shape, "contents"):
            yield from _shapes(shape)


def _toned(colour: Color, photos: Photos) -> Color:
    """Return the grey that is as light (ITU-R BT.601), or the nearer of black and white."""
    light = 0.299 * colour.red + 0.587 * colour.green + 0.114 * colour.blue
    level = round(light) if photos == "black" else light
    return Color(level, level, level)
