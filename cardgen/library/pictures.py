"""Reads pictures: SVG to vectors, PNG and JPEG to bare pixels."""

import logging
import math
import warnings
from collections.abc import Mapping
from functools import partial
from hashlib import blake2b
from io import BytesIO
from pathlib import Path
from typing import Any

from lxml import etree
from PIL import Image, ImageOps, UnidentifiedImageError
from svglib.svglib import SvgRenderer

from cardgen.errors import InvalidDataError, Problem
from cardgen.library.tones import in_theme, is_own, tone_drawing, toned_image
from cardgen.memo import Memo
from cardgen.model.design import Theme
from cardgen.model.origin import Origin
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


def load_pictures(places: Mapping[Path, Origin], theme: Theme) -> dict[Path, Artwork]:
    """Return the artwork of each picture file in the tones of a theme.

    `places` tell what names each file. Raises InvalidDataError with every picture that is
    missing or broken.
    """
    found: dict[Path, Artwork] = {}
    problems: list[Problem] = []
    for file, origin in places.items():
        try:
            found[file] = _read(file, theme)
        except _BrokenPictureError as error:
            remedy = _REMEDY if file.is_file() else _PUT_THERE
            problems.append(origin.problem(f"cannot print {file.name}: {error}", remedy))
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
    kind = file.suffix.lower()
    said = f"{kind} {theme.photos} {sorted(theme.drawing.items())} ".encode()
    digest = blake2b(said + content, digest_size=16).hexdigest()
    return _artworks.get(digest, partial(_parsed, file, content, theme, digest))


_artworks: Memo[str, Artwork] = Memo(256)


def _parsed(file: Path, content: bytes, theme: Theme, digest: str) -> Artwork:
    if file.suffix.lower() == ".svg":
        return _vector(content, theme, digest)
    return _raster(content, theme, digest)


def _vector(content: bytes, theme: Theme, digest: str) -> Artwork:
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
    drawing = _drawing(root)
    if drawing is None or not (_is_size(drawing.width) and _is_size(drawing.height)):
        raise _BrokenPictureError("it has no size")
    if not drawing.contents or drawing.getBounds() is None:
        raise _BrokenPictureError("it shows nothing")
    if not own:
        tone_drawing(drawing, theme.photos)
    unit = _unit(root, drawing) if own else 0
    return Artwork(digest, drawing.width, drawing.height, drawing, is_vector=True, unit=unit)


def _unit(root: Any, drawing: Any) -> float:
    """Return the points in a unit of the drawing's own coordinates."""
    box = root.get("viewBox", "").split()
    return float(drawing.width) / float(box[2]) if len(box) == _BOX_PARTS else 0


def _is_size(length: float) -> bool:
    return math.isfinite(length) and length > 0


def _drawing(root: Any) -> Any:
    logging.getLogger("svglib").setLevel(logging.CRITICAL)
    try:
        return SvgRenderer("picture.svg").render(root)
    except Exception as error:  # noqa: BLE001 - svglib lets many kinds of error through
        raise _BrokenPictureError(f"it is not SVG that can be drawn ({error})") from None


def _raster(content: bytes, theme: Theme, digest: str) -> Artwork:
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
    return Artwork(digest, pixels.width, pixels.height, pixels, is_vector=False)


def _bare(image: Image.Image) -> Image.Image:
    """Return the pixels on white, without EXIF, colour profile or any other metadata."""
    if image.mode.startswith("I"):
        raise _BrokenPictureError("it has 16 bits a pixel; save it with 8")
    rgba = image.convert("RGBA")
    rgba.thumbnail((MAX_PIXELS, MAX_PIXELS))
    ground = Image.new("RGB", rgba.size, "white")
    ground.paste(rgba, mask=rgba.getchannel("A"))
    return ground
