"""What of a picture will not be seen on paper."""

from collections.abc import Mapping

from PIL import Image

from cardgen.artwork.faults import Note
from cardgen.artwork.tones import Tones, darkest
from cardgen.model.contrast import GRAPHIC, contrast

_PAPER = "#ffffff"
_IN: Mapping[Tones, str] = {
    "colour": "",
    "grey": " in shades of grey",
    "black": " in pure black and white",
}


def is_blank(image: Image.Image) -> bool:
    """Tell whether a picture has nothing but what is transparent."""
    return image.mode == "RGBA" and image.getchannel("A").getextrema() == (0, 0)


def light_notes(image: Image.Image, tones: Tones) -> list[Note]:
    """Return what a person should know of a picture in these tones, at any size."""
    level = darkest(image)
    if level == 255:  # noqa: PLR2004 - white
        message = f"it shows nothing on white paper{_IN[tones]}"
        return [Note("light", message, "Use a version for light paper, with dark shapes")]
    ratio = contrast(f"#{level:02x}{level:02x}{level:02x}", _PAPER)
    if ratio >= GRAPHIC:
        return []
    message = f"its darkest colour has a contrast of {ratio:.1f} to white paper{_IN[tones]}"
    remedy = f"Darken it: {GRAPHIC:g} is the least that can be seen well"
    return [Note("light", message, remedy)]
