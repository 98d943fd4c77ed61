"""Vector drawings as operators of a PDF content stream, one a line.

svglib reads the shapes, and ReportLab writes the operators.
"""

import logging
import re
from collections.abc import Mapping
from io import BytesIO
from typing import Any

from reportlab.graphics.renderPDF import _PDFRenderer
from reportlab.pdfgen.canvas import Canvas
from svglib.svglib import SvgRenderer

from cardgen.artwork.back_to_svg import Vectors
from cardgen.artwork.faults import BrokenPictureError
from cardgen.artwork.terse import terse
from cardgen.model.drawing import short

_FONT_STATE = {"fontName", "fontSize"}
_STAY = "1 0 0 1 0 0 cm"
_LONG = re.compile(r"-?\d*\.\d{4,}")


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


def vectors(root: Any) -> Vectors:
    """Return the drawing that svglib makes of an SVG. Raises BrokenPictureError."""
    logging.getLogger("svglib").setLevel(logging.CRITICAL)
    canvas = Canvas(BytesIO())
    try:
        drawing = SvgRenderer("picture.svg").render(root)
        _VectorRenderer().draw(drawing, canvas, 0, 0, showBoundary=0)
    except Exception as error:  # noqa: BLE001 - svglib lets many kinds of error through
        raise BrokenPictureError(f"it is not SVG that can be drawn ({error})") from None
    code = [_LONG.sub(lambda found: short(float(found[0])), line) for line in canvas._code]
    kept = tuple(line for line in code if line != _STAY)
    return Vectors(terse(kept), drawing.width, drawing.height)
