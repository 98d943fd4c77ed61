"""Marks to drawing operators. y runs up here, as in every PDF."""

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from io import BytesIO
from typing import Any

from reportlab.graphics.renderPDF import _PDFRenderer
from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from cardgen.model.page import Face, Ground, Picture, Rule, Run
from cardgen.model.picture import Artwork
from cardgen.render.objects import compressed, number, rectangle
from cardgen.render.slots import Shown, Slot, font, shown

_FONT_STATE = {"fontName", "fontSize"}
_STAY = "1 0 0 1 0 0 cm"
_LONG = re.compile(r"-?\d*\.\d{4,}")
Code = list["bytes | Slot"]
"""Operators in order, with the slots between them."""


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


class Pen:
    """Writes runs of text, and says only what changes between them."""

    def __init__(self, code: Code) -> None:
        self._code = code
        self._font: tuple[Face, float] | None = None
        self._colour = ""
        self._rise = 0.0

    def write(self, runs: Sequence[Run]) -> None:
        """Write the runs of a line, from where the pen stands."""
        for run in runs:
            if (run.face, run.size) != self._font:
                self._font = run.face, run.size
                self._code.append(font(run.face, 0, run.size))
            if run.colour != self._colour:
                self._colour = run.colour
                self._code.append(colour(run.colour, "rg"))
            self._lift(run.rise)
            if run.slot:
                self._code.append(Shown(run.slot, run.face, run.size))
            else:
                self._code.append(shown(run.text, run.face, run.size))
        # The rise outlives its text object (ISO 32000-1, 9.3.1).
        self._lift(0)

    def _lift(self, rise: float) -> None:
        if rise != self._rise:
            self._rise = rise
            self._code.append(b"%b Ts\n" % number(rise).encode())


@cache
def colour(name: str, operator: str) -> bytes:
    """Return what sets a colour such as "#0b6577" for filling (rg) or for lines (RG)."""
    parts = (f"{int(name[i : i + 2], 16) / 255:.3g}" for i in (1, 3, 5))
    return f"{' '.join(parts)} {operator}\n".encode()


def draw_rule(rule: Rule, x: float, top: float) -> bytes:
    """Draw a straight line; (x, top) is the corner that it is measured from."""
    ends = (x + rule.x, top - rule.y, x + rule.x2, top - rule.y2)
    a, b, c, d = map(number, ends)
    return colour(rule.colour, "RG") + f"{number(rule.width)} w {a} {b} m {c} {d} l S\n".encode()


def draw_ground(ground: Ground, x: float, top: float) -> bytes:
    """Draw a rectangle; (x, top) is the corner that it is measured from."""
    canvas = _canvas()
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
    return _taken(canvas)


def draw_picture(picture: Picture, x: float, top: float, art: Artwork, name: str) -> bytes:
    """Draw a picture, an XObject of this name; (x, top) is the corner that it is measured from."""
    left, bottom = x + picture.x, top - picture.y - picture.height
    own = (art.width, art.height) if is_drawing(art) else (1, 1)
    across, up = picture.width / own[0], picture.height / own[1]
    place = f"{across:.5f} 0 0 {up:.5f} {number(left)} {number(bottom)}"
    return f"q {place} cm /{name} Do Q\n".encode()


def is_drawing(art: Artwork) -> bool:
    """Tell a drawing of lines from a picture of pixels."""
    return art.file.suffix.lower() == ".svg"


@lru_cache(maxsize=256)
def picture_stream(art: Artwork) -> tuple[str, bytes]:
    """Return the XObject of a picture: the entries of its dictionary, and its content, packed."""
    if is_drawing(art):
        # What a drawing has outside its own frame does not show: the box clips it.
        box = rectangle((0, 0, art.width, art.height))
        entries, content = f"/Subtype/Form/BBox{box}", _vectors(art)
    else:
        entries = (
            f"/Subtype/Image/Width {art.width:g}/Height {art.height:g}"
            "/ColorSpace/DeviceRGB/BitsPerComponent 8"
        )
        content = art.content.tobytes()
    return f"/Type/XObject{entries}/Filter/FlateDecode", compressed(content)


def _vectors(art: Artwork) -> bytes:
    canvas = _canvas()
    _VectorRenderer().draw(art.content, canvas, 0, 0, showBoundary=0)
    return _taken(canvas)


@cache
def _canvas() -> Canvas:
    """Return a canvas that is only drawn on: its file is never written."""
    return Canvas(BytesIO())


def _taken(canvas: Canvas) -> bytes:
    """Take what has been drawn off the canvas, to a thousandth of a unit."""
    code = "\n".join((*(line for line in canvas._code if line != _STAY), ""))
    canvas._code.clear()
    return _LONG.sub(lambda found: f"{round(float(found[0]), 3):g}", code).encode()
