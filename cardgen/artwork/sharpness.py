"""Whether a picture has enough pixels for its print."""

from cardgen.artwork.faults import Note

SHARP = 200
"""Dots an inch under which a picture looks soft in print."""
_INCH = 72
"""Points."""


def coarse_notes(pixels: float, width: float, where: str) -> list[Note]:
    """Return what to say of a picture so many pixels wide that prints `width` points wide."""
    dots = pixels / width * _INCH
    if dots >= SHARP:
        return []
    message = f"it has {dots:.0f} dots an inch {where}"
    return [Note("coarse", message, f"Use a larger picture: {SHARP} print sharp")]
