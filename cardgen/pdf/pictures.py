"""Pictures to objects that pages draw: drawings of lines as forms, photographs as images."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from io import BytesIO
from threading import Lock
from typing import Any

from reportlab.graphics.renderPDF import _PDFRenderer
from reportlab.pdfgen.canvas import Canvas

from cardgen.model.design import MM
from cardgen.model.drawing import weighed
from cardgen.model.page import Picture
from cardgen.model.picture import Artwork
from cardgen.pdf.colour import neutral
from cardgen.pdf.deflate import compressed
from cardgen.pdf.objects import rectangle

_FONT_STATE = {"fontName", "fontSize"}
_STAY = "1 0 0 1 0 0 cm"
_WIDE = " w"
"""The operator that sets the width of lines."""
_LONG = re.compile(r"-?\d*\.\d{4,}")
_DRAWING = Lock()
"""ReportLab keeps its canvas on the shapes that it draws, and all threads have the same shapes."""


class _VectorRenderer(_PDFRenderer):  # type: ignore[misc]  # ReportLab has no types
    """Draws shapes without first choosing a font, which would bring in Helvetica."""

    def applyStateChanges(  # noqa: N802
        self,
        delta: Mapping[str, Any],
        newState: Mapping[str, Any],  # noqa: N803
    ) -> None:
        """Apply all changes of state but those of the font."""
        kept = {key: value for key, value in delta.items() if key not in _FONT_STATE}
        super().applyStateChanges(kept, newState)


def print_width(picture: Picture) -> float:
    """Return the width in mm, to half a millimetre, that a picture's lines are drawn for.

    0 for a picture whose lines are not ours to weigh.
    """
    art = picture.artwork
    return round(2 * picture.width / MM) / 2 if art.is_vector and art.unit else 0


@lru_cache(maxsize=256)
def picture_stream(art: Artwork, width: float) -> tuple[str, bytes]:
    """Return the XObject of a picture: the entries of its dictionary, and its content, packed.

    Its lines are as heavy as suits a print `width` mm wide; where that is 0, as in its file.
    """
    if art.is_vector:
        # What a drawing has outside its own frame does not show: the box clips it.
        box = rectangle((0, 0, art.width, art.height))
        entries, content = f"/Subtype/Form/BBox{box}", _vectors(art, width)
    else:
        entries = (
            f"/Subtype/Image/Width {art.width:g}/Height {art.height:g}"
            "/ColorSpace/DeviceRGB/BitsPerComponent 8"
        )
        content = art.content.tobytes()
    return f"/Type/XObject{entries}/Filter/FlateDecode", compressed(content)


def _vectors(art: Artwork, width: float) -> bytes:
    """Return a drawing with its lines as heavy as suits a print `width` mm wide."""
    lines = _baked(art)
    if width:
        units_per_mm = art.width / art.unit / width
        lines = [
            f"{_short(weighed(float(line[: -len(_WIDE)]), width, units_per_mm))}{_WIDE}"
            if line.endswith(_WIDE)
            else line
            for line in lines
        ]
    return "\n".join((*lines, "")).encode()


@lru_cache(maxsize=64)
def _baked(art: Artwork) -> Sequence[str]:
    """Return a drawing with the line weights that it has in its file, an operator a line."""
    canvas = Canvas(BytesIO())
    with _DRAWING:
        _VectorRenderer().draw(art.content, canvas, 0, 0, showBoundary=0)
    code = [_LONG.sub(lambda found: _short(float(found[0])), line) for line in canvas._code]
    return [neutral(line) for line in code if line != _STAY]


def _short(value: float) -> str:
    """Return a number to a thousandth."""
    return f"{round(value, 3):g}"
