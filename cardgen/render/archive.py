"""The last step of a PDF: packed small, with an ID of its content, and archival on request."""

from io import BytesIO

import pikepdf
from PIL import ImageCms

_CREATED = slice(24, 36)
"""Where an ICC profile holds the moment of its making (ICC.1:2022, 7.2.8)."""
_FIXED = bytes((7, 208, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0))


def packed(content: bytes, *, archival: bool) -> bytes:
    """Return a PDF with its objects packed, and an ID that is a digest of its content.

    An archival one gets the output intent that PDF/A-2 asks for: what its colours mean.
    """
    out = BytesIO()
    with pikepdf.open(BytesIO(content)) as pdf:
        del pdf.trailer["/ID"]
        if archival:
            pdf.Root.OutputIntents = pikepdf.Array([_output_intent(pdf)])
        pdf.save(
            out,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    return out.getvalue()


def _output_intent(pdf: pikepdf.Pdf) -> pikepdf.Dictionary:
    profile = pdf.make_stream(_srgb(), N=3)
    return pikepdf.Dictionary(
        Type=pikepdf.Name.OutputIntent,
        S=pikepdf.Name.GTS_PDFA1,
        OutputConditionIdentifier=pikepdf.String("sRGB"),
        Info=pikepdf.String("sRGB IEC61966-2.1"),
        DestOutputProfile=profile,
    )


def _srgb() -> bytes:
    """Return Pillow's sRGB profile, without the moment of its making: the same bytes each time."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[_CREATED] = _FIXED
    return bytes(profile)
