"""Marks to drawing operators. y runs up here, as in every PDF."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from io import BytesIO
from typing import Any

from reportlab.graphics.renderPDF import _PDFRenderer
from reportlab.pdfgen.canvas import Canvas

from cardgen.model.design import MM
from cardgen.model.drawing import weighed
from cardgen.model.page import Code, Corner, Ground, Mark, Picture, Rule
from cardgen.model.picture import Artwork
from cardgen.render.deflate import compressed
from cardgen.render.objects import number, rectangle
from cardgen.render.slots import Slot

_ROUND = 0.5523
"""How far the handles of a Bezier curve reach that is a quarter of a circle, as a part of it."""
_FONT_STATE = {"fontName", "fontSize"}
_STAY = "1 0 0 1 0 0 cm"
_PAINT = {(True, True): "B", (True, False): "f", (False, True): "S", (False, False): "n"}
"""What paints a path, by whether it is filled and whether it has an outline."""
_WIDE = " w"
"""The operator that sets the width of lines."""
_LONG = re.compile(r"-?\d*\.\d{4,}")
Operators = list["bytes | Slot"]
"""What a page draws in order, with the slots between it."""


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


@cache
def colour(name: str, operator: str) -> bytes:
    """Return what sets a colour such as "#0b6577" for filling (rg) or for lines (RG)."""
    parts = (f"{int(name[i : i + 2], 16) / 255:.3g}" for i in (1, 3, 5))
    return f"{' '.join(parts)} {operator}\n".encode()


def joined(code: Iterable["bytes | Slot"]) -> Operators:
    """Return what a page draws with neighbours in one piece, as far as slots allow."""
    found: Operators = []
    together: list[bytes] = []
    for piece in code:
        if isinstance(piece, bytes):
            together.append(piece)
        else:
            found += (b"".join(together), piece) if together else (piece,)
            together = []
    return [*found, b"".join(together)] if together else found


def drawn(mark: Mark, x: float, top: float) -> bytes:
    """Draw a mark that is neither text nor a picture; (x, top) is where it is measured from."""
    if isinstance(mark, Rule):
        return _rule(mark, x, top)
    if isinstance(mark, Corner):
        return _corner(mark, x, top)
    if isinstance(mark, Ground):
        return _ground(mark, x, top)
    if isinstance(mark, Code):
        return _code(mark, x, top)
    raise TypeError(f"a {type(mark).__name__} is not drawn by itself")


def _rule(rule: Rule, x: float, top: float) -> bytes:
    ends = (x + rule.x, top - rule.y, x + rule.x2, top - rule.y2)
    a, b, c, d = map(number, ends)
    dash, solid = (f"[{number(rule.dash)}] 0 d ", " [] 0 d") if rule.dash else ("", "")
    line = f"{dash}{number(rule.width)} w {a} {b} m {c} {d} l S{solid}\n"
    return colour(rule.colour, "RG") + line.encode()


def _corner(corner: Corner, x: float, top: float) -> bytes:
    left, high = x + corner.x, top - corner.y
    right, low = x + corner.x2, top - corner.y2
    across, up = left + _ROUND * (right - left), low + _ROUND * (high - low)
    start = f"{number(corner.width)} w {number(left)} {number(high)} m "
    curve = " ".join(map(number, (across, high, right, up, right, low)))
    return colour(corner.colour, "RG") + f"{start}{curve} c S\n".encode()


def _ground(ground: Ground, x: float, top: float) -> bytes:
    left, high = x + ground.x, top - ground.y
    across = _stops(left, left + ground.width, ground.radius)
    up = _stops(high - ground.height, high, ground.radius)
    code = colour(ground.fill, "rg") if ground.fill else b""
    if ground.stroke:
        code += colour(ground.stroke, "RG") + f"{number(ground.line)} w ".encode()
    paint = _PAINT[bool(ground.fill), bool(ground.stroke)]
    return code + f"{_outline(across, up, round_=bool(ground.radius))} h {paint}\n".encode()


def _stops(start: float, end: float, radius: float) -> Sequence[str]:
    """Return where along a side a path stops: the side's ends, and those of corners' curves."""
    handle = radius * (1 - _ROUND)
    stops = (start, start + handle, start + radius, end - radius, end - handle, end)
    return [number(stop) for stop in stops]


def _outline(x: Sequence[str], y: Sequence[str], *, round_: bool) -> str:
    """Return the path of a rectangle, from the stops across and up."""
    if not round_:
        return f"{x[0]} {y[0]} m {x[5]} {y[0]} l {x[5]} {y[5]} l {x[0]} {y[5]} l"
    return (
        f"{x[2]} {y[0]} m {x[3]} {y[0]} l {x[4]} {y[0]} {x[5]} {y[1]} {x[5]} {y[2]} c"
        f" {x[5]} {y[3]} l {x[5]} {y[4]} {x[4]} {y[5]} {x[3]} {y[5]} c"
        f" {x[2]} {y[5]} l {x[1]} {y[5]} {x[0]} {y[4]} {x[0]} {y[3]} c"
        f" {x[0]} {y[2]} l {x[0]} {y[1]} {x[1]} {y[0]} {x[2]} {y[0]} c"
    )


def _code(code: Code, x: float, top: float) -> bytes:
    """Draw a code as one path, each run of dark modules a rectangle."""
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
    canvas = _canvas()
    _VectorRenderer().draw(art.content, canvas, 0, 0, showBoundary=0)
    code = [_LONG.sub(lambda found: _short(float(found[0])), line) for line in canvas._code]
    canvas._code.clear()
    return [line for line in code if line != _STAY]


def _short(value: float) -> str:
    """Return a number to a thousandth."""
    return f"{round(value, 3):g}"


@cache
def _canvas() -> Canvas:
    """Return a canvas that is only drawn on: its file is never written."""
    return Canvas(BytesIO())
