"""Pictures in the tones of a theme: greys as light as their colours, or pure black and white.

Areas that have another colour and would have the same tone are kept apart by a line, so that
nothing of a drawing vanishes. Greys are those of ITU-R BT.601-7 (2.5.1), as Pillow reckons them.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from PIL import Image, ImageChops

from cardgen.artwork.comparison import on_white

Tones = Literal["colour", "grey", "black"]
MIDDLE = 128
_MARKED = 250
"""What is lighter is paper."""
_DARK_SHARE = 0.02
"""So much of what is drawn must be dark for its shapes to be seen."""
_STEPS = {"grey": (48, 8), "black": (32, 128)}
"""From one pixel to the next: the step in colour that must be kept, and the step in tone that does
keep it."""
_LOST_SHARE = 0.001
"""So many pixels of lost edges are a lost shape."""


def darkest(image: Image.Image) -> int:
    """Return how light the dark parts of a picture on white are, 0 to 255; 255 for a blank one."""
    histogram = on_white(image).convert("L").histogram()
    needed, seen = sum(histogram[:_MARKED]) * _DARK_SHARE, 0
    for level, count in enumerate(histogram[:_MARKED]):
        seen += count
        if count and seen >= needed:
            return level
    return 255


def black_below(image: Image.Image) -> int:
    """Return the level below which a picture is black in ink: all that is pale gets darker."""
    level = darkest(image)
    return (level + 255) // 2 if MIDDLE <= level < _MARKED else MIDDLE


def loses_edges(image: Image.Image, tones: Tones, level: int) -> bool:
    """Tell whether shapes of a drawing run together in its tones, at its size."""
    if tones == "colour":
        return False
    ground = on_white(image)
    lost = _lost(ground, _plain(ground, tones, level), tones)
    return lost.histogram()[255] > _LOST_SHARE * lost.width * lost.height


def toned_drawing(image: Image.Image, tones: Tones, level: int) -> Image.Image:
    """Return a drawing in its tones, with lines where shapes would run together.

    It keeps what is transparent but in black and white, where it is on white. `level` is what
    `black_below` gives for it.
    """
    if tones == "colour":
        return image
    ground = on_white(image)
    toned = _plain(ground, tones, level)
    lost = _grown(_lost(ground, toned, tones))
    if tones == "black":  # at 600 dots an inch a line is a quarter of a millimetre
        lost = _grown(lost)
    lines = toned.point([255 if tone < MIDDLE else 0 for tone in range(256)])
    if tones == "black":
        return Image.composite(lines, toned, lost).convert("1", dither=Image.Dither.NONE)
    if image.mode not in ("RGBA", "LA"):
        return Image.composite(lines, toned, lost)
    alpha = image.getchannel("A")
    own = Image.composite(lines, image.convert("RGBA").convert("RGB").convert("L"), lost)
    return Image.merge("LA", (own, ImageChops.lighter(alpha, lost)))


def toned_photo(image: Image.Image, tones: Tones, *, flat: bool) -> Image.Image:
    """Return pixels as they are, in greys, or in dots of pure black on white.

    Those of a drawing are `flat`: areas of one colour each.
    """
    if tones == "colour":
        return image
    if flat:
        image = toned_drawing(image, "grey", MIDDLE)
    if tones == "grey":
        return image.convert("LA" if image.mode in ("RGBA", "LA") else "L")
    return on_white(image).convert("L").convert("1")


def toned_operators(operators: Sequence[str], tones: Tones, level: int) -> tuple[str, ...]:
    """Return the operators of a drawing with every colour a grey, or black or white."""
    if tones == "colour":
        return tuple(operators)
    return tuple(
        _toned(line, tones, level) if line.endswith((" rg", " RG")) else line for line in operators
    )


def merges_colours(operators: Sequence[str], tones: Tones, level: int) -> bool:
    """Tell whether two colours of a drawing, or one and that of paper, have one tone."""
    if tones == "colour":
        return False
    colours = {line.rsplit(" ", 1)[0] for line in operators if line.endswith((" rg", " RG"))}
    colours.add("1 1 1")
    toned = toned_operators([f"{colour} rg" for colour in colours], tones, level)
    levels = sorted(float(line.split()[0]) * 255 for line in toned)
    _, least = _STEPS["grey"]
    return any(after - before < least for before, after in pairwise(levels))


def _toned(line: str, tones: Tones, level: int) -> str:
    *parts, operator = line.split()
    red, green, blue = map(float, parts)
    light = 0.299 * red + 0.587 * green + 0.114 * blue
    if tones == "black":
        light = float(light * 255 >= level)
    said = f"{round(light, 3):g}"
    return f"{said} {said} {said} {operator}"


def _plain(ground: Image.Image, tones: Tones, level: int) -> Image.Image:
    """Return greys or black and white, without lines."""
    grey = ground.convert("L")
    if tones == "grey":
        return grey
    return grey.point([0 if tone < level else 255 for tone in range(256)])


def _lost(ground: Image.Image, toned: Image.Image, tones: Tones) -> Image.Image:
    """Return where a step in colour is no step in tone: 255 there, else 0."""
    needed, kept = _STEPS[tones]
    red, green, blue = (_steps(band) for band in ground.split())
    seen = _from(ImageChops.lighter(ImageChops.lighter(red, green), blue), needed)
    # A step is some pixels wide, and its tone may have it at one side.
    held = _grown(_grown(_from(_steps(toned), kept)))
    return ImageChops.subtract(seen, held)


def _from(image: Image.Image, least: int) -> Image.Image:
    return image.point([255 if value >= least else 0 for value in range(256)])


def _steps(band: Image.Image) -> Image.Image:
    """Return by how much the eight neighbours of each pixel, and it, differ."""
    inverse = ImageChops.invert(band)
    return ImageChops.subtract(_grown(band), ImageChops.invert(_grown(inverse)))


def _grown(band: Image.Image) -> Image.Image:
    """Return the lightest of each pixel and its eight neighbours."""
    for across, down in ((1, 0), (0, 1)):
        there, back = _moved(band, across, down), _moved(band, -across, -down)
        band = ImageChops.lighter(band, ImageChops.lighter(there, back))
    return band


def _moved(band: Image.Image, across: int, down: int) -> Image.Image:
    """Return pixels moved by one; the edge stays as it was."""
    moved = band.copy()
    moved.paste(band, (across, down))
    return moved
