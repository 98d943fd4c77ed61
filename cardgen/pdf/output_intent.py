"""What the colours of an archival file mean: sRGB."""

from functools import cache

from PIL import ImageCms

from cardgen.pdf.deflate import compressed
from cardgen.pdf.objects import Objects

_CREATED = slice(24, 36)
"""Where an ICC profile holds the moment of its making (ICC.1:2022, 7.2.8)."""
_FIXED = bytes((7, 208, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0))


def add_intent(objects: Objects) -> int:
    """Add the output intent that PDF/A-2 asks for, and return the number of its object."""
    profile = objects.stream("/N 3/Filter/FlateDecode", compressed(_srgb()))
    return objects.add(
        "<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)"
        f"/Info(sRGB IEC61966-2.1)/DestOutputProfile {profile} 0 R>>"
    )


@cache
def _srgb() -> bytes:
    """Return Pillow's sRGB profile, without the moment of its making: the same bytes each time."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[_CREATED] = _FIXED
    return bytes(profile)
