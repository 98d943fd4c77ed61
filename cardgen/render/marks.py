"""Marks to drawing operators, on a ReportLab canvas. y runs up here, as in every PDF."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from reportlab.graphics.renderPDF import _PDFRenderer
from reportlab.lib.colors import HexColor
from reportlab.lib.utils import ImageReader

from cardgen.model.page import Ground, Picture, Rule, Run
from cardgen.model.picture import Artwork
from cardgen.render.fonts import font

_FONT_STATE = {"fontName", "fontSize"}


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


def draw_runs(text: Any, runs: Sequence[Run]) -> None:
    """Write runs of a line to a ReportLab text object."""
    for run in runs:
        text.setFont(font(run.face).fontName, run.size)
        text.setFillColor(HexColor(run.colour))
        text.setRise(run.rise)
        text.textOut(run.text)


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
    _VectorRenderer().draw(art.content, canvas, 0, 0, showBoundary=0)
    canvas.restoreState()
