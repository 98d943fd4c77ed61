"""Whether a drawing's vectors show what its file does, as resvg shows both."""

from PIL import Image, ImageChops

from cardgen.artwork.back_to_svg import UnknownOperatorError, Vectors, as_svg
from cardgen.artwork.resvg import rendered

SIDE = 256
"""Pixels of the longer side of what is compared: a tenth of a millimetre in a picture of 28."""
MOST_DIFFERING = 0.005
"""A larger part of the pixels is another picture; what rounding changes is under a thousandth."""
_SEEN = 40
"""A difference of a colour, of 255, that counts."""


def small(svg: str, width: float, height: float) -> Image.Image:
    """Return an SVG of this size at the size at which pictures are compared, RGBA."""
    return rendered(svg, max(1, round(SIDE * min(1, width / height))))


def on_white(image: Image.Image) -> Image.Image:
    """Return a picture as it looks on white paper, RGB."""
    if image.mode in ("RGB", "L", "1"):
        return image.convert("RGB")
    over = image.convert("RGBA")
    ground = Image.new("RGB", over.size, "white")
    ground.paste(over, mask=over.getchannel("A"))
    return ground


def difference(first: Image.Image, second: Image.Image) -> float:
    """Return which part of the pixels of two pictures of one size differs, 0 to 1."""
    if first.size != second.size:
        return 1.0
    bands = ImageChops.difference(on_white(first), on_white(second)).split()
    most = ImageChops.lighter(ImageChops.lighter(bands[0], bands[1]), bands[2])
    return sum(most.histogram()[_SEEN:]) / (most.width * most.height)


def shows(drawing: Vectors, wanted: Image.Image) -> bool:
    """Tell whether vectors show what `small` gave for their file."""
    try:
        found = rendered(as_svg(drawing), wanted.width)
    except UnknownOperatorError:
        return False
    return difference(found, wanted) <= MOST_DIFFERING
