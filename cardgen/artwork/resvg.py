"""SVG to pixels by resvg, with the typefaces that cardgen carries and no others.

It is imported when the first picture needs it.
"""

from functools import cache
from importlib.resources import files
from io import BytesIO
from pathlib import Path

from PIL import Image

from cardgen.artwork.faults import BrokenPictureError

FAMILY = "Atkinson Hyperlegible"
_PACKAGE = "fontpkg_atkinson_hyperlegible"
_STYLES = ("Regular", "Bold", "Italic", "BoldItalic")


def rendered(svg: str, width: int) -> Image.Image:
    """Return an SVG `width` pixels wide, RGBA. Raises BrokenPictureError.

    `svg` must refer to nothing outside it: resvg reads what has an absolute path.
    """
    import resvg_py  # noqa: PLC0415 - cardgen's own drawings need none of it

    try:
        png = resvg_py.svg_to_bytes(
            svg_string=svg,
            width=width,
            skip_system_fonts=True,
            font_files=font_files() if "text" in svg else None,
            # Without the first, text in a family that is not there is left out without a word.
            serif_family=FAMILY,
            sans_serif_family=FAMILY,
            monospace_family=FAMILY,
            cursive_family=FAMILY,
            fantasy_family=FAMILY,
            font_family=FAMILY,
        )
    except ValueError as error:
        raise BrokenPictureError(f"it is not SVG that can be drawn ({error})") from None
    return Image.open(BytesIO(bytes(png)), formats=("PNG",)).convert("RGBA")


@cache
def font_files() -> list[str]:
    """Return the files of the typeface that text in a picture has."""
    folder = Path(str(files(_PACKAGE))) / "files"
    return [str(folder / f"{FAMILY.replace(' ', '')}-{style}.ttf") for style in _STYLES]
