"""Photographs and other pixels: upright, in sRGB, no larger than any print needs, and bare."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from io import BytesIO

from PIL import Image
from PIL.Image import Transpose

from cardgen.artwork.faults import BrokenPictureError, Note
from cardgen.artwork.jpeg import BareJpeg, bare_jpeg
from cardgen.artwork.raster_colour import in_srgb
from cardgen.artwork.raster_file import Opened, check_memory, open_raster, reading
from cardgen.artwork.tones import Tones, toned_photo

LARGEST = 2400
"""The longer side in pixels that is kept: 350 dots an inch in a print 170 mm wide."""
MOST_KEPT = 2 * 2**20
"""Bytes of a file that are kept as they are."""
DOTS, DITHERED = 350, 300
"""Dots an inch of a print: in greys or colours, and of pure black."""
_ORIENTATION = 0x0112
_TURNS = {
    2: Transpose.FLIP_LEFT_RIGHT,
    3: Transpose.ROTATE_180,
    4: Transpose.FLIP_TOP_BOTTOM,
    5: Transpose.TRANSPOSE,
    6: Transpose.ROTATE_270,
    7: Transpose.TRANSVERSE,
    8: Transpose.ROTATE_90,
}
"""What sets a picture upright (Exif 2.32, 4.6.4, Orientation)."""
_STRIP = 4_000_000
"""Pixels that are made smaller at a time."""
_MOST_FLAT = 64
"""A drawing has no more colours than this, but for the edges of its areas."""
_FLAT_SHARE = 0.95
_LOSSY = ("JPEG", "WEBP", "AVIF", "HEIF")
_FINE = 92
"""The quality of JPEG at which nobody sees that it was coded once more."""


@dataclass(frozen=True, slots=True)
class Photo:
    """Pixels as PNG or JPEG without metadata, in the tones of a theme."""

    data: bytes = field(repr=False)
    width: int
    height: int
    flat: bool = False
    """Whether it is a drawing, in areas of one colour each."""
    jpeg: BareJpeg | None = field(default=None, repr=False)
    """The file as it was, where that can be printed as it is."""
    tones: Tones = "colour"

    @property
    def dots(self) -> int:
        """Return how many dots an inch it prints with at most."""
        return DITHERED if self.tones == "black" else DOTS

    @property
    def natural(self) -> int:
        """Return how many pixels wide it is."""
        return self.width

    def in_tones(self, tones: Tones) -> "Photo":
        """Return it in the tones of a theme."""
        return replace(self, tones=tones, jpeg=self.jpeg if tones == "colour" else None)

    def pixels(self, width: int) -> Image.Image:
        """Return it at most `width` pixels wide, in its tones."""
        with Image.open(BytesIO(self.data)) as opened:
            image: Image.Image = opened
            if width < opened.width:
                size = width, max(1, round(width * opened.height / opened.width))
                image = opened.resize(size, Image.Resampling.LANCZOS, reducing_gap=3)
            return toned_photo(image.copy(), self.tones, flat=self.flat)


def read_raster(content: bytes) -> tuple[Photo, list[Note], Opened]:
    """Return the pixels of a file, and what to tell of them. Raises BrokenPictureError."""
    opened = open_raster(content)
    image = opened.image
    if opened.format == "JPEG":
        _ask_for_less(image)
    reading(image.load)
    profile = image.info.get("icc_profile")
    turn = _TURNS.get(_orientation(image)) if opened.format != "HEIF" else None
    small, notes = in_srgb(reading(lambda: _reduced(image)), profile)
    changed = small.size != image.size or turn is not None or small.mode != image.mode
    if turn is not None:
        small = small.transpose(turn)
    small = _simplest(small)
    if opened.frames > 1:
        told = f"it holds {opened.frames} pictures, of which the first prints"
        notes.append(Note("file", told, "Save the one that you mean as a file of its own"))
    kept = None if changed or (profile and not _same(image, small)) else bare_jpeg(content)
    if kept and (kept.width, kept.height) != small.size:  # it was decoded smaller than it is
        kept = None
    return _photo(small, kept, lossy=opened.format in _LOSSY), notes, opened


def _same(image: Image.Image, small: Image.Image) -> bool:
    """Tell whether a profile has changed nothing."""
    return image.mode == small.mode and image.tobytes() == small.tobytes()


def _photo(image: Image.Image, kept: BareJpeg | None, *, lossy: bool) -> Photo:
    flat = not lossy and _is_flat(image)
    if kept and len(kept.data) <= MOST_KEPT:
        return Photo(kept.data, image.width, image.height, flat, kept)
    data = _saved(image, "PNG", compress_level=3) if not lossy or image.mode.endswith("A") else b""
    if not image.mode.endswith("A") and (lossy or len(data) > MOST_KEPT):
        data = _saved(image, "JPEG", quality=_FINE, subsampling=0)
    return Photo(data, image.width, image.height, flat)


def _saved(image: Image.Image, kind: str, **how: int) -> bytes:
    out = BytesIO()
    image.info.clear()
    image.save(out, kind, **how)
    return out.getvalue()


def _ask_for_less(image: Image.Image) -> None:
    """Let a JPEG be decoded at a half to an eighth of its size; that takes little memory."""
    whole = image.width * image.height
    if image.info.get("progressive"):
        # All its coefficients are kept, two bytes each.
        layers = [layer[1] * layer[2] for layer in getattr(image, "layer", ())]
        check_memory(whole, 2 * sum(layers) / max(layers, default=1) or 2, "progressive JPEG")
    longest = max(image.size)
    image.draft(None, (LARGEST * image.width // longest, LARGEST * image.height // longest))
    check_memory(image.width * image.height, 4, "JPEG")


def _orientation(image: Image.Image) -> int:
    try:
        return int(image.getexif().get(_ORIENTATION, 1))
    except Exception:  # noqa: BLE001 - camera data may be broken in many ways
        return 1


def _reduced(image: Image.Image) -> Image.Image:
    """Return pixels of 8 bits, the longer side not much over LARGEST."""
    factor = max(image.size) // LARGEST
    if factor <= 1:
        plain = _plain(image, image)
        plain.thumbnail((LARGEST, LARGEST), Image.Resampling.LANCZOS)
        return plain
    strips = [_plain(strip, image).reduce(factor) for strip in _strips(image, factor)]
    made = Image.new(strips[0].mode, (strips[0].width, sum(strip.height for strip in strips)))
    top = 0
    for strip in strips:
        made.paste(strip, (0, top))
        top += strip.height
    made.thumbnail((LARGEST, LARGEST), Image.Resampling.LANCZOS)
    return made


def _strips(image: Image.Image, factor: int) -> Iterator[Image.Image]:
    """Yield parts of a picture as wide as it is, their heights a multiple of `factor`."""
    high = max(1, _STRIP // image.width // factor) * factor
    for top in range(0, image.height, high):
        yield image.crop((0, top, image.width, min(top + high, image.height)))


def _plain(part: Image.Image, whole: Image.Image) -> Image.Image:
    """Return a part of a picture in 8 bits a channel, without a palette."""
    mode = part.mode
    if mode.startswith("I"):
        return _eight_bits(part)
    if mode == "F":
        raise BrokenPictureError("it has numbers in place of colours")
    if "transparency" in whole.info or mode in ("PA", "RGBa", "La"):
        return part.convert("RGBA")
    if mode == "1":
        return part.convert("L")
    return part if mode in ("L", "LA", "RGB", "RGBA", "CMYK", "LAB") else part.convert("RGB")


def _eight_bits(part: Image.Image) -> Image.Image:
    """Return greys of 16 bits in 8; Pillow itself would cut off what is over 255."""
    return part.convert("I").point(lambda value: value * (1 / 257) + 0.5).convert("L")


def _simplest(image: Image.Image) -> Image.Image:
    """Return pixels without channels that say nothing."""
    if image.mode.endswith("A") and image.getchannel("A").getextrema() == (255, 255):
        image = image.convert(image.mode[:-1])
    if image.mode in ("RGB", "RGBA"):
        red, green, blue = image.split()[:3]
        if red.tobytes() == green.tobytes() == blue.tobytes():
            image = image.convert("LA" if image.mode == "RGBA" else "L")
    return image


def _is_flat(image: Image.Image) -> bool:
    """Tell whether few colours fill nearly all of a picture."""
    small = image.convert("RGB")
    small.thumbnail((512, 512), Image.Resampling.NEAREST)
    counts = sorted((count for count, _ in small.getcolors(small.width * small.height) or ()))
    return sum(counts[-_MOST_FLAT:]) >= _FLAT_SHARE * small.width * small.height
