"""Files of pixels: what Pillow and libheif read, within what memory allows."""

import importlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any, NamedTuple

from PIL import Image, UnidentifiedImageError

from cardgen.artwork.faults import BrokenPictureError

MEMORY = 240 * 2**20
"""So many bytes a picture may take while it is read."""
_HEAD = 32
_BRANDS = {b"avif": "AVIF", b"avis": "AVIF"}
_HEIF = (b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1")
_OTHERS = ("ICO", "ICNS", "TGA", "PCX", "SGI", "PSD", "QOI", "DDS", "XBM", "XPM", "SUN")
"""Formats that Pillow reads without help of another program, and that few people have."""
_UNKNOWN = "it is no picture that cardgen reads"


class _Format(NamedTuple):
    """How a format is known and read."""

    starts: tuple[bytes, ...]
    module: str
    endings: tuple[str, ...]
    bytes_a_pixel: int = 0
    """While it is read; 0 for as many as its pixels have in Pillow."""


_FORMATS: Mapping[str, _Format] = {
    "JPEG": _Format((b"\xff\xd8\xff",), "Jpeg", (".jpg", ".jpeg", ".jfif", ".jpe", ".mpo")),
    "PNG": _Format((b"\x89PNG\r\n\x1a\n",), "Png", (".png", ".apng")),
    "GIF": _Format((b"GIF87a", b"GIF89a"), "Gif", (".gif",)),
    "BMP": _Format((b"BM",), "Bmp", (".bmp", ".dib")),
    "TIFF": _Format((b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"), "Tiff", (".tif", ".tiff"), 8),
    "WEBP": _Format((), "WebP", (".webp",), 12),
    "AVIF": _Format((), "Avif", (".avif", ".avifs"), 9),
    "JPEG2000": _Format(
        (b"\xff\x4f\xff\x51", b"\0\0\0\x0cjP  "), "Jpeg2K", (".jp2", ".j2k", ".jpx", ".jpf"), 20
    ),
    "PPM": _Format((b"P1", b"P2", b"P3", b"P4", b"P5", b"P6"), "Ppm", (".ppm", ".pgm", ".pbm")),
    "HEIF": _Format((), "", (".heic", ".heif", ".hif"), 9),
}


@dataclass(frozen=True, slots=True)
class Opened:
    """A picture whose header was read."""

    image: Image.Image
    format: str
    endings: tuple[str, ...]
    """How names of such files end."""
    frames: int = 1


def format_of(content: bytes) -> str:
    """Return the format that the first bytes of a file tell, or ""."""
    if content[4:8] == b"ftyp":
        brands = [content[at : at + 4] for at in (8, *range(16, _HEAD, 4))]
        known = [_BRANDS.get(brand) or ("HEIF" if brand in _HEIF else "") for brand in brands]
        return "AVIF" if "AVIF" in known else next(filter(None, known), "")
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "WEBP"
    starts = ((name, start) for name, found in _FORMATS.items() for start in found.starts)
    return next((name for name, start in starts if content.startswith(start)), "")


def open_raster(content: bytes) -> Opened:
    """Return the picture in a file, its pixels not yet read. Raises BrokenPictureError."""
    name = format_of(content)
    known = _FORMATS.get(name)
    image = reading(lambda: _opened(content, name, known))
    bytes_a_pixel = (known.bytes_a_pixel if known else 0) or _in_pillow(image.mode)
    if name != "JPEG":
        check_memory(image.width * image.height, bytes_a_pixel, name or str(image.format))
    frames = 1 if name in ("JPEG", "HEIF") else int(getattr(image, "n_frames", 1))
    return Opened(image, name, known.endings if known else (), frames)


def check_memory(pixels: int, bytes_a_pixel: float, name: str) -> None:
    """Raise BrokenPictureError for a picture that takes more memory than it may."""
    most = MEMORY / bytes_a_pixel
    if pixels > most:
        raise BrokenPictureError(
            f"it has {pixels / 1e6:.0f} megapixels, and cardgen reads {name} files of up to "
            f"{most / 1e6:.0f}",
            "Save it smaller: 2000 pixels across are enough for any print",
        )


def reading(read: Callable[[], Any]) -> Any:
    """Return what `read` gives; each of the many errors of Pillow's as a BrokenPictureError."""
    try:
        return read()
    except BrokenPictureError:
        raise
    except Image.DecompressionBombError:
        raise BrokenPictureError("it has too many pixels", "Save it smaller") from None
    except Exception as error:  # noqa: BLE001 - Pillow lets many kinds of error through
        raise BrokenPictureError(str(error) or type(error).__name__) from None


def _opened(content: bytes, name: str, known: _Format | None) -> Image.Image:
    file = BytesIO(content)
    if known is None:
        try:
            return Image.open(file, formats=_OTHERS)
        except UnidentifiedImageError:
            raise BrokenPictureError(_UNKNOWN) from None
    if name == "HEIF":
        heif = importlib.import_module("pillow_heif")
        found: Image.Image = _heif(heif.open_heif(file, convert_hdr_to_8bit=True))
        return found
    # The class itself: `Image.open` warns of large pictures, and has a limit of its own.
    plugin = importlib.import_module(f"PIL.{known.module}ImagePlugin")
    try:
        made: Image.Image = getattr(plugin, f"{known.module}ImageFile")(file, "")
    except SyntaxError:  # how Pillow's readers say that it is none of theirs
        raise BrokenPictureError(f"it is no {name} that can be read") from None
    return made


def _heif(found: Any) -> Image.Image:
    """Return a HEIF picture; its size is known before its pixels are read."""
    check_memory(found.size[0] * found.size[1], _FORMATS["HEIF"].bytes_a_pixel, "HEIF")
    image: Image.Image = found.to_pillow()
    return image


def _in_pillow(mode: str) -> int:
    """Return how many bytes a pixel has in memory."""
    return {"1": 1, "L": 1, "P": 1}.get(mode, 2 if mode.startswith("I;16") else 4)
