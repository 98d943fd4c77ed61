"""What the colours of a file mean: sRGB in an archive, a printing condition for a press."""

from functools import cache

from cardgen.model.standards import Standards
from cardgen.paths import DATA
from cardgen.pdf.deflate import compressed
from cardgen.pdf.objects import Objects

_CREATED = slice(24, 36)
"""Where an ICC profile holds the moment of its making (ICC.1:2022, 7.2.8)."""
_FIXED = bytes((7, 208, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0))
_SRGB = "/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)"
_COATED = (
    "/OutputConditionIdentifier(FOGRA39)/RegistryName(http://www.color.org)"
    "/OutputCondition(Offset printing on coated paper, ISO 12647-2:2004/Amd 1)"
    "/Info(Coated FOGRA39 (ISO 12647-2:2004))"
)
"""A condition of the ICC's registry of characterization data; data/press/README.md has more."""


def add_intents(objects: Objects, standards: Standards) -> str:
    """Add the output intent that standards ask for; return the catalog's entry for it, or ""."""
    if standards.archival:
        intent = f"/S/GTS_PDFA1{_SRGB}/DestOutputProfile {add_srgb(objects)} 0 R"
    elif standards.press:
        profile = objects.stream("/N 4/Filter/FlateDecode", _coated())
        intent = f"/S/GTS_PDFX{_COATED}/DestOutputProfile {profile} 0 R"
    else:
        return ""
    return f"/OutputIntents[{objects.add(f'<</Type/OutputIntent{intent}>>')} 0 R]"


def add_srgb(objects: Objects) -> int:
    """Add the profile of sRGB, and return its number."""
    return objects.stream("/N 3/Filter/FlateDecode", compressed(_srgb()))


@cache
def _coated() -> bytes:
    return compressed((DATA / "press" / "coated-fogra39.icc").read_bytes())


@cache
def _srgb() -> bytes:
    """Return Pillow's sRGB profile, without the moment of its making: the same bytes each time."""
    from PIL import ImageCms

    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[_CREATED] = _FIXED
    return bytes(profile)
