"""The colours of pixels: what a profile says, as sRGB."""

from io import BytesIO
from itertools import product

from PIL import Image, ImageCms

from cardgen.artwork.faults import Note

_SPACES = {"RGB ": "RGB", "CMYK": "CMYK", "GRAY": "L", "Lab ": "LAB"}
_SAME = 2
"""Two colours are the same where no part of them differs by more, of 255."""
_UNREADABLE = Note(
    "file",
    "its colour profile cannot be read, so that its colours may print otherwise",
    "Save it again with the profile sRGB",
)


def in_srgb(image: Image.Image, profile: bytes | None) -> tuple[Image.Image, list[Note]]:
    """Return pixels in sRGB or its greys, with their transparency, and what to tell of them.

    Without a profile those of RGB are sRGB, and those of CMYK the complement.
    """
    alpha = image.getchannel("A") if image.mode in ("LA", "RGBA") else None
    colours = image.convert(image.mode.removesuffix("A")) if alpha else image
    notes: list[Note] = []
    if profile:
        try:
            colours = _converted(colours, ImageCms.ImageCmsProfile(BytesIO(profile)))
        except (OSError, ImageCms.PyCMSError, KeyError, ValueError):
            notes = [_UNREADABLE]
    if colours.mode not in ("L", "RGB"):
        colours = colours.convert("RGB")
    if alpha:
        colours.putalpha(alpha)
    return colours, notes


def _converted(colours: Image.Image, profile: ImageCms.ImageCmsProfile) -> Image.Image:
    """Return colours in sRGB, by the intent that is usual for pictures, perceptual."""
    space = _SPACES[profile.profile.xcolor_space]
    if colours.mode == "L" and space == "RGB":
        colours = colours.convert("RGB")
    if colours.mode != space:
        raise ValueError(space)
    if space == "RGB" and is_srgb(profile):
        return colours
    was_grey = space == "L"
    srgb = ImageCms.createProfile("sRGB")
    way = ImageCms.buildTransform(profile, srgb, colours.mode, "RGB")
    found = ImageCms.applyTransform(colours, way) or colours
    return found.convert("L") if was_grey else found


def is_srgb(profile: ImageCms.ImageCmsProfile) -> bool:
    """Tell whether a profile of RGB gives the colours of sRGB."""
    levels = (0, 64, 128, 192, 255)
    cube = Image.new("RGB", (len(levels) ** 3, 1))
    cube.putdata([*product(levels, repeat=3)])
    way = ImageCms.buildTransform(profile, ImageCms.createProfile("sRGB"), "RGB", "RGB")
    found = ImageCms.applyTransform(cube, way) or cube
    pairs = zip(cube.tobytes(), found.tobytes(), strict=True)
    return all(abs(a - b) <= _SAME for a, b in pairs)
