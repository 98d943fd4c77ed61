"""Pixels as image objects (ISO 32000-1, 8.9): as few bytes as they take, alpha as a soft mask."""

from io import BytesIO
from typing import NamedTuple

from PIL import Image

from cardgen.artwork.jpeg import BareJpeg

_QUALITY = 88
"""The quality of JPEG at which a print at 350 dots an inch shows no trace of it."""
_WORTH = 0.6
"""JPEG is taken where it has so much of the bytes of what loses nothing, or less."""
_SPACES = {"1": "Gray", "L": "Gray", "RGB": "RGB"}
_BANDS = {1: "L", 3: "RGB"}
_CHUNK = 8
"""The bytes before the content of a chunk of PNG: its length, and its kind."""
_MORE = 1.15
"""A file that has so many more dots than a print needs is printed as it is."""


class EncodedImage(NamedTuple):
    """An image: the entries of its dictionary, its content, and its soft mask."""

    entries: str
    content: bytes
    mask: tuple[str, bytes] | None = None


def encoded(image: Image.Image) -> EncodedImage:
    """Return pixels of mode "1", "L", "LA", "RGB" or "RGBA" as an image."""
    mask = None
    if image.mode.endswith("A"):
        alpha = image.getchannel("A")
        if alpha.getextrema() != (255, 255):
            mask = _flate(alpha)
        image = image.convert(image.mode[:-1])
    entries, content = _flate(image)
    if image.mode != "1":
        lossy = _jpeg(image)
        if len(lossy[1]) < _WORTH * len(content):
            entries, content = lossy
    return EncodedImage(entries, content, mask)


def smallest(image: EncodedImage, file: BareJpeg | None, width: int) -> EncodedImage:
    """Return an image, or the JPEG file that it was, where that has fewer bytes or suits as well.

    `width` is how many pixels wide it prints.
    """
    if file is None or (len(file.data) > len(image.content) and file.width > _MORE * width):
        return image
    mode = _BANDS[file.components]
    return EncodedImage(_entries(mode, file.width, file.height, "/DCTDecode"), file.data)


def _entries(mode: str, width: int, height: int, decoded_by: str) -> str:
    depth = 1 if mode == "1" else 8
    return (
        f"/Subtype/Image/Width {width}/Height {height}"
        f"/ColorSpace/Device{_SPACES[mode]}/BitsPerComponent {depth}/Filter{decoded_by}"
    )


def _flate(image: Image.Image) -> tuple[str, bytes]:
    """Return pixels as PNG packs them, which PDF reads by its predictor 15 (7.4.4.4)."""
    out = BytesIO()
    image.info.clear()
    image.save(out, "PNG", compress_level=9)
    bands, depth = len(image.getbands()), 1 if image.mode == "1" else 8
    how = (
        f"/FlateDecode/DecodeParms<</Predictor 15/Colors {bands}/BitsPerComponent {depth}"
        f"/Columns {image.width}>>"
    )
    return _entries(image.mode, *image.size, how), _packed_pixels(out.getvalue())


def _packed_pixels(png: bytes) -> bytes:
    """Return what the IDAT chunks of a PNG hold (PNG 1.2, 3.2)."""
    found, at = [], len(b"\x89PNG\r\n\x1a\n")
    while at < len(png):
        length, kind = int.from_bytes(png[at : at + 4]), png[at + 4 : at + _CHUNK]
        if kind == b"IDAT":
            found.append(png[at + _CHUNK : at + _CHUNK + length])
        at += _CHUNK + length + 4
    return b"".join(found)


def _jpeg(image: Image.Image) -> tuple[str, bytes]:
    out = BytesIO()
    image.info.clear()
    image.save(out, "JPEG", quality=_QUALITY, subsampling=0, optimize=True)
    return _entries(image.mode, *image.size, "/DCTDecode"), out.getvalue()
