"""Reads pictures: SVG to vectors, PNG and JPEG to bare pixels."""

import logging
import math
import warnings
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from typing import Any

from lxml import etree
from PIL import Image, ImageOps, UnidentifiedImageError
from svglib.svglib import SvgRenderer

from cardgen.errors import InvalidDataError, Problem
from cardgen.load.tones import in_theme, is_own, tone_drawing, toned_image
from cardgen.model.content import Shown
from cardgen.model.design import Theme
from cardgen.model.picture import Artwork

MAX_BYTES = 20 * 1024 * 1024
MAX_PIXELS = 800
"""The longest side that is kept: 300 dpi at the largest size that cardgen prints."""
_NO_PLACE = {
    "animate",
    "filter",
    "foreignObject",
    "image",
    "linearGradient",
    "marker",
    "mask",
    "pattern",
    "radialGradient",
    "script",
    "style",
    "symbol",
    "text",
    "use",
}
_BOX_PARTS = 4
_PUT_THERE = "Put the file there, or correct the name"
_REMEDY = "Save it again from a drawing program, as plain SVG, PNG or JPEG"


class _BrokenPictureError(Exception):
    """Why a picture cannot be printed."""


def load_pictures(shown: Iterable[Shown], theme: Theme) -> dict[Path, Artwork]:
    """Return the artwork of each picture in the tones of a theme, by file.

    Raises InvalidDataError with every picture that is missing or broken.
    """
    found: dict[Path, Artwork] = {}
    problems: list[Problem] = []
    for picture in shown:
        if picture.file in found:
            continue
        try:
            found[picture.file] = _read(picture.file, theme)
        except _BrokenPictureError as error:
            remedy = _REMEDY if picture.file.is_file() else _PUT_THERE
            problem = picture.origin.problem(f"cannot print {picture.file.name}: {error}", remedy)
            problems.append(problem)
    if problems:
        raise InvalidDataError(problems)
    return found


def _read(file: Path, theme: Theme) -> Artwork:
    try:
        if file.stat().st_size > MAX_BYTES:
            raise _BrokenPictureError(f"it is larger than {MAX_BYTES // 1024 // 1024} MB")
        content = file.read_bytes()
    except OSError as error:
        raise _BrokenPictureError(error.strerror or type(error).__name__) from None
    read = _vector if file.suffix.lower() == ".svg" else _raster
    return read(file, content, theme)


def _vector(file: Path, content: bytes, theme: Theme) -> Artwork:
    text = content.decode(errors="replace")
    own = is_own(text)
    if own:
        content = in_theme(text, theme).encode()
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise _BrokenPictureError(f"it is not SVG ({error.msg})") from None
    # What is left out here would reach the network, or bring fonts that are not embedded.
    for element in root.iter():
        name = etree.QName(element).localname if isinstance(element.tag, str) else ""
        if name in _NO_PLACE:
            raise _BrokenPictureError(f"it holds <{name}>, which cardgen cannot print")
        if name and element.get("opacity", "1") not in ("1", "1.0"):
            raise _BrokenPictureError("it has an opacity, which cardgen cannot print")
    drawing = _drawing(file, root)
    if drawing is None or not (_is_size(drawing.width) and _is_size(drawing.height)):
        raise _BrokenPictureError("it has no size")
    if not drawing.contents or drawing.getBounds() is None:
        raise _BrokenPictureError("it shows nothing")
    if not own:
        tone_drawing(drawing, theme.photos)
    return Artwork(file, drawing.width, drawing.height, drawing, _unit(root, drawing) if own else 0)


def _unit(root: Any, drawing: Any) -> float:
    """Return the points in a unit of the drawing's own coordinates."""
    box = root.get("viewBox", "").split()
    return float(drawing.width) / float(box[2]) if len(box) == _BOX_PARTS else 0


def _is_size(length: float) -> bool:
    return math.isfinite(length) and length > 0


def _drawing(file: Path, root: Any) -> Any:
    logging.getLogger("svglib").setLevel(logging.CRITICAL)
    try:
        return SvgRenderer(str(file)).render(root)
    except Exception as error:  # noqa: BLE001 - svglib lets many kinds of error through
        raise _BrokenPictureError(f"it is not SVG that can be drawn ({error})") from None


def _raster(file: Path, content: bytes, theme: Theme) -> Artwork:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(content), formats=("PNG", "JPEG")) as opened:
                pixels = toned_image(_bare(ImageOps.exif_transpose(opened)), theme.photos)
    except UnidentifiedImageError:
        raise _BrokenPictureError("it is neither PNG nor JPEG") from None
    except _BrokenPictureError:
        raise
    except Exception as error:  # noqa: BLE001 - Pillow lets many kinds of error through
        raise _BrokenPictureError(str(error) or type(error).__name__) from None
    return Artwork(file, pixels.width, pixels.height, pixels)


def _bare(image: Image.Image) -> Image.Image:
    """Return the pixels on white, without EXIF, colour profile or any other metadata."""
    if image.mode.startswith("I"):
        raise _BrokenPictureError("it has 16 bits a pixel; save it with 8")
    rgba = image.convert("RGBA")
    rgba.thumbnail((MAX_PIXELS, MAX_PIXELS))
    ground = Image.new("RGB", rgba.size, "white")
    ground.paste(rgba, mask=rgba.getchannel("A"))
    return ground
