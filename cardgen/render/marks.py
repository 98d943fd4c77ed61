"""Marks to drawing operators, on a ReportLab canvas. y runs up here, as in every PDF."""

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from reportlab.graphics.renderPDF import _PDFRenderer
from reportlab.lib.colors import HexColor
from reportlab.lib.utils import ImageReader

from cardgen.model.design import MM
from cardgen.model.drawing import weighed
from cardgen.model.page import Code, Face, Ground, Picture, Rule, Run
from cardgen.model.picture import Artwork
from cardgen.render.fonts import font

_FONT_STATE = {"fontName", "fontSize"}


class _VectorRenderer(_PDFRenderer):  # type: ignore[misc]  # ReportLab has no types
    """Draws shapes without first choosing a font, which would bring in Helvetica.

    `weigh` gives the width that a line has in this print.
    """

    def __init__(self, weigh: Callable[[float], float]) -> None:
        super().__init__()
        self._weigh = weigh

    def applyStateChanges(  # noqa: N802
        self,
        delta: Mapping[str, Any],
        newState: Mapping[str, Any],  # noqa: N803
    ) -> None:
        """Apply all changes of state but those of the font."""
        kept = {key: value for key, value in delta.items() if key not in _FONT_STATE}
        if "strokeWidth" in kept:
            kept["strokeWidth"] = self._weigh(kept["strokeWidth"])
        super().applyStateChanges(kept, newState)


class Pen:
    """Writes runs to a ReportLab text object, and says only what changes between them."""

    def __init__(self, text: Any) -> None:
        self._text = text
        self._font: tuple[Face, float] | None = None
        self._colour = ""
        self._rise = 0.0

    def write(self, runs: Sequence[Run]) -> None:
        """Write the runs of a line, from where the text object stands."""
        for run in runs:
            if (run.face, run.size) != self._font:
                self._font = run.face, run.size
                self._text.setFont(font(run.face).fontName, run.size)
            if run.colour != self._colour:
                self._colour = run.colour
                self._text.setFillColor(HexColor(run.colour))
            if run.rise != self._rise:
                self._rise = run.rise
                self._text.setRise(run.rise)
            self._text.textOut(run.text)
        if self._rise:
            # The rise outlives its text object (ISO 32000-1, 9.3.1).
            self._rise = 0.0
            self._text.setRise(0)


def draw_rule(canvas: Any, rule: Rule, x: float, top: float) -> None:
    """Draw a straight line; (x, top) is the corner that it is measured from."""
    canvas.setStrokeColor(HexColor(rule.colour))
    canvas.setLineWidth(rule.width)
    canvas.line(x + rule.x, top - rule.y, x + rule.x2, top - rule.y2)


def draw_ground(canvas: Any, ground: Ground, x: float, top: float) -> None:
    """Draw a rectangle; (x, top) is the corner that it is measured from."""
    if ground.fill:
        canvas.setFillColor(HexColor(ground.fill))
    if ground.stroke:
        canvas.setStrokeColor(HexColor(ground.stroke))
        canvas.setLineWidth(ground.line)
    canvas.roundRect(
        x + ground.x,
        top - ground.y - ground.height,
        ground.width,
        ground.height,
        ground.radius,
        stroke=int(bool(ground.stroke)),
        fill=int(bool(ground.fill)),
    )


def draw_code(canvas: Any, code: Code, x: float, top: float) -> None:
    """Draw a code as one path, each run of dark modules a rectangle; (x, top) is its corner."""
    size = code.side / len(code.rows)
    path = canvas.beginPath()
    for i, row in enumerate(code.rows):
        for run in re.finditer("1+", row):
            left, width = run.start() * size, len(run[0]) * size
            path.rect(x + code.x + left, top - code.y - (i + 1) * size, width, size)
    canvas.setFillColor(HexColor(code.colour))
    canvas.drawPath(path, stroke=0, fill=1)


def draw_picture(
    canvas: Any, picture: Picture, x: float, top: float, artwork: Mapping[Path, Artwork]
) -> None:
    """Draw a picture; (x, top) is the corner that it is measured from."""
    art = artwork[picture.file]
    left, bottom = x + picture.x, top - picture.y - picture.height
    if picture.file.suffix.lower() != ".svg":
        canvas.drawImage(ImageReader(art.content), left, bottom, picture.width, picture.height)
        return
    canvas.saveState()
    canvas.translate(left, bottom)
    canvas.scale(picture.width / art.width, picture.height / art.height)
    # What a drawing has outside its own frame must not show on the page.
    frame = canvas.beginPath()
    frame.rect(0, 0, art.width, art.height)
    canvas.clipPath(frame, stroke=0, fill=0)
    _VectorRenderer(_weigh(art, picture.width)).draw(art.content, canvas, 0, 0, showBoundary=0)
    canvas.restoreState()


def _weigh(art: Artwork, width: float) -> Callable[[float], float]:
    """Return what turns a line width as drawn into that of a print `width` points wide."""
    if not art.unit:
        return lambda baked: baked
    units_per_mm = art.width / art.unit / (width / MM)
    return lambda baked: weighed(baked, width / MM, units_per_mm)
