"""Marks to drawing operators. y runs up here, as in every PDF."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache
from io import BytesIO
from typing import Any

from reportlab.graphics.renderPDF import _PDFRenderer
from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from cardgen.model.design import MM
from cardgen.model.drawing import weighed
from cardgen.model.page import Code, Corner, Face, Ground, Picture, Rule, Run
from cardgen.model.picture import Artwork
from cardgen.render.objects import compressed, number, rectangle
from cardgen.render.slots import Shown, Slot, font, shown

_ROUND = 0.5523
"""How far the handles of a Bezier curve reach that is a quarter of a circle, as a part of it."""
_FONT_STATE = {"fontName", "fontSize"}
_STAY = "1 0 0 1 0 0 cm"
_LONG = re.compile(r"-?\d*\.\d{4,}")
Operators = list["bytes | Slot"]
"""What a page draws in order, with the slots between it."""


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
    """Writes runs of text, and says only what changes between them."""

    def __init__(self, code: Operators, slots: frozenset[str]) -> None:
        self._code = code
        self._slots = slots
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
            if run.slot and run.slot in self._slots:
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
    dash, solid = (f"[{number(rule.dash)}] 0 d ", " [] 0 d") if rule.dash else ("", "")
    line = f"{dash}{number(rule.width)} w {a} {b} m {c} {d} l S{solid}\n"
    return colour(rule.colour, "RG") + line.encode()


def draw_corner(corner: Corner, x: float, top: float) -> bytes:
    """Draw a quarter of a circle; (x, top) is the corner that it is measured from."""
    left, high = x + corner.x, top - corner.y
    right, low = x + corner.x2, top - corner.y2
    across, up = left + _ROUND * (right - left), low + _ROUND * (high - low)
    start = f"{number(corner.width)} w {number(left)} {number(high)} m "
    curve = " ".join(map(number, (across, high, right, up, right, low)))
    return colour(corner.colour, "RG") + f"{start}{curve} c S\n".encode()


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


def draw_code(code: Code, x: float, top: float) -> bytes:
    """Draw a code as one path, each run of dark modules a rectangle; (x, top) is its corner."""
    size = f"{code.side / len(code.rows):.5f}"
    place = f"{size} 0 0 -{size} {x + code.x:.5f} {top - code.y:.5f} cm\n"
    path = [
        f"{run.start()} {i} {len(run[0])} 1 re\n"
        for i, row in enumerate(code.rows)
        for run in re.finditer("1+", row)
    ]
    return b"q %b%b%bf Q\n" % (place.encode(), colour(code.colour, "rg"), "".join(path).encode())


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
def picture_stream(art: Artwork, width: float) -> tuple[str, bytes]:
    """Return the XObject of a picture: the entries of its dictionary, and its content, packed.

    The lines are as heavy as suits a print `width` mm wide.
    """
    if is_drawing(art):
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


def print_width(picture: Picture, art: Artwork) -> float:
    """Return the width in mm, to half a millimetre, that a picture's lines are drawn for."""
    return round(2 * picture.width / MM) / 2 if is_drawing(art) and art.unit else 0


def _vectors(art: Artwork, width: float) -> bytes:
    canvas = _canvas()
    _VectorRenderer(_weigh(art, width)).draw(art.content, canvas, 0, 0, showBoundary=0)
    return _taken(canvas)


def _weigh(art: Artwork, width: float) -> Callable[[float], float]:
    """Return what turns a line width as drawn into that of a print `width` mm wide."""
    if not width:
        return lambda baked: baked
    units_per_mm = art.width / art.unit / width
    return lambda baked: weighed(baked, width, units_per_mm)


@cache
def _canvas() -> Canvas:
    """Return a canvas that is only drawn on: its file is never written."""
    return Canvas(BytesIO())


def _taken(canvas: Canvas) -> bytes:
    """Take what has been drawn off the canvas, to a thousandth of a unit."""
    code = "\n".join((*(line for line in canvas._code if line != _STAY), ""))
    canvas._code.clear()
    return _LONG.sub(lambda found: f"{round(float(found[0]), 3):g}", code).encode()
